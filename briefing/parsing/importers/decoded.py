"""The text of a document that is one, and what is to be said about how it was read.

A text has no terminal escapes and no control characters but those that part lines and columns; what
a program wrote for its screen (colours, letters struck twice) costs these signs and no words.
"""

from __future__ import annotations

import re

from briefing.model.original import Original
from briefing.text.encodings import decode_foreign
from briefing.text.i18n import _, ngettext
from briefing.text.twice_encoded import encoded_once

_ESCAPES = re.compile(
    r"""(?xs)
    (?: \x1b\[ | \x9b ) [0-?]* [\ -/]* [@-~]                    # colours, moves
    | (?: \x1b[\]PX^_] | [\x90\x98\x9d-\x9f] ) .{0,4096}? (?: \x07 | \x1b\\ | \x9c )  # titles
    | \x1b [\ -/]* [0-~]
    """
)
"""Control sequences and strings
(https://www.ecma-international.org/publications-and-standards/standards/ecma-48, 5.4 to 5.6)."""
_STRUCK_TWICE = re.compile("[^\n\x08]\x08")
"""A letter that a typewriter went back over, to print it bold or underlined."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")

_LINE_CONTROLS = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
"""What else `str.splitlines` breaks at, of the control characters."""


def decoded(original: Original, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of a document.

    Args:
        original: The document.
        declared: The encoding that it says itself; what its server says goes before.

    Returns:
        The text, and the remarks for a user: none where it is plain UTF-8.

    Raises:
        InputError: It is empty, binary, or in no encoding that can be told.
    """
    found = decode_foreign(original.data, original.where, original.charset or declared)
    remarks = []
    if found.encoding is not None:
        remarks.append(_("read as {encoding}, written as UTF-8").format(encoding=found.encoding))
    if found.stray:
        words = ngettext(
            "one byte is not UTF-8 and became \ufffd",
            "{count} bytes are not UTF-8 and became \ufffd",
            found.stray,
        )
        remarks.append(words.format(count=found.stray))
    once = encoded_once(found.text)
    if once != found.text:
        remarks.append(_("its letters were encoded twice, which is undone"))
    text, count = without_controls(once)
    if count:
        words = ngettext(
            "one control character is left out", "{count} control characters are left out", count
        )
        remarks.append(words.format(count=count))
    return text, tuple(remarks)


def without_line_controls(text: str) -> str:
    """A text of a format in which a newline alone ends a line, without the other signs for it."""
    return _LINE_CONTROLS.sub(" ", text)


def without_controls(text: str) -> tuple[str, int]:
    """A text without what steers a terminal or printer, and how many signs that were."""
    if _CONTROLS.search(text) is None:
        return text, 0
    text, escapes = _ESCAPES.subn("", text)
    text, struck = _STRUCK_TWICE.subn("", text)
    text, controls = _CONTROLS.subn("", text)
    return text, escapes + struck + controls
