"""A workshop full of simulated people, who speak the public protocol as any device does."""
