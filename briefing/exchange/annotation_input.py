"""Web Annotations read as drafts: ours without loss, others as far as notes can hold them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.exchange.entries import read_entries, within
from briefing.exchange.foreign import ForeignNote, Imported
from briefing.exchange.json_input import (
    Json,
    WrongTypeError,
    as_object,
    many,
    offsets,
    read_json,
    string,
)
from briefing.exchange.own_input import own_fields
from briefing.exchange.own_terms import MOTIVATIONS, SYSTEM
from briefing.model.anchor import Anchor
from briefing.model.errors import Fault, FormatError
from briefing.model.note import NoteKind, Via
from briefing.model.span import Span
from briefing.text.i18n import _
from briefing.text.times import utc

_KINDS = {motivation: kind for kind, motivation in MOTIVATIONS.items()}


def parse(text: str, *, against: str = "", where: str | None = None) -> Imported:
    """Read an annotation, a list of them, a page or a collection with its pages.

    Args:
        text: The JSON-LD document.
        against: The reading text of the article. A passage given by position alone is cut out of
            it, and a position beyond it is dropped.
        where: The file, for messages.

    Returns:
        A draft for each annotation. One with several targets keeps the first that has a passage.

    Raises:
        FormatError: It is no JSON or holds no annotations.
    """
    root = read_json(text, where)
    faults: list[Fault] = []
    try:
        items = list(_items(root, faults))
    except WrongTypeError as error:
        raise FormatError(str(error), where=where) from error
    if not items and not _is_collection(root):
        what = _("this JSON holds no Web Annotations")
        raise FormatError(what, where=where, remedy=_("name its format"))
    read = read_entries(items, lambda item: _draft(as_object(item, "Annotation"), against), where)
    return within(Imported(read.drafts, (*faults, *read.faults)), against)


def _types(value: object) -> set[object]:
    if not isinstance(value, dict):
        return set()
    return {name for name in many(value.get("type", value.get("@type"))) if isinstance(name, str)}


def _is_collection(value: object) -> bool:
    return bool(_types(value) & {"AnnotationCollection", "AnnotationPage"})


def _items(root: object, faults: list[Fault]) -> Iterable[object]:
    """The annotations in a document, page by page."""
    if isinstance(root, list):
        yield from root
    elif "Annotation" in _types(root):
        yield root
    elif isinstance(root, dict):
        page: object = root.get("first", root)
        while isinstance(page, dict):
            yield from many(page.get("items"))
            page = page.get("next")
        if isinstance(page, str):
            faults.append(Fault(_("the page {address} is not in the file").format(address=page)))


def _draft(item: Json, against: str) -> ForeignNote:
    if "Annotation" not in _types(item):
        raise WrongTypeError(_("this is not an Annotation"))
    target, anchor = _target(item, against)
    text, tags = _body(item)
    iri = string(item, "id") or string(item, "@id")
    draft = ForeignNote(
        anchor=anchor,
        kind=_kind(item, text),
        text=text,
        tags=tags,
        by=_creator(item),
        created=utc(string(item, "created")),
        updated=utc(string(item, "modified")) or utc(string(item, "created")),
        via=Via(SYSTEM, iri) if iri else None,
        work=target,
        order=None if anchor.span is None else (anchor.span.start,),
    )
    return own_fields(item, draft)


def _kind(item: Json, text: str) -> NoteKind:
    for motivation in many(item.get("motivation")):
        if isinstance(motivation, str) and motivation in _KINDS:
            kind = _KINDS[motivation]
            return NoteKind.NOTE if text and kind is NoteKind.HIGHLIGHT else kind
    return NoteKind.NOTE if text else NoteKind.HIGHLIGHT


def _creator(item: Json) -> str:
    """The first creator's name (3.3.2), else what identifies it."""
    for creator in many(item.get("creator")):
        if isinstance(creator, str):
            return creator
        agent = as_object(creator, "creator")
        for key in ("name", "nickname", "email", "id"):
            names = [name for name in many(agent.get(key)) if isinstance(name, str) and name]
            if names:
                return names[0]
    return ""


def _body(item: Json) -> tuple[str, tuple[str, ...]]:
    """Comments, joined by an empty line, and tags."""
    texts = [string(item, "bodyValue")]
    tags: list[str] = []
    for body in many(item.get("body")):
        value, is_tag = _body_value(body)
        (tags if is_tag else texts).append(value)
    return "\n\n".join(text for text in texts if text), tuple(dict.fromkeys(tags))


def _body_value(body: object) -> tuple[str, bool]:
    if isinstance(body, str):  # An external resource (3.2.1): all we can keep is its address.
        return body, False
    known = as_object(body, "body")
    value = string(known, "value") or string(known, "id")
    source = known.get("source")
    if not value and isinstance(source, str):
        value = source
    elif not value and source is not None:
        value = _body_value(source)[0]
    return value, "tagging" in many(known.get("purpose"))


def _target(item: Json, against: str) -> tuple[str, Anchor]:
    """The address of what was annotated, and the passage."""
    targets = many(item.get("target"))
    if not targets:
        raise WrongTypeError(_("“{name}” is missing").format(name="target"))
    read = [_one_target(target, against) for target in targets]
    return next((one for one in read if one[1].quote or one[1].span is not None), read[0])


def _one_target(target: object, against: str) -> tuple[str, Anchor]:
    if isinstance(target, str):
        return target, Anchor("")
    known = as_object(target, "target")
    source = known.get("source")
    address = (
        source if isinstance(source, str) else string(as_object(source or known, "source"), "id")
    )
    return address, _anchor(list(_selectors(known.get("selector"))), against)


def _selectors(value: object) -> Iterable[Json]:
    """The selectors with those that refine them (4.2.9); one given by address says nothing."""
    for selector in many(value):
        if isinstance(selector, str):
            continue
        known = as_object(selector, "selector")
        yield known
        yield from _selectors(known.get("refinedBy"))


def _anchor(selectors: list[Json], against: str) -> Anchor:
    words: Mapping[str, object] = _of_type(selectors, "TextQuoteSelector")
    place = _of_type(selectors, "TextPositionSelector")
    pair = offsets(place) if place else None
    span = None if pair is None else Span(*pair)
    quote = string(words, "exact")
    if not words and span is not None and span.end <= len(against):
        quote = span.of(against)
    return Anchor(quote, string(words, "prefix"), string(words, "suffix"), span)


def _of_type(selectors: list[Json], name: str) -> Json:
    return next((one for one in selectors if name in _types(one)), {})
