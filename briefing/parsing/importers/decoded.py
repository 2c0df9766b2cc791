"""The text of a document that is one, and what is to be said about its encoding."""

from __future__ import annotations

from briefing.model.original import Original
from briefing.text.encodings import decode_foreign
from briefing.text.i18n import _


def decoded(original: Original, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of a document.

    Args:
        original: The document.
        declared: The encoding that it says itself; what its server says goes before.

    Returns:
        The text, and the remarks for a user: none where it is UTF-8.

    Raises:
        InputError: It is empty, binary, or in no encoding that can be told.
    """
    found = decode_foreign(original.data, original.where, original.charset or declared)
    if found.encoding is None:
        return found.text, ()
    remark = _("read as {encoding}, written as UTF-8").format(encoding=found.encoding)
    return found.text, (remark,)
