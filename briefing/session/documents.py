"""Documents of other formats, opened as they are: read as an import reads them, nothing written.

The text of a Markdown or plain text file is its own; any other document becomes one, with what it
says of itself as front matter. What analysis finds is found when it is asked for, as for every
article.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.model.front_matter import FrontMatter
from briefing.model.original import Original
from briefing.parsing.draft import Draft
from briefing.parsing.importers import kind_of, read_original
from briefing.text.decoding import decode_text

_OWN_TEXT = frozenset(("markdown", "text", "unknown"))
"""Kinds of documents whose bytes are their text."""


def article_text(original: Original) -> str:
    """The text of a document as it is opened.

    Raises:
        FormatError: It breaks its own format.
        InputError: It cannot be read, or there is no article in it.
        UsageError: It needs an extra that is not installed.
    """
    if kind_of(original) in _OWN_TEXT:
        return decode_text(original.data, original.where)
    from briefing.parsing.front_matter_writer import (  # noqa: PLC0415 - YAML, not for a text
        render_front_matter,
    )

    draft = read_original(original)
    source = {"file": original.name} if original.name else {}
    front_matter = described(draft, source)
    return render_front_matter(front_matter) + "\n" + draft.body.lstrip("\n")


def described(draft: Draft, source: dict[str, str]) -> FrontMatter:
    """What a document says of itself.

    Args:
        draft: What was read of it.
        source: Where it came from, as the front matter says it.
    """
    from briefing.parsing.front_matter import LANGUAGE  # noqa: PLC0415 - YAML, not for a text

    own = {"url": draft.address} if draft.address and "url" not in source else {}
    return replace(
        draft.front_matter,
        title=draft.title,
        language=draft.language if LANGUAGE.fullmatch(draft.language or "") else None,
        source=draft.front_matter.source or {**own, **source},
        published=draft.published or draft.front_matter.published,
        updated=draft.updated or draft.front_matter.updated,
        authors=draft.authors or draft.front_matter.authors,
        site=draft.site or draft.front_matter.site,
        dropped=draft.dropped,
    )
