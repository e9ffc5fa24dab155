"""The facts of the bundled reports as they were read by hand, as objects.

Whoever reads by hand writes down ids, quotes and days; the numbers and names are those of the reader and
the lexicon, where it has them.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pendulum
from attrs import fields_dict

import qwenfacts as qf
from qwenfacts.entities import Entity, slug
from qwenfacts.facts import entity_fields
from qwenfacts.fields import FACT_TYPES
from qwenfacts.lexicon import lexicon_of

GOLD = Path(__file__).parent / "gold"
SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s)|$)", re.DOTALL | re.MULTILINE)
DAYS = ("2026-03-21", "2026-03-28")
TYPES: dict[str, Any] = {kind.type: kind for kind in FACT_TYPES}


def records(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines()]


@cache
def facts_by_hand() -> qf.Facts[qf.Fact]:
    """The facts of both reports, by report and start; what the gold calls optional is among them."""
    facts = [fact for day in DAYS for fact in sorted(_facts(day), key=lambda fact: fact.start)]
    return qf.Facts(tuple(facts))


def _facts(day: str) -> list[qf.Fact]:
    report = qf.load().report(day)
    quantities = {mention.span: mention.value for mention in report.quantities}
    entities = {entity.id: entity for entity in (*lexicon_of().entities, *report.entities)}
    sentences = [
        qf.Span(block.span.start + found.start(), block.span.start + found.end())
        for block in report.blocks
        for found in SENTENCE.finditer(block.text)
    ]

    def evidence_of(place: dict[str, Any]) -> qf.Evidence:
        span = qf.Span(*place["span"])
        around = next((s for s in sentences if span in s), span)
        return qf.Evidence(report.id, span, place["quote"], report.text[around.slice])

    def value_of(name: str, value: Any, kind: Any) -> Any:
        hint = str(fields_dict(kind)[name].type)
        if isinstance(value, list):
            return tuple(value_of(name, part, kind) for part in value)
        if "Period" in hint and isinstance(value, dict):
            return _period(value)
        if name in entity_fields(kind) and isinstance(value, str):
            if value in entities or ("str" in hint and value != slug(value)):
                return entities.get(value, value)
            return Entity(slug(value), "other", value, known=False)
        return value

    made: list[qf.Fact] = []
    starts: set[str] = set()
    for record in records(f"{day}.facts.jsonl"):
        kind = TYPES[record["type"]]
        places = record.get("evidence") or [record]
        evidence = tuple(map(evidence_of, places))
        key = f"{report.id}/{kind.type}@{min(e.span.start for e in evidence)}"
        number = sum(other.partition("-2")[0] == key or other.startswith(f"{key}-") for other in starts)
        fact_id = f"{key}-{number + 1}" if number else key
        while fact_id in starts:
            number += 1
            fact_id = f"{key}-{number + 1}"
        starts.add(fact_id)
        names = fields_dict(kind).keys() & record.keys() - {"evidence", "mentions", "story", "id", "report"}
        values = {name: value_of(name, record[name], kind) for name in names if record[name] is not None}
        if kind is qf.Metric:
            quantity = quantities.get(evidence[0].span)
            if quantity is None:
                continue
            values |= {"quantity": quantity, "measure_text": record["measure_text"] or "-"}
        if kind is qf.ModelRelease and isinstance(values.get("parameters"), str):
            del values["parameters"]
        made.append(
            kind(
                id=fact_id, report=report.id, story=record["story"], evidence=evidence, mentions=(), **values
            )
        )
    return made


def _period(days: dict[str, str | None]) -> qf.Period:
    start, end = (None if day is None else dt.date.fromisoformat(day) for day in (days["from"], days["to"]))
    text = f"{start}/{end}"
    precision: Any = "open" if start is None or end is None else "day" if start == end else "range"
    first, last = (
        None if day is None else pendulum.Date(day.year, day.month, day.day) for day in (start, end)
    )
    return qf.Period(first, last, precision, text)
