"""Names below a title are told from whatever else stands there."""

from __future__ import annotations

import pytest

from briefing.parsing.bare_names import bare_names


@pytest.mark.parametrize(
    ("parts", "counts", "names"),
    [
        (["Ada King"], {"ada": 1, "king": 1}, ["Ada King"]),
        (["Ada King", "Zoë de la Cruz"], {}, ["Ada King", "Zoë de la Cruz"]),
        (["Annual Review"], {"annual": 1, "review": 4}, []),
        (["Ada King", "Editor"], {}, []),
        (["Editor"], {}, []),
        (["1"], {}, []),
        ([""], {}, []),
        ([], {}, []),
        (["ADA KING"], {}, []),
        (["ada king"], {}, []),
        (["Ada and the long line of words"], {}, []),
    ],
)
def test_only_words_like_those_of_names_are_names(
    parts: list[str], counts: dict[str, int], names: list[str]
) -> None:
    assert bare_names(parts, counts) == names
