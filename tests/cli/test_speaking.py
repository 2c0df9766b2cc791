"""Every command speaks the reader's language, and so does Click."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.storage.locations import settings_path
from briefing.ui.keys import ACTIONS
from tests.catalogues.extraction import catalogue_of_the_code
from tests.cli.run import CHECKOUT, spawn
from tests.cli.test_group import COMMANDS

EVERY_HELP_PAGE = """
import sys
from click.testing import CliRunner
from briefing.cli import main

for line in sys.argv[1:]:
    print(CliRunner().invoke(main, [*line.split(), "--help"]).output)
"""
CLICKS_WORDS = ("Usage", "Options", "Commands", "Show this", "[OPTIONS]", "ARGS", "default:")


@pytest.fixture(scope="module")
def help_pages(italian: dict[str, str]) -> str:
    """The help of every command, as an Italian reads it, on lines without end."""
    lines = [" ".join(path) for path in COMMANDS]
    done = subprocess.run(
        [sys.executable, "-c", EVERY_HELP_PAGE, *lines],
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(CHECKOUT), "PYTHONUTF8": "1", **italian},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return " ".join(done.stdout.split())


def test_no_help_page_has_english_words_left(help_pages: str) -> None:
    messages = (message.id for message in catalogue_of_the_code())
    english = [words for words in messages if isinstance(words, str) and len(words) > 16]
    assert [words for words in english if " ".join(words.split()) in help_pages] == []
    assert [words for words in CLICKS_WORDS if words in help_pages] == []


def test_help_pages_say_it_in_italian(help_pages: str) -> None:
    for words in (
        "[OPZIONI] COMANDO [ARGOMENTI]...",
        "Legge un briefing o un rapporto nel terminale, e vi scrive note.",
        "Mostra la versione ed esce.",
        "Senza comando: briefing [ARTICLE] legge un articolo, `-` lo standard input.",
        "briefing print report.md lo scrive come testo",
        "Che tipo di nota è. [predefinito: note]",
        "Unisce due file di note, o tre con quello da cui i due sono partiti.",
    ):
        assert words in help_pages


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("print --width 3", "Valore non valido per '--width': 3 non è nell'intervallo"),
        ("notes add", "Manca l'argomento 'ARTICLE'"),
        ("print --format pdf", "'pdf' non è uno tra 'text', 'markdown', 'json'"),
        ("print nowhere.md", "nowhere.md: non c'è né questo file"),
        ("pirnt", "non c'è né un articolo né un comando `pirnt`; intendevi `print`?"),
        ("check --nothing", "`briefing check --help` mostra che cosa si può scrivere"),
    ],
)
def test_what_is_wrong_is_said_in_italian(
    line: str, expected: str, italian: dict[str, str]
) -> None:
    done = spawn(*line.split(), environment=italian)
    assert done.is_one_line
    assert expected in done.err


def test_the_table_of_keys_is_made_in_italian(italian: dict[str, str]) -> None:
    lines = spawn("keys", environment=italian).out.splitlines()
    assert [line.split()[0] for line in lines] == [action.id for action in ACTIONS]
    assert "copia il passaggio" in next(line for line in lines if line.startswith("copy "))
    assert not [a.help for a in ACTIONS if any(a.help in line for line in lines)]


def test_the_settings_choose_the_language(italian: object) -> None:
    _write_settings("language: it\n")
    assert spawn("--help").out.startswith("Uso:")


def test_the_settings_come_before_the_environment(italian: dict[str, str]) -> None:
    _write_settings("language: en\n")
    assert spawn("--help", environment=italian).out.startswith("Usage:")


def test_a_language_that_there_is_not_is_told_and_does_no_harm() -> None:
    _write_settings("language: tlh\n")
    done = spawn("config", "check")
    assert done.status == 2
    assert "config.yaml:1: there is no interface in “tlh”; use one of en, it" in done.err


def test_settings_that_cannot_be_read_do_not_stop_the_help(italian: dict[str, str]) -> None:
    _write_settings("language: [")
    assert spawn("--help", environment=italian).out.startswith("Uso:")


def test_what_scripts_read_is_the_same_in_every_language(
    italian: dict[str, str], tmp_path: Path
) -> None:
    article = tmp_path / "a.md"
    article.write_text("# Title\n\nAbout 11,000 tonnes of wheat.\n", "utf-8")
    assert spawn("--version").out == spawn("--version", environment=italian).out
    for words in (("print", article, "--format", "json"), ("notes", "list", article)):
        english, translated = spawn(*words), spawn(*words, environment=italian)
        assert english.out == translated.out
    printed = spawn("print", article, "--format", "json", environment=italian).out
    assert json.loads(printed)["figures"][0]["qualifier"] == "about"


def test_an_editor_finds_the_environment_that_the_reader_has(
    italian: object, tmp_path: Path
) -> None:
    """The language is lent to Click in a variable, which other programs would heed, too."""
    _write_settings("language: it\n")
    code = (
        "import os, click\n"
        "from briefing.cli.group import main\n"
        "from briefing.cli.help import ExampleCommand\n"
        "@click.command(cls=ExampleCommand, examples=('x',))\n"
        "def show():\n"
        "    print(os.environ.get('LANGUAGE'))\n"
        "main.get_command = lambda ctx, name: show\n"
        "main(['themes'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "None"


def _write_settings(text: str) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(text, "utf-8")
