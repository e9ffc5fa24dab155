"""The strategies: what they give passes every check, comes back equal, keeps the laws and shrinks."""

from __future__ import annotations

import pickle
import subprocess
import sys
from importlib.metadata import entry_points
from itertools import chain
from random import Random
from typing import Any

import pytest
from attrs import evolve, has
from hypothesis import find, given, settings
from hypothesis import strategies as st

import qwenfacts as qf
from qwenfacts import plugin, strategies

TYPES: list[Any] = [value for name in qf.__all__ if isinstance(value := getattr(qf, name), type)]
GENERIC: list[Any] = [qf.Facts[qf.Metric], qf.Mention[qf.Quantity], qf.Mention[str]]


@pytest.mark.parametrize("kind", [*TYPES, *GENERIC], ids=str)
def test_every_public_type_has_a_strategy(kind: Any) -> None:
    @settings(max_examples=10)
    @given(st.from_type(kind))
    def check(value: Any) -> None:
        assert isinstance(value, getattr(kind, "__origin__", kind))
        assert pickle.loads(pickle.dumps(value)) == value
        assert hash(value) == hash(evolve(value) if not isinstance(value, qf.Report) else value)

    check()


def test_all_of_them_are_public() -> None:
    assert len(strategies.__all__) == len(TYPES)
    assert all(has(kind) for kind in TYPES)
    for name in strategies.__all__:
        assert getattr(strategies, name).__doc__


def test_what_stands_in_brackets_is_what_they_hold() -> None:
    @settings(max_examples=10)
    @given(st.from_type(qf.Facts[qf.Metric]), st.from_type(qf.Mention[qf.Period]))
    def check(metrics: qf.Facts[qf.Metric], mention: qf.Mention[qf.Period]) -> None:
        assert all(isinstance(metric, qf.Metric) for metric in metrics)
        assert isinstance(mention.value, qf.Period)

    check()


def test_hypothesis_is_told_when_it_is_imported() -> None:
    (entry,) = (entry for entry in entry_points(group="hypothesis") if entry.name == "qwenfacts")
    assert entry.load() is plugin.register
    code = (
        "import sys; from hypothesis import strategies as st; early = 'qwenfacts.strategies' in sys.modules;"
        " import qwenfacts as qf; print(early, type(st.from_type(qf.Span)).__name__, st.from_type(qf.Span))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.split()[0] == "False"
    assert run.stdout.strip().endswith("spans()")


@settings(max_examples=settings().max_examples // 2)
@given(strategies.datasets())
def test_datasets_come_back_equal(dataset: qf.Dataset) -> None:
    again = qf.Dataset.from_json(dataset.to_json())
    assert again == dataset
    assert again.fingerprint == dataset.fingerprint
    assert pickle.loads(pickle.dumps(dataset)) == dataset


@given(strategies.reports())
def test_reports_keep_the_laws(report: qf.Report) -> None:
    groups: tuple[tuple[qf.Mention[Any], ...], ...] = (
        report.quantities, report.dates, report.names, report.quotations, report.links
    )  # fmt: skip
    mentions = [*chain.from_iterable(groups)]
    parts: list[Any] = [*report.blocks, *mentions, *report.unread]
    for part in parts:
        assert report.text[part.span.slice] == part.text
    used = {span for fact in report.facts for span in fact.mentions} | {each.span for each in report.unread}
    for mention in mentions:
        known = isinstance(mention.value, qf.Entity) and mention.value.known
        assert known or mention.span in used or mention is report.names[0]
    for fact in report.facts:
        assert [report.text[each.span.slice] for each in fact.evidence] == [e.quote for e in fact.evidence]
        if isinstance(fact, qf.Metric):
            assert fact.mentions[0] in [quantity.span for quantity in report.quantities]
    assert {fact.story for fact in report.facts} <= {None, *(story.number for story in report.stories)}


def small(condition: Any) -> Any:
    return find(
        strategies.reports(), condition, settings=settings(max_examples=500, database=None), random=Random(1)
    )


def test_reports_shrink_to_what_matters() -> None:
    report = small(lambda report: report.stories)
    assert not report.facts
    assert not report.unread
    assert len(report.text) < 20
    assert (report.published, report.period, report.analyst, report.warnings) == (None, None, None, ())


@pytest.mark.slow
def test_facts_shrink_within_their_reports() -> None:
    report = small(lambda report: any(isinstance(fact, qf.Metric) for fact in report.facts))
    assert len(report.facts) == 1
    assert len(report.text) < 40
