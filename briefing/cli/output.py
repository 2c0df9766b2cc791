"""All that commands write: results on standard output or into a file, messages on standard error.

What comes from outside is shown, never obeyed: a message is one safe line, and JSON has no
character in it that a terminal might act on.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import click

from briefing.model.errors import Fault, StorageError
from briefing.model.source import Source
from briefing.storage.atomic import write_atomically
from briefing.storage.links import destination
from briefing.text.i18n import _
from briefing.text.safe import drawn, one_line, visible, visible_lines, without_controls
from briefing.text.system_words import reason

STDOUT = "-"
"""What `-o` is given to mean standard output."""


def say(text: str, *, end: str = "\n") -> None:
    """Write to standard output; where that is a terminal, nothing but text.

    Raises:
        BrokenPipeError: Nobody reads it any more.
        StorageError: It does not take what is written.
    """
    if sys.stdout is None:
        raise StorageError(_("is closed"), where=_("standard output"))
    if sys.stdout.isatty():
        text = drawn(visible_lines(text))
    try:
        click.echo(text + end, nl=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise not_written(error) from error


def not_written(error: OSError) -> StorageError:
    """Say in one line why standard output did not take what was written."""
    what = _("this could not be written: {reason}").format(reason=reason(error))
    return StorageError(what, where=_("standard output"))


def complain(line: str) -> None:
    """Write one line to standard error. Where nobody takes it, the work and its status stand."""
    with suppress(OSError):
        click.echo(f"briefing: {one_line(line)}", err=True)


def tell(faults: Iterable[Fault]) -> None:
    """What is wrong, a line each, on standard error."""
    for fault in faults:
        complain(str(fault))


def tell_of(source: Source) -> None:
    """How an article was read, where that is worth a word, a line each on standard error."""
    where = _("standard input") if source.path is None else source.path.name
    for remark in source.remarks:
        complain(f"{where}: {remark}")


def say_json(value: object) -> None:
    """Write one JSON value to standard output."""
    from briefing.exchange.visible import quiet_json

    is_unicode = getattr(sys.stdout, "encoding", None) in ("utf-8", "UTF-8", "utf8")
    say(quiet_json(json.dumps(value, ensure_ascii=not is_unicode, indent=2)))


def say_document(text: str) -> None:
    """Write a whole document: as it is but for control characters, which a pipe may show yet.

    Where a terminal shows it, all that could move or hide text is made harmless.
    """
    if sys.stdout is not None and sys.stdout.isatty():
        text = drawn("\n".join(map(visible, text.replace("\r\n", "\n").split("\n"))))
    say(without_controls(text), end="")


def deliver(text: str, path: Path | None, *, force: bool) -> None:
    """Write a document to a file, or to standard output where none is named.

    Raises:
        StorageError: There is such a file and ``force`` is not given, or it cannot be written.
    """
    if path is None or str(path) == STDOUT:
        say_document(text)
        return
    if not force and os.path.lexists(path):
        raise StorageError(
            _("there is such a file already"),
            where=str(path),
            remedy=_("name another, or overwrite it with --force"),
        )
    real = destination(path)
    write_atomically(real, text.encode("utf-8", "surrogateescape"))
    if real != path:
        complain(_("{file} is behind a link: written to {real}").format(file=path, real=real))


def seen_from(source: Source, output: Path | None) -> str | None:
    """An article's file as seen from where a document will lie; None where it has none."""
    if source.path is None or source.shipped:
        return None
    if output is None or str(output) == STDOUT:
        return source.path.name
    return os.path.relpath(source.path, output.absolute().parent)
