"""Labels of what a sentence does not say to be so: it denies, doubts, asks or supposes it.

Words far before a number may govern its clause: the army denied that ``200 people had been
killed``. Such a label tells the opposite of its sentence, and is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._clause import Token
from briefing.analysis._clause_around import sentence_before, sentence_behind
from briefing.analysis._place import Place, bare
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of
from briefing.model.span import Span

_QUESTION = "?"

_BEGIN = r"(?:\A|(?<=[,;:(–—\"“„«»]))"
"""Where a clause begins."""

_FEW = r"(?:\s+[^\s,;:]+){0,4}"
"""Words between a verb or noun and the clause that it governs."""


@dataclass(frozen=True, slots=True)
class _Governing:
    """Words that govern a clause, as expressions; each is looked for up to the number."""

    denied: re.Pattern[str]
    """What denies, doubts or asks, and whatever it governs; group 1 begins it."""
    supposed: re.Pattern[str]
    """What supposes, and whatever it governs."""
    likely: re.Pattern[str]
    subjunctive: re.Pattern[str]
    refuted: re.Pattern[str]
    instead: re.Pattern[str]
    parted: re.Pattern[str]


def governed(parts: Sequence[Span], place: Place) -> Sequence[Span]:
    """The parts of a label that a sentence says to be so; none where it does not."""
    if not parts:
        return parts
    words = _governing(place.own)
    first = min(part.start for part in parts)
    if _is_denied(first, parts, place, words):
        return ()
    if not _asserts(parts, place):
        return parts
    if (will := _will(first, place, words)) is not None:
        return (will, *parts)
    is_told = any(words.likely.search(one.of(place.text)) for one in parts)
    return parts if is_told or not _is_supposed(first, place, words) else ()


def _is_denied(first: int, parts: Sequence[Span], place: Place, words: _Governing) -> bool:
    """Whether a sentence denies, doubts or asks what a label says."""
    text, end = place.text, min(first, place.span.start)
    lead = sentence_before(text, end)
    if words.denied.search(lead.of(text)) or _is_instead(first, parts, place, words):
        return True
    last = max(place.span.end, *(part.end for part in parts))
    rest = sentence_behind(text, last).of(text)
    if words.refuted.search(rest) or any(words.subjunctive.search(one.of(text)) for one in parts):
        return True
    return rest.rstrip().endswith(_QUESTION) and _asserts(parts, place)


def _is_instead(first: int, parts: Sequence[Span], place: Place, words: _Governing) -> bool:
    """Whether another number came true: instead of 12 ``the mill cost`` 40 million."""
    begin = sentence_before(place.text, place.span.start).start
    if words.instead.search(place.text, begin, place.span.start) is None:
        return False
    return first < place.span.start or _asserts(parts, place)


def _is_supposed(first: int, place: Place, words: _Governing) -> bool:
    """Whether it is only supposed what a label says, and the label does not tell that itself."""
    end = min(first, place.span.start)
    return words.supposed.search(sentence_before(place.text, end).of(place.text)) is not None


def _asserts(parts: Sequence[Span], place: Place) -> bool:
    """Whether a label says that something is so: it has a verb."""
    words = place.words
    own = (*place.earlier, *place.outside, *place.before, *place.after)
    within = (one for one in own if any(p.start <= one.span.start < p.end for p in parts))
    return any(one.is_verb or _is_deed(one, place) for one in within) or any(
        low in words.copulas or low in words.helpers
        for part in parts
        for low in part.of(place.text).lower().split()
    )


def _is_deed(token: Token, place: Place) -> bool:
    return token.text[0].islower() and place.words.participle.fullmatch(token.low) is not None


def _will(first: int, place: Place, words: _Governing) -> Span | None:
    """What says before its subject that something is only likely: ``sollen`` 12 Bäume fallen."""
    if first < place.span.start:
        return None
    for token in reversed(bare(place.before, place.words)):
        if token.low == ",":
            return None
        if words.parted.fullmatch(token.low):
            return token.span
    return None


@lru_cache(maxsize=8)
def _governing(own: Language) -> _Governing:
    words = own.doubts
    return _Governing(
        denied=_denied(own),
        supposed=_supposed(own),
        likely=re.compile(rf"(?<!\w)(?:{any_of(words.likely)}){ENDS}", re.IGNORECASE),
        subjunctive=re.compile(rf"(?<!\w)(?:{any_of(words.subjunctives)}){ENDS}", re.IGNORECASE),
        refuted=re.compile(
            rf"(?:(?<!\w)|(?=[,;]))(?:{any_of(words.refuted)}){ENDS}", re.IGNORECASE
        ),
        instead=re.compile(
            rf"(?<!\w)(?:{any_of(words.instead)}){ENDS}(?:\s*[^\s,;:]+){{0,3}}\s*\Z", re.IGNORECASE
        ),
        parted=re.compile(any_of(words.parted)),
    )


def _denied(own: Language) -> re.Pattern[str]:
    words = own.doubts
    joints = any_of((*own.lists.conjunctions, *words.ends))
    within = rf"(?:(?!\s(?:{joints})\s)[^,;:])*"
    begun = rf"{_BEGIN}\s*(?:{any_of(words.ifs)}){ENDS}"
    comma = r"(?:\s[^\s,]+){0,2},?\s" if own.sentences.capital_nouns else ""
    return re.compile(
        rf"(?<!\w)(?:{any_of(words.denying)}){ENDS}{comma}{within}\Z"
        rf"|{_that(own, (*words.doubted, *_negations(own)))}"
        rf"|(?:(?<!\w)(?:{any_of(words.asking)}){ENDS}|{begun})[^,;:]*\Z",
        re.IGNORECASE,
    )


def _negations(own: Language) -> Sequence[str]:
    """Words that deny a clause: it is ``not`` true that."""
    halves = own.changes.half_negations
    return [one for one in own.changes.negations if one not in halves and not one.endswith("'")]


def _that(own: Language, governing: Sequence[str]) -> str:
    """A word with the clause that it governs, up to where something else is told."""
    words, comma = own.doubts, ",?" if own.labels.frames else ""
    ends = rf"[,–—]\s+(?:{any_of(words.ends)}){ENDS}"
    return (
        rf"(?<!\w)(?:{any_of(governing)}){ENDS}{_FEW}{comma}\s+(?:{any_of(words.thats)}){ENDS}"
        rf"(?:(?!{ends})[^;:])*\Z"
    )


def _supposed(own: Language) -> re.Pattern[str]:
    words = own.doubts
    qualifiers = any_of(one for some in own.qualifiers.before.values() for one in some)
    return re.compile(
        rf"{_that(own, words.supposing)}"
        rf"|(?<!\w)(?:{any_of(words.supposing)}){ENDS}\s*(?:(?:{qualifiers})\s*)?\Z"
        rf"|\A\W*(?:(?:[^\W\d_]+ )?(?:{any_of(words.asking)})|(?:{any_of(words.ifs)})){ENDS}[^,]*,",
        re.IGNORECASE,
    )
