"""What a list is called that nothing in the text announces."""

import pytest

from briefing.analysis import enumerations


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("it", "Italia, Francia, Malta e Spagna firmano.", "Stati nominati insieme"),
        ("en", "Italy, France, Malta and Spain sign.", "States named together"),
        ("de", "Italien, Malta, Polen und Spanien sagen ja.", "Zusammen genannte Staaten"),
        ("fr", "L’Italie, Malte, la Pologne et l’Espagne signent.", "États nommés ensemble"),
        ("es", "Italia, Malta, Polonia y España firman.", "Estados nombrados juntos"),
        ("nl", "Italië, Malta, Polen en Spanje tekenen.", "Samen genoemde staten"),
        ("pt", "Itália, Malta, Polônia e Espanha assinam.", "Estados nomeados juntos"),
        ("sv", "Italien, Malta, Polen, Spanien.", "Italien … Spanien"),
    ],
)
def test_a_title_that_is_made_up_is_in_the_language_of_the_article(
    language: str, text: str, title: str
) -> None:
    (items,) = enumerations.find(text, language)
    assert items.title == title
