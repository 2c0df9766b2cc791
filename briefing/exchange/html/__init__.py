"""The article, its panels and its notes as one HTML page without scripts."""
