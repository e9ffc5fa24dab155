"""How each type is read from JSON, strictly: one hook a type, put together by a `Reader`.

A hook takes a JSON value and gives what it stands for, or raises. A plain `Reader` stops at the first
fault, for a sound document needs no more; `faults.Teller` uses the same hooks to find them all.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from contextvars import ContextVar
from decimal import Decimal
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, ClassVar, Final, Literal, TypeAlias, Union, get_args, get_origin

import pendulum

from ..base import annotations_of, lone_surrogate
from ..dataset import Dataset
from ..entities import Entity, nearest
from ..errors import InvalidValueError
from ..facts import Fact
from ..query import FACT_TYPES, Facts
from ..report import Report, Story
from ..values import MOST_DECIMAL_DIGITS, MOST_INTEGER_DIGITS, Span
from .document import MOST_DIGITS, id_of, is_list, is_object, items_of, shown, wants

__all__ = ["Hook", "Reader"]

Hook: TypeAlias = Callable[[object], Any]
NO_HOOKS: Final[Mapping[str, Hook]] = {}

NUMBER: Final = re.compile(
    rf"-?(?:0|[1-9][0-9]{{0,{MOST_INTEGER_DIGITS - 1}}})(?:\.[0-9]{{1,{MOST_DECIMAL_DIGITS + 1}}})?"
)


# -- plain values -----------------------------------------------------------------------------


def a_string(value: object) -> str:
    """A string without lone surrogates.

    >>> a_string("fine")
    'fine'
    """
    if type(value) is not str:
        raise wants("a string", value)
    if (at := lone_surrogate(value)) is not None:
        raise InvalidValueError(
            f"lone surrogate {value[at]!r} at character {at}; half of a pair was lost, write both"
        )
    return value


def _whole(value: object) -> int:
    if type(value) is not int or abs(value) >= 10**MOST_DIGITS:
        raise wants(f"a whole number of at most {MOST_DIGITS} digits", value)
    return value


def _bool(value: object) -> bool:
    if type(value) is not bool:
        raise wants("true or false", value)
    return value


def _number(value: object) -> Decimal:
    if type(value) is not str or not NUMBER.fullmatch(value):
        limits = f"{MOST_INTEGER_DIGITS} integer and {MOST_DECIMAL_DIGITS} decimal digits"
        raise wants(f'a number in a string, as "-2.6", of at most {limits}', value)
    return Decimal(value)


@lru_cache(maxsize=1024)  # a report names the same few days again and again
def _iso_day(text: str) -> pendulum.Date | None:
    with contextlib.suppress(ValueError):
        day = pendulum.Date.fromisoformat(text)
        return day if day.isoformat() == text else None
    return None


def _day(value: object) -> pendulum.Date:
    day = _iso_day(value) if type(value) is str else None
    if day is None:
        raise wants('a day, as "2027-05-07"', value)
    return day


def _moment(value: object) -> pendulum.DateTime:
    with contextlib.suppress(ValueError):
        moment = pendulum.DateTime.fromisoformat(value) if type(value) is str else None
        if moment is not None and moment.tzinfo is None and moment.isoformat() == value:
            return moment
    raise wants('a day and time without a zone, as "2027-05-07T16:12:00"', value)


def _span(value: object) -> Span:
    if not is_list(value) or len(value) != 2:
        raise wants("a span, as [start, end]", value)
    start: Any
    end: Any
    start, end = value
    return Span(start, end)  # which looks at their types


# -- what stands in a report ------------------------------------------------------------------

HELD: Final[ContextVar[dict[str, Any]]] = ContextVar("HELD")
"""Those fields of the report being read that the others are read or checked with."""

UNREAD: Final = Entity("unread", "other", "unread")
"""Stands for an entity that is itself at fault, so that not every use of it is one more fault."""

NO_TABLE: Final[dict[str, Entity]] = {}


def _held(name: str, hook: Hook) -> Hook:
    def read(value: object) -> Any:
        made = HELD.get()[name] = hook(value)
        return made

    return read


def _entity(value: object) -> Entity:
    table: dict[str, Entity] = HELD.get().get("table", NO_TABLE)
    key = a_string(value)
    if key in table:
        return table[key]
    if table is NO_TABLE:
        return UNREAD
    raise InvalidValueError(f"{shown(key)} is not in the entities of the report{nearest(key, table)}")


def _entities(hook: Hook) -> Hook:
    def read(value: object) -> tuple[Entity, ...]:
        held = HELD.get()
        if is_list(value):
            held["table"] = {key: UNREAD for each in value if (key := id_of(each)) is not None}
        made: tuple[Entity, ...] = hook(value)
        held["table"] = {entity.id: entity for entity in made}
        return made

    return read


# -- what is made of the parts of an object, where that is not simply its class ---------------


def _dataset(schema_version: str, reports: tuple[Report, ...]) -> Dataset:  # noqa: ARG001 - checked
    return Dataset(reports)


def _report(id: str, sha256: str, **parts: Any) -> Report:  # noqa: A002 - the key
    report = Report(**parts)
    if (report.id, report.sha256) != (id, sha256):
        raise InvalidValueError(f"wants the id {report.id!r} and sha256 {report.sha256!r}")
    return report


def _story(**parts: Any) -> Story:
    facts: Iterable[Fact] = HELD.get().get("facts", ())
    return Story(**parts, facts=Facts(tuple(fact for fact in facts if fact.story == parts["number"])))


def _fact(cl: type[Fact]) -> Callable[..., Fact]:
    def make(type: str, **parts: Any) -> Fact:  # noqa: A002, ARG001 - it chose the class
        return cl(**parts)

    return make


def _referred(entity: Entity) -> Entity:
    return entity


# -- hooks made for a type --------------------------------------------------------------------


class Reader:
    """Makes the hook for any type of the library; the hooks stop at the first fault.

    >>> Reader().hook(Span)([0, 4])
    Span(start=0, end=4)
    """

    identity: ClassVar[Mapping[str, Hook]] = {"sha256": a_string, "id": a_string}
    """What tells a report from others is compared when the rest of it is read."""

    def __init__(self) -> None:
        self.hooks: dict[Any, Hook] = {
            str: a_string,
            int: _whole,
            bool: _bool,
            Decimal: _number,
            pendulum.Date: _day,
            pendulum.DateTime: _moment,
            Span: _span,
            Entity: _entity,
        }

    def hook(self, kind: Any) -> Hook:
        """The hook for a type."""
        if kind not in self.hooks:
            self.hooks[kind] = self._make(kind)
        return self.hooks[kind]

    def _make(self, kind: Any) -> Hook:
        origin, args = get_origin(kind), get_args(kind)
        if origin is Literal:
            return _literal(args)
        if origin is tuple:
            return self.array(self.hook(args[0]))
        if origin in (Union, UnionType):
            return self._union(frozenset(args))
        if kind is Fact:
            return self._fact()
        if kind is Story:
            return self._attrs(Story, _story, without="facts")
        if kind is Report:
            return self._report()
        if kind is Dataset:
            reports = self.hook(tuple[Report, ...])
            return self.keyed(_dataset, {"schema_version": a_string, "reports": reports})
        return self._attrs(kind, get_origin(kind) or kind)

    def entities(self) -> Hook:
        """The hook for entities that stand there whole."""
        return _entities(self.array(self._attrs(Entity, Entity)))

    def at(self, step: str, error: Exception) -> Exception:  # noqa: ARG002 - for those who tell it
        """The error of a value that stands one step further down."""
        return error

    def array(self, part: Hook) -> Hook:
        """The hook for an array of such parts."""

        def read(value: object) -> tuple[Any, ...]:
            if not is_list(value):
                raise wants("an array", value)
            return tuple(map(part, value))

        return read

    def keyed(self, make: Callable[..., Any], hooks: Mapping[str, Hook]) -> Hook:
        """The hook for objects of exactly these keys, which calls ``make`` with what stands there.

        All keys are wanted, also where the class has a default: what got lost is not taken for nothing.
        Values are read in the order of the hooks.
        """
        pairs = tuple(hooks.items())

        def read(value: object) -> Any:
            if not is_object(value) or len(value) != len(pairs):  # or there is a KeyError below
                raise wants(f"an object of {', '.join(hooks)}", value)
            return make(**{name: hook(value[name]) for name, hook in pairs})

        return read

    def _attrs(
        self, kind: Any, make: Callable[..., Any], own: Mapping[str, Hook] = NO_HOOKS, without: str = ""
    ) -> Hook:
        """The hook for objects of an attrs class. Fields with a hook of their ``own`` are read first."""
        cl: Any = get_origin(kind) or kind
        arguments = dict(zip(getattr(cl, "__parameters__", ()), get_args(kind), strict=True))
        meant = {name: arguments.get(each, each) for name, each in annotations_of(cl).items()}
        others = {name: self.hook(each) for name, each in meant.items() if name not in (*own, without)}
        return self.keyed(make, {**own, **others})

    def _union(self, kinds: frozenset[Any]) -> Hook:
        """Null, if that is one of them, or the one other, or one of two that JSON can tell apart."""
        others = kinds - {NoneType}
        hook = self.hook(*others) if len(others) == 1 else self._either(others)

        def optional(value: object) -> object:
            return None if value is None else hook(value)

        return optional if NoneType in kinds else hook

    def _either(self, kinds: frozenset[Any]) -> Hook:
        """An entity or words; a number or words."""
        reference = self.keyed(_referred, {"entity": _entity})

        def read(value: object) -> object:
            if Entity in kinds and items_of(value) is not None:
                return reference(value)
            return _whole(value) if int in kinds and type(value) is int else a_string(value)

        return read

    def _fact(self) -> Hook:
        hooks = {cl.type: self._attrs(cl, _fact(cl), {"type": a_string}) for cl in FACT_TYPES}

        def read(value: object) -> Fact:
            items = items_of(value)
            if items is None:
                raise wants("an object", value)
            name = items.get("type")
            if not isinstance(name, str) or name not in hooks:
                raise self.at(".type", wants(f"one of {', '.join(map(shown, hooks))}", name))
            made: Fact = hooks[name](value)
            return made

        return read

    def _report(self) -> Hook:
        read_all = self._attrs(
            Report,
            _report,
            {
                "text": _held("text", a_string),
                "entities": self.entities(),
                "subject": _held("subject", _entity),
                "published": _held("published", self.hook(pendulum.Date | None)),
                "facts": _held("facts", self.hook(tuple[Fact, ...])),
                **self.identity,
            },
        )

        def read(value: object) -> Report:
            token = HELD.set({})
            try:
                made: Report = read_all(value)
            finally:
                HELD.reset(token)
            return made

        return read


def _literal(choices: Collection[object]) -> Hook:
    def read(value: object) -> str:
        if type(value) is not str or value not in choices:
            raise wants(f"one of {', '.join(map(shown, choices))}", value)
        return value

    return read
