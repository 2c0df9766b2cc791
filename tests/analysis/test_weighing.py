"""A change of a figure must never be told as one of words."""

from __future__ import annotations

import pytest

from briefing.analysis.weighing import weigh
from briefing.model.change import Weighs


def test_a_number_that_differs_weighs_as_a_figure() -> None:
    assert weigh("over 350 firms", "over 30 firms") is Weighs.FIGURE


def test_other_words_around_the_same_number_do_not() -> None:
    assert weigh("350 large firms", "350 big firms") is Weighs.WORDS


def test_what_qualifies_no_number_may_negate() -> None:
    assert weigh("nicht über", "über", "de", after="zu wenig") is Weighs.NEGATION
    assert weigh("no more than", "over", "en", after="40 men") is Weighs.QUALIFIER


@pytest.mark.parametrize(
    ("language", "negation", "after"),
    [
        ("en", "no", " more than 95 passengers"),
        ("de", "nicht", " mehr als 930 Millionen Euro"),
        ("it", "non", " meno di 8.500 euro"),
    ],
)
def test_a_negation_that_goes_before_a_qualifier_is_told_as_one(
    language: str, negation: str, after: str
) -> None:
    assert weigh(negation, "", language, before="told of ", after=after) is Weighs.NEGATION
    assert weigh("", negation, language, before="told of ", after=after) is Weighs.NEGATION


@pytest.mark.parametrize(
    ("language", "old", "after"),
    [("en", "c", ". 370 accounts"), ("es", "aprox", ". 80 casas"), ("it", "meno dell", "'80 %")],
)
def test_a_qualifier_weighs_without_the_sign_it_ends_in(
    language: str, old: str, after: str
) -> None:
    assert weigh(old, "", language, before="through some ", after=after) is Weighs.QUALIFIER


def test_the_letter_of_a_qualifier_that_stands_before_no_number_is_a_word() -> None:
    assert weigh("c'est", "voici", "fr", after=" le pont") is Weighs.WORDS


def test_a_qualifier_behind_a_dash_is_no_name() -> None:
    assert weigh("At least", "About", "en", before="(News) - ", after=" 61") is Weighs.QUALIFIER


def test_a_qualifier_of_which_a_part_changed_behind_a_hyphen_is_one() -> None:
    weighed = weigh("moins", "dessus de", "fr", before="Haïti – Au-", after=" 57 personnes")
    assert weighed is Weighs.QUALIFIER


def test_a_qualifier_that_begins_a_sentence_is_no_name() -> None:
    assert weigh("Près de", "Plus de", "fr", before="fin. ", after="45 t") is Weighs.QUALIFIER


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "aus Leipzig", "aus Dresden"),
        ("es", "de Ciencia", "de Salud"),
        ("fr", "le Quartier latin", "le Marais"),
        ("nl", "de Achterhoek", "de Betuwe"),
    ],
)
def test_a_name_that_begins_or_ends_like_a_number_is_no_figure(
    language: str, old: str, new: str
) -> None:
    assert weigh(old, new, language) is Weighs.NAME


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "fünfundzwanzig Boote", "fünfundsechzig Boote"),
        ("it", "diciassette medici", "diciannove medici"),
        ("it", "trecento case", "duecento case"),
        ("nl", "vijfendertig huizen", "vijfenveertig huizen"),
        ("es", "cien casas", "cuatrocientas casas"),
        ("en", "fifteen men", "fifty men"),
        ("fr", "un quart", "un tiers"),
    ],
)
def test_a_number_that_is_spelled_out_is_a_figure(language: str, old: str, new: str) -> None:
    assert weigh(old, new, language) is Weighs.FIGURE


def test_words_that_end_like_numbers_are_words() -> None:
    assert weigh("i medici", "i radici", "it") is Weighs.WORDS
    assert weigh("the canteen", "the kitchen", "en") is Weighs.WORDS


@pytest.mark.parametrize(
    ("old", "new", "before", "after", "told"),
    [
        ("没有", "", "专家", "发现证据", Weighs.NEGATION),
        ("无", "有", "他", "罪", Weighs.NEGATION),
        ("はない", "ある", "安全で", "と述べた", Weighs.NEGATION),
        ("なかっ", "", "認め", "た", Weighs.NEGATION),
        ("ไม่", "", "ผู้เชี่ยวชาญ", "พบหลักฐาน", Weighs.NEGATION),
        ("없다고", "있다고", "근거가 ", " 했다", Weighs.NEGATION),
        ("三百", "五百", "已有", "人死亡", Weighs.FIGURE),
        ("九", "八", "一月二十", "日", Weighs.FIGURE),
        ("三", "四", "第", "季度", Weighs.FIGURE),
        ("", "美", "350万", "元", Weighs.FIGURE),
        ("มกร", "มีน", "29 ", "าคม", Weighs.FIGURE),
        ("สาม", "ห้า", "ผู้ป่วย", "ราย", Weighs.FIGURE),
        ("月", "火", "会議は", "曜日に", Weighs.FIGURE),
        ("超过", "约", "有", "350家", Weighs.QUALIFIER),
        ("", "以上", "300人", "が参加", Weighs.QUALIFIER),
        ("กว่า", "ประมาณ", "เอกชน", " 350 แห่ง", Weighs.QUALIFIER),
    ],
)
def test_what_weighs_is_seen_where_no_space_parts_the_words(
    old: str, new: str, before: str, after: str, told: Weighs
) -> None:
    assert weigh(old, new, None, before=before, after=after) is told
    assert weigh(new, old, None, before=before, after=after) is told


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("非", "亚", "他去了", "洲"),
        ("非常", "很", "情况", "严重"),
        ("无人", "直升", "该国", "机"),
        ("不同", "各种", "这是", "的"),
        ("纽约", "北京", "他来自", "三月的大会"),
        ("统一", "联合", "要", "行动"),
        ("一", "这", "是", "个问题"),
        ("少な", "多", "患者は", "い"),
        ("必ず", "きっと", "知事は", "行く"),
        ("สามารถ", "อาจ", "เขา", "ทำได้"),
        ("สัมพันธ์", "เข้าใจ", "ความ", "ดี"),
    ],
)
def test_a_word_that_only_holds_the_sign_of_a_number_or_negation_is_a_word(
    old: str, new: str, before: str, after: str
) -> None:
    assert weigh(old, new, None, before=before, after=after) is Weighs.WORDS
