"""What reaches an installed program: built, installed elsewhere, and run from there.

The environment is empty but for the wheel; only the libraries it depends on are borrowed from the
environment of the tests, since fetching them again would tell nothing about the wheel.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
TITLE = "La Corea del Nord consegna 14.000 soldati e 100 razzi in Russia"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` folder of an environment that has the wheel, far from the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    _run(
        *(sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check"),
        *("install", "--quiet", "--no-deps", "--no-index", wheel),
        cwd=folder,
    )
    (own,) = folder.glob("lib/python*/site-packages")
    (own / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder / "bin"


def _run(*command: str | Path, cwd: Path) -> str:
    """Run a program in an environment that knows nothing of the checkout; its output."""
    clean = {key: os.environ[key] for key in ("PATH", "LANG", "LC_ALL") if key in os.environ}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**clean, "HOME": str(cwd), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _shipped(folder: str) -> dict[str, bytes]:
    """What git would ship of a folder, by file name."""
    return {path.name: path.read_bytes() for path in (ROOT / folder).glob("[!.]*.*")}


@pytest.mark.parametrize("folder", ["content", "themes"])
def test_articles_and_themes_are_in_the_wheel(wheel: Path, folder: str) -> None:
    prefix = f"briefing/_shipped/{folder}/"
    with ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith(prefix)]
        packed = {name.removeprefix(prefix): archive.read(name) for name in names}
    assert packed == _shipped(folder)


def test_the_licence_is_in_the_wheel_and_the_tests_are_not(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    assert any(name.endswith("/LICENSE") for name in names)
    assert not any(name.startswith(("tests", "seeds", "content")) for name in names)


def test_the_translations_are_in_the_wheel_as_they_are_loaded(wheel: Path) -> None:
    folders = [path.parent for path in (ROOT / "briefing" / "locales").glob("*/LC_MESSAGES/*.po")]
    with ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if "/locales/" in name}
    assert folders
    assert {Path(name).suffix for name in names} == {".mo"}
    assert len(names) == len(folders)


def test_the_languages_are_in_the_wheel_as_they_are_read(wheel: Path) -> None:
    files = {path.stem for path in (ROOT / "briefing" / "languages").glob("*.toml")}
    with ZipFile(wheel) as archive:
        names = [Path(name) for name in archive.namelist() if "/languages/" in name]
    assert files == {name.stem for name in names if name.suffix == ".json"}
    assert files == {name.stem for name in names if name.suffix == ".toml"}


def test_the_installed_program_speaks_the_reader_s_language(installed: Path) -> None:
    words = ("env", "LANGUAGE=it", installed / "briefing", "--help")
    assert _run(*words, cwd=installed.parent).startswith("Uso: briefing [OPZIONI]")


def test_what_is_installed_uses_its_own_articles_and_themes(installed: Path) -> None:
    code = (
        "import briefing; from briefing.storage import sources, themes, locations\n"
        "print(briefing.__file__); print(sources.load_source(None).path)\n"
        "print(len(themes.load_themes([locations.shipped_themes()])[0]))"
    )
    lines = _run(installed / "python", "-c", code, cwd=installed.parent).splitlines()
    assert all(Path(line).is_relative_to(installed.parent) for line in lines[:2])
    assert int(lines[2]) >= 7


def test_the_installed_program_prints_the_shipped_article(installed: Path) -> None:
    printed = _run(installed / "briefing", "print", cwd=installed.parent)
    assert TITLE in printed.splitlines()[0]
