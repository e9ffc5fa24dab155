"""What every table and object is made of, read off the annotations of the types.

The fields of the types are declared once, where the types are. Arrow, SQL and JSON Schema are three
ways to write down the same shapes; the values in them are those of the canonical JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeAlias, Union, cast, get_args, get_origin

import pendulum
from attrs import evolve, frozen

from ..base import annotations_of
from ..entities import Entity
from ..facts import (
    Citation,
    Event,
    Fact,
    Metric,
    ModelRelease,
    Outlook,
    PersonnelChange,
    Relation,
    Statement,
)
from ..query import Facts
from ..report import Report, Story
from ..values import Span

__all__ = ["FACT_TABLES", "Columns", "Kind", "Shape", "columns_of", "tables", "union_of"]

Kind = Literal[
    "text",
    "label",  # words that come again and again: slugs, units, ids of reports
    "word",  # one of a closed list
    "whole",
    "truth",
    "number",
    "day",
    "moment",
    "span",
    "entity",
    "entity or text",
    "story or fact",
    "fact",
    "record",
    "several",
]


@frozen
class Shape:
    """What a value may be.

    ``words`` are those of a closed list, ``cl`` is the class of a record, ``each`` the shape of the parts
    of several; ``optional`` values may be missing.
    """

    kind: Kind
    optional: bool = False
    words: tuple[str, ...] = ()
    cl: Any = None
    each: Shape | None = None

    @property
    def part(self) -> Shape:
        """The shape of each of several."""
        return cast("Shape", self.each)


Columns: TypeAlias = Mapping[str, Shape]
"""The shape of each field or column, in order."""

FACT_TABLES: Final[Mapping[str, type[Fact]]] = {
    "metrics": Metric,
    "releases": ModelRelease,
    "personnel": PersonnelChange,
    "events": Event,
    "statements": Statement,
    "citations": Citation,
    "outlooks": Outlook,
    "relations": Relation,
}
"""One table for each type of fact, by the name that it has in a `Dataset`."""

LABELS: Final = ("report", "measure", "kind", "unit", "per")
PLAIN: Final[Mapping[Any, Kind]] = {
    str: "text",
    int: "whole",
    bool: "truth",
    Decimal: "number",
    pendulum.Date: "day",
    pendulum.DateTime: "moment",
    Span: "span",
    Entity: "entity",
    Fact: "fact",
}
EITHER: Final[Mapping[frozenset[Any], Kind]] = {
    frozenset((Entity, str)): "entity or text",
    frozenset((int, str)): "story or fact",
}


def columns_of(kind: Any) -> Columns:
    """The shape of every field of a type, as its canonical JSON has them.

    >>> list(columns_of(Span)), columns_of(Metric)["quantity"].cl.__name__
    (['start', 'end'], 'Quantity')
    """
    return _columns_of(kind)


@cache
def _columns_of(kind: Any) -> Columns:
    cl: Any = get_origin(kind) or kind
    arguments = dict(zip(getattr(cl, "__parameters__", ()), get_args(kind), strict=True))
    meant = annotations_of(cl)
    columns = {name: _shape(name, arguments.get(meant[name], meant[name])) for name in meant}
    if issubclass(cl, Fact):
        return {"type": Shape("word", words=(cl.type,)), "id": columns.pop("id"), **columns}
    if cl is Story:
        del columns["facts"]
    if cl is Report:
        columns["entities"] = Shape("several", each=Shape("record", cl=Entity))
    return {"id": columns.pop("id"), **columns} if "id" in columns else columns


def _shape(name: str, kind: Any) -> Shape:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        others = frozenset(args) - {NoneType}
        one = Shape(EITHER[others]) if others in EITHER else _shape(name, *others)
        return evolve(one, optional=NoneType in args)
    if origin is Literal:
        return Shape("word", words=args)
    if origin in (tuple, Facts):
        return Shape("several", each=_shape("", args[0]))
    if kind is str and name in LABELS:
        return Shape("label")
    return Shape(PLAIN[kind]) if kind in PLAIN else Shape("record", cl=kind)


def union_of(kinds: Iterable[type[Fact]]) -> Columns:
    """The columns of facts of several types: those of each, optional where one of the types has none.

    >>> columns = union_of([Metric, Citation])
    >>> columns["type"].words, columns["subject"].optional, columns["evidence"].optional
    (('metric', 'citation'), True, False)
    """
    each = [columns_of(kind) for kind in kinds]
    union: dict[str, Shape] = {}
    for columns in each:
        for name, shape in columns.items():
            words = tuple(dict.fromkeys((*union.get(name, shape).words, *shape.words)))
            optional = shape.optional or any(name not in others for others in each)
            union[name] = evolve(union.get(name, shape), words=words, optional=optional)
    return union


@cache
def tables() -> Mapping[str, Columns]:
    """The columns of all tables of a dataset.

    Stories and entities are rows of their own, with the id of their report; a report lists the ids of
    its facts, in order.

    >>> list(tables())[:4], list(tables()["entities"])[:3]
    (['reports', 'stories', 'entities', 'metrics'], ['report', 'id', 'kind'])
    """
    report = dict(columns_of(Report))
    for name in ("stories", "entities"):
        del report[name]
    of_report = {"report": Shape("label")}
    return {
        "reports": {**report, "facts": Shape("several", each=Shape("text"))},
        "stories": {**of_report, **columns_of(Story)},
        "entities": {**of_report, **columns_of(Entity)},
        **{name: columns_of(kind) for name, kind in FACT_TABLES.items()},
    }
