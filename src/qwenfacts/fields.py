"""What fields facts have, what may be asked of each, and how their values are ordered."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any, Final

from attrs import fields_dict

from .base import annotations_of, choices_of, is_several
from .entities import Entity, nearest
from .errors import NotFoundError
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
    entity_fields,
)
from .values import Period, Quantity

__all__ = [
    "FACT_TYPES",
    "Types",
    "check_field",
    "check_word",
    "holds_entities",
    "holds_value",
    "rank",
    "takes_words",
]

FACT_TYPES: Final[tuple[type[Fact], ...]] = (
    Metric,
    ModelRelease,
    PersonnelChange,
    Event,
    Statement,
    Citation,
    Outlook,
    Relation,
)
Types = tuple[type[Fact], ...]


@cache
def _names(types: Types) -> frozenset[str]:
    return frozenset(name for kind in types for name in (*fields_dict(kind), "type"))


def check_field(types: Types, name: str) -> None:
    """Refuse a field that facts of none of these types have.

    >>> check_field((Metric,), "perod")
    Traceback (most recent call last):
    qwenfacts.errors.NotFoundError: no field 'perod' in these facts; did you mean period, period_from?
    """
    if name not in _names(types):
        raise NotFoundError(f"no field {name!r} in these facts{nearest(name, _names(types))}")


@cache
def _words(types: Types, name: str) -> frozenset[str]:
    """The words that can stand in a field, if each of the types that have it lists its words; else none."""
    if name == "type":
        return frozenset(kind.type for kind in FACT_TYPES)
    kinds: list[Any] = [kind for kind in types if name in fields_dict(kind)]
    choices = [choices_of(annotations_of(kind)[name]) for kind in kinds]
    return frozenset(word for some in choices for word in some) if all(choices) else frozenset()


def check_word(types: Types, name: str, wanted: object) -> None:
    """Refuse a word that cannot stand in a field whose words are listed."""
    words = _words(types, name)
    if words and isinstance(wanted, str) and wanted not in words:
        raise NotFoundError(
            f"no {name} {wanted!r}{nearest(wanted, words)}; there are {', '.join(sorted(words))}"
        )


@cache
def holds_entities(types: Types, name: str) -> bool:
    """Whether an entity can stand in a field.

    >>> holds_entities((Metric,), "of"), takes_words((Metric,), "of"), takes_words((Metric,), "subject")
    (True, True, False)
    """
    return any(name in entity_fields(kind) for kind in types)


@cache
def takes_words(types: Types, name: str) -> bool:
    """Whether words can stand in a field that can hold an entity."""
    kinds = [kind for kind in types if name in entity_fields(kind)]
    return any("str" in str(fields_dict(kind)[name].type) for kind in kinds)


@cache
def holds_value(types: Types, name: str, kind: str) -> bool:
    """Whether a value of a kind, ``Period`` or ``Quantity``, can stand in a field.

    >>> holds_value((Metric,), "period", "Period"), holds_value((Metric,), "quantity", "Period")
    (True, False)
    """
    kinds: list[Any] = [one for one in types if name in fields_dict(one)]
    return any(kind in str(annotations_of(one)[name]) for one in kinds)


def rank(value: object) -> tuple[Any, ...]:
    """What a value is ordered by, among others of its field: numbers go before words.

    >>> sorted(["b", 3, "A"], key=rank)
    [3, 'A', 'b']
    """
    match value:
        case str():
            return (1, value.casefold(), value)
        case Entity():
            return (1, value.name.casefold(), value.id)
        case Quantity():
            return (1, value.unit, value.value)
        case Period():
            return (0, value.start or value.end or dt.date.max, value.end or dt.date.max)
        case Evidence():
            return (1, value.report, value.span)
        case _:
            return tuple(map(rank, value)) if is_several(value) else (0, value)
