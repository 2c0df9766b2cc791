"""The widgets: they draw what they are given and tell what happened."""
