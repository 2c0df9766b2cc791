"""`dataclass`, `field` and `replace`, for modules that are loaded before the first words.

The standard decorator writes and compiles six methods for each class while its module is imported,
0.8 ms a class here: for the fifty classes of a first page a third of the time to its words. What
stands in `_records` does the same later and once for all; to a type checker it *is* the standard
one, and `dataclasses.fields` and `asdict` take its classes as their own.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    from briefing.model._records import dataclass, field, replace

__all__ = ["dataclass", "field", "replace"]
