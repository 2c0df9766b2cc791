"""The file behind the name of a notes file: itself, or the one that it links to.

A link to the notes is a way to keep them elsewhere. It may also be a trap of whoever filled the
folder, who chooses with it what the program writes into. So a link is followed only to what can be
nothing but the user's own notes: a regular file that is there, is theirs, and loads as notes.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from briefing.model.errors import InputError, StorageError
from briefing.notes.format import NotesFile
from briefing.storage.links import is_link
from briefing.storage.plain_files import stamp
from briefing.text.i18n import _


def real_file(path: Path) -> Path:
    """The file that is read and replaced.

    Raises:
        InputError: It is a link that leads nowhere or round in a circle.
    """
    if not is_link(path):
        return path
    try:
        return path.resolve(strict=True)
    except OSError as error:
        what = _("this is a link that leads nowhere")
        raise InputError(what, where=str(path), remedy=_("remove it")) from error
    except RuntimeError as error:  # a circle, before Python 3.13
        what = _("this is a link that leads round in a circle")
        raise InputError(what, where=str(path), remedy=_("remove it")) from error


def real_folder(path: Path) -> Path:
    """The folder that a notes file lies in; that of its name while it leads nowhere."""
    try:
        return real_file(path).parent
    except InputError:
        return path.parent


def check_link(path: Path, file: NotesFile | None) -> None:
    """See whether what was read behind a link may be written, too.

    Args:
        path: The notes file.
        file: What was read there; None where there was nothing but space.

    Raises:
        InputError: It is a link to something that is not notes.
    """
    if is_link(path) and (file is None or not ("format" in file.head or file.notes.notes)):
        what = _("this is a link to a file that holds no notes")
        raise InputError(what, where=str(path), remedy=_("remove it"))


def check_owner(path: Path, real: Path) -> None:
    """See whether the file behind a link is the user's own.

    Raises:
        StorageError: It is another user's.
        OSError: It cannot be looked at.
    """
    if real == path:
        return
    status = real.stat(follow_symlinks=False)
    if status.st_uid != os.geteuid() or not stat.S_ISREG(status.st_mode):
        what = _("this is a link to {file}, which is another user's; it is only read")
        raise StorageError(what.format(file=real), where=str(path))


def can_be_written(path: Path) -> bool:
    """Whether a notes file may be written, as far as permissions tell; none there counts as one.

    A link that is to be mended first counts as well: saving will say so.
    """
    try:
        real = real_file(path)
        check_owner(path, real)
        if not os.access(real.parent, os.W_OK | os.X_OK):
            return False
        return stamp(real) is None or os.access(real, os.W_OK)
    except InputError:
        return True
    except (StorageError, OSError):
        return False
