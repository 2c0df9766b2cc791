"""`make release`: builds the version that stands in the tree, and starts what was built once."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from briefing import __version__

ROOT = Path(__file__).parents[2]


def wrong_with(status: str, changelog: str, version: str) -> str | None:
    """Why this tree is no release, in one line; None where it is one.

    Args:
        status: What `git status --porcelain` says.
        changelog: The text of CHANGELOG.md.
        version: The version of the package.
    """
    if status.strip():
        return f"not committed yet: {status.strip().splitlines()[0].strip()}; commit it first"
    newest = re.search(r"^## (.+)$", changelog, re.MULTILINE)
    wanted = re.compile(rf"{re.escape(version)}, \d{{4}}-\d\d-\d\d")
    if newest is None or not wanted.fullmatch(newest[1]):
        return f"CHANGELOG.md does not begin with “## {version}, YYYY-MM-DD”; date its section"
    return None


def build() -> Path:
    """Build sdist and wheel into dist/; gives the wheel."""
    for old in (ROOT / "dist").glob("*"):
        old.unlink()
    subprocess.run([sys.executable, "-m", "build", "--outdir", "dist", "."], cwd=ROOT, check=True)
    (wheel,) = (ROOT / "dist").glob(f"briefing-{__version__}-*.whl")
    return wheel


def try_out(wheel: Path) -> None:
    """Install the wheel where nothing else is, and print the first article with it."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        program = Path(folder) / "bin"
        pip = (str(program / "python"), "-m", "pip", "install", "--quiet", str(wheel))
        subprocess.run(pip, check=True)
        printed = subprocess.run(
            [program / "briefing", "print"], cwd=folder, check=True, stdout=subprocess.PIPE
        )
    if len(printed.stdout) < 1_000:
        sys.exit("the wheel does not print the first article")


def main() -> None:
    """Check, build, and try it out."""
    git = ["git", "status", "--porcelain"]
    status = subprocess.run(git, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    wrong = wrong_with(status, changelog, __version__)
    if wrong is not None:
        sys.exit(wrong)
    wheel = build()
    try_out(wheel)
    print(f"built {wheel.relative_to(ROOT)} and its sdist; tag it: git tag -a v{__version__}")


if __name__ == "__main__":
    main()
