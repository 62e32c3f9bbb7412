"""A text layer in another script than ours is text all the same, and one whose letters come out wrong is none."""

from __future__ import annotations

import pytest

from underlag.extract.pdf_quality import is_rubbish
from underlag.schemas.page import Box, Word

_PLACE = Box(0, 0, 1, 1)


@pytest.mark.parametrize(
    ("text", "useless"),
    [
        ("报告期末 股东总数 79 053 及其 持股情况 单位 股东名称 性质 比例 数量 " * 5, False),
        ("Отчёт о деятельности общества за первый квартал года " * 5, False),
        ("Insatsen har pågått under hela året och nått sina mål " * 5, False),
        ("Xqrtv Bkld Trpw Mngf Sdfg Hjkl Zxcv Wrtp " * 5, True),
    ],
    ids=["Chinese", "Russian", "Swedish", "no language"],
)
def test_only_what_is_no_language_is_useless(text: str, useless: bool) -> None:
    assert is_rubbish([Word(part, _PLACE) for part in text.split()]) is useless
