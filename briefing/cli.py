"""The command `briefing`."""

from __future__ import annotations

import click

from briefing import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
def main() -> None:
    """Read a briefing or report in the terminal, and write notes on it."""
