"""Facts of each type, with evidence that holds them; their spans are of no particular text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, TypeAlias, TypeVar, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..entities import Entity
from ..facts import (
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
    RelationKind,
    Stage,
    Statement,
)
from ..query import Facts
from ..values import Span
from .values import AROUND, REPORT, entities, evidences, measures, periods, quantities, slugs, spans, words

__all__ = [
    "citations",
    "events",
    "fact_lists",
    "facts",
    "metrics",
    "outlooks",
    "personnel_changes",
    "relations",
    "releases",
    "statements",
]

F = TypeVar("F", bound=Fact)
Fields: TypeAlias = Mapping[str, SearchStrategy[Any]]


def _choices(literal: object) -> SearchStrategy[str]:
    return st.sampled_from(get_args(literal))


def _told(
    kind: type[F], report: str, required: Fields, optional: Fields, *alternatives: Fields
) -> SearchStrategy[F]:
    """Facts of that kind: their fields as given, and what all facts have so that it fits."""
    fields = st.fixed_dictionaries(required, optional=optional)
    one_of = st.one_of(*map(st.fixed_dictionaries, alternatives or ({},)))
    return _evidenced(kind, report, fields, one_of, st.lists(evidences(report=report), max_size=1))


MENTIONS: Final = st.lists(spans(), max_size=2)
STORIES: Final = st.none() | st.integers(1, 9)


@st.composite
def _evidenced(
    draw: DrawFn,
    kind: type[F],
    report: str,
    of_kind: SearchStrategy[dict[str, Any]],
    one_of: SearchStrategy[dict[str, Any]],
    more: SearchStrategy[list[Evidence]],
) -> F:
    fields = draw(of_kind) | draw(one_of)
    quantity = fields.get("quantity")
    quote = draw(words()) if quantity is None else f"{draw(AROUND)}{quantity.text}{draw(AROUND)}"
    first = draw(evidences(report=report, quotes=st.just(quote)))
    evidence = (first, *draw(more))
    if quantity is None:
        start, mentions = min(one.span.start for one in evidence), draw(MENTIONS)
    else:
        start = first.span.start + quote.index(quantity.text)
        mentions = [Span(start, start + len(quantity.text))]
    return kind(
        id=f"{report}/{kind.type}@{start}",
        report=report,
        story=draw(STORIES),
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
            "measure": measures(),
            "measure_text": words(),
            "quantity": quantities(),
        },
        {
            "aspect": _choices(Aspect),
            "direction": _choices(Direction),
            "nature": _choices(Nature),
            "of": entities() | words(),
            "qualifier": words(),
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
            "licence": words(),
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
            "role": words(),
            "organisation": organisations,
            "date": periods(),
            "replaces": people,
            "former_role": words(),
            "former_organisation": organisations,
        },
        {"person": people},
        {"group": words()},
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
        {"text": words(), "verbatim": st.booleans()},
        {"speaker": entities(kinds=["person", "organisation"]), "medium": words()},
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
        {"source": entities(kinds=["publication"]), "text": words()},
        {
            "link": slugs().map("https://{}.example/".format),
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
        {"kind": _choices(OutlookKind), "subject": entities(), "text": words()},
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
        {"subject": entities(), "kind": _choices(RelationKind), "object": entities() | words()},
        {},
    )


@cache
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


def fact_lists(of: SearchStrategy[F] | None = None, *, max_size: int = 3) -> SearchStrategy[Facts[F]]:
    """`Facts` of up to so many facts, of any type or of those that are given.

    >>> from hypothesis import given
    >>> @given(fact_lists(metrics()))
    ... def check(some):
    ...     assert some.of_type(Metric) == some
    >>> check()
    """
    each: SearchStrategy[Any] = facts() if of is None else of
    return st.lists(each, max_size=max_size).map(lambda items: Facts(tuple(items)))


def _several(values: SearchStrategy[Entity]) -> SearchStrategy[tuple[Entity, ...]]:
    return st.lists(values, max_size=2).map(tuple)
