"""What the operating system says of a fault, in the reader's language.

The system answers a Python program in English. Its more likely answers are marked here for the
catalogues; any other stays as it is.
"""

from __future__ import annotations

from briefing.text.i18n import _, later

LIKELY = (
    later("Permission denied"),
    later("Operation not permitted"),
    later("No such file or directory"),
    later("Not a directory"),
    later("Is a directory"),
    later("File exists"),
    later("File name too long"),
    later("Too many levels of symbolic links"),
    later("Too many open files"),
    later("Read-only file system"),
    later("No space left on device"),
    later("Disk quota exceeded"),
    later("Input/output error"),
    later("Bad file descriptor"),
    later("Broken pipe"),
    later("Exec format error"),
    later("Connection refused"),
    later("Connection reset by peer"),
    later("Connection timed out"),
    later("Network is unreachable"),
    later("No route to host"),
    later("Name or service not known"),
    later("Temporary failure in name resolution"),
)
"""Answers of the C library on Linux: glibc, sysdeps/gnu/errlist.h and resolv/gai_strerror.c."""


def reason(error: BaseException) -> str:
    """Why something failed, in a few words."""
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return _(words)
