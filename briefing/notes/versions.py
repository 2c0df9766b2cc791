"""The versions file of an article as text: read strictly, written in one form, merged.

::

    format: 1
    article: report.md
    versions:
    - rev: 9f2c…
      date: '2026-11-22T08:00:00Z'
      how: fetched

One text is one version, however often it came. A merge is a union, so that two clones agree in
whatever order they take each other's files in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from briefing.model.note import SHA256
from briefing.model.version import Arrival, Version, Versions
from briefing.notes.conflicted import sides
from briefing.notes.layout import has_conflict_markers
from briefing.notes.schema import is_time
from briefing.text.i18n import _
from briefing.text.strict_yaml import Node, parse
from briefing.text.strict_yaml_writer import entry

FORMAT = 1
"""The version of the format that is read and written."""
KEPT = 20
"""How many of the newest versions are kept; the first and those of notes are kept as well."""

_FACTS = ("original", "made_by", "media_type", "address")
_WEIGHTIEST = (Arrival.FETCHED, Arrival.ADDED, Arrival.EDITED, Arrival.ANNOTATED)
"""Of several ways in which one text came, the first of these is told."""
_KEYS = ("rev", "date", "how", *_FACTS)
_HEAD = ("format", "article", "versions")
_IS_VERSIONS = re.compile(r"^versions:", re.MULTILINE)
_IS_NOTES = re.compile(r"^notes:", re.MULTILINE)


def is_versions(text: str) -> bool:
    """Whether a text is a versions file rather than a notes file."""
    return bool(_IS_VERSIONS.search(text)) and not _IS_NOTES.search(text)


def parse_versions(text: str, *, where: str, article: str = "") -> Versions:
    """Read a versions file, also one in which git left both sides of a merge.

    Args:
        text: The whole file.
        where: Its name, for messages.
        article: The article's file name, where the file does not give it.

    Raises:
        FormatError: Something in it is not what it should be; `where` names the line.
    """
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if has_conflict_markers(text):
        ours, _base, theirs = sides(text, where)
        return merge_versions(*(_parse(side.text, where, article) for side in (ours, theirs)))
    return _parse(text, where, article)


def format_versions(versions: Versions) -> str:
    """Write a versions file."""
    head = entry("format", FORMAT) + entry("article", versions.article)
    head += "".join(entry(key, value, keep=False) for key, value in versions.extra.items())
    items = "".join(map(_lines, versions.versions))
    return f"{head}versions:\n{items}" if items else f"{head}versions: []\n"


def merge_versions(ours: Versions, theirs: Versions) -> Versions:
    """All versions of both. Which side is which makes no difference."""
    found: dict[str, Version] = {}
    for version in (*ours.versions, *theirs.versions):
        other = found.get(version.rev)
        found[version.rev] = version if other is None else _joined(version, other)
    name = max(ours.article, theirs.article)
    return Versions(name, _in_order(found.values()), _greater(ours.extra, theirs.extra))


def with_version(versions: Versions, version: Version, needed: Collection[str] = ()) -> Versions:
    """The versions with one more; those that nobody needs any more go.

    Kept are the first, the newest `KEPT`, and those that are needed.

    Args:
        versions: What there is.
        version: What comes; where its text is known, the earlier date stays.
        needed: The texts that notes refer to.
    """
    all_ = merge_versions(versions, Versions(versions.article, (version,))).versions
    newest = {item.rev for item in (*all_[:1], *all_[-KEPT:])}
    kept = tuple(item for item in all_ if item.rev in newest or item.rev in needed)
    return replace(versions, versions=kept)


def _parse(text: str, where: str, article: str) -> Versions:
    root = parse(text, where=where)
    if root.is_null:
        return Versions(article)
    if not root.is_mapping or root.get("versions") is None:
        raise root.error(_("this is no versions file"), _("choose another file"))
    number = root.integer("format")
    if number is not None and number > FORMAT:
        what = _("this was written by a newer version (format {format})")
        raise root.fields["format"].error(what.format(format=number))
    read = Versions(
        root.string("article") or article,
        tuple(map(_version, root.mappings("versions"))),
        root.unknown(_HEAD),
    )
    return merge_versions(read, Versions(read.article))


def _version(node: Node) -> Version:
    date = node.required_string("date")
    if not is_time(date):
        what = _("“{key}” should be a time such as '2026-11-22T08:15:30Z'")
        raise node.fields["date"].error(what.format(key="date"))
    rev = _digits(node, "rev")
    if rev is None:
        raise node.error(_("“{key}” is missing").format(key="rev"))
    return Version(
        rev=rev,
        date=date,
        how=_arrival(node),
        original=_digits(node, "original"),
        made_by=node.string("made_by"),
        media_type=node.string("media_type"),
        address=node.string("address"),
        extra=node.unknown(_KEYS),
    )


def _digits(node: Node, key: str) -> str | None:
    field = node.get(key)
    # Digits alone would be a number elsewhere; they stand for themselves here.
    value = None if field is None or not isinstance(field.value, str) else field.value
    if field is not None and (value is None or not SHA256.fullmatch(value)):
        field.report_type(key, _("64 hexadecimal digits"))
    return value


def _arrival(node: Node) -> Arrival:
    how = node.required_string("how")
    if how not in set(Arrival):
        node.fields["how"].report_type("how", _("one of {words}").format(words=", ".join(Arrival)))
    return Arrival(how)


def _lines(version: Version) -> str:
    fields = {key: getattr(version, key) for key in _KEYS}
    fields |= {"how": version.how.value, **version.extra}
    lines = (entry(key, value, indent=2) for key, value in fields.items() if value is not None)
    return "- " + "".join(lines)[2:]


def _joined(one: Version, other: Version) -> Version:
    """One version of two that are about the same text: when it came first, and all that is known.

    A text that ever came in is one that came in, whoever annotated it or wrote it by hand before.
    Where both know something else, the greater value stays: chosen so, whoever merges with whom
    first makes no difference.
    """
    date = min(one.date, other.date)
    how = min(one.how, other.how, key=_WEIGHTIEST.index)
    known = {key: max(getattr(one, key) or "", getattr(other, key) or "") or None for key in _FACTS}
    extra = _greater(one.extra, other.extra)
    return Version(one.rev, date, how, **known, extra=extra)


def _greater(one: Mapping[str, object], other: Mapping[str, object]) -> dict[str, object]:
    """The keys of both, each with the greater of its values."""
    keys = sorted({*one, *other})
    return {key: max((each[key] for each in (one, other) if key in each), key=repr) for key in keys}


def _in_order(versions: Iterable[Version]) -> tuple[Version, ...]:
    return tuple(sorted(versions, key=lambda version: (version.date, version.rev)))
