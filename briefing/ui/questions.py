"""What a terminal is asked about itself, before the screen library reads the keys.

The answers come on standard input, between the keys. The last question is one that every terminal
answers: once that answer is there, no other is on its way that could be taken for keys. All are of
https://invisible-island.net/xterm/ctlseqs/ctlseqs.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefing.ui.depth import Depth, depth_of

BACKGROUND = "\x1b]11;?\x1b\\"
"""What colour is the background (OSC 11)?"""
COLORS = (
    "\x1b[48;2;1;2;3m\x1bP$qm\x1b\\\x1b[m"  # which colour is set now (DECRQSS of SGR)?
    "\x1bP+q524742\x1b\\\x1bP+q5463\x1b\\"  # are there "RGB" and "Tc" (XTGETTCAP)?
)
"""Are there 16 million colours? Some terminals answer one question, some the other."""
LAST = "\x1b[c"
"""What are you (DA1)?"""

_IS_SET = re.compile(r"P1\$r(?:.*[;:m])?48[;:]2[;:](?:\d*:)?1[;:]2[;:]3(?!\d)")
_IS_KNOWN = re.compile(r"P1\+r(?:524742|5463)\b")
_NOT_ASKED = frozenset({"Apple_Terminal"})
"""Programs that show a question of this kind instead of answering it."""


def questions(environment: Mapping[str, str], *, wants_background: bool) -> str:
    """What to ask a terminal; nothing where all is known.

    Whether it has 16 million colours is not asked within tmux and screen: the answer could be that
    of the terminal outside, and what is shown goes through them.

    Args:
        environment: What the terminal says of itself without being asked.
        wants_background: Whether it matters what its background is.
    """
    is_inside = "TMUX" in environment or environment.get("TERM", "").startswith(("screen", "tmux"))
    is_open = depth_of(environment) is Depth.INDEXED and not is_inside and "STY" not in environment
    wants_colors = is_open and environment.get("TERM_PROGRAM", "") not in _NOT_ASKED
    asked = BACKGROUND * wants_background + COLORS * wants_colors
    return asked + LAST if asked else ""


def has_all_colors(told: Iterable[str]) -> bool:
    """Whether a terminal has 16 million colours, by what it told."""
    return any(_IS_SET.match(word) or _IS_KNOWN.match(word) for word in told)


def is_all(told: Iterable[str]) -> bool:
    """Whether the terminal has said all that it will say."""
    return any(word.startswith("?") and word.endswith("c") for word in told)
