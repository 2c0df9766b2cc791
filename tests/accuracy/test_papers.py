"""The scoring of PDFs counts what a reader would call wrong."""

from __future__ import annotations

from briefing.parsing.reading import open_document
from tests.accuracy.papers import Score, score, total

BODY = "<!-- page i -->\n\n# Boats\n\n## Crews\n\nThe crews'\n\n<!-- page ii -->\n\ncame home. 2\n"
TRUTH = {
    "title": "Boats",
    "words": ["Boats", "Crews", "The", "crews’", "came", "home."],
    "heads": [["Crews", 1], ["Nets", 1]],
    "running": ["Yearbook"],
}
PAGES = {"i": "BoatsCrewsThecrews", "ii": "Netsarehere"}


def test_what_is_missing_too_much_or_misplaced_is_counted() -> None:
    found = score("boats", TRUTH, open_document(BODY, name="boats"), PAGES)
    assert found == Score("boats", 5, 6, 1, 2, 1, ("page ii",))
    whole = total([found, found])
    counts = (whole.words, whole.most_words, whole.right, whole.wanted, whole.said)
    assert counts == (10, 12, 2, 4, 2)


def test_the_words_are_those_a_reader_sees_below_the_title() -> None:
    body = (
        "<!-- page 1 -->\n\n# Boats\n\nNets … 3\n\n4. Mend.[^1] Twice.²\n\n- Row | home.\n\n"
        "[^1]: By hand.\n"
    )
    words = ["Nets", "3", "4.", "Mend.", "Twice.", "Row", "home.", "1.", "By", "hand."]
    truth = {"title": "Boats", "words": words, "heads": [], "running": []}
    found = score("boats", truth, open_document(body, name="boats"), {"1": "BoatsNets"})
    assert (found.words, found.most_words, found.faults) == (10, 10, ())
