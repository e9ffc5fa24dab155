"""Dates that only the day of publication, or the day named before, tells: last week, two years ago."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

import pendulum

from ...tokens import Token
from ...values import Period
from ..wording import table
from .datewords import day_at, key_at, month_at, number_at, text_at, words, year_at
from .days import Calendar, Days, days_of, shifted, unit_around

__all__ = ["BESIDE", "ENDING", "Relative", "count_at", "relative_at", "unit_at"]

ENDING: Final = frozenset(("year", "quarter", "month"))
"""Units whose end is a date by itself: ``year-end``."""
PARTS_OF_DAY: Final = frozenset("day morning afternoon evening night".split())
BESIDE: Final = {"same": 0, "next": 1, "following": 1, "previous": -1, "preceding": -1}
"""Days that are told by the day that was named last."""
COMPARED: Final = frozenset("last as of a in that on when".split())
"""Behind these ``the same day`` goes by something else."""
NUMBERS: Final = 400
"""Nobody counts back more units."""


class Relative(NamedTuple):
    """A relative expression: its tokens, and its days."""

    first: int
    end: int
    days: tuple[pendulum.Date | None, pendulum.Date | None]


def relative_at(
    tokens: Sequence[Token], at: int, calendar: Calendar, anchor: pendulum.Date | None
) -> Relative | None:
    """The relative expression that starts at a token; ``anchor`` is the day that was named last.

    >>> from qwenfacts.tokens import tokenize
    >>> relative_at(tokenize("last week"), 0, Calendar(pendulum.Date(2027, 5, 7)), None).days[0]
    Date(2027, 4, 26)
    """
    published, key = calendar.published, tokens[at].key
    counted = _ago(tokens, at, published, anchor) or _beside(tokens, at, anchor)
    if counted or published is None:
        return counted
    if key in ENDING:
        return _end_of_unit(tokens, at, published)
    if key in ("yesterday", "tomorrow"):
        day = published.add(days=1 if key == "tomorrow" else -1)
        return Relative(at, at + 1, (day, day))
    the = key in ("the", "these", "those") or (key == "this" and _way(tokens, at + 1) != 0)
    current = the and key_at(tokens, at + 1) == "current"
    if the and not current and _way(tokens, at + 1) == 0:
        return _the_unit(tokens, at, calendar, published)
    if current or (key == "this" and not the):
        return _this(tokens, at, calendar, published)
    return _counted_from(tokens, at, at + the, published)


def _way(tokens: Sequence[Token], at: int) -> int:
    """-1 for words like last, 1 for words like next."""
    key = key_at(tokens, at)
    return (key in words("relative", "next")) - (key in words("relative", "last"))


def unit_at(tokens: Sequence[Token], at: int) -> str | None:
    """A unit of time at a token."""
    unit: str | None = table("calendar")["units"].get(key_at(tokens, at))
    return unit


def _the_unit(
    tokens: Sequence[Token], at: int, calendar: Calendar, published: pendulum.Date
) -> Relative | None:
    """The week, as long as it is not the week of something; by the end of the year."""
    unit, after = key_at(tokens, at + 1), key_at(tokens, at + 2)
    if unit == "week" and after not in ("-", "of", "ending", "ended"):
        return Relative(at, at + 2, _week(calendar, published))
    before = f"{key_at(tokens, at - 2)} {key_at(tokens, at - 1)}"
    if unit == "year" and before in words("relative", "year_after"):
        number = number_at(tokens, at + 2, 0, 9999)
        if number is None and after not in words("relative", "year_not_before"):
            return Relative(at, at + 2, unit_around(published, unit))
    return None


def _end_of_unit(tokens: Sequence[Token], at: int, published: pendulum.Date) -> Relative | None:
    """``By year-end``: in the current one; where its year stands behind it, that is the date."""
    named = key_at(tokens, at + 2) == "end" and year_at(tokens, at + 3) is None
    return Relative(at, at + 3, unit_around(published, tokens[at].key)) if named else None


def _this(tokens: Sequence[Token], at: int, calendar: Calendar, published: pendulum.Date) -> Relative | None:
    """The week, month or year around publication: ``this week``, ``the current quarter``."""
    end = at + 1 if tokens[at].key == "this" else at + 2
    unit = key_at(tokens, end)
    if unit == "week":
        return Relative(at, end + 1, _week(calendar, published))
    if unit in ("month", "quarter", "year"):
        return Relative(at, end + 1, unit_around(published, unit))
    return _named(tokens, at, published) if end == at + 1 else None


def _week(calendar: Calendar, published: pendulum.Date) -> tuple[pendulum.Date | None, pendulum.Date | None]:
    """The days that the report covers, else the week of its publication."""
    period: Period | None = calendar.period
    return unit_around(published, "week") if period is None else (period.start, period.end)


def _counted_from(tokens: Sequence[Token], first: int, at: int, published: pendulum.Date) -> Relative | None:
    """Last month, next year: whole ones; the past two years, the next 90 days: counted from publication."""
    sign = _way(tokens, at)
    if sign == 0:
        return None
    key, the = tokens[at].key, first < at
    count, end = count_at(tokens, at + 1)
    unit = unit_at(tokens, end)
    if unit is None:
        return None if the or count else _named(tokens, at, published)
    if not count:
        fourth = unit == "quarter" and key == "last" and key_at(tokens, end + 1) == "of"
        if fourth and year_at(tokens, end + 2):
            return None  # "the last quarter of 2027"
        if key_at(tokens, end).endswith("s") or unit == "day" or key == "following":
            return None
        if unit != "decade" and (not the or key == "previous"):
            whole = shifted(published, unit, sign)
            return None if whole is None else Relative(first, end + 1, unit_around(whole, unit))
    then = shifted(published, unit, sign * (count or 1))
    if then is None:
        return None
    days = (then.add(days=1), published) if sign < 0 else (published, then.subtract(days=1))
    return Relative(first, end + 1, days)


@cache
def _numbers() -> dict[str, int]:
    """Numbers in words."""
    return {"one": 1, **table("numbers")["words"]}


def count_at(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """A number in digits or words and the token after it; 0 if there is none."""
    number = number_at(tokens, at, 1, NUMBERS)
    if number is not None:
        return number, at + 1
    numbers = _numbers()
    number = numbers.get(key_at(tokens, at), 0)
    if number >= 20 and text_at(tokens, at + 1) == "-":
        return number + numbers.get(key_at(tokens, at + 2), 0), at + 3
    return (number, at + 1) if number else (0, at)


def _named(tokens: Sequence[Token], at: int, published: pendulum.Date) -> Relative | None:
    """Last Friday, next Monday, this Thursday; last weekend; next May."""
    key, name = tokens[at].key, text_at(tokens, at + 1)
    way = _way(tokens, at)
    days: Days | None = None
    weekday: int | None = table("calendar")["weekdays"].get(name)
    month = month_at(tokens, at + 1)
    if name == "weekend":
        monday, sunday = unit_around(published.add(days=7 * way), "week")
        days = monday.add(days=5), sunday
    elif weekday is not None:
        ahead = weekday - published.isoweekday()
        if way:
            ahead = (ahead - 1) % 7 + 1 if way > 0 else -((-ahead - 1) % 7 + 1)
        day = published.add(days=ahead)
        days = day, day
    elif (
        month
        and key in ("last", "this", "next")
        and not (day_at(tokens, month[1]) or year_at(tokens, month[1]))
    ):
        turns = {"last": month[0] >= published.month, "this": False, "next": month[0] <= published.month}[key]
        days = days_of(published.year + way * turns, month[0], 1)
    return None if days is None else Relative(at, at + 2, days)


def _ago(
    tokens: Sequence[Token], at: int, published: pendulum.Date | None, anchor: pendulum.Date | None
) -> Relative | None:
    """Three weeks ago; one day later, from the last day that was named."""
    count, end = (1, at + 1) if tokens[at].key in ("a", "an") else count_at(tokens, at)
    unit, word = unit_at(tokens, end), key_at(tokens, end + 1)
    if not count or unit is None:
        return None
    compared = unit == "year" and tokens[at].key == "a"  # "up 12% from a year ago"
    if word == "ago" and published is not None and not compared:
        then = shifted(published, unit, -count)
        return None if then is None else Relative(at, end + 2, unit_around(then, unit))
    sign = (word == "later") - (word == "earlier")
    if not sign or anchor is None or unit not in ("day", "week") or key_at(tokens, end + 2) == "than":
        return None
    then = shifted(anchor, unit, sign * count)
    return None if then is None else Relative(at, end + 2, (then, then))


def _beside(tokens: Sequence[Token], at: int, anchor: pendulum.Date | None) -> Relative | None:
    """The same day, the next morning: from the last day that was named."""
    step, end = BESIDE.get(key_at(tokens, at + 1)), at + 3
    if step is None or anchor is None or tokens[at].key != "the":
        return None
    if key_at(tokens, at + 2) not in PARTS_OF_DAY or key_at(tokens, end) in COMPARED:
        return None
    then = anchor.add(days=step)
    return Relative(at, end, (then, then))
