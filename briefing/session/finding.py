"""Whether a query holds for a document, and where its words stand: in the document itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from briefing.analysis.search import Query as Pattern
from briefing.analysis.search import find
from briefing.model.library import Entry, Hit, HitKind
from briefing.model.query import Condition, Field, Term
from briefing.model.span import Span
from briefing.session.placing import PlacedNote
from briefing.session.reading import Reading
from briefing.text.fold import fold_text
from briefing.text.pairs import has_run
from briefing.text.safe import one_line

HITS_LIMIT = 100
"""Places of one word in one document that are named; a reader looks at the first."""
_AROUND = 40
"""Characters around a hit that are shown."""


def all_hold(conditions: Iterable[Condition], entry: Entry) -> bool:
    """Whether conditions hold of a document, by what is known of it; nothing is read."""
    return all(_holds(condition, entry) for condition in conditions)


def found_in(reading: Reading, terms: Iterable[Term], *, has_notes: bool) -> tuple[Hit, ...] | None:
    """Where words of a query stand in a document.

    Args:
        reading: The document.
        terms: What must stand there, or must not.
        has_notes: Whether there are notes on it.

    Returns:
        The places in title, text and notes; None where something is missing, or must not be there.
    """
    notes = reading.take_out_notes().placed if has_notes else ()
    hits: list[Hit] = []
    for term in terms:
        anywhere = _places_of_any((term, *term.others), reading, notes)
        places = list(islice(anywhere, 1 if term.is_excluded else HITS_LIMIT))
        if bool(places) is term.is_excluded:
            return None
        hits += places
    order = list(HitKind)
    return tuple(sorted(hits, key=lambda hit: (order.index(hit.kind), _start(hit))))


def _start(hit: Hit) -> int:
    return -1 if hit.span is None else hit.span.start


def _places_of_any(
    terms: Sequence[Term], reading: Reading, notes: Iterable[PlacedNote]
) -> Iterator[Hit]:
    """The places of several terms; not those that are read beside one of a term before it."""
    text, shown, noted = reading.article.text, list[Span](), set[str]()
    for term in terms:
        mine: list[Hit] = []
        for hit in _places(term, reading, notes):
            if hit.note in noted or (hit.note is None and _is_shown(hit.span, shown)):
                continue
            mine.append(hit)
            yield hit
        noted.update(hit.note for hit in mine if hit.note is not None)
        shown += [_around(text, hit.span) for hit in mine if hit.span and hit.note is None]


def _is_shown(span: Span | None, shown: Iterable[Span]) -> bool:
    return span is not None and any(one.start <= span.start < span.end <= one.end for one in shown)


def _places(term: Term, reading: Reading, notes: Iterable[PlacedNote]) -> Iterator[Hit]:
    is_whole = not has_run(term.words)
    pattern = Pattern(term.words, whole_words=is_whole, beginnings=is_whole and term.is_beginning)
    text, title = reading.article.text, len(reading.article.title or "")
    for span in find(pattern, text):
        kind = HitKind.TITLE if span.end <= title else HitKind.TEXT
        yield Hit(kind, span, _line(reading, span), _snippet(text, span))
    for placed in notes:
        note = placed.note
        said = "\n".join((note.text, " ".join(note.tags)))
        span_said = next(find(pattern, said), None)
        if span_said is not None:
            here = placed.span
            line = None if here is None else _line(reading, here)
            yield Hit(HitKind.NOTE, here, line, _snippet(said, span_said), note.id)


def _line(reading: Reading, span: Span) -> int:
    return reading.line_number(reading.place(span.start))


def _around(text: str, span: Span) -> Span:
    """The words that are shown around others: whole ones, as far as there are spaces."""
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    if start:
        start = text.find(" ", start, span.start) + 1 or start
    if end < len(text):
        space = text.rfind(" ", span.end, end)
        end = end if space < 0 else space
    return Span(start, end)


def _snippet(text: str, span: Span) -> str:
    """The words with those around them."""
    shown = _around(text, span)
    before, after = "…" if shown.start else "", "…" if shown.end < len(text) else ""
    return one_line(f"{before}{shown.of(text)}{after}").strip()


def _holds(condition: Condition, entry: Entry) -> bool:
    return _is_so(condition, entry) is not condition.is_excluded


def _is_so(condition: Condition, entry: Entry) -> bool:
    return _HOLDS[condition.field](condition.value, entry)


def _is_in_title(value: str, entry: Entry) -> bool:
    return next(find(Pattern(value.removesuffix("*")), entry.title), None) is not None


def _is_in_language(value: str, entry: Entry) -> bool:
    language, wanted = (entry.language or "").lower(), value.lower()
    return language == wanted or language.startswith(f"{wanted}-")


def _is_of_site(value: str, entry: Entry) -> bool:
    return fold_text(value) in fold_text(entry.site or entry.source or "")


def _published(value: str, entry: Entry) -> str:
    """When it was published, as exactly as the value; empty where that is not known."""
    return (entry.published or "")[: len(value)]


def _is_among(value: str, words: Iterable[str]) -> bool:
    wanted = fold_text(value)
    folded = map(fold_text, words)
    if wanted.endswith("*"):
        return any(word.startswith(wanted[:-1]) for word in folded)
    return wanted in folded


_HOLDS: Mapping[Field, Callable[[str, Entry], bool]] = {
    Field.TITLE: _is_in_title,
    Field.TAG: lambda value, entry: _is_among(value, entry.tags),
    Field.BY: lambda value, entry: _is_among(value, (*entry.by, *entry.authors)),
    Field.STATE: lambda value, entry: value.upper() in (entry.states or ()),
    Field.LANG: _is_in_language,
    Field.SITE: _is_of_site,
    Field.IS: lambda value, entry: value in entry.standings,
    Field.AFTER: lambda value, entry: _published(value, entry) > value,
    Field.BEFORE: lambda value, entry: "" < _published(value, entry) < value,
}
"""What each field asks of a document."""
