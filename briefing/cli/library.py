"""`briefing list` and `briefing find`: the documents of a folder, and where words stand in them."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

import click

from briefing.cli.completing import complete_files
from briefing.cli.help import ExampleCommand
from briefing.cli.library_opening import open_library, version_count
from briefing.cli.notes_options import format_option
from briefing.cli.output import say, say_json, tell
from briefing.cli.own_library import own_library
from briefing.model.errors import BusyError, Fault, StorageError
from briefing.model.library import Entry, FoundDocument, Hit, HitKind
from briefing.model.query import Query, Standing
from briefing.session.library import Library
from briefing.session.library_find import find
from briefing.session.library_states import analyse
from briefing.session.pace import minutes
from briefing.storage.settings import load_settings
from briefing.text.i18n import _, ngettext
from briefing.text.queries import parse_query
from briefing.text.safe import one_line

_folder_argument = click.argument(
    "folder", required=False, type=click.Path(path_type=Path), shell_complete=complete_files
)


_PATIENT_SECONDS = 4.0
"""So long states are looked for, unless one waits for all."""

_wait_option = click.option(
    "--wait", "is_patient", is_flag=True, help=_("Look for the states of all articles first.")
)


@click.command(
    "list",
    cls=ExampleCommand,
    examples=("briefing list reports", "briefing list reports --noted --format json"),
)
@_folder_argument
@click.option("--unread", "asked", flag_value="unread", help=_("Only those never opened."))
@click.option("--starred", "asked", flag_value="starred", help=_("Only those with a star."))
@click.option("--changed", "asked", flag_value="changed", help=_("Only those changed since."))
@click.option("--noted", "asked", flag_value="noted", help=_("Only those with notes."))
@_wait_option
@format_option
def list_documents(folder: Path | None, asked: str | None, is_patient: bool, form: str) -> None:
    """List the documents of a folder; of the user's own library where none is named."""
    settings, faults = load_settings()
    library = open_library(folder or own_library(settings), settings)
    if form == "json":
        library.entries()
        _analyse(library, is_patient)
    entries = [e for e in library.entries() if asked is None or asked in e.standings]
    if form == "json":
        say_json([entry_json(library.folder, entry) for entry in entries])
    else:
        for entry in entries:
            say(_line(entry))
    tell((*faults, *library.faults))


@click.command(
    "find",
    cls=ExampleCommand,
    examples=(
        "briefing find 'soldiers russia' reports",
        "briefing find '\"over 11,000\" tag:check -exercise' reports --format json",
    ),
)
@click.argument("query")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path), shell_complete=complete_files)
@click.option(
    "--in",
    "places",
    type=click.Choice(["all", "text", "notes"]),
    default="all",
    show_default=True,
    help=_("Where the words are looked for."),
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help=_("So many documents."))
@_wait_option
@format_option
def find_words(
    query: str,
    folders: tuple[Path, ...],
    places: str,
    limit: int | None,
    is_patient: bool,
    form: str,
) -> None:
    """Find documents by their words; exit 1 when there is none.

    QUERY is one argument: words that must all stand there, "a phrase", -word, beginning*,
    one OR another, and fields: title: tag: by: state: lang: site: is: after: before:
    """
    asked = parse_query(query)
    settings, faults = load_settings()
    libraries = [open_library(f, settings) for f in folders or (own_library(settings),)]
    may_analyse = _time(is_patient)
    for library in libraries:
        library.may_analyse = may_analyse
    found = ((library, one) for library in libraries for one in _found(library, asked, places))
    is_any = False
    if form == "json":
        every = list(found)
        is_any = bool(every)
        documents = [_found_json(library.folder, one) for library, one in every[:limit]]
        is_whole = not any(library.faults or library.left_out for library in libraries)
        say_json({"query": query, "documents": documents, "total": len(every), "indexed": is_whole})
    else:
        for library, one in islice(found, limit):
            is_any = True
            _say_found(one, library.folder if len(libraries) > 1 else None)
    tell((*faults, *(fault for library in libraries for fault in _faults(library))))
    sys.exit(0 if is_any else 1)


def _time(is_patient: bool) -> Callable[[], bool]:
    """Tells whether there is time to look for states: always, or for some seconds from now on."""
    ends = math.inf if is_patient else time.monotonic() + _PATIENT_SECONDS
    return lambda: time.monotonic() < ends


def _analyse(library: Library, is_patient: bool) -> None:
    """Look for the states of documents while there is time; those of the others are not known."""
    has_time = _time(is_patient)
    try:
        while analyse(library, has_time) and has_time():
            pass
    except BusyError:
        return  # another program is at it
    except StorageError as error:
        library.faults.append(Fault.of(error))


def _faults(library: Library) -> Iterator[Fault]:
    """What could not be read, and how much a query left out."""
    yield from library.faults
    yield from _unread(library)
    count = library.left_out
    if count:
        what = ngettext(
            "the states of {count} article are not known yet, and it is left out",
            "the states of {count} articles are not known yet, and they are left out",
            count,
        )
        remedy = _("give --wait to look at all of them")
        yield Fault(what.format(count=count), str(library.folder), remedy)


def _unread(library: Library) -> Iterator[Fault]:
    """The first document of the index that cannot be read whole, and how many more there are."""
    told = {str(fault) for fault in library.faults}
    with suppress(StorageError):
        faulty = [each for each in library.index.faulty() if each.fault not in told]
        more = f" (+{len(faulty) - 1})" if len(faulty) > 1 else ""
        yield from (Fault(f"{each.fault}{more}") for each in faulty[:1])


def _found(library: Library, query: Query, places: str) -> Iterator[FoundDocument]:
    """What is found where it was asked for, as it is found."""
    wanted = {
        "all": set(HitKind),
        "text": {HitKind.TITLE, HitKind.TEXT},
        "notes": {HitKind.NOTE},
    }[places]
    for one in find(library, query):
        hits = tuple(hit for hit in one.hits if hit.kind in wanted)
        if hits or not query.wanted:
            yield FoundDocument(one.entry, hits)


def entry_json(folder: Path, entry: Entry) -> dict[str, Any]:
    """A document as scripts read it."""
    return {
        "folder": str(folder),
        "path": entry.path,
        "title": entry.title,
        "authors": list(entry.authors),
        "site": entry.site,
        "source": entry.source,
        "published": entry.published,
        "language": entry.language,
        "words": entry.words,
        "minutes": minutes(entry.characters),
        "read": entry.percent / 100,
        "unread": Standing.UNREAD.value in entry.standings,
        "starred": Standing.STARRED.value in entry.standings,
        "changed": Standing.CHANGED.value in entry.standings,
        "notes": entry.notes,
        "states": list(entry.states or ()),
        "analysed": entry.states is not None,
        "versions": version_count(folder / entry.path),
        "fault": entry.fault,
    }


def _found_json(folder: Path, found: FoundDocument) -> dict[str, Any]:
    return {
        "folder": str(folder),
        "path": found.entry.path,
        "title": found.entry.title,
        "published": found.entry.published,
        "hits": [_hit_json(hit) for hit in found.hits],
    }


def _hit_json(hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.kind.value,
        "start": None if hit.span is None else hit.span.start,
        "end": None if hit.span is None else hit.span.end,
        "line": hit.line_number,
        "snippet": hit.snippet,
        "note": hit.note,
    }


def _line(entry: Entry) -> str:
    facts = [
        (entry.published or "")[:10].ljust(10),
        str(minutes(entry.characters)).rjust(4) + "′",
        (str(entry.notes) if entry.notes else "").rjust(3),
        entry.path,
        *(() if entry.rev is None else (f"«{entry.title}»",)),
        *(() if entry.fault is None else (f"! {entry.fault}",)),
    ]
    return "  ".join(map(one_line, facts))


def _say_found(found: FoundDocument, folder: Path | None) -> None:
    path = found.entry.path if folder is None else str(folder / found.entry.path)
    lines = [one_line(f"{path}  «{found.entry.title}»")]
    for hit in found.hits:
        where = "" if hit.line_number is None else f"{hit.line_number}: "
        sign = "✎ " if hit.kind is HitKind.NOTE else ""
        lines.append("  " + one_line(f"{where}{sign}{hit.snippet}"))
    say("\n".join(lines))
