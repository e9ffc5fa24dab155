"""What Hypothesis calls when it is imported, so that ``st.from_type(qf.Metric)`` works in any project."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_args

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = ["register"]


def register() -> None:
    """Tell Hypothesis the strategy of every type; the strategies are made when they are asked for.

    >>> register()
    >>> from hypothesis import given, strategies as st
    >>> import qwenfacts as qf
    >>> @given(st.from_type(qf.Metric))
    ... def check(metric):
    ...     assert metric.quantity.text in metric.evidence[0].quote
    >>> check()
    """
    from hypothesis.strategies import register_type_strategy

    from . import changes, compare, dataset, entities, facts, query, report, values

    strategy_of: dict[type, str] = {
        values.Span: "spans",
        values.Quantity: "quantities",
        values.Period: "periods",
        entities.Entity: "entities",
        facts.Evidence: "evidences",
        facts.Fact: "facts",
        facts.Metric: "metrics",
        facts.ModelRelease: "releases",
        facts.PersonnelChange: "personnel_changes",
        facts.Event: "events",
        facts.Statement: "statements",
        facts.Citation: "citations",
        facts.Outlook: "outlooks",
        facts.Relation: "relations",
        query.Facts: "fact_lists",
        report.Block: "blocks",
        report.Mention: "mentions",
        report.Row: "rows",
        report.Section: "sections",
        report.Story: "stories",
        report.Unread: "unreads",
        report.Report: "reports",
        dataset.Dataset: "datasets",
        changes.Changes: "changes",
        compare.Conflict: "conflicts",
    }
    for cl, name in strategy_of.items():
        register_type_strategy(cl, _made_by(name))


def _made_by(name: str) -> Callable[[Any], SearchStrategy[Any]]:
    def strategy(kind: Any) -> SearchStrategy[Any]:
        from hypothesis.strategies import from_type

        from . import strategies

        make: Callable[..., SearchStrategy[Any]] = getattr(strategies, name)
        # Facts[Metric], Mention[Quantity]: of what is given in brackets
        return make(*(from_type(each) for each in get_args(kind)))

    return strategy
