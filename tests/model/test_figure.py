"""What a figure says of itself."""

from briefing.model.figure import Figure


def told(unit: str, label: str, *, auto: bool) -> Figure:
    return Figure(40, None, None, unit, label, None, "", auto=auto)


def test_a_label_that_the_phrase_says_already_adds_nothing() -> None:
    assert told("wounded", "wounded", auto=True).label_beside("40 wounded") is None
    assert told("tonnes of wheat", "wheat", auto=True).label_beside("40 tonnes of wheat") is None
    assert told("men", "Wheat", auto=True).label_beside("40 men") == "Wheat"
    assert told("women", "men", auto=True).label_beside("40 women") == "men"


def test_what_is_said_of_the_counted_is_shown_without_naming_it_again() -> None:
    bridges = told("bridges", "bridges collapsed", auto=True)
    assert bridges.label_beside("12 bridges") == "collapsed"
    assert bridges.label_beside("12 Brücken") == "bridges collapsed"
    homes = told("homes", "storm destroyed … homes", auto=True)
    assert homes.label_beside("250 homes") == "storm destroyed"


def test_what_an_editor_wrote_is_shown_as_it_is() -> None:
    assert told("wounded", "wounded", auto=False).label_beside("40 wounded") == "wounded"
