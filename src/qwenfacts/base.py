"""What all values share: they check themselves when they are made, each field by its annotation."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, TypeGuard, TypeVar, Union, get_args, get_origin

from attrs import fields

from .errors import InvalidValueError

__all__ = ["Value", "annotations_of", "choices_of", "is_several", "lone_surrogate", "words"]


class Value:
    """Made only if every field holds what its annotation says; the repr leaves out what is at its default."""

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        cl: Any = type(self)
        for name, types, look in _checks(cl):
            value = getattr(self, name)
            if type(value) not in types and (look is None or not look(value)):
                raise InvalidValueError(_misfit(f"{cl.__name__}.{name}", annotations_of(cl)[name], value))

    def __repr__(self) -> str:
        cl: Any = type(self)
        values = [(each.name, getattr(self, each.name), each.default) for each in fields(cl) if each.repr]
        shown = ", ".join(f"{name}={value!r}" for name, value, default in values if value != default)
        return f"{cl.__name__}({shown})"


@cache
def annotations_of(cl: Any) -> Mapping[str, Any]:
    """What the annotation of each field of an attrs class means.

    `typing.get_type_hints` knows that as well, but evaluates the same few words hundreds of times.

    >>> from qwenfacts.values import Span
    >>> annotations_of(Span)
    {'start': <class 'int'>, 'end': <class 'int'>}
    """
    meant: dict[str, Any] = {}
    for attribute in fields(cl):
        name = attribute.name
        home = next(base for base in cl.__mro__ if not getattr(fields(base), name).inherited)
        meant[name] = _meaning(attribute.type, home.__module__)
    return meant


@cache
def _meaning(annotation: Any, module: str) -> Any:
    if isinstance(annotation, str):  # else it is resolved already: others may call `attrs.resolve_types`
        return eval(annotation, vars(sys.modules[module]))  # noqa: S307 - the words are our own
    return annotation


def choices_of(kind: Any) -> tuple[str, ...]:
    """The words that an annotation allows, if it lists them.

    >>> choices_of(Literal["up", "down"] | None)
    ('up', 'down')
    """
    return tuple(word for each in _kinds(kind) if get_origin(each) is Literal for word in get_args(each))


def _kinds(kind: Any) -> tuple[Any, ...]:
    """The kinds between which an annotation leaves the choice."""
    if isinstance(kind, TypeVar):
        return kind.__constraints__
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


Check: TypeAlias = tuple[frozenset[type], Callable[[Any], bool] | None]
"""The types that will do whatever the value is, and a closer look at what is of another type."""


@cache
def _checks(cl: Any) -> tuple[tuple[str, *Check], ...]:
    meant = annotations_of(cl)
    return tuple((each.name, *_check(meant[each.name])) for each in fields(cl) if each.init)


def _check(kind: Any) -> Check:
    """Types are to be exact: a subclass may be mutable, and ``True`` is no number of a story."""
    kinds = _kinds(kind)
    if kinds != (kind,):
        checks = [_check(each) for each in kinds]
        (look,) = {look for _, look in checks} - {None} or {None}
        return frozenset(each for types, _ in checks for each in types), look
    origin = get_origin(kind)
    if kind is str:
        return frozenset(), _is_text
    if origin is Literal:
        choices = frozenset(get_args(kind))
        return frozenset(), lambda value: type(value) is str and value in choices
    if origin is tuple:
        part = _check(get_args(kind)[0])
        return frozenset(), lambda value: is_several(value) and _all_fit(part, value)
    return frozenset((origin or kind,)), None


def _fits(check: Check, value: object) -> bool:
    types, look = check
    return type(value) in types or (look is not None and look(value))


def is_several(value: object) -> TypeGuard[tuple[object, ...]]:
    """Whether a field holds several values.

    >>> is_several("one"), is_several(("one", "two"))
    (False, True)
    """
    return type(value) is tuple


def _is_text(value: object) -> bool:
    return type(value) is str and (value.isascii() or lone_surrogate(value) is None)


def lone_surrogate(text: str) -> int | None:
    """Where the first half of a pair stands whose other half was lost; nothing else has no UTF-8.

    >>> lone_surrogate("fine")
    """
    try:
        text.encode()  # a search by pattern takes far longer
    except UnicodeEncodeError as error:
        return error.start
    return None


def _all_fit(check: Check, values: tuple[object, ...]) -> bool:
    return check[0].issuperset(map(type, values)) or all(_fits(check, value) for value in values)


def _misfit(path: str, kind: Any, value: object) -> str:
    """What is wrong with a value that does not fit."""
    if get_origin(kind) is tuple and is_several(value):
        part = get_args(kind)[0]
        index = next(at for at, each in enumerate(value) if not _fits(_check(part), each))
        return _misfit(f"{path}[{index}]", part, value[index])
    shown = repr(value) if len(repr(value)) <= 60 else f"{repr(value)[:60]}..."
    if choices := choices_of(kind):
        return f"{path}: {shown} is none of {', '.join(choices)}"
    if isinstance(value, str) and (at := lone_surrogate(value)) is not None:
        return f"{path}: lone surrogate {value[at]!r} at character {at}; half of a pair was lost"
    return f"{path}: wants {_named(kind)}, got {shown}"


def _named(kind: Any) -> str:
    """An annotation in words.

    >>> _named(str | None), _named(tuple[int, ...])
    ('str or None', 'a tuple of int')
    """
    if len(kinds := _kinds(kind)) > 1:
        return " or ".join(map(_named, kinds))
    if get_origin(kind) is tuple:
        return f"a tuple of {_named(get_args(kind)[0])}"
    return "None" if kind is NoneType else str(kind.__name__)


def words(items: Iterable[str]) -> tuple[str, ...]:
    """Several strings; one string is not taken for its characters.

    >>> words(["one", "two"])
    ('one', 'two')
    """
    if isinstance(items, str):
        raise InvalidValueError(f"wants several strings, got the one string {items!r}; write [{items!r}]")
    return tuple(items)
