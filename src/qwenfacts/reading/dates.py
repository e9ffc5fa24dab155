"""Dates and periods as they are worded: from tokens to calendar days.

A part of a date (a day, month, quarter, year or fiscal label) is read where it stands; two parts
with a dash or ``to`` between them are a range and lend each other what only one of them writes; what
is still missing comes from the day of publication. Nothing here looks at a clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

import pendulum
from attrs import evolve, frozen

from ..tokens import Token, goes_on
from ..values import Period, Precision, Span, month_end
from .quantities import wording as number_wording
from .wording import table

__all__ = ["Calendar", "FoundDate", "applied", "find_dates"]

FiscalYearEnd = tuple[int, int]
DASHES: Final = frozenset("-–—−")
CLOSED_BEFORE_YEAR: Final = frozenset("over about around nearly almost some than least most".split())


@frozen
class Calendar:
    """What a text is read against: its day of publication, the days it covers, and fiscal years.

    ``fiscal_year_end`` answers, for the index of a token, the month and day on which the fiscal year of
    whoever is spoken of there ends, or None.
    """

    published: pendulum.Date | None = None
    period: Period | None = None
    day_first: bool = False
    fiscal_year_end: Callable[[int], FiscalYearEnd | None] = lambda _: None


class FoundDate(NamedTuple):
    """A date mention, and the indexes of its first and after-last token."""

    span: Span
    value: Period
    first: int
    end: int


@frozen
class Part:
    """What is written of a date, tokens ``first`` to before ``end``."""

    first: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    fiscal: bool = False
    weekday: int | None = None


@cache
def _calendar_words() -> dict[str, dict[str, int]]:
    data = table("calendar")
    return {name: data[name] for name in ("months", "weekdays", "weekdays_short")}


@cache
def _words(group: str, name: str) -> frozenset[str]:
    return frozenset(table("calendar")[group][name])


# -- parts of a date ---------------------------------------------------------------------------


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if 0 <= at < len(tokens) else ""


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _plain_number(tokens: Sequence[Token], at: int, least: int, most: int) -> int | None:
    if not 0 <= at < len(tokens) or tokens[at].kind != "number":
        return None
    text = tokens[at].text
    if len(text) > 4 or not text.isdigit():
        return None
    return int(text) if least <= int(text) <= most else None


def _year(tokens: Sequence[Token], at: int) -> int | None:
    year = _plain_number(tokens, at, 1900, 2100)
    return None if year is None or goes_on(tokens, at) or goes_on(tokens, at + 1) else year


def _day(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A day of the month at a token, and the token after it and its suffix."""
    day = _plain_number(tokens, at, 1, 31)
    if day is None:
        return None
    if _key(tokens, at + 1) in ("st", "nd", "rd", "th") and tokens[at + 1].glued:
        return day, at + 2
    return None if goes_on(tokens, at + 1) else (day, at + 1)


def _month(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    word = _text(tokens, at)
    number = _calendar_words()["months"].get(word.title() if word.isupper() and len(word) > 2 else word)
    if number is None or goes_on(tokens, at + 1):
        return None
    dot = len(word) < 5 and _text(tokens, at + 1) == "." and tokens[at + 1].glued
    more = dot and at + 2 < len(tokens) and (tokens[at + 2].kind == "number" or tokens[at + 2].text.islower())
    return number, at + 2 if more else at + 1


def _year_after(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A year after a day or month: ``, 2027``, ``of 2027``, ``2027``."""
    skip = 1 if _text(tokens, at) == "," or _key(tokens, at) == "of" else 0
    year = _year(tokens, at + skip)
    return None if year is None else (year, at + skip + 1)


def _part(tokens: Sequence[Token], at: int, calendar: Calendar) -> Part | None:
    """The part of a date that starts at a token."""
    token = tokens[at]
    if token.kind == "number":
        return (
            _iso(tokens, at)
            or _numeric(tokens, at, calendar)
            or _day_month(tokens, at, at)
            or _numbered(tokens, at)
        )
    if token.kind != "word" or goes_on(tokens, at):
        return None
    return (
        _on_weekday(tokens, at, calendar)
        or _month_day(tokens, at)
        or _fiscal_or_quarter(tokens, at)
        or _ordinal_day(tokens, at)
    )


def _ordinal_day(tokens: Sequence[Token], at: int) -> Part | None:
    """The 3rd of March."""
    if _key(tokens, at) != "the" or _key(tokens, at + 2) not in ("st", "nd", "rd", "th"):
        return None
    part = _day_month(tokens, at + 1, at)
    return part and evolve(part, first=at + 1)


def _month_day(tokens: Sequence[Token], at: int) -> Part | None:
    month = _month(tokens, at)
    if month is None:
        return None
    number, end = month
    day = _day(tokens, end)
    if day and not (_text(tokens, day[1]) == "%" or _unit_follows(tokens, day[1])):
        year = _year_after(tokens, day[1])
        return Part(at, year[1] if year else day[1], year and year[0], number, day[0])
    year = _year_after(tokens, end)
    if year:
        return Part(at, year[1], year[0], number)
    fiscal = _fiscal_year(tokens, end)
    if fiscal:
        return Part(at, fiscal[1], fiscal[0], number, fiscal=True)
    if tokens[at].key in _words("ambiguous", "months") and not _reads_as_month(tokens, at):
        return None
    return Part(at, end, None, number)


def _unit_follows(tokens: Sequence[Token], at: int) -> bool:
    return _key(tokens, at) in ("million", "billion", "trillion", "percent", "bn", "mn")


def _reads_as_month(tokens: Sequence[Token], at: int) -> bool:
    before = _key(tokens, at - 1)
    return before in _words("ambiguous", "before") or (before in DASHES and tokens[at].glued)


def _day_month(tokens: Sequence[Token], at: int, first: int) -> Part | None:
    day = _day(tokens, at)
    if day is None:
        return None
    end = day[1] + 1 if _key(tokens, day[1]) == "of" else day[1]
    month = _month(tokens, end)
    if month is None or (at and tokens[at].glued and tokens[at - 1].text in ".,$€£"):
        return None
    year = _year_after(tokens, month[1])
    return Part(first, year[1] if year else month[1], year and year[0], month[0], day[0])


def _iso(tokens: Sequence[Token], at: int) -> Part | None:
    """2027-03-16, and 2027-W11 by its Monday."""
    year = _plain_number(tokens, at, 1900, 2100)
    if year is None or not (_text(tokens, at + 1) == "-" and tokens[at + 1].glued):
        return None
    if _text(tokens, at + 2) == "W" and tokens[at + 2].glued and goes_on(tokens, at + 3):
        week = _plain_number(tokens, at + 3, 1, 53)
        return None if week is None else Part(at, at + 4, year, quarter=-week)
    month = _plain_number(tokens, at + 2, 1, 12)
    if month is None or not tokens[at + 2].glued or len(tokens[at + 2].text) != 2:
        return None
    if not (
        _text(tokens, at + 3) == "-"
        and tokens[at + 3].glued
        and at + 4 < len(tokens)
        and tokens[at + 4].glued
    ):
        return None
    day = _plain_number(tokens, at + 4, 1, 31)
    return None if day is None or not _exists(year, month, day) else Part(at, at + 5, year, month, day)


def _numeric(tokens: Sequence[Token], at: int, calendar: Calendar) -> Part | None:
    """03/16/2027, 16/03/2027, 16.03.2027."""
    text = _text(tokens, at)
    if text.count(".") == 2:
        day, month, year = (int(part) if part.isdigit() and len(part) < 5 else 0 for part in text.split("."))
        dotted = 1900 <= year <= 2100 and _exists(year, month, day)
        return Part(at, at + 1, year, month, day) if dotted else None
    marks = [_text(tokens, at + step) for step in (1, 3)]
    if marks != ["/", "/"] or at + 4 >= len(tokens) or not all(tokens[at + i].glued for i in range(1, 5)):
        return None
    first, second = (_plain_number(tokens, at + step, 1, 31) for step in (0, 2))
    written = _plain_number(tokens, at + 4, 1900, 2100)
    if first is None or second is None or written is None:
        return None
    day, month = (first, second) if first > 12 or (calendar.day_first and second <= 12) else (second, first)
    return Part(at, at + 5, written, month, day) if _exists(written, month, day) else None


def _numbered(tokens: Sequence[Token], at: int) -> Part | None:
    """1H27, 2Q27, 2027 Q3, 2027 alone."""
    number = _plain_number(tokens, at, 1, 4)
    if number and _text(tokens, at + 1) in ("Q", "H") and goes_on(tokens, at + 1) and goes_on(tokens, at + 2):
        year = _short_year(tokens, at + 2)
        if year:
            return _of_kind(_text(tokens, at + 1), number, at, at + 3, year)
    year = _year(tokens, at)
    if year is None:
        return None
    label = _label(tokens, at + 1)
    if label and tokens[at + 1].text in ("Q", "H"):
        return _of_kind(label[0], label[1], at, label[2], year)
    return Part(at, at + 1, year) if _reads_as_year(tokens, at) else None


def _of_kind(
    kind: str, number: int, first: int, end: int, year: int | None, fiscal: bool = False
) -> Part | None:
    if kind == "H":
        return Part(first, end, year, half=number, fiscal=fiscal) if number <= 2 else None
    return Part(first, end, year, quarter=number, fiscal=fiscal)


def _label(tokens: Sequence[Token], at: int) -> tuple[str, int, int] | None:
    """Q3, H1, third quarter, second half: kind, number, and the token after it."""
    if _text(tokens, at) in ("Q", "H") and goes_on(tokens, at + 1):
        number = _plain_number(tokens, at + 1, 1, 4)
        return None if number is None or goes_on(tokens, at + 2) else (tokens[at].text, number, at + 2)
    ordinal = number_wording().ordinals.get(_key(tokens, at))
    end = at + 1
    if _key(tokens, at) in ("last", "final") and _key(tokens, end) == "quarter":
        ordinal = 4
    if ordinal is None and _key(tokens, at + 1) in ("st", "nd", "rd", "th") and tokens[at + 1].glued:
        ordinal, end = _plain_number(tokens, at, 1, 4), at + 2
    if ordinal is None or ordinal > 4:
        return None
    end += (_text(tokens, end) == "-") + 0
    fiscal = _key(tokens, end) == "fiscal"
    kind = {"quarter": "Q", "half": "H"}.get(_key(tokens, end + fiscal))
    return None if kind is None or (kind == "H" and ordinal > 2) else (kind, ordinal, end + fiscal + 1)


def _short_year(tokens: Sequence[Token], at: int) -> int | None:
    short = _plain_number(tokens, at, 0, 99)
    if short is not None and len(tokens[at].text) == 2:
        return 2000 + short
    return _plain_number(tokens, at, 1900, 2100)


def _fiscal_year(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """FY2027, FY27, fiscal 2027, fiscal year 2027, FY 2026/27: the year it ends in."""
    key = _key(tokens, at)
    if key == "fy":
        year, end = _short_year(tokens, at + 1), at + 2
    elif key in ("fiscal", "financial"):
        skip = 2 if _key(tokens, at + 1) == "year" else 1
        year, end = _year(tokens, at + skip), at + skip + 1
    else:
        return None
    if year is None:
        return None
    if _text(tokens, end) in ("/", "-", "–") and tokens[end].glued:
        later = _short_year(tokens, end + 1)
        if later == year + 1:
            return later, end + 2
    return year, end


def _fiscal_or_quarter(tokens: Sequence[Token], at: int) -> Part | None:
    """FY2027; Q3, Q3 2027, Q3 FY27, fiscal Q3; (the) third quarter of (fiscal) 2027, second half."""
    first, fiscal = at, _key(tokens, at) in ("fiscal", "fy")
    year = _fiscal_year(tokens, at)
    if year:
        label = _label(tokens, year[1])
        if label and tokens[year[1]].text in ("Q", "H"):
            return _of_kind(label[0], label[1], at, label[2], year[0], fiscal=True)
        return Part(at, year[1], year[0], fiscal=True)
    if fiscal:
        at += 1
    elif _key(tokens, at) == "the":
        at += 1
        if _key(tokens, at) == "fiscal":
            at, fiscal = at + 1, True
    label = _label(tokens, at)
    if label is None:
        return None
    kind, number, end = label
    written = tokens[at].text in ("Q", "H")
    fiscal = fiscal or any(_key(tokens, i) == "fiscal" for i in range(at, end))
    if end + 1 < len(tokens):
        skip = (
            1
            if _key(tokens, end) in ("of", "in") or (_text(tokens, end) in "/-'" and tokens[end].glued)
            else 0
        )
        year = _fiscal_year(tokens, end + skip)
        if year:
            return _of_kind(kind, number, first, year[1], year[0], fiscal=True)
        if _key(tokens, end + skip) == "the":
            skip += 1
            year = _fiscal_year(tokens, end + skip)
            if year:
                return _of_kind(kind, number, first, year[1], year[0], fiscal=True)
        plain = _year(tokens, end + skip) or (
            _short_year(tokens, end + 1) if _text(tokens, end) == "'" else None
        )
        if plain:
            return _of_kind(kind, number, first, end + skip + 1, plain, fiscal)
        if _key(tokens, end + skip) in ("this", "last", "next") and _key(tokens, end + skip + 1) == "year":
            shift = {"this": 0, "last": -1, "next": 1}[_key(tokens, end + skip)]
            return _of_kind(kind, number, first, end + skip + 2, shift, fiscal)
    if not written and first == at:
        return None  # "third quarter" without "the", year or "fiscal" counts something
    if _key(tokens, end) in ("of", "s") and not written:
        return None  # "the first half of the game"
    if not written and kind == "H" and not fiscal:
        return None
    return _of_kind(kind, number, first, end, None, fiscal)


def _on_weekday(tokens: Sequence[Token], at: int, calendar: Calendar) -> Part | None:
    words = _calendar_words()
    weekday = words["weekdays"].get(_text(tokens, at))
    short = None if weekday else words["weekdays_short"].get(_text(tokens, at))
    if weekday is None and short is None:
        return None
    end = at + 1 + (short is not None and _text(tokens, at + 1) == ".")
    end += _text(tokens, end) == ","
    end += _key(tokens, end) == "the"
    date = end < len(tokens) and (
        _month_day(tokens, end)
        or _day_month(tokens, end, end)
        or _iso(tokens, end)
        or _numeric(tokens, end, calendar)
    )
    if date and date.day is not None:
        return evolve(date, first=at, weekday=weekday or short)
    generic = _key(tokens, at - 1) in ("a", "every", "each", "any")
    return None if weekday is None or generic else Part(at, at + 1, weekday=weekday)


def _reads_as_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bare four-digit number names a year rather than counts something."""
    before, after = _key(tokens, at - 1), tokens[at + 1] if at + 1 < len(tokens) else None
    if at and tokens[at].glued and tokens[at - 1].text not in "(“\"'/-–—[":
        return False
    if number_wording().signs.ending(tokens, at - 1) or number_wording().codes.ending(tokens, at - 1):
        return False
    if after is None or after.kind in ("mark", "newline"):
        return after is None or not (after.glued and after.text in "%+°$€£¥₹₩")
    if before in CLOSED_BEFORE_YEAR or after.kind == "number":
        return False
    if before in YEAR_PREPOSITIONS or after.text[0].isupper():
        return True
    return not _counted(after.key)


YEAR_PREPOSITIONS: Final = frozenset(
    "in of since by until till from to through during before after for and late early mid year the"
    " its between end start around circa".split()
)


def _counted(noun: str) -> bool:
    """Whether a word looks like a counted noun or unit."""
    return (noun.endswith("s") and noun not in ("was", "is", "has", "as", "this", "its", "s", "us")) or noun in (
        "people", "million", "billion", "trillion", "percent", "per", "dollars", "km", "kg", "mm", "m", "miles", "men",
        "women", "children", "feet", "hectares", "mw", "rpm", "sq", "more", "other",
    )  # fmt: skip


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= month_end(year, month).day


# -- from parts to days ------------------------------------------------------------------------


def _fiscal_start(end: FiscalYearEnd, year: int) -> pendulum.Date:
    month, day = end
    return pendulum.Date(year - 1, month, min(day, month_end(year - 1, month).day)).add(days=1)


def _period(part: Part, text: str, calendar: Calendar, tense: str = "") -> Period | None:
    """The days of one part, with what is not written filled in from the day of publication."""
    if part.fiscal:
        return _fiscal_period(part, text, calendar)
    if part.quarter is not None and part.quarter < 0:
        return _iso_week(part.year or 0, -part.quarter, text)
    if part.year is None or part.year < 1900:
        return _nearest(part, text, calendar, tense)
    return _calendar_period(part, text, part.year)


def _calendar_period(part: Part, text: str, year: int) -> Period | None:
    if part.month is not None and part.day is not None:
        if not _exists(year, part.month, part.day):
            return None
        day = pendulum.Date(year, part.month, part.day)
        return Period(day, day, "day", text)
    first, months, precision = 1, 12, "year"
    if part.month is not None:
        first, months, precision = part.month, 1, "month"
    elif part.quarter is not None:
        first, months, precision = 3 * part.quarter - 2, 3, "quarter"
    elif part.half is not None:
        first, months, precision = 6 * part.half - 5, 6, "half"
    kind: Precision = precision  # type: ignore[assignment]
    return Period(pendulum.Date(year, first, 1), month_end(year, first + months - 1), kind, text)


def _iso_week(year: int, week: int, text: str) -> Period | None:
    fourth = pendulum.Date(year, 1, 4)
    monday = fourth.subtract(days=fourth.isoweekday() - 1).add(weeks=week - 1)
    return Period(monday, monday.add(days=6), "week", text)


def _fiscal_period(part: Part, text: str, calendar: Calendar) -> Period | None:
    ends = calendar.fiscal_year_end(part.first)
    if part.month is not None:
        if part.year is None:
            return None
        year = part.year if ends is None or part.month <= ends[0] else part.year - 1
        return _calendar_period(evolve(part, fiscal=False), text, year)
    precision: Precision = "fiscal_year" if part.quarter is None and part.half is None else "fiscal_quarter"
    if ends is None or part.year is None or part.year < 1900:
        return Period(None, None, precision, text)
    start, months = _fiscal_start(ends, part.year), 12
    if part.quarter is not None:
        start, months = start.add(months=3 * part.quarter - 3), 3
    elif part.half is not None:
        start, months = start.add(months=6 * part.half - 6), 6
    return Period(start, start.add(months=months).subtract(days=1), precision, text)


def _nearest(part: Part, text: str, calendar: Calendar, tense: str) -> Period | None:
    """The reading of a date without a year that lies nearest to publication; in the past if it must."""
    published = calendar.published
    if published is None:
        return None
    past, future = tense in ("past", "since"), tense == "future"
    if part.weekday is not None and part.month is None:
        back = (published.isoweekday() - part.weekday) % 7
        day = published.add(days=7 - back) if future and back else published.subtract(days=back)
        return Period(day, day, "day", text)
    shift = part.year
    if shift is not None:  # "the third quarter of this year"
        return _calendar_period(part, text, published.year + shift)
    options = [
        _calendar_period(part, text, published.year + step) for step in (0, -1, 1, -2, 2, -3, 3, 4, -4)
    ]
    best: tuple[int, Period] | None = None
    for option in options:
        if option is None or option.start is None or option.end is None:
            continue
        if (past and option.start > published) or (future and option.end < published):
            continue
        inside = option.start <= published <= option.end
        away = min(abs((option.start - published).days), abs((option.end - published).days))
        distance = 0 if inside else away
        if best is None or distance < best[0]:
            best = distance, option
    return best and best[1]


# -- relative ----------------------------------------------------------------------------------

LAST: Final = frozenset(("last", "past", "previous", "prior", "preceding", "trailing", "latest"))
NEXT: Final = frozenset(("next", "coming", "following", "upcoming"))


def _shift(day: pendulum.Date, unit: str, count: int) -> pendulum.Date:
    if unit == "day":
        return day.add(days=count)
    if unit == "week":
        return day.add(weeks=count)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit] * count
    return day.add(months=months)


def _whole(day: pendulum.Date, unit: str, text: str) -> Period:
    """The calendar unit that a day lies in."""
    if unit == "day":
        return Period(day, day, "relative", text)
    if unit == "week":
        monday = day.subtract(days=day.isoweekday() - 1)
        return Period(monday, monday.add(days=6), "relative", text)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 12}[unit]
    first = (day.month - 1) // months * months + 1
    return Period(
        pendulum.Date(day.year, first, 1), month_end(day.year, first + months - 1), "relative", text
    )


class _Relative(NamedTuple):
    """A relative expression: its tokens, and its days for a text."""

    first: int
    end: int
    days: Callable[[str], Period | None]


def _relative(
    tokens: Sequence[Token], at: int, calendar: Calendar, anchor: pendulum.Date | None
) -> _Relative | None:
    token = tokens[at]
    published = calendar.published
    if token.kind == "number" or token.key in number_wording().numbers or token.key in ("a", "an", "one"):
        return _ago(tokens, at, published, anchor)
    if published is None or token.kind != "word":
        return None
    if token.key in ("yesterday", "tomorrow"):
        day = published.add(days=1 if token.key == "tomorrow" else -1)
        return _Relative(at, at + 1, lambda text: Period(day, day, "relative", text))
    first = at
    the = token.key in ("the", "these", "those")
    if the:
        at += 1
    key = _key(tokens, at)
    units = table("calendar")["units"]
    if the and key == "week" and _text(tokens, at + 1) != "-" and _key(tokens, at + 1) != "of":
        return _Relative(first, at + 1, lambda text: _this_week(calendar, published, text))
    if key == "this" and not the:
        unit = units.get(_key(tokens, at + 1))
        if unit == "week":
            return _Relative(first, at + 2, lambda text: _this_week(calendar, published, text))
        if unit in ("month", "quarter", "year") and not _key(tokens, at + 1).endswith("s"):
            return _Relative(first, at + 2, lambda text: _whole(published, unit, text))
        return _weekday_relative(tokens, at, published)
    if key not in LAST and key not in NEXT:
        return None
    sign = -1 if key in LAST else 1
    count, ahead = _count(tokens, at + 1)
    unit = units.get(_key(tokens, ahead))
    if unit == "quarter" and key == "last" and _key(tokens, ahead + 1) == "of" and _year(tokens, ahead + 2):
        return None  # "the last quarter of 2027": its fourth
    if unit is None:
        return None if the or count else _weekday_relative(tokens, at, published)
    plural = _key(tokens, ahead).endswith("s")
    if plural and not count:
        return None
    if not count and unit == "day":
        return None
    if not count and (not the or key in ("previous", "following")) and unit != "decade":
        if the and key == "following":
            return None
        whole = _shift(published, unit, sign)
        return _Relative(first, ahead + 1, lambda text: _whole(whole, unit, text))
    number = count or 1
    if number > 400:
        return None
    if sign < 0:
        start, end = _shift(published, unit, -number).add(days=1), published
    else:
        start, end = published, _shift(published, unit, number).subtract(days=1)
    return _Relative(first, ahead + 1, lambda text: Period(start, end, "relative", text))


def _count(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    number = _plain_number(tokens, at, 1, 9999)
    if number is None:
        number = number_wording().numbers.get(_key(tokens, at), 0)
        if _key(tokens, at) == "one":
            number = 1
        if number in (20, 30, 40, 50) and _text(tokens, at + 1) == "-":
            return number + number_wording().numbers.get(_key(tokens, at + 2), 0), at + 3
    return (number, at + 1) if number else (0, at)


def _weekday_relative(tokens: Sequence[Token], at: int, published: pendulum.Date) -> _Relative | None:
    """Last Friday, next Monday, this Thursday."""
    weekday = _calendar_words()["weekdays"].get(_text(tokens, at + 1))
    key = tokens[at].key
    if weekday is None:
        month = _calendar_words()["months"].get(_text(tokens, at + 1))
        if (
            month is None
            or key not in ("last", "next", "this")
            or _day(tokens, at + 2)
            or _year(tokens, at + 2)
        ):
            return None
        year = (
            published.year
            + {"last": -(month >= published.month), "this": 0, "next": month <= published.month}[key]
        )
        return _Relative(
            at,
            at + 2,
            lambda text: Period(pendulum.Date(year, month, 1), month_end(year, month), "relative", text),
        )
    if key in LAST:
        day = published.subtract(days=(published.isoweekday() - weekday - 1) % 7 + 1)
    elif key == "this":
        day = published.add(days=weekday - published.isoweekday())
    else:
        day = published.add(days=(weekday - published.isoweekday() - 1) % 7 + 1)
    return _Relative(at, at + 2, lambda text: Period(day, day, "relative", text))


def _ago(
    tokens: Sequence[Token], at: int, published: pendulum.Date | None, anchor: pendulum.Date | None
) -> _Relative | None:
    """Three weeks ago; one day later, from the last day that was named."""
    count, ahead = _count(tokens, at)
    if tokens[at].key in ("a", "an"):
        count, ahead = 1, at + 1
    unit = table("calendar")["units"].get(_key(tokens, ahead))
    if not count or unit is None or count > 400:
        return None
    word = _key(tokens, ahead + 1)
    if word == "ago" and published is not None:
        then = _shift(published, unit, -count)
        return _Relative(at, ahead + 2, lambda text: _whole(then, unit, text))
    if word in ("later", "earlier") and unit in ("day", "week") and anchor is not None:
        then = _shift(anchor, unit, count if word == "later" else -count)
        return _Relative(at, ahead + 2, lambda text: Period(then, then, "relative", text))
    return None


def _this_week(calendar: Calendar, published: pendulum.Date, text: str) -> Period:
    period = calendar.period
    if period is not None:
        return Period(period.start, period.end, "relative", text)
    return _whole(published, "week", text)


# -- the whole ---------------------------------------------------------------------------------


def find_dates(
    text: str, tokens: Sequence[Token], taken: Sequence[bool], calendar: Calendar
) -> Iterator[FoundDate]:
    """Every date and period of the text, in order, outside the tokens that are taken already.

    >>> from qwenfacts.tokens import tokenize
    >>> text = "Due 3 May; the fair ran from 28 April to 2 May 2027."
    >>> calendar = Calendar(published=pendulum.Date(2027, 4, 30))
    >>> tokens = tokenize(text)
    >>> [str(found.value) for found in find_dates(text, tokens, [False] * len(tokens), calendar)]
    ['2027-05-03', '2027-04-28/2027-05-02']
    """
    starters = _starters()
    at, anchor = 0, None
    fiscal_years: dict[tuple[int | None, int | None], int] = {}
    for index, token in enumerate(tokens):
        if token.key in ("q", "h") and not taken[index]:
            part = _fiscal_or_quarter(tokens, index)
            if part and part.fiscal and part.year:
                fiscal_years.setdefault((part.quarter, part.half), part.year)
    while at < len(tokens):
        token = tokens[at]
        if taken[at] or (token.kind != "number" and token.key not in starters):
            at += 1
            continue
        found = _date_at(text, tokens, at, calendar, anchor, fiscal_years)
        if found is None or any(taken[found.first : found.end]):
            at += 1
            continue
        yield found
        if found.value.precision in ("day", "relative") and found.value.start == found.value.end:
            anchor = found.value.start
        at = found.end


@cache
def _starters() -> frozenset[str]:
    words = _calendar_words()
    names = (name.lower() for group in words.values() for name in group)
    return frozenset(
        (
            *names,
            *number_wording().numbers,
            *number_wording().ordinals,
            *LAST,
            *NEXT,
            "final",
            "q",
            "h",
            "fy",
            "fiscal",
            "financial",
            "the",
            "this",
            "these",
            "those",
            "a",
            "an",
            "one",
            "yesterday",
            "tomorrow",
            "week",
        )
    )


def _date_at(
    text: str,
    tokens: Sequence[Token],
    at: int,
    calendar: Calendar,
    anchor: pendulum.Date | None,
    fiscal_years: dict[tuple[int | None, int | None], int],
) -> FoundDate | None:
    def found(first: int, end: int, value: Callable[[str], Period | None]) -> FoundDate | None:
        span = Span(tokens[first].start, tokens[end - 1].end)
        period = value(text[span.slice])
        return None if period is None else FoundDate(span, period, first, end)

    if tokens[at].key == "week" and _key(tokens, at + 1) == "of" and at + 2 < len(tokens):
        part = _part(tokens, at + 2, calendar)
        if part and part.day and not _range(tokens, part, calendar):
            return found(at, part.end, lambda words: _week_of(part, words, calendar))
        return None
    if tokens[at].kind == "number" and _text(tokens, at + 1) == "s" and goes_on(tokens, at + 1):
        decade = _plain_number(tokens, at, 1900, 2090)
        if decade is not None and decade % 10 == 0:
            return found(at, at + 2, lambda words: Period(
                pendulum.Date(decade, 1, 1), pendulum.Date(decade + 9, 12, 31), "range", words))  # fmt: skip
    relative = _relative(tokens, at, calendar, anchor)
    if relative:
        return found(relative.first, relative.end, relative.days)
    ranged = _bare_range(tokens, at, calendar)
    part = None if ranged else _part(tokens, at, calendar)
    if part is not None:
        ranged = _range(tokens, part, calendar)
    if ranged:
        low, high = ranged
        return found(low.first, high.end, lambda words: _between(low, high, words, calendar))
    if part is None:
        return None
    key = (part.quarter, part.half)
    if part.year is None and key in fiscal_years and not part.month:
        part = evolve(part, year=fiscal_years[key], fiscal=True)
    tense = _tense(tokens, part)
    return found(part.first, part.end, lambda words: _period(part, words, calendar, tense))


def _week_of(part: Part, text: str, calendar: Calendar) -> Period | None:
    day = _period(part, text, calendar)
    if day is None or day.start is None:
        return None
    monday = day.start.subtract(days=day.start.isoweekday() - 1)
    return Period(monday, monday.add(days=6), "week", text)


def _tense(tokens: Sequence[Token], part: Part) -> str:
    """``since`` if that stands before a date, else the tense of the nearest verb before it in its clause."""
    if _key(tokens, part.first - 1) == "since":
        return "since"
    for token in reversed(tokens[max(0, part.first - 12) : part.first]):
        if token.text in ".;:" or token.kind == "newline":
            break
        if token.key in _words("tense", "future"):
            return "future"
        if token.key in _words("tense", "past") or (token.key.endswith("ed") and len(token.key) > 4):
            return "past"
    return ""


def _bare_range(tokens: Sequence[Token], at: int, calendar: Calendar) -> tuple[Part, Part] | None:
    """15–21 March 2027: the first day has neither month nor year."""
    day = _day(tokens, at)
    if day is None or (at and tokens[at].glued and tokens[at - 1].text not in '(“"'):
        return None
    start = _after_dash(tokens, day[1])
    if start is None or start >= len(tokens):
        return None
    part = _part(tokens, start, calendar)
    if (
        part is None
        or part.day is None
        or part.month is None
        or tokens[start].kind != "number"
        or part.day <= day[0]
    ):
        return None
    if part.end - start > 5 or _text(tokens, start + 1) in "/-":
        return None
    return Part(at, day[1], part.year, part.month, day[0]), part


def _after_dash(tokens: Sequence[Token], at: int) -> int | None:
    """The token after a dash or a word that joins the ends of a range."""
    token = tokens[at] if at < len(tokens) else None
    if token is None:
        return None
    if token.text in DASHES:
        ahead = at + 1 < len(tokens) and tokens[at + 1].glued
        return at + 1 if token.glued == ahead and (token.text in "-–" or ahead) else None
    if token.key in ("to", "through", "until"):
        return at + 1
    return None


def _range(tokens: Sequence[Token], low: Part, calendar: Calendar) -> tuple[Part, Part] | None:
    """The other end of a range that starts with a part: March 15–21, 2027; May to July; 2027–2030."""
    start = _after_dash(tokens, low.end)
    if start is None and _key(tokens, low.end) == "and" and _key(tokens, low.first - 1) == "between":
        start = low.end + 1
    if start is None or start >= len(tokens):
        return None
    joined = tokens[start - 1]
    high = _part(tokens, start, calendar)
    if low.day is not None and (high is None or high.day is None):
        day = _day(tokens, start)
        if day is None or low.month is None or (high is not None and high.month is not None):
            return None
        if joined.text not in DASHES and joined.key not in ("to", "through", "and", "until"):
            return None
        year = _year_after(tokens, day[1])
        high = Part(start, year[1] if year else day[1], year and year[0], low.month, day[0])
    elif high is None and low.year is not None and joined.text in DASHES and joined.glued:
        short = _plain_number(tokens, start, 0, 99)
        if short is None or len(tokens[start].text) != 2 or low.month or low.fiscal or low.quarter:
            return None
        high = Part(start, start + 1, low.year // 100 * 100 + short)
    if high is None or _shape(low) != _shape(high) or low.fiscal != high.fiscal:
        return None
    if (
        joined.key == "to"
        and _key(tokens, low.first - 1) == "from"
        and number_wording().changes & {token.key for token in tokens[max(0, low.first - 6) : low.first]}
    ):
        return None  # "moved from March to May": two dates
    return low, high


def _shape(part: Part) -> tuple[bool, bool, bool, bool]:
    return part.month is not None, part.day is not None, part.quarter is not None, part.half is not None


def _between(low: Part, high: Part, text: str, calendar: Calendar) -> Period | None:
    if high.year is None and low.year is not None:
        high = evolve(high, year=low.year)
    last = _period(high, text, calendar)
    if last is None or last.end is None:
        return None
    if low.year is None:
        year = high.year if high.year is not None else last.end.year
        turn = (low.month or low.quarter or 0) > (high.month or high.quarter or 99)
        low = evolve(low, year=year - 1 if turn else year)
    first = _period(low, text, calendar)
    if first is None or first.start is None or first.start > last.end:
        return None
    return Period(first.start, last.end, "range", text)


# -- with its preposition ----------------------------------------------------------------------


def applied(words_before: str, period: Period) -> Period:
    """The period of a fact: a date with the preposition before it.

    >>> june = Period(pendulum.Date(2027, 6, 1), pendulum.Date(2027, 6, 30), "month", "June 2027")
    >>> print(applied("by the end of", june), applied("after", june), applied("in", june))
    ../2027-06-30 2027-07-01/.. 2027-06-01/2027-06-30
    """
    words = words_before.lower().split()
    start, end = period.start, period.end
    while words and words[-1] in ("the", "end", "of", "early", "late", "mid", "start", "around"):
        words.pop()
    word = words[-1] if words else ""
    text = period.text
    if start is None or end is None:
        return period
    if word in ("by", "until", "till", "through"):
        return Period(None, end, "open", text)
    if word == "before":
        return Period(None, start.subtract(days=1), "open", text)
    if word in ("since", "from"):
        return Period(start, None, "open", text)
    if word == "after":
        return Period(end.add(days=1), None, "open", text)
    return period
