"""What a text says, found without an editor: sentences, figures, places, checks, search.

Importing this room is cheap: Babel, `regex` and the tables are loaded when first needed.
"""

from briefing.analysis import checks, numbers, places, search, sentences, words

__all__ = ["checks", "numbers", "places", "search", "sentences", "words"]
