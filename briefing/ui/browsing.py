"""Addresses are shown in the browser, which may need the terminal for itself."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.app import App

from briefing.session.links import needs_terminal, open_in_browser
from briefing.text.i18n import _
from briefing.ui.widgets.strip import MessageStrip


def is_page(address: str | None) -> bool:
    """Whether an address is one of the web."""
    return address is not None and address.lower().startswith(("https://", "http://"))


async def browse(app: App[Any], strip: MessageStrip, address: str) -> None:
    """Show an address in the browser, and say so.

    Args:
        app: Lets the terminal go while a browser runs in it.
        strip: Where it is said.
        address: Of the web.

    Raises:
        BriefingError: No browser answers.
    """
    if needs_terminal():
        with app.suspend():
            open_in_browser(address)
    else:
        await asyncio.to_thread(open_in_browser, address)
        strip.tell(_("opened in the browser: {address}").format(address=address))
