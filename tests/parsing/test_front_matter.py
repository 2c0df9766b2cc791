"""What an editor wrote above an article is read entry by entry; a slip costs only its entry."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.model.figure import Qualifier
from briefing.model.front_matter import CountEntry, Quote, RestatementEntry, SumEntry
from briefing.parsing.front_matter import read_front_matter
from briefing.parsing.reading import open_document

FULL = """---
title: Soldati  e razzi
language: it
source: {file: seed.txt, sha256: abc}
published: 2025-05-30
summary:
  - text: A point
    quote: words
    before: 'the '
figures:
  - {label: Soldiers, value: 11000, qualifier: over, unit: men, quote: over 11,000 men}
  - {magnitude: 1000000, quote: millions}
  - {value: 1.5, quote: one and a half}
checks:
  - {sum: [a, b], equals: c}
  - {count: Members, equals: d}
  - {restates: e, equals: f}
lists:
  - title: Members
    kind: states
    expected: 2
    items:
      - {name: Norway, code: NO, also: [Norge]}
remarks:
  - {quote: wrong, text: A slip}
dropped: [Kommentare (0)]
editor: {name: Anna}
---
Text.
"""


def test_everything_an_editor_may_write_is_read() -> None:
    read = read_front_matter(FULL, "a.md")
    matter = read.front_matter
    assert read.faults == ()
    assert FULL[read.body :] == "Text.\n"
    assert matter.title == "Soldati e razzi"
    assert matter.language == "it"
    assert matter.source == {"file": "seed.txt", "sha256": "abc"}
    assert matter.published == "2025-05-30"
    assert matter.summary[0].quote == Quote("words", before="the ", line_number=8)
    assert [figure.value for figure in matter.figures] == [11000, None, Decimal("1.5")]
    assert matter.figures[0].qualifier is Qualifier.OVER
    assert matter.figures[1].magnitude == 1000000
    assert matter.checks == (
        SumEntry(("a", "b"), "c", 15),
        CountEntry("Members", "d", 16),
        RestatementEntry("e", "f", 17),
    )
    assert matter.lists[0].items[0].code == "NO"
    assert matter.lists[0].items[0].also == ("Norge",)
    assert matter.remarks[0].text == "A slip"
    assert matter.dropped == ("Kommentare (0)",)
    assert matter.extra == {"editor": {"name": "Anna"}}


@pytest.mark.parametrize(
    ("entry", "line", "words"),
    [
        ("title: [x]", 2, "title"),
        ("title: 2025", 2, "title"),
        ("language: Italian language", 2, "language"),
        ("figures: many", 2, "figures"),
        ("figures:\n  - {value: 14.000, quote: a}", 3, "14000"),
        ("figures:\n  - {value: 3, qualifier: nearly}", 3, "about"),
        ("figures:\n  - just words", 3, "figures"),
        ("summary:\n  - {quote: words}", 3, "text"),
        ("checks:\n  - {equals: x}", 3, "sum"),
        ("checks:\n  - {sum: [a], count: b, equals: x}", 3, "sum"),
        ("checks:\n  - {sum: [a]}", 3, "equals"),
        ("lists:\n  - {items: []}", 3, "title"),
        ("lists:\n  - {title: A, kind: states, items: [{name: B, code: Norway}]}", 3, "3166"),
        ("remarks:\n  - {text: x}", 3, "quote"),
        ("title: a\ntitle: b", 3, "twice"),
        ("title: [a", 3, "YAML"),
        ("a: !!python/object:os.system x", 2, "tag"),
    ],
)
def test_a_slip_is_named_with_its_line_and_the_text_is_shown(
    entry: str, line: int, words: str
) -> None:
    document = open_document(f"---\n{entry}\n---\nText.\n", name="a", where="dir/a.md")
    assert len(document.faults) == 1
    assert document.faults[0].where == f"dir/a.md:{line}"
    assert words in str(document.faults[0])
    assert document.article().text.endswith("Text.")


def test_one_wrong_entry_leaves_the_others() -> None:
    source = (
        "---\nfigures:\n- {value: 1, quote: a}\n- {value: 1.000}\n- {value: 3, quote: b}\n---\n"
    )
    document = open_document(source, name="a")
    assert [figure.value for figure in document.front_matter.figures] == [1, 3]
    assert [fault.where for fault in document.faults] == ["a:4"]


@pytest.mark.parametrize(
    "source",
    [
        "---\nwords\n---\n",
        "---\n- a\n---\n",
        "---\n---\n",
        "---\nSome words: of a text\nthat goes on here.\n---\n",
        "---\ntitle: never closed\n",
        "----\ntitle: x\n---\n",
        "\n---\ntitle: x\n---\n",
        " ---\ntitle: x\n---\n",
    ],
)
def test_what_is_no_mapping_is_markdown(source: str) -> None:
    read = read_front_matter(source, "a.md")
    assert read.body == 0
    assert read.faults == ()


def test_a_title_that_is_cut_is_told() -> None:
    document = open_document(f"---\ntitle: {'x' * 2_001}\n---\nText.\n", name="a", where="a.md")
    assert document.title == "x" * 2_000
    [fault] = document.faults
    assert (fault.what, fault.where) == (
        "the title has 2001 characters; the first 2000 are shown",
        "a.md:2",
    )
    whole = open_document(f"---\ntitle: {'x' * 2_000}\n---\nText.\n", name="a", where="a.md")
    assert whole.faults == ()


@pytest.mark.parametrize(
    "block",
    [
        '+++\ntitle = "Boats: a report"\nauthor = "Anna Berg"\ndate = 2026-05-30\n+++\n',
        "---\ntitle: 'Boats: a report'\nauthor:\n- name: Anna Berg\ndate: 2026-05-30\n...\n",
        "% Boats:\n  a report\n% Anna Berg\n% 2026-05-30\n",
    ],
    ids=["Hugo's TOML", "pandoc's YAML", "pandoc's title block"],
)
def test_the_blocks_of_other_programs_are_read(block: str) -> None:
    document = open_document(f"{block}\nSeven boats lie there.\n", name="x")
    found = document.front_matter
    assert (found.title, found.authors, found.published) == (
        "Boats: a report",
        ("Anna Berg",),
        "2026-05-30",
    )
    assert document.article().text == "Boats: a report\nSeven boats lie there."
    assert document.faults == ()


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ('"Boats" and more', '"Boats" and more'),
        ('"He said "hi" to me"', 'He said "hi" to me'),
        ("'It's late'", "It's late"),
        ('"Boats', "Boats"),
        ("[DRAFT] Boats: a list", "[DRAFT] Boats: a list"),
        ("@anna", "@anna"),
        ('It\'s time: "now" or never', 'It\'s time: "now" or never'),
    ],
)
def test_a_title_that_breaks_yaml_is_read_as_it_was_meant(line: str, title: str) -> None:
    document = open_document(f"---\ntitle: {line}\nauthor: Anna\n---\nText.\n", name="x")
    assert (document.title, document.front_matter.authors) == (title, ("Anna",))
    assert document.faults == ()


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("3 March 2026", "2026-03-03"),
        ("12. Mai 2026", "2026-05-12"),
        ("March 2026", "2026-03"),
        ("2026-06-30 08:00:00 +0200", "2026-06-30 08:00:00 +0200"),
        ("in spring", "in spring"),
    ],
)
def test_the_day_that_another_program_writes_in_words_is_one(said: str, day: str) -> None:
    document = open_document(f"---\ntitle: Boats\ndate: {said}\n---\nText.\n", name="x")
    assert document.front_matter.published == day


@pytest.mark.parametrize("said", ["'`r Sys.Date()`'", "'{{date}}'", "'<% tp.date.now() %>'"])
def test_a_day_that_was_never_filled_in_is_none(said: str) -> None:
    document = open_document(f"---\ntitle: Boats\ndate: {said}\n---\nText.\n", name="x")
    assert (document.front_matter.published, document.faults) == (None, ())


@pytest.mark.parametrize(
    "title",
    [
        "[{type: main, text: Boats}, {type: subtitle, text: A report}]",
        "[{type: short, text: B}, {text: Boats, type: main}]",
        "[{text: Boats}]",
    ],
)
def test_the_title_that_pandoc_has_in_parts_is_the_main_one(title: str) -> None:
    document = open_document(f"---\ntitle: {title}\n---\nText.\n", name="x")
    assert (document.title, document.faults) == ("Boats", ())


def test_the_abstract_that_pandoc_writes_is_the_summary_and_hugos_author_the_author() -> None:
    block = "title: Boats\nabstract: |\n  Seven boats.\n\n  All old.\nparams: {author: Anna}\n"
    front = open_document(f"---\n{block}---\nText.\n", name="x").front_matter
    assert [entry.text for entry in front.summary] == ["Seven boats. All old."]
    assert front.authors == ("Anna",)


@pytest.mark.parametrize(("said", "language"), [("pt-BR", "pt-BR"), ("the language", None)])
def test_the_language_that_another_program_names_is_taken_where_it_is_one(
    said: str, language: str | None
) -> None:
    document = open_document(f"---\ntitle: Boats\nlang: {said}\n---\nSete barcos.\n", name="x")
    assert (document.front_matter.language, document.faults) == (language, ())


def test_toml_that_breaks_its_rules_is_told_and_the_text_is_shown() -> None:
    document = open_document("+++\ntitle = Boats\n+++\nSeven boats.\n", name="x")
    assert "TOML" in document.faults[0].what
    assert document.article().text == "Seven boats."


@pytest.mark.parametrize(
    "source",
    [
        "% of them are boats, she said.\n\nSo it is.",
        "+++\nNo front matter, but a sign.\n\nSo it is.",
        '+++\nx = "no known key"\n+++\nSo it is.',
    ],
)
def test_signs_that_open_no_front_matter_are_text(source: str) -> None:
    document = open_document(source, name="x")
    assert document.article().text.startswith(source[:2])
