"""Who knows the program does not wait for it: keys count from the first words on."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.journeys.rawterminal import raw_terminal

TITLE = "La Corea del Nord consegna"
END = "frustrati con Putin"


def test_keys_pressed_while_the_reader_loads_do_what_they_always_do(home: Path) -> None:
    with raw_terminal() as terminal:
        since = terminal.until(TITLE)
        terminal.type(b"G")
        since = terminal.until(END, since)
        terminal.type("anon è perso".encode())
        since = terminal.until("Tags", since)
        terminal.type(b"\x13")
        since = terminal.until("1 note", since)
        terminal.type(b"q")
        assert terminal.until_ended() == 0
        terminal.assert_sane()
    [path] = home.rglob("*.notes.yaml")
    [note] = yaml.safe_load(path.read_text("utf-8"))["notes"]
    assert note["text"] == "non è perso"
    assert note["at"][0] > 3000  # a sentence of the last page, not of the first


def test_the_end_of_a_long_text_is_there_before_the_reader_is(home: Path) -> None:
    article = home / "long.md"
    article.write_text("".join(f"Words {number}.\n\n" for number in range(50_000)), "utf-8")
    with raw_terminal(str(article)) as terminal:
        since = terminal.until("Words 0.")
        terminal.type(b"G")
        terminal.until("Words 49999.", since)
        terminal.type(b"q")
        assert terminal.until_ended() == 0
        terminal.assert_sane()


def test_keys_pressed_while_a_library_loads_go_to_its_list(home: Path) -> None:
    for name in "abc":
        (home / "lib").mkdir(exist_ok=True)
        (home / "lib" / f"{name}.md").write_text(f"# Title {name}\n\nWords of {name}.\n", "utf-8")
    with raw_terminal(str(home / "lib")) as terminal:
        since = terminal.until("a.md")
        terminal.type(b"j\r")
        since = terminal.until("Words of b.", since)
        assert b"Words of a." not in terminal.sent
        terminal.type(b"\x03")
        assert terminal.until_ended() == 130
        terminal.assert_sane()
