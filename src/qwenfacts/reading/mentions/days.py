"""From what is written of a date to calendar days; what is not written comes from the day of publication."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pendulum
from attrs import field, frozen

from ...values import Period, Precision, month_end
from .datewords import Part, is_date

__all__ = ["Calendar", "Days", "days_of", "period_of", "shifted", "unit_around", "week_around"]

Days = tuple[pendulum.Date, pendulum.Date]
FiscalYearEnd = tuple[int, int]
YEARS_IN: Final = {
    "day": 1 / 365,
    "week": 1 / 52,
    "month": 1 / 12,
    "quarter": 1 / 4,
    "year": 1.0,
    "decade": 10.0,
}
MONTHS_IN: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
FIRST_YEAR, LAST_YEAR = 1000, 9000
"""Publication outside these years resolves nothing: there must be room to count from it."""
FARTHEST: Final = 900
LATE: Final = 3
"""How much farther a day that is past counts than one to come behind a present tense: ``leaves in May``."""


def _unknown(token: int) -> None:
    """Nobody's fiscal year."""


def _with_room(day: pendulum.Date | None) -> pendulum.Date | None:
    return day if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR else None


@frozen
class Calendar:
    """What a text is read against: its day of publication, the days it covers, and fiscal years.

    ``fiscal_year_end`` answers, for the index of a token, the month and day on which the fiscal year of
    whoever is spoken of there ends, or None.
    """

    published: pendulum.Date | None = field(default=None, converter=_with_room)
    period: Period | None = None
    day_first: bool = False
    fiscal_year_end: Callable[[int], FiscalYearEnd | None] = _unknown


# -- units -------------------------------------------------------------------------------------


def days_of(year: int, month: int, months: int) -> Days:
    """The first and last day of some months of a year."""
    return pendulum.Date(year, month, 1), month_end(year, month + months - 1)


def week_around(day: pendulum.Date) -> Days:
    """The Monday and Sunday of the week of a day."""
    monday = day.subtract(days=day.isoweekday() - 1)
    return monday, monday.add(days=6)


def unit_around(day: pendulum.Date, unit: str) -> Days:
    """The calendar unit that a day lies in.

    >>> [str(day) for day in unit_around(pendulum.Date(2027, 5, 7), "quarter")]
    ['2027-04-01', '2027-06-30']
    """
    if unit == "day":
        return day, day
    if unit == "week":
        return week_around(day)
    months = min(MONTHS_IN[unit], 12)
    return days_of(day.year, (day.month - 1) // months * months + 1, months)


def shifted(day: pendulum.Date, unit: str, count: int) -> pendulum.Date | None:
    """A day some units later, or earlier; None for more years than anybody counts."""
    if abs(count * YEARS_IN[unit]) > FARTHEST:
        return None
    if unit in ("day", "week"):
        return day.add(days=count * (7 if unit == "week" else 1))
    return day.add(months=count * MONTHS_IN[unit])


# -- parts -------------------------------------------------------------------------------------


def period_of(part: Part, text: str, calendar: Calendar, tense: str = "") -> Period | None:
    """The days of a part; ``tense`` says which reading of one without year is meant.

    It is ``past``, ``present``, ``future``, ``since`` or nothing.
    """
    if part.fiscal:
        return _fiscal(part, text, calendar)
    if part.year is not None:
        return _written(part, text, part.year)
    return None if calendar.published is None else _nearest(part, text, calendar.published, tense)


def _written(part: Part, text: str, year: int) -> Period | None:
    """A part in a year; None if that year has no such day."""
    days = _days_in(part, year)
    return None if days is None else Period(*days, _precision(part), text)


def _days_in(part: Part, year: int) -> Days | None:
    """The days of a part in a year, if that year has them."""
    if part.week is not None:
        monday, sunday = week_around(pendulum.Date(year, 1, 4).add(weeks=part.week - 1))
        return (monday, sunday) if monday.isocalendar()[0] == year else None
    if part.month is not None and part.day is not None:
        day = pendulum.Date(year, part.month, part.day) if is_date(year, part.month, part.day) else None
        return None if day is None else (day, day)
    if part.month is not None:
        return days_of(year, part.month, 1)
    if part.quarter is not None:
        return days_of(year, 3 * part.quarter - 2, 3)
    return days_of(year, 1, 12) if part.half is None else days_of(year, 6 * part.half - 5, 6)


def _precision(part: Part) -> Precision:
    """How much of the calendar a part names."""
    if part.week is not None:
        return "week"
    if part.month is not None:
        return "month" if part.day is None else "day"
    if part.quarter is not None:
        return "quarter"
    return "year" if part.half is None else "half"


def _fiscal(part: Part, text: str, calendar: Calendar) -> Period | None:
    """A fiscal label, kept; with days where it is known when the fiscal year ends."""
    ends = calendar.fiscal_year_end(part.first)
    if part.month is not None and part.year is not None:
        before = ends is not None and part.month > ends[0]
        return _written(part._replace(fiscal=False), text, part.year - before)
    whole = part.quarter is None and part.half is None
    precision: Precision = "fiscal_year" if whole else "fiscal_quarter"
    if ends is None or part.year is None:
        return Period(None, None, precision, text)
    month, day = ends
    start = pendulum.Date(part.year - 1, month, min(day, month_end(part.year - 1, month).day)).add(days=1)
    months = 12
    if part.quarter is not None:
        start, months = start.add(months=3 * part.quarter - 3), 3
    elif part.half is not None:
        start, months = start.add(months=6 * part.half - 6), 6
    return Period(start, start.add(months=months).subtract(days=1), precision, text)


def _nearest(part: Part, text: str, published: pendulum.Date, tense: str) -> Period | None:
    """The reading of a date without a year that lies nearest to publication; in the past if it must."""
    past, future = tense in ("past", "since"), tense == "future"
    if part.weekday is not None and part.month is None:
        back = (published.isoweekday() - part.weekday) % 7
        day = published.add(days=7 - back) if future and back else published.subtract(days=back)
        return Period(day, day, "day", text)
    if part.away is not None:  # "the third quarter of this year"
        return _written(part, text, published.year + part.away)
    best: tuple[int, Days] | None = None
    today = published.toordinal()
    reach = 4 if (part.month, part.day) == (2, 29) else 1
    for year in range(published.year - reach, published.year + reach + 1):
        days = _days_in(part, year)
        if days is None:
            continue
        start, end = days
        if (past and start > published) or (future and end < published):
            continue
        ago = today - end.toordinal()
        away = max(0, start.toordinal() - today, ago * LATE if tense == "present" else ago)
        if part.weekday not in (None, start.isoweekday()):
            away += 366  # rather the year in which that day is a Thursday
        if best is None or away < best[0]:
            best = away, days
    return None if best is None else Period(*best[1], _precision(part), text)
