"""The values that everything speaks of."""
