"""When a figure was so: the date of its clause, unless that belongs to something else."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

import pendulum
from attrs import evolve

from ....report import Mention
from ....values import Period, month_end
from ...english.clauses import stated_period
from ...english.vocabulary import is_flagged
from .circumstances import NEAR, Rules
from .wordsets import FAR, listed

__all__ = ["LASTING", "RESULTS", "Times"]

RESULTS: Final = frozenset(("fiscal_quarter", "fiscal_year", "quarter", "half"))
TERMS: Final = frozenset(("half", "half-year", "quarter", "year", "month", "period"))
TAKEN_UP: Final = frozenset(("that", "same"))
TERMED: Final = RESULTS | {"month", "year", "range", "half"}
LASTING: Final = frozenset(
    ("parameters", "context-window", "languages-supported", "layers", "training-tokens", "modalities")
)
"""What does not change from day to day: a day beside it is that of an event."""
STANDARDS: Final = frozenset(("than", "figure", "level", "sum", "twice"))
"""Words behind a figure that another one is set beside it, whose date it is."""
SOON: Final = 5


class Times(Rules):
    """When the figures of a passage were so."""

    def of(self, place: range, slug: str, also: tuple[int, ...]) -> Mention[Period] | None:
        """When it was, if its clause says so; results are of the one quarter that their sentence names."""
        date = stated_period(self.page, self.passage, self.clauses, place.start, *also)
        if date is not None and (self._is_of_another(date, place) or self._is_of_event(date, slug)):
            date = date if self._is_of_news(date.value) and not is_flagged(slug, "result") else None
        if date is not None:
            return self._quarterly(date)
        named = self._named_behind(place) or self._taken_up(place)
        if named is not None:
            return named
        if not is_flagged(slug, "result"):
            return None
        quarters = [one for one in self.passage.dates if one.value.precision in RESULTS]
        start = self.page.tokens[place.start].start
        return quarters[0] if len(quarters) == 1 and quarters[0].span.end <= start else None

    def _is_of_news(self, day: Period) -> bool:
        """Whether a day is that of the news of a summary, whose figures have no other."""
        summed_up = self.passage.story is None and self.passage.is_prose
        past = day.end is not None and self.page.published is not None and day.end <= self.page.published
        return summed_up and day.precision == "day" and past

    def _named_behind(self, place: range) -> Mention[Period] | None:
        """The quarter that a parenthesis names: ``$4m in the quarter (Q2 FY2027)``."""
        part = self.clauses[place.start].part
        for date in self.passage.dates:
            at = self.page.token_at(date.span.start) - 2
            opens = at >= self.passage.first and self.key(at + 1) == "("
            if opens and self.key(at) in listed("spans") and self.clauses[at].part == part:
                return date
        return None

    def _taken_up(self, place: range) -> Mention[Period] | None:
        """The time that a sentence before named: ``over that half-year``, ``in the same quarter``."""
        near = self.around.window(place, FAR, NEAR) if TAKEN_UP & self.passage.keys else ()
        if not any(self.key(at) in TAKEN_UP and self.key(at + 1) in TERMS for at in near):
            return None
        dates = self.page.dates
        behind = bisect_left(dates, self.passage.span.start, key=lambda date: date.span.start)
        date = dates[behind - 1] if behind else None
        inside = date is not None and date.span in self.passage.block.span
        return date if inside and date is not None and date.value.precision in TERMED else None

    def _is_of_event(self, date: Mention[Period], slug: str) -> bool:
        """Whether a day is that on which something was told or brought out, and not that of the figure."""
        before = self.key(self.page.token_at(date.span.start) - 1)
        dated = is_flagged(slug, "result") and before not in ("at", "of", "by", "until")  # as of 31 March
        return date.value.precision == "day" and (slug in LASTING or dated)

    def _quarterly(self, date: Mention[Period]) -> Mention[Period]:
        """A month that only names a quarter, as that quarter: ``the March quarter``."""
        value, at = date.value, self.page.token_at(date.span.end)
        told = value.precision == "month" and self.key(at) == "quarter"
        if not told or value.end is None or value.end.month % 3:
            return date
        start = pendulum.Date(value.end.year, value.end.month - 2, 1)
        return evolve(date, value=evolve(value, start=start, precision="quarter"))

    def _is_of_another(self, date: Mention[Period], place: range) -> bool:
        """Whether a date is that of a founding, or of another figure: ``from 8 in May to 12``."""
        first, end = self.page.token_at(date.span.start), self.page.token_at(date.span.end)
        if self.key(first - 1) in listed("dated") or self.key(first - 2) in listed("dated"):
            return True
        behind = range(place.stop, first) if first - place.stop < NEAR else ()
        if self.key(first - 2) == "than" or not STANDARDS.isdisjoint(map(self.key, behind)):
            return True  # 40 more than in May, twice the figure of May
        if self.key(first - 1) == "since" and self.said(first - SOON, first) & listed("records"):
            return True  # the best day since May
        moved = place.stop == first - 1 and self.key(place.start - 1) in ("up", "down")
        moved = moved and self.key(first - 1) in ("from", "on")  # up 4% from March, a twofold jump on May
        if moved or (self.key(first - 1) == "on" and self.key(first - 2) in listed("rises")):
            return date.value.precision not in ("day", "week")
        others = [one for one in self.measures.starts if place.stop <= one < first]
        if others and self.key(others[0] - 1) == "the":
            return True  # twice the $4m of May
        if others and self.key(others[-1] - 1) in listed("from"):
            return True  # to 12 from 8 in May
        before = self.measures.quantities_between(max(self.passage.first, first - NEAR), first)
        return self.key(place.start - 1) == "to" and end == place.start - 1 and before > 0

    def year_before(self, place: range, period: object) -> Period | None:
        """The period a year before one, where a figure is said to be that old: ``$4m a year earlier``."""
        at = place.stop
        while self.key(at) in ("in", "of", ","):
            at += 1
        words = (self.key(at), self.key(at + 1), self.key(at + 2))
        told = words[::2] == ("the", "before") or (words[0] in ("a", "one") and words[2] in listed("ago"))
        months = {"year": 12, "quarter": 3}.get(words[1], 0) if told else 0
        if not months or not isinstance(period, Period) or period.start is None or period.end is None:
            return None
        start, end = period.start.subtract(months=months), period.end.subtract(months=months)
        if period.end == month_end(period.end.year, period.end.month):
            end = month_end(end.year, end.month)
        precision = "range" if months < 12 and period.precision in ("year", "half") else period.precision
        return evolve(period, start=start, end=end, precision=precision)
