"""A first page that was kept is shown only while it is exactly what would be drawn."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.storage import first_pages
from briefing.storage.first_pages import Key, find, keep

PAGE = "\x1b[1;1HFirst words: perché\x1b[0m"
KEY = Key("report.md", (80, 24))


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article in the working folder, whose page is kept; its settings are not there."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "report.md"
    path.write_text("First words: perché\n", "utf-8")
    keep(KEY, PAGE, [str(path), str(tmp_path / "config.yaml")])
    return path


def _kept() -> Path:
    path = KEY.path
    assert path is not None
    return Path(path)


def test_a_page_is_found_again_while_all_is_as_it_was(article: Path) -> None:
    assert find(KEY) == PAGE
    assert find(Key("report.md", (81, 24))) is None
    assert find(Key("./report.md", (80, 24))) is None


def _write_article(article: Path) -> None:
    article.write_text("Other words: perche\n", "utf-8")


def _write_settings(article: Path) -> None:
    (article.parent / "config.yaml").write_text("theme: dusk\n", "utf-8")


def _remove_article(article: Path) -> None:
    article.unlink()


def _damage(_article: Path) -> None:
    path = _kept()
    path.write_bytes(path.read_bytes().replace(b"First", b"Worst"))


def _cut(_article: Path) -> None:
    _kept().write_bytes(_kept().read_bytes()[:-1])


def _empty(_article: Path) -> None:
    _kept().write_bytes(b"")


def _open_to_others(_article: Path) -> None:
    _kept().chmod(0o640)


def _put_behind_link(_article: Path) -> None:
    elsewhere = _kept().with_name("elsewhere")
    _kept().rename(elsewhere)
    _kept().symlink_to(elsewhere)


def _make_pipe(_article: Path) -> None:
    _kept().unlink()
    os.mkfifo(_kept(), 0o600)


@pytest.mark.parametrize(
    "change",
    [
        _write_article, _write_settings, _remove_article, _damage, _cut, _empty,
        _open_to_others, _put_behind_link, _make_pipe,
    ],
)  # fmt: skip
def test_a_page_that_may_be_another_now_is_not_shown(
    change: Callable[[Path], None], article: Path
) -> None:
    change(article)
    assert find(KEY) is None


@pytest.mark.parametrize("name", ["COLORTERM", "NO_COLOR", "LANGUAGE", "LC_ALL", "TERM"])
def test_a_page_of_other_surroundings_is_not_shown(
    name: str, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "other")
    assert find(KEY) is None


def test_a_page_of_another_version_is_not_shown(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_pages, "__version__", "99")
    assert find(KEY) is None


def test_pages_are_private_and_few(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert stat.S_IMODE(_kept().stat().st_mode) == 0o600
    assert stat.S_IMODE(_kept().parent.stat().st_mode) == 0o700
    monkeypatch.setattr(first_pages, "_MAX_PAGES", 3)
    for number in range(6):
        keep(Key(f"{number}.md", (80, 24)), PAGE, [str(article)])
    assert len(list(_kept().parent.iterdir())) == 3
    assert find(Key("5.md", (80, 24))) == PAGE
    assert find(KEY) is None


def test_a_page_too_large_for_any_terminal_is_not_kept(article: Path) -> None:
    keep(Key("large.md", (80, 24)), "x" * first_pages._MAX_BYTES, [str(article)])
    assert find(Key("large.md", (80, 24))) is None
