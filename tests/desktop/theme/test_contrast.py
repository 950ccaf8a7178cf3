import pytest

from desktop.theme.contrast import contrast, luminance


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)


def test_the_order_of_the_colours_does_not_matter() -> None:
    assert contrast("#767676", "#ffffff") == contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.005)


def test_equal_colours_have_none() -> None:
    assert contrast("#1d5a86", "#1d5a86") == 1.0


def test_green_is_the_brightest_of_the_three() -> None:
    assert luminance("#00ff00") > luminance("#ff0000") > luminance("#0000ff")
