"""Findings as SARIF 2.1.0, which CI systems turn into annotations.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from briefing.model.finding import Finding, Level, Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(
    findings: Iterable[Finding], level_of: Callable[[Rule], Level], version: str
) -> dict[str, Any]:
    """A SARIF log of one run; what is switched off is left out.

    Args:
        findings: What was found.
        level_of: How much each rule counts.
        version: Of this program.
    """
    shown = [one for one in findings if level_of(one.rule) is not Level.OFF]
    driver = {
        "name": "briefing",
        "version": version,
        "rules": [{"id": rule.value, "name": _name(rule)} for rule in Rule],
    }
    results = [_result(one, level_of(one.rule)) for one in shown]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
        ],
    }


def _result(finding: Finding, level: Level) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(finding.where.replace("\\", "/"))}}
    if finding.line is not None:
        place["region"] = {"startLine": finding.line}
    return {
        "ruleId": finding.rule.value,
        "ruleIndex": list(Rule).index(finding.rule),
        "level": level.value,
        "message": {"text": finding.text},
        "locations": [{"physicalLocation": place}],
    }


def _name(rule: Rule) -> str:
    return "".join(part.capitalize() for part in rule.value.split("-"))
