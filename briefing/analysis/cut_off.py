"""What a quotation loses where it begins or ends: a negation directly beside it in its source.

“one shall be deprived” has the words of “No one shall be deprived”, and says the contrary. A
sentence of the draft may say the “no” itself, and so turn the words back: that is fair.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from briefing.analysis.edits import weigh_omission
from briefing.languages.load import language_of
from briefing.languages.phrases import any_of
from briefing.model.change import Weighs
from briefing.model.span import Span
from briefing.text.fold import fold_text

_REACH = 60
"""Characters beside a quotation that are looked at: some words."""
_SENTENCE_REACH = 300
"""Characters of a draft's sentence that are looked at on either side of a quotation."""
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_WORD_BEFORE = re.compile(rf"(?:({_WORD})[^\S\n]+)?(?<![\w'’-])({_WORD})[^\S\n]+\Z")
_LAST_OF_CLAUSE = re.compile(rf"[^\S\n]+({_WORD})(?=[.,;:!?…)\]»”“\"\n]|\s[-–—]|\Z)")
_CLAUSE_END = re.compile(r"[.,;:!?…()\[\]«»“”„\"\n]|\s[-–—]\s")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s|\n")


def lost_before(text: str, passage: Span, language: str | None) -> tuple[Span, Weighs] | None:
    """A negation that stands in the clause directly before a passage, which does not hold it.

    Args:
        text: The source.
        passage: What is quoted of it.
        language: Of the source, BCP 47.

    Returns:
        Its characters, and how serious it is to leave it out; None where there is none.
    """
    found = _WORD_BEFORE.search(text[max(0, passage.start - _REACH) : passage.start])
    if found is None or not _is_negation(found[2], language):
        return None
    own = language_of(language)
    if found[1] and fold_text(found[1]) in own.numbers.range_ors:
        return None  # "whether or not"
    clause = _CLAUSE_END.split(passage.of(text), maxsplit=1)[0]
    if own.changes.negations_join and _negations(language).search(fold_text(clause)):
        return None
    start = passage.start - len(found.string) + found.start(2)
    weighs = weigh_omission(found[2], language, "", f"{clause} "[:_REACH].rpartition(" ")[0])
    return None if weighs is None else (Span(start, start + len(found[2])), weighs)


def lost_behind(text: str, passage: Span, language: str | None) -> tuple[Span, Weighs] | None:
    """A negation behind a passage that is the last word of their clause; else as `lost_before`.

    One that more words follow negates these: “the barges were” of “the barges were not repaired”.
    """
    found = _LAST_OF_CLAUSE.match(text, passage.end, min(len(text), passage.end + _REACH))
    if found is None or not _is_negation(found[1], language):
        return None
    own = language_of(language)
    clause = _CLAUSE_END.split(passage.of(text))[-1]
    last = clause.split()[-1:]
    if last and fold_text(last[0]) in own.numbers.range_ors:
        return None
    if own.changes.negations_join and _negations(language).search(fold_text(clause)):
        return None
    return Span(*found.span(1)), Weighs.NEGATION


def denies(words: str, languages: Iterable[str | None]) -> bool:
    """Whether words say that something is not so: with a negation, or as “refused” does."""
    folded = fold_text(words)
    return any(
        pattern.search(folded) is not None
        for language in languages
        for pattern in (_negations(language), _denials(language))
    )


def words_around(draft: str, quotation: Span) -> str:
    """The draft's own words in the sentence in which a quotation stands.

    A paragraph that ends in a colon belongs to the block quote below it.
    """
    before = draft[max(0, quotation.start - _SENTENCE_REACH) : quotation.start]
    behind = draft[quotation.end : quotation.end + _SENTENCE_REACH]
    bare = before.rstrip(" \n\t\"'“”„«»‹›‘‚")
    before = bare if bare.endswith((":", ",")) else before
    return f"{_SENTENCE_END.split(before)[-1]} {_SENTENCE_END.split(behind)[0]}"


def _is_negation(word: str, language: str | None) -> bool:
    """Whether a word negates without another that follows it."""
    folded = fold_text(word)
    is_half = folded in language_of(language).changes.half_negations
    return not is_half and _negations(language).fullmatch(folded) is not None


@lru_cache(maxsize=16)
def _negations(language: str | None) -> re.Pattern[str]:
    return _pattern(language_of(language).changes.negations)


@lru_cache(maxsize=16)
def _denials(language: str | None) -> re.Pattern[str]:
    return _pattern(language_of(language).quotations.denials)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    folded = {fold_text(word) for word in words}
    return re.compile(rf"(?<!\w)(?:{any_of(folded)})(?!\w)")
