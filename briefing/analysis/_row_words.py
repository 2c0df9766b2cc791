"""The small words between and before the entries of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.languages.load import language_of
from briefing.languages.phrases import any_of, before_word


@dataclass(frozen=True, slots=True)
class RowWords:
    """The words of a language around the entries of a list, as expressions."""

    article: str
    """An article or a small preposition, as a part of an expression."""
    between: re.Pattern[str]
    """All that stands between two neighbours of a list, commas and conjunctions included."""
    conjunction: re.Pattern[str]
    """What begins the last entry behind a comma."""
    closing: re.Pattern[str]
    """What stands before the last entry."""
    leading: re.Pattern[str]
    """What stands at the end of a line that the next entry follows."""
    rest: re.Pattern[str]
    """A last entry that names none: "and others"."""
    so_on: re.Pattern[str]
    """The end of an entry that stands for more: "etc"."""
    opening: re.Pattern[str]
    """Words after which a list may be only a part of what it could be."""
    part_of: re.Pattern[str]
    """Before a number: what follows is only a part."""
    directly: re.Pattern[str]
    """Between a number and the list that it announces."""
    preposition: re.Pattern[str]
    """A word at the beginning of an entry that leads to a noun: of a place, not of a thing."""
    clause: re.Pattern[str]
    """A word that makes an entry a clause: a verb, or a pronoun."""
    title_verb: re.Pattern[str]
    """A verb at the end of a title."""
    title_article: re.Pattern[str]
    """An article at its beginning; a small preposition there belongs to what it says."""
    states: re.Pattern[str]
    """A word for what a list of states counts."""


@lru_cache(maxsize=8)
def row_words(language: str | None) -> RowWords:
    """The expressions of a language."""
    own = language_of(language)
    words, labels = own.lists, own.labels
    pronouns = [word for word in labels.weak if word not in words.conjunctions]
    verbs = any_of((*labels.verbs, *labels.helpers, *pronouns))
    conjunction, article = f"(?:{any_of(words.conjunctions)})", before_word(words.articles)
    preposition = before_word(words.prepositions)
    mark = rf"(?:\s*[,;/]\s*(?:{conjunction}\s+)?|\s+{conjunction}\s+)"
    plain = rf"\s*[,;/]?\s*(?:{conjunction}\s+)?{article}?"
    again = rf"{mark}{preposition}(?:(?<=\s){article})?"
    including = any_of(words.including)
    return RowWords(
        article=article,
        between=re.compile(rf"{plain}|{again}", re.IGNORECASE),
        conjunction=re.compile(rf"{conjunction}\s+", re.IGNORECASE),
        closing=re.compile(rf"[,;]?\s+{conjunction}\s+", re.IGNORECASE),
        leading=re.compile(rf"(?:[,;]\s*|[,;]?\s+{conjunction})\Z", re.IGNORECASE),
        rest=re.compile(rf"(?:{conjunction}\s+)?(?:{any_of(words.rest)})", re.IGNORECASE),
        so_on=re.compile(rf"[,;]?\s+(?:{any_of(own.sentences.and_so_on)})\Z", re.IGNORECASE),
        opening=re.compile(
            rf"[,(\s–—-]\s{{0,3}}(?:{including})\s{{0,3}}:?\s{{1,3}}", re.IGNORECASE
        ),
        part_of=re.compile(rf"(?<!\w)(?:{any_of(words.part_of)}) \Z", re.IGNORECASE),
        directly=re.compile(rf"\s*(?:{any_of(words.are)})?\s*[:(]\s*{article}?", re.IGNORECASE),
        preposition=re.compile(rf"(?:{any_of(labels.prepositions)}) ", re.IGNORECASE),
        clause=re.compile(
            rf"(?<!\w)(?!(?:{any_of(labels.no_verbs)})(?!\w))(?:{verbs})(?!\w)", re.IGNORECASE
        ),
        title_verb=re.compile(rf"\s+(?:{any_of(words.title_verbs)})\Z"),
        title_article=re.compile(
            before_word(word for word in words.articles if word in labels.articles), re.IGNORECASE
        ),
        states=re.compile(rf"(?:{any_of(words.state_nouns)})\Z"),
    )
