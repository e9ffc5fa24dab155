"""When: what a user may write for a stretch of days."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from typing import Final, NamedTuple, TypeAlias

import pendulum

from .errors import InvalidValueError
from .values import Period, month_end

__all__ = ["Days", "DaysLike", "days_of", "overlap"]

DaysLike: TypeAlias = "Period | dt.date | str | tuple[dt.date | None, dt.date | None]"

FORMS: Final = (
    '"2026", "2026-Q1", "2026-03", "2026-W12", "2026-03-21", or two of them as "2026-03-15/2026-03-21"'
)
ISO: Final = re.compile(
    r"(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-W(?P<week>\d\d)|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII
)


class Days(NamedTuple):
    """The first and the last of some days, both included; None is open."""

    start: dt.date | None
    end: dt.date | None


def days_of(when: DaysLike) -> Days:
    """The days that are meant by a `Period`, a date, ISO 8601 words, or a first and a last day.

    Raises `InvalidValueError` for what is none of these, or ends before it starts.

    >>> days_of("2027-02")
    Days(start=Date(2027, 2, 1), end=Date(2027, 2, 28))
    >>> days_of("2027-03-15/..").end is None
    True
    """
    if isinstance(when, Period):
        days = Days(when.start, when.end)
    elif isinstance(when, dt.date):
        days = Days(_day(when), _day(when))
    elif isinstance(when, str):
        first, slash, last = when.partition("/")
        start = _written(first, when, open_is_fine=bool(slash)).start
        days = Days(start, _written(last if slash else first, when, open_is_fine=bool(slash)).end)
    elif isinstance(when, tuple) and len(when) == 2:  # pyright: ignore[reportUnnecessaryIsInstance]
        days = Days(*(None if day is None else _day(day) for day in when))
    else:
        raise InvalidValueError(f"no days: {when!r}; wants a Period, a date, two dates, or words as {FORMS}")
    if days.start is not None and days.end is not None and days.end < days.start:
        raise InvalidValueError(f"no days: {when!r} ends on {days.end}, before it starts on {days.start}")
    return days


def _day(value: object) -> pendulum.Date:
    if isinstance(value, dt.date):
        return pendulum.Date(value.year, value.month, value.day)
    raise InvalidValueError(f"no days: {value!r} is no date; wants dates, or words as {FORMS}")


def _written(words: str, whole: str, *, open_is_fine: bool) -> Days:
    if open_is_fine and words in ("", ".."):
        return Days(None, None)
    found = ISO.fullmatch(words)
    if found:
        with contextlib.suppress(ValueError):  # a month 13
            return _cut(words, found)
    raise InvalidValueError(f"no days: {whole!r}; write them as {FORMS}")


def _cut(words: str, found: re.Match[str]) -> Days:
    """The days of words that have the form of a date, at the precision they are written in."""
    year = int(found["year"])
    if found["day"]:
        day = pendulum.Date.fromisoformat(words)
        return Days(day, day)
    if found["week"]:
        monday = pendulum.Date.fromisoformat(words)
        return Days(monday, monday.add(days=6))
    first, last = 1, 12
    if found["quarter"]:
        first, last = 3 * int(found["quarter"]) - 2, 3 * int(found["quarter"])
    elif found["month"]:
        first = last = int(found["month"])
    return Days(pendulum.Date(year, first, 1), month_end(year, last))


def overlap(days: Days | Period, other: Days | Period) -> bool:
    """Whether two stretches share a day.

    >>> overlap(days_of("../2027-03-01"), days_of("2027-03-01/.."))
    True
    """
    return (days.start is None or other.end is None or days.start <= other.end) and (
        other.start is None or days.end is None or other.start <= days.end
    )
