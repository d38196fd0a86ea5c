"""Everything that touches the world: the wire, the desk, people, stores and exports."""
