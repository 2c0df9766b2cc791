"""`briefing print`: what people read and what other programs rely on."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.text.width import cells
from tests.cli.run import run, spawn

CASES = Path(__file__).parents[1] / "cases"
TRUTH: dict[str, Any] = yaml.safe_load((CASES / "seed_truth.yaml").read_text(encoding="utf-8"))
FIRST = "corea-del-nord-russia"

KEYS: dict[str, set[str]] = {
    "sections": {"heading", "level", "start", "end"},
    "pages": {"label", "start"},
    "summary": {"text", "start", "end", "auto", "was", "now"},
    "figures": {
        "value",
        "magnitude",
        "qualifier",
        "unit",
        "text",
        "label",
        "upper",
        "start",
        "end",
        "places",
        "auto",
        "was",
        "now",
    },
    "checks": {"kind", "holds", "of", "equals", "claim", "list", "remark", "auto"},
    "warnings": {"text", "start", "end"},
    "states": {"code", "name", "mentions", "other_mentions"},
    "lists": {"title", "kind", "expected", "items", "auto"},
    "remarks": {"text", "start", "end", "was", "now"},
    "notes": {
        *("id", "kind", "by", "created", "updated", "state", "rev", "at", "quote", "before"),
        *("after", "color", "tags", "text", "was", "conflicts", "via"),
        *("match", "start", "end", "confidence", "changed", "now", "about"),
    },
}
ORIGIN = {"authors", "site", "published", "updated", "source"}
TOP = {"title", "language", "text", "dropped", *ORIGIN, *KEYS}


def printed(*words: object, stdin: str | None = None) -> dict[str, Any]:
    done = run("print", *words, "--format", "json", stdin=stdin)
    assert done.status == 0
    value = json.loads(done.out)
    assert isinstance(value, dict)
    return value


@pytest.fixture(scope="module")
def first() -> dict[str, Any]:
    value = json.loads(spawn("print", FIRST, "--format", "json").out)
    assert isinstance(value, dict)
    return value


def test_the_first_article_has_its_title_and_its_headings(first: dict[str, Any]) -> None:
    assert first["title"] == TRUTH["title"]["text"]
    headings = [section["heading"] for section in TRUTH["sections"]]
    assert [section["heading"] for section in first["sections"]] == headings
    assert len([heading for heading in headings if heading]) == 5
    for section in first["sections"]:
        stretch = first["text"][section["start"] : section["end"]]
        assert stretch.startswith(section["heading"] or "La Corea del Nord ha inviato")


def test_the_first_article_has_its_key_figures(first: dict[str, Any]) -> None:
    wanted = [figure for figure in TRUTH["figures"] if figure["key"]]
    given = {figure["text"]: figure for figure in first["figures"]}
    assert len(wanted) == 8
    for figure in wanted:
        found = given[figure["surface"]]
        assert found["value"] == figure["value"]
        assert first["text"][found["start"] : found["end"]] == figure["surface"]
        if figure["qualifier"] != "plural_scale":
            assert found["qualifier"] == figure["qualifier"]
        else:
            assert (found["magnitude"], found["qualifier"]) == (1_000_000, None)


def test_the_sum_of_the_first_article_holds(first: dict[str, Any]) -> None:
    [check] = [check for check in first["checks"] if check["kind"] == "sum"]
    assert check["holds"] is True
    assert check["remark"]
    figures = first["figures"]
    assert sum(figures[index]["value"] for index in check["of"]) == 14_000
    assert figures[check["equals"]]["value"] == 14_000


def test_the_members_are_listed_with_their_codes(first: dict[str, Any]) -> None:
    [members, others] = first["lists"]
    codes = [item["code"] for item in members["items"]]
    assert codes == ["AU", "CA", "FR", "DE", "IT", "JP", "NL", "NZ", "KR", "GB", "US"]
    assert members["expected"] == len(codes)
    assert {item["code"] for item in others["items"]} == {"KP", "RU", "UA"}
    [count] = [check for check in first["checks"] if check["kind"] == "count"]
    assert count["holds"] is True
    assert first["lists"][count["list"]] == members


def test_every_mention_of_a_state_by_name_is_found_and_no_other(first: dict[str, Any]) -> None:
    wanted = defaultdict(list)
    for mention in TRUTH["states"]["mentions"]:
        # The source prints its title twice, on lines 1 and 3; the article has it once.
        if mention["type"] == "name" and mention["line"] != 3:
            wanted[mention["iso"]].append(mention["surface"])
    given = {
        state["code"]: [first["text"][start:end] for start, end in state["mentions"]]
        for state in first["states"]
    }
    assert len(given) == 14
    assert given == dict(wanted)


@pytest.mark.parametrize(
    "markdown",
    [
        "",
        "word\n",
        "# Title\n\nOne.\n",
        "---\ntitle: T\ndropped: [Menu]\n---\n\nThe EU has 27 states.",
    ],
)
def test_every_key_is_always_there(markdown: str, tmp_path: Path, first: dict[str, Any]) -> None:
    path = tmp_path / "a.md"
    path.write_text(markdown or "x", encoding="utf-8")
    run("notes", "add", path, "--at", "0:1")
    for value in (printed(path), first):
        assert set(value) == TOP
        for name, keys in KEYS.items():
            for item in value[name]:
                assert set(item) == keys
    assert len(printed(path)["notes"]) == 1


def test_spans_are_characters_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# 😀 Été\n\nÀ *Paris*, 3 élèves.\n", encoding="utf-8")
    run("notes", "add", path, "--quote", "Paris")
    value = printed(path)
    [note] = value["notes"]
    assert value["text"][note["start"] : note["end"]] == "Paris"
    assert note["match"] == "anchored"


def test_notes_of_another_file_are_printed_where_that_is_named(tmp_path: Path) -> None:
    other = tmp_path / "mine.yaml"
    run("notes", "add", FIRST, "--quote", "tra cui razzi", "--notes", other)
    assert printed(FIRST)["notes"] == []
    assert [note["quote"] for note in printed(FIRST, "--notes", other)["notes"]] == [
        "tra cui razzi"
    ]


def test_the_notes_follow_the_text_for_who_reads_it_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("# Harvest\n\nWheat was cut.\n\n## Rain\n\nRye was late.\n", "utf-8")
    before = run("print", str(path), "--width", "60").out
    assert before.endswith("Rye was late.\n")
    run("notes", "add", str(path), "--quote", "Rye", "--text", "Since when?")
    printed = run("print", str(path), "--width", "60").out
    assert printed.startswith(before)
    notes = printed.removeprefix(before)
    assert [word for word in ("Harvest", "Rain", "Rye", "Since when?") if word not in notes] == []
    assert "## Rain" not in notes, "no markup is shown"
    assert all(len(line) <= 60 for line in notes.splitlines())


@pytest.mark.parametrize("width", [10, 40, 72, 200])
def test_no_line_of_text_is_wider_than_asked(width: int) -> None:
    done = run("print", FIRST, "--width", width)
    assert done.status == 0
    assert max(cells(line) for line in done.out.splitlines()) <= width
    assert done.out.startswith("La Corea")


def test_markdown_gives_the_article_back_with_its_front_matter(tmp_path: Path) -> None:
    done = run("print", FIRST, "--format", "markdown")
    assert done.status == 0
    copy = tmp_path / "copy.md"
    copy.write_text(done.out, encoding="utf-8")
    again, before = printed(copy), printed(FIRST)
    assert again == before


def test_markdown_completes_an_article_without_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Talks\n\nFrance and Italy met. They spent 300 euros.\n", encoding="utf-8")
    copy = tmp_path / "copy.md"
    copy.write_text(run("print", path, "--format", "markdown").out, encoding="utf-8")
    assert copy.read_text(encoding="utf-8").startswith("---\n")
    again = printed(copy)
    assert (again["title"], again["text"]) == ("Talks", printed(path)["text"])


def test_standard_input_is_an_article_like_any_other() -> None:
    value = printed("-", stdin="# Hi\n\nThere.\n")
    assert (value["title"], value["text"]) == ("Hi", "Hi\nThere.")


def test_escapes_in_an_article_reach_no_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("One \x1b[31m two \u202e three \x9b.\n", encoding="utf-8")
    text = run("print", path).out
    loud = {"\x1b", "\u202e", "\x9b"}
    assert loud.isdisjoint(text)
    done = run("print", path, "--format", "json")
    assert loud.isdisjoint(done.out)
    assert loud <= set(json.loads(done.out)["text"])


def test_a_paged_article_says_where_its_pages_begin() -> None:
    article = "# Report\n\n<!-- page iv -->\n\nOn this page and <!-- page 1 -->the next.\n"
    value = printed("-", stdin=article)
    assert value["text"] == "Report\nOn this page and the next."
    assert value["pages"] == [{"label": "iv", "start": 7}, {"label": "1", "start": 24}]


LETTER = """From: Anna Rossi <anna@example.org>
To: list@example.org
Subject: The boats
Date: Thu, 29 May 2025 08:15:00 +0200

They came home in the evening.
"""


def test_an_article_says_who_wrote_it_and_where_it_comes_from() -> None:
    front = "authors: [Anna Rossi]\nsite: The Valley\npublished: 2025-05-29\nupdated: 2025-05-30\n"
    source = "source: {url: 'https://a.example/b', retrieved: '2025-06-01'}\n"
    value = printed("-", stdin=f"---\n{front}{source}---\n# The boats\n\nThey came.\n")
    assert (value["authors"], value["site"]) == (["Anna Rossi"], "The Valley")
    assert (value["published"], value["updated"]) == ("2025-05-29", "2025-05-30")
    nothing = dict.fromkeys(("file", "sha256", "media_type"))
    known = {"url": "https://a.example/b", "retrieved": "2025-06-01"}
    assert value["source"] == {**known, **nothing}


def test_a_letter_says_so_without_having_been_imported(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_text(LETTER, encoding="utf-8")
    value = printed(path)
    assert (value["title"], value["authors"]) == ("The boats", ["Anna Rossi"])
    assert (value["published"], value["site"]) == ("2025-05-29", None)
    assert value["source"]["file"] == "a.eml"


def test_no_escape_reaches_a_pipe(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_bytes("Fo\x1b[31mur\r\n\x9b1mboats\x07 \N{ZERO WIDTH JOINER}.\tEnd\r\n".encode())
    ran = spawn("print", article, "--format", "markdown")
    assert ran.out.endswith("Fo␛[31mur\n�1mboats␇ \N{ZERO WIDTH JOINER}.\tEnd\n")


@pytest.mark.parametrize("form", ["text", "json"])
def test_notes_that_cannot_be_read_are_no_success(tmp_path: Path, form: str) -> None:
    article = tmp_path / "a.md"
    article.write_text("# Talks\n\nFrance came.\n")
    article.with_name("a.notes.yaml").write_text("notes: [")
    done = run("print", article, "--format", form)
    assert done.status == 2
    assert "France came." in done.out
    assert "a.notes.yaml:2" in done.err
    assert run("print", article, "--format", "markdown").status == 0
