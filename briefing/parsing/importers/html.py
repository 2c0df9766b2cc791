"""A web page into Markdown: its article, what the page says of it, and what was left out.

`page` finds the article and writes its blocks; here they lose the title, bylines and residue, and
become a draft.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.model.records import replace
from briefing.parsing.draft import Draft
from briefing.parsing.importers.page.article import article_of
from briefing.parsing.importers.page.boxes import without_boxes, without_endings, without_notes
from briefing.parsing.importers.page.controls import is_placeholder, without_buttons
from briefing.parsing.importers.page.credits import without_credits
from briefing.parsing.importers.page.facts import PageFacts, facts_of
from briefing.parsing.importers.page.formulas import settle_formulas
from briefing.parsing.importers.page.head import HEAD, with_shown, without_head
from briefing.parsing.importers.page.lead import without_lead_headings
from briefing.parsing.importers.page.opening import with_opening_pictures
from briefing.parsing.importers.page.parted import part_spans
from briefing.parsing.importers.page.pictures import settle_addresses, settle_captions
from briefing.parsing.importers.page.pieces import (
    Piece,
    as_line,
    below_title,
    has_sentence,
    letters_outside_links,
    names_others,
)
from briefing.parsing.importers.page.places import place_of
from briefing.parsing.importers.page.quotations import settle_quotations
from briefing.parsing.importers.page.runs import without_last_teaser, without_runs
from briefing.parsing.importers.page.scripts import settle_scripts
from briefing.parsing.importers.page.source import cleaned, source_of
from briefing.parsing.importers.page.standfirst import with_standfirst
from briefing.parsing.importers.page.streamed import settle_streamed
from briefing.parsing.importers.page.title_lines import other_titles_in, part_headings, titles_in
from briefing.parsing.importers.page.titles import title_of
from briefing.parsing.importers.page.tree import Element, mark_links, parse
from briefing.parsing.importers.page.unmarked import with_headings
from briefing.parsing.importers.page.wall import is_stub, without_wall
from briefing.parsing.importers.page.words import PageWords, left_out
from briefing.parsing.residue import find_residue, is_residue
from briefing.text.i18n import _
from briefing.text.lines import letters_of

_GLUED = re.compile(r"(?<=[^\W\dA-ZÀ-Þ][.!?…])(?=[A-ZÀ-Þ“\"«„])")
"""Where one paragraph ends and the next begins in a text whose line breaks were lost."""
_LONG = 300_000
"""Characters of words on a page whose beginning is read before the rest; others are soon read."""
_BEGINNING = 20_000
"""Characters of the beginning: the first screens."""
_SHORTEST = 4
"""Characters that a text has at least."""
_SENTENCE = 30
"""Characters from which words with a full stop are a sentence."""
_FEW = 40
"""Letters of a text that is one, whatever else there is on its page."""
_LISTS = 4
"""Lists of links that are what an article is made of, and no stories beside it."""
_RUNNING = 60
"""Characters of running text below a heading."""
_SEVERAL = 2
"""Lines that lead elsewhere and have a heading of their own."""
_NEAR = 30
"""Pictures, as many as a gallery has, with which the words of one are compared."""


def read(original: Original) -> Draft:
    """Read a page; errors as in `read_html`, and those of its encoding."""
    html, remarks = source_of(original)
    draft = read_html(html, original.where, original.found_at or original.url)
    return replace(draft, remarks=(*remarks, *draft.remarks))


def begin(original: Original) -> Draft | None:
    """Read the beginning of a page; None where its article is short. Errors as in `read`."""
    if len(original.data) < _LONG:
        return None
    html, _remarks = source_of(original)
    base = original.found_at or original.url
    root = _parsed(cleaned(html), original.where, base)
    facts = facts_of(root, base)
    settle_quotations(root, facts.language)
    if facts.body is not None or _count_characters(root) < _LONG:
        return None
    title, kept, facts = _article(root, facts, _BEGINNING)
    return _draft(title, kept, facts) if kept else None


def read_html(html: str, where: str, url: str | None = None) -> Draft:
    """Take the article out of a web page.

    Args:
        html: The whole page.
        where: How an error names it.
        url: Where it was found, which completes its links.

    Raises:
        InputError: There is no article in the page.
    """
    html = cleaned(html)
    root = _parsed(html, where, url)
    facts = facts_of(root, url)
    settle_quotations(root, facts.language)
    page = PageWords.of(html)
    title, kept, facts = _article(root, facts)
    kept = without_wall(kept)
    if not _is_text(kept, page):
        raise _no_article(where)
    return replace(
        _draft(title, kept, facts),
        dropped=left_out(page.lines, [title or "", *_lines_of(kept)]),
        remarks=(_wall(),) if is_stub(kept, facts, page.lines) else (),
    )


def _article(
    root: Element, facts: PageFacts, most: int | None = None
) -> tuple[str | None, list[Piece], PageFacts]:
    """The title of a page, the blocks of its article, and what the page says of it.

    Args:
        root: The page.
        facts: What its data say.
        most: Characters after which no other block is read.
    """
    titles, others = titles_in(root), other_titles_in(root)
    title = title_of(titles, facts, others)
    found = _with_whole_body(article_of(root, title, most), facts)
    place = place_of(root, title, found)
    found = with_standfirst(with_opening_pictures(found, place), place, facts)
    title = title or next((piece.text for piece in found[:HEAD] if piece.level == 1), None)
    facts = with_shown(found, title, facts)
    found = without_lead_headings(found, title, is_shown=title in (*titles, *others))
    found = without_head(found, title, facts)
    found = without_last_teaser(below_title(_without_repeats(found, title)))
    found = without_credits(_without_residue(without_boxes(found), title), facts.authors)
    found = without_notes(without_buttons(found), facts.authors, facts.site)
    found = without_endings(found)
    found = without_runs(without_boxes(with_headings(without_last_teaser(found))))
    return title, _without_others(found), facts


def _lines_of(kept: Sequence[Piece]) -> Iterator[str]:
    """What was taken of a page: its blocks, and what stands in the cells of its tables."""
    for piece in kept:
        yield piece.text
        yield from piece.cells


def _draft(title: str | None, kept: Sequence[Piece], facts: PageFacts) -> Draft:
    return Draft(
        body="\n\n".join(piece.markdown for piece in kept) + "\n",
        title=title,
        language=facts.language,
        published=facts.published,
        updated=facts.updated,
        authors=facts.authors,
        site=facts.site,
        address=facts.address,
    )


def _parsed(html: str, where: str, url: str | None) -> Element:
    root = parse(html)
    if root is None:
        raise _no_article(where)
    settle_formulas(root)
    settle_scripts(root)
    settle_streamed(root)
    settle_addresses(root)
    settle_captions(root)
    part_headings(root)
    part_spans(root)
    if url is not None:
        mark_links(root)
        root.make_links_absolute(url, handle_failures="ignore")
    return root


def _count_characters(root: Element) -> int:
    """How many characters of words there are in a page."""
    unseen = (len(element.text or "") for element in root.iter("script", "style"))
    return sum(map(len, root.itertext())) - sum(unseen)


def _no_article(where: str) -> InputError:
    remedy = _("copy its text into a file and import that")
    return InputError(_("no article was found in this page"), where=where, remedy=remedy)


def _wall() -> str:
    return _("the page holds only the beginning of its article: the rest is behind a wall")


def _is_text(pieces: Sequence[Piece], page: PageWords) -> bool:
    """Whether there is a sentence or as much; of less, whether the page has hardly other words."""
    if any(len(piece.text) >= _SENTENCE and has_sentence(piece.text) for piece in pieces):
        return True
    found = letters_outside_links(pieces)
    whole = sum(len(letters_of(line)) for line in page.lines)
    return found >= _FEW or (found >= _SHORTEST and found * 2 >= whole)


def _with_whole_body(found: list[Piece], facts: PageFacts) -> list[Piece]:
    """The text of the page's data, where the page shows less than half of it."""
    shown = sum(len(piece.text) for piece in found)
    if facts.body is None or shown * 2 >= len(facts.body):
        return found
    lines = facts.body.split("\n")
    if len(lines) == 1:
        lines = _GLUED.split(facts.body)
    return [as_line(line) for line in lines]


# Headings and residue


def _without_others(pieces: list[Piece]) -> list[Piece]:
    """Blocks without lines that name another article and lead to it, and headings left alone.

    The heading of a list of such lines goes with it.
    """
    kept: list[Piece] = []
    others = 0
    lists = sum(p.is_linked and "\n" in p.text and names_others(p.text) for p in pieces)
    for piece in reversed(pieces):
        below = kept[-1] if kept else None
        is_above_text = piece.level and below and not (below.level or below.is_picture)
        is_other = piece.is_linked and not is_above_text and names_others(piece.text)
        is_other = is_other and not (lists >= _LISTS and "\n" in piece.text)
        is_label = below is None and others > _SEVERAL and _labels(piece)
        if not (is_other or is_label or (piece.level and (below is None or others >= _SEVERAL))):
            kept.append(piece)
        others = others * is_other + is_other * (1 + piece.text.count("\n"))
    return kept[::-1]


def _labels(piece: Piece) -> bool:
    """Whether a block is a line that may stand above a list of other articles."""
    is_line = not (piece.is_picture or piece.is_code or "\n" in piece.text)
    return is_line and len(piece.text) < _RUNNING and not has_sentence(piece.text)


def _without_repeats(found: list[Piece], title: str | None) -> list[Piece]:
    """Blocks without pictures that say the title, or what another said before them."""
    seen: set[str] = set()
    near: deque[str] = deque(maxlen=_NEAR)
    pictured = letters_of(title or "")
    kept: list[Piece] = []
    for piece in found:
        is_said_again = piece.is_picture or piece.is_caption
        letters = letters_of(piece.text) if is_said_again else ""
        if piece.is_picture and (letters in pictured or (pictured and pictured in letters)):
            continue
        if is_said_again:
            if letters in seen or any(letters in one or one in letters for one in near):
                continue
            seen.add(letters)
            near.append(letters)
        kept.append(piece)
    return kept


def _heads_text(piece: Piece, below: Piece | None) -> bool:
    """Whether a block is a heading of its own above text, whatever a line above it announces."""
    is_own = piece.level > 0 and not piece.is_linked and not is_residue(piece.text)
    is_text = below is not None and not (below.level or below.is_linked or below.is_picture)
    return is_own and is_text and len(below.text if below else "") >= _RUNNING


def _without_residue(pieces: list[Piece], title: str | None) -> list[Piece]:
    lines = ("" if piece.is_data else piece.text for piece in pieces)
    residue = find_residue([title or "", *lines])
    below = (*pieces[1:], None)
    kept = (
        piece
        for index, (piece, after) in enumerate(zip(pieces, below, strict=False), 1)
        if index not in residue or _heads_text(piece, after)
    )
    return [piece for piece in kept if piece.is_code or not is_placeholder(piece.text)]
