"""Weekly industry reports, read into one validated dataset of immutable typed facts.

>>> import qwenfacts as qf
>>> dataset = qf.load()
>>> [str(report.published) for report in dataset.reports]
['2026-03-21', '2026-03-28']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import errors, strategies
    from .bundled import load
    from .changes import Changes
    from .compare import Conflict
    from .dataset import Dataset
    from .entities import Entity
    from .exchange.schema import json_schema
    from .facts import (
        Citation,
        Event,
        Evidence,
        Fact,
        Metric,
        ModelRelease,
        Outlook,
        PersonnelChange,
        Relation,
        Statement,
    )
    from .query import Facts
    from .reading import parse, read
    from .report import Block, Mention, Report, Row, Section, Story, Unread
    from .values import Period, Quantity, Span

__all__ = [
    "Block",
    "Changes",
    "Citation",
    "Conflict",
    "Dataset",
    "Entity",
    "Event",
    "Evidence",
    "Fact",
    "Facts",
    "Mention",
    "Metric",
    "ModelRelease",
    "Outlook",
    "Period",
    "PersonnelChange",
    "Quantity",
    "Relation",
    "Report",
    "Row",
    "Section",
    "Span",
    "Statement",
    "Story",
    "Unread",
    "errors",
    "json_schema",
    "load",
    "parse",
    "read",
    "strategies",
]

# Importing this package does no work: a name brings in its module when it is first used.
_HOME = {
    "bundled": ("load",),
    "changes": ("Changes",),
    "compare": ("Conflict",),
    "dataset": ("Dataset",),
    "entities": ("Entity",),
    "exchange.schema": ("json_schema",),
    "facts": (
        "Citation",
        "Event",
        "Evidence",
        "Fact",
        "Metric",
        "ModelRelease",
        "Outlook",
        "PersonnelChange",
        "Relation",
        "Statement",
    ),
    "query": ("Facts",),
    "reading": ("parse", "read"),
    "report": ("Block", "Mention", "Report", "Row", "Section", "Story", "Unread"),
    "values": ("Period", "Quantity", "Span"),
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names}


def __getattr__(name: str) -> object:
    if name in ("errors", "strategies"):
        return import_module(f".{name}", __name__)
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f".{_MODULE_OF[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
