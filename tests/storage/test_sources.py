"""Articles as they come in."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from briefing.model.errors import BriefingError, InputError, NotFoundError
from briefing.storage import sources
from briefing.storage.locations import shipped_content
from briefing.storage.sources import find_article, fingerprint, load_source

SHIPPED = "corea-del-nord-russia"


def _fails(argument: str | None, *parts: str) -> BriefingError:
    with pytest.raises(BriefingError) as caught:
        load_source(argument)
    line = str(caught.value)
    assert "\n" not in line
    for part in parts:
        assert part in line
    return caught.value


@pytest.mark.parametrize("argument", [None, SHIPPED])
def test_the_shipped_article_opens_by_name_and_without_one(argument: str | None) -> None:
    source = load_source(argument)
    assert source.name == SHIPPED
    assert source.shipped
    assert source.path == shipped_content() / f"{SHIPPED}.md"
    assert "14.000 soldati" in source.text


def test_the_shipped_article_opened_by_its_path_is_the_same_article() -> None:
    assert load_source(str(shipped_content() / f"{SHIPPED}.md")).shipped


def test_a_path_comes_before_a_shipped_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / SHIPPED).write_text("mine")
    assert load_source(SHIPPED).text == "mine"


def test_a_folder_of_that_name_does_not_hide_the_shipped_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / SHIPPED).mkdir()
    assert load_source(SHIPPED).shipped


def test_a_file_is_read_with_its_state(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_bytes("\ufeff# Città\r\n".encode())
    source = load_source(str(path))
    assert (source.name, source.path, source.shipped) == ("report", path, False)
    assert source.text == "# Città\r\n"
    assert source.fingerprint == fingerprint(path)


def test_a_relative_path_is_remembered_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.md").write_text("x")
    assert load_source("report.md").path == tmp_path / "report.md"


def test_standard_input_is_an_article_without_a_file() -> None:
    source = load_source("-", io.BytesIO("perché\n".encode()))
    assert (source.name, source.path, source.text) == ("-", None, "perché\n")
    assert source.fingerprint is None


def test_standard_input_has_the_same_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="standard input: is empty"):
        load_source("-", io.BytesIO(b""))
    with pytest.raises(InputError, match="is closed"):
        load_source("-", None)
    monkeypatch.setattr(sources, "SIZE_LIMIT", 4)
    with pytest.raises(InputError, match="larger"):
        load_source("-", io.BytesIO(b"12345"))


def test_a_mistyped_shipped_name_is_corrected() -> None:
    error = _fails("corea-del-nord-rusia", f"did you mean {SHIPPED}?")
    assert isinstance(error, NotFoundError)


def test_a_mistyped_file_is_corrected(tmp_path: Path) -> None:
    (tmp_path / "relazione.md").write_text("x")
    _fails(str(tmp_path / "relazone.md"), f"did you mean {tmp_path}/relazione.md?")
    _fails(str(tmp_path / "relazione"), f"did you mean {tmp_path}/relazione.md?")


def test_a_missing_file_like_no_other_lists_what_ships(tmp_path: Path) -> None:
    _fails(str(tmp_path / "qqqq"), "no such file", SHIPPED)
    _fails(str(tmp_path / "none" / "report.md"), f"no folder {tmp_path}/none")


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    _fails(str(tmp_path), "is a folder", str(tmp_path))


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    _fails(str(tmp_path / "pipe"), "is a pipe", "briefing -")


def test_a_device_is_refused() -> None:
    _fails("/dev/null", "is a device")


def test_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "secret.md"
    path.write_text("x")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    _fails(str(path), "may not be read", str(path))


def test_a_huge_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "SIZE_LIMIT", 2 * 2**20)
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(2 * 2**20 + 1)
    _fails(str(path), "larger than 2 MB")


@pytest.mark.parametrize("argument", ["", "a\0b", "x" * 5000, "~nobody-here/x.md"])
def test_an_argument_that_can_be_no_path_is_one_clear_line(argument: str) -> None:
    _fails(argument)


def test_a_dangling_link_is_missing(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "gone.md")
    assert isinstance(_fails(str(tmp_path / "link.md")), NotFoundError)


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_bytes(b" \n\n")
    _fails(str(tmp_path / "empty.md"), "is empty")


def test_a_changed_file_has_another_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    assert fingerprint(path) is None
    path.write_text("one")
    before = fingerprint(path)
    path.write_text("three")
    assert fingerprint(path) != before


def test_the_article_without_a_name_is_the_one_that_ships() -> None:
    assert find_article(None).stem == SHIPPED


def test_an_installation_without_articles_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "shipped_content", lambda: tmp_path)
    _fails(None, "no article ships")
