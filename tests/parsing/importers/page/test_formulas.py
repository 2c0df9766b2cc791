"""What stands raised, lowered or divided in a formula of a page never joins a number beside it."""

from __future__ import annotations

import pytest

from tests.parsing.importers.page.test_page import lines

TEX = '<annotation encoding="application/x-tex">10^{6}</annotation>'
SUM = "<munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"


@pytest.mark.parametrize(
    ("formula", "read"),
    [
        ("<msup><mn>10</mn><mn>6</mn></msup>", "10⁶"),
        ("<msup>\n <mn>10</mn>\n <mrow><mo>−</mo><mn>3</mn></mrow></msup>", "10⁻³"),
        ("<msup><mn>10</mn><mi>n</mi></msup>", "10^n"),
        ("<msup><mi>f</mi><mo>′</mo></msup>", "f′"),
        ("<msub><mi>C</mi><mn>14</mn></msub>", "C₁₄"),
        ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x₁²"),
        ("<mfrac><mn>1</mn><mn>3</mn></mfrac>", "1/3"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a + b)/2"),
        ('<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>', "n k"),
        ("<msqrt><mn>2</mn></msqrt>", "√2"),
        ("<msqrt><mi>a</mi><mo>-</mo><mi>b</mi></msqrt>", "√(a - b)"),
        (f"{SUM}<mi>a</mi>", "∑_(k = 1)^na"),
        ("<mtable><mtr><mtd>1</mtd><mtd>2</mtd></mtr><mtr><mtd>3</mtd></mtr></mtable>", "1 2; 3"),
        (
            "<semantics><msup><mn>10</mn><mn>6</mn></msup>" + TEX + "</semantics>",
            "10⁶",
        ),
    ],
)
def test_a_formula_is_one_line(formula: str, read: str) -> None:
    words = "They counted {} of them in the harbour and told nobody."
    assert lines(f"<p>{words.format(f'<math>{formula}</math>')}</p>") == [words.format(read)]


def test_a_formula_behind_its_picture_stands_in_its_sentence() -> None:
    shown = '<math alttext="10^{6}"><msup><mn>10</mn><mn>6</mn></msup></math>'
    hidden = f'<span class="a"><span style="display: none;">{shown}</span>'
    picture = '<img class="fallback-image" aria-hidden="true" src="x.svg" alt="10^{6}"></span>'
    said = f"<p>They saw <math><mn>7</mn></math> boats and {hidden}{picture} stars at night.</p>"
    assert lines(said) == ["They saw 7 boats and 10⁶ stars at night."]
