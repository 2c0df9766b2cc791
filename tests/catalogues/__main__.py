"""Brings the catalogues up to date with the code (`make messages`), or says what they lack.

New messages are added without a translation, messages that are gone are left out, and nothing is
guessed. What still has to be translated is named. With ``--check`` no file is changed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from tests.catalogues.extraction import catalogue_of_the_code, lacks, load, translations


def update(path: Path, found: Catalog) -> None:
    """Bring one catalogue up to date."""
    catalogue = load(path)
    catalogue.update(found, no_fuzzy_matching=True, update_creation_date=False)
    with path.open("wb") as file:
        write_po(file, catalogue, ignore_obsolete=True, sort_by_file=True, include_lineno=False)


def main() -> int:
    """Update or check all catalogues; 1 if something is left to do."""
    found = catalogue_of_the_code()
    if "--check" not in sys.argv[1:]:
        for path in translations():
            update(path, found)
    left = [words for path in translations() if (words := lacks(path, found))]
    print("\n\n".join(left) or "Every message is translated.")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
