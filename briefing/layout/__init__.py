"""Blocks and a width in, lines with places out."""

from briefing.layout.flow import Flow, lay_out
from briefing.layout.options import DEFAULTS, LayoutOptions

__all__ = ["DEFAULTS", "Flow", "LayoutOptions", "lay_out"]
