"""Reading a library for its index in a process of its own, so that keys wait for nothing.

In a thread of the reader it would share the interpreter with the keys: each of them waited for
whatever was being read. What is said goes through two pipes: how many documents are left, a line of
JSON each, and the end of its input, which is the end of the reader too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from briefing.model.errors import BriefingError, BusyError, StorageError
from briefing.text.i18n import language

_PACKAGE = Path(__file__).resolve().parents[2]
_NICE = 5
"""How far it stands back behind what the reader's keys ask for."""


def read_apart(folder: Path, files: Sequence[Path]) -> Iterator[int]:
    """Bring the index of a library up to date; the end of this is the end of the process.

    Args:
        folder: Where the library lies.
        files: The articles that it is made of; all below the folder where none is named.

    Yields:
        After each step, how many documents are left.

    Raises:
        BusyError: Another program is doing this.
        StorageError: The index cannot be written, or the process came to harm.
    """
    process = _begin(folder, files)
    try:
        yield from _told(process)
    finally:
        process.kill()
        process.communicate()


def _told(process: subprocess.Popen[bytes]) -> Iterator[int]:
    for line in process.stdout or ():
        said = json.loads(line)
        if isinstance(said, int):
            yield said
        else:
            error = BusyError if said["is_busy"] else StorageError
            raise error(said["what"], where=said["where"], remedy=said["remedy"])
    if process.wait() != 0:
        raise ChildProcessError


def serve() -> None:
    """Read what the arguments name, and say after each step how much is left."""
    from briefing.cli.library_opening import open_with_marks
    from briefing.cli.running import settings_now
    from briefing.text.i18n import speak

    tongue, folder, *files = sys.argv[1:]
    speak(tongue)
    os.nice(_NICE)
    threading.Thread(target=_end_with_reader, daemon=True).start()
    library, _marks = open_with_marks(
        Path(folder), settings_now()[0], [Path(each) for each in files]
    )
    try:
        for left in library.bring_up_to_date():
            _write(left)
    except BriefingError as error:
        is_busy = isinstance(error, BusyError)
        said = {"what": error.what, "where": error.where, "remedy": error.remedy}
        _write({**said, "is_busy": is_busy})


def _end_with_reader() -> None:
    """Wait for the end of the input, and end: a transaction that is open is as if never begun."""
    with suppress(OSError):
        os.read(0, 1)
    os._exit(0)


def _begin(folder: Path, files: Sequence[Path]) -> subprocess.Popen[bytes]:
    code = (
        f"import sys; sys.path.insert(0, {str(_PACKAGE)!r}); from {__name__} import serve; serve()"
    )
    # -P: what lies in the folder of the library is never taken for a part of the program.
    command = [sys.executable, "-P", "-c", code, language(), os.fspath(folder), *map(str, files)]
    pipe = subprocess.PIPE
    return subprocess.Popen(  # noqa: S603 - this very program
        command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, start_new_session=True
    )


def _write(said: object) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()
