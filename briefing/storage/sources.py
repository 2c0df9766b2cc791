"""Articles as they come in: found by path or name, read from a file or from standard input."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from briefing.model.errors import BriefingError, InputError, NotFoundError
from briefing.model.source import Fingerprint, Source, Text
from briefing.storage.locations import article_name, may_exist, shipped_content
from briefing.text.addresses import without_user
from briefing.text.decoding import decode_text
from briefing.text.i18n import _
from briefing.text.system_words import reason

SIZE_LIMIT = 256 * 1024 * 1024
"""Bytes. A report of this length is no report; reading it would only fill the memory."""

_BLOCK = 1024 * 1024

STDIN = "-"
"""The argument that names standard input."""


AsText = Callable[[bytes, str, str], Text]
"""Makes a text of the bytes of a document, the words for it in errors and its file name."""


def plain(data: bytes, where: str, _name: str) -> Text:
    """The text of a document that is one."""
    return Text(decode_text(data, where))


def load_source(
    argument: str | None, stdin: BinaryIO | None = None, as_text: AsText = plain
) -> Source:
    """Read an article.

    Args:
        argument: A path, else the name of a shipped article, ``-`` for standard input; None means
            the article that ships.
        stdin: Where ``-`` reads from.
        as_text: What makes a text of its bytes.

    Raises:
        NotFoundError: There is no such file.
        InputError: It cannot be read as text.
    """
    if argument == STDIN:
        text = as_text(read_stream(stdin), _("standard input"), "")
        return Source(STDIN, None, text.words, remarks=text.remarks, rest=text.rest)
    return load_path(find_article(argument), as_text)


def load_path(path: Path, as_text: AsText = plain) -> Source:
    """Read the article in a file; errors as in `load_source`."""
    data, mark = read_file(path)
    text = as_text(data, str(path), path.name)
    name, where = article_name(path), path.absolute()
    return Source(name, where, text.words, _is_shipped(path), mark, text.remarks, text.rest)


def _is_shipped(path: Path) -> bool:
    """Whether a file lies in the folder of the articles that ship with the program."""
    file = os.path.realpath(path) if path.is_symlink() else path
    try:
        return os.path.samefile(os.path.dirname(file) or os.curdir, shipped_content())  # noqa: PTH120, PTH121 - thousands are asked
    except OSError:
        return False


class SourceFiles:
    """Reads articles again; the port of a reading."""

    def __init__(self, as_text: AsText = plain) -> None:
        self._as_text = as_text

    def load_again(self, source: Source) -> Source:
        """The source as its file is now; errors as in `load_source`."""
        return source if source.path is None else load_path(source.path, self._as_text)

    @staticmethod
    def bytes_of(path: Path) -> bytes:
        """What a file holds; errors as in `load_source`."""
        return read_file(path)[0]

    @staticmethod
    def fingerprint(path: Path) -> Fingerprint | None:
        """The state of a file; None while it is not there."""
        return fingerprint(path)


def find_article(argument: str | None) -> Path:
    """The file that an argument means: a path, else the name of a shipped article.

    Raises:
        NotFoundError: There is neither; the error names what comes close.
    """
    shipped = shipped_articles()
    if argument is None:
        return _first(shipped)
    path = Path(argument)
    if argument in shipped and not path.is_file():
        return shipped[argument]
    if may_exist(path):
        return path
    if argument.startswith(("http://", "https://")):
        raise NotFoundError(
            _("this is an address, not a file"),
            where=without_user(argument),
            remedy=_("import it first: {command}").format(
                command=f"briefing import {without_user(argument)} -o ARTICLE.md"
            ),
        )
    raise NotFoundError(
        _("there is no such file or shipped article"),
        where=argument,
        remedy=_suggestion(path, shipped),
    )


def shipped_articles() -> dict[str, Path]:
    """The articles that ship with the program, by name."""
    return {path.stem: path for path in sorted(shipped_content().glob("*.md"))}


def fingerprint(path: Path) -> Fingerprint | None:
    """The state of a file, to see whether it changed; None while it is not there."""
    try:
        return _mark(path.stat())
    except OSError:
        return None


def read_file(path: Path) -> tuple[bytes, Fingerprint]:
    """The bytes of a file and its state just before they were read; errors as in `load_source`."""
    try:
        _refuse_what_is_no_file(path, path.stat())
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if status.st_size > SIZE_LIMIT:
                raise _too_large(str(path))
            return file.read(), _mark(status)
    except FileNotFoundError as error:
        raise NotFoundError(_("there is no such file"), where=str(path)) from error
    except PermissionError as error:
        remedy = _("look at its rights with `ls -l`")
        raise InputError(_("may not be read"), where=str(path), remedy=remedy) from error
    except OSError as error:
        what = _("cannot be read: {reason}").format(reason=reason(error))
        raise InputError(what, where=str(path)) from error


def read_stream(stdin: BinaryIO | None) -> bytes:
    """Read standard input to its end.

    Raises:
        InputError: It is closed, broken or endless.
    """
    where = _("standard input")
    if stdin is None:
        raise InputError(_("is closed"), where=where, remedy=_("name a file instead of -"))
    data = bytearray()
    try:
        while len(data) <= SIZE_LIMIT and (block := stdin.read(_BLOCK)):
            data += block
    except (OSError, ValueError) as error:  # ValueError: the stream was closed
        what = _("cannot be read: {reason}").format(reason=reason(error))
        raise InputError(what, where=where, remedy=_("name a file instead of -")) from error
    if len(data) > SIZE_LIMIT:
        raise _too_large(where)
    return bytes(data)


def _refuse_what_is_no_file(path: Path, status: os.stat_result) -> None:
    """Raise an `InputError` for everything that is not a regular file."""
    if stat.S_ISREG(status.st_mode):
        return
    if stat.S_ISDIR(status.st_mode):
        raise InputError(_("is a folder"), where=str(path), remedy=_("name a file in it"))
    if stat.S_ISFIFO(status.st_mode):
        what, remedy = _("is a pipe, not a file"), _("pipe the text into `briefing -`")
    else:
        what, remedy = _("is a device, not a file"), _("name a text file")
    raise InputError(what, where=str(path), remedy=remedy)


def _too_large(where: str) -> BriefingError:
    what = _("is larger than {limit} MB").format(limit=SIZE_LIMIT // 2**20)
    return InputError(what, where=where, remedy=_("split it into parts"))


def _mark(status: os.stat_result) -> Fingerprint:
    return Fingerprint(status.st_mtime_ns, status.st_size, status.st_ino)


def _first(shipped: dict[str, Path]) -> Path:
    if not shipped:
        raise NotFoundError(
            _("no article ships with this installation"),
            where=str(shipped_content()),
            remedy=_("install the program again, or name a file"),
        )
    return next(iter(shipped.values()))


def _suggestion(path: Path, shipped: dict[str, Path]) -> str:
    """What a user may have meant, in words."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    folder = path.parent
    if not folder.is_dir():
        return _("there is no folder {folder} either").format(folder=folder)
    nearby = {name: str(folder / name) for name in _files_in(folder)}
    named = nearby | {name: name for name in shipped}
    close = get_close_matches(path.name, named, n=1, cutoff=0.6)
    close = close or get_close_matches(path.stem, named, n=1, cutoff=0.6)
    if close:
        return _("did you mean {name}?").format(name=named[close[0]])
    return _("name a file, or one that ships: {names}").format(names=", ".join(shipped))


def _files_in(folder: Path) -> Iterator[str]:
    """Names of files, at most a thousand."""
    try:
        with os.scandir(folder) as entries:
            yield from (entry.name for entry in islice(entries, 1000) if entry.is_file())
    except OSError:
        return
