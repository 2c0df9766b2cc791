"""A document of any format as it came in, before anybody asked what it is."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of a file, of standard input or of a page, and what is known of them."""

    data: bytes
    """All of it."""
    where: str
    """How messages name it."""
    name: str
    """Its file name, without the folders."""
    url: str | None = None
    """The address on the web that was asked for."""
    found_at: str | None = None
    """Where it was found there in the end, after redirects; what its links start from."""
    media_type: str | None = None
    """What the server says it is, in lower case, such as ``text/html``."""
    charset: str | None = None
    """The encoding that the server says."""

    @property
    def sha256(self) -> str:
        """Of the bytes, in hex digits."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def ending(self) -> str:
        """The last ending of its name with the point, in lower case, such as ``.html``; or none."""
        return PurePosixPath(self.name).suffix.lower()
