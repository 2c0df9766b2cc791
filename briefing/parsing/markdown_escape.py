"""Plain words as Markdown that reads as the same words, character by character.

Only what Markdown would take for markup gets a backslash, so that the file stays pleasant to edit.
The rules are those of CommonMark 0.31.2 (https://spec.commonmark.org/0.31.2/) with tables,
strikethrough and footnotes.
"""

from __future__ import annotations

import re

_INLINE = re.compile(
    r"""
    \\ | ` | \*
  | _(?<![^\W_]_) | _(?![^\W_])                             # between letters it is no emphasis
  | ~(?=~) | ~(?<=~~)                                       # one alone strikes nothing
  | \[ (?! (?!\^) [^\[\]\\`<&*_~^]* \] (?![(\[:]) )         # "[sic]" is no link and no footnote
  | <(?=[A-Za-z/!?])                                        # tags, comments, addresses
  | &(?=\#?\w+;)                                            # entities
    """,
    re.VERBOSE,
)
"""Each way begins with a sign of its own: only so does Python skip all other characters at once."""
_MAY_BE_INLINE = re.compile(r"[\\`*_~\[<&]")
"""One of what begins those: most lines have none, which is told much sooner."""
_LINE_START = re.compile(r"[#>]|[-+](?=[ \t]|\Z)|=+[ \t]*\Z|[-:|][-:| \t]*\Z")
"""Headings, quotes, bullets, underlines of headings, rules, and the line below a table's head."""
_ORDINAL = re.compile(r"[0-9]{1,9}(?=[.)](?:[ \t]|\Z))")
"""What an ordered list begins with, up to the delimiter."""
_CLOSING = re.compile(r"#\Z")


def escape_words(text: str) -> str:
    """Escape what would be markup inside a line."""
    return _INLINE.sub(r"\\\g<0>", text) if _MAY_BE_INLINE.search(text) else text


def escape_line(line: str) -> str:
    """Escape a line of a paragraph, whatever stands above it.

    Args:
        line: Without line breaks and without white space at its end. An indent stays in the
            reading text: its first character is written as an entity, so that it makes no code.
    """
    if line[:1].isspace():
        return f"&#{ord(line[0])};{escape_words(line[1:])}"
    ordinal = _ORDINAL.match(line)
    if ordinal is not None:
        return f"{ordinal[0]}\\{escape_words(line[ordinal.end() :])}"
    mark = "\\" if _LINE_START.match(line) else ""
    return mark + escape_words(line)


def escape_heading(line: str) -> str:
    """Escape the words of a heading that is written with number signs."""
    return _CLOSING.sub(r"\\#", escape_words(line))


def paragraph(lines: list[str]) -> str:
    """A paragraph whose line breaks stay."""
    return "\\\n".join(map(escape_line, lines))
