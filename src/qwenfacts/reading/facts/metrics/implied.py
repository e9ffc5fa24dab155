"""What a quantity measures where no word for it stands: by its unit, by who leaves, by what moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ....values import Quantity
from ...english.cast import THINGS
from ...english.clauses import DETERMINERS, Clauses, cue_spans
from ...english.discourse import Who
from ...english.vocabulary import RATIOS, Measure, kind_of
from ...page import Page, Passage
from ...wording import table
from .circumstances import CLOSE, NEAR, Circumstances
from .measuring import Measures
from .subjects import Subjects

__all__ = ["Implied"]

UNITS: Final = {
    "parameters": "parameters",
    "rank": "rank",
    "MW": "capacity",
    "GW": "capacity",
    "TW": "capacity",
    "kW": "capacity",
    "kWh": "capacity",
    "MWh": "capacity",
    "GWh": "capacity",
    "Gbps": "capacity",
    "Mbps": "capacity",
    "Tbps": "capacity",
}
"""What a unit measures that says it alone."""
USERS: Final = {
    "daily-active-users": ("every day", "each day", "a day", "per day", "daily"),
    "weekly-active-users": ("every week", "each week", "a week", "per week", "weekly"),
    "monthly-active-users": ("every month", "each month", "a month", "per month", "monthly"),
}
TIMES: Final = frozenset(("year", "month", "week", "day", "hour", "minute", "second", "quarter"))
COMPARED: Final = frozenset(("of", "more", "less", "fewer", "faster"))
PARTS: Final = frozenset(("business", "segment", "division", "unit", "arm"))
LEAVING: Final = 10
DEALS: Final = frozenset(
    "sell sells sold selling buy buys bought buying own owns owned holds held hold acquire acquires acquired"
    " stake take takes took float list".split()
)
PAYING: Final = frozenset(("paying", "paid", "pay", "subscribe", "subscribers", "subscription"))
CASES: Final = frozenset("inquiry probe investigation case lawsuit ruling trial verdict suit".split())
SENIOR: Final = frozenset(("executives", "presidents", "directors", "managers", "founders"))
"""People whose going is told as a departure even where they are let go."""


class Implied:
    """What the quantities of a passage measure where their words do not say it."""

    def __init__(self, around: Circumstances) -> None:
        self.around = around
        self.page: Page = around.page
        self.passage: Passage = around.passage
        self.clauses: Clauses = around.clauses
        self.measures: Measures = around.measures
        self.subjects: Subjects = around.subjects
        self.key: Callable[[int], str] = around.key

    def slug(self, place: range, value: Quantity) -> str | None:
        """What a unit measures where no word says it."""
        if value.per is not None and kind_of(value.unit) == "money" and value.per not in TIMES:
            return "price"
        if kind_of(value.unit) == "money" and self.is_priced(place):
            return "price"
        if kind_of(value.unit) in ("ratio", "count") and self._is_score(place, value):
            return "benchmark-score"
        if value.unit == "count" and self._is_leaving(place.stop) and self._people(place):
            return "departures"
        if value.unit == "count" and self._are_paying(place):
            return "subscribers"
        if value.unit == "count" and self.key(place.stop) == "people" and self._frequency(place) is not None:
            return "users"
        if value.unit in RATIOS and self._is_stake(place):
            return "investment"
        used = self.key(place.stop) in ("use", "uses", "used") and value.unit in (*RATIOS, "count")
        return (self._frequency(place) or "users") if used else UNITS.get(value.unit)

    def _is_stake(self, place: range) -> bool:
        """Whether a ratio is a part of a company that is bought, held or sold: ``sell 3% of Acme``."""
        at = place.stop + 1
        if self.key(place.stop) != "of" or at >= self.passage.end:
            return False
        while self.key(at) in DETERMINERS:
            at += 1
        whole = self.page.names_in(self.page.span(at, at + 1)) if at < self.passage.end else ()
        low = max(self.passage.first, place.start - NEAR)
        deals = any(self.key(i) in DEALS for i in range(low, place.start))
        return deals and any(name.value.kind == "organisation" for name in whole)

    def narrowed(self, slug: str, place: range, value: Quantity, *, listed: bool) -> str:
        """People who come every day are daily users, those who go are departures."""
        if slug == "employees" and value.unit == "count":
            if self._is_sent(place) or (self._people(place) and self._is_leaving(place.stop)):
                return "departures"
            if self._are_paying(place):
                return "subscribers"
        if slug == "price" and self._is_case(place):
            return "fine"
        if slug == "valuation" and listed:
            return "market-value"
        if slug == "users" and value.unit == "count":
            return self._frequency(place) or slug
        return slug

    def paying(self, slug: str, place: range) -> str:
        """What users are counted as of whom it is said that they pay."""
        near = {self.key(at) for at in range(place.stop, place.stop + LEAVING)}
        return "subscribers" if slug.endswith("users") and near & PAYING else slug

    def _people(self, place: range) -> bool:
        """Whether people are counted."""
        nouns = table("cues")["people"]["nouns"]
        return any(self.key(at) in nouns for at in range(place.stop, place.stop + CLOSE))

    def _is_leaving(self, at: int) -> bool:
        return any(cue_spans(self.page, at, min(at + LEAVING, self.passage.end), "leaving"))

    def _is_sent(self, place: range) -> bool:
        """Whether those who lead are let go."""
        senior = any(self.key(at) in SENIOR for at in range(place.stop, place.stop + CLOSE))
        end = min(place.stop + LEAVING, self.passage.end)
        return senior and any(cue_spans(self.page, place.stop, end, "cuts"))

    def _is_case(self, place: range) -> bool:
        """Whether a case has cost somebody money: ``the inquiry cost it $4m``."""
        low = max(self.passage.first, place.start - NEAR)
        before = [
            self.key(at)
            for at in range(low, place.start)
            if self.clauses[at].clause == self.clauses[place.start].clause
        ]
        return before[-2:-1] == ["cost"] and bool(CASES & {*before})

    def _are_paying(self, place: range) -> bool:
        """Whether people are counted who pay: ``900 people have a subscription``."""
        near = {self.key(at) for at in range(place.stop + 1, place.stop + CLOSE + 1)}
        return self.key(place.stop) == "people" and bool(near & PAYING)

    def _frequency(self, place: range) -> str | None:
        end = min(place.stop + NEAR, self.passage.end)
        low = max(self.passage.first, place.start - 2)
        words = " ".join(
            self.key(at)
            for at in range(low, end)
            if self.clauses[at].clause == self.clauses[place.start].clause
        )
        padded = f" {words} "
        return next(
            (slug for slug, phrases in USERS.items() if any(f" {one} " in padded for one in phrases)), None
        )

    def moved(self, place: range, value: Quantity) -> tuple[Measure, Who] | None:
        """A name that moves itself: ``Foo rose 4%`` is its share, ``Foo grew 4%`` its revenue."""
        money = kind_of(value.unit) == "money"
        if (value.unit not in RATIOS and not money) or self.key(place.stop) in COMPARED:
            return None
        low = max(self.passage.first, place.start - 3)
        for slug, first, end in cue_spans(self.page, low, place.start, "movement"):
            if self.key(end) not in ("by", "to", "") and end != place.start and place.start - end > 1:
                continue
            measure = Measure(slug, first, first, end, True)
            who = self.subjects.mover(self.passage, first)
            if who is not None and who.value.kind in THINGS and slug == "share-price":
                return measure._replace(slug="price"), who  # Foo falls to $9
            part = slug == "revenue" and self.key(first - 2) in ("its", "their", "'s", "s")
            if who is None and (part or self.key(first - 1) in PARTS):
                measure = measure._replace(slug="revenue")
                return measure, self.subjects.of(self.passage, self.clauses, place, measure, "revenue")
            if who is not None:
                return measure, who
        return None

    def is_priced(self, place: range) -> bool:
        """Whether money is only set beside a thing: ``At $900 the Foo``, ``the Foo ($900)``."""
        if self.key(place.start - 1) == "at" and place.start - self.passage.first <= CLOSE:
            end = min(place.stop + CLOSE + 1, self.passage.end)
            follows = self.page.names_in(self.page.span(place.stop, end)) if place.stop < end else ()
            return any(name.value.kind in ("product", "model", "platform") for name in follows)
        beside = self.subjects.beside(self.passage, place)
        bracketed = self.key(place.start - 1) == "(" and self.key(place.stop) == ")"
        return bracketed and beside is not None and beside.value.kind in ("product", "model")

    def _is_score(self, place: range, value: Quantity) -> bool:
        """Whether a bare number stands with a benchmark in its clause."""
        if self.around.benchmark(place.stop) is not None:
            return True
        if value.unit == "count" and self.measures.counts_something_else(place, value):
            return False
        here = self.clauses[place.start].clause
        tests = [
            (self.page.token_at(name.span.start), self.page.token_at(name.span.end))
            for name in self.around.tests_near(place)
        ]
        headed = any(self.key(end) == ":" and end < place.start for _, end in tests)  # Foo-Bench: 68%
        return headed or any(self.clauses[at].clause == here for at, _ in tests)
