"""Spans, quantities, periods, entities and evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..entities import Entity, EntityKind
from ..facts import Evidence
from ..values import MONTHS, Bound, Period, Precision, Quantity, Span, month_end

__all__ = ["REPORT", "entities", "evidences", "measures", "periods", "quantities", "slugs", "spans", "words"]

KINDS: Final[Sequence[EntityKind]] = get_args(EntityKind)
BOUNDS: Final[Sequence[Bound]] = get_args(Bound)
PRECISIONS: Final[Sequence[Precision]] = get_args(Precision)
UNITS: Final = ("count", "percent", "USD", "multiple", "rank", "parameters", "day", "MW")
REPORT: Final = "acme-2027-05-07"

WORDINGS: Final[Mapping[Bound, str]] = {
    "exact": "{}",
    "about": "about {}",
    "nearly": "nearly {}",
    "over": "over {}",
    "at_least": "at least {}",
    "under": "under {}",
    "at_most": "up to {}",
    "range": "{} to {}",
}


@cache
def words() -> SearchStrategy[str]:
    """Short texts of any characters, not all of them white."""
    return st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(str.strip)


@cache
def slugs(joint: str = "-") -> SearchStrategy[str]:
    """From few characters, so that some come twice."""
    parts = st.text("ab1é通", min_size=1, max_size=3)
    return st.lists(parts, min_size=1, max_size=3).map(joint.join)


@cache
def measures() -> SearchStrategy[str]:
    """Slugs of measures and of kinds of relation."""
    return st.lists(st.text("ab1", min_size=1, max_size=3), min_size=1, max_size=3).map("-".join)


@st.composite
def spans(draw: DrawFn, *, within: int = 1000) -> Span:
    """Spans of a text of that many characters.

    >>> from hypothesis import given
    >>> @given(spans(within=5))
    ... def check(span):
    ...     assert 1 <= len(span) <= 5 and span.end <= 5
    >>> check()
    """
    start = draw(st.integers(0, within - 1))
    return Span(start, draw(st.integers(start + 1, within)))


@st.composite
def quantities(draw: DrawFn, *, units: Sequence[str] = UNITS, bounds: Sequence[Bound] = BOUNDS) -> Quantity:
    """Quantities of these units and bounds, with the interval that their wording allows.

    >>> from hypothesis import given
    >>> @given(quantities(bounds=["over"]))
    ... def check(quantity):
    ...     assert quantity.text.startswith("over ") and quantity.high is None
    >>> check()
    """
    bound = draw(st.sampled_from(bounds))
    unit = draw(st.sampled_from(units))
    exponent = draw(st.integers(0, 12) | st.integers(-3, -1))
    number, more = draw(st.integers(-999, 9999)), draw(st.integers(0, 99))
    value, high = Decimal(f"{number}e{exponent}"), Decimal(f"{number + more}e{exponent}")
    place = Decimal(f"1e{exponent}")
    if bound == "exact" and draw(st.booleans()):
        place = Decimal(0)
    return Quantity.worded(
        f"{WORDINGS[bound].format(f'{value:f}', f'{high:f}')} {unit}",
        value,
        unit,
        bound,
        place=place,
        high=high,
        per=draw(st.sampled_from([None, "day", "1000000 token"])),
    )


@st.composite
def periods(
    draw: DrawFn,
    *,
    precisions: Sequence[Precision] = PRECISIONS,
    min_year: int = 2000,
    max_year: int = 2050,
) -> Period:
    """Periods of these precisions that start in these years.

    >>> from hypothesis import given
    >>> @given(periods(precisions=["month"], min_year=2024, max_year=2024))
    ... def check(period):
    ...     assert period.start.day == 1 and period.end.year == 2024
    >>> check()
    """
    precision = draw(st.sampled_from(precisions))
    day = draw(st.dates(dt.date(min_year, 1, 1), dt.date(max_year, 12, 1)))
    start: dt.date | None = day
    end: dt.date | None = day
    if precision == "week":
        start = day + dt.timedelta(-day.weekday() % 7)
        end = start + dt.timedelta(6)
    elif precision in MONTHS:
        months = MONTHS[precision]
        start = dt.date(day.year, 1 + (day.month - 1) // months * months, 1)
        end = month_end(start.year, start.month + months - 1)
    elif precision != "day":
        end = day + dt.timedelta(draw(st.integers(0, 400)))
        if precision.startswith("fiscal") and draw(st.booleans()):
            start = end = None
        elif precision == "open" or (precision == "relative" and draw(st.booleans())):
            start, end = draw(st.sampled_from([(start, None), (None, end)]))
    return Period(start, end, precision, f"{precision} of {day}")


NAMES: Final = slugs(" ").map(str.title) | words()
ALIASES: Final = st.lists(NAMES, max_size=2, unique=True)
PARENTS: Final = st.none() | slugs()


@st.composite
def entities(draw: DrawFn, *, kinds: Sequence[EntityKind] = KINDS) -> Entity:
    """Entities of these kinds; few ids and names, so that two may share them.

    >>> from hypothesis import given
    >>> @given(entities(kinds=["person"]))
    ... def check(entity):
    ...     assert entity.kind == "person" and entity.name in entity.names
    >>> check()
    """
    return Entity(
        draw(slugs()),
        draw(st.sampled_from(kinds)),
        draw(NAMES),
        tuple(draw(ALIASES)),
        draw(PARENTS),
        draw(st.sampled_from([True, False])),
    )


AROUND: Final = st.just("") | words()


@st.composite
def evidences(draw: DrawFn, *, report: str = REPORT, quotes: SearchStrategy[str] | None = None) -> Evidence:
    """Evidence from that report, of these quotes.

    >>> from hypothesis import given
    >>> @given(evidences(quotes=st.just("up 4%")))
    ... def check(evidence):
    ...     assert len(evidence.span) == 5 and "up 4%" in evidence.sentence
    >>> check()
    """
    quote = draw(words() if quotes is None else quotes)
    start = draw(st.integers(0, 1000))
    sentence = draw(AROUND) + quote + draw(AROUND)
    return Evidence(report, Span(start, start + len(quote)), quote, sentence)
