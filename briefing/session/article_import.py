"""A foreign document becomes an article: read, cleared of residue, analysed, and written down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from briefing.analysis import language
from briefing.analysis.brief import analyse
from briefing.languages.code import base_language
from briefing.languages.load import CODES
from briefing.model.front_matter import FrontMatter
from briefing.model.original import Original
from briefing.parsing.draft import Draft
from briefing.parsing.front_matter_writer import render_front_matter
from briefing.parsing.importers.formats import media_type_of, read_original
from briefing.parsing.reading import open_document
from briefing.session.documents import described
from briefing.session.drafting import drafted
from briefing.text.i18n import _


@dataclass(frozen=True, slots=True)
class Imported:
    """The outcome of an import."""

    markdown: str
    """The article with its front matter."""
    dropped: tuple[str, ...]
    """The lines that were left out."""
    words: int
    """How many words the text has, without the front matter."""
    remarks: tuple[str, ...] = ()
    """What else a user should know: an encoding, a language that is not clear."""


def import_original(
    original: Original, now: str, step: Callable[[str], None] = lambda _words: None
) -> Imported:
    """Make an article of a document.

    Args:
        original: The document.
        now: The present time, RFC 3339 in UTC.
        step: Told what is being done, for a progress line.

    Raises:
        InputError: It is no text, or there is no article in it.
        UsageError: It needs an extra that is not installed.
    """
    step(_("reading"))
    draft = read_original(original)
    remarks = list(draft.remarks)
    step(_("analysing"))
    front_matter = _analysed(_described(draft, original, now), draft.body, remarks)
    step(_("writing"))
    return Imported(
        render_front_matter(front_matter) + "\n" + draft.body.lstrip("\n"),
        draft.dropped[len(draft.front_matter.dropped) :],
        len(draft.body.split()),
        tuple(remarks),
    )


def _described(draft: Draft, original: Original, now: str) -> FrontMatter:
    """What is known of the document without analysing it.

    The address is the page's own, where it names one, and else the one that was asked for: that to
    which a server leads in the end may carry what was meant for one visitor.
    """
    url = draft.address or original.url
    place = {"file": original.name} if original.url is None and original.name else {}
    if url is not None:
        place["url"] = url
    place["media_type"] = media_type_of(original)
    return described(draft, {**place, "sha256": original.sha256, "retrieved": now})


def _analysed(given: FrontMatter, body: str, remarks: list[str]) -> FrontMatter:
    """The front matter with all that analysis finds in the text."""
    article = open_document(render_front_matter(given) + body, name="-").article()
    code = _language(given.language, language.detect(article.text))
    if code is None:
        remarks.append(_("the language is not clear: numbers are read by neutral rules"))
    elif base_language(code) not in CODES:
        remarks.append(
            _(
                "there are no rules for the language “{code}”: numbers are read by neutral ones"
            ).format(code=code)
        )
    article = replace(article, language=code)
    return drafted(replace(given, language=code), article, analyse(article))


def _language(stated: str | None, found: str | None) -> str | None:
    """The language of a text.

    A page's own word comes second: templates say "en" above any text. Its region is kept.

    Args:
        stated: What the document says.
        found: What its words show.
    """
    agrees = found is not None and base_language(stated) == found
    return stated if agrees or found is None else found
