"""The first word decides; help, versions and exit statuses are what scripts rely on."""

from __future__ import annotations

import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from briefing import __version__
from briefing.cli import main
from briefing.cli.group import with_command
from briefing.cli.help import ExampleCommand
from tests.cli.run import run, spawn
from tests.journeys.rawterminal import hear_ctrl_c


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", "read"),
        ("x.md", "read x.md"),
        ("-", "read -"),
        ("--notes F x.md", "read --notes F x.md"),
        ("--notes=F x.md", "read --notes=F x.md"),
        ("x.md --notes F", "read x.md --notes F"),
        ("print x.md", "print x.md"),
        ("--notes F print x.md", "print --notes F x.md"),
        ("--notes F notes list x.md", "notes list --notes F x.md"),
        ("notes --notes F list x.md", "notes list --notes F x.md"),
        ("notes list x.md --notes F", "notes list x.md --notes F"),
        ("--help", "--help"),
        ("--version", "--version"),
        ("--notes", "read --notes"),
        ("--notes F --help", "read --notes F --help"),
    ],
)
def test_notes_file_and_article_may_stand_anywhere(line: str, expected: str) -> None:
    assert with_command(line.split()) == expected.split()


def walk(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from walk(inner, (*path, name))


NOTES_COMMANDS = (
    "add",
    "list",
    "edit",
    "delete",
    "resolve",
    "attach",
    "adopt",
    "check",
    "export",
    "import",
    "merge",
)
COMMANDS = list(walk(main, ()))


def test_every_command_of_the_contract_is_there() -> None:
    assert {" ".join(path) for path in COMMANDS} >= {
        "",
        "print",
        "check",
        "themes",
        "keys",
        "completion",
        *(f"notes {name}" for name in NOTES_COMMANDS),
    }


@pytest.mark.parametrize("path", [*COMMANDS, ("read",)], ids=" ".join)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_has_help_with_examples(path: tuple[str, ...], flag: str) -> None:
    done = run(*path, flag)
    assert done.status == 0
    assert done.err == ""
    help_text, _colon, examples = done.out.partition("Examples:\n")
    assert help_text.startswith("Usage: ")
    assert examples.strip()
    assert "\\b" not in done.out


def examples() -> Iterator[str]:
    for path in [*COMMANDS, ("read",)]:
        command: click.Command = main
        for name in path:
            assert isinstance(command, click.Group)
            found = command.get_command(click.Context(command), name)
            assert found is not None
            command = found
        assert isinstance(command, ExampleCommand)
        yield from (one if isinstance(one, str) else one[0] for one in command.examples)


@pytest.mark.parametrize("example", [e for e in examples() if e.startswith("briefing ")])
def test_every_example_is_a_command_line_that_is_understood(example: str) -> None:
    line = re.split(r" (?:\||&&) ", example)[0]
    words = with_command(shlex.split(line)[1:])
    command: click.Command = main
    while isinstance(command, click.Group):
        found = command.get_command(click.Context(command), words.pop(0))
        assert found is not None
        command = found
    command.make_context(command.name, words)


def test_the_version_is_that_of_the_package() -> None:
    done = run("--version")
    assert (done.status, done.out) == (0, f"briefing, version {__version__}\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("pirnt", "no article and no command `pirnt`; did you mean `print`?"),
        ("pirnt x.md --format json", "did you mean `print`?"),
        ("xyzzy", "there is no such file or shipped article"),
        ("nothing.md", "there is no such file or shipped article"),
        ("corea-del-nord-russia other.md", "only one article"),
        ("corea-del-nord-russia --bogus", "No such option"),
        ("--bogus", "No such option"),
        ("--notes", "requires an argument"),
        ("print --bogus", "No such option"),
        ("print --width 1", "--width"),
        ("print --width wide", "--width"),
        ("print --format xml", "--format"),
        ("print a b", "unexpected extra argument"),
        ("-- -bogus.md", "No such option"),
        ("config", "Missing command"),
        ("notes", "Missing command"),
        ("notes lsit x.md", "No such command"),
        ("notes list", "Missing argument"),
        ("completion tcsh", "tcsh"),
        ("themes extra", "unexpected extra argument"),
    ],
)
def test_a_wrong_command_line_gets_one_line_and_status_2(line: str, said: str) -> None:
    done = run(*line.split())
    assert done.status == 2
    assert done.is_one_line
    assert done.err.startswith("briefing: ")
    assert said in done.err
    assert done.out == ""


def test_nothing_from_outside_reaches_the_terminal_as_an_escape() -> None:
    done = run("print", "\x1b[31mred\u202e.md")
    assert done.status == 2
    assert done.is_one_line
    assert "\x1b" not in done.err
    assert "\u202e" not in done.err


def test_a_reader_of_the_output_may_leave_early() -> None:
    line = f"{sys.executable} -m briefing print --format json | head -c 10"
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False, timeout=60)
    assert done.stdout == b'{\n  "title'
    assert done.stderr == b""


@pytest.mark.parametrize("word", ["print", "--help", "--version"])
def test_output_that_cannot_be_written_is_told(word: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "briefing", word],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"standard output" in done.stderr


@pytest.mark.parametrize(
    ("line", "status"),
    [("print nothing.md 2>&1 | true", "2"), ("print >&-", "2"), ("print nothing.md 2>&-", "2")],
)
def test_the_status_tells_what_happened_though_nobody_takes_the_words(
    line: str, status: str, tmp_path: Path
) -> None:
    told = tmp_path / "status"
    words, cut, rest = line.partition(" |")
    line = f"{{ {sys.executable} -m briefing {words}; echo $? > {told}; }}{cut}{rest}"
    subprocess.run(["sh", "-c", line], capture_output=True, check=False, timeout=60)
    assert told.read_text().strip() == status


def test_ctrl_c_ends_with_130_and_no_words() -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "briefing", "print", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_ctrl_c,  # noqa: PLW1509 - no thread of ours holds a lock here
    )
    assert child.stdin is not None
    # The child reads all that a pipe holds only once it waits for more.
    child.stdin.write(b"x" * 200_000)
    child.stdin.flush()
    time.sleep(0.1)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err.strip()) == (130, b"", b"")


def test_a_terminal_of_few_characters_gets_stand_ins_and_json_gets_escapes() -> None:
    narrow = {"PYTHONIOENCODING": "ascii"}
    assert spawn("print", environment=narrow).status == 0
    done = spawn("print", "--format", "json", environment=narrow)
    assert done.status == 0
    assert '"title": "La Corea' in done.out
    assert done.out.isascii()


def test_the_module_is_the_command() -> None:
    assert spawn("--version").out == run("--version").out
