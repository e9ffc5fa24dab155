"""Four pictures of what reports claim, as Altair charts: series, timeline, conflicts, coverage.

Every mark answers to the pointer with the words behind it. A chart holds all of its data and asks for
nothing else; the same facts give the same chart. Needs the extra ``plot``.

Altair, because a chart is a plain description that can be compared, saved and changed
(``chart.properties(width=400)``) before anything is drawn, and because its marks can show the sentence
behind a number where other libraries draw pixels.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from .compare import Conflict
from .dataset import Dataset
from .errors import InvalidValueError
from .exchange.extras import needed
from .facts import Fact, Metric
from .query import FACT_TYPES
from .report import Report
from .values import Period, Quantity, Span

if TYPE_CHECKING:
    from altair import LayerChart

__all__ = ["conflicts", "coverage", "series", "timeline"]

Row: TypeAlias = dict[str, object]

WIDTH: Final = 560
ARROW: Final = 0.15
"""How far an arrow reaches towards an open end, in widths of all that is drawn."""
TYPES: Final = tuple(kind.type for kind in FACT_TYPES)
SOFTNESS: Final = ("hard", "soft")
COLOURS: Final = (
    "#4c78a8", "#f58518", "#e45756", "#72b7b2", "#54a24b", "#b79a20", "#b279a2", "#9d755d",
)  # fmt: skip


def series(metrics: Iterable[Metric]) -> LayerChart:
    r"""Metrics as points over time, each with the interval that its wording allows.

    A bar reaches from the least to the greatest number that the words could mean; an open end is an arrow.
    Periods stand side by side in the order of the metrics, which `Dataset.series` gives by day, not to
    scale. One chart has one unit: raises `InvalidValueError` for metrics of several.

    >>> import qwenfacts as qf
    >>> from qwenfacts import plots
    >>> report = qf.parse("Acme Weekly Report May 7, 2027\n\nAcme's revenue rose over 4% in April 2027.")
    >>> chart = plots.series(report.facts.of_type(qf.Metric))
    >>> [(row["low"], row["high"], row["open"]) for row in chart.to_dict()["data"]["values"]]
    [(4.0, None, 'above')]
    """
    alt = needed("altair", extra="plot")
    metrics = tuple(metrics)
    units = sorted({_unit(metric.quantity) for metric in metrics})
    if len(units) > 1:
        raise InvalidValueError(f"series: wants metrics of one unit, got {', '.join(units)}; ask for one")
    places: Counter[object] = Counter()
    rows = [_claim(metric) for metric in metrics]
    for row in rows:  # claims of one period stand beside each other
        places[row["when"]] += 1
        row["place"] = places[row["when"]]
    _add_arrows(rows, metrics)
    legend = alt.Legend(labelLimit=WIDTH // 2)
    base = _chart(alt, "claims", rows).encode(
        x=alt.X("when:N", title=None, sort=None, axis=alt.Axis(labelAngle=-30)),
        xOffset=alt.XOffset("place:O"),
        color=alt.Color("what:N", scale=alt.Scale(range=list(COLOURS)), sort=None, title=None, legend=legend),
        tooltip=["what:N", "said:N", "bound:N", "low:Q", "high:Q", "report:N", "sentence:N"],
    )
    title = "".join(units)
    value = alt.Y("value:Q", title=title, scale=alt.Scale(zero=False))
    arrow = base.transform_filter("datum.open != null")
    heads = alt.Shape(
        "open:N",
        scale=alt.Scale(domain=["above", "below"], range=["triangle-up", "triangle-down"]),
        legend=None,
    )
    chart: LayerChart = alt.layer(
        base.mark_rule(strokeWidth=2).encode(y=alt.Y("from:Q", title=title), y2="to:Q"),
        arrow.mark_point(filled=True, size=90, opacity=1).encode(y=alt.Y("tip:Q", title=title), shape=heads),
        base.mark_point(filled=False, size=60, opacity=1).encode(y=value),
    ).properties(width=WIDTH)
    return chart


def _claim(metric: Metric) -> Row:
    quantity = metric.quantity
    return {
        "when": str(metric.period) if metric.period else "no date",
        "value": float(quantity.value),
        "low": _float(quantity.low),
        "high": _float(quantity.high),
        "open": "above" if quantity.high is None else "below" if quantity.low is None else None,
        "bound": quantity.bound,
        "what": _measured(metric),
        "said": quantity.text,
        "report": metric.report,
        "sentence": metric.evidence[0].sentence,
    }


def _unit(quantity: Quantity) -> str:
    return quantity.unit if quantity.per is None else f"{quantity.unit} per {quantity.per}"


def _measured(metric: Metric) -> str:
    """What is on the scale: a change or a share is not to be taken for a level, nor up for down."""
    aspect = None if metric.aspect == "level" else metric.aspect
    return " ".join(filter(None, (metric.subject.name, metric.measure, aspect, metric.direction)))


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _add_arrows(rows: list[Row], metrics: Iterable[Metric]) -> None:
    """Where each bar starts and ends on paper: an open end gets a length that all of them share."""
    ends = [end for metric in metrics for end in _ends(metric.quantity)]
    reach = float(max(ends, default=0) - min(ends, default=0)) or abs(float(max(ends, default=0))) or 1.0
    for row, metric in zip(rows, metrics, strict=True):
        low, value, high = metric.quantity.low, float(metric.quantity.value), metric.quantity.high
        row["from"] = value - ARROW * reach if low is None else float(low)
        row["to"] = value + ARROW * reach if high is None else float(high)
        row["tip"] = row["to"] if high is None else row["from"]


def _ends(quantity: Quantity) -> Iterator[Decimal]:
    yield from (end for end in (quantity.low, quantity.value, quantity.high) if end is not None)


def timeline(facts: Iterable[Fact]) -> LayerChart:
    """Facts over time, a line each: a point for the first day, a bar to the last; open ends are arrows.

    Lines stand in the order of the facts. Those that speak of no day are left out, as from
    `Dataset.timeline`, which gives them by their first day.

    >>> import qwenfacts as qf
    >>> from qwenfacts import plots
    >>> chart = plots.timeline(qf.load().timeline())
    >>> len(chart.to_dict()["data"]["values"]) == len(qf.load().timeline())
    True
    """
    alt = needed("altair", extra="plot")
    rows = [row for fact in facts for row in _stretch(fact)]
    start = alt.X("start:T", title=None, axis=alt.Axis(format="%-d %b %Y", labelOverlap=True, tickCount=8))
    base = _chart(alt, "facts", rows).encode(
        y=alt.Y("place:N", sort=None, axis=None),
        color=_by_type(alt, title=None),
        tooltip=["fact:N", "when:N", "report:N", "sentence:N"],
    )
    heads = alt.Shape(
        "open:N",
        scale=alt.Scale(domain=["after", "before"], range=["triangle-right", "triangle-left"]),
        legend=None,
    )
    chart: LayerChart = alt.layer(
        base.mark_bar(height=3, minBandSize=1).encode(x=start, x2="end:T"),
        base.mark_point(filled=True, size=25, opacity=1)
        .encode(x=start)
        .transform_filter("datum.open == null"),
        base.mark_point(filled=True, size=70, opacity=1)
        .encode(x=start, shape=heads)
        .transform_filter("datum.open != null"),
    ).properties(width=WIDTH, height=alt.Step(7))
    return chart


def _stretch(fact: Fact) -> Iterator[Row]:
    when = fact.when
    if when is None or (first := when.start or when.end) is None:
        return
    yield {
        "place": fact.id,
        "type": fact.type,
        "start": _day(first),
        "end": _day(when.end or first),
        "open": _open_end(when),
        "when": str(when),
        "fact": str(fact),
        "report": fact.report,
        "sentence": fact.evidence[0].sentence,
    }


def _day(day: dt.date) -> str:
    """A day as Vega reads it in the time of whoever looks: a bare date would be midnight in Greenwich."""
    return f"{day.isoformat()}T00:00:00"


def _open_end(when: Period) -> str | None:
    if when.end is None:
        return "after"
    return "before" if when.start is None else None


def conflicts(found: Iterable[Conflict] | Dataset) -> LayerChart:
    """Conflicts as lines between the claims: one row each, a point where each claim stands in its report.

    Takes a dataset, or some of its conflicts. Solid lines are hard conflicts, dashed ones soft.

    >>> import qwenfacts as qf
    >>> from qwenfacts import plots
    >>> chart = plots.conflicts(qf.load())
    >>> len({row["why"] for row in chart.to_dict()["data"]["values"]}) <= len(qf.load().conflicts())
    True
    """
    alt = needed("altair", extra="plot")
    found = found.conflicts() if isinstance(found, Dataset) else found
    rows: list[Row] = [
        {
            "conflict": f"{number}. {conflict.kind} {conflict.field}",
            "severity": conflict.severity,
            "why": conflict.why,
            "report": fact.report,
            "story": "no story" if fact.story is None else f"story {fact.story}",
            "fact": str(fact),
            "sentence": fact.evidence[0].sentence,
        }
        for number, conflict in enumerate(found, 1)
        for fact in conflict.facts
    ]
    for row in rows:
        row["claim"] = f"{row['report']}, {row['story']}"
    base = _chart(alt, "conflicts", rows).encode(
        x=alt.X("claim:N", title=None, axis=alt.Axis(labelAngle=-30, orient="top")),
        y=alt.Y("conflict:N", title=None, sort=None, axis=alt.Axis(labelLimit=260)),
        color=alt.Color(
            "severity:N", scale=alt.Scale(domain=list(SOFTNESS), range=["#e45756", "#b79a20"]), title=None
        ),
        tooltip=["why:N", "severity:N", "fact:N", "sentence:N"],
    )
    dashes = alt.StrokeDash(
        "severity:N", scale=alt.Scale(domain=list(SOFTNESS), range=[[1, 0], [4, 3]]), title=None
    )
    chart: LayerChart = alt.layer(
        base.mark_line(strokeWidth=2).encode(strokeDash=dashes, detail="conflict:N"),
        base.mark_point(filled=True, size=80, opacity=1),
    ).properties(width=WIDTH)
    return chart


def coverage(report: Report) -> LayerChart:
    r"""How much of each block of a report its facts are built on, from the first character to the last.

    A grey bar is a block of the text, and a coloured one a stretch that is the evidence of a fact; below,
    a lane has the mentions that no fact uses, by their reason. What is empty, the reader made nothing of.

    >>> import qwenfacts as qf
    >>> from qwenfacts import plots
    >>> report = qf.parse("Acme Weekly Report May 7, 2027\n\nAcme's revenue rose 4% in April 2027.")
    >>> sorted({row["lane"] for row in plots.coverage(report).to_dict()["data"]["values"]})
    ['metric', 'text', 'unread']
    """
    alt = needed("altair", extra="plot")
    rows = list(_stretches(report))
    used = {row["lane"] for row in rows}
    lanes = [lane for lane in ("text", *TYPES, "unread") if lane in used]
    base = _chart(alt, "stretches", rows).encode(
        x=alt.X(
            "start:Q", title="character", scale=alt.Scale(domain=[0, max(1, len(report.text))], nice=False)
        ),
        x2="end:Q",
        y=alt.Y("lane:N", title=None, sort=lanes, scale=alt.Scale(domain=lanes)),
        tooltip=["what:N", "says:N", "start:Q", "end:Q"],
    )
    chart: LayerChart = alt.layer(
        base.mark_bar(color="#d0d0d0").transform_filter("datum.lane == 'text'"),
        base.mark_bar(minBandSize=2)
        .encode(color=_by_type(alt, legend=None))
        .transform_filter("datum.lane != 'text' && datum.lane != 'unread'"),
        base.mark_bar(color="#444444").transform_filter("datum.lane == 'unread'"),
    ).properties(width=WIDTH, title=report.id)
    return chart


def _stretches(report: Report) -> Iterator[Row]:
    for block in report.blocks:
        yield _lane("text", block.span, block.kind, block.text)
    for fact in report.facts:
        for evidence in fact.evidence:
            yield _lane(fact.type, evidence.span, str(fact), evidence.sentence)
    for entry in report.unread:
        yield _lane("unread", entry.span, entry.reason, entry.text)


def _lane(lane: str, span: Span, what: str, says: str) -> Row:
    return {"lane": lane, "type": lane, "start": span.start, "end": span.end, "what": what, "says": says}


def _chart(alt: Any, name: str, rows: list[Row]) -> Any:
    """A chart of rows under a name of their own, so that no digest of them stands in the chart."""
    return alt.Chart(alt.InlineData(values=rows, name=name))


def _by_type(alt: Any, **settings: object) -> Any:
    return alt.Color("type:N", scale=alt.Scale(domain=list(TYPES), range=list(COLOURS)), **settings)
