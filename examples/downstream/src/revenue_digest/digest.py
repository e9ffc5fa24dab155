"""From a dataset of facts to the lines of a digest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import qwenfacts as qf


@dataclass(frozen=True, slots=True)
class Line:
    """One claim about revenue, ready to print. ``fact`` is the id by which the dataset finds it again."""

    fact: str
    who: str
    what: str
    numbers: str
    when: str
    sentence: str

    def __str__(self) -> str:
        return (
            f"- **{self.who}**: {self.what}, {self.numbers}; {self.when}\n  > {self.sentence} (`{self.fact}`)"
        )


def lines(facts: qf.Facts[qf.Metric]) -> Iterator[Line]:
    """The claims about revenue among some metrics, each as a line."""
    for metric in facts.where(measure="revenue"):
        yield line_of(metric)


def line_of(metric: qf.Metric) -> Line:
    """The line of one metric."""
    quantity = metric.quantity
    what = " ".join(filter(None, (metric.measure, metric.aspect, metric.direction)))
    return Line(
        fact=metric.id,
        who=metric.subject.name,
        what=f"{what} {quantity.text}",
        numbers=f"{quantity.unit} from {end(quantity.low)} to {end(quantity.high)}",
        when=f"for {metric.period}" if metric.period else "for no stated time",
        sentence=" ".join(metric.evidence[0].sentence.split()),
    )


def end(number: Decimal | None) -> str:
    """One end of an interval; None is open."""
    return "open" if number is None else f"{number:,f}"


def digest(dataset: qf.Dataset, day: str) -> str:
    """The digest of the report of a day, in Markdown; `LookupError` if there is no such report."""
    report = dataset.report(day)
    found = list(lines(dataset.metrics.where(report=report.id)))
    claims = "claim" if len(found) == 1 else "claims"
    head = f"# Revenue in {report.id}: {len(found)} {claims}\n"
    return "\n".join([head, *map(str, found)]) + "\n"
