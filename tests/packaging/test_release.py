"""A release is what was committed, under its own version and date."""

from __future__ import annotations

import pytest

from tests.packaging.release import wrong_with

DATED = "# Changelog\n\n## 0.1.0, 2026-11-28\n\n- All.\n"


def test_a_clean_tree_with_a_dated_section_is_one() -> None:
    assert wrong_with("", DATED, "0.1.0") is None


@pytest.mark.parametrize(
    ("status", "changelog", "version", "said"),
    [
        (" M README.md\n", DATED, "0.1.0", "not committed yet: M README.md"),
        ("", DATED, "0.2.0", "does not begin with “## 0.2.0, YYYY-MM-DD”"),
        ("", DATED.replace(", 2026-11-28", ""), "0.1.0", "does not begin with"),
        ("", "# Changelog\n\n## Unreleased\n\n" + DATED, "0.1.0", "does not begin with"),
        ("", "", "0.1.0", "does not begin with"),
    ],
)
def test_anything_else_is_refused_in_one_line(
    status: str, changelog: str, version: str, said: str
) -> None:
    wrong = wrong_with(status, changelog, version)
    assert wrong is not None
    assert said in wrong
    assert "\n" not in wrong
