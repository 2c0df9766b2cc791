"""What a list is called: the words that lead to it, else a title in its article's language."""

from __future__ import annotations

import re

from briefing.analysis._list_rows import ListRow, opens
from briefing.analysis._row_words import ARTICLE
from briefing.analysis.language_code import base_language

_LEADING_ARTICLE = re.compile(rf"\A{ARTICLE}", re.IGNORECASE)
_TRAILING_VERB = re.compile(r"\s+(?:are|is|were|include|sono|erano|sind|waren|sont|son|eran)\Z")

_LONGEST = 70
"""Characters of a title that is taken from the text."""

_GENERAL = {
    "it": ("Stati nominati insieme", "Elenco"),
    "en": ("States named together", "List"),
    "de": ("Zusammen genannte Staaten", "Liste"),
    "fr": ("États nommés ensemble", "Liste"),
    "es": ("Estados nombrados juntos", "Lista"),
    "nl": ("Samen genoemde staten", "Lijst"),
    "pt": ("Estados nomeados juntos", "Lista"),
}
"""Titles of states that nothing announces, and of anything else.

They become part of the article, so its language counts and not that of the interface.
"""


def list_title(text: str, row: ListRow, kind: str | None, language: str | None) -> str:
    """The words that lead to a list, as far as they are short enough to be its title.

    Args:
        text: A reading text.
        row: The list in it.
        kind: ``states``, or None for anything else.
        language: BCP 47; that of the text.
    """
    lead = text[line_start(text, row.start - 1, 200) : row.start]
    opened = opens(lead)
    if opened is not None:
        lead = lead[: opened.start()]
    elif not lead.rstrip().endswith((":", "(")):
        return _general_title(row, kind, language)
    clause = re.split(r"[.;:!?,]\s|\s[-–—]\s|[«»“”\"]", lead.strip(" :(\n-–—,"))[-1].strip()
    clause = _LEADING_ARTICLE.sub("", _TRAILING_VERB.sub("", clause))
    if len(clause) < 3:
        return _general_title(row, kind, language)
    if len(clause) > _LONGEST:
        return "… " + clause[-_LONGEST:].partition(" ")[2]
    return clause[0].upper() + clause[1:]


def line_start(text: str, end: int, reach: int) -> int:
    """Where the line begins that holds the character before ``end``, at most ``reach`` back."""
    floor = max(0, end - reach)
    return max(floor, text.rfind("\n", floor, max(floor, end)) + 1)


def _general_title(row: ListRow, kind: str | None, language: str | None) -> str:
    """Without words of the article's language, the first entry and the last speak for all."""
    general = _GENERAL.get(base_language(language))
    if general is None:
        return f"{row.items[0].name} … {row.items[-1].name}"
    return general[0] if kind == "states" else general[1]
