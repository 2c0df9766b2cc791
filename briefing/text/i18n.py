"""Every word that a user sees goes through here, so that a catalogue can translate it.

Messages are written in English in the code. Where no catalogue is installed they stay English.
"""

from __future__ import annotations

import gettext as _gettext
from functools import lru_cache

DOMAIN = "briefing"
"""The name of the catalogues."""


@lru_cache(maxsize=1)
def _translations() -> _gettext.NullTranslations:
    return _gettext.translation(DOMAIN, fallback=True)


def _(message: str) -> str:
    """Translate a message into the language of the interface."""
    return _translations().gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a message that depends on a number; ``{count}`` is left to the caller."""
    return _translations().ngettext(singular, plural, count)
