"""A word that tells nothing once tells nothing again, and one that tells always does."""

from __future__ import annotations

from briefing.analysis._telltales import Sought, Telltales


def test_phrases_are_told_by_their_longest_word_alone_or_in_another_one() -> None:
    told = Telltales({Sought.VAGUE: ("hundreds of",), Sought.SCALED: ("million",)})
    for _again in range(2):
        assert told.among(["some", "hundreds"]) == {Sought.VAGUE}
        assert told.among(["a", "multi-million"]) == {Sought.SCALED}
        assert told.among(["of", "some", "thousand"]) == frozenset()
        assert told.among(["hundreds", "of", "millions"]) == {Sought.VAGUE, Sought.SCALED}


def test_a_phrase_without_letters_is_told_by_its_signs() -> None:
    told = Telltales({Sought.LEAST: ("≥", "no fewer")})
    assert told.among([]) == told.among(["5"]) == told.among(["some"]) == frozenset()
    assert told.among(["≥"]) == told.among(["(≥5"]) == told.among(["fewer"]) == {Sought.LEAST}


def test_without_phrases_nothing_is_told() -> None:
    assert Telltales({Sought.VAGUE: ()}).among(["some", "hundreds"]) == frozenset()


def test_a_test_of_its_own_looks_at_a_word_once_and_at_no_number() -> None:
    asked = []

    def holds(word: str) -> bool:
        asked.append(word)
        return word == "seven"

    told = Telltales({}, tests={Sought.SPELLED: holds})
    for _again in range(2):
        assert told.among(["seven,", "of", "1,200"]) == {Sought.SPELLED}
    assert sorted(asked) == ["of", "seven"]


def test_a_whole_word_is_told_beside_other_signs_and_not_inside_another() -> None:
    told = Telltales({}, {Sought.ONE: ("one",), Sought.SEVERAL: ("a few",)})
    assert told.among(["(one,", "many"]) == {Sought.ONE}
    assert told.among(["stone", "a"]) == frozenset()
    assert told.among(["few-and-one"]) == {Sought.ONE, Sought.SEVERAL}
