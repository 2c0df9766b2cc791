"""What every test stands on: a user with empty folders of their own, who reads English."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from briefing.text.i18n import LOCALES, speak
from hatch_build import compile_catalogue

pytest_plugins = ["tests.counting"]

settings.register_profile(
    "unhurried",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("unhurried")
"""How long something takes on a busy machine decides no test. In CI a change is judged by what it
changes, so the cases are always the same there; everybody else looks for new ones each time."""

LANGUAGE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_NUMERIC", "LC_TIME")


@pytest.fixture(scope="session", autouse=True)
def plain_surroundings() -> Iterator[None]:
    """Whatever language and clock whoever runs the tests has, they see English and UTC."""
    with pytest.MonkeyPatch.context() as patch:
        for variable in LANGUAGE_VARIABLES:
            patch.delenv(variable, raising=False)
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield


@pytest.fixture(autouse=True)
def english() -> None:
    """What a test before has chosen is forgotten."""
    speak()


@pytest.fixture(scope="session")
def italian() -> dict[str, str]:
    """What the environment of an Italian reader has, whose catalogues are those of the checkout."""
    for source in LOCALES.glob("*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            compile_catalogue(source)
    return {"LANGUAGE": "it", "LC_TIME": "it_IT.UTF-8", "LC_NUMERIC": "it_IT.UTF-8"}


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the settings, notes or places of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for variable, name in (
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_CACHE_HOME", "cache"),
    ):
        monkeypatch.setenv(variable, str(home / name))
    for variable in ("NO_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(variable, raising=False)
    return home
