"""From values to strips."""
