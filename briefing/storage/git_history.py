"""What git knows of an article while it merges, and how it merges lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.model.errors import InputError, NotFoundError, StorageError
from briefing.model.version import Versions
from briefing.notes.versions import merge_versions, parse_versions
from briefing.storage.git_calls import ask_git, call_git
from briefing.storage.plain_files import read
from briefing.storage.versions import VersionStore
from briefing.text.decoding import decode_text
from briefing.text.i18n import _

_FAILED = 128
"""From here on git's exit status is no count of conflicts: git-merge-file(1)."""


def known_versions(article: Path) -> Versions:
    """All versions of an article that a commit of this clone knows, and those on the disk.

    While git merges, those of the other side are in its commits alone.

    Args:
        article: Its file, from the present folder, which is the uppermost one of the repository.
    """
    path = VersionStore(article).path
    found = Versions(article.name)
    for data in _states(path):
        try:
            text = decode_text(data, str(path))
            found = merge_versions(found, parse_versions(text, where=str(path)))
        except InputError:
            continue  # of a newer version, or broken by hand: the others say the rest
    return found


def _states(path: Path) -> Iterator[bytes]:
    """What a file says, and what it says in any commit that changed it."""
    here = read(path)
    if here is not None:
        yield here.data
    fetched = ask_git(Path(), "rev-parse", "-q", "--verify", "FETCH_HEAD")
    revisions = ("--all", fetched) if fetched else ("--all",)
    words = ("-m", "--raw", "--no-abbrev", "--format=", "--", path.as_posix())
    listed = ask_git(Path(), "log", *revisions, *words) or ""
    blobs = dict.fromkeys(line.split()[3] for line in listed.splitlines() if line.startswith(":"))
    for blob in blobs:
        done = call_git(Path(), "cat-file", "blob", blob)
        if done.returncode == 0:
            yield done.stdout


def read_state(path: Path) -> str:
    """What a file of a merge says, whatever its encoding is.

    Raises:
        NotFoundError: There is no such file.
        InputError: It cannot be read.
    """
    content = read(path)
    if content is None:
        raise NotFoundError(_("there is no such file"), where=str(path))
    return content.data.decode("utf-8", "surrogateescape")


def merge_lines(base: str, ours: str, theirs: str, labels: tuple[str, str, str]) -> tuple[str, int]:
    """Merge texts line by line, as git does.

    Args:
        base: What both started from.
        ours: One state.
        theirs: The other.
        labels: What the states are called where they cannot be merged: ours, base, theirs.

    Returns:
        The text, with both sides where they cannot be merged, and in how many places that is so.

    Raises:
        StorageError: Git cannot do it.
    """
    with TemporaryDirectory(prefix="briefing-") as folder:
        names = ("ours", "base", "theirs")
        for name, text in zip(names, (ours, base, theirs), strict=True):
            (Path(folder) / name).write_bytes(text.encode("utf-8", "surrogateescape"))
        called = [word for label in labels for word in ("-L", label)]
        done = call_git(Path(folder), "merge-file", "-p", "-q", *called, *names)
    if done.returncode >= _FAILED:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        what = _("git could not merge this: {reason}").format(reason=said)
        raise StorageError(what, where=labels[0])
    return done.stdout.decode("utf-8", "surrogateescape"), done.returncode
