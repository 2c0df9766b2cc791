"""Lines in bold that somebody says in an interview: questions, and whatever else opens a turn."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.parsing.headings import is_heading_like
from briefing.parsing.importers.page.pieces import Piece, has_sentence

_SEVERAL = 2
"""Lines that are asked, from which on a text is an interview."""
_QUESTION = re.compile(r"[?？؟;][\s\u200b]*\Z")
"""Where a question ends: in Latin, East Asian, Arabic and Greek script; signs without a width are
behind it where it was pasted."""
_TURN = re.compile(r"[-–—―][^\W\d_¿¡«“\"]|[-–—―][¿¡«“\"]|[*•][^\W\d_]")
"""What a turn of a conversation begins with: a dash right before the first word."""


def asked_lines(pieces: Sequence[Piece]) -> set[int]:
    """Which lines in bold are said in an interview, 0-based: some are longer than headings are."""
    bold = {at: piece.text for at, piece in enumerate(pieces) if piece.is_bold}
    asked = {at for at, text in bold.items() if _QUESTION.search(text)}
    turns = {at for at, text in bold.items() if _TURN.match(text)}
    is_interview = len(asked) >= _SEVERAL and any(_is_speech(bold[at]) for at in asked)
    is_turned = len(turns) >= _SEVERAL and not asked.isdisjoint(turns)
    return (asked if is_interview or is_turned else set()) | (turns if is_turned else set())


def _is_speech(text: str) -> bool:
    return not is_heading_like(text) or has_sentence(text[:-1])
