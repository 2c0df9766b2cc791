"""Notes of several articles as one document of any format, by article."""

from __future__ import annotations

import json
from collections.abc import Sequence

from briefing.exchange.visible import quiet_json

_TABLES = ("csv", "readwise")


def joined(documents: Sequence[str], form: str) -> str:
    """One document of several of the same format, in their order.

    Args:
        documents: What an export wrote for each article; at least one.
        form: The format: one of `exchange.EXPORTS`.
    """
    if form in _TABLES:
        head = documents[0].partition("\n")[0]
        return f"{head}\n" + "".join(each.partition("\n")[2] for each in documents)
    if form == "jsonld":
        return _written([json.loads(each) for each in documents])
    if form == "hypothesis":
        every = [one for each in documents for one in json.loads(each)["annotations"]]
        return _written({"annotations": every})
    return "\n".join(f"{each.rstrip()}\n" for each in documents)


def _written(value: object) -> str:
    return quiet_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"
