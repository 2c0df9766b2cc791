"""Every word that a user sees goes through here, so that a catalogue can translate it.

Messages are written in English in the code, their translations in ``briefing/locales``. `speak`
chooses the language, before the module of any command is loaded: so also what a module says while
it is imported (the help of an option, the table of keys) is said in it. What is made before that is
marked by `later` and translated where it is shown. Until somebody chooses, and where a message or
the whole catalogue is missing, the language is English.
"""

from __future__ import annotations

import gettext as _gettext
import os
import re
from pathlib import Path

from briefing.model.records import dataclass, field

LANGUAGES = ("en", "it")
"""The languages of the interface, BCP 47; the first is that of the code."""

LOCALES = Path(__file__).resolve().parents[1] / "locales"
"""The folder of the catalogues. They are compiled when the program is built or installed."""

_DOMAIN = "briefing"
_NAMES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where gettext looks for a language, in its order; the first that is not empty counts:
https://docs.python.org/3/library/gettext.html#gettext.find"""


@dataclass(slots=True)
class _Interface:
    """How the program speaks now."""

    tag: str | None = None
    """The language that the reader has set, BCP 47; None: the environment's."""
    language: str = LANGUAGES[0]
    """The one of our languages that this comes to."""
    words: _gettext.NullTranslations = field(default_factory=_gettext.NullTranslations)
    """Its catalogue."""


_now = _Interface()


def speak(tag: str | None = None) -> None:
    """Choose the language of the interface.

    Args:
        tag: The language that the reader has set, BCP 47; None means the environment's.
    """
    _now.tag = tag
    _now.language = _first_known([tag] if tag else _asked_for())
    _now.words = (
        _gettext.NullTranslations()
        if _now.language == LANGUAGES[0]
        else _gettext.translation(_DOMAIN, LOCALES, [_now.language], fallback=True)
    )


def language() -> str:
    """The language of the interface, one of `LANGUAGES`."""
    return _now.language


def locale_name(category: str) -> str | None:
    """How the reader's locale is named: ``it_IT``; None for one that names no language.

    Args:
        category: The variable that may name another locale than the rest: ``LC_TIME``.

    Returns:
        The environment's locale, unless the reader has set another language.
    """
    named = next((word for name in ("LC_ALL", category, "LANG") if (word := _variable(name))), "")
    name = re.split(r"[.@]", named)[0]
    if _now.tag is not None and base_language(name) != base_language(_now.tag):
        return _now.tag.replace("-", "_")
    return None if name in ("", "C", "POSIX") else name


def base_language(tag: str) -> str:
    """The language alone: ``it`` of ``it_IT.UTF-8`` or ``it-CH``."""
    return re.split(r"[-_.@]", tag)[0].lower()


def _first_known(tags: list[str]) -> str:
    """The first of our languages that is asked for; ``C`` asks for that of the code."""
    for tag in map(base_language, tags):
        if tag in LANGUAGES:
            return tag
        if tag in ("c", "posix"):
            break
    return LANGUAGES[0]


def _asked_for() -> list[str]:
    """The languages that the environment asks for, the preferred one first."""
    return next((word.split(":") for name in _NAMES if (word := _variable(name))), [])


def _variable(name: str) -> str:
    return os.environ.get(name, "")


def _(message: str) -> str:
    """Translate a message into the language of the interface."""
    return _now.words.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a message that depends on a number; ``{count}`` is left to the caller."""
    return _now.words.ngettext(singular, plural, count)


def later(message: str) -> str:
    """Mark a message that is made before the language is chosen: `_` of it when it is shown."""
    return message
