"""A file in which git left both sides of a merge between markers.

The markers are those of git-merge(1), section "How conflicts are presented": ``<<<<<<<`` ours,
``|||||||`` the common ancestor (only in diff3 style), ``=======`` theirs, ``>>>>>>>``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefing.model.errors import FormatError
from briefing.text.i18n import _

# Not str.splitlines: it knows line ends that no editor does.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_OURS, _BASE, _THEIRS = 0, 1, 2
_MARKERS = {"<<<<<<<": _OURS, "|||||||": _BASE, "=======": _THEIRS, ">>>>>>>": None}


@dataclass(slots=True)
class Side:
    """One version of the file."""

    lines: list[str] = field(default_factory=list)
    """Its lines, each with its end."""
    line_numbers: list[int] = field(default_factory=list)
    """Where each stands in the file with the markers, 1-based."""

    @property
    def text(self) -> str:
        """The version as one text."""
        return "".join(self.lines)

    def line_number(self, line_number: int) -> int:
        """The line of the whole file for a line of this version, both 1-based."""
        if not self.line_numbers:
            return 1
        return self.line_numbers[min(max(line_number, 1), len(self.line_numbers)) - 1]


def sides(text: str, where: str) -> tuple[Side, Side | None, Side]:
    """Take a file with markers apart.

    Returns:
        Ours, the common ancestor where every conflict shows it, and theirs.

    Raises:
        FormatError: If the markers do not fit together.
    """
    found = (Side(), Side(), Side())
    inside: int | None = None
    conflicts = bases = 0
    for number, line in enumerate(_LINE.findall(text), start=1):
        marker = _marker(line, inside)
        if marker is not None:
            inside = _after(inside, marker, f"{where}:{number}")
            conflicts += marker == "<<<<<<<"
            bases += marker == "|||||||"
            continue
        for index, side in enumerate(found):
            if inside in (None, index):
                side.lines.append(line)
                side.line_numbers.append(number)
    if inside is not None:
        raise _broken(f"{where}:{len(_LINE.findall(text))}")
    return found[0], found[1] if bases == conflicts else None, found[2]


def _marker(line: str, inside: int | None) -> str | None:
    marker = line[:7]
    if marker not in _MARKERS or line[7:8] not in {"", " ", "\n"}:
        return None
    return marker if inside is not None or marker == "<<<<<<<" else None


def _after(inside: int | None, marker: str, where: str) -> int | None:
    follows: dict[str, tuple[int | None, ...]] = {
        "<<<<<<<": (None,),
        "|||||||": (_OURS,),
        "=======": (_OURS, _BASE),
        ">>>>>>>": (_THEIRS,),
    }
    if inside not in follows[marker]:
        raise _broken(where)
    return _MARKERS[marker]


def _broken(where: str) -> FormatError:
    return FormatError(
        _("the conflict markers do not fit together"),
        where=where,
        remedy=_("settle the merge in an editor"),
    )
