"""What a text says, found without an editor: sentences, figures, places, checks, search."""
