"""A dataset in terms of JSON, and the one way to write it down."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Any, Final, TypeGuard, cast

from attrs import fields, has

from ..entities import Entity
from ..facts import Fact
from ..query import Facts
from ..report import Story
from ..values import Span

__all__ = ["object_of", "written"]

LINE: Final = 120
"""What fits in this many characters is written on one line, so that a diff shows what changed."""


def object_of(value: object) -> dict[str, object]:
    """A value of an attrs class as a JSON object: a key for each field, the id first.

    >>> object_of(Entity("acme", "organisation", "Acme"))["name"]
    'Acme'
    """
    cl: Any = type(value)
    made: dict[str, object] = {"type": cl.type} if issubclass(cl, Fact) else {}
    for name in _names(cl):
        part = getattr(value, name)
        if name == "entities":
            made[name] = [object_of(entity) for entity in part]
        elif name in ("of", "object") and isinstance(part, Entity):
            made[name] = {"entity": part.id}
        else:
            made[name] = _plain(part)
    return made


def _plain(value: object) -> object:
    match value:
        case Entity():
            return value.id
        case Span():
            return [value.start, value.end]
        case Decimal():
            return format(value, "f")
        case dt.date():
            return value.isoformat()
        case tuple() | Facts():
            return [_plain(part) for part in cast("Iterable[object]", value)]
        case _ if has(type(value)):
            return object_of(value)
        case _:
            return value


@cache
def _names(cl: Any) -> tuple[str, ...]:
    names = [attribute.name for attribute in fields(cl)]
    if cl is Story:
        names.remove("facts")
    return tuple(sorted(names, key=lambda name: name != "id"))


def written(value: object, newline: str = "\n") -> str:
    """JSON on one line if it fits there, else with each part on a line of its own.

    >>> written({"span": [0, 4], "text": "Acme"})
    '{"span": [0, 4], "text": "Acme"}'
    """
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) <= LINE or isinstance(value, str):
        return flat
    deeper = newline + " "
    if _is_object(value):
        parts = [f"{json.dumps(key)}: {written(part, deeper)}" for key, part in value.items()]
    else:
        parts = [written(part, deeper) for part in cast("list[object]", value)]  # nothing else is as long
    return f"{flat[0]}{deeper}{f',{deeper}'.join(parts)}{newline}{flat[-1]}"


def _is_object(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)
