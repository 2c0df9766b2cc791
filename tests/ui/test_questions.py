"""A terminal is asked only what matters and what it can answer itself, and is understood."""

from __future__ import annotations

import pytest

from briefing.ui.questions import BACKGROUND, COLORS, LAST, has_all_colors, is_all, questions


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({"TERM": "xterm-256color"}, COLORS + LAST),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, ""),
        ({"TERM": "xterm-kitty"}, ""),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, ""),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, ""),
        ({"TERM": "linux"}, ""),
        # The terminal outside may answer, and has more colours than come through.
        ({"TERM": "tmux-256color", "TMUX": "/tmp/tmux,1,0"}, ""),
        ({"TERM": "screen-256color"}, ""),
        ({"TERM": "xterm-256color", "STY": "1.tty"}, ""),
    ],
    ids=str,
)
def test_who_is_asked_for_colours(environment: dict[str, str], asked: str) -> None:
    assert questions(environment, wants_background=False) == asked
    both = questions(environment, wants_background=True)
    assert both == BACKGROUND + (asked or LAST)


@pytest.mark.parametrize(
    ("told", "is_true"),
    [
        ("P1$r0;48:2::1:2:3m", True),  # xterm's way, colons
        ("P1$r48;2;1;2;3m", True),
        ("P1$r0;1;48:2:1:2:3m", True),
        ("P1$r0;48:5:16m", False),  # the nearest of 256
        ("P1$r0m", False),
        ("P0$r", False),
        ("P1+r524742=382F382F38", True),
        ("P1+r5463", True),
        ("P0+r5463", False),
        ("P1+r544e=787465726d", False),  # its name
        ("?62;22c", False),
    ],
)
def test_the_terminals_word_on_colours_is_understood(told: str, is_true: bool) -> None:
    assert has_all_colors(["11;rgb:1e1e/1e1e/2e2e", told]) is is_true


def test_without_the_last_answer_more_may_come() -> None:
    assert is_all(["11;rgb:0/0/0", "?62;c"])
    assert not is_all(["11;rgb:0/0/0", "P1+r5463"])
