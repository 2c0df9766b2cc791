"""Names and days below a title go to the front matter, where they are certain to be such."""

from collections import Counter

import pytest

from briefing.parsing.title_credits import credits_below, title_block

NOTHING: tuple[tuple[str, ...], str | None, frozenset[int]] = ((), None, frozenset())


@pytest.mark.parametrize(
    ("lines", "authors", "published", "taken"),
    [
        ("Ada King; Jan van Loo / 14 March 2026", "Ada King; Jan van Loo", "2026-03-14", "01"),
        ("By Ada King and Jan van Loo / March 2026", "Ada King; Jan van Loo", "2026-03", "01"),
        ("A subtitle / by Ada King | Thursday, 7 May 2020", "Ada King", "2020-05-07", "1"),
        ("Von Eva Brand / Stand: 3. September 2025", "Eva Brand", "2025-09-03", "01"),
        ("di Ada Neri e Ugo De Vita / 7 maggio 2024", "Ada Neri; Ugo De Vita", "2024-05-07", "01"),
        ("par Léa Morel / le 1er mai 2021", "Léa Morel", "2021-05-01", "01"),
        ("Por Ana Ruiz / 12 de octubre de 2023", "Ana Ruiz", "2023-10-12", "01"),
        ("door Piet de Wit / 3 maart 2025", "Piet de Wit", "2025-03-03", "01"),
        ("Por Rui Dias / 1º de maio de 2022", "Rui Dias", "2022-05-01", "01"),
        ("By Ada King, Paul Moss and Eve Lund", "Ada King; Paul Moss; Eve Lund", None, "0"),
        ("Annual Review / 31 December 2025", "", "2025-12-31", "1"),
    ],
)  # fmt: skip
def test_who_wrote_a_text_and_when(
    lines: str, authors: str, published: str | None, taken: str
) -> None:
    said = credits_below([*lines.split(" / "), "A first paragraph begins here."])
    assert ("; ".join(said.authors), said.published) == (authors, published)
    assert said.lines == set(map(int, taken))


@pytest.mark.parametrize(
    "lines",
    [
        ["De Nederlandsche Bank", "Amsterdam"],
        ["Global Outlook"],
        ["The boats came home.", "14 March 2026"],
        ["", "14 March 2026"],
        ["1 May 2020", "Rain.", "2 May 2020", "Sun."],
        ["The meeting of 14 March 2026"],
        ["12/05/2020"],
        ["31 February 2020"],
    ],
    ids=lambda lines: lines[0] or "heading",
)
def test_what_is_not_certain_stays_in_the_text(lines: list[str]) -> None:
    said = credits_below(lines)
    assert (said.authors, said.published, said.lines) == NOTHING


def test_names_that_a_document_gives_itself_need_no_word_before_them() -> None:
    known = ("Ada King", "Paul Moss")
    assert credits_below(["Ada King, Paul Moss"], known).lines == {0}
    assert credits_below(["Ada King and Paul Moss | March 2026"], known).published == "2026-03"
    assert credits_below(["Ada King went home"], known).lines == set()


@pytest.mark.parametrize(
    ("lines", "parts", "names"),
    [
        ("A title / Ada King; Paul Moss / May 2020", 3, ("Ada King", "Paul Moss")),
        ("A title over / two lines / Ada King / May 2020", 3, ("Ada King",)),
        ("A title / May 2020", 2, ()),
    ],
)
def test_a_title_with_names_and_day_close_below_it(
    lines: str, parts: int, names: tuple[str, ...]
) -> None:
    found = title_block(lines.split(" / "))
    assert found is not None
    assert (len(found[0]), found[1]) == (parts, names)
    assert " ".join(found[0]) == lines.replace(" / ", " ")


@pytest.mark.parametrize("lines", ["Dear Ada, / we met in / May 2020", "A title / Ada King"])
def test_lines_that_are_no_title_block(lines: str) -> None:
    assert title_block(lines.split(" / ")) is None


def test_names_above_names_at_a_day_are_as_certain() -> None:
    counts = Counter(["ada", "king", "paul", "moss", "the", "boats", "came", "home"])
    said = credits_below(["Ada King", "Paul Moss", "14 March 2026", "The boats"], counts=counts)
    assert said.authors == ("Ada King", "Paul Moss")
    assert said.lines == {0, 1, 2}
