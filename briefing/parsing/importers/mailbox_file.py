"""Mailboxes (`.mbox`), archives and digests of mailing lists: their letters, each a section.

A line that begins with "From " behind a blank one begins a letter (RFC 4155, appendix A); such a
line inside a letter has a sign in front. In a digest the letters stand below a row of 70 hyphens,
with rows of 30 between them (RFC 1153); what stands above is the digest's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.model.records import replace
from briefing.parsing.draft import Draft
from briefing.parsing.importers import mail, plain_text, unnamed_text
from briefing.parsing.markdown_escape import escape_heading, escape_words
from briefing.text.i18n import _

_BEGIN = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From (?=[^\r\n]*\d{4})[^\r\n]*\r?\n(?=[\w-]+:)")
_DIGEST = re.compile(rb"(?m)^-{70}\r?\n\s*^(?=[\w-]+: )")
_BETWEEN = re.compile(rb"(?m)^\r?\n-{30}\r?\n\r?\n")
_COUNTED = re.compile(rb"\A\s*(?:Message: \d+\r?\n)?")
_STARS = re.compile(rb"(?m)^\*{5,}\s*\Z")
"""What underlines the words that end a digest."""
_HEADER = re.compile(rb"\s*[\w-]+: ")
_SHIELDED = re.compile(rb"(?m)^>(>*From )")


def read(original: Original) -> Draft:
    """Read a mailbox; one letter alone is read as such, and what is none as a text.

    Raises:
        InputError: There are no words in it.
    """
    digest = _DIGEST.search(original.data)
    letters = list(_letters(original.data) if digest is None else _parts(original.data, digest))
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
    above = _above(original, digest)
    body = "\n\n".join(filter(None, (above.body.strip("\n"), *map(_section, drafts))))
    return Draft(
        f"{body}\n",
        above.title,
        dropped=tuple(line for draft in drafts for line in draft.dropped),
    )


def _letters(data: bytes) -> Iterator[bytes]:
    begins = list(_BEGIN.finditer(data))
    ends = [*(match.start() for match in begins[1:]), len(data)]
    for match, end in zip(begins, ends, strict=False):
        yield _SHIELDED.sub(rb"\1", data[match.end() : end])


def _parts(data: bytes, digest: re.Match[bytes]) -> Iterator[bytes]:
    """The letters of a digest; a row of hyphens in one, and what ends it, belong to the letter."""
    rows = [match.span() for match in _BETWEEN.finditer(data, digest.end())]
    rows = [row for row in rows if _HEADER.match(data, row[1])]
    starts, ends = [digest.end(), *(end for _start, end in rows)], [start for start, _end in rows]
    for start, end in zip(starts, [*ends, len(data)], strict=True):
        yield _STARS.sub(b"", _COUNTED.sub(b"", data[start:end], count=1))


def _above(original: Original, digest: re.Match[bytes] | None) -> Draft:
    """What stands above the letters."""
    words = b"" if digest is None else original.data[: digest.start()]
    return plain_text.read(replace(original, data=words)) if words.strip() else Draft("")


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
    name = draft.title or said
    heading = f"## {escape_heading(name)}" if name else ""
    facts = escape_words(said) if draft.title else ""
    return "\n\n".join(filter(None, (heading, facts, draft.body.strip("\n"))))
