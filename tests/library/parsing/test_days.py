"""Seasons, weeks and holidays, seen from different days of the year."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from library.parsing.notation import noted

from photoclip.library.parsing import parse
from photoclip.library.parsing.days import SPRING_FESTIVALS


@pytest.mark.parametrize(
    ("today", "text", "dates"),
    [
        (date(2026, 1, 10), "last summer", "2025-06-01..2025-08-31"),
        (date(2026, 8, 31), "last summer", "2025-06-01..2025-08-31"),
        (date(2026, 9, 1), "last summer", "2026-06-01..2026-08-31"),
        (date(2026, 1, 10), "this winter", "2025-12-01..2026-02-28"),
        (date(2026, 1, 10), "last winter", "2024-12-01..2025-02-28"),
        (date(2026, 1, 10), "this summer", "2025-06-01..2025-08-31"),
        (date(2026, 12, 25), "last Christmas", "2025-12-24..2025-12-26"),
        (date(2026, 12, 27), "last Christmas", "2026-12-24..2026-12-26"),
        (date(2026, 7, 12), "last weekend", "2026-07-04..2026-07-05"),
        (date(2026, 7, 13), "last weekend", "2026-07-11..2026-07-12"),
        (date(2026, 1, 1), "yesterday", "2025-12-31"),
        (date(2026, 1, 15), "last month", "2025-12-01..2025-12-31"),
        (date(2026, 3, 31), "the past month", "2026-02-01..2026-02-28"),
        (date(2026, 3, 31), "last two months", "2026-01-31..2026-03-31"),
        (date(2024, 2, 29), "past 1 years", "2023-02-28..2024-02-29"),
        (date(2026, 5, 1), "since May", "2026-05-01.."),
        (date(2026, 4, 30), "since May", "2025-05-01.."),
        (date(2026, 1, 5), "on 12 June", "2025-06-12"),
        (date(2026, 1, 5), "the 20s", "2020-01-01..2029-12-31"),
        (date(2019, 1, 5), "the 20s", "1920-01-01..1929-12-31"),
        (date(2024, 3, 1), "winter 2023", "2023-12-01..2024-02-29"),
        (date(2026, 1, 5), "春节", "2025-01-28..2025-02-04"),
        (date(2026, 1, 5), "上周末", "2026-01-03..2026-01-04"),
    ],
)
def test_dates_are_seen_from_today(today: date, text: str, dates: str) -> None:
    assert noted(parse(text, today)) == f"date? {dates}"


def test_chinese_years_are_twelve_or_thirteen_moons_long() -> None:
    starts = sorted(SPRING_FESTIVALS.values())
    lengths = {later - earlier for earlier, later in pairwise(starts)}
    assert lengths <= {timedelta(days=n) for n in (353, 354, 355, 383, 384, 385)}
    assert [day.year for day in starts] == list(range(1990, 2031))
