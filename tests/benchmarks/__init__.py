"""How fast the reader is beside its peers: measured in real terminals, reported, never judged."""
