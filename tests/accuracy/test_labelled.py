"""The labels of real articles can be read, and are scored as their keys say."""

import hashlib
import re
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from tests.accuracy import labelled, scoring, weights
from tests.accuracy.tally import Tally, table

FIRST = "About 4,000 people left the town in the morning before the storm came."
TEXT = f"# Ten ships\n\n{FIRST} The fine was $30. The 4,000 people came back.\n"
LABELS = """
pointer: "ours"
text: "ships.md"
sha256: "{sha256}"
language: "en"
figures:
- {{text: "Ten ships", start: 2, value: 10, qualifier: null, unit: ships, label_ok: [ships]}}
- text: "About 4,000 people"
  start: 13
  value: 4000
  qualifier: about
  unit: people
  label_ok: [left the town]
  main: true
- {{text: "$30", start: 97, value: 30, qualifier: null, unit: "$", label_ok: [fine]}}
- text: "4,000 people"
  start: 106
  value: 4000
  qualifier: null
  unit: people
  label_ok: [people]
  same_as: 2
states: {{}}
lists: []
checks: []
warnings: []
summary_points:
- point: People left and came back
  at: [[13, 83]]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    (tmp_path / "ships.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "ships.yaml").write_text(LABELS.format(sha256=digest), encoding="utf-8")
    return tmp_path


def test_an_article_is_scored_on_all_that_was_labelled(folder: Path) -> None:
    (case,), absent = labelled.load(folder, folder)
    tally = Tally()
    scoring.score(case, (tally,))
    assert absent == []
    assert (tally.recall.part, tally.recall.whole) == (4, 4)
    assert (tally.precision.part, tally.precision.whole) == (3, 3)
    assert (tally.order.part, tally.order.whole) == (1, 1)
    assert (tally.summary.part, tally.summary.whole) == (1, 1)
    assert any(line.startswith("recall") for line in table({"en": tally}, {"en": 1}))


def test_an_optional_figure_needs_no_label(folder: Path) -> None:
    path = folder / "ships.yaml"
    marked = path.read_text("utf-8").replace("unit: ships,", "unit: ships, optional: true,")
    path.write_text(marked.replace('"$", label', '"$", optional: true, label'), encoding="utf-8")
    (case,), _absent = labelled.load(folder, folder)
    tally = Tally()
    scoring.score(case, (tally,))
    assert (tally.recall.whole, tally.precision.part, tally.said.whole) == (2, 3, 1)


def test_another_text_than_the_labelled_one_is_refused(folder: Path) -> None:
    (folder / "ships.md").write_text(TEXT + "More.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="another text"):
        labelled.load(folder, folder)


def test_a_text_that_is_not_there_is_named(folder: Path) -> None:
    (folder / "ships.md").unlink()
    assert labelled.load(folder, folder) == ([], ["ships"])


@pytest.mark.parametrize(
    ("label", "accepted", "phrase", "right"),
    [
        ("households without power", ["households without power"], "300 households", True),
        ("fine", ["a fine", "the first offence"], "£1,000", True),
        ("Winterpause", ["Zahl der Arbeitslosen"], "133.000", False),
        ("people", ["people in the Americas yet to receive a shot"], "5 people", False),
        ("people in the Americas", ["people in the Americas yet to receive a shot"], "5", True),
    ],
)
def test_a_label_is_right_that_says_what_an_accepted_one_says(
    label: str, accepted: list[str], phrase: str, right: bool
) -> None:
    assert scoring.is_right(label, accepted, [phrase]) is right


@pytest.mark.parametrize(
    "path",
    sorted([*labelled.LABELS.rglob("*.yaml"), *weights.NUMBERS.glob("*.yaml")]),
    ids=lambda p: p.stem,
)
def test_every_label_points_at_its_text_and_states_values(path: Path) -> None:
    raw = yaml.safe_load(path.read_text("utf-8"))
    assert raw["pointer"].startswith(("github:", "https://", "http://"))
    assert len(raw["sha256"]) == 64
    for figure in raw["figures"]:
        assert figure["value"] is not None or figure["magnitude"] is not None
        is_below_zero = re.search(r"[-−–] ?\d|\bminus ", figure["text"]) is not None
        assert Decimal(str(figure["value"] or 0)) >= 0 or is_below_zero
        assert 1 <= figure.get("same_as", 1) <= len(raw["figures"])
    assert all(start < end for point in raw["summary_points"] for start, end in point["at"])
