"""Letters (`.eml`): subject, sender and date, and one of the forms in which the words are sent.

A plain form is taken where it says as much as the other; its lines are joined again, and what it
quotes of an earlier letter is a quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from itertools import groupby

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.parsing.draft import Draft
from briefing.parsing.importers import unnamed_text
from briefing.parsing.importers._page_blocks import Piece
from briefing.parsing.importers.plain_text import read_plain_text
from briefing.parsing.importers.title_page import in_levels, is_same, without_title
from briefing.parsing.importers.whole_html import body_of, read_whole
from briefing.parsing.markdown_escape import escape_heading
from briefing.parsing.residue import is_residue
from briefing.text.encodings import decode_foreign
from briefing.text.i18n import _
from briefing.text.twice_encoded import encoded_once

_AS_MUCH = 0.6
"""The share of the words of the other form that a plain one has at least, to be taken."""
_LINK = re.compile(r"(?i)<a\s[^>]*\bhref=")
_ADDRESS = re.compile(r"https?://\S+")
_MOST_ADDRESSES = 0.25
"""The share of its characters that are addresses in a plain form made of one with links."""
_DEEPEST = 8
"""Quotes inside quotes that are told apart."""
_BARE_BOUNDARY = re.compile(rb"(?i)(\bboundary=)([^\"\s;]+)")
"""The sign between parts without the quotes that one with "=" in it needs (RFC 2045, 5.1)."""
_QUOTED = re.compile(r">+(?: ?>)*")
_TAG = re.compile(r"<[^>]+>|<style.*?</style>", re.DOTALL)


def read(original: Original) -> Draft:
    """Read a letter; what only its name says to be one is read as a text.

    Raises:
        InputError: There are no words in it.
    """
    message = _parsed(original.data)
    if not message.keys():
        return unnamed_text.read(original)
    dropped: list[str] = []
    body = _body(message, original.where, dropped) or _parts(message, original.where, dropped)
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    remarks = (_("attached: {names}").format(names=", ".join(names)),) if names else ()
    if not body:
        raise _without_words(original.where, remarks)
    return Draft(
        f"{body}\n",
        _subject(message),
        dropped=(*remarks, *dropped),
        published=_day(message),
        authors=_senders(message),
        remarks=remarks,
    )


def _without_words(where: str, remarks: Sequence[str]) -> InputError:
    """The error of a letter that says nothing itself."""
    remedy = _("save what is attached with a mail program, and open that")
    if not remarks:
        remedy = _("there is nothing to import in it")
    return InputError(
        "; ".join((_("there are no words in this letter"), *remarks)), where=where, remedy=remedy
    )


def _parsed(data: bytes) -> EmailMessage:
    """A letter; of parts also where the sign between them is not quoted as it should be."""
    parser = BytesParser(_class=EmailMessage, policy=policy.default)
    message = parser.parsebytes(data)
    if message.get_content_maintype() == "multipart" and not message.is_multipart():
        message = parser.parsebytes(_BARE_BOUNDARY.sub(rb'\1"\2"', data))
    return message


def _parts(message: EmailMessage, where: str, dropped: list[str]) -> str:
    """The words of all parts: of letters inside a letter that says nothing itself, of text files.

    A letter inside has its subject as a heading.
    """
    found: list[str] = []
    for part in message.iter_parts() if message.is_multipart() else ():
        if not isinstance(part, EmailMessage):
            continue
        if part.get_content_type() == "message/rfc822":
            inner = part.get_content()
            subject = _subject(inner)
            found.append(f"## {escape_heading(subject)}" if subject else "")
            found.append(_body(inner, where, dropped) or _parts(inner, where, dropped))
        elif part.is_multipart():
            found.append(_body(part, where, dropped) or _parts(part, where, dropped))
        elif part.get_content_maintype() == "text":
            found.append(_words_of(part, where, dropped))
    return "\n\n".join(filter(None, found))


def _words_of(part: EmailMessage, where: str, dropped: list[str]) -> str:
    """The words of one part of text, attached or not."""
    words = _content(part)
    if part.get_content_subtype() == "html":
        whole = read_whole(words)
        return body_of(_without_buttons(whole.pieces, dropped), whole.notes).strip("\n")
    return _plain(words, where, dropped, is_flowed=_is_flowed(part))


def _body(message: EmailMessage, where: str, dropped: list[str]) -> str:
    """The words that a letter says itself, in one of the forms in which they are sent.

    Args:
        message: The letter.
        where: Its name, for messages.
        dropped: Takes up what is left out.
    """
    plain = message.get_body(preferencelist=("plain",))
    rich = message.get_body(preferencelist=("html",))
    words = _content(plain)
    markup = _content(rich)
    count = len(_TAG.sub(" ", markup).split())
    subject = _subject(message)
    is_as_long = len(words.split()) >= max(_AS_MUCH * count, 1)
    if is_as_long and not (_LINK.search(markup) and _is_of_addresses(words)):
        words = _without_subject(words, subject)
        return _plain(words, where, dropped, is_flowed=_is_flowed(plain)).strip("\n")
    whole = read_whole(markup, deeper=1)
    pieces = in_levels(without_title(whole.pieces, subject))
    return body_of(_without_buttons(pieces, dropped), whole.notes).strip("\n")


def _is_of_addresses(words: str) -> bool:
    """Whether much of a plain form are the addresses of links, which its other form has."""
    return len(_ADDRESS.sub("", words)) < (1 - _MOST_ADDRESSES) * len(words)


def _without_subject(words: str, subject: str | None) -> str:
    """Words without a first line that only repeats the subject above them."""
    first, _end, others = words.lstrip().partition("\n")
    return others if others.strip() and is_same(first, subject) else words


def _without_buttons(pieces: Sequence[Piece], dropped: list[str]) -> list[Piece]:
    """Blocks without those that only lead elsewhere, as to a newsletter's page or to its end."""
    going = [piece for piece in pieces if is_residue(piece.text)]
    if len(going) == len(pieces):
        return list(pieces)
    dropped += (piece.text for piece in going)
    return [piece for piece in pieces if not is_residue(piece.text)]


def _subject(message: EmailMessage) -> str | None:
    return " ".join(str(message.get("subject", "")).split()) or None


def _content(part: object) -> str:
    """The words of a part; where it names no encoding that reads them, they are told by sight."""
    if not isinstance(part, EmailMessage):
        return ""
    with suppress(LookupError, UnicodeError):
        words = str(part.get_content())
        if "\ufffd" not in words:
            return encoded_once(words)
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    with suppress(InputError):
        return encoded_once(decode_foreign(data, "").text)
    return data.decode("utf-8", "replace")


def _is_flowed(part: object) -> bool:
    """Whether lines that end in a space go on (RFC 3676)."""
    return isinstance(part, EmailMessage) and part.get_param("format") == "flowed"


def _plain(words: str, where: str, dropped: list[str], *, is_flowed: bool) -> str:
    lines = words.replace("\r\n", "\n").split("\n")
    if is_flowed:
        lines = list(_unflowed(lines))
    return _quotes([(_depth(line), _unquoted(line)) for line in lines], 0, where, dropped)


def _quotes(lines: Sequence[tuple[int, str]], depth: int, where: str, dropped: list[str]) -> str:
    """Lines as Markdown; those that quote deeper than ``depth`` are quotes."""
    parts: list[str] = []
    for deeper, group in groupby(lines, key=lambda line: line[0] > depth):
        inner = list(group)
        if deeper and depth < _DEEPEST:
            quoted = _quotes(inner, depth + 1, where, dropped)
            parts.append("\n".join(f"> {line}".rstrip() for line in quoted.split("\n")))
        else:
            text = "\n".join(line for _depth, line in inner)
            if text.strip():
                parts.append(_paragraphs(text, where, dropped))
    return "\n\n".join(part for part in parts if part)


def _paragraphs(text: str, where: str, dropped: list[str]) -> str:
    """Plain lines as Markdown; a letter has no title in its text."""
    draft = read_plain_text(text, where, has_title=False)
    dropped += draft.dropped
    return draft.body.strip("\n")


def _unflowed(lines: Sequence[str]) -> Iterator[str]:
    """Lines of which those that flow into the next are joined."""
    held = ""
    for line in lines:
        whole = held + (_unquoted(line) if held else line)
        is_open = whole.endswith(" ") and not whole.endswith("-- ")
        held = whole if is_open else ""
        if not is_open:
            yield whole
    if held:
        yield held.rstrip()


def _depth(line: str) -> int:
    match = _QUOTED.match(line)
    return match[0].count(">") if match is not None else 0


def _unquoted(line: str) -> str:
    match = _QUOTED.match(line)
    return line if match is None else line[match.end() :].removeprefix(" ")


def _senders(message: EmailMessage) -> tuple[str, ...]:
    """Who wrote it: their names, or their addresses where they give none."""
    addresses = getattr(message.get("from"), "addresses", ())
    return tuple(a.display_name or a.addr_spec for a in addresses if a.display_name or a.addr_spec)


def _day(message: EmailMessage) -> str | None:
    stated = getattr(message.get("date"), "datetime", None)
    return None if stated is None else str(stated.date().isoformat())
