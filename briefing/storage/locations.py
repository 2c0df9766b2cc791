"""Where things lie: what ships with the program, the user's folders, and the notes of an article.

Nothing else knows these places. What ships lies beside the package in a checkout (an editable
install points there too) and inside the package when it was installed from a wheel.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from briefing.model.source import Source

try:
    # hashlib would load OpenSSL: 3 ms of the way to the first words.
    from _sha256 import sha256  # type: ignore[import-not-found, unused-ignore]
except ImportError:  # Python 3.12 has it under another name
    from hashlib import sha256

_PACKAGE = Path(__file__).resolve().parents[1]
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}$")
_APP = "briefing"
_IS_LINUX = sys.platform == "linux"

NOTES_ENDING = ".notes.yaml"
"""What names of notes files end in."""
MAX_NAME_BYTES = 255
"""What file systems take; ext4, XFS, APFS and NTFS agree, up to how they count."""


def shipped_content() -> Path:
    """The folder of the articles that ship with the program."""
    return _shipped("content")


def shipped_themes() -> Path:
    """The folder of the themes that ship with the program."""
    return _shipped("themes")


def config_folder() -> Path:
    """The user's own settings; it need not exist."""
    return _user_folder("XDG_CONFIG_HOME", ".config", "user_config_path")


def data_folder() -> Path:
    """What the user made and would miss; it need not exist."""
    return _user_folder("XDG_DATA_HOME", ".local/share", "user_data_path")


def library_folder() -> Path:
    """The user's own library, where none is named; it need not exist."""
    return data_folder() / "library"


def has_library(folder: Path) -> bool:
    """Whether the user's own library, in a folder, holds anything that is not hidden."""
    try:
        with os.scandir(folder) as found:
            return any(not entry.name.startswith(".") for entry in found)
    except OSError:
        return False


def state_folder() -> Path:
    """What the program remembers and could do without; it need not exist."""
    return _user_folder("XDG_STATE_HOME", ".local/state", "user_state_path")


def cache_folder() -> Path:
    """What can be computed again; it need not exist."""
    return _user_folder("XDG_CACHE_HOME", ".cache", "user_cache_path")


def settings_path() -> Path:
    """The user's settings file; it need not exist."""
    return config_folder() / "config.yaml"


def user_themes() -> Path:
    """The folder of the user's own themes; it need not exist."""
    return config_folder() / "themes"


def theme_folders() -> tuple[Path, Path]:
    """Where themes are looked for; a later folder overrides an earlier one."""
    return shipped_themes(), user_themes()


def may_exist(path: Path) -> bool:
    """Whether something is there: a file, a folder, or what cannot be looked at."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return "\0" not in str(path)
    return True


def article_name(path: Path) -> str:
    """The file name without its ending; ``report.2026`` has none and stays whole."""
    return _ENDING.sub("", path.name) or path.name


def short_name(name: str) -> str:
    """The beginning of a name that leaves room for an ending: file systems take 255 bytes."""
    return name.encode("utf-8", "surrogateescape")[:180].decode("utf-8", "ignore")


def fitting_name(name: str, ending: str) -> str:
    """A file name of a name and an ending; a long one is cut and told apart by 8 hex digits.

    File systems take 255 bytes.
    """
    whole = name + ending
    if len(os.fsencode(whole)) <= MAX_NAME_BYTES:
        return whole
    return f"{short_name(name)}-{_digits(name)}{ending}"


def notes_path(
    source: Source,
    override: Path | None,
    *,
    title: str | None = None,
    folder: Path | None = None,
) -> Path:
    """Where the notes of an article are kept.

    They lie beside an article that was opened by its path. Those of a shipped article, of standard
    input and of an article in a folder that cannot be written to lie in the user's data folder,
    where a name that two articles could share is followed by 8 hex digits.

    Args:
        source: The article.
        override: What the user named on the command line; it is taken as it is.
        title: The article's title, which tells one text on standard input from another.
        folder: The ``notes_folder`` of the settings: all notes go there.

    Returns:
        An absolute path. Nothing is created.
    """
    if override is not None:
        return _at_home(override).absolute()
    if source.path is not None and not source.shipped and folder is None:
        beside = source.path.parent
        if os.access(beside, os.W_OK | os.X_OK):
            return beside / fitting_name(source.name, NOTES_ENDING)
    return own_notes_path(source, title=title, folder=folder)


def own_notes_path(source: Source, *, title: str | None, folder: Path | None = None) -> Path:
    """Where the notes of an article lie that do not lie beside it."""
    name = f"{_collected_name(source, title)}{NOTES_ENDING}"
    return (folder or data_folder() / "notes") / name


def state_path(source: Source, *, title: str | None = None) -> Path:
    """Where the reader's place in an article is remembered; the article is named as for notes."""
    return state_folder() / "articles" / state_name(source, title=title)


def state_name(source: Source, *, title: str | None = None) -> str:
    """The name of that file."""
    return f"{_collected_name(source, title)}.json"


def _shipped(what: str) -> Path:
    """The folder inside an installed package, else the one beside the package in a checkout."""
    installed = _PACKAGE / "_shipped" / what
    return installed if installed.is_dir() else _PACKAGE.parent / what


def _at_home(path: Path) -> Path:
    """``~/notes.yaml`` lies at home, also after ``--notes=``, where shells leave it as it is."""
    return Path.home() / path.relative_to("~") if path.parts[:1] == ("~",) else path


def _user_folder(variable: str, on_linux: str, finder: str) -> Path:
    """The folder of the XDG variable on every system, else what the system is used to.

    A relative path in a variable is to be ignored; `on_linux` is the default of the XDG Base
    Directory Specification (https://specifications.freedesktop.org/basedir-spec/latest/#variables).
    """
    named = os.environ.get(variable, "")
    if named.startswith("/"):
        return Path(named) / _APP
    if _IS_LINUX:
        return Path.home() / on_linux / _APP
    import platformdirs  # noqa: PLC0415 - it costs 8 ms, and Linux does without

    found = Path(getattr(platformdirs, finder)(_APP, appauthor=False))
    return found if found.is_absolute() else Path.home() / on_linux / _APP


def _collected_name(source: Source, title: str | None) -> str:
    """A name that no other article shares in a folder where notes of many articles lie."""
    if source.shipped:
        return source.name
    if source.path is not None:
        return f"{short_name(source.name)}-{_digits(str(source.path))}"
    return f"stdin-{_digits(title or source.text.strip().partition(chr(10))[0])}"


def _digits(words: str) -> str:
    """8 hex digits that stand for some words."""
    digits: str = sha256(words.encode("utf-8", "surrogateescape")).hexdigest()
    return digits[:8]
