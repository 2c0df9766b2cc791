"""How notes find their passage again."""
