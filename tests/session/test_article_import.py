from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.parsing.document import MarkdownDocument
from briefing.parsing.reading import open_document
from briefing.session.article_import import Imported, import_original
from briefing.session.briefs import make_brief
from briefing.storage.originals import load_original

NOW = "2026-11-22T08:00:00Z"
SEED = Path(__file__).parents[2] / "seeds" / "000_c8ee5dd8522bf747.txt"
ARTICLES = sorted((Path(__file__).parents[1] / "cases" / "articles").glob("*.[!y]*"))


def imported(text: str, name: str = "a.txt", **extra: str) -> Imported:
    return import_original(Original(text.encode(), name, name, **extra), NOW)


def opened(outcome: Imported) -> MarkdownDocument:
    document = open_document(outcome.markdown, name="a")
    assert document.faults == ()
    return document


def test_the_first_article_is_drafted_without_help() -> None:
    front = opened(import_original(load_original(str(SEED)), NOW)).front_matter
    assert front.language == "it"
    assert front.source == {
        "file": SEED.name,
        "media_type": "text/plain",
        "sha256": "c229beb465a5b76ce6e872182d90888a9ab139b9672602f6905716507681f630",
        "retrieved": NOW,
    }
    assert front.dropped[-1] == "Kommentare (0)"
    key = {(f.value, f.magnitude, f.qualifier, f.unit) for f in front.figures}
    assert key >= {
        (14000, None, None, "soldati"),
        (100, None, None, "razzi"),
        (None, 1_000_000, None, "munizioni"),
        (9_000_000, None, "up_to", "pavimenti di artiglieria e munizioni"),
        (11000, None, "over", "soldati"),
        (3000, None, "additional", "soldati"),
        (100, None, "at_least", "missili balistici"),
        (11, None, None, "stati membri delle Nazioni Unite"),
    }
    values = {Decimal(figure.value) for figure in front.figures if figure.value is not None}
    assert not values & {2024, 0}
    states = [item_list for item_list in front.lists if item_list.kind == "states"]
    assert [(len(found.items), found.expected) for found in states] == [(11, 11)]
    assert 3 <= len(front.summary) <= 5


@pytest.mark.parametrize("path", [SEED, *ARTICLES], ids=lambda path: path.stem)
def test_every_drafted_quote_and_check_is_found_again(path: Path) -> None:
    document = opened(import_original(load_original(str(path)), NOW))
    brief, faults = make_brief(document.article(), document.front_matter, "a.md")
    assert faults == ()
    assert all(figure.span is not None for figure in brief.figures)
    assert all(check.holds for check in brief.checks)
    assert document.front_matter.summary
    assert document.front_matter.figures


NUMBERS = st.text("0123456789.,'’-−–+%$€()/ ", min_size=1, max_size=8)
WORDS = (" ", "\n\n", " boats and ", "cmp eax, ", "two thirds ", " million ", "²", "½", " of ", "x")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(["and eax, -4 cmp eax"]).via("a sign that belongs to no number for who finds figures")
@example(["PN 343.7309'9"]).via("a mark of a catalogue")
@given(st.lists(st.one_of(NUMBERS, st.sampled_from(WORDS)), min_size=1, max_size=20))
def test_whatever_is_drafted_is_read_without_a_fault(pieces: list[str]) -> None:
    text = f"# Harbour\n\nThe harbour has 12 boats.\n\n{''.join(pieces)}\n"
    document = opened(imported(text, "a.md"))
    assert make_brief(document.article(), document.front_matter, "a.md")[1] == ()


def test_importing_an_import_changes_nothing() -> None:
    once = imported(SEED.read_text("utf-8")).markdown
    again = imported(once, "a.md")
    assert again.markdown == once
    assert again.dropped == ()


def test_a_foreign_encoding_is_named() -> None:
    words = "Perché la città è così? È già sera, e così sia per tutta la città. Perché?"
    outcome = import_original(Original(words.encode("cp1252"), "a.txt", "a.txt"), NOW)
    assert words in opened(outcome).article().text
    assert any("Latin-1" in remark for remark in outcome.remarks)


def test_a_text_in_no_clear_language_says_so_and_is_imported() -> None:
    outcome = imported("Zzyx qwpo 5.000 vbnm.\n\nLkjh gfds.")
    assert opened(outcome).language is None
    assert any("language" in remark for remark in outcome.remarks)


def test_a_language_without_rules_says_so_and_is_imported() -> None:
    words = "Premier powiedział, że w powodzi zginęło 43 osób i że nie ma jeszcze prądu w mieście."
    outcome = imported(words)
    assert opened(outcome).language == "pl"
    assert any("“pl”" in remark for remark in outcome.remarks)


def test_a_page_keeps_the_region_of_its_language_but_not_a_wrong_one() -> None:
    words = (
        "<p>Der Zug ist nicht gekommen, und die Leute auf dem Bahnhof waren müde. Sie warten.</p>"
    )
    page = f'<html lang="{{}}"><body><article><h1>Der Zug</h1>{words * 3}</article></body></html>'
    assert opened(imported(page.format("de-CH"), "a.html")).language == "de-CH"
    assert opened(imported(page.format("en"), "a.html")).language == "de"
    assert opened(imported(page.format("<x>"), "a.html")).language == "de"


def test_an_editors_words_are_kept_and_the_rest_is_drafted() -> None:
    source = (
        "---\ntitle: Mine\nsource: {url: 'http://a.b'}\nsummary:\n  - text: My point\n"
        "figures:\n  - {value: 7, quote: seven boats}\nextra: 1\n---\n\n"
        "The harbour has seven boats. Of these, at least 3 boats are old and 4 boats are new.\n"
    )
    front = opened(imported(source, "a.md")).front_matter
    assert front.title == "Mine"
    assert front.source == {"url": "http://a.b"}
    assert [entry.text for entry in front.summary] == ["My point"]
    assert [figure.value for figure in front.figures] == [7]
    assert front.extra == {"extra": 1}
    assert front.language == "en"


def test_standard_input_is_told_by_its_words() -> None:
    outcome = imported("# Title\n\nThe words of the text.", "")
    assert opened(outcome).title == "Title"
    assert outcome.remarks[0] == "taken for Markdown"
    assert "file" not in opened(outcome).front_matter.source


def test_steps_are_told_on_the_way() -> None:
    steps: list[str] = []
    import_original(Original(b"Some words.", "a.txt", "a.txt"), NOW, steps.append)
    assert steps == ["reading", "analysing", "writing"]


@pytest.mark.parametrize("text", ["", "  \n\n", "\ufeff"])
def test_an_empty_text_is_one_clear_line(text: str) -> None:
    with pytest.raises(InputError, match=r"a\.txt: is empty"):
        imported(text)
