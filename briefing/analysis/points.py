"""A point of a summary is one sentence or two: what it needs to be understood stands with it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from briefing.analysis import sentences
from briefing.analysis._figure_words import figure_words
from briefing.analysis._line_tells import told
from briefing.analysis._telltales import Sought
from briefing.languages.load import language_of
from briefing.languages.phrases import ENDS, any_of
from briefing.model.span import Span

SHORTEST, LONGEST_SENTENCE = 40, 420
"""Characters of a sentence that can be a point."""

SHORTEST_FINDING = 20
"""The same of one that says what was found or decided: "The appeal is dismissed."."""

LONGEST = 480
"""Characters of a point."""

_LONGEST_PAIR = 480
"""Characters of two sentences that stand together because one says little."""

_SHORT = 300
"""A sentence of fewer characters has room for another beside it."""


_ENDS_WELL = (".", "!", "?", "。")
_TRAILS_OFF = ("..", "…", ". .")
_CLOSERS = "\"'”’»“)"
_OPENERS = ('"', "“", "„", "«", "»")
_BLANK = "__"
"""What a form, or a court that does not know the page yet, leaves open."""
_BULLETS = ("*", "•", "#", "|", ">", "¨", "☐", "☒", "☑", "□", "■", "›", "▪")
_REMAINS = re.compile(
    r"[^\w\s]*\d{0,4}[\])}†‡]|[;:,]|\W*\d{0,4}\W*\Z|[¹²³⁴-⁹]|\([a-zß-ÿ][^()]*\)\.(?: |\Z)"
    r"|\(\w\) |\d{1,3} [•*·|]"
)
"""What a sentence begins with that was torn from what stands before, or that is a footnote."""
_PAGES = re.compile(r"\d(?: ?\(\d+(?:[-–]\d+)?\))?[,:] ?\d+ ?[-–] ?\d+\.?\Z")
"""What an entry of a bibliography ends in: ``Harbour Journal 108, 29–37.``"""
_SIGNS = re.compile(r"(?:[^\w\s]|\d)+")
_PLAIN = re.compile(r"[A-Za-z_ ]+")
"""None of these. What is left without it is found far faster and nearly always tells enough."""
_MOST_SIGNS = 0.4
"""Share of signs and digits that prose has at most, however many figures it states."""
_FEWEST_SMALL = 0.35
"""Share of words without a capital that prose has at least: a row of names has fewer."""
_SMALL = re.compile(" [a-z]")
"""Words without a capital: not all, but those that are found far faster, and mostly enough."""
_INITIALS = re.compile(r"[a-z] [A-Z]\. [A-Z][a-z]")
"""A name with an initial: ``Ann T. Lee``."""
_MOST_INITIALS = 2
"""So many such names prose has at most."""
_ADDRESS_SIGNS = ("@", "://", "www.")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\w")
_MAKERS = re.compile(
    r" ?(?:(?: ?\([^()\n/]*/[^()\n]*\))+\.?|[—–-] [^\n/.]{2,40}/[^\n/.]{2,40})(?=\n|\Z)"
)
"""Who made a picture, at the end of its caption: "(Ann Lee/Agency)"."""
_LONGEST_MAKER = 80
"""Characters of a line's end that names him in words: "Photo: Ann Lee"."""
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"))
_PAIRED = re.compile('[“”«»()"]')
_KEY = 80
"""Characters by which two sentences are held to be the same."""


@lru_cache(maxsize=16)
def _opening(language: str | None, *, is_noun: bool = False) -> re.Pattern[str]:
    """Words at the beginning that stand for a noun before it, and that join it to what was said."""
    own = language_of(language).sentences
    words = any_of(own.pronouns if is_noun else (*own.pronouns, *own.connectives))
    return re.compile(rf"[^\w\s]*(?:{words}){ENDS}", re.IGNORECASE)


@lru_cache(maxsize=16)
def _appeal(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(language_of(language).sentences.appeals)}){ENDS}")


@lru_cache(maxsize=16)
def _citing(language: str | None) -> re.Pattern[str]:
    words = any_of(language_of(language).reports.citing)
    return re.compile(rf"[^\w\s]*(?:{words})[.,:;]*\s", re.IGNORECASE)


@lru_cache(maxsize=16)
def _caption(language: str | None) -> re.Pattern[str]:
    words = any_of(language_of(language).sentences.captions)
    return re.compile(rf"[^\w\s]*(?:{words})(?:\.?\s\d|\s?:)", re.IGNORECASE)


def is_in_caption(text: str, language: str | None, span: Span) -> bool:
    """Whether the line of a sentence names a table or a picture.

    Where that of a piece's beginning does not, none of the piece's sentences does.
    """
    floor = max(0, span.start - LONGEST)
    begin = text.rfind("\n", floor, span.start) + 1
    return (begin > 0 or floor == 0) and _caption(language).match(text, begin) is not None


def is_credited(text: str, language: str | None, span: Span) -> bool:
    """Whether a sentence begins a line whose rest only says who made a picture."""
    begins_line = text[span.start - 1 : span.start] in ("\n", "")
    return begins_line and _names_maker(text, language, span.end)


def _names_maker(text: str, language: str | None, start: int) -> bool:
    """Whether the rest of a line only says who made a picture."""
    if _MAKERS.match(text, start):
        return True
    end = text.find("\n", start, start + _LONGEST_MAKER)
    is_short = end >= 0 or len(text) - start <= _LONGEST_MAKER
    return is_short and _caption(language).match(text, min(start + 1, len(text))) is not None


def leans(sentence: str, language: str | None) -> bool:
    """Whether a sentence opens with a word that needs what stands before it: "They", "However"."""
    return _opening(language).match(sentence) is not None


def is_whole(sentence: str, shortest: int = SHORTEST) -> bool:
    """Whether a sentence is no row and no fragment."""
    if not shortest <= len(sentence) <= LONGEST_SENTENCE or "\t" in sentence or _BLANK in sentence:
        return False
    if not _ends_well(sentence) or sentence.startswith(_BULLETS) or _is_torn(sentence):
        return False
    return _is_prose(sentence) and not _is_entry(sentence)


def _is_prose(sentence: str) -> bool:
    """Whether most of a sentence is words, and not only names."""
    most = _MOST_SIGNS * len(sentence)
    if len(_PLAIN.sub("", sentence)) > most and len("".join(_SIGNS.findall(sentence))) > most:
        return False
    if sentence.count(". ") >= _MOST_INITIALS and len(_INITIALS.findall(sentence)) > _MOST_INITIALS:
        return False
    words = sentence.split()
    if len(_SMALL.findall(sentence)) >= _FEWEST_SMALL * len(words):
        return True
    words = [word for word in words if not word.isupper()]
    small = sum(word[0].islower() for word in words)
    capital = sum(word[0].isupper() for word in words)
    return small >= _FEWEST_SMALL * (small + capital)


def _is_entry(sentence: str) -> bool:
    """Whether a sentence ends as an entry of a bibliography does."""
    ends_in_digit = sentence.removesuffix(".")[-1:].isdecimal()
    return ends_in_digit and _PAGES.search(sentence) is not None


def _ends_well(sentence: str) -> bool:
    """Whether a sentence is said to its end: it does not trail off, or lead on by a colon."""
    end = sentence.rstrip(_CLOSERS)
    return end.endswith(_ENDS_WELL) and not end.endswith(_TRAILS_OFF)


def _is_torn(sentence: str) -> bool:
    """Whether a sentence has lost its beginning: "37). Upon …"."""
    is_begun = sentence[0].islower() and not sentence[1:2].isupper()  # "iPhone sales fell"
    return is_begun or _REMAINS.match(sentence) is not None


def may_appeal(line: str, language: str | None) -> bool:
    """Whether any sentence of a line may be an appeal, see `is_appeal`."""
    if any(map(line.__contains__, _ADDRESS_SIGNS)):
        return True
    has_words = Sought.APPEAL in told(line, figure_words(language))
    return has_words and _appeal(language).search(line.lower()) is not None


def is_appeal(sentence: str, language: str | None) -> bool:
    """Whether a sentence gives an address or tells readers what to do."""
    if any(map(sentence.__contains__, _ADDRESS_SIGNS)) and _ADDRESS.search(sentence):
        return True
    may_be_one = Sought.APPEAL in told(sentence, figure_words(language))
    return may_be_one and _appeal(language).search(sentence.lower()) is not None


def is_citing(sentence: str, language: str | None) -> bool:
    """Whether a sentence only names where something is said: "See Lee, 12 F.3d at 40."."""
    return _citing(language).match(sentence) is not None


def points_back(sentence: str, language: str | None) -> bool:
    """Whether a sentence that `leans` is of what it does not name: "They".

    What a connective begins is news as any other, with the sentence before it.
    """
    return _opening(language, is_noun=True).match(sentence) is not None


def is_half(sentence: str) -> bool:
    """Whether a sentence asks, or is somebody's words or a part of them."""
    if sentence.startswith(_OPENERS) or sentence[-1] in "?!":
        return True
    if _PAIRED.search(sentence) is None:
        return False
    is_open = any(sentence.count(one) != sentence.count(other) for one, other in _PAIRS)
    return is_open or sentence.count('"') % 2 == 1


def key_of(sentence: str) -> str:
    """What two sentences share that are the same: a teaser, and the lead that it was taken from."""
    return " ".join(sentence.lower().split()).rstrip(".!?")[:_KEY]


def is_supported(span: Span, before: Span | None) -> bool:
    """Whether a sentence that `leans` can be a point: with the one before it in its paragraph."""
    return before is not None and span.end - before.start <= LONGEST


def widened(text: str, language: str | None, chosen: Sequence[Span]) -> list[Span]:
    """Sentences, each with the one before or behind that it needs or has room for.

    Args:
        text: A reading text.
        language: BCP 47.
        chosen: Sentences of it, in order.

    Returns:
        The points in order; a sentence that goes on with the point before it becomes a part of
        that, or has no place.
    """
    taken = set(chosen)
    found: list[Span] = []
    for span in chosen:
        if found and _follows(text, language, span, found[-1]):
            whole = Span(found[-1].start, span.end)
            found[-1] = whole if len(whole) <= LONGEST else found[-1]
            continue
        point = next(_pairs(text, language, span, taken), span)
        taken.update((point, *sentences.split(text, language, point)))
        found.append(point)
    return found


def _follows(text: str, language: str | None, span: Span, point: Span) -> bool:
    """Whether a sentence needs the one before it, which is the end of the point before."""
    between = text[point.end : span.start]
    is_next = "\n" not in between and not between.strip()
    return is_next and leans(span.of(text), language)


def _may_lead(sentence: str, language: str | None) -> bool:
    """Whether a sentence may begin a point."""
    if _is_torn(sentence) or is_citing(sentence, language) or not _is_prose(sentence):
        return False
    return not is_appeal(sentence, language)


def _may_follow(sentence: str, language: str | None) -> bool:
    """Whether a sentence may end a point."""
    if not (_ends_well(sentence) and _is_prose(sentence)) or is_citing(sentence, language):
        return False
    return not is_appeal(sentence, language)


def _pairs(text: str, language: str | None, span: Span, taken: Collection[Span]) -> Iterator[Span]:
    """The sentence with a neighbour of the same paragraph, what is needed first."""
    begin = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    begin = max(begin, span.start - LONGEST)
    end = min(len(text) if end < 0 else end, span.end + LONGEST)
    around = sentences.split(text, language, Span(begin, max(begin, end)))
    at = next((i for i, one in enumerate(around) if one.start == span.start), None)
    if at is None:
        return
    before = around[at - 1] if at else None
    behind = around[at + 1] if at + 1 < len(around) else None
    if before is not None and not _may_lead(before.of(text), language):
        before = None
    with_before = Span(before.start, span.end) if before and before not in taken else None
    if behind is not None and not _may_follow(behind.of(text), language):
        behind = None
    with_behind = Span(span.start, behind.end) if behind and behind not in taken else None
    if with_before and leans(span.of(text), language) and len(with_before) <= LONGEST:
        yield with_before
    if len(span) <= _SHORT:
        pairs = (with_behind, with_before)
        yield from (pair for pair in pairs if pair and len(pair) <= _LONGEST_PAIR)
