"""An Italian reads, finds their way and writes a note without a word of English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.journeys.terminal import Terminal

SIZES = [(120, 40), (80, 24), (40, 12)]


@pytest.fixture(autouse=True)
def settings(home: Path, italian: object) -> None:
    """A reader who has set the language; the system's is another."""
    folder = home / "config" / "briefing"
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text("language: it\nauthor: anna\n", "utf-8")


def test_the_whole_way_to_a_note_is_in_italian(terminal: Terminal, home: Path) -> None:
    terminal.start()
    terminal.shows("ancora 4 min")  # before anything of it counts as read
    screen = terminal.shows("Sintesi", "Cifre", "Stati", "Indice", "ancora nessuna", "0 note")
    assert re.search(r"\d%", screen), "the sign follows the number at once"
    assert "Spazio e b voltano pagina" in screen
    assert {"pagina", "cerca", "aiuto"} <= set(screen.splitlines()[-1].split())

    terminal.press("?")
    terminal.shows("Muoversi", "una pagina in giù", "nella riga di ricerca", "Esc chiude")
    terminal.press("Escape")
    terminal.until(lambda screen: "Muoversi" not in screen, "the text again")

    terminal.press("a")
    terminal.shows("Nota", "Tipo", "Colore", "nessun colore", "Ctrl+s salva", "separati da virgole")
    terminal.type("da verificare")
    terminal.shows("da verificare")
    terminal.press("C-s")
    terminal.shows("salvata in", "1 nota ")
    terminal.press("u")
    terminal.shows("annullato: da verificare", "0 note")
    terminal.press("U")
    terminal.shows("ripetuto: da verificare", "1 nota ")
    terminal.press("q")
    terminal.shows("ended with 0")
    (path,) = (home / "data" / "briefing" / "notes").glob("*.notes.yaml")
    (note,) = yaml.safe_load(path.read_text("utf-8"))["notes"]
    assert (note["kind"], note["state"]) == ("note", "open"), "files know no language"


def test_numbers_and_dates_are_written_as_in_italy(terminal: Terminal, home: Path) -> None:
    (home / "x.md").write_text("grano " * 1500, "utf-8")
    terminal.start("x.md")
    terminal.shows("0 note")
    terminal.press("a")
    terminal.shows("Ctrl+s salva")
    terminal.type("quanto")
    terminal.press("C-s")
    terminal.shows("1 nota ")
    terminal.press("Enter")
    terminal.until(
        lambda screen: bool(re.search(r"anna · \d{1,2} [a-z]{3} \d{4}, \d\d:\d\d", screen)),
        "when the note was written",
    )
    terminal.press("Escape")
    terminal.until(lambda screen: "Ctrl+s salva" not in screen, "the text again")
    terminal.press("/")
    terminal.type("grano")
    terminal.shows("1.500 risultati")


@pytest.mark.parametrize("size", SIZES)
def test_the_first_keys_fit_in_italian_too(terminal: Terminal, size: tuple[int, int]) -> None:
    terminal.start(size=size)
    screen = terminal.until(lambda screen: "0 note" in screen, "the reader")
    assert "Ctrl+s" in screen
    assert "esci" in screen or "q esce" in screen
    if size[1] >= 20:
        last = screen.splitlines()[-1]
        assert all(label in last for label in ("pagina", "cerca", "nota", "aiuto"))
