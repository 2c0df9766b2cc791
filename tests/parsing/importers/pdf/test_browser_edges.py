"""What a browser prints above and below a page is no part of it, be it a single one."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.pdf.browser_edges import take_browser_edges
from briefing.parsing.importers.pdf.lines import Page, Stretch

ADDRESS = "https://example.org/boats/2026?page=2"
TEXT = ["Boats", "The boats came home.", "1/3 of them were new.", "Nobody was hurt."]


def left(head: tuple[str, ...], foot: tuple[str, ...]) -> list[str]:
    """What is left of a page with parts at its upper and lower edge."""
    edges = [
        Stretch(text, 24 + 280 * at, 200 + 280 * at, base, 8, bold=False)
        for base, parts in ((819, head), (17, foot))
        for at, text in enumerate(parts)
    ]
    lines = [Stretch(text, 60, 300, 700 - 14 * at, 11, bold=False) for at, text in enumerate(TEXT)]
    page = Page(0, "1", [*lines, *edges])
    take_browser_edges([page])
    return [s.text for s in page.stretches]


@pytest.mark.parametrize(
    "now",
    [
        "11/30/26, 5:58 PM",
        "30.11.26, 17:58",
        "30-11-2026 17:58",
        "30/11/2026, 17:58",
        "30.11.2026 klo 17.58",
        "2026. 11. 30. 오후 5:58",
        "2026/11/30 下午5:58",
        "30 Nov 2026, 17:58",
    ],
)
def test_day_and_title_above_address_and_page_below_go_in_any_style(now: str) -> None:
    assert left((now, "The boats"), (ADDRESS, "1/1")) == TEXT
    assert left((now,), ("file:///home/ann/boats.html", "1/12")) == TEXT
    assert left(("The boats", ADDRESS), ("Page 1 of 2", now)) == TEXT


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (("11/30/26, 5:58 PM", "The boats"), ("Printed in the harbour", "1/1")),
        (("The harbour", "The boats"), (ADDRESS, "1/1")),
        (("11/30/26, 5:58 PM", "The boats"), (ADDRESS,)),
        (("11/30/26", "The boats"), (ADDRESS, "3/1")),
    ],
)
def test_what_is_not_all_of_a_browsers_edges_stays(
    head: tuple[str, ...], foot: tuple[str, ...]
) -> None:
    assert left(head, foot) == [*TEXT, *head, *foot]
