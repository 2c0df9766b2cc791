"""Small files that a person writes by hand: settings and themes."""

from __future__ import annotations

from pathlib import Path

from briefing.model.errors import FormatError
from briefing.text.i18n import _

_LIMIT = 1024 * 1024


def read_small_text(path: Path) -> str:
    """The text of a file of at most one megabyte.

    Raises:
        FormatError: It cannot be read, is too large or is not UTF-8.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LIMIT + 1)
    except OSError as error:
        what = _("cannot be read: {reason}").format(reason=error.strerror or error)
        raise FormatError(what, where=str(path)) from error
    if len(data) > _LIMIT:
        raise FormatError(_("is larger than 1 MB"), where=str(path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        where, remedy = f"{path}:{line}", _("save it as UTF-8")
        raise FormatError(_("is not UTF-8"), where=where, remedy=remedy) from error
