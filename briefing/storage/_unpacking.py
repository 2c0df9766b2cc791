"""Bodies that a server packed although nobody asked for it, unpacked a block at a time."""

from __future__ import annotations

import zlib

from briefing.model.errors import InputError
from briefing.text.i18n import _

_PLAIN = ("", "identity")
_PACKED = ("gzip", "x-gzip", "deflate")


class Unpacker:
    """Takes the blocks of one body in order."""

    def __init__(self, encoding: str, where: str) -> None:
        """Begin.

        Args:
            encoding: What the server says in ``Content-Encoding``.
            where: How an error names the page.

        Raises:
            InputError: It is packed in a way that is not known.
        """
        name = encoding.strip().lower()
        if name not in (*_PLAIN, *_PACKED):
            what = _("is packed as {encoding}").format(encoding=name)
            raise InputError(what, where=where, remedy=_("save the page and import the file"))
        self._where = where
        self._is_packed = name in _PACKED
        self._member = _new_member()
        self._rest = b""

    @property
    def is_whole(self) -> bool:
        """Whether what was fed so far ends where its packing says that it ends."""
        return not self._is_packed or self._member.eof

    def feed(self, block: bytes, most: int) -> bytes:
        """Unpack the next block.

        Args:
            block: What came in.
            most: How many bytes to give back at most; what is more waits.

        Raises:
            InputError: The packing is damaged.
        """
        if not self._is_packed:
            return block
        data, self._rest = self._rest + block, b""
        unpacked = bytearray()
        try:
            while data and len(unpacked) < most:
                if self._member.eof:  # a gzip file may be several, one after the other
                    self._member = _new_member()
                unpacked += self._member.decompress(data, most - len(unpacked))
                data = self._member.unused_data or self._member.unconsumed_tail
                if self._member.eof and not data.startswith(b"\x1f\x8b"):
                    data = b""  # padding
        except zlib.error as error:
            raise InputError(
                _("arrives damaged"), where=self._where, remedy=_("try it again")
            ) from error
        self._rest = data
        return bytes(unpacked)


def _new_member() -> zlib._Decompress:
    # 32 added to the window's size lets zlib tell gzip from zlib by the header
    # (https://zlib.net/manual.html#Advanced, inflateInit2).
    return zlib.decompressobj(32 + zlib.MAX_WBITS)
