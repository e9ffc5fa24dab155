"""Hypothesis strategies: valid values of every type, for property tests of code that takes them.

What is drawn passes the checks of its type. Words are odd on purpose (emoji, combining marks, line
ends); all shrink to short plain ones. Needs the extra ``strategies``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, TypeVar, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .entities import Entity, EntityKind
from .facts import (
    Access,
    Aspect,
    Citation,
    Direction,
    Event,
    EventKind,
    Evidence,
    Fact,
    Metric,
    ModelRelease,
    Nature,
    Origin,
    Outlook,
    OutlookKind,
    PeriodFrom,
    PersonnelChange,
    PersonnelKind,
    Relation,
    Stage,
    Statement,
)
from .values import MONTHS, Bound, Period, Precision, Quantity, Span, month_end

__all__ = [
    "citations",
    "entities",
    "events",
    "evidences",
    "facts",
    "metrics",
    "outlooks",
    "periods",
    "personnel_changes",
    "quantities",
    "relations",
    "releases",
    "spans",
    "statements",
]

F = TypeVar("F", bound=Fact)
Fields = Mapping[str, SearchStrategy[Any]]

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


def _choices(literal: object) -> SearchStrategy[str]:
    return st.sampled_from(get_args(literal))


def _words() -> SearchStrategy[str]:
    return st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(str.strip)


def _slugs(joint: str = "-") -> SearchStrategy[str]:
    """From few characters, so that some come twice."""
    parts = st.text("ab1é通", min_size=1, max_size=3)
    return st.lists(parts, min_size=1, max_size=3).map(joint.join)


def _measures() -> SearchStrategy[str]:
    return st.lists(st.text("ab1", min_size=1, max_size=3), min_size=1, max_size=3).map("-".join)


# -- values -----------------------------------------------------------------------------------


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


# -- entities ---------------------------------------------------------------------------------


@st.composite
def entities(draw: DrawFn, *, kinds: Sequence[EntityKind] = KINDS) -> Entity:
    """Entities of these kinds; few ids and names, so that two may share them.

    >>> from hypothesis import given
    >>> @given(entities(kinds=["person"]))
    ... def check(entity):
    ...     assert entity.kind == "person" and entity.name in entity.names
    >>> check()
    """
    names = _slugs(" ").map(str.title) | _words()
    return Entity(
        draw(_slugs()),
        draw(st.sampled_from(kinds)),
        draw(names),
        tuple(draw(st.lists(names, max_size=2, unique=True))),
        draw(st.none() | _slugs()),
        draw(st.sampled_from([True, False])),
    )


# -- facts ------------------------------------------------------------------------------------


@st.composite
def evidences(draw: DrawFn, *, report: str = REPORT, quotes: SearchStrategy[str] | None = None) -> Evidence:
    """Evidence from that report, of these quotes.

    >>> from hypothesis import given
    >>> @given(evidences(quotes=st.just("up 4%")))
    ... def check(evidence):
    ...     assert len(evidence.span) == 5 and "up 4%" in evidence.sentence
    >>> check()
    """
    quote = draw(_words() if quotes is None else quotes)
    start = draw(st.integers(0, 1000))
    around = st.just("") | _words()
    sentence = draw(around) + quote + draw(around)
    return Evidence(report, Span(start, start + len(quote)), quote, sentence)


@st.composite
def _told(
    draw: DrawFn,
    kind: type[F],
    report: str,
    required: Fields,
    optional: Fields,
    *alternatives: Fields,
) -> F:
    """A fact of that kind: its fields as given, and what all facts have so that it fits."""
    fields = draw(st.fixed_dictionaries(required, optional=optional))
    if alternatives:
        fields |= draw(st.one_of(*map(st.fixed_dictionaries, alternatives)))
    quantity = fields.get("quantity")
    around = st.just("") | _words()
    quote = draw(
        _words() if quantity is None else st.builds("{}{}{}".format, around, st.just(quantity.text), around)
    )
    first = draw(evidences(report=report, quotes=st.just(quote)))
    evidence = (first, *draw(st.lists(evidences(report=report), max_size=1)))
    if quantity is None:
        start, mentions = min(one.span.start for one in evidence), draw(st.lists(spans(), max_size=2))
    else:
        start = first.span.start + quote.index(quantity.text)
        mentions = [Span(start, start + len(quantity.text))]
    return kind(
        id=f"{report}/{kind.type}@{start}",
        report=report,
        story=draw(st.none() | st.integers(1, 9)),
        evidence=evidence,
        mentions=tuple(mentions),
        origin=draw(st.sampled_from(get_args(Origin))),
        **fields,
    )


def metrics(*, report: str = REPORT) -> SearchStrategy[Metric]:
    """Metrics of that report; the first evidence holds the quantity.

    >>> from hypothesis import given
    >>> @given(metrics())
    ... def check(metric):
    ...     assert metric.quantity.text in metric.evidence[0].quote
    >>> check()
    """
    return _told(
        Metric,
        report,
        {
            "subject": entities(),
            "measure": _measures(),
            "measure_text": _words(),
            "quantity": quantities(),
        },
        {
            "aspect": _choices(Aspect),
            "direction": _choices(Direction),
            "nature": _choices(Nature),
            "of": entities() | _words(),
            "qualifier": _words(),
        },
        {},
        {"period": periods(), "period_from": _choices(PeriodFrom)},
    )


def releases(*, report: str = REPORT) -> SearchStrategy[ModelRelease]:
    """Model releases of that report.

    >>> from hypothesis import given
    >>> @given(releases())
    ... def check(release):
    ...     assert release.model.kind in ("model", "model_family")
    >>> check()
    """
    models = entities(kinds=["model", "model_family"])
    return _told(
        ModelRelease,
        report,
        {"model": models},
        {
            "developer": entities(kinds=["organisation"]),
            "date": periods(),
            "stage": _choices(Stage),
            "access": _choices(Access),
            "channels": _several(entities(kinds=["platform", "product"])),
            "parameters": quantities(units=["parameters"]),
            "licence": _words(),
            "variants": _several(models),
        },
    )


def personnel_changes(*, report: str = REPORT) -> SearchStrategy[PersonnelChange]:
    """Personnel changes of that report, of a person or an unnamed group.

    >>> from hypothesis import given
    >>> @given(personnel_changes(report="acme-2027-05-07"))
    ... def check(change):
    ...     assert change.id.startswith("acme-2027-05-07/personnel-change@")
    >>> check()
    """
    people = entities(kinds=["person"])
    organisations = entities(kinds=["organisation"])
    return _told(
        PersonnelChange,
        report,
        {"kind": _choices(PersonnelKind)},
        {
            "role": _words(),
            "organisation": organisations,
            "date": periods(),
            "replaces": people,
            "former_role": _words(),
            "former_organisation": organisations,
        },
        {"person": people},
        {"group": _words()},
    )


def events(*, report: str = REPORT) -> SearchStrategy[Event]:
    """Events of that report.

    >>> from hypothesis import given
    >>> @given(events())
    ... def check(event):
    ...     assert event.subject in event.entities()
    >>> check()
    """
    return _told(
        Event,
        report,
        {"kind": _choices(EventKind), "subject": entities()},
        {
            "date": periods(),
            "parts": _several(entities()),
            "head": entities(kinds=["person"]),
            "organisation": entities(kinds=["organisation"]),
            "platform": entities(kinds=["platform"]),
            "fiscal_period": periods(precisions=["fiscal_quarter", "fiscal_year"]),
            "stage": _choices(Stage),
        },
    )


def statements(*, report: str = REPORT) -> SearchStrategy[Statement]:
    """Statements of that report.

    >>> from hypothesis import given
    >>> @given(statements())
    ... def check(statement):
    ...     assert statement.text and statement.verbatim in (True, False)
    >>> check()
    """
    return _told(
        Statement,
        report,
        {"text": _words(), "verbatim": st.booleans()},
        {"speaker": entities(kinds=["person", "organisation"]), "medium": _words()},
    )


def citations(*, report: str = REPORT) -> SearchStrategy[Citation]:
    """Citations of that report.

    >>> from hypothesis import given
    >>> @given(citations())
    ... def check(citation):
    ...     assert citation.source.kind == "publication"
    >>> check()
    """
    return _told(
        Citation,
        report,
        {"source": entities(kinds=["publication"]), "text": _words()},
        {
            "link": _slugs().map("https://{}.example/".format),
            "date": periods(),
            "supports": st.integers(1, 9) | st.integers(0, 1000).map(f"{report}/metric@{{}}".format),
        },
    )


def outlooks(*, report: str = REPORT) -> SearchStrategy[Outlook]:
    """Outlooks of that report.

    >>> from hypothesis import given
    >>> @given(outlooks())
    ... def check(outlook):
    ...     assert outlook.kind in ("forecast", "risk", "signal")
    >>> check()
    """
    return _told(
        Outlook,
        report,
        {"kind": _choices(OutlookKind), "subject": entities(), "text": _words()},
        {"horizon": periods()},
    )


def relations(*, report: str = REPORT) -> SearchStrategy[Relation]:
    """Relations of that report, to an entity or to words.

    >>> from hypothesis import given
    >>> @given(relations())
    ... def check(relation):
    ...     assert isinstance(relation.object, Entity | str)
    >>> check()
    """
    return _told(
        Relation,
        report,
        {"subject": entities(), "kind": _measures(), "object": entities() | _words()},
        {},
    )


def facts(*, report: str = REPORT) -> SearchStrategy[Fact]:
    """Facts of any type of that report.

    >>> from hypothesis import given
    >>> @given(facts())
    ... def check(fact):
    ...     assert fact.id.startswith(f"{fact.report}/{fact.type}@")
    >>> check()
    """
    return st.one_of(
        metrics(report=report),
        releases(report=report),
        personnel_changes(report=report),
        events(report=report),
        statements(report=report),
        citations(report=report),
        outlooks(report=report),
        relations(report=report),
    )


def _several(values: SearchStrategy[Entity]) -> SearchStrategy[tuple[Entity, ...]]:
    return st.lists(values, max_size=2).map(tuple)
