"""The pieces that a text is read in: nothing is lost between them, and none takes long to read."""

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis import sentences
from briefing.analysis.pieces import LONGEST, pieces


@settings(deadline=None)
@given(st.text("ab .\n", max_size=300).map(lambda part: part * 40))
def test_pieces_cover_all_but_newlines_and_are_short(text: str) -> None:
    found = list(pieces(text, "en"))
    assert "".join(piece.of(text) for piece in found) == text.replace("\n", "")
    assert all(0 < len(piece) <= LONGEST for piece in found)
    assert all("\n" not in piece.of(text) for piece in found)


def test_a_very_long_line_is_cut_between_its_sentences() -> None:
    text = "Dr. Smith met 300 people in Rome and left. " * 200
    found = list(pieces(text, "en"))
    assert len(found) > 2
    assert all(piece.of(text).startswith("Dr. Smith") for piece in found)
    split = [span for piece in found for span in sentences.split(text, "en", piece)]
    assert split == sentences.split(text, "en")


def test_a_long_line_without_sentences_is_cut_between_words_if_there_are_any() -> None:
    assert all(p.of("word " * 900).endswith(" ") for p in pieces("word " * 900, "en"))
    assert [len(piece) for piece in pieces("x" * (LONGEST + 1), "en")] == [LONGEST, 1]
