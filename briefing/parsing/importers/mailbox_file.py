"""Mailboxes (`.mbox`) and archives of mailing lists: their letters in order, each a section.

A line that begins with "From " behind a blank one begins a letter (RFC 4155, appendix A); such a
line inside a letter has a sign in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.model.records import replace
from briefing.parsing.draft import Draft
from briefing.parsing.importers import mail, unnamed_text
from briefing.parsing.markdown_escape import escape_heading, escape_words
from briefing.text.i18n import _

_BEGIN = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]*\d{4}[^\r\n]*\r?\n(?=[\w-]+:)")
_SHIELDED = re.compile(rb"(?m)^>(>*From )")


def read(original: Original) -> Draft:
    """Read a mailbox; one letter alone is read as such, and what is none as a text.

    Raises:
        InputError: There are no words in it.
    """
    letters = list(_letters(original.data))
    if not letters:
        return unnamed_text.read(original)
    if len(letters) == 1:
        return mail.read(replace(original, data=letters[0]))
    drafts = list(_drafts(original, letters))
    if not drafts:
        raise InputError(
            _("there are no words in this letter"),
            where=original.where,
            remedy=_("there is nothing to import in it"),
        )
    return Draft(
        "\n\n".join(map(_section, drafts)) + "\n",
        dropped=tuple(line for draft in drafts for line in draft.dropped),
    )


def _letters(data: bytes) -> Iterator[bytes]:
    begins = list(_BEGIN.finditer(data))
    ends = [*(match.start() for match in begins[1:]), len(data)]
    for match, end in zip(begins, ends, strict=False):
        yield _SHIELDED.sub(rb"\1", data[match.end() : end])


def _drafts(original: Original, letters: list[bytes]) -> Iterator[Draft]:
    """The letters that say something."""
    for data in letters:
        try:
            yield mail.read(replace(original, data=data))
        except InputError:
            continue


def _section(draft: Draft) -> str:
    """A letter below its subject, its senders and its day."""
    said = ", ".join(filter(None, (*draft.authors, draft.published)))
    heading = f"## {escape_heading(draft.title)}" if draft.title else f"## {escape_heading(said)}"
    facts = escape_words(said) if draft.title else ""
    return "\n\n".join(filter(None, (heading, facts, draft.body.strip("\n"))))
