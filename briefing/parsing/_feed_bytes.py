"""Feeds, and lists of feeds, in whatever encoding they were sent: as UTF-8."""

from __future__ import annotations

import re

from briefing.model.errors import InputError
from briefing.text.encodings import declared_in, decode_foreign

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_DECLARATION = re.compile(r"\A\s*<\?xml\s[^>]{0,200}\?>")


def as_utf8(data: bytes, charset: str | None = None) -> bytes:
    """XML in UTF-8, whatever it was in; as it is where that cannot be told.

    What is no UTF-8 is in the encoding that the server says, unless that is UTF-8, or else in the
    one that the feed declares; by its Windows name, as browsers read it.
    """
    is_wrong = charset is None or charset.lower() in ("utf-8", "utf8")
    try:
        text = decode_foreign(data, "", declared_in(data) if is_wrong else charset).text
    except InputError:
        return data
    return f"{_HEAD}{_DECLARATION.sub('', text, count=1).lstrip()}".encode("utf-8", "replace")
