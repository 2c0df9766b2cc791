"""What became of a feed that was asked, in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.model.feed import FeedSource, FeedState
from briefing.model.library import Entry
from briefing.model.library_file import KeepRead
from briefing.session.feed_updates import NEVER, Outcome, Update
from briefing.session.taking_in import Taken
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number


def update_line(update: Update) -> str | None:
    """What came of it; None where there is a fault to tell instead."""
    name = update.feed.name
    if update.outcome is Outcome.UNCHANGED:
        return _("{name}: nothing new").format(name=name)
    if update.outcome is Outcome.UPDATED:
        return f"{name}: {', '.join(_came(update.taken))}"
    return None


def news_line(updates: Sequence[Update]) -> str:
    """What came of asking feeds, in one line: what is new, and how many have a fault or had one."""
    taken = sum((update.taken for update in updates), Counter[Taken]())
    left = sum(update.outcome is Outcome.NOT_DUE for update in updates)
    count = len(updates) - left
    said = ngettext("one feed", "{count} feeds", count).format(count=number(count))
    came = f"{said}: {', '.join(_came(taken)) or _('nothing new')}{_faulty(updates)}"
    if not left:
        return came
    words = ngettext(
        "one that failed is not asked yet", "{count} that failed are not asked yet", left
    )
    return f"{came} · {words.format(count=number(left))}"


def rule_words(rule: KeepRead) -> str:
    """Which articles of feeds go to the trash, in one line."""
    if rule == KeepRead():
        return _("all articles of feeds stay")
    said = []
    if rule.days is not None:
        words = ngettext("more than one day ago", "more than {count} days ago", rule.days)
        said.append(_("came {days}").format(days=words.format(count=number(rule.days))))
    if rule.items is not None:
        words = ngettext(
            "are not the newest of their feed",
            "are not among the {count} newest of their feed",
            rule.items,
        )
        said.append(words.format(count=number(rule.items)))
    joined = _(" or ").join(said)
    return _("articles that were read go to the trash if they {rule}").format(rule=joined)


def cleared_line(entries: Sequence[Entry]) -> str:
    """How many old articles went to the trash."""
    count = len(entries)
    words = ngettext(
        "one old article is in the trash", "{count} old articles are in the trash", count
    )
    return words.format(count=number(count))


def _faulty(updates: Sequence[Update]) -> str:
    """How many of some feeds have a fault, the first with the reason."""
    faults = [fault for update in updates for fault in _faults(update)]
    if not faults:
        return ""
    more = f" (+{number(len(faults) - 1)})" if len(faults) > 1 else ""
    return f" · {faults[0]}{more}"


def _faults(update: Update) -> Iterator[str]:
    """What is wrong with a feed that was asked, a line each."""
    yield from (f"{update.feed.name}: {fault}" for fault in update.faults)
    if update.outcome is Outcome.FAILED:
        yield f"{update.feed.name}: {update.state.fault}"


def fault_words(feed: FeedSource, state: FeedState) -> str | None:
    """Why a feed failed, since when, and when it is asked again; None where it did not."""
    return None if state.fault is None else f"{state.fault}; {_since(feed, state)}"


def complain_of(update: Update) -> Iterator[str]:
    """What is wrong, a line each."""
    name, state = update.feed.name, update.state
    if update.former_url is not None:
        moved = _("{name}: it has moved for good, from {old} to {new}")
        yield moved.format(name=name, old=update.former_url, new=update.feed.url)
    if update.same_as is not None:
        same = _("{name}: is the same feed as {other} by now; remove one of them")
        yield same.format(name=name, other=update.same_as)
    if update.missing:
        words = ngettext(
            "{name}: the page behind one item did not come; the text of the feed is there",
            "{name}: the pages behind {count} items did not come; the text of the feed is there",
            update.missing,
        )
        yield words.format(name=name, count=number(update.missing))
    for path in update.waiting:
        waits = _("{path}: was edited by hand; its new text waits as a version")
        yield waits.format(path=path)
    for fault in update.faults:
        yield f"{name}: {fault}"
    if update.outcome is Outcome.FAILED:
        yield f"{name}: {state.fault}; {_since(update.feed, state)}"
    elif update.outcome is Outcome.NOT_DUE:
        words = _("{name}: not asked: {fault}; {since}")
        yield words.format(name=name, fault=state.fault, since=_since(update.feed, state))


def _came(taken: Counter[Taken]) -> Iterator[str]:
    if new := taken[Taken.NEW]:
        yield ngettext("one new article", "{count} new articles", new).format(count=number(new))
    if corrected := taken[Taken.CORRECTED]:
        words = ngettext("one corrected", "{count} corrected", corrected)
        yield words.format(count=number(corrected))
    if waiting := taken[Taken.WAITS]:
        yield ngettext("one waits", "{count} wait", waiting).format(count=number(waiting))


def _since(feed: FeedSource, state: FeedState) -> str:
    """Since when it fails, and when it is asked again."""
    since = (state.failing_since or "")[:10]
    if state.due == NEVER:
        words = _("since {since}; remove it: briefing feeds remove {name}")
        return words.format(since=since, name=feed.name)
    due = (state.due or "").replace("T", " ")[:16]
    return _("since {since}, asked again after {due} UTC").format(since=since, due=due)
