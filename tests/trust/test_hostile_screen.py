"""Whatever others wrote, the terminal gets no command that the program did not write itself."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.journeys.rawterminal import RawTerminal, raw_terminal
from tests.trust.payloads import ALL, IN_YAML, PAYLOADS
from tests.trust.sent import intruders, words

FRONT = f"""---
title: "TITLE {IN_YAML}"
language: it
published: "PUBLISHED {IN_YAML}"
summary: [{{text: "SUMMARY {IN_YAML}", quote: uno}}]
figures: [{{label: "LABEL {IN_YAML}", value: 3, unit: "UNIT {IN_YAML}", quote: uno}}]
lists:
  - title: "LIST {IN_YAML}"
    kind: states
    expected: 2
    items: [{{name: "ITEM {IN_YAML}", code: IT}}, {{name: Francia, code: FR}}]
remarks: [{{quote: uno, text: "REMARK {IN_YAML}"}}]
---
"""
BODY = "\n\n".join(
    [
        f"uno due tre. BODY {ALL}",
        f"## HEADING {ALL}",
        *(f"PART {name} {payload} end" for name, payload in PAYLOADS.items()),
        "```\n" + f"CODE {ALL}" + "\n```",
        f"| CELL {ALL} | b |\n|---|---|\n| c | d |".replace("\r", ""),
        f"[LINK {ALL}](http://evil.example/\x1b[2J) ![ALT {ALL}](x.png)",
        "L'Italia e la Francia. Parigi.",
    ]
)
NOTE = f"""
- id: aaaaaaaaaa
  kind: note
  by: "BY {IN_YAML}"
  created: '2026-11-22T08:15:30Z'
  updated: '2026-11-22T09:00:00Z'
  state: open
  rev: {"0" * 64}
  at: [0, 3]
  quote: "QUOTE {IN_YAML}"
  before: ''
  after: ''
  color: yellow
  tags: ["TAG{IN_YAML}"]
  text: "NOTE {IN_YAML}"
"""
WALK = (
    b"\t", b"j", b"\r", b"\t", b"\r", b"\t", b"\r", b"\r", b"\t", b"\r", b"\x1b", b"j", b"\r",
    b"\x1b", b"\t", b"j", b"\x1b", b"g", b"A", b"TAG", b"\x1b", b"?", b"\x1b", b"T", b"j", b"j",
    b"\x1b",
    b"/", b"\x1b[200~" + ALL.replace("\x1b", "").encode() + b"\x1b[201~", b"\r", b"\x1b",
    b"a", b"\x1b[200~PASTED " + ALL.replace("\x1b[", "").encode() + b"\x1b[201~", b"\x13",
    b"t", b"tag\x0b", b"\r", b"c", b"\r", b"u", b"U", b"y", b"z", b"z", b"G", b"]", b"[", b"\x10",
    b"the", b"\x1b", b"\x1b", b"d", b"r", b"e",
)  # fmt: skip
"""Every screen and dialog, with hostile words pasted where words can be."""


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article, notes, theme, settings and a file name by an attacker."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("EDITOR", "true")
    config = tmp_path / "config" / "briefing"
    (config / "themes").mkdir(parents=True)
    (config / "themes" / "evil.yaml").write_text(
        f'base: paper\ntitle: "THEME {IN_YAML}"\n', "utf-8"
    )
    (config / "config.yaml").write_text(
        f'author: "AUTHOR {IN_YAML}"\ntheme: "SETTING {IN_YAML}"\n"KEY {IN_YAML}": 3\n', "utf-8"
    )
    folder = tmp_path / "in \x1b]0;FOLDER\x07 \u202e [red]"
    folder.mkdir()
    path = folder / "FILE \x1b[31m \x9b2J [bold] \udcff.md"
    path.write_bytes((FRONT + BODY).encode("utf-8", "surrogatepass"))
    notes = f'format: 1\narticle: "A {IN_YAML}"\ntitle: "T {IN_YAML}"\nlanguage: it\n'
    notes += f"revisions:\n- {{sha256: {'0' * 64}, date: '2026-11-22T08:00:00Z'}}\nnotes:\n{NOTE}"
    (folder / f"{path.name[:-3]}.notes.yaml").write_text(notes, "utf-8")
    return path


def _walk(terminal: RawTerminal, keys: tuple[bytes, ...]) -> None:
    terminal.until("TITLE")
    terminal.until_rests()
    for key in keys:
        if terminal.process.poll() is not None:
            return
        terminal.type(key)
        terminal.until_rests()


@pytest.mark.parametrize("size", [(140, 70), (50, 16)], ids=["wide", "narrow"])
def test_no_field_of_any_file_sends_the_terminal_a_command(
    hostile: Path, size: tuple[int, int]
) -> None:
    with raw_terminal(os.fsdecode(os.fsencode(hostile)), size=size) as terminal:
        if size[0] > 100:
            terminal.until("LABEL")  # the panels are filled
        _walk(terminal, WALK if size[0] > 100 else WALK[:40])
        assert terminal.process.poll() is None, words(terminal.sent)[-500:]
        terminal.kill(signal.SIGTERM)
        assert terminal.until_ended() == 143
        terminal.assert_sane()
    found = intruders(terminal.sent)
    assert not found, f"{len(found)}: {found[:5]}"
    seen = words(terminal.sent)
    expected: tuple[str, ...] = ("TITLE", "BODY", "HEADING")
    if size[0] > 100:
        expected += ("SUMMARY", "LABEL", "LIST", "NOTE", "THEME", "PASTED")
    assert not [name for name in expected if name not in seen]
