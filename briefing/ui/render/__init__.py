"""From values to strips of the screen; nothing here knows a widget."""
