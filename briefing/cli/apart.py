"""Reading a long document in a process of its own, while its beginning is read on the screen.

The interpreter stays free for keys, the memory that it takes goes back to the system, and a file
that brings down the library which reads it takes nothing else along. The bytes of the document go
in by a pipe, as they were when it was opened; what comes out is one JSON object. The pipe stays
open until then, and its end is the end of the process: none is left behind, whatever becomes of the
reader.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from briefing.model.errors import BriefingError, InputError
from briefing.model.original import Original
from briefing.model.source import Text
from briefing.text.i18n import _, language

if TYPE_CHECKING:  # loaded when the first words are on the screen
    import subprocess

_PACKAGE = Path(__file__).resolve().parents[2]
_ERROR_STATUS = 2


class ReadApart:
    """Reads one document whole, once; the port of `briefing.model.source.Rest`.

    Args:
        original: The document.
    """

    def __init__(self, original: Original) -> None:
        self._original = original
        self._found: Text | BriefingError | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False
        self._starting, self._reading = Lock(), Lock()

    def begin(self) -> None:
        """Begin to read it, while the caller does something else."""
        Thread(target=self._read_ahead, daemon=True).start()

    def read(self) -> Text:
        """The whole document; the second time it is there at once."""
        with self._reading:
            if self._found is None:
                self._found = self._find()
        if isinstance(self._found, BriefingError):
            raise self._found
        return self._found

    def stop(self) -> None:
        """End the process, and whoever waits for it."""
        with self._starting:
            self._is_stopped = True
            if self._process is not None:
                self._process.kill()

    def _read_ahead(self) -> None:
        with suppress(BriefingError):  # it is told to whoever asks for the text
            self.read()

    def _find(self) -> Text | BriefingError:
        from briefing.storage import converted

        try:
            text = self._read()
        except BriefingError as error:
            return error
        converted.keep(self._original, text)
        return text

    def _read(self) -> Text:
        original = self._original
        with self._starting:
            if self._is_stopped:
                raise _broken(original.where)
            self._process = process = _begin(original)
        try:
            said = json.loads(_answer(process, original.data))
        except ValueError as error:
            raise _broken(original.where) from error
        if process.returncode == _ERROR_STATUS:
            raise InputError(said["what"], where=original.where, remedy=said["remedy"])
        return Text(said["words"], tuple(said["remarks"]))


def serve() -> None:
    """Read the document on standard input as the arguments say, and write what it says."""
    from briefing.session.documents import read_text
    from briefing.text.i18n import speak

    where, name, tongue = sys.argv[1:]
    speak(tongue)
    os.nice(1)  # the keys of the reader come first
    data = sys.stdin.buffer.read(int(sys.stdin.buffer.readline()))
    Thread(target=_end_with_input, daemon=True).start()
    try:
        text = read_text(Original(data, where, name))
    except BriefingError as error:
        _write({"what": error.what, "remedy": error.remedy})
        sys.exit(_ERROR_STATUS)
    _write({"words": text.words, "remarks": text.remarks})


def _end_with_input() -> None:
    """End the process as soon as nobody is at the other end of its input."""
    os.read(sys.stdin.fileno(), 1)  # not by the buffer, which the interpreter wants when it ends
    os._exit(0)


def _answer(process: subprocess.Popen[bytes], data: bytes) -> bytes:
    """What a process says that is given some bytes; nothing where it was ended meanwhile."""
    given, said, answer = process.stdin, process.stdout, b""
    if given is not None and said is not None:
        with said, suppress(BrokenPipeError), given:
            given.write(b"%d\n%b" % (len(data), data))
            given.flush()
            answer = said.read()
    process.wait()
    return answer


def _begin(original: Original) -> subprocess.Popen[bytes]:
    import subprocess

    code = (
        f"import sys; sys.path.insert(0, {str(_PACKAGE)!r}); from {__name__} import serve; serve()"
    )
    # -P: what lies in the folder of the document is never taken for a part of the program.
    command = [sys.executable, "-P", "-c", code, original.where, original.name, language()]
    pipe = subprocess.PIPE
    return subprocess.Popen(  # noqa: S603 - this very program
        command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
    )


def _write(said: object) -> None:
    with suppress(BrokenPipeError):
        sys.stdout.buffer.write(json.dumps(said).encode())
        sys.stdout.buffer.flush()


def _broken(where: str) -> InputError:
    return InputError(
        _("the rest of this document could not be read"),
        where=where,
        remedy=_("import it to see why: briefing import FILE -o FILE.md"),
    )
