"""Documents of other formats, opened as they are: read as an import reads them, nothing written.

The text of a Markdown file is its own; any other document becomes one, with what it says of itself
as front matter. What analysis finds is found when it is asked for, as for every article.
"""

from __future__ import annotations

from briefing.model.front_matter import FrontMatter
from briefing.model.original import Original
from briefing.model.records import replace
from briefing.model.source import Text
from briefing.parsing.draft import Draft
from briefing.parsing.importers.formats import (
    begin_original,
    is_read_in_parts,
    kind_of,
    media_type_of,
    read_original,
)
from briefing.session.left_out import told
from briefing.text.decoding import decode_text

__all__ = ["described", "is_read_in_parts", "read_beginning", "read_text"]


def read_text(original: Original) -> Text:
    """The text of a document as it is opened.

    Raises:
        FormatError: It breaks its own format.
        InputError: It cannot be read, or there is no article in it.
        UsageError: It needs an extra that is not installed.
    """
    own = _own_text(original)
    return _opened(read_original(original), original) if own is None else own


def read_beginning(original: Original) -> Text | None:
    """The beginning of a long document; None where the whole is there as soon.

    Errors are those of `read_text`.
    """
    draft = None if _own_text(original) is not None else begin_original(original)
    return None if draft is None else replace(_opened(draft, original), remarks=())


def _own_text(original: Original) -> Text | None:
    """The text of a document that is Markdown already, whatever its name says."""
    kind = kind_of(original)
    if kind == "markdown":
        return Text(decode_text(original.data, original.where))
    if kind not in ("text", "unknown"):
        return None
    from briefing.parsing.importers.decoded import decoded  # noqa: PLC0415 - not for a PDF
    from briefing.parsing.importers.markdown import looks_like_markdown  # noqa: PLC0415

    words, remarks = decoded(original)
    is_own = kind == "unknown" or looks_like_markdown(words)
    return Text(words, remarks) if is_own else None


def _opened(draft: Draft, original: Original) -> Text:
    from briefing.parsing.front_matter_writer import (  # noqa: PLC0415 - YAML, not for a text
        render_front_matter,
    )

    source = {"file": original.name} if original.name else {}
    source["media_type"] = media_type_of(original)
    front_matter = described(draft, source)
    words = render_front_matter(front_matter) + "\n" + draft.body.lstrip("\n")
    return Text(words, (*draft.remarks, *told(draft.dropped)))


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
