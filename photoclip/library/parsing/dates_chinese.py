"""Dates in Chinese, seen from a day: 去年夏天, 2019年6月, 三天前."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from photoclip.domain.asked import Dates
from photoclip.library.parsing import days

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_N = r"(?:[0-9]{1,4}|[一二三四五六七八九十两兩]{1,3})"
_LITTLE = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})"
_SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
_HOLIDAYS = {
    "国庆": "national day",
    "圣诞": "christmas",
    "元旦": "new year day",
    "五一": "labour day",
    "劳动节": "labour day",
    "春节": "spring festival",
    "过年": "spring festival",
    "万圣": "halloween",
    "情人节": "valentine day",
}
_OWN_HOLIDAYS = frozenset({"国庆", "元旦", "五一", "劳动节", "春节"})
"""Times of the year more than sights: without a year they are the latest ones."""

_YEARS_AGO = {"今年": 0, "去年": 1, "前年": 2, "大前年": 3}
_DAYS_AGO = {"今天": 0, "昨天": 1, "前天": 2, "大前天": 3}
_LATELY = {"上": 1, "这": 0, "這": 0, "本": 0}
_UNITS = {"天": "day", "日": "day", "周": "week", "週": "week", "星期": "week", "礼拜": "week", "月": "month",
          "年": "year", "周末": "weekend", "週末": "weekend"}  # fmt: skip
_MEASURE = r"(?:个|個)?(?P<unit>天|日|周|週|星期|礼拜|(?<=[个個])月|年)"

_WHEN = re.compile(
    rf"(?:(?P<year>{_YEAR})年|(?P<then>大前年|前年|去年|今年)的?)"
    rf"(?:(?P<month>{_LITTLE})月(?:份|(?P<day>{_LITTLE})[日号號])?|(?P<season>[春夏秋冬])(?:天|季)"
    rf"|(?P<holiday>国庆|圣诞|元旦|五一|劳动节|春节|过年|万圣|情人节)节?)?"
)
_RECENT = re.compile(
    rf"(?P<lately>上|这|這|本)(?:个|個)?(?P<period>周末|週末|周|週|星期|礼拜|月)(?!末)"
    rf"|(?P<today>大前天|前天|昨天|今天)"
    rf"|(?:最近|过去|近)(?P<past>{_N}){_MEASURE}"
)
_AGO = re.compile(rf"(?P<count>{_N}){_MEASURE}(?:以|之)?前")
_DECADE = re.compile(r"(?P<century>(?:20|二十)世纪|上世纪)?(?P<decade>[0-9]0|[一二三四五六七八九]十)年代")
_ALONE = re.compile(
    rf"(?<![0-9一二三四五六七八九十年])(?P<month>{_LITTLE})月份?(?![0-9一二三四五六七八九十亮饼球光])"
    r"|(?P<own>国庆|元旦|五一|劳动节|春节)节?(?!快乐)"
    r"|在?(?P<season>[春夏秋冬])(?:天|季)(?=里|拍|照)里?"
)
_SPAN = re.compile(rf"(?:从|自)?(?P<first>{_YEAR})年?(?:到|至|-|–|~)(?P<last>{_YEAR})年")
_BOUND = re.compile(r"(?P<before>(?:以|之)?前)|(?P<since>以来|之后|以后|后|起)")
_LEAD = re.compile(r"(?:拍摄于|拍于|摄于|在|于)$")
_TAIL = re.compile(r"(?:里|期间|的时候|时)?(?:拍摄|拍|照)?的?")

CJK = re.compile(r"[\u3400-\u9fff]")


def dates_in(text: str, today: date) -> Iterator[tuple[int, int, Dates]]:
    """Every date in a text, from which character to which, with what leads to it and what binds it (的)."""
    at = 0
    ahead = [found for pattern in _ORDER if (found := pattern.search(text))]
    while True:
        # Only what lies behind is searched for again, so that this stays linear.
        ahead = [m for old in ahead if (m := old if old.start() >= at else old.re.search(text, at))]
        nearest = min(ahead, key=lambda m: (m.start(), -m.end()), default=None)
        if nearest is None:
            return
        dates, end = _read(text, nearest, today)
        if dates is None:
            at = nearest.start() + 1
            continue
        lead = _LEAD.search(text, at, nearest.start())
        tail = _TAIL.match(text, end)
        start, at = lead.start() if lead else nearest.start(), tail.end() if tail else end
        yield start, at, dates


def whole(text: str, today: date) -> Dates | None:
    """The date that a text is, as a whole."""
    found = next(dates_in(text, today), None)
    if found and found[:2] == (0, len(text)):
        return found[2]
    season = next((name for sign, name in _SEASONS.items() if text in (sign + "天", sign + "季")), "")
    return Dates(months=days.SEASONS[season]) if season else None


def _read(text: str, found: re.Match[str], today: date) -> tuple[Dates | None, int]:
    reader = _ORDER[found.re]
    try:
        dates = reader({k: v for k, v in found.groupdict().items() if v}, today)
    except (ValueError, OverflowError, StopIteration):
        return None, found.end()
    bound = _BOUND.match(text, found.end())
    if not dates or dates.months or not bound or found.re is _AGO:
        return dates, found.end()
    try:
        if bound["before"]:
            return days.before(dates), bound.end()
        return Dates(since=dates.since) if bound[0] in ("以来", "起") else days.after(dates), bound.end()
    except OverflowError:
        return None, found.end()


def _when(said: dict[str, str], today: date) -> Dates | None:
    year = _year(said["year"], today) if "year" in said else today.year - _YEARS_AGO[said["then"]]
    if not year:
        return None
    if "day" in said:
        return days.day(year, _number(said["month"]), _number(said["day"]))
    if "month" in said:
        return days.month(year, _number(said["month"]))
    if "season" in said:
        return days.season(year, days.SEASONS[_SEASONS[said["season"]]])
    return days.holiday(_HOLIDAYS[said["holiday"]], year) if "holiday" in said else days.year(year)


def _recent(said: dict[str, str], today: date) -> Dates | None:
    if "today" in said:
        return days.ago(today, _DAYS_AGO[said["today"]], "day")
    if "past" in said:
        return days.past(today, _number(said["past"]), _UNITS[said["unit"]])
    return days.ago(today, _LATELY[said["lately"]], _UNITS[said["period"]])


def _ago(said: dict[str, str], today: date) -> Dates | None:
    unit = _UNITS[said["unit"]]
    if unit == "year" and len(said["count"]) == 4:  # 2015年前
        year = _year(said["count"], today)
        return days.before(days.year(year)) if year else None
    return days.ago(today, _number(said["count"]), unit)


def _decade(said: dict[str, str], today: date) -> Dates | None:
    tens = int(said["decade"]) if said["decade"].isdigit() else 10 * _DIGITS[said["decade"][0]]
    return days.decade(1900 + tens) if "century" in said else days.decade_of(tens, today)


def _alone(said: dict[str, str], today: date) -> Dates | None:
    if "season" in said:
        return Dates(months=days.SEASONS[_SEASONS[said["season"]]])
    if "own" in said:
        return days.latest_begun(lambda year: days.holiday(_HOLIDAYS[said["own"]], year), today)
    number = _number(said["month"])
    return Dates(months=(number,)) if 1 <= number <= 12 else None


def _span(said: dict[str, str], today: date) -> Dates | None:
    first, last = _year(said["first"], today), _year(said["last"], today)
    return days.between(days.year(first), days.year(last)) if first and last else None


_ORDER = {_SPAN: _span, _WHEN: _when, _RECENT: _recent, _AGO: _ago, _DECADE: _decade, _ALONE: _alone}


def _year(said: str, today: date) -> int:
    number = int(said) if said.isdigit() else int("".join(str(_DIGITS[c]) for c in said))
    return number if days.FIRST_YEAR <= number <= today.year else 0


def _number(said: str) -> int:
    """十二 is 12, 三十 is 30, 二十一 is 21. ValueError for what is no number."""
    if said.isascii():
        return int(said)
    tens, ten, ones = said.rpartition("十")
    if not ten:
        return int("".join(str(_DIGITS[c]) for c in said))
    return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones else 0)
