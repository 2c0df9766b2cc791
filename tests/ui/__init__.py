"""Drawing, widgets, screens and the table of keys."""
