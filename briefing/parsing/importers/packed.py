"""ZIP files that documents are packed in: what is asked for is unpacked, and never too much."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is a class

from briefing.model.errors import InputError
from briefing.text.i18n import _

MOST_BYTES = 64_000_000
"""Bytes that are unpacked of one document in all."""


class Packed:
    """An open ZIP file.

    Args:
        archive: The file.
        where: How an error names it.
        most: Bytes that may be unpacked in all.
    """

    def __init__(self, archive: ZipFile, where: str, most: int) -> None:
        self.archive = archive
        self.where = where
        self.most = self.left = most
        self.names = frozenset(archive.namelist())

    def read(self, name: str) -> bytes | None:
        """The bytes of a file in it; None where there is none of that name.

        Raises:
            InputError: It is damaged, encrypted, or larger than a document can be.
        """
        name = posixpath.normpath(unquote(name)) if name not in self.names else name
        if name not in self.names:
            return None
        try:
            with self.archive.open(name) as file:
                data = file.read(self.left + 1)
        except (BadZipFile, ZlibError, EOFError, RuntimeError, NotImplementedError) as error:
            raise damaged(self.where) from error
        self.left -= len(data)
        if self.left < 0:
            raise InputError(
                _("unpacks to more than {count} MB").format(count=self.most // 1_000_000),
                where=self.where,
                remedy=_("it may have been made to fill the memory; get it from somewhere else"),
            )
        return data


@contextmanager
def opened(data: bytes, where: str, most: int = MOST_BYTES) -> Iterator[Packed]:
    """An open ZIP file; see `Packed`.

    Raises:
        InputError: It is damaged.
    """
    try:
        archive = ZipFile(io.BytesIO(data))
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise damaged(where) from error
    with archive:
        yield Packed(archive, where, most)


def damaged(where: str) -> InputError:
    """The error of a file that breaks its own format."""
    return InputError(
        _("this file is damaged"), where=where, remedy=_("get it again, or save it anew")
    )


def too_many_elements(where: str, most: int) -> InputError:
    """The error of a document whose XML is more than memory can hold well."""
    what = _("has more than {count} elements").format(count=most)
    return InputError(what, where=where, remedy=_("split it into parts"))
