"""What is written of a date where it stands: a day, month, week or weekday, with the year if it has one.

Nothing here knows when a text was published; what is not written stays None. Years, quarters and
fiscal labels without a month are read in ``labels``.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...tokens import Token, goes_on
from .datewords import (
    DASHES,
    FIRST_YEAR,
    LAST_YEAR,
    MODERN_YEAR,
    Part,
    day_at,
    day_in_words_at,
    is_counted,
    is_date,
    is_glued,
    key_at,
    month_at,
    number_at,
    numbered,
    short_year_at,
    text_at,
    words,
    year_after,
    year_at,
)
from .labels import fiscal_year_at, label_at, year_or_label_at

__all__ = ["day_month_at", "part_at"]


def part_at(tokens: Sequence[Token], at: int, *, day_first: bool = False) -> Part | None:
    """The part of a date that starts at a token.

    ``day_first`` tells how 3/5/2027 is read.

    >>> from qwenfacts.tokens import tokenize
    >>> part = part_at(tokenize("Q3 FY27"), 0)
    >>> part.quarter, part.year, part.fiscal
    (3, 2027, True)
    """
    token = tokens[at]
    if token.kind == "number":
        return _day(tokens, at, day_first) or year_or_label_at(tokens, at) or label_at(tokens, at)
    if token.kind != "word" or goes_on(tokens, at):
        return None
    return (
        _on_weekday(tokens, at, day_first)
        or _month_day(tokens, at)
        or label_at(tokens, at)
        or _the_day(tokens, at)
    )


def _day(tokens: Sequence[Token], at: int, day_first: bool) -> Part | None:
    """A day, month or week that starts with digits."""
    return (
        _dotted(tokens, at) or _iso(tokens, at) or _slashed(tokens, at, day_first) or day_month_at(tokens, at)
    )


def _dotted(tokens: Sequence[Token], at: int) -> Part | None:
    """16.03.2027."""
    numbers = tokens[at].text.split(".", 3)
    if len(numbers) != 3 or not all(number.isdecimal() and len(number) < 5 for number in numbers):
        return None
    day, month, year = map(int, numbers)
    return _checked(at, at + 1, year, month, day)


def _iso(tokens: Sequence[Token], at: int) -> Part | None:
    """2027-03-16, 2027/03/16, 2027-03, 2027-W11."""
    year, mark = number_at(tokens, at, MODERN_YEAR, LAST_YEAR), text_at(tokens, at + 1)
    if year is None or mark not in ("-", "/") or not is_glued(tokens, at, at + 3):
        return None
    if tokens[at + 2].text == "W" and goes_on(tokens, at + 3):
        week = number_at(tokens, at + 3, 1, 53)
        return None if week is None else Part(at, at + 4, year, week=week)
    month = number_at(tokens, at + 2, 1, 12)
    if month is None or len(tokens[at + 2].text) != 2:
        return None
    if text_at(tokens, at + 3) == mark and is_glued(tokens, at, at + 5):
        return _checked(at, at + 5, year, month, number_at(tokens, at + 4, 1, 31))
    season = (year + 1) % 100 == month  # 2005-06 is two years
    numbered = tokens[at].glued and text_at(tokens, at - 1) in DASHES  # RFC-2026-03
    return None if season or numbered or mark == "/" else Part(at, at + 3, year, month)


def _slashed(tokens: Sequence[Token], at: int, day_first: bool) -> Part | None:
    """03/16/2027, 16/03/2027, 3/16/27, 16-03-2027."""
    mark = text_at(tokens, at + 1)
    if mark not in ("-", "/") or text_at(tokens, at + 3) != mark or not is_glued(tokens, at, at + 5):
        return None
    first, second = number_at(tokens, at, 1, 31), number_at(tokens, at + 2, 1, 31)
    year = short_year_at(tokens, at + 4) if mark == "/" else year_at(tokens, at + 4)
    if first is None or second is None or year is None:
        return None
    day, month = (first, second) if first > 12 or (day_first and second <= 12) else (second, first)
    return _checked(at, at + 5, year, month, day)


def _checked(first: int, end: int, year: int, month: int, day: int | None) -> Part | None:
    if day is None or not FIRST_YEAR <= year <= LAST_YEAR or not is_date(year, month, day):
        return None
    return Part(first, end, year, month, day)


def day_month_at(tokens: Sequence[Token], at: int, *, in_words: bool = False) -> Part | None:
    """A date that starts with its day: 16 March 2027, 16th of March, 16-Mar-2027; the third of March."""
    day = day_in_words_at(tokens, at) if in_words else day_at(tokens, at)
    if day is None or (at and tokens[at].glued and tokens[at - 1].text in ".,$€£"):
        return None
    number, end = day
    hyphen = text_at(tokens, end) == "-" and is_glued(tokens, end - 1, end + 3)
    month = month_at(tokens, end + (hyphen or key_at(tokens, end) == "of"))
    if month is None:
        return None
    if hyphen and text_at(tokens, month[1]) == "-" and is_glued(tokens, month[1] - 1, month[1] + 2):
        short = short_year_at(tokens, month[1] + 1)
        return None if short is None else Part(at, month[1] + 2, short, month[0], number)
    year, end = year_after(tokens, month[1], day=True) or (None, month[1])
    return Part(at, end, year, month[0], number)


def _the_day(tokens: Sequence[Token], at: int) -> Part | None:
    """The 3rd of March, the third of March."""
    if key_at(tokens, at) != "the":
        return None
    return day_month_at(tokens, at + 1) or day_month_at(tokens, at + 1, in_words=True)


def _month_day(tokens: Sequence[Token], at: int) -> Part | None:
    """March 16, March 16th, 2027; March the third; March 2027; March FY2027; March."""
    month = month_at(tokens, at)
    if month is None:
        return None
    number, end = month
    day = day_at(tokens, end) or (key_at(tokens, end) == "the" and day_in_words_at(tokens, end + 1)) or None
    if day and key_at(tokens, day[1]) in words("event", "nouns"):
        return None
    if day and not is_counted(tokens, day[1], loose=key_at(tokens, at - 1) == "in"):
        year, end = year_after(tokens, day[1], day=True) or (None, day[1])
        return Part(at, end, year, number, day[0])
    found = year_after(tokens, end, day=False)
    if found:
        return Part(at, found[1], found[0], number)
    found = fiscal_year_at(tokens, end)
    if found:
        return Part(at, found[1], found[0], number, fiscal=True)
    return Part(at, end, None, number) if _reads_as_month(tokens, at, end) else None


def _reads_as_month(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a name of a month is meant as one: ``in May``, ``closed March at``, ``May sales rose``."""
    if tokens[at].key not in words("ambiguous", "months"):
        return True
    before = tokens[at - 1] if at else None
    if key_at(tokens, end) in ("on", "against") and key_at(tokens, at - 1) in ("the", "s"):
        return False  # the March on Washington
    if key_at(tokens, at - 1) == "of" and text_at(tokens, at - 2)[:1].isupper():
        return False  # the Isle of May
    if before is not None and (before.key in words("ambiguous", "before") or before.text in DASHES):
        return before.kind == "word" or tokens[at].glued
    if tokens[at].text not in ("May", "March"):
        return False
    after = text_at(tokens, end)
    if after in DASHES or (after in ("to", "through", "and") and month_at(tokens, end + 1)):
        return True
    if before is None or before.kind == "newline" or before.text in ".!?:;":
        return after.islower() and after not in words("ambiguous", "not_before")
    return (before.kind == "mark" or before.text.islower()) and not after[:1].isupper()


def _on_weekday(tokens: Sequence[Token], at: int, day_first: bool) -> Part | None:
    """Monday; Monday, 16 March; Mon. 16 March."""
    name, short = numbered("weekdays").get(text_at(tokens, at)), False
    if name is None:
        name, short = numbered("weekdays_short").get(text_at(tokens, at)), True
    if name is None:
        return None
    end = at + 1 + (short and text_at(tokens, at + 1) == ".")
    end += text_at(tokens, end) == ","
    end += key_at(tokens, end) == "the"
    date = None
    if end < len(tokens):
        date = _month_day(tokens, end) if tokens[end].kind == "word" else _day(tokens, end, day_first)
        date = date or day_month_at(tokens, end, in_words=True)
    if date is not None and date.day is not None:
        return date._replace(first=at, weekday=name)
    generic = key_at(tokens, at - 1) in ("a", "every", "each", "any")
    return None if short or generic else Part(at, at + 1, weekday=name)
