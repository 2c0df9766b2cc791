"""Two clones of one library both read, add and note, and git merges them without a conflict."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from briefing.model.library_file import SavedSearch
from briefing.notes.versions import parse_versions
from briefing.storage.library_file import LibraryFileStore
from tests.cli.run import run
from tests.feed_server import feed_server, in_turn, item, rss
from tests.journeys.library_desk import write_articles


def git(folder: Path, *words: str) -> str:
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org"}
    who |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org"}
    done = subprocess.run(
        ["git", "-C", str(folder), *words],
        capture_output=True,
        text=True,
        env={**os.environ, **who, "GIT_CONFIG_GLOBAL": "/dev/null"},
        check=False,
    )
    assert done.returncode == 0, done
    return done.stdout


def pull(folder: Path) -> None:
    """Take in what the other has; a conflict fails."""
    git(folder, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    assert git(folder, "status", "--porcelain") == ""


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "work")


@pytest.fixture
def clones(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "first", tmp_path / "second"
    write_articles(first)
    git(tmp_path, "init", "-q", "-b", "main", str(first))
    assert run("library", "git", first, "--yes").status == 0
    git(first, "add", "-A")
    git(first, "commit", "-qm", "begin")
    git(tmp_path, "clone", "-q", str(first), str(second))
    assert run("library", "git", second, stdin="y\n").status == 0
    return first, second


def work(folder: Path, name: str) -> None:
    """Read, write a note on the article that the other notes too, add a document, save a search."""
    talks = folder / "talks.md"
    run("notes", "add", talks, "--quote", "wheat", "--text", f"From {name}.", "--by", name)
    paper = folder.parent / f"{name}.md"
    paper.write_text(f"# Paper of {name}\n\nWords of {name}.\n")
    run("add", paper, "--to", folder)
    search = SavedSearch(name, name)
    LibraryFileStore(folder).change(lambda file: file.with_search(search))
    commit(folder)


def test_two_clones_that_both_note_and_add_merge_without_a_conflict(
    clones: tuple[Path, Path],
) -> None:
    first, second = clones
    work(first, "anna")
    work(second, "bea")
    pull(second)
    listed = run("notes", "list", second / "talks.md").out
    assert "From anna." in listed
    assert "From bea." in listed
    assert [each.name for each in LibraryFileStore(second).load().searches] == ["anna", "bea"]
    assert {path.name for path in second.glob("paper-*.md")} == {
        "paper-of-anna.md",
        "paper-of-bea.md",
    }
    assert run("notes", "check", second / "talks.md").status == 0


class Sharing:
    """Two who fetch the same feed, each with a state folder of their own."""

    def __init__(self, clones: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
        self.first, self.second = clones
        self.monkeypatch = monkeypatch
        git(self.first, "config", "receive.denyCurrentBranch", "updateInstead")

    def fetch(self, folder: Path, *words: object) -> None:
        """Ask for news, or add a feed, as the one whose clone it is."""
        self.monkeypatch.setenv("XDG_STATE_HOME", str(folder.parent / f"{folder.name}-state"))
        done = run("feeds", *(words or ("update",)), "--to", folder)
        assert done.status == 0, done

    def meet(self) -> None:
        """Both commit; the second takes in what the first has, and the first gets all of it."""
        for folder in (self.first, self.second):
            commit(folder)
        pull(self.second)
        git(self.second, "push", "-q", "origin", "HEAD:main")

    def article(self, folder: Path) -> Path:
        (found,) = (folder / "news").glob("*.md")
        return found


def versions_of(article: Path) -> list[str]:
    path = article.parent / ".briefing" / "versions" / f"{article.name}.yaml"
    return [each.how for each in parse_versions(path.read_text(), where="").versions]


def test_an_article_that_both_fetched_is_the_one_fetched_later_in_all_rounds(
    clones: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    both = Sharing(clones, monkeypatch)
    with feed_server() as server:
        news = [rss(item(1, text=f"Ships: {count}.")) for count in ("nine", "ten", "eleven", "12")]
        url = server.serve("/feed", in_turn(news))
        both.fetch(both.first, "add", url)
        both.fetch(both.second, "add", url)
        both.meet()
        article = both.article(both.second)
        assert "Ships: ten." in article.read_text()
        assert versions_of(article) == ["fetched", "fetched"]
        both.fetch(both.second)
        both.article(both.first).write_text(
            both.article(both.first).read_text().replace("ten", "ten grey")
        )
        both.fetch(both.first)
        assert "Ships: ten grey." in both.article(both.first).read_text()
        both.meet()
    assert both.article(both.first).read_text() == article.read_text()
    assert "Ships: ten grey." in article.read_text()
    assert versions_of(article) == ["fetched"] * 4
    assert run("changes", article, "--format", "json").status in {0, 1}


def test_lines_that_both_wrote_otherwise_are_a_conflict_as_in_git(
    clones: tuple[Path, Path],
) -> None:
    first, second = clones
    for folder, words in ((first, "mine"), (second, "other")):
        (folder / "talks.md").write_text(f"# Talks\n\nWords of {words}.\n")
        commit(folder)
    with pytest.raises(AssertionError, match="Merge conflict"):
        pull(second)
    text = (second / "talks.md").read_text()
    assert "<<<<<<< talks.md (ours)\nWords of other.\n=======\nWords of mine.\n>>>>>>>" in text


def test_what_is_there_is_not_written_twice_and_no_is_an_answer(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", str(tmp_path))
    (tmp_path / ".gitattributes").write_text("*.png binary")
    assert run("library", "git", tmp_path, stdin="n\n").status == 1
    assert (tmp_path / ".gitattributes").read_text() == "*.png binary"
    assert run("library", "git", tmp_path, "--yes").status == 0
    before = (tmp_path / ".gitattributes").read_text()
    assert before.startswith("*.png binary\n*.notes.yaml merge=briefing\n")
    assert "already" in run("library", "git", tmp_path).err
    assert (tmp_path / ".gitattributes").read_text() == before


def test_a_folder_outside_git_is_told_in_one_line(tmp_path: Path) -> None:
    done = run("library", "git", tmp_path)
    assert (done.status, done.is_one_line) == (2, True)
