"""What a terminal answers late must never do what a key does."""

from __future__ import annotations

import os

import pytest

from briefing.ui.answers import Answers, without_answers

COLOR, SETTING, KIND = (
    b"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
    b"\x1bP1$r48:2:1:2:3m\x1b\\",
    b"\x1b[?62;22c",
)


@pytest.mark.parametrize("answer", [COLOR, COLOR[:-2] + b"\x07", SETTING, KIND])
def test_an_answer_is_taken_out_wherever_it_is_cut(answer: bytes) -> None:
    sent = b"a" + answer + "è".encode()
    for cut in range(len(sent) + 1):
        answers = Answers()
        assert answers.feed(sent[:cut]) + answers.feed(sent[cut:]) == "aè".encode()
        assert answers.held == b""


@pytest.mark.parametrize(
    "keys", [b"\x1b[A", b"\x1b[1;3D", b"\x1bOP", b"\x1b[<0;3;4M", b"\x1b[200~x\x1b[201~", b"\x1bx"]
)
def test_what_a_key_sends_goes_through(keys: bytes) -> None:
    answers = Answers()
    assert answers.feed(keys) + answers.release() == keys


def test_escape_is_passed_on_once_nothing_follows_and_half_an_answer_is_not() -> None:
    answers = Answers()
    assert (answers.feed(b"\x1b"), answers.release()) == (b"", b"\x1b")
    assert (answers.feed(COLOR[:8]), answers.release()) == (b"", b"")


def test_the_library_reads_what_is_typed_and_nothing_else() -> None:
    theirs, ours = os.pipe()
    with without_answers(theirs) as typed:
        os.write(ours, b"j" + COLOR[:5])
        assert os.read(typed, 10) == b"j"
        os.write(ours, COLOR[5:] + KIND + b"\x1b")
        assert os.read(typed, 10) == b"\x1b"
        os.close(ours)
        assert os.read(typed, 10) == b""
    os.close(theirs)
