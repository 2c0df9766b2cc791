"""What was left out is told where it was running text."""

from briefing.session.left_out import told

AXES = "TR. I TR. II TR. III TR. IV 2023 2024 0,6 0,4 0,2 0,0 -0,2 -0,4 -0,6 -0,8 " * 4
NOTICE = "Cookies are small files that a site keeps with you. We use 2 or 3 of them here. " * 4


def test_a_paragraph_is_told_and_the_axes_of_a_chart_are_not() -> None:
    assert told(["Share this", AXES]) == ()
    assert len(told([AXES, NOTICE])) == 1
    assert "Cookies" in told([AXES, NOTICE])[0]
