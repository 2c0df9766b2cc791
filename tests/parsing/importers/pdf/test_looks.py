"""Links and emphasis of a PDF, as a reader would have written them."""

from __future__ import annotations

import pytest

from briefing.model.original import Original
from briefing.parsing.importers.formats import read_original
from briefing.parsing.importers.pdf.looks import BOLD, FIRST_LINK, PLAIN, styled, without_first
from briefing.parsing.reading import open_document
from tests.parsing.importers.pdf.typeset import compiled

PAGE = '#set page(width: 110mm, height: 160mm, margin: 14mm, numbering: "1")\n'
SENTENCE = "The harbour of the town has seven boats, and all of them were built in it. "


def body_of(source: str) -> str:
    made = compiled(f"{PAGE}= The harbour\n{SENTENCE * 3}\n\n{source}\n\n{SENTENCE}")
    return read_original(Original(made, "report.pdf", "report.pdf")).body


@pytest.mark.parametrize(
    ("source", "written"),
    [
        (f"It has *seven boats* here. {SENTENCE}", "It has **seven boats** here."),
        (f"They were _built there_, too. {SENTENCE}", "They were *built there*, too."),
        (f"*Built.* {SENTENCE}", "**Built.** The harbour"),
        (f"{SENTENCE}It is {'*' + 'boats and ' * 12}sails* here.", f"**{'boats and ' * 12}sails**"),
        (f"_{SENTENCE.strip()}_", f"\n{SENTENCE.strip()}\n"),
        ("- *First:* a boat of the town\n- the second of them", "- **First:** a boat of the town"),
        (
            f'See #link("https://a.example/b?c=1")[all of it], too. {SENTENCE}',
            "See [all of it](<https://a.example/b?c=1>), too.",
        ),
        (
            f'{SENTENCE}It is at #link("https://a.example/{"long/" * 12}end"). So.',
            f"[https://a.example/{'long/' * 12}end](<https://a.example/{'long/' * 12}end>). So.",
        ),
        (
            f'It is *seven* and #link("https://a.example/")[a\\_b\\_ \\[c\\]] of it. {SENTENCE}',
            "[a_b\\_ \\[c\\]](<https://a.example/>) of it.",
        ),
        (
            '#table(columns: 2, [Place], [See], [Velm], link("https://a.example/v")[it], [B], [c])',
            "| Velm | [it](<https://a.example/v>) |",
        ),
        (
            f'Boats#footnote[See #link("https://a.example/n")[the note] of _it_.] go. {SENTENCE}',
            "See [the note](<https://a.example/n>) of *it*.",
        ),
    ],
)
def test_links_and_emphasis_come_through(source: str, written: str) -> None:
    assert written in body_of(source).replace("\n    ", " ")


def test_the_words_are_those_without_links_and_emphasis() -> None:
    looks = 'A *very* bold and #link("https://a.example/")[far] _leading_ word of it. '
    bare = "A very bold and far leading word of it. "
    texts = [open_document(body_of(each * 4), name="x").article().text for each in (looks, bare)]
    assert texts[0] == texts[1]


def test_signs_hold_up_to_the_next_space_or_to_the_plain_one() -> None:
    text = f"{BOLD}so{PLAIN}, {BOLD}it {chr(FIRST_LINK)}is"
    parts = styled(text, ["https://a.example/"], is_plain=False)
    assert [(part.text, part.mark, part.address) for part in parts] == [
        ("so", "**", ""),
        (", ", "", ""),
        ("it", "**", ""),
        (" ", "", ""),
        ("is", "", "https://a.example/"),
    ]
    assert without_first(text, 2) == f"{PLAIN}, {BOLD}it {chr(FIRST_LINK)}is"


def test_a_bold_line_is_a_heading_though_its_number_is_set_lightly() -> None:
    parts = "\n\n".join(
        f"#block[{number}.#h(6mm)*{name}*]\n\n{number}.1#h(4mm){SENTENCE * 2}"
        for number, name in ((1, "Boats of the town"), (2, "Those who built them"))
    )
    body = body_of(parts)
    assert "## 1. Boats of the town\n" in body
    assert "## 2. Those who built them\n" in body
    assert "\n1.1 The harbour" in body
