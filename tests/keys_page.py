"""Writes docs/keys.md from the table of keys: `python -m tests.keys_page`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.ui.key_titles import key_title
from briefing.ui.keys import ACTIONS, Action, Group
from briefing.ui.render.key_rows import context_name, group_name

PAGE = Path(__file__).parents[1] / "docs" / "keys.md"


def keys_page(actions: Sequence[Action]) -> str:
    """The page, as Markdown."""
    return "\n".join(_lines(actions)) + "\n"


def _lines(actions: Sequence[Action]) -> Iterator[str]:
    yield "# Keys"
    yield ""
    yield "Made from the table in `briefing/ui/keys.py`, as are the help page (`?`) and"
    yield "`briefing keys`. The action's name is what `config.yaml` calls it: `keys: {help: f1}`."
    for group in Group:
        yield f"\n## {group_name(group)}\n"
        yield "| keys | what they do | where | action |"
        yield "|---|---|---|---|"
        for action in actions:
            if action.group is group:
                where = context_name(action.context)
                yield f"| {_keys(action)} | {action.help} | {where} | `{action.id}` |"


def _keys(action: Action) -> str:
    names = (key_title(key) for key in action.keys)
    return " ".join(f"`{name}`" for name in names)


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(keys_page(ACTIONS), "utf-8")
