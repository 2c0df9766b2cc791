"""What a page says of its article: in JSON-LD, in its ``meta`` elements, in its head.

The vocabularies are schema.org (https://schema.org/Article), Open Graph (https://ogp.me) and Dublin
Core (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from urllib.parse import urljoin, urlsplit, urlunsplit

from briefing.model.records import dataclass
from briefing.parsing.headings import without_by
from briefing.parsing.importers.page.tree import Element
from briefing.parsing.written_days import written_day
from briefing.text.lines import one_line

_ARTICLES = re.compile(r"Article|BlogPosting|Report|LiveBlogPosting|NewsStory|Review\Z")
"""Types of schema.org that an article has."""
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title")
_DESCRIPTIONS = ("description", "og:description", "twitter:description", "dc.description")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl")
_SITES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher")
_PUBLISHED = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "dcterms.issued", "parsely-pub-date", "pubdate",
    "publish-date", "publishdate", "sailthru.date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time",
    "datemodified",
    "dcterms.modified",
    "lastmod",
    "og:updated_time",
)
_DATE = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
_COMPACT_DATE = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?!\d)")
_TAG = re.compile(r"<[^<>]{0,500}>")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_MOST_AUTHORS = 20
_LONGEST_DAY = 100
"""Characters of an element beside the headline that may be a day."""
_DEEPEST = 12
"""Objects inside objects of JSON-LD that are looked into."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of its article; what it does not say is None or empty."""

    headline: str | None = None
    """As its data call it."""
    names: tuple[str, ...] = ()
    """What else it is called: for other programs, and for the bar of a browser."""
    descriptions: tuple[str, ...] = ()
    """What it is about, in the words for search engines and other sites."""
    authors: tuple[str, ...] = ()
    site: str | None = None
    address: str | None = None
    """Its canonical address."""
    published: str | None = None
    """An ISO 8601 date."""
    updated: str | None = None
    """An ISO 8601 date."""
    language: str | None = None
    """BCP 47."""
    body: str | None = None
    """The whole text, as some pages repeat it in their data."""
    word_count: int | None = None
    """How many words it says it has."""
    is_free: bool = True
    """False where the page says that it is behind a wall."""


def facts_of(root: Element, url: str | None = None) -> PageFacts:
    """Read what a page says of its article.

    Args:
        root: The page as it came, its scripts too.
        url: Where it was found.
    """
    data = _article(root)
    meta = _meta(root)
    title = next(
        (e for e in root.iter("title") if next(e.iterancestors("svg"), None) is None), None
    )
    descriptions = (data.get("description"), *_all(meta, _DESCRIPTIONS))
    names = (*_all(meta, _TITLES), "" if title is None else title.text_content())
    return PageFacts(
        headline=_words(data.get("headline")),
        names=tuple(dict.fromkeys(name for name in map(_words, names) if name)),
        descriptions=tuple(filter(None, map(_words, descriptions))),
        authors=_authors(data.get("author"), meta),
        site=_first(meta, _SITES) or _words(_name(data.get("publisher"))),
        address=_canonical(root, meta, url),
        published=_day(data.get("datePublished"), *_all(meta, _PUBLISHED), *_times(root)),
        updated=_day(data.get("dateModified"), *_all(meta, _UPDATED)),
        language=_words(root.get("lang") or data.get("inLanguage")),
        body=_body(data.get("articleBody")),
        word_count=_count(data.get("wordCount")),
        is_free=str(data.get("isAccessibleForFree", True)).lower() not in ("false", "no", "0"),
    )


# JSON-LD


def _article(root: Element) -> Mapping[str, object]:
    """What JSON-LD says of the article: the object that says most."""
    found: list[Mapping[str, object]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            found += [each for each in _objects(_json(script.text or "")) if _is_article(each)]
    return max(found, key=lambda each: ("headline" in each, len(each)), default={})


def _json(text: str) -> object:
    cut = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return json.loads(cut, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate"):
            yield from _objects(value.get(key), depth + 1)
    elif isinstance(value, list):
        for each in value:
            yield from _objects(each, depth + 1)


def _is_article(value: Mapping[str, object]) -> bool:
    kinds = value.get("@type")
    return any(_ARTICLES.search(str(k)) for k in (kinds if isinstance(kinds, list) else [kinds]))


def _count(value: object) -> int | None:
    text = str(value)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else None


def _name(value: object) -> object:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.get("name") if isinstance(value, dict) else value


def _body(value: object) -> str | None:
    """The text of an article, its paragraphs parted."""
    if not isinstance(value, str):
        return None
    text = unescape(re.sub(r"(?i)<(?:/p|br\s*/?|/h[1-6]|/li)>", "\n", value))
    lines = (one_line(_CONTROL.sub(" ", line)) for line in _TAG.sub("", text).split("\n"))
    return "\n".join(filter(None, lines)) or None


# The head of a page


def _meta(root: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _all(meta: Mapping[str, list[str]], names: Iterable[str]) -> list[str]:
    return [content for name in names for content in meta.get(name, ())]


def _first(meta: Mapping[str, list[str]], names: Iterable[str]) -> str | None:
    return next(filter(None, map(_words, _all(meta, names))), None)


def _words(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return one_line(_CONTROL.sub(" ", _TAG.sub("", unescape(value)))) or None


def _authors(value: object, meta: Mapping[str, list[str]]) -> tuple[str, ...]:
    people = value if isinstance(value, list) else [value]
    said = [_words(_name(each)) for each in people] if value else []
    said = [name for name in said if name] or [_words(name) for name in _all(meta, _AUTHORS)]
    names = [without_by(name) for name in said if name and "://" not in name and len(name) < 100]
    return tuple(dict.fromkeys(names))[:_MOST_AUTHORS]


def _canonical(root: Element, meta: Mapping[str, list[str]], url: str | None) -> str | None:
    """The address that a page says it has, if it may: one of the site that it was found on."""
    links = (
        e.get("href") for e in root.iter("link") if "canonical" in (e.get("rel") or "").split()
    )
    for said in (*links, *meta.get("og:url", ())):
        try:
            parts = urlsplit(urljoin(url or "", (said or "").strip()))
            host = parts.hostname
        except ValueError:
            continue
        is_whole = parts.scheme in ("http", "https") and host and parts.username is None
        if is_whole and (url is None or _site(host or "") == _site(urlsplit(url).hostname or "")):
            return str(urlunsplit(parts._replace(fragment="")))
    return None


def _site(host: str) -> str:
    """The last two names of a host, which most sites share among their own."""
    return ".".join(host.lower().split(".")[-2:])


def _times(root: Element) -> Iterator[str]:
    for element in root.iter("time"):
        if element.get("pubdate") is not None or element.get("itemprop") == "datePublished":
            yield element.get("datetime") or ""
    headline = next(root.iter("h1"), None)
    for beside in () if headline is None else headline.itersiblings():
        words = beside.text_content() if isinstance(beside.tag, str) else ""
        if len(words) < _LONGEST_DAY:
            yield one_line(words)
    first = next((e for e in root.iter("time") if e.get("datetime")), None)
    if first is not None and any(
        outer.tag in ("article", "header") for outer in first.iterancestors()
    ):
        yield first.get("datetime") or ""


def _day(*said: object) -> str | None:
    """The first of some dates that is one: year, month and day."""
    for value in said:
        if not isinstance(value, str):
            continue
        match = _DATE.match(value) or _COMPACT_DATE.match(value)
        if match is not None and 1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31:
            return f"{match[1]}-{match[2]}-{match[3]}"
        if (day := written_day(value)) is not None:
            return day
    return None
