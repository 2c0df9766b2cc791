"""Articles as entries of a bibliography: CSL-JSON and BibTeX. How they are set is left to styles.

Pandoc and Zotero read CSL-JSON (https://github.com/citation-style-language/schema), BibTeX is read
by these and by BibTeX itself. Names stand as they are known: which part of one is the family's
cannot be told in every language, unless a comma says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from briefing.exchange.origin import Origin
from briefing.exchange.visible import one_line, quiet_json

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's own names of the months."""
_ESCAPED = {
    "\\": r"{\textbackslash}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
}
"""What TeX takes for a command."""
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_REPORT = "application/pdf"


@dataclass(frozen=True, slots=True)
class Citable:
    """An article that is to stand in a bibliography."""

    key: str
    """The key under which it is cited."""
    title: str
    """Its title, or its name."""
    origin: Origin
    """Where it came from."""
    language: str | None = None
    """BCP 47."""


def csl_json(articles: Iterable[Citable]) -> str:
    """Articles as CSL-JSON: an array, an item each."""
    items = [_item(one) for one in articles]
    return quiet_json(json.dumps(items, ensure_ascii=False, indent=2)) + "\n"


def bibtex(articles: Iterable[Citable]) -> str:
    """Articles as a file of BibTeX, in UTF-8."""
    return "\n".join(map(_entry, articles))


def _item(one: Citable) -> dict[str, Any]:
    origin = one.origin
    values: dict[str, Any] = {
        "id": one.key,
        "type": _type(origin),
        "title": one_line(one.title),
        "author": [_name(author) for author in origin.authors],
        "container-title": one_line(origin.site or ""),
        "issued": _parts(origin.published),
        "accessed": _parts(origin.retrieved),
        "URL": origin.url,
        "language": one.language,
        "version": origin.version,
    }
    return {key: value for key, value in values.items() if value}


def _type(origin: Origin) -> str:
    if origin.media_type == _REPORT:
        return "report"
    return "webpage" if origin.url else "document"


def _name(name: str) -> dict[str, str]:
    family, comma, given = one_line(name).partition(", ")
    if comma and given and "," not in given:
        return {"family": family, "given": given}
    return {"literal": one_line(name)}


def _parts(date: str | None) -> dict[str, Any] | None:
    found = _DAY.match(date or "")
    if found is None:
        return None
    return {"date-parts": [[int(part) for part in found.groups() if part]]}


def _entry(one: Citable) -> str:
    """An entry of a kind that every style of BibTeX has."""
    lines = "".join(f"  {key} = {value},\n" for key, value in _fields(one))
    return f"@misc{{{one.key},\n{lines}}}\n"


def _fields(one: Citable) -> Iterator[tuple[str, str]]:
    origin = one.origin
    if origin.authors:
        yield "author", f"{{{' and '.join(map(_bibtex_name, origin.authors))}}}"
    yield "title", f"{{{{{_escaped(one.title)}}}}}"
    if origin.site:
        yield "howpublished", f"{{{_escaped(origin.site)}}}"
    year, month, day = _day(origin.published)
    if year:
        yield "year", f"{{{year}}}"
    if month:
        yield "month", month
    if day:
        yield "day", f"{{{day}}}"
    if origin.url:
        yield "url", f"{{{_address(origin.url)}}}"
    if origin.retrieved:
        yield "urldate", f"{{{_escaped(origin.retrieved.partition('T')[0])}}}"
    if one.language:
        yield "language", f"{{{_escaped(one.language)}}}"
    if origin.version:
        yield "version", f"{{{origin.version}}}"


def _day(date: str | None) -> tuple[str, str, str]:
    """Year, BibTeX's name of the month, and day; empty where they are not known."""
    found = _DAY.match(date or "")
    year, month, day = found.groups("") if found else ("", "", "")
    number = int(month or 0)
    return year, _MONTHS[number - 1] if 1 <= number <= len(_MONTHS) else "", day.lstrip("0")


def _bibtex_name(name: str) -> str:
    written = _name(name)
    if "literal" in written:
        return f"{{{_escaped(written['literal'])}}}"
    return f"{_escaped(written['family'])}, {_escaped(written['given'])}"


def _escaped(text: str) -> str:
    return "".join(_ESCAPED.get(char, char) for char in one_line(text))


def _address(url: str) -> str:
    """An address, in which nothing ends the field."""
    return quote(one_line(url), safe="/:?#@!$&'()*+,;=%~.-_[]")
