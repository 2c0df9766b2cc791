"""What `briefing check` found, as lines, as JSON and as SARIF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefing import __version__
from briefing.cli.checked import Checked, from_here
from briefing.cli.output import complain, say, say_json
from briefing.exchange.sarif import sarif
from briefing.model.finding import Finding, Level, Rule
from briefing.session.checking import CheckedArticle
from briefing.session.quotation_words import unchecked_words, verdict_json, verdict_words
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.text.safe import one_line

_OF_QUOTATIONS = (
    Rule.QUOTATION_ALTERED,
    Rule.QUOTATION_CHANGED,
    Rule.QUOTATION_MISSING,
    Rule.QUOTATION_MISNAMED,
    Rule.QUOTATION_UNKNOWN,
)


def say_checked(checked: Checked) -> None:
    """Say what was found, a line each: ``file:line: what``.

    Of an article whatever was computed is said, of a draft every quotation, of a folder only what
    does not hold.
    """
    if checked.folder is not None:
        for one in checked.findings:
            _say(checked, one)
        _say_total(checked)
        return
    for article in checked.articles:
        _say_article(checked, article)
    for where, verdict in checked.verdicts:
        say(one_line(f"{from_here(where)}:{verdict.line}: {verdict_words(verdict)}"))
    for where, count in checked.unchecked.items():
        if count:
            say(one_line(f"{from_here(where)}: {unchecked_words(count)}"))


def _say_article(checked: Checked, article: CheckedArticle) -> None:
    shown = [one for one in checked.findings if one.rule not in _OF_QUOTATIONS]
    for one in shown:
        if one.rule is Rule.FILE:
            complain(f"{one.place}: {one.text}")
        elif one.rule not in (Rule.FIGURES, Rule.TEXT):
            _say(checked, one)
    for line in () if checked.verdicts else article.lines:
        say(one_line(from_here(line)))
    for one in shown:
        is_said = one.rule is Rule.TEXT or (one.rule is Rule.FIGURES and checked.verdicts)
        if is_said:
            _say(checked, one)


def _say(checked: Checked, one: Finding) -> None:
    level = {Level.WARNING: _("warning"), Level.NOTE: _("note")}.get(checked.rules.level(one.rule))
    said = one.text if level is None else f"{level}: {one.text}"
    say(one_line(f"{one.place}: {said}"))


def _say_total(checked: Checked) -> None:
    count = len(checked.articles) + len(checked.unread)
    levels = [checked.rules.level(one.rule) for one in checked.findings]
    articles = ngettext("{count} article", "{count} articles", count)
    errors = ngettext("{count} error", "{count} errors", levels.count(Level.ERROR))
    warnings = ngettext("{count} warning", "{count} warnings", levels.count(Level.WARNING))
    said = _("{articles} checked: {errors}, {warnings}").format(
        articles=articles.format(count=number(count)),
        errors=errors.format(count=number(levels.count(Level.ERROR))),
        warnings=warnings.format(count=number(levels.count(Level.WARNING))),
    )
    unchecked = checked.unchecked.total()
    say(f"{said}; {unchecked_words(unchecked)}" if unchecked else said)


def say_checked_json(every: Sequence[Checked]) -> None:
    """Say everything as one JSON value."""
    say_json(
        {
            "quotations": [
                {**verdict_json(verdict), "path": from_here(where)}
                for checked in every
                for where, verdict in checked.verdicts
            ],
            "articles": [
                _article_json(checked, article) for checked in every for article in checked.articles
            ],
            "findings": [
                _finding_json(checked, one) for checked in every for one in checked.findings
            ],
        }
    )


def say_checked_sarif(every: Sequence[Checked]) -> None:
    """Say what does not hold as a SARIF log with one run for each path that was named."""
    logs = [sarif(one.findings, one.rules.level, __version__) for one in every]
    whole = logs[0] if logs else sarif((), lambda _rule: Level.OFF, __version__)
    say_json({**whole, "runs": [run for log in logs or [whole] for run in log["runs"]]})


def _article_json(checked: Checked, article: CheckedArticle) -> dict[str, Any]:
    folder = checked.folder
    path = _path_of(article.where, folder)
    return {
        "folder": None if folder is None else str(folder),
        "path": path,
        "checks": article.checks,
        "notes": {
            "changed": list(article.changed),
            "uncertain": list(article.uncertain),
            "orphan": list(article.orphans),
        },
        "links": [
            {"line": link.line, "target": link.target, "state": link.state.value}
            for link in article.links
        ],
        "unchecked": checked.unchecked[article.where],
    }


def _path_of(where: str, folder: Path | None) -> str:
    """An article's path in the folder that was checked; without one as it is seen from here."""
    if folder is None:
        return from_here(where)
    return Path(where).relative_to(folder.absolute()).as_posix()


def _finding_json(checked: Checked, one: Finding) -> dict[str, Any]:
    return {
        "rule": one.rule.value,
        "level": checked.rules.level(one.rule).value,
        "path": one.where,
        "line": one.line,
        "text": one.text,
    }
