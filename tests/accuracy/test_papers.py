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
    article = open_document(BODY, name="boats").article()
    found = score("boats", TRUTH, article, PAGES)
    assert found == Score("boats", 6, 7, 1, 2, 1, ("page ii",))
    whole = total([found, found])
    assert (whole.words, whole.most_words, whole.right, whole.wanted, whole.said) == (
        12,
        14,
        2,
        4,
        2,
    )
