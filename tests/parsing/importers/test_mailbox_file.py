"""Mailboxes: each letter a section, what it quotes of the form undone."""

from __future__ import annotations

import pytest

from briefing.model.original import Original
from briefing.parsing.draft import Draft
from briefing.parsing.importers.formats import kind_of, read_original
from tests.parsing.importers.test_papers import article_of

FIRST = """From anna@example.org Thu May 29 08:15:00 2025
From: Anna Rossi <anna@example.org>
Subject: The dam
Date: Thu, 29 May 2025 08:15:00 +0200

The dam held.
>From then on it was repaired.
From what we know, that is enough.

"""
SECOND = """From bob at example.org  Fri May 30 09:00:00 2025
From: bob at example.org (Bob Moss)
To: list@example.org
Subject: Re: The dam
Date: Fri, 30 May 2025 09:00:00 +0200

> The dam held.

For 4.2 million euros.
"""
EMPTY = """From anna@example.org Sat May 31 08:15:00 2025
From: Anna Rossi <anna@example.org>
Subject: Empty
Date: Sat, 31 May 2025 08:15:00 +0200

"""


def read(text: str, name: str = "june") -> tuple[str, Draft]:
    original = Original(text.encode(), name, name)
    return kind_of(original), read_original(original)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_letters_of_a_mailbox_are_its_sections(line_end: str) -> None:
    kind, draft = read((FIRST + EMPTY + SECOND).replace("\n", line_end))
    assert kind == "mailbox"
    article = article_of(draft)
    assert [section.heading for section in article.sections[1:]] == ["The dam", "Re: The dam"]
    assert "Anna Rossi, 2025-05-29\nThe dam held." in article.text
    assert "\nFrom then on it was repaired.\nFrom what we know, that is enough." in article.text
    assert "> The dam held." in draft.body
    assert article.text.endswith("For 4.2 million euros.")


def test_a_mailbox_of_one_letter_is_that_letter() -> None:
    _kind, draft = read(FIRST)
    assert (draft.title, draft.authors, draft.published) == (
        "The dam",
        ("Anna Rossi",),
        "2025-05-29",
    )


def test_what_only_its_name_says_to_be_a_mailbox_is_a_text() -> None:
    kind, draft = read("Words of a text.\n", "june.mbox")
    assert (kind, draft.body) == ("mailbox", "Words of a text.\n")


def test_a_text_that_begins_with_the_word_is_no_mailbox() -> None:
    assert read("From the summer of 2025\n\nThe dam held.\n")[0] == "unknown"


DIGEST = f"""Dams Digest, Vol 12, Issue 3

Today's Topics:

   1. The dam (Anna Rossi)
   2. Re: The dam (Bob Moss)


{"-" * 70}

Message: 1
Date: Thu, 29 May 2025 08:15:00 +0200
From: Anna Rossi <anna@example.org>
To: dams@example.org
Subject: The dam

The dam held.

Anna

{"-" * 30}

It was a row of hyphens.


{"-" * 30}

Message: 2
Date: Fri, 30 May 2025 09:15:00 +0200
From: Bob Moss <bob@example.org>
Subject: Re: The dam

> The dam held.

For 4.2 million euros.


{"-" * 30}

End of Dams Digest, Vol 12, Issue 3
***********************************
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_letters_of_a_digest_are_its_sections(line_end: str) -> None:
    kind, draft = read(DIGEST.replace("\n", line_end), "v12.txt")
    assert (kind, draft.title) == ("mailbox", "Dams Digest, Vol 12, Issue 3")
    article = article_of(draft)
    assert [section.heading for section in article.sections[1:]] == ["The dam", "Re: The dam"]
    for words in ("Today's Topics:", "It was a row of hyphens.", "End of Dams Digest"):
        assert words in draft.body
    assert "Bob Moss, 2025-05-30\nThe dam held.\nFor 4.2 million euros." in article.text


def test_a_row_of_hyphens_in_a_text_begins_no_digest() -> None:
    assert read(f"The dam\n\n{'-' * 70}\n\nNote: it held.\n\nSo it was.\n")[0] == "unknown"


def test_a_first_line_of_digits_without_end_is_told_at_once() -> None:
    text = f"From {'1' * 200_000}\n\nWords of a text.\n"
    assert read(text, "june.mbox")[1].body.endswith("Words of a text.\n")
