"""A text that nothing names, such as standard input: Markdown if its words say so, else plain."""

from __future__ import annotations

from briefing.model.original import Original
from briefing.model.records import replace
from briefing.parsing.draft import Draft
from briefing.parsing.importers import markdown, plain_text
from briefing.parsing.importers.decoded import decoded, without_line_controls
from briefing.text.i18n import _


def read(original: Original) -> Draft:
    """Read it as what it looks like; errors as those of the two formats."""
    text, remarks = decoded(original)
    if markdown.looks_like_markdown(text):
        draft = markdown.read_markdown(without_line_controls(text), original.where)
        remarks = (*remarks, _("taken for Markdown"))
    else:
        draft = plain_text.read_plain_text(text, original.where)
    return replace(draft, remarks=(*remarks, *draft.remarks))
