"""A terminal gets as many colours as it says that it has."""

from __future__ import annotations

import pytest

from briefing.model.theme import Theme
from briefing.storage.locations import shipped_themes
from briefing.storage.themes import load_theme
from briefing.ui.depth import Depth, depth_of
from briefing.ui.early_colors import painter

CASES = [
    ({"TERM": "xterm-256color"}, Depth.INDEXED),
    ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, Depth.TRUE),
    ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, Depth.TRUE),
    ({"TERM": "screen-256color", "TMUX": "/tmp/tmux,1,0"}, Depth.INDEXED),
    ({"TERM": "tmux-256color", "TMUX": "x", "COLORTERM": "truecolor"}, Depth.TRUE),
    ({"TERM": "tmux-256color", "TMUX": "x", "KITTY_WINDOW_ID": "1"}, Depth.INDEXED),
    ({"TERM": "screen", "STY": "1.tty"}, Depth.INDEXED),
    ({"TERM": "xterm-kitty"}, Depth.TRUE),
    ({"TERM": "alacritty"}, Depth.TRUE),
    ({"TERM": "xterm-direct"}, Depth.TRUE),
    ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, Depth.TRUE),
    ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, Depth.INDEXED),
    ({"TERM": "xterm-256color", "VTE_VERSION": "7402"}, Depth.TRUE),
    ({"TERM": "xterm-256color", "VTE_VERSION": "3409"}, Depth.INDEXED),
    ({"TERM": "linux"}, Depth.SIXTEEN),
    ({"TERM": "xterm"}, Depth.SIXTEEN),
    ({"TERM": "dumb"}, Depth.NONE),
    ({"TERM": "xterm-kitty", "NO_COLOR": "1"}, Depth.NONE),
]


@pytest.mark.parametrize(("environment", "depth"), CASES, ids=str)
def test_what_terminals_say_of_themselves_is_heeded(
    environment: dict[str, str], depth: Depth
) -> None:
    assert depth_of(environment) is depth


def _paper() -> Theme:
    theme, faults = load_theme("paper", [shipped_themes()])
    assert theme is not None
    assert faults == ()
    return theme


def test_the_first_page_is_sent_by_numbers_to_a_terminal_of_256_colours() -> None:
    paint = painter(_paper(), {"TERM": "xterm-256color"})
    numbers = _paper().indexed
    assert paint("background") == (
        f"\x1b[38;5;{numbers['foreground']}m\x1b[48;5;{numbers['background']}m"
    )
