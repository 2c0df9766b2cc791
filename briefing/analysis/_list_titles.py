"""What a list is called: the words that lead to it, else a title in its article's language."""

from __future__ import annotations

import re

from briefing.analysis._list_rows import ListRow, opens
from briefing.analysis._row_words import row_words
from briefing.languages.load import language_of

_LONGEST = 70
"""Characters of a title that is taken from the text."""


def list_title(text: str, row: ListRow, kind: str | None, language: str | None) -> str:
    """The words that lead to a list, as far as they are short enough to be its title.

    It becomes part of the article, so the article's language counts and not that of the interface.

    Args:
        text: A reading text.
        row: The list in it.
        kind: ``states``, or None for anything else.
        language: BCP 47; that of the text.
    """
    lead = text[line_start(text, row.start - 1, 200) : row.start]
    words = row_words(language)
    opened = opens(lead, words)
    if opened is not None:
        lead = lead[: opened.start()]
    elif not lead.rstrip().endswith((":", "(")):
        return _general_title(row, kind, language)
    clause = re.split(r"[.;:!?,]\s|\s[-–—]\s|[«»“”\"]", lead.strip(" :(\n-–—,"))[-1].strip()
    clause = words.title_verb.sub("", clause)
    if (article := words.title_article.match(clause)) is not None:
        clause = clause[article.end() :]
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
    own = language_of(language).writing
    if not own.list:
        return f"{row.items[0].name} … {row.items[-1].name}"
    return own.states_together if kind == "states" else own.list
