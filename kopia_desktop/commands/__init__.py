"""What the command line does, one module a command; each runs over an ``App``."""
