"""Raw HTML is read for its words; what was begun and never closed is words too."""

from __future__ import annotations

import pytest

from briefing.parsing._raw_html import words


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("<b>one</b><i>two</i>", "onetwo"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<p>  one\n   two </p>", "one two"),
        ("<pre>a\n  b\n\nc</pre>", "a\n  b\nc"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc"),
        ('<img src="x.png" alt="a barn"> there', "a barn there"),
        ("a &amp; b &#233;", "a & b é"),
        ("<!-- no --><style>p {}</style><script>x < 1</script>yes", "yes"),
        ("<?php echo 1 ?>yes<!DOCTYPE html>", "yes"),
        ("yes <!-- never closed", "yes\n<!-- never closed"),
        ("yes <script>never closed", "yes\n<script>never closed"),
        ("yes <a href='never closed", "yes\n<a href='never closed"),
        ("<style>never\n\nclosed", "<style>never\nclosed"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("10<sup>6</sup> m<sup>2</sup> 5<sup>th</sup>", "10⁶ m² 5th"),
        ("<pre>10<sup>6</sup>\nm</pre>", "10⁶\nm"),
        ("CO<sub>2</sub> x<sub>10</sub>", "CO₂ x₁₀"),
        ("<p>m<sup>2<p>14", "m²\n14"),
        ("was <del>12</del> <ins>14</ins>", "was 14"),
        ("<del>1</del><ins>2</ins>", "2"),
        ("12 <del>never closed", "12 never closed"),
        ("<q>so</q> it was", "“so” it was"),
        ("<div></div>", ""),
        ("", ""),
    ],
)
def test_a_page_is_read_for_its_words(page: str, text: str) -> None:
    assert words(page) == text
