"""A passage as a quotation that says where it is from."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.exchange import markup
from briefing.exchange.origin import Origin
from briefing.exchange.placing import section_at
from briefing.exchange.visible import one_line, visible
from briefing.model.article import Article
from briefing.model.span import Span
from briefing.text.i18n import _


def cite(article: Article, span: Span, origin: Origin, *, markdown: bool = False) -> str:
    """A passage with title, section, source and date, to be pasted elsewhere.

    Args:
        article: The article.
        span: The passage, in characters of its reading text.
        origin: Where the article came from.
        markdown: Whether to write a Markdown block quote instead of plain text.

    Returns:
        The passage in quotation marks and a line that begins with a dash, without a newline at the
        end; nothing in it acts on a terminal.
    """
    passage = span.of(article.text)
    if markdown:
        return f"{markup.quoted(passage)}\n\n— {reference(article, span, origin, markdown=True)}"
    return f"“{quote(article, span)}”\n— {reference(article, span, origin)}"


def quote(article: Article, span: Span) -> str:
    """The words of a passage alone; nothing in them acts on a terminal."""
    return visible(span.of(article.text)).strip()


def reference(
    article: Article, span: Span | None, origin: Origin, *, markdown: bool = False
) -> str:
    """Authors, title, section, page, site, source, date and version on one line, as far as known.

    Args:
        article: The article.
        span: A passage in it, for its section; None leaves the section out.
        origin: Where the article came from.
        markdown: Whether to write Markdown.
    """
    write = markup.inline if markdown else one_line
    title = write(article.title or article.name)
    authors = ", ".join(map(one_line, origin.authors))
    parts = [write(authors), f"*{title}*" if markdown and title else title]
    section = None if span is None else section_at(article, span)
    if section is not None and section.heading:
        parts.append(_("section “{heading}”").format(heading=write(section.heading)))
    if span is not None:
        parts.append(write(page_words(article.pages_of(span))))
    parts.append(write(origin.site or ""))
    parts.append(_source(origin, markdown=markdown))
    parts.append(write(origin.day or ""))
    if origin.version:
        parts.append(_("version {digits}").format(digits=origin.version))
    return ", ".join(part for part in parts if part)


def page_words(labels: Sequence[str]) -> str:
    """The page of a passage, or its first and last one."""
    if not labels:
        return ""
    if len(labels) == 1:
        return _("p. {page}").format(page=labels[0])
    return _("pp. {first}–{last}").format(first=labels[0], last=labels[-1])


def _source(origin: Origin, *, markdown: bool) -> str:
    if not origin.source:
        return ""
    if not markdown:
        return one_line(origin.source)
    return markup.link(origin.source, origin.url) if origin.url else markup.inline(origin.source)
