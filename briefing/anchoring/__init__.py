"""How a passage is remembered, and found again in a text that has changed."""
