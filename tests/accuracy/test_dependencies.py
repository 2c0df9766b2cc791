"""What a treebank says of a label."""

from pathlib import Path

import pytest

from briefing.model.span import Span
from tests.accuracy.dependencies import Tree, trees
from tests.accuracy.weights import fitted, of_treebank, threshold

TEXT = "The old toll rose to 21 in May."
ROWS = """\
1 The the DET _ _ 3 det
2 old old ADJ _ _ 3 amod
3 toll toll NOUN _ _ 4 nsubj
4 rose rise VERB _ _ 0 root
5 to to ADP _ _ 6 case
6 21 21 NUM _ _ 4 obl
7 in in ADP _ _ 8 case
8 May May PROPN _ _ 4 obl
9 . . PUNCT _ _ 4 punct"""


@pytest.fixture(name="bank")
def _bank(tmp_path: Path) -> Path:
    rows = "\n".join("\t".join((*row.split(), "_", "_")) for row in ROWS.splitlines())
    path = tmp_path / "en_own-ud-test.conllu"
    path.write_text(f"# sent_id = 1\n# text = {TEXT}\n{rows}\n\n", "utf-8")
    return path


def _place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("label", "is_right"),
    [("old toll", True), ("toll rose", True), ("old", False), ("The", False), ("rose to", False)],
)
def test_a_label_is_right_that_is_whole_and_holds_what_the_number_hangs_on(
    bank: Path, label: str, *, is_right: bool
) -> None:
    tree: Tree = next(trees(bank, frozenset()))
    assert tree.is_right(_place("21"), _place(label)) == is_right


def test_weights_tell_the_right_pieces_from_the_others(bank: Path) -> None:
    numbers = [*of_treebank(bank)] * 20
    weights = fitted([(numbers, 1.0)])
    assert weights["by subject of"] > 0
    assert threshold(numbers, weights, 0.5) > 0
