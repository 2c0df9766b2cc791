"""No words for a reader stand in the code without a way to translate them."""

from __future__ import annotations

import pytest

from tests.catalogues.extraction import PACKAGE
from tests.catalogues.literals import untranslated

FILES = sorted(PACKAGE.rglob("*.py"))


def test_all_that_a_reader_is_told_can_be_translated() -> None:
    found = [
        f"{path.relative_to(PACKAGE.parent)}:{line_number}: {words!r}"
        for path in FILES
        for line_number, words in untranslated(path.read_text("utf-8"))
    ]
    assert not found, "\n".join(["put these into _(…):", *found])


@pytest.mark.parametrize(
    "code",
    [
        'self.tell("saved")',
        'self.tell(f"saved in {path}")',
        'self.tell("saved in {file}".format(file=path))',
        'self.tell(_("saved") if done else "not saved")',
        'raise FormatError("this is not JSON")',
        'raise errors.FormatError(_("this is not JSON"), remedy="try again")',
        'Fault(_("wrong"), where, "mend it")',
        'frame.border_title = "Note"',
        'what = "wrong"',
        'Field(placeholder="type to search")',
        'click.option("--by", help="Who writes it.")',
        'self.strip.add("the file has changed")',
        'Words("conflict", "bad")',
    ],
)
def test_words_without_a_translation_are_found(code: str) -> None:
    assert list(untranslated(code))


@pytest.mark.parametrize(
    "code",
    [
        'self.tell(_("saved in {file}").format(file=path))',
        'self.tell(f"{problem}; {aside}")',
        'raise FormatError(_("this is not JSON"), where="a.json")',
        'Words(_("conflict"), "bad")',
        'Words("✓ ", "good")',
        'words.add("known")',
        'complain(ngettext("{count} note", "{count} notes", 2))',
    ],
)
def test_names_and_translated_words_are_left_alone(code: str) -> None:
    assert not list(untranslated(code))
