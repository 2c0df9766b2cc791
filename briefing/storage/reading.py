"""Small files that a person writes by hand: settings and themes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.model.errors import FormatError
from briefing.text.i18n import _
from briefing.text.strict_yaml import Node
from briefing.text.system_words import reason

_LIMIT = 1024 * 1024


def read_small_text(path: Path) -> str:
    """The text of a file of at most one megabyte.

    Raises:
        FormatError: It cannot be read, is too large or is not UTF-8.
    """
    try:
        if not path.is_file():  # a pipe would be waited for
            raise FormatError(_("is not a file"), where=str(path))
        with path.open("rb") as file:
            data = file.read(_LIMIT + 1)
    except OSError as error:
        what = _("cannot be read: {reason}").format(reason=reason(error))
        raise FormatError(what, where=str(path)) from error
    if len(data) > _LIMIT:
        raise FormatError(_("is larger than 1 MB"), where=str(path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        where, remedy = f"{path}:{line}", _("save it as UTF-8")
        raise FormatError(_("is not UTF-8"), where=where, remedy=remedy) from error


def refuse_unknown(node: Node, known: Sequence[str]) -> None:
    """Report every key that is not known, with the one that was probably meant."""
    for key, value in node.fields.items():
        if key in known:
            continue
        from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

        close = get_close_matches(key, known, n=1)
        remedy = _("did you mean {name}?").format(name=close[0]) if close else _("remove it")
        value.report(_("“{key}” is not known here").format(key=key), remedy)
