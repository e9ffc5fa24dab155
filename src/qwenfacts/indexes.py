"""Where facts are found without looking at all of them: by type, report, entity, measure and days."""

from __future__ import annotations

import datetime as dt
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from operator import le
from typing import Final, NamedTuple, TypeAlias, TypeVar

from attrs import frozen

from .facts import Fact, Metric
from .values import Period
from .when import Days

__all__ = ["NOTHING", "Index", "Places", "Posted"]

K = TypeVar("K")
Places: TypeAlias = Sequence[int]
"""Positions of facts, ascending, each once."""

FIRST: Final = 0
LAST: Final = dt.date.max.toordinal() + 1
NEVER: Final = LAST + 1


class Posted(NamedTuple):
    """Some facts and their positions.

    Both are kept: in a large archive, to visit facts that lie far apart costs more than to find them.
    """

    places: Places
    facts: tuple[Fact, ...]


NOTHING: Final = Posted((), ())


@frozen(eq=False)
class Index:
    """Positions of facts in a tuple; each table is made when it is first asked for, in one pass.

    A table is derived from the facts alone: two threads that make it at once make the same.
    """

    items: tuple[Fact, ...]

    @cached_property
    def by_type(self) -> Mapping[type[Fact], Posted]:
        """The facts of a type."""
        return self._posted((type(fact), at) for at, fact in enumerate(self.items))

    @cached_property
    def by_report(self) -> Mapping[str, Posted]:
        """The facts of a report, by its id."""
        return self._posted((fact.report, at) for at, fact in enumerate(self.items))

    @cached_property
    def by_entity(self) -> Mapping[str, Posted]:
        """The facts with an entity, by its id, in any of their fields."""
        return self._posted(
            (key, at)
            for at, fact in enumerate(self.items)
            for key in dict.fromkeys(entity.id for entity in fact.entities())
        )

    @cached_property
    def by_measure(self) -> Mapping[str, Posted]:
        """The metrics of a measure."""
        return self._posted((metric.measure, at) for at, metric in self._metrics())

    @cached_property
    def by_series(self) -> Mapping[tuple[str, str], Posted]:
        """The metrics of a subject, by its id, and a measure."""
        return self._posted(((metric.subject.id, metric.measure), at) for at, metric in self._metrics())

    def _posted(self, pairs: Iterable[tuple[K, int]]) -> Mapping[K, Posted]:
        places: defaultdict[K, array[int]] = defaultdict(lambda: array("I"))
        for key, at in pairs:
            places[key].append(at)
        return {key: Posted(some, self.at(some)) for key, some in places.items()}

    def at(self, places: Places) -> tuple[Fact, ...]:
        """The facts at some places."""
        return tuple(map(self.items.__getitem__, places))

    def _metrics(self) -> Iterator[tuple[int, Metric]]:
        return ((at, fact) for at, fact in enumerate(self.items) if isinstance(fact, Metric))

    # -- time --

    def during(self, days: Days) -> Places:
        """The facts whose time shares a day with these."""
        return sorted(chain.from_iterable(group.sharing(days) for group in self._dated))

    def at_most_during(self, days: Days) -> int:
        """How many that may be, without looking at them."""
        return sum(map(len, (group.near(days) for group in self._dated)))

    def during_among(self, places: Places, days: Days) -> Places:
        """Those of some facts whose time shares a day with these."""
        first, last = _ordinals(days)
        firsts, lasts = self._firsts_and_lasts
        return [at for at in places if lasts[at] >= first and firsts[at] <= last]

    @cached_property
    def _firsts_and_lasts(self) -> tuple[array[int], array[int]]:
        """The first and the last day of every fact; of those without a time, ones that nothing shares."""
        rows = [(NEVER, FIRST) if when is None else _ordinals(when) for when in map(_time, self.items)]
        return array("I", (first for first, _ in rows)), array("I", (last for _, last in rows))

    @cached_property
    def _dated(self) -> tuple[_Lasting, ...]:
        """The dated facts by the precision of their time and by how long it lasts."""
        firsts, lasts = self._firsts_and_lasts
        groups: defaultdict[tuple[str, int], list[tuple[int, int, int]]] = defaultdict(list)
        for at, when in enumerate(map(_time, self.items)):
            if when is not None:
                length = (lasts[at] - firsts[at]).bit_length()
                groups[when.precision, length].append((firsts[at], lasts[at], at))
        return tuple(_Lasting(1 << length, *_arrays(sorted(rows))) for (_, length), rows in groups.items())


def _time(fact: Fact) -> Period | None:
    """The time of a fact, if it has days."""
    when = fact.when
    return None if when is None or (when.start is None and when.end is None) else when


def _ordinals(days: Days | Period) -> tuple[int, int]:
    first = FIRST if days.start is None else days.start.toordinal()
    return first, LAST if days.end is None else days.end.toordinal()


def _arrays(rows: Sequence[tuple[int, int, int]]) -> Iterator[array[int]]:
    return (array("I", column) for column in zip(*rows, strict=True))


@frozen(eq=False)
class _Lasting:
    """Facts that last less than ``longest`` days after their first, and at least half as long.

    They stand in order of their first day, so that what shares a day with others stands near them. Days,
    weeks, months and the like end in the order in which they start: of these, none is looked at in vain.
    """

    longest: int
    firsts: array[int]
    lasts: array[int]
    at: array[int]

    @cached_property
    def _end_in_order(self) -> bool:
        return all(map(le, self.lasts, islice(self.lasts, 1, None)))

    def near(self, days: Days) -> range:
        """Where those stand that can share a day with these."""
        first, last = _ordinals(days)
        if self._end_in_order:
            low = bisect_left(self.lasts, first)
        else:
            low = bisect_left(self.firsts, first - self.longest)
        return range(low, bisect_right(self.firsts, last, low))

    def sharing(self, days: Days) -> Iterable[int]:
        """Those that share a day with these."""
        near = self.near(days)
        if self._end_in_order:
            return self.at[near.start : near.stop]
        first, _ = _ordinals(days)
        return (self.at[place] for place in near if self.lasts[place] >= first)
