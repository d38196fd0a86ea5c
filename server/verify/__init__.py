"""The self-check: what is promised, tried out on a server that runs and on what it has stored."""
