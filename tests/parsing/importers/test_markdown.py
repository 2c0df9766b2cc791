from __future__ import annotations

import pytest

from briefing.model.errors import InputError
from briefing.parsing.importers.markdown import looks_like_markdown, read_markdown

ARTICLE = """# Title

Title

First *words* with a [link](http://a.b).

Leggi anche: Altra storia

## Part

- one
- Comments (3)

```
Share
```

Last words.

Kommentare (0)
"""


def test_only_residue_leaves_a_markdown_file() -> None:
    draft = read_markdown(ARTICLE, "a.md")
    assert draft.dropped == ("Title", "Leggi anche: Altra storia", "Kommentare (0)")
    kept = [line for line in ARTICLE.split("\n") if line not in (*draft.dropped, "")]
    assert [line for line in draft.body.split("\n") if line] == kept
    assert "\n\n\n" not in draft.body
    assert draft.title == "Title"


def test_what_follows_residue_closely_stays() -> None:
    source = "# Title\n\nWords.\n\nShare\n## Part\nMore.\n\nLeggi anche:\naltro\n- one\n"
    draft = read_markdown(source, "a.md")
    assert draft.body == "# Title\n\nWords.\n\n## Part\nMore.\n\n- one\n"
    assert draft.dropped == ("Share", "Leggi anche: altro")


def test_an_editors_front_matter_is_kept() -> None:
    source = (
        "---\ntitle: T\npublished: '2025-01-02'\ndropped: [x]\nmine: 1\n---\n\nWords.\n\nShare\n"
    )
    draft = read_markdown(source, "a.md")
    assert (draft.title, draft.published) == ("T", "2025-01-02")
    assert draft.dropped == ("x", "Share")
    assert draft.front_matter.extra == {"mine": 1}
    assert draft.body.strip() == "Words."


def test_wrong_front_matter_is_named_with_its_line_and_listed() -> None:
    draft = read_markdown("---\ntitle: [\n---\nWords.\n", "a.md")
    assert draft.body.strip() == "Words."
    assert draft.remarks[0].startswith("front matter, line 3: ")
    assert draft.dropped == ("title: [",)


def test_front_matter_over_nothing_is_empty() -> None:
    with pytest.raises(InputError, match="empty"):
        read_markdown("---\nlanguage: it\n---\n\n", "a.md")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title\n\nWords.", True),
        ("---\ntitle: x\n---\nWords.", True),
        ("Words.\n\n## One\n\nMore.\n\n## Two\n\nMore.", True),
        ("---\nwords between two rules\n---\n", False),
        ("Words.\n\n#hashtag\n\n#other", False),
        ("Words # with\n\n## one sign", False),
        ("* a\n* b\n\n1. c", False),
    ],
)
def test_a_text_without_a_name_is_markdown_only_if_it_shows(text: str, expected: bool) -> None:
    assert looks_like_markdown(text) is expected
