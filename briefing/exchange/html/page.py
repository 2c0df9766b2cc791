"""An article with its panels and notes as one HTML page.

The page needs nothing but itself: no script, no font, no picture from elsewhere, and a policy that
forbids them. Each statement leads to its passage, and each passage back to what is said about it.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.exchange.html.blocks import Body, Headline, anchors_of, headlines_of
from briefing.exchange.html.notes import notes_panel
from briefing.exchange.html.panels import Panels
from briefing.exchange.html.passages import Passages
from briefing.exchange.html.style import style_sheet
from briefing.exchange.html.text import Writer
from briefing.exchange.html.write import direction, href, language, words
from briefing.exchange.origin import Origin
from briefing.exchange.sheet import Sheet, statements
from briefing.model.theme import Theme
from briefing.text.i18n import _

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What the page may load and run: nothing but its own style sheet."""


def html_page(sheet: Sheet, light: Theme, dark: Theme, interface: str = "en") -> str:
    """Write the page.

    Args:
        sheet: The article and what is known about it.
        light: The colours by day and on paper.
        dark: The colours for a dark screen.
        interface: The language of the program's own words, BCP 47.

    Returns:
        A whole HTML document. No text of the article, of its front matter or of a note acts in it.
    """
    tag = language(sheet.article.language)
    own = "" if tag.partition("-")[0] == interface.partition("-")[0] else f' lang="{interface}"'
    headlines = headlines_of(sheet.document)
    found = list(statements(sheet))
    passages = Passages(found)
    body = Body(sheet.document, Writer(passages, anchors_of(headlines)), headlines)
    text = "\n".join(part for part in body.parts() if part)
    panels = "\n".join(part for part in Panels(sheet, passages, found, own).parts() if part)
    notes = notes_panel(sheet, passages, found, own)
    name = sheet.article.title or sheet.article.name
    return "\n".join(
        part
        for part in (
            f'<!DOCTYPE html>\n<html lang="{tag}" dir="{direction(tag)}">',
            _head(name, style_sheet(light, dark, passages.continued), sheet.origin),
            f'<body>\n<a class="skip" href="#text"{own}>{words(_("To the text"))}</a>',
            f"<header>\n<h1>{body.title or words(name)}</h1>",
            _meta(sheet.origin),
            "</header>",
            _contents(headlines, own),
            '<main class="page">',
            f'<div class="brief">\n{panels}\n</div>' if panels else "",
            f'<div class="read">\n<article id="text">\n{text}\n</article>',
            notes,
            "</div>\n</main>\n</body>\n</html>\n",
        )
        if part
    )


def _head(title: str, style: str, origin: Origin) -> str:
    authors = "".join(
        f'<meta name="author" content="{words(author)}">\n' for author in origin.authors
    )
    return (
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"{authors}<title>{words(title) or 'briefing'}</title>\n<style>\n{style}\n</style>\n</head>"
    )


def _meta(origin: Origin) -> str:
    version = _("version {digits}").format(digits=origin.version) if origin.version else ""
    authors, day = ", ".join(origin.authors), origin.day or ""
    known = (words(authors), words(origin.site or ""), _source(origin), words(day), words(version))
    parts = [part for part in known if part]
    return f'<p class="meta">{" · ".join(parts)}</p>' if parts else ""


def _source(origin: Origin) -> str:
    if not origin.source:
        return ""
    target = href(origin.url)
    named = words(origin.source)
    return named if target is None else f'<a href="{target}">{named}</a>'


def _contents(headlines: list[Headline], own: str) -> str:
    if len(headlines) < 2:
        return ""
    entries = "\n".join(_entries(headlines))
    title = f'<h2 id="contents"{own}>{words(_("Contents"))}</h2>'
    return f'<nav aria-labelledby="contents">\n{title}\n<ol>\n{entries}\n</ol>\n</nav>'


def _entries(headlines: list[Headline]) -> Iterator[str]:
    least = min(one.level for one in headlines)
    for one in headlines:
        deeper = f' class="level-{one.level - least}"' if one.level > least else ""
        yield f'<li{deeper}><a href="#{one.id}">{words(one.text) or "…"}</a></li>'
