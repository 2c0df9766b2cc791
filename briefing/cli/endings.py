"""How every command ends, whatever happens: with a status, and with one line where it failed."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from briefing.model.errors import BriefingError, QuoteError
from briefing.text.i18n import _

OK, NO, WRONG, BROKEN, INTERRUPTED = 0, 1, 2, 70, 130
"""Exit status: done; the answer is no; the command or its input is wrong; the program itself is
(EX_SOFTWARE of BSD's sysexits.h); Ctrl+C (128 + SIGINT)."""


@contextmanager
def ending_well() -> Iterator[None]:
    """Run a command inside. No traceback reaches a user for bad input.

    Raises:
        SystemExit: With the status, where the command failed.
    """
    _never_fail_on_characters()
    try:
        yield
    except BriefingError as error:
        leave(str(error), NO if isinstance(error, QuoteError) else WRONG)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _close_quietly()
    except OSError as error:
        # Click writes its pages itself. A fault of a file would have the file's name.
        if error.filename is None:
            leave(_not_written(error), WRONG)
        leave(_report(error), BROKEN)
    except Exception as error:  # noqa: BLE001 - the last resort: nobody else can say it better
        leave(_report(error), BROKEN)


def leave(line: str, status: int) -> NoReturn:
    """Say one line and end.

    Raises:
        SystemExit: Always.
    """
    from briefing.cli.output import complain

    complain(line)
    sys.exit(status)


def _not_written(error: OSError) -> str:
    from briefing.cli.output import not_written

    return str(not_written(error))


def _report(error: Exception) -> str:
    """One line on a fault that nobody foresaw, which is written down in full."""
    from briefing.storage.crash_log import write_crash_log

    what = _("the program failed ({error})").format(error=type(error).__name__)
    try:
        path = write_crash_log(error)
    except BriefingError as why:
        return f"{what}; {why}"
    return _("{what}; saved work is whole, and {file} says what happened").format(
        what=what, file=path
    )


def _close_quietly() -> NoReturn:
    """The reader of our output has gone: nothing more can be written, nor needs to be."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(OK)


def _never_fail_on_characters() -> None:
    """Show what the terminal's encoding does not have as an escape instead of giving up."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
