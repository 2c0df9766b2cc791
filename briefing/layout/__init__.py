"""Blocks and a width in, lines with places out."""
