"""Where links lead, and which are never opened."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

from briefing.model.errors import BriefingError, InputError, NotFoundError, UsageError
from briefing.model.span import Place, Span
from briefing.parsing.document import MarkdownDocument
from briefing.parsing.reading import open_document
from briefing.session.links import (
    Link,
    LinkKind,
    anchor_place,
    footnote_place,
    open_in_browser,
    read_address,
)
from briefing.session.note_draft import NoteDraft
from briefing.storage.sources import load_path
from tests.session.fakes import make_reading

ARTICLE = Path("/reports/2026/first.md")


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c#d", "HTTP://example.org", "mailto:anna@example.org"]
)
def test_addresses_of_the_web_are_for_the_browser(address: str) -> None:
    assert read_address(address, ARTICLE) == Link(LinkKind.WEB, address)


@pytest.mark.parametrize(
    ("address", "path", "anchor"),
    [
        ("second.md", "/reports/2026/second.md", ""),
        ("../2025/old%20one.md#after", "/reports/2025/old one.md", "after"),
        ("notes.txt?raw=1", "/reports/2026/notes.txt", ""),
        ("README", "/reports/2026/README", ""),
    ],
)
def test_paths_count_from_the_folder_of_the_article(address: str, path: str, anchor: str) -> None:
    expected = Link(LinkKind.FILE, path=Path(path), anchor=anchor)
    assert read_address(address, ARTICLE) == expected


def test_an_anchor_alone_stays_in_the_article() -> None:
    assert read_address("#le%20cifre", ARTICLE) == Link(LinkKind.ANCHOR, anchor="le cifre")


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "javascript:alert(1)", "ftp://example.org/a", "tel:123",
        "data:text/html,x", "picture.png", "run.sh", "a%00b.md",
    ],
)  # fmt: skip
def test_everything_else_is_refused_with_one_line(address: str) -> None:
    with pytest.raises(UsageError) as error:
        read_address(address, ARTICLE)
    assert "\n" not in str(error.value)
    assert "\0" not in str(error.value)


def _document() -> MarkdownDocument:
    return open_document(
        "# Title\n\nText[^a] and more[^b].\n\n## Perché no? *Sì!*\n\nOne.\n\n## Same\n\nTwo.\n\n"
        '## Same\n\n<a id="there"></a>Three.\n\n[^a]: First note.\n[^b]: Second note.\n',
        name="a",
        where="a.md",
    )


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("", "Title"),
        ("perché-no-sì", "Perché no?"),
        ("same", "Same\nTwo."),
        ("same-1", "Same\nThree."),
        ("there", "Three."),
    ],
)
def test_an_anchor_leads_to_its_heading_or_tag(anchor: str, words: str) -> None:
    document = _document()
    assert _words_at(document, anchor_place(document, anchor)).startswith(words)


def test_a_footnote_is_found_by_its_number() -> None:
    document = _document()
    assert _words_at(document, footnote_place(document, 2)) == "Second note."
    with pytest.raises(NotFoundError):
        footnote_place(document, 3)


def test_an_anchor_that_is_nowhere_is_one_line() -> None:
    with pytest.raises(NotFoundError, match="#nowhere"):
        anchor_place(_document(), "nowhere")


def test_a_browser_that_does_not_answer_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _address: False)
    with pytest.raises(BriefingError, match="no browser answers"):
        open_in_browser("https://example.org")


def _words_at(document: MarkdownDocument, place: Place) -> str:
    return document.chunk(place.chunk).text[place.offset :]


def test_an_anchor_of_a_note_leads_to_its_passage() -> None:
    reading = make_reading("# Talks\n\nFrance came.\n\nItaly came too.\n")
    start = reading.article.text.index("Italy")
    note = reading.take_out_notes().add(Span(start, start + 5), NoteDraft("x"))
    assert reading.offset(reading.anchor_place(f"note-{note.id}")) == start
    with pytest.raises(NotFoundError, match="there is no note a999"):
        reading.anchor_place("note-a999")


def test_a_heading_that_looks_like_a_note_is_found_by_its_slug() -> None:
    reading = make_reading("Text.\n\n## Note pad\n\nMore.\n")
    start = reading.article.text.index("Note pad")
    assert reading.offset(reading.anchor_place("note-pad")) == start


def test_a_link_to_a_file_that_links_to_itself_is_read_and_its_opening_tells_why(
    tmp_path: Path,
) -> None:
    (tmp_path / "loop.md").symlink_to("loop.md")
    link = read_address("loop.md", tmp_path / "a.md")
    assert link.path == tmp_path / "loop.md"
    with pytest.raises(InputError):
        load_path(link.path)
