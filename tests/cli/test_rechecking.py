"""What rests on an article is checked again whenever that comes anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import run
from tests.feed_server import feed_server, item, rss

RIVER = (
    "# River\n\nThe river rose by {} metres in a single night. Some {} people left their homes.\n"
)
DRAFT = (
    "---\nkind: draft\n---\n# Draft\n\n“The river rose by 4.2 metres in a single night” it says.\n"
)


class Library:
    """A library to which one page is added again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.article = folder / "library", folder / "library" / "river.md"
        self._page = folder / "river.md"
        self.folder.mkdir()

    def write(self, name: str, words: str) -> None:
        (self.folder / name).write_text(words)

    def add(self, words: str) -> list[str]:
        """Add the page with other words; what is told below the number of articles."""
        self._page.write_text(words)
        added = run("add", self._page, "--to", self.folder)
        assert added.status == 0
        prefix = f"{self.folder}/"
        return [line.replace(prefix, "") for line in added.err.splitlines()[1:]]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path)
    assert library.add(RIVER.format("4.2", 300)) == []
    return library


def note(library: Library, quote: str, *more: object) -> str:
    return run("notes", "add", library.article, "--quote", quote, *more).out.strip()


def test_a_note_whose_words_are_others_now_is_told_once(library: Library) -> None:
    rise, people = note(library, "4.2 metres"), note(library, "300 people")
    (told,) = library.add(RIVER.format("4.6", 300))
    assert told == (
        f"briefing: river.md:10: the passage of note {rise} has other words now: "
        "was «4.2 metres» now «4.6 metres»"
    )
    (told,) = library.add(RIVER.format("4.6", 350))
    assert f"note {people} has other words now: was «300 people» now «350 people»" in told


def test_a_quotation_that_an_article_has_no_more_is_told(library: Library) -> None:
    library.write("draft.md", DRAFT)
    assert library.add(RIVER.format("4.2", 310)) == []
    (told,) = library.add(RIVER.format("4.6", 310))
    assert told == (
        "briefing: draft.md:6: altered: «The river rose by 4.2 metres in a single night»; river.md;"
        " figure: draft «4.2», source «4.6»"
    )
    assert library.add(RIVER.format("4.7", 310)) == []  # it did not hold before


def test_a_sentence_that_is_gone_is_told_with_the_article_that_had_it(library: Library) -> None:
    library.write("draft.md", DRAFT)
    (told,) = library.add("# River\n\nNothing is known of the flood so far, officials said.\n")
    assert told == (
        "briefing: draft.md:6: unknown: «The river rose by 4.2 metres in a single night»; "
        "river.md had these words before"
    )


def test_a_new_article_is_held_against_the_drafts_that_quote_it(library: Library) -> None:
    quote = "“Nobody had seen the water at such a height before”"
    library.write("draft.md", f"---\nkind: draft\n---\n{quote} it says.\n")
    (told,) = library.add("# Flood\n\nSomebody had seen the water at such a height before.\n")
    assert told.endswith("flood.md; negation: draft «Nobody», source «Somebody»")


def test_what_stands_above_an_article_is_held_against_its_new_text(library: Library) -> None:
    figure = "figures:\n  - quote: 4.2 metres\n    value: 4.2\n"
    head, fence, body = library.article.read_text().rpartition("---\n")
    library.article.write_text(f"{head}{figure}{fence}{body}")
    (told,) = library.add(RIVER.format("4.6", 300))
    assert told.startswith("briefing: river.md:7: ")
    assert "4.2 metres" in told


def test_a_figure_that_is_tied_to_one_that_comes_is_told(library: Library) -> None:
    figure = "figures:\n  - label: rise\n    value: {}\n    unit: metres\n"
    tied = f"{figure.format(4.2)}    same_as: levels.md#rise\n"
    library.write("other.md", f"---\n{tied}---\n# Other\n\nA rise of 4.2 metres was the most.\n")
    (told,) = library.add(f"---\ntitle: Levels\n{figure.format(4.6)}---\nThey rose.\n")
    assert told == (
        "briefing: other.md:3: rise is 4.2 metres here and 4.6 metres in levels.md#rise"
    )


def test_a_note_that_is_about_a_passage_of_an_article_is_told(library: Library) -> None:
    library.write("other.md", "# Other\n\nA rise of 4.2 metres was the most.\n")
    about = ("--text", "?", "--about", library.article, "--about-quote", "4.2 metres")
    run("notes", "add", library.folder / "other.md", "--quote", "4.2 metres", *about)
    (told,) = library.add(RIVER.format("4.6", 300))
    assert told.startswith("briefing: other.md: river.md?rev=")
    assert told.endswith("was «4.2 metres» now «4.6 metres»")


def test_notes_that_cannot_be_read_hide_nothing_else(library: Library) -> None:
    library.write("draft.md", DRAFT)
    library.write("draft.notes.yaml", "format: [")
    library.write("river.notes.yaml", "format: [")
    (told,) = library.add(RIVER.format("4.6", 300))
    assert told.startswith("briefing: draft.md:6: altered: ")


def test_a_correction_by_a_feed_is_held_against_notes(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with feed_server() as server:
        url = server.serve("/feed", rss(item(1, text="Some 300 people left.")))
        run("feeds", "add", url, "--name", "news", "--to", folder)
        (article,) = (folder / "news").glob("*.md")
        written = run("notes", "add", article, "--quote", "300 people").out.strip()
        server.serve("/feed", rss(item(1, text="Some 350 people left.")))
        told = run("feeds", "update", "news", "--to", folder).out
    assert "news: one corrected" in told
    assert f"note {written} has other words now: was «300 people» now «350 people»" in told
