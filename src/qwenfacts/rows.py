"""Facts as flat rows: the columns of each type, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Final

from attrs import fields_dict

from .base import is_several
from .entities import Entity
from .facts import Fact
from .values import Period, Quantity

__all__ = ["csv_of", "rows_of"]

QUANTITY_PARTS: Final = ("value", "unit", "bound", "low", "high", "per")
PERIOD_PARTS: Final = ("start", "end", "precision")


def rows_of(facts: Iterable[Fact], types: Iterable[type[Fact]]) -> list[dict[str, Any]]:
    """One flat dict a fact, all with the columns of these types."""
    empty = dict.fromkeys(_columns_of(types))
    return [{**empty, **_row(fact)} for fact in facts]


def csv_of(facts: Iterable[Fact], types: Sequence[type[Fact]]) -> str:
    """The rows as CSV with a header; what holds several is joined with spaces."""
    import csv  # few need them, and loading does not
    import io

    out = io.StringIO()
    # RFC 4180: rows end with CRLF, so a bare CR is quoted
    writer = csv.DictWriter(out, list(_columns_of(types)))
    writer.writeheader()
    writer.writerows(
        {key: " ".join(map(str, v)) if is_several(v) else v for key, v in row.items()}
        for row in rows_of(facts, types)
    )
    return out.getvalue()


def _columns_of(types: Iterable[Any]) -> dict[str, None]:
    return dict.fromkeys(column for kind in types for column in _columns(kind))


@cache
def _columns(kind: Any) -> tuple[str, ...]:
    """The columns of a fact type: declared once by its fields."""
    columns = ["type"]
    for name, attribute in fields_dict(kind).items():
        hint = str(attribute.type)
        if name == "evidence":
            columns += ["quote", "sentence", "start", "end"]
        elif "Quantity" in hint:
            prefix = "" if name == "quantity" else f"{name}_"
            columns += [name, *(prefix + part for part in QUANTITY_PARTS)]
        elif "Period" in hint and name != "period_from":
            columns += [name, *(f"{name}_{part}" for part in PERIOD_PARTS)]
        elif name != "mentions":
            columns.append(name)
    return tuple(columns)


def _row(fact: Fact) -> dict[str, Any]:
    first = fact.evidence[0]
    row: dict[str, Any] = {"type": fact.type}
    for name in fields_dict(type(fact)):
        value = getattr(fact, name)
        if isinstance(value, Entity):
            row[name] = value.id
        elif isinstance(value, Quantity):
            prefix = "" if name == "quantity" else f"{name}_"
            row[name] = value.text
            row.update((prefix + part, getattr(value, part)) for part in QUANTITY_PARTS)
        elif isinstance(value, Period):
            row[name] = value.text
            row.update((f"{name}_{part}", getattr(value, part)) for part in PERIOD_PARTS)
        elif name == "evidence":
            row.update(quote=first.quote, sentence=first.sentence)
            row.update(start=first.span.start, end=first.span.end)
        elif is_several(value) and name != "mentions":
            row[name] = tuple(part.id for part in value if isinstance(part, Entity))
        elif name != "mentions":
            row[name] = value
    return row
