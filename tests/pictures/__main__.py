"""`make pictures`: look at every screen again, keep its pictures, and draw contact sheets."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.pictures import sheet
from tests.pictures.look import Look, written
from tests.pictures.scenes import KEPT, NAMES, SIZES, VERSION, kept_in, looks, textual_version

SHEETS = Path(__file__).parents[2] / "build" / "pictures"
_ON_A_SHEET = {120: (2, 6), 80: (3, 9), 40: (4, 24)}
"""For each width of a terminal how many pictures stand side by side, and in all."""


def main(names: list[str]) -> None:
    """Look at all screens, or at those that are named."""
    found: dict[tuple[int, str], dict[str, Look]] = defaultdict(dict)
    for scene in names or NAMES:
        for size in SIZES:
            with tempfile.TemporaryDirectory() as folder:
                _move_to(folder)
                here = asyncio.run(looks(scene, size))
            kept_in(scene, size).write_text(written(here), "utf-8")
            for group, look in here.items():
                found[size[0], group][scene] = look
        print(scene, flush=True)
    VERSION.write_text(f"{textual_version()}\n", "utf-8")
    if shutil.which("rsvg-convert") is None:
        print("no contact sheets: rsvg-convert is missing; on Debian: apt install librsvg2-bin")
        return
    for (width, group), pictures in found.items():
        columns, most = _ON_A_SHEET[width]
        for number, some in enumerate(_batches(list(pictures.items()), most)):
            path = SHEETS / f"{width}-{group.split(':')[0].replace(' ', '-')}-{number}.png"
            sheet.draw(path, dict(some), columns=columns)
    print(f"kept in {KEPT}, drawn in {SHEETS}")


def _batches(items: list[tuple[str, Look]], most: int) -> list[list[tuple[str, Look]]]:
    return [items[first : first + most] for first in range(0, len(items), most)]


def _move_to(folder: str) -> None:
    """A reader who has never been here."""
    os.environ |= {"HOME": folder, "LANG": "C.UTF-8", "TZ": "UTC"}
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = f"{folder}/{name.lower()}"


if __name__ == "__main__":
    main(sys.argv[1:])
