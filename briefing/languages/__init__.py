"""The words of the languages that articles are written in: one file a language.

Rules of analysis, parsing and exchange hold no word of any language; they ask for the words they
mean by name. A new language is one more file with the same keys.
"""

from briefing.languages.code import base_language
from briefing.languages.language import Language
from briefing.languages.load import CODES, every, language_of

__all__ = ["CODES", "Language", "base_language", "every", "language_of"]
