"""`make pictures`: look at every screen again, keep its pictures, and draw contact sheets."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.pictures import sheet
from tests.pictures.look import Look, written
from tests.pictures.scenes import (
    EVERY_THEME,
    GROUPS,
    IN_EVERY_THEME,
    KEPT,
    PICTURES,
    SIZES,
    VERSION,
    Group,
    kept_in,
    looks,
    textual_version,
)

Looks = dict[str, Look]
"""Pictures by what they are called."""
SHEETS = Path(__file__).parents[2] / "build" / "pictures"
_ON_A_SHEET = {120: (2, 6), 80: (4, 12), 40: (4, 24)}
"""For each width of a terminal how many pictures stand side by side, and in all."""


def main(names: list[str]) -> None:
    """Look at all screens, or at those that are named; ``themes``: at some, in every theme."""
    if names == ["themes"]:
        _draw({(size, ""): _look(IN_EVERY_THEME, size, EVERY_THEME) for size in SIZES}, "themes-")
        return
    found: dict[tuple[tuple[int, int], str], dict[str, Look]] = defaultdict(dict)
    for scene, size in PICTURES:
        if names and scene not in names:
            continue
        here = _look_at(scene, size, GROUPS)
        kept_in(scene, size).write_text(written(here), "utf-8")
        for group, look in here.items():
            found[size, group][scene] = look
        print(f"{scene} {size[0]}×{size[1]}", flush=True)
    VERSION.write_text(f"{textual_version()}\n", "utf-8")
    _draw(found, "")
    print(f"kept in {KEPT}, drawn in {SHEETS}")


def _look(scenes: Sequence[str], size: tuple[int, int], groups: Mapping[str, Group]) -> Looks:
    """Every scene in every group, one scene after the other."""
    return {
        f"{scene}: {group}": look
        for scene in scenes
        for group, look in _look_at(scene, size, groups).items()
    }


def _look_at(scene: str, size: tuple[int, int], groups: Mapping[str, Group]) -> Looks:
    with tempfile.TemporaryDirectory() as folder:
        _move_to(folder)
        return asyncio.run(looks(scene, size, groups))


def _draw(found: Mapping[tuple[tuple[int, int], str], Looks], before: str) -> None:
    """Draw contact sheets."""
    if shutil.which("rsvg-convert") is None:
        print("no contact sheets: rsvg-convert is missing; on Debian: apt install librsvg2-bin")
        return
    for (size, group), pictures in found.items():
        columns, most = _ON_A_SHEET[size[0]]
        for number, some in enumerate(_batches(list(pictures.items()), most)):
            name = f"{before}{size[0]}-{group.split(':')[0].replace(' ', '-')}-{number}.png"
            sheet.draw(SHEETS / name.replace("--", "-"), dict(some), columns=columns)


def _batches(items: list[tuple[str, Look]], most: int) -> list[list[tuple[str, Look]]]:
    return [items[first : first + most] for first in range(0, len(items), most)]


def _move_to(folder: str) -> None:
    """A reader who has never been here."""
    os.environ |= {"HOME": folder, "LANG": "C.UTF-8", "TZ": "UTC"}
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = f"{folder}/{name.lower()}"


if __name__ == "__main__":
    main(sys.argv[1:])
