"""The reader's own editor, run without a shell."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from briefing.model.errors import UsageError
from briefing.text.i18n import _
from briefing.text.system_words import reason

_KNOW_PLUS_LINE = {"vi", "vim", "nvim", "nano", "emacs", "emacsclient", "kak", "joe", "ne", "micro"}
"""Editors that take ``+LINE`` before the file."""


def editor_words() -> list[str]:
    """The command of the editor, from VISUAL or EDITOR.

    Raises:
        UsageError: Neither is set, or it is no command line.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(command)
    except ValueError:
        words = []
    if not words:
        raise UsageError(_("no editor is set"), remedy=_("set EDITOR, for example EDITOR=nano"))
    return words


def open_in_editor(path: Path, line_number: int | None = None) -> None:
    """Open a file, at a line where the editor knows how, and wait until it is closed.

    Raises:
        UsageError: There is no editor, or it cannot be started.
    """
    words = editor_words()
    if line_number is not None and Path(words[0]).name in _KNOW_PLUS_LINE:
        words = [*words, f"+{line_number}"]
    try:
        subprocess.run([*words, str(path)], check=False)  # noqa: S603 - the user's own command, no shell
    except OSError as error:
        raise UsageError(
            _("the editor {name} cannot be started: {reason}").format(
                name=words[0], reason=reason(error)
            ),
            remedy=_("set EDITOR to another"),
        ) from error


def edit_text(text: str) -> str:
    """Let the editor change a text, and give it back as it was left.

    Raises:
        UsageError: There is no editor, it cannot be started, or it took the text away.
    """
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        path = Path(folder) / "note.md"
        path.write_text(text, encoding="utf-8")
        open_in_editor(path)
        try:
            changed = path.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            what = _("the text does not come back from the editor: {reason}")
            remedy = _("save it under the name it was opened with")
            raise UsageError(what.format(reason=reason(error)), remedy=remedy) from error
    return changed.removesuffix("\n") if not text.endswith("\n") else changed
