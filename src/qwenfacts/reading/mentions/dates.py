"""Dates and periods as they are worded: from tokens to calendar days.

Relative expressions come first; else a part of a date is read where it stands. Two parts with a dash or
``to`` between them are a range and lend each other what only one of them writes. Nothing here looks at
a clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

import pendulum
from attrs import frozen

from ...tokens import Token, goes_on, peek
from ...values import Period, Precision, Span
from ..wordclasses import ARTICLES, DEMONSTRATIVES, RELATIVES
from ..wording import table
from .dateparts import day_month_at, part_at
from .datewords import (
    DASHES,
    LAST_YEAR,
    SUFFIXES,
    Part,
    day_at,
    is_counted,
    is_glued,
    key_at,
    number_at,
    text_at,
    words,
    year_after,
    year_at,
)
from .days import Calendar, period_of, shifted, unit_around, week_around
from .relative import BESIDE, ENDING, count_at, relative_at, unit_at

__all__ = ["Calendar", "FoundDate", "applied", "date_words", "find_dates"]

LEADING: Final = ARTICLES | DEMONSTRATIVES | {"one"}

WHOLE: Final[dict[str, Precision]] = {"week": "week", "month": "month", "quarter": "quarter", "year": "year"}
CLAUSE: Final = 20
"""As many tokens before a date are looked at for the verb that it goes with."""
JOINING: Final = frozenset(("to", "through", "until"))
FiscalYears = dict[tuple[int | None, int | None], int]
OpenDays = tuple[pendulum.Date | None, pendulum.Date | None]
Ends = tuple[Part, Part]


class FoundDate(NamedTuple):
    """A date mention, and the indexes of its first and after-last token."""

    span: Span
    value: Period
    first: int
    end: int


def find_dates(
    text: str,
    tokens: Sequence[Token],
    taken: Sequence[bool],
    calendar: Calendar,
    places: Sequence[int] | None = None,
) -> Iterator[FoundDate]:
    """Every date and period of the text, in order, outside the tokens that are taken already.

    Only those that start at some ``places``, if they are given.

    >>> from qwenfacts.tokens import tokenize
    >>> text = "Due 3 May; the fair ran from 28 April to 2 May 2027."
    >>> calendar = Calendar(published=pendulum.Date(2027, 4, 30))
    >>> tokens = tokenize(text)
    >>> [str(found.value) for found in find_dates(text, tokens, [False] * len(tokens), calendar)]
    ['2027-05-03', '2027-04-28/2027-05-02']
    """
    starters = date_words()
    places = [
        at
        for at in (range(len(tokens)) if places is None else places)
        if (tokens[at].key in starters or tokens[at].kind == "number") and not taken[at]
    ]
    reading = _Reading(text, tokens, calendar, _fiscal_years(tokens, places))
    anchor: pendulum.Date | None = None
    end = 0
    for at in places:
        if at < end or not _may_start(tokens[at], peek(tokens, at + 1)):
            continue
        found = reading.date_at(at, anchor)
        if found is None or any(taken[found.first : found.end]):
            continue
        yield found
        if found.value.start is not None and found.value.start == found.value.end:
            anchor = found.value.start
        end = found.end


def _may_start(token: Token, after: Token) -> bool:
    """Whether what stands behind an article or number lets it start a date; most belong elsewhere."""
    if token.key in ENDING:
        return after.text == "-"  # year-end
    if token.key in LEADING:
        return after.kind == "number" or after.key in _behind_an_article()
    if token.kind == "number":
        if len(token.text) == 4 or token.text.count(".") == 2:
            return True  # 2027, 16.03.2027
        return len(token.text) < 4 and after.key in _behind_a_number()
    return token.key not in _counting() or after.key in _behind_a_number()


@cache
def _behind_an_article() -> frozenset[str]:
    """What a date may go on with behind an article, if with no number."""
    return date_words().union(table("calendar")["units"], ("current", "weekend"), BESIDE)


@cache
def _behind_a_number() -> frozenset[str]:
    """What a date may go on with behind its day, a number of units, or the number of a quarter."""
    months = (name.lower() for name in table("calendar")["months"])
    rest = ("of", "and", "/", "q", "h", "fiscal", "half", *DASHES, *JOINING, *SUFFIXES)
    return frozenset((*months, *table("calendar")["units"], *rest))


@cache
def _counting() -> frozenset[str]:
    """Numbers and ordinals in words."""
    return frozenset((*table("calendar")["ordinals"], *table("numbers")["words"]))


@cache
def date_words() -> frozenset[str]:
    """Every word that a date may start with."""
    calendar = table("calendar")
    names = (name.lower() for group in ("months", "weekdays", "weekdays_short") for name in calendar[group])
    ways = words("relative", "last") | words("relative", "next")
    rest = "final q h fy fiscal financial the this these those a an one yesterday tomorrow week".split()
    return _counting().union(names, ways, rest, ENDING)


def _fiscal_years(tokens: Sequence[Token], places: Iterable[int]) -> FiscalYears:
    """The fiscal year that the text names first for each quarter and half."""
    years: FiscalYears = {}
    for index in places:
        if tokens[index].key in ("q", "h"):
            part = part_at(tokens, index)
            if part and part.fiscal and part.year:
                years.setdefault((part.quarter, part.half), part.year)
    return years


@frozen
class _Reading:
    """A text while its dates are read."""

    text: str
    tokens: Sequence[Token]
    calendar: Calendar
    fiscal_years: FiscalYears

    def date_at(self, at: int, anchor: pendulum.Date | None) -> FoundDate | None:
        """The date that starts at a token, or just behind a word such as ``the``."""
        token = self.tokens[at]
        if token.key == "week":
            return self._week(at)
        stretch = self._decade(at) if token.kind == "number" else self._stretch(at)
        if stretch:
            return stretch
        relative = relative_at(self.tokens, at, self.calendar, anchor)
        if relative:
            return self._found(relative.first, relative.end, relative.days, "relative")
        part = self._part(at)
        ends = self._day_and_date(at)
        if ends is None and part is not None:
            ends = self._range_from(part)
        found = self._between(*ends) if ends else None
        return self._single(part) if found is None and part is not None else found

    def _part(self, at: int) -> Part | None:
        return part_at(self.tokens, at, day_first=self.calendar.day_first) if at < len(self.tokens) else None

    def _span(self, first: int, end: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def _found(self, first: int, end: int, days: OpenDays, precision: Precision) -> FoundDate:
        span = self._span(first, end)
        return FoundDate(span, Period(*days, precision, self.text[span.slice]), first, end)

    def _period(self, part: Part, tense: str = "") -> Period | None:
        return period_of(part, self.text[self._span(part.first, part.end).slice], self.calendar, tense)

    # -- one date --

    def _single(self, part: Part) -> FoundDate | None:
        year = self.fiscal_years.get((part.quarter, part.half))
        if year is not None and part.year is None and part.away is None:
            part = part._replace(year=year, fiscal=True)
        period = self._period(part, self._tense(part.first))
        return (
            None
            if period is None
            else FoundDate(self._span(part.first, part.end), period, part.first, part.end)
        )

    def _week(self, at: int) -> FoundDate | None:
        """``week of 4 May``, ``Week 19, 2027``: Monday to Sunday; ``week ending 10 May``: seven days."""
        if number := number_at(self.tokens, at + 1, 1, 53):
            end = at + 2 + (key_at(self.tokens, at + 2) in (",", "of", "/"))
            year = year_at(self.tokens, end)
            numbered = None if year is None else Part(at, end + 1, year, week=number)
            return None if numbered is None else self._single(numbered)
        word = key_at(self.tokens, at + 1)
        start = at + 2 + (text_at(self.tokens, at + 2) == ":")
        part = self._part(start) if word in ("of", "ending", "ended") else None
        if part is None or part.day is None or self._range_from(part):
            return None
        day = self._period(part)
        if day is None or day.end is None:
            return None
        days = week_around(day.end) if word == "of" else (day.end.subtract(days=6), day.end)
        return self._found(at, part.end, days, "week" if days[0].isoweekday() == 1 else "range")

    def _decade(self, at: int) -> FoundDate | None:
        """``1990s``."""
        year = number_at(self.tokens, at, 1500, 2090)
        if (
            year is None
            or year % 10
            or text_at(self.tokens, at + 1) != "s"
            or not goes_on(self.tokens, at + 1)
        ):
            return None
        return self._found(at, at + 2, (pendulum.Date(year, 1, 1), pendulum.Date(year + 9, 12, 31)), "range")

    def _stretch(self, at: int) -> FoundDate | None:
        """``the three months ended 30 June``, ``the quarter to the end of June``."""
        if self.tokens[at].key != "the":
            return None
        count, end = count_at(self.tokens, at + 1)
        unit, to = unit_at(self.tokens, end), key_at(self.tokens, end + 1)
        if unit is None or to not in ("to", "ended", "ending"):
            return None
        edge = [key_at(self.tokens, end + step) for step in (2, 3, 4)] == ["the", "end", "of"]
        part = self._part(end + (5 if edge else 2))
        if part is None or part.month is None or (unit == "year" and to == "to" and part.day is not None):
            return None
        last = self._period(part, self._tense(at))
        if last is None or last.end is None:
            return None
        start = shifted(last.end.add(days=1), unit, -(count or 1))
        if start is None:
            return None
        whole = not count and (start, last.end) == unit_around(start, unit)
        return self._found(
            at, part.end, (start, last.end), WHOLE[unit] if whole and unit in WHOLE else "range"
        )

    def _tense(self, first: int) -> str:
        """``since`` if that stands before a date, else the tense of the verb before it in its clause."""
        if key_at(self.tokens, first - 1) == "since":
            return "since"
        if key_at(self.tokens, first - 1) == "effective":
            return ""  # the nearest, whenever it was announced
        being = key_at(self.tokens, first - 3) in words("tense", "being")
        if being and key_at(self.tokens, first - 1) == "for":
            return ""  # is set for 9 March
        present, past, future = (words("tense", name) for name in ("present", "past", "future"))
        willing, infinitive = words("tense", "willing"), words("tense", "infinitive")
        for index in range(first - 1, max(-1, first - CLAUSE), -1):
            token, before = self.tokens[index], key_at(self.tokens, index - 1)
            if (
                token.text in ".;:"
                or token.kind == "newline"
                or (token.key in RELATIVES and token.key != "that")
            ):
                break
            if token.key in present:
                return "present"
            if token.key in future and token.text != "May":
                after = key_at(self.tokens, index + 1)
                came = token.key == "next" and after in (",", "on") and before in past
                return "past" if came or before == "had" else "future"  # came next, on Monday
            if token.key in willing and key_at(self.tokens, index + 1) == "to":
                return "future"
            if token.key == "to" and before in ("is", "are"):
                return "future"
            if before in infinitive:
                continue  # "will be closed", "to cut"
            stands = key_at(self.tokens, index - 2).startswith(("step", "stand"))  # steps down from the board
            compared = token.key == "from" and before in ("up", "down") and not stands
            if compared or token.key in past or (token.key.endswith("ed") and len(token.key) > 4):
                return "past"
        return ""

    # -- two ends --

    def _joined(self, at: int) -> int | None:
        """The token behind a dash, or word, that joins the ends of a range."""
        if at + 1 >= len(self.tokens):
            return None
        tight, mark = self.tokens[at].glued, self.tokens[at].text
        if mark in DASHES:
            even = tight == self.tokens[at + 1].glued
            return at + 1 if even and (tight or mark in "-–") else None
        return at + 1 if mark in JOINING else None

    def _behind(self, low: Part) -> int | None:
        """Where the other end of a range would start."""
        if key_at(self.tokens, low.first - 1) == "between" and key_at(self.tokens, low.end) == "and":
            return low.end + 1
        return self._joined(low.end)

    def _day_and_date(self, at: int) -> Ends | None:
        """15–21 March 2027; between 3 and 9 May: the first day has neither month nor year."""
        day = day_at(self.tokens, at)
        if day is None or (at and self.tokens[at].glued and self.tokens[at - 1].text not in '(“"'):
            return None
        low = Part(at, day[1], day=day[0])
        start = self._behind(low)
        high = None if start is None else day_month_at(self.tokens, start)
        if high is None or high.day is None or high.day <= day[0]:
            return None
        return low._replace(month=high.month, year=high.year), high

    def _range_from(self, low: Part) -> Ends | None:
        """March 15–21, 2027; May to July; 2027–2030; between Q1 and Q3 2027; from Monday to Friday."""
        start = self._behind(low)
        high = None if start is None else self._part(start)
        if start is not None and low.day is not None and (high is None or high.month is None):
            high = self._later_day(low, start)
        if start is None or high is None:
            return self._season(low)
        low = low._replace(fiscal=low.fiscal or (high.fiscal and low.year is None))
        high = high._replace(fiscal=high.fiscal or (low.fiscal and high.year is None))
        return None if low.shape != high.shape or self._is_apart(low, start) else (low, high)

    def _later_day(self, low: Part, at: int) -> Part | None:
        """The 21 of March 15–21, 2027."""
        day = day_at(self.tokens, at)
        if day is None or is_counted(self.tokens, day[1], loose=not self.tokens[at].glued):
            return None
        year, end = year_after(self.tokens, day[1], day=True) or (None, day[1])
        return Part(at, end, year, low.month, day[0])

    def _season(self, low: Part) -> Ends | None:
        """2019–2025, 2019–25, 2025/26: a year, and a later one or its last two digits."""
        mark, at = text_at(self.tokens, low.end), low.end + 1
        year = low.year
        if (
            year is None
            or any(low.shape)
            or mark not in (*DASHES, "/")
            or not is_glued(self.tokens, at - 2, at + 1)
        ):
            return None
        short = number_at(self.tokens, at, 0, 99) if len(self.tokens[at].text) == 2 else None
        whole = number_at(self.tokens, at, year, LAST_YEAR)
        high = whole if short is None else year + (short - year) % 100
        most = year + 1 if mark == "/" else LAST_YEAR if short is None else year + 50
        return (low, Part(at, at + 1, high)) if high is not None and year < high <= most else None

    def _is_apart(self, low: Part, start: int) -> bool:
        """Whether a range is none: ``moved from March to May`` names two dates, ``open Monday to Friday``."""
        before, joined = key_at(self.tokens, low.first - 1), self.tokens[start - 1]
        if joined.key == "to" and before == "from":
            verbs = {token.key for token in self.tokens[max(0, low.first - 6) : low.first]}
            return not verbs.isdisjoint(table("numbers")["changes"]["verbs"])
        return low.month is None and low.weekday is not None and joined.key in JOINING

    def _between(self, low: Part, high: Part) -> FoundDate | None:
        turns = _place(low) > _place(high)
        if high.year is None and low.year is not None:
            high = high._replace(year=low.year + turns)
        last = self._period(high)
        if last is None or last.end is None:
            return None
        if low.year is None and low.away is None:
            low = low._replace(year=(high.year or last.end.year) - turns)
        if low.month is None and low.weekday is not None and high.weekday is not None:
            start: pendulum.Date | None = last.end.subtract(days=(high.weekday - low.weekday) % 7)
        else:
            first = self._period(low)
            start = None if first is None else first.start
        if start is None or start > last.end:
            return None
        return self._found(low.first, high.end, (start, last.end), "range")


def _place(part: Part) -> int:
    """Where in its year a part lies, among others of its kind."""
    return part.month or part.quarter or part.half or 0


# -- with its preposition ----------------------------------------------------------------------

EDGES: Final = {"start": "start", "beginning": "start", "end": "end"}
FILLERS: Final = frozenset(("the", "of", "early", "late", "mid", "middle", "around", "about", "-", *EDGES))


def applied(words_before: str, period: Period) -> Period:
    """The period of a fact: a date with the preposition before it.

    >>> june = Period(pendulum.Date(2027, 6, 1), pendulum.Date(2027, 6, 30), "month", "June 2027")
    >>> print(applied("by the end of", june), applied("after", june), applied("in", june))
    ../2027-06-30 2027-07-01/.. 2027-06-01/2027-06-30
    """
    start, end, text = period.start, period.end, period.text
    said = words_before.lower().replace("-", " ").split()
    edge = None
    while said and said[-1] in FILLERS:
        edge = EDGES.get(said.pop(), edge)
    word = said[-1] if said else ""
    if start is None or end is None:
        return period
    if edge == "start" and word != "before":
        end = start
    if word in ("by", "until", "till", "through"):
        return Period(None, end, "open", text)
    if word == "before":
        return Period(None, end if edge == "end" else start.subtract(days=1), "open", text)
    if word == "since" or (word == "from" and period.precision != "range"):
        return Period(end if edge == "end" else start, None, "open", text)
    if word == "after":
        return Period(end.add(days=1), None, "open", text)
    return period
