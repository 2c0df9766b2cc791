"""An article with a note, any of whose fields may be as long as somebody made it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import yaml

SHORT: Mapping[str, str] = MappingProxyType(
    {
        "title": "T", "summary": "s", "label": "l", "heading": "h", "link": "x", "alt": "a",
        "note": "n", "tag": "t", "author": "b", "quote": "uno due", "system": "other",
    }
)  # fmt: skip
WALK = (
    "j", "right_square_bracket", "g", "tab", "j", "j", "tab", "j", "tab", "j", "tab", "j", "tab",
    "j", "enter", "enter", "x", "left", "escape", "escape", "escape", "g", "A", "x", "escape",
    "question_mark", "escape", "f", "escape", "colon", "escape", "t", "x", "escape", "v", "escape",
    "slash", "u", "enter", "n", "G", "z", "z",
)  # fmt: skip
"""Through every pane and dialog."""


def article(folder: Path, fields: Mapping[str, str], name: str = "r") -> Path:
    """An article with a note, each of whose fields may have any length."""
    front = {
        "title": fields["title"],
        "summary": [{"text": fields["summary"], "quote": "uno"}],
        "figures": [{"label": fields["label"], "value": 3, "unit": "x", "quote": "uno"}],
    }
    links = f"[link](<http://e.org/{fields['link']}>) ![{fields['alt']}](<{fields['link']}.png>)"
    body = f"uno due tre {links}\n\n## {fields['heading']}\n\nParola.\n" + "\n\nriga" * 80
    path = folder / f"{name}.md"
    path.write_text(f"---\n{_yaml(front)}---\n{body}\n", "utf-8")
    note = {
        "id": "aaaaaaaaaa", "kind": "note", "by": fields["author"],
        "created": "2026-11-22T08:15:30Z", "updated": "2026-11-22T09:00:00Z", "state": "open",
        "rev": "0" * 64, "at": [2, 9], "quote": fields["quote"], "before": "", "after": "",
        "color": "yellow", "tags": [fields["tag"]], "text": fields["note"],
        "via": {"system": fields["system"], "id": "1"},
    }  # fmt: skip
    head = {"format": 1, "article": path.name, "title": "T", "language": "it"}
    revisions = [{"sha256": "0" * 64, "date": "2026-11-22T08:00:00Z"}]
    notes = {**head, "revisions": revisions, "notes": [note]}
    (folder / f"{name}.notes.yaml").write_text(_yaml(notes), "utf-8")
    return path


def _yaml(value: object) -> str:
    return str(yaml.safe_dump(value, allow_unicode=True, width=10**9, sort_keys=False))
