"""The chosen language, told to Click.

Click has its own words ("Usage", "Missing argument"). It asks gettext's general domain for them,
and gettext asks the environment for the language.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from briefing.text.i18n import LOCALES, language

_CLICK_DOMAIN = "click"
_VARIABLE = "LANGUAGE"
"""The variable that gettext heeds before all others."""
_given: ContextVar[str | None] = ContextVar("given")
"""What the reader's environment says in it."""


@contextmanager
def click_speaking() -> Iterator[None]:
    """Let Click speak the chosen language meanwhile."""
    gettext.bindtextdomain(_CLICK_DOMAIN, str(LOCALES))
    gettext.textdomain(_CLICK_DOMAIN)
    token = _given.set(os.environ.get(_VARIABLE))
    try:
        with _environment(language()):
            yield
    finally:
        _given.reset(token)


@contextmanager
def as_it_was() -> Iterator[None]:
    """While Click speaks: let programs that are started now find the reader's own environment."""
    with _environment(_given.get(os.environ.get(_VARIABLE))):
        yield


@contextmanager
def _environment(wanted: str | None) -> Iterator[None]:
    """Put another language into the environment, or none, and afterwards the one that was there."""
    before = os.environ.get(_VARIABLE)
    _put(wanted)
    try:
        yield
    finally:
        _put(before)


def _put(wanted: str | None) -> None:
    if wanted is None:
        os.environ.pop(_VARIABLE, None)
    else:
        os.environ[_VARIABLE] = wanted
