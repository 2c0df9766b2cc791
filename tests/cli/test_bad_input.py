"""Whatever is wrong: one line that says what, where and what to do, and nothing lost."""

from __future__ import annotations

import json
import os
import resource
import shlex
import signal
from itertools import product
from pathlib import Path

import pytest

from tests.cli.run import Ran, give_up_roots_rights, run, spawn


def make(folder: Path, kind: str) -> Path:
    """Something that is no article."""
    path = folder / "a.md"
    if kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "loop":
        path.symlink_to(path)
    elif kind != "missing":
        path.write_bytes(
            {
                "binary": bytes(range(256)) * 20,
                "latin": "Città d'Europa è così.\n".encode("latin-1"),
                "utf16": "Some text\n".encode("utf-16"),
                "empty": b"",
                "blank": b" \n\t\n",
            }[kind]
        )
    return path


KINDS = {
    "missing": "no such file",
    "folder": "folder",
    "fifo": "pipe",
    "loop": "cannot be read",
    "binary": "binary",
    "latin": "UTF-8",
    "utf16": "UTF-16",
    "empty": "empty",
    "blank": "empty",
}
COMMANDS = (
    (),
    ("print",),
    ("print", "--format", "json"),
    ("check",),
    ("notes", "list"),
    ("notes", "check"),
    ("notes", "add", "--at", "0:1"),
)
OF_FOLDERS = {("folder", ()), ("folder", ("check",)), ("folder", ("notes", "list"))}
"""A folder is a library: it is shown, and the notes of all that is in it are listed."""


@pytest.mark.parametrize(
    ("kind", "command"),
    [pair for pair in product(KINDS, COMMANDS) if pair not in OF_FOLDERS],
    ids=lambda part: part if isinstance(part, str) else " ".join(part),
)
def test_what_is_no_article_gets_one_line(
    kind: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    path = make(tmp_path, kind)
    done = run(*command, path)
    assert done.status == 2
    assert done.is_one_line
    assert KINDS[kind] in done.err
    assert "a.md" in done.err
    assert done.out == ""
    assert not list(tmp_path.glob("*.yaml"))


@pytest.mark.parametrize("kind", ["fifo", "folder", "binary", "latin"])
def test_the_same_through_the_real_entry_point(kind: str, tmp_path: Path) -> None:
    done = spawn("print", make(tmp_path, kind))
    assert done.status == 2
    assert done.is_one_line


def test_an_article_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Hi\n", encoding="utf-8")
    path.chmod(0)
    done = without_rights("print", path, home=tmp_path)
    assert done.status == 2
    assert done.is_one_line
    assert "may not be read" in done.err


BROKEN = {
    "yaml": ("title: [", 2),
    "tab": ("title: a\n\tb: c", 2),
    "type": ("title: [a]", 2),
    "float": ("figures:\n  - {label: a, value: 14.000, quote: three}", 2),
    "twice": ("title: a\ntitle: b", 2),
    "tag": ("title: !!python/object:os.system a", 2),
    "summary": ("summary: {a: b}", 2),
    "quote": ("summary:\n  - {text: a, quote: not there}", 1),
    "remark": ("remarks:\n  - {quote: not there, text: a}", 1),
}


@pytest.mark.parametrize(("front", "status"), BROKEN.values(), ids=BROKEN)
def test_broken_front_matter_is_named_and_the_text_is_shown(
    front: str, status: int, tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n{front}\n---\n\n# Hi\n\nOne two three.\n", encoding="utf-8")
    done = run("print", path)
    assert done.status == 0
    assert "One two three." in done.out
    printed = run("print", path, "--format", "json")
    assert "One two three." in json.loads(printed.out)["text"]
    assert f"{path}:" in printed.err
    checked = run("check", path)
    assert checked.status == status
    assert f"{path}:" in (checked.err if status == 2 else checked.out)
    for text in (done.err, printed.err, checked.err):
        assert "Traceback" not in text


def test_front_matter_that_ends_nowhere_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: a\n\nOne two three.\n", encoding="utf-8")
    assert "One two three." in run("print", path).out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("notes: [\n", ":"),
        ("just words\n", "notes file"),
        ("format: 1\nnotes: []\nnotes: []\n", "twice"),
        ("a: &a [1]\nb: [*a, *a]\n", "notes file"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"format: 1\nnotes: []\narticle: caf\xe9\n", "UTF-8"),
        ("[" * 100_000, "a.notes.yaml"),
    ],
)
@pytest.mark.parametrize(
    "command", [("add", "--at", "0:1"), ("list",), ("check",), ("delete", "x1")], ids=lambda c: c[0]
)
def test_a_damaged_notes_file_is_named_and_never_overwritten(
    content: str | bytes, said: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Hi\n\nOne two three.\n", encoding="utf-8")
    notes = tmp_path / "a.notes.yaml"
    data = content if isinstance(content, bytes) else content.encode()
    notes.write_bytes(data)
    name, *rest = command
    done = run("notes", name, path, *rest)
    assert done.status == 2
    assert done.is_one_line
    assert "a.notes.yaml" in done.err
    assert said in done.err
    assert notes.read_bytes() == data
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.md", "a.notes.yaml"]


def test_print_shows_the_article_beside_damaged_notes(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Hi\n\nOne two three.\n", encoding="utf-8")
    (tmp_path / "a.notes.yaml").write_text("notes: [\n", encoding="utf-8")
    done = run("print", path, "--format", "json")
    assert json.loads(done.out)["notes"] == []
    assert done.is_one_line
    assert "a.notes.yaml" in done.err


def test_notes_that_were_saved_aside_are_named_and_merged_as_told(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Hi\n\nOne two three.\n", encoding="utf-8")
    run("notes", "add", path, "--quote", "two", "--text", "here")
    aside = tmp_path / "a.notes.aside.yaml"
    run("notes", "add", path, "--quote", "three", "--text", "aside", "--notes", aside)
    done = run("notes", "list", path)
    assert done.status == 0
    assert len(done.out.splitlines()) == 1
    assert done.is_one_line
    command = done.err.partition("`")[2].partition("`")[0]
    assert run(*shlex.split(command)[1:]).status == 0
    aside.unlink()
    done = run("notes", "list", path)
    assert (len(done.out.splitlines()), done.err) == (2, "")


def test_notes_of_a_newer_version_are_read_and_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Hi\n\nOne two three.\n", encoding="utf-8")
    run("notes", "add", path, "--quote", "two")
    notes = tmp_path / "a.notes.yaml"
    newer = notes.read_bytes().replace(b"format: 1", b"format: 2")
    notes.write_bytes(newer)
    assert "two" in run("notes", "list", path).out
    done = run("notes", "add", path, "--quote", "three")
    assert done.status == 2
    assert done.is_one_line
    assert "newer version" in done.err
    assert notes.read_bytes() == newer


@pytest.mark.parametrize("where", ["before", "after", "equals"])
def test_a_folder_is_no_notes_file(where: str, tmp_path: Path) -> None:
    words = {
        "before": ("--notes", tmp_path, "print"),
        "after": ("print", "--notes", tmp_path),
        "equals": (f"--notes={tmp_path}", "notes", "list", "corea-del-nord-russia"),
    }[where]
    done = run(*words)
    assert done.status == 2
    assert done.is_one_line
    assert str(tmp_path) in done.err


@pytest.mark.parametrize("content", ["theme: nope\n", "theme: [a]\n", "nope: 1\n", "theme: [\n"])
def test_wrong_settings_are_named_and_do_not_stop_the_work(content: str, own_folders: Path) -> None:
    settings = own_folders / "config" / "briefing" / "config.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text(content, encoding="utf-8")
    done = run("print")
    assert done.status == 0
    assert done.out.startswith("La Corea")
    if "nope\n" not in content:
        assert "config.yaml:" in done.err


@pytest.mark.parametrize(
    "at",
    [
        "",
        "1",
        "1:",
        ":1",
        "1:1",
        "2:1",
        "-1:2",
        "0:99999999",
        "9" * 400 + ":" + "9" * 401,
        "٣:٤",
        "a:b",
    ],
)
def test_a_passage_that_is_none_is_refused(at: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Hi\n\nOne two three.\n", encoding="utf-8")
    done = run("notes", "add", path, f"--at={at}")
    assert done.status == 2
    assert done.is_one_line
    assert "up to 17" in done.err
    assert not (tmp_path / "a.notes.yaml").exists()


def test_halves_of_characters_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.md")
    path.write_text("# Hi\n\nOne two three.\n", encoding="utf-8")
    odd = os.fsdecode(b"x\xffy")
    for words in (
        ("notes", "add", path, "--quote", "two", "--text", odd, "--tag", odd, "--by", odd),
        ("notes", "list", path, "--format", "json"),
        ("notes", "list", path),
        ("print", path, "--format", "json"),
        ("check", path),
        ("notes", "export", path, "--format", "markdown"),
        ("notes", "export", path, "--format", "jsonld"),
    ):
        done = spawn(*words)
        assert (done.status, done.err) == (0, "")
    done = spawn("notes", "add", path, "--quote", odd)
    assert done.status == 1
    assert done.is_one_line


def without_rights(*words: object, home: Path) -> Ran:
    """Call a command that heeds permissions, with its own folders below ``home``."""
    folders = {f"XDG_{name}_HOME": str(home / "user") for name in ("CONFIG", "DATA", "STATE")}
    return spawn(*words, prepare=give_up_roots_rights, environment=folders, folder=home)


def test_in_a_read_only_folder_notes_go_to_the_users_own(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Hi\n\nOne two three.\n", encoding="utf-8")
    (tmp_path / "user").mkdir()
    tmp_path.chmod(0o555)
    try:
        done = without_rights("notes", "add", path, "--quote", "two", home=tmp_path)
        assert (done.status, done.err) == (0, "")
        [kept] = (tmp_path / "user" / "briefing" / "notes").glob("a-*.notes.yaml")
        assert "quote: two" in kept.read_text(encoding="utf-8")
    finally:
        tmp_path.chmod(0o755)


def test_where_nothing_can_be_written_the_note_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Hi\n\nOne two three.\n", encoding="utf-8")
    tmp_path.chmod(0o555)
    done = without_rights("notes", "add", path, "--quote", "two", home=tmp_path)
    named = without_rights(
        *("notes", "add", path, "--quote", "two", "--notes", tmp_path / "n.yaml"),
        home=tmp_path,
    )
    tmp_path.chmod(0o755)
    for refused in (done, named):
        assert refused.status == 2
        assert refused.is_one_line
        assert "could not be saved" in refused.err
    assert "n.yaml" in named.err
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_a_full_disk_keeps_the_file_as_it_was(tmp_path: Path) -> None:
    def fill() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    path = tmp_path / "a.md"
    path.write_text("# Hi\n\nOne two three.\n", encoding="utf-8")
    run("notes", "add", path, "--quote", "two", "--text", "short")
    notes = tmp_path / "a.notes.yaml"
    before = notes.read_bytes()
    done = spawn("notes", "add", path, "--quote", "three", "--text", "x" * 9000, prepare=fill)
    assert done.status == 2
    assert done.is_one_line
    assert "a.notes.yaml" in done.err
    assert notes.read_bytes() == before


def test_a_file_that_may_not_even_be_looked_at_is_one_line(tmp_path: Path) -> None:
    path, locked = tmp_path / "a.md", tmp_path / "locked"
    path.write_text("# Hi\n\nOne two three.\n", encoding="utf-8")
    locked.mkdir(mode=0)
    for words in (
        ("export", path, "-o", locked / "a.html"),
        ("notes", "list", path, "--notes", locked / "n.yaml"),
        ("notes", "add", path, "--at", "0:2", "--notes", locked / "n.yaml"),
    ):
        refused = without_rights(*words, home=tmp_path)
        assert refused.status == 2
        assert refused.is_one_line
        assert str(words[-1]) in refused.err


def test_settings_that_may_not_be_looked_at_do_not_stop_the_work(tmp_path: Path) -> None:
    folder = tmp_path / "user" / "briefing"
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text("theme: paper\n", encoding="utf-8")
    states = {"XDG_STATE_HOME": str(tmp_path / "state"), "XDG_DATA_HOME": str(tmp_path / "data")}
    folders = {"XDG_CONFIG_HOME": str(tmp_path / "user"), **states}
    folder.chmod(0)
    ran = {
        word: spawn(word, prepare=give_up_roots_rights, environment=folders)
        for word in ("print", "keys", "themes")
    }
    folder.chmod(0o755)
    assert {word: done.status for word, done in ran.items()} == {"print": 0, "keys": 0, "themes": 2}
    assert all(done.out and "Permission denied" in done.err for done in ran.values())


def test_a_notes_folder_that_may_not_be_looked_at_is_named_with_the_notes(tmp_path: Path) -> None:
    path, settings = tmp_path / "a.md", tmp_path / "user" / "briefing" / "config.yaml"
    path.write_text("# Hi\n\nOne two three.\n", encoding="utf-8")
    settings.parent.mkdir(parents=True)
    (tmp_path / "locked").mkdir(mode=0)
    settings.write_text(f"notes_folder: {tmp_path}/locked/notes\n", encoding="utf-8")
    refused = without_rights("notes", "list", path, home=tmp_path)
    assert refused.status == 2
    assert refused.is_one_line
    assert "locked/notes/a-" in refused.err
    assert "aside" not in refused.err


def test_a_text_that_could_not_be_kept_beside_the_notes_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Hi\n\nOne two three.\n", encoding="utf-8")
    (tmp_path / ".briefing").mkdir(mode=0)
    done = without_rights("notes", "add", path, "--quote", "two", home=tmp_path)
    assert done.status == 0
    assert done.is_one_line
    assert ".briefing/texts" in done.err
    assert "quote: two" in (tmp_path / "a.notes.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [(), ("corea-del-nord-russia",), ("-",)], ids=str)
def test_without_a_terminal_the_reader_names_print(words: tuple[str, ...]) -> None:
    done = spawn(*words, stdin=b"# Hi\n\nText.\n")
    assert done.status == 2
    assert done.is_one_line
    assert "briefing print" in done.err
