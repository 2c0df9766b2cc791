"""Brings the catalogues up to date with the code: `make messages`.

New messages are added without a translation, messages that are gone are left out, and nothing is
guessed. What still has to be translated is named.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from tests.catalogues.extraction import ROOT, catalogue_of_the_code, is_translated, translations


def update(path: Path, found: Catalog) -> list[str]:
    """Bring one catalogue up to date; its messages without a translation."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parts[-3])
    catalogue.update(found, no_fuzzy_matching=True, update_creation_date=False)
    with path.open("wb") as file:
        write_po(
            file,
            catalogue,
            width=100,
            ignore_obsolete=True,
            sort_by_file=True,
            include_lineno=False,
        )
    return [str(message.id) for message in catalogue if message.id and not is_translated(message)]


def main() -> int:
    """Update all catalogues; 1 if something has to be translated."""
    found = catalogue_of_the_code()
    left = {path: update(path, found) for path in translations()}
    for path, messages in left.items():
        print(f"{path.relative_to(ROOT)}: {len(messages)} without a translation")
        for message in messages:
            print(f"  {message}")
    return 1 if any(left.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
