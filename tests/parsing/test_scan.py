"""Where a source may be cut: a wrong place would tear code, comments or lists apart."""

from __future__ import annotations

import pytest

from briefing.parsing._markdown import opens_region
from briefing.parsing._scan import scan


def headings(source: str) -> list[int]:
    """The 1-based lines of the headings where the source may be cut."""
    return [source.count("\n", 0, at) + 1 for at in scan(source, 0, opens_region).headings]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("# a\n\n## b\n###### c\n####### d\n#e", [1, 3, 4]),
        ("text\n# a", [2]),
        ("```\n# no\n```\n# a", [4]),
        ("~~~\n# no\n```\n# no\n~~~~\n# a", [6]),
        ("``` x ` y\n# a", [2]),
        ("```\n# no, never closed", []),
        ("- ```\n# a", [2]),
        ("- item\n\n  ```\n  # no\n  ```\n# a", [6]),
        ("text\n\n  ```\n# no\n  ```\n# a", [6]),
        ("1. item\n\n  ```\n# no\n  ```\n# a", [6]),
        ("    ```\n# a", [2]),
        ("<!--\n\n# no\n-->\n# a", [5]),
        ("<script>\n\n# no\n</script>\n# a", [5]),
        ("<div>\n# no\n</div>\n\n# a", [5]),
        ("<div>\n```\n# no\n```\n\n# a", [6]),
        ("* * *\n  <pre>\n\n# no", []),
        ("<!-- c --> text\n# a", [2]),
        ("<b>\n# perhaps", []),
        ("text <!--\n# a", [2]),
        ("[^1]: ```\n# a", [2]),
    ],
)
def test_headings_are_cut_at_only_where_they_are_headings(source: str, lines: list[int]) -> None:
    assert headings(source) == lines


def test_footnotes_are_found_outside_code_only() -> None:
    found = scan("[^a]: x\n\n```\n[^b]: no\n```\n\n    [^c]: no\n\ntext\n[^d]: y", 0, opens_region)
    assert len(found.footnotes) == 2
