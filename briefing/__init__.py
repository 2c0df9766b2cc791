"""A terminal reader for news briefings and reports, with notes that survive."""

__version__ = "0.1.0"
