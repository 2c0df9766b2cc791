"""Articles and notes of every kind, with texts that try to break what they are written into."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from hypothesis import strategies as st

from briefing.exchange.origin import Origin
from briefing.model.article import Article, Section
from briefing.model.note import COLORS, About, Conflict, Note, NoteKind, NoteState, Via
from briefing.model.span import Span

NASTY = (
    "# ", "## x", "> ", "- ", "* ", "1. ", "1) ", "```", "~~~", "---", "===", "|a|b|", "|---|---|",
    "<b>", "<script>alert(1)</script>", "<!--", "-->", "</div>", "&amp;", "&#27;", "[x](y)", "![",
    "](http://x)", "[a]: b", "\\", "`", "**", "__", "~~", "$", "http://a.b", "<http://a.b>", "\n",
    "\n\n", "    ", "\t", "\r", "\r\n", "\x00", "\x1b[31m", "\x9b31m", "\u2028", "\u202e", "\x0c",
    "=1+1", "+1", "-1", "@SUM(A1)", '"', ",", ";", "'", "𝄞", "👩‍👩‍👧", "e\u0301", "ß", "字",
    "[^1]", "[^1]: x", "{x}", "$$", ":::", "a", " ", "1", "\u00a0", "\ufeff", "+++", "***", "_x_",
)  # fmt: skip
"""Pieces that mean something to Markdown, HTML, CSV, JSON or a terminal."""

texts = st.lists(
    st.one_of(
        st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    ),
    max_size=8,
).map("".join)
"""Texts for notes; no lone surrogates, which a notes file cannot hold."""

_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)

times = st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat() + "Z")
"""Times in the form that notes hold."""

_json_values = st.recursive(
    st.one_of(st.none(), st.integers(), _words),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(_words, inner, max_size=3)
    ),
    max_leaves=6,
)

_extras = st.dictionaries(_words, _json_values, max_size=2)

_conflicts = st.builds(
    Conflict,
    field=_words,
    value=st.one_of(st.none(), _words, st.lists(_words, max_size=3).map(tuple)),
    by=_words,
    updated=_words,
    extra=_extras,
)

_vias = st.builds(
    Via,
    system=st.sampled_from(["hypothesis", "jsonld", "kindle", "x"]),
    id=st.one_of(st.none(), _words, st.uuids().map(lambda name: name.urn)),
    extra=_extras,
)

_spans = st.tuples(st.integers(0, 2000), st.integers(0, 200)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)

_abouts = st.builds(
    About,
    document=_words,
    rev=st.just(hashlib.sha256(b"y").hexdigest()),
    at=_spans,
    quote=texts,
    extra=_extras,
)

notes = st.builds(
    Note,
    id=st.from_regex(r"[a-z][a-z0-9_-]{9}", fullmatch=True),
    kind=st.sampled_from(NoteKind),
    by=_words,
    created=st.one_of(times, _words),
    updated=times,
    state=st.sampled_from(NoteState),
    rev=st.just(hashlib.sha256(b"x").hexdigest()),
    at=_spans,
    quote=texts,
    before=_words,
    after=_words,
    color=st.one_of(st.none(), st.sampled_from(COLORS), _words),
    tags=st.lists(_words, unique=True, max_size=3).map(tuple),
    text=texts,
    conflicts=st.lists(_conflicts, max_size=2).map(tuple),
    via=st.one_of(st.none(), _vias),
    about=st.one_of(st.none(), _abouts),
    extra=_extras,
)
"""Notes with every field in use."""

note_lists = st.lists(notes, max_size=4, unique_by=lambda note: note.id)
"""The notes of one article."""


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article of a few sections, whose text is as nasty as its notes."""
    title = draw(st.one_of(st.none(), texts.map(lambda text: text.replace("\n", " "))))
    headings = draw(st.lists(texts.map(lambda text: text.replace("\n", " ")), max_size=3))
    text = "" if title is None else f"{title}\n"
    sections = []
    for heading in [None, *headings]:
        start = len(text)
        text += f"{heading or ''}\n{draw(texts)}\n"
        level = 0 if heading is None else 2
        sections.append(Section(heading, level, Span(start, len(text))))
    return Article("an article", title, "it", text, tuple(sections))


@st.composite
def noted_articles(draw: st.DrawFn) -> tuple[Article, list[Note]]:
    """An article and notes that stand in it, or not."""
    article = draw(articles())
    placed = []
    for note in draw(note_lists):
        ends = sorted(draw(st.tuples(*[st.integers(0, len(article.text))] * 2)))
        span = Span(*ends)
        stands = draw(st.booleans())
        placed.append(replace(note, at=span, quote=span.of(article.text)) if stands else note)
    return article, placed


origins = st.builds(
    Origin,
    address=texts,
    source=st.one_of(st.none(), texts, st.just("https://example.org/a?b=c&d=(e)")),
    date=st.one_of(st.none(), times, texts),
)
"""Where an article came from, well formed or not."""
