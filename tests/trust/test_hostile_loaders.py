"""Any bytes at all may stand in a file: what reads it understands them, or says so in one line."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.cli.run import run
from tests.counting import Count
from tests.trust.payloads import ALL

TRIES = 40
CASES = Path(__file__).parents[1] / "cases"
ARTICLE = "# Titolo\n\nUno due tre. Quattro cinque. L'Italia e la Francia.\n"
NESTED = b"[" * 20_000
LONG_ALIASES = b"a: &a [x, x, x]\n" + b"".join(
    b"b%d: &b%d [*%s, *%s, *%s]\n" % (n, n, *((b"a" if n == 0 else b"b%d" % (n - 1)),) * 3)
    for n in range(40)
)

LOADERS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "article": ("a.md", "articles/en-summit.md", ("print", "a.md")),
    "notes": ("a.notes.yaml", "notes/by_hand.yaml", ("notes", "list", "a.md")),
    "settings": ("config/briefing/config.yaml", "", ("config", "check")),
    "theme": ("config/briefing/themes/x.yaml", "", ("themes",)),
    "text": ("x.txt", "articles/de-bahn.txt", ("import", "x.txt")),
    "web page": ("x.html", "articles/en-trade.html", ("import", "x.html")),
    "JSON-LD": ("x.jsonld", "exchange/foreign.jsonld", ("notes", "import", "a.md", "x.jsonld")),
    "Hypothesis": ("x.json", "exchange/hypothesis.json", ("notes", "import", "a.md", "x.json")),
    "KOReader": ("x.json", "exchange/koreader.json", ("notes", "import", "a.md", "x.json")),
    "Kindle": ("x.txt", "exchange/clippings.txt", ("notes", "import", "a.md", "x.txt")),
}  # fmt: skip
"""What is spoilt, what it is made of, and the command that reads it."""


def _spoilt(good: bytes, chance: random.Random) -> bytes:
    """A good file with bytes put in, taken out and moved; or nothing but chance."""
    if not good or chance.random() < 0.25:
        return chance.choice([NESTED, LONG_ALIASES, ALL.encode("utf-8"), chance.randbytes(200)])
    data = bytearray(good)
    for _change in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(4):
            case 0:
                data[at:at] = chance.randbytes(chance.randint(1, 4))
            case 1:
                del data[at : at + chance.randint(1, 40)]
            case 2:
                data[at:at] = chance.choice([b"\0", b"\xed\xa0\x80", b"\\ud800", b"\x1b[2J", b"{"])
            case _:
                data[at:at] = data[: chance.randint(0, 60)]
    return bytes(data)


@pytest.mark.parametrize("name", LOADERS)
def test_no_bytes_at_all_end_a_command_otherwise_than_in_one_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: Count
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    file, sample, words = LOADERS[name]
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    good = (CASES / sample).read_bytes() if sample else b"theme: paper\nauthor: anna\n"
    chance = random.Random(name)
    for _try in range(TRIES):
        spoilt = _spoilt(good, chance)
        (tmp_path / file).write_bytes(spoilt)
        ran = run(*words)
        count(f"spoilt files read as {name}")
        assert ran.status in (0, 1, 2), (spoilt, ran)
        assert "\x1b" not in ran.err, (spoilt, ran)
        assert ran.status != 2 or ran.err.strip(), (spoilt, ran)
