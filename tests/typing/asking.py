"""What type checkers make of questions: checked by mypy and basedpyright, run by no one."""

from __future__ import annotations

from typing import Any, assert_type

import qwenfacts as qf

ds = qf.load()

# every kind of fact keeps its type, whatever is asked
assert_type(ds.facts, qf.Facts[qf.Fact])
assert_type(ds.metrics, qf.Facts[qf.Metric])
assert_type(ds.releases, qf.Facts[qf.ModelRelease])
assert_type(ds.personnel, qf.Facts[qf.PersonnelChange])
assert_type(ds.events, qf.Facts[qf.Event])
assert_type(ds.statements, qf.Facts[qf.Statement])
assert_type(ds.citations, qf.Facts[qf.Citation])
assert_type(ds.outlooks, qf.Facts[qf.Outlook])
assert_type(ds.relations, qf.Facts[qf.Relation])

assert_type(ds.metrics.about("qwen"), qf.Facts[qf.Metric])
assert_type(ds.metrics.about("qwen", parts=True), qf.Facts[qf.Metric])
assert_type(ds.metrics.where(subject="qwen"), qf.Facts[qf.Metric])
assert_type(ds.metrics.where(lambda metric: metric.quantity.value > 5), qf.Facts[qf.Metric])
assert_type(ds.personnel.during("2026-03"), qf.Facts[qf.PersonnelChange])
assert_type(ds.releases.in_story(2), qf.Facts[qf.ModelRelease])
assert_type(ds.citations.search("chips"), qf.Facts[qf.Citation])
assert_type(ds.metrics.sorted_by("period"), qf.Facts[qf.Metric])
assert_type(ds.metrics.grouped_by("subject"), dict[Any, qf.Facts[qf.Metric]])
assert_type(ds.metrics[1:3], qf.Facts[qf.Metric])
assert_type(ds.metrics[0], qf.Metric)
assert_type(ds.metrics.one(), qf.Metric)
assert_type(ds.metrics.first(), qf.Metric | None)
assert_type([metric.quantity for metric in ds.metrics], list[qf.Quantity])

# a question for one type gives that type
assert_type(ds.facts.measuring("revenue"), qf.Facts[qf.Metric])
assert_type(ds.facts.of_type(qf.Event), qf.Facts[qf.Event])
assert_type(ds.series("qwen", "downloads"), qf.Facts[qf.Metric])
assert_type(ds.series("qwen", "downloads").one().quantity.low is None, bool)

# sums are of both
assert_type(ds.metrics + ds.metrics, qf.Facts[qf.Metric])
assert_type(ds.metrics + ds.releases, qf.Facts[qf.Metric | qf.ModelRelease])
everything: qf.Facts[qf.Fact] = ds.metrics

# across reports
assert_type(ds.about("qwen"), qf.Facts[qf.Fact])
assert_type(ds.timeline(), qf.Facts[qf.Fact])
assert_type(ds.as_of("2026-03-21"), qf.Dataset)
assert_type(ds.conflicts(), tuple[qf.Conflict, ...])
changes = ds.changes("2026-03-21", "2026-03-28")
assert_type(changes, qf.Changes)
assert_type(changes.new, qf.Facts[qf.Fact])
assert_type(changes.restated, tuple[tuple[qf.Fact, qf.Fact], ...])

# what is wrong is refused
ds.metrics.about(3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
_ = ds.metrics.one().licence  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
ds.facts.during(3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ds.metrics[0].measure = "x"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
