"""`briefing feeds`: what a library asks for news, from scripts and from cron."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import click

from briefing.cli.arguments import library_option, output_options
from briefing.cli.completing import complete_files
from briefing.cli.endings import NO
from briefing.cli.feed_joining import join_feed
from briefing.cli.feed_keeping import clear_away, keep
from briefing.cli.feed_wiring import desk_of
from briefing.cli.help import ExampleGroup
from briefing.cli.notes_options import format_option
from briefing.cli.output import complain, deliver, say, say_json, tell
from briefing.cli.own_library import own_library
from briefing.cli.progress import Progress
from briefing.model.feed import FeedSource, FeedState, ItemText
from briefing.model.library_file import LibraryFile
from briefing.parsing.opml import parse_opml, render_opml
from briefing.session.feed_adding import with_names
from briefing.session.feed_desk import FeedDesk
from briefing.session.feed_updates import Outcome, Update
from briefing.session.feed_words import complain_of, fault_words, update_line
from briefing.storage.settings import load_settings
from briefing.storage.sources import read_file
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.text.safe import one_line


@click.group(
    cls=ExampleGroup,
    no_args_is_help=False,
    examples=(
        "briefing feeds add https://example.org/news",
        "briefing feeds update",
    ),
)
def feeds() -> None:
    """Ask sites for their news, and keep it as articles of a library."""


feeds.add_command(keep)


@feeds.command(
    examples=(
        "briefing feeds add https://example.org/feed.xml",
        "briefing feeds add https://example.org --name example --text page --to reports",
    )
)
@click.argument("url")
@click.option("--name", metavar="NAME", help=_("What to call it; as it calls itself by default."))
@click.option(
    "--text",
    type=click.Choice([text.value for text in ItemText]),
    default=ItemText.FEED.value,
    show_default=True,
    help=_("Which text becomes an article: the feed's, or that of the page behind an item."),
)
@library_option
def add(url: str, name: str | None, text: str, folder: Path | None) -> None:
    """Add a feed, by its own address or that of a site, and take in what it has."""
    said, update = join_feed(_desk(folder), url, complain, name=name, text=ItemText(text))
    say(said)
    if update is not None:
        _tell(update)


@feeds.command("list", examples=("briefing feeds list", "briefing feeds list --format json"))
@library_option
@format_option
def list_feeds(folder: Path | None, form: str) -> None:
    """List the feeds, and how it stands with each."""
    desk = _desk(folder)
    found = [(feed, desk.states.load(feed.url)) for feed in desk.feeds()]
    if form == "json":
        say_json([_facts(desk, feed, state) for feed, state in found])
        return
    if not found:
        _tell_none()
    for feed, state in found:
        count = desk.count(state)
        words = ngettext("one article", "{count} articles", count).format(count=number(count))
        facts = [feed.name, words, feed.url]
        fault = fault_words(feed, state)
        facts += [] if fault is None else [f"! {fault}"]
        say("  ".join(map(one_line, facts)))


@feeds.command(examples=("briefing feeds remove example",))
@click.argument("name")
@library_option
def remove(name: str, folder: Path | None) -> None:
    """Ask a feed no more. Its articles stay, and so do their notes."""
    desk = _desk(folder)
    (feed,) = desk.feeds([name])
    desk.file.change(lambda file: _without(file, feed))
    desk.states.forget(feed.url)
    say(_("{name} is asked no more; its articles stay").format(name=feed.name))


@feeds.command(
    examples=(
        "briefing feeds update",
        "briefing feeds update example",
        "0 * * * * briefing feeds update --quiet",
    )
)
@click.argument("names", nargs=-1, metavar="[NAME]…")
@click.option(
    "--quiet", "is_quiet", is_flag=True, help=_("Tell of no feed without news, or not asked.")
)
@library_option
@format_option
def update(names: tuple[str, ...], is_quiet: bool, folder: Path | None, form: str) -> None:
    """Ask feeds for their news; exit 1 where one has a fault.

    Feeds that failed lately are asked less often, unless they are named.
    """
    settings, faults = load_settings()
    tell(faults)
    place = (folder or own_library(settings)).absolute()
    desk = desk_of(place, settings)
    wanted = desk.feeds(names)
    if not wanted and not is_quiet:
        _tell_none()
    updates = []
    with Progress(steps=len(wanted)) as progress:
        progress.step(_("asking"))
        for each in desk.update(wanted, is_named=bool(names)):
            progress.step(each.feed.name)
            updates.append(each)
            if form == "text" and (not is_quiet or _is_news(each)):
                progress.beside(_tell, each)
    if form == "json":
        say_json([_facts(desk, each.feed, each.state, each) for each in updates])
    for line in desk.lost_by(updates):
        (say if form == "text" else complain)(one_line(line))
    cleared = clear_away(place, desk.clearing, settings)
    if cleared is not None:
        (say if form == "text" else complain)(one_line(cleared))
    sys.exit(NO if any(each.outcome is Outcome.FAILED or each.faults for each in updates) else 0)


@feeds.command("import", examples=("briefing feeds import subscriptions.opml",))
@click.argument("opml", type=click.Path(path_type=Path), shell_complete=complete_files)
@library_option
def import_feeds(opml: Path, folder: Path | None) -> None:
    """Add the feeds of an OPML file, as other readers write it. None is asked yet."""
    listed = parse_opml(read_file(opml)[0], str(opml))
    added: list[FeedSource] = []

    def with_listed(file: LibraryFile) -> LibraryFile:
        added[:] = with_names(listed.feeds, file.feeds)
        return replace(file, feeds=(*file.feeds, *added))

    _desk(folder).file.change(with_listed)
    words = ngettext("one feed added", "{count} feeds added", len(added))
    say(words.format(count=number(len(added))))
    left = len(listed.feeds) - len(added)
    if left:
        words = ngettext("one was here already", "{count} were here already", left)
        say(words.format(count=number(left)))
    for strange in listed.strange:
        complain(
            _("{where}: left out, no address of the web: {address}").format(
                where=opml, address=strange
            )
        )


@feeds.command("export", examples=("briefing feeds export -o subscriptions.opml",))
@output_options
@library_option
def export_feeds(output: Path | None, force: bool, folder: Path | None) -> None:
    """Write the feeds as OPML, for other readers."""
    found = _desk(folder).feeds()
    deliver(render_opml(found, format_datetime(datetime.now(UTC))), output, force=force)


def _tell_none() -> None:
    complain(_("there are no feeds yet; add one with: briefing feeds add ADDRESS"))


def _desk(folder: Path | None) -> FeedDesk:
    settings = load_settings()[0]
    return desk_of((folder or own_library(settings)).absolute(), settings)


def _facts(
    desk: FeedDesk, feed: FeedSource, state: FeedState, update: Update | None = None
) -> dict[str, Any]:
    """A feed as scripts read it."""
    facts: dict[str, Any] = {
        "name": feed.name,
        "title": feed.title,
        "url": feed.url,
        "site": feed.site,
        "text": feed.text.value,
        "folders": list(feed.folders),
        "articles": desk.count(state),
        "checked": state.checked,
        "due": state.due,
        "failing_since": state.failing_since,
        "fault": state.fault,
    }
    if update is not None:
        facts["outcome"] = update.outcome.value
        facts["taken"] = {how.value: count for how, count in update.taken.items()}
        facts["waiting"] = list(update.waiting)
        facts["faults"] = list(update.faults)
    return facts


def _tell(update: Update) -> None:
    """One line of what came, and one for each fault."""
    line = update_line(update)
    if line is not None:
        say(one_line(line))
    for fault in complain_of(update):
        complain(fault)


def _is_news(update: Update) -> bool:
    """Whether there is something to tell that was not told the last time."""
    if update.outcome is Outcome.NOT_DUE:
        return False
    return update.outcome is not Outcome.UNCHANGED or any(complain_of(update))


def _without(file: LibraryFile, feed: FeedSource) -> LibraryFile:
    return replace(file, feeds=tuple(each for each in file.feeds if each.name != feed.name))
