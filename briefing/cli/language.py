"""The language of the commands: chosen before any of them is loaded."""

from __future__ import annotations

from briefing.storage.locations import may_exist, settings_path
from briefing.text.i18n import speak


def choose_language() -> None:
    """Speak the language that the settings name, else the environment's.

    What is wrong with the settings is told by the command, which reads them again. Without a file
    of them nothing that reads YAML is loaded.
    """
    if not may_exist(settings_path()):
        speak()
        return
    from briefing.storage.settings import load_settings

    settings, _faults = load_settings()
    speak(settings.language)
