"""The canonical JSON of a dataset: the same bytes each time, read back strictly.

A document is ``{"schema_version": "1", "reports": [...]}``; a report, and all that is in it, has a key
for every field that it has in Python. What is not plain JSON is written so:

- an entity as its id; the whole of it stands once, in the ``entities`` of its report. Where words may
  stand instead (`Metric.of`, `Relation.object`), the entity is ``{"entity": id}``;
- a span as ``[start, end]``, a number as a string, a day and a time in ISO 8601;
- a fact with its ``type`` first; a story without its facts, which name it by number.

Every key is written, and wanted back; null stands where there is nothing.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextvars import ContextVar
from decimal import Decimal
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeAlias, TypeGuard, Union, cast, get_args, get_origin

import pendulum
from attrs import Attribute, fields, has
from cattrs import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
)
from cattrs.gen import (
    make_dict_structure_fn_from_attrs,  # pyright: ignore[reportUnknownVariableType]
    override,
)

from ..dataset import Dataset
from ..entities import Entity, nearest
from ..errors import ArgumentError, DatasetError, InvalidValueError
from ..facts import Fact
from ..query import FACT_TYPES, Facts
from ..report import LONE_SURROGATE, Report, Story, report_id
from ..values import MOST_DECIMAL_DIGITS, MOST_INTEGER_DIGITS, Span

__all__ = ["SCHEMA_VERSION", "structure", "unstructure"]

SCHEMA_VERSION: Final = "1"

LINE: Final = 120
"""What fits in this many characters is written on one line, so that a diff shows what changed."""

MOST_DIGITS: Final = 18
"""Of a whole number. No text is as long, and longer ones are slow to read."""

NUMBER: Final = re.compile(
    rf"-?(?:0|[1-9][0-9]{{0,{MOST_INTEGER_DIGITS - 1}}})(?:\.[0-9]{{1,{MOST_DECIMAL_DIGITS}}})?"
)

Hook: TypeAlias = Callable[[object, object], Any]
"""What cattrs calls with a JSON value and the type that is wanted, which it mostly knows already."""


# -- writing ----------------------------------------------------------------------------------


def unstructure(dataset: Dataset) -> str:
    """The canonical JSON of a dataset, with one newline at its end.

    >>> print(unstructure(Dataset.of()), end="")
    {"schema_version": "1", "reports": []}
    """
    reports = [_object(report) for report in dataset.reports]
    return _written({"schema_version": SCHEMA_VERSION, "reports": reports}) + "\n"


def _plain(value: object) -> object:
    """The value in terms of JSON."""
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
            return _object(value)
        case _:
            return value


def _object(value: object) -> dict[str, object]:
    cl: Any = type(value)
    made: dict[str, object] = {"type": cl.type} if issubclass(cl, Fact) else {}
    for name in _names(cl):
        part = getattr(value, name)
        if name == "entities":
            made[name] = [_object(entity) for entity in part]
        elif name in ("of", "object") and isinstance(part, Entity):
            made[name] = {"entity": part.id}
        else:
            made[name] = _plain(part)
    return made


@cache
def _names(cl: Any) -> tuple[str, ...]:
    """The keys of an object: the fields of its class, with the id first."""
    names = [attribute.name for attribute in fields(cl)]
    if cl is Story:
        names.remove("facts")
    return tuple(sorted(names, key=lambda name: name != "id"))


def _written(value: object, newline: str = "\n") -> str:
    """JSON on one line if it fits there, else with each part on a line of its own."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) <= LINE or isinstance(value, str):
        return flat
    deeper = newline + " "
    if _is_object(value):
        parts = [f"{json.dumps(key)}: {_written(part, deeper)}" for key, part in value.items()]
    else:
        assert _is_list(value)  # nothing else is as long
        parts = [_written(part, deeper) for part in value]
    return f"{flat[0]}{deeper}{f',{deeper}'.join(parts)}{newline}{flat[-1]}"


# -- reading ----------------------------------------------------------------------------------


def structure(text: str | bytes) -> Dataset:
    """The dataset of a JSON document; `DatasetError` with every fault if it has any.

    >>> structure('{"schema_version": "1", "reports": []}')
    <Dataset: 0 reports, 0 stories, 0 facts>
    """
    document = _parsed(text)
    read = _reader(detailed=False)
    with contextlib.suppress(Exception):
        return read(document, Dataset)
    # To go on after a fault takes more code, which is slow to make and only made when there is one.
    read = _reader(detailed=True)
    try:
        return read(document, Dataset)
    except Exception as error:
        faults = tuple(_told(error, "$"))
    raise DatasetError(faults)


def _parsed(text: object) -> object:
    if not isinstance(text, str | bytes):
        raise ArgumentError(
            f"from_json: wants the JSON as str or bytes, got {type(text).__name__}; of a file, give"
            " Path(...).read_bytes()"
        )
    try:
        document: object = json.loads(
            text if isinstance(text, str) else text.decode(), object_pairs_hook=_pairs, parse_int=_digits
        )
    except UnicodeDecodeError as error:
        fault = f"$: byte {error.start} is not UTF-8; encode the document as UTF-8"
    except json.JSONDecodeError as error:
        fault = f"$: no JSON: {error.msg} at line {error.lineno}, column {error.colno}"
    except RecursionError:
        fault = "$: nested too deeply for a dataset"
    else:
        version = (_items(document) or {}).get("schema_version", SCHEMA_VERSION)
        if version == SCHEMA_VERSION:
            return document
        fault = (
            f'$.schema_version: this version of qwenfacts reads "{SCHEMA_VERSION}", got {_shown(version)};'
            " read the document with the version that wrote it"
        )
    raise DatasetError([fault])


class _Twice:
    """A JSON object that has keys more than once: no dict, so that nothing takes it for one."""

    def __init__(self, items: dict[str, object], keys: tuple[str, ...]) -> None:
        self.items = items
        self.keys = keys


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object] | _Twice:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    counts = Counter(key for key, _ in pairs)
    return _Twice(made, tuple(key for key, count in counts.items() if count > 1))


def _digits(digits: str) -> int | Decimal:
    if len(digits) <= MOST_DIGITS:
        return int(digits)
    return Decimal(f"{digits[:MOST_DIGITS]}E{len(digits) - MOST_DIGITS}")  # refused wherever it stands


def _items(value: object) -> dict[str, object] | None:
    """The items of a JSON object, of which the last of each key counts; None for anything else."""
    if isinstance(value, _Twice):
        return value.items
    return value if _is_object(value) else None


def _is_object(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def _ids(values: Iterable[object]) -> Iterator[str | None]:
    """The id of each value, as far as it has one."""
    for value in values:
        key = (_items(value) or {}).get("id")
        yield key if isinstance(key, str) else None


# -- faults --


def _told(error: BaseException, path: str) -> Iterator[str]:
    """Every fault in an error, with its JSON path."""
    for note in getattr(error, "__notes__", ()):
        path += f".{note.name}" if isinstance(note, AttributeValidationNote) else note
    match error:
        case BaseValidationError():
            for part in error.exceptions:
                yield from _told(part, path)
        case ForbiddenExtraKeysError():
            for key in sorted(error.extra_fields):
                yield f"{path}: the key {_shown(key)} is unknown; take it out"
        case KeyError():
            yield f"{path}: is missing; every key is written, null where there is nothing"
        case DatasetError():  # from a report, which names itself first
            for fault in error.faults:
                yield f"{path}: {fault.partition(': ')[2]}"
        case _:
            yield f"{path}: {error}"


def _at(step: str, error: Exception) -> Exception:
    """The error, one step further down the path; the steps of one error are read from left to right."""
    error.add_note(step)
    return error


def _all_of(faults: list[Exception]) -> BaseValidationError:
    return BaseValidationError("", faults, object)  # pyright: ignore[reportCallIssue] - made by __new__


def _wants(what: str, value: object) -> InvalidValueError:
    return InvalidValueError(f"wants {what}, got {_shown(value)}")


def _shown(value: object) -> str:
    """A JSON value, short enough for a message, and such that it can be printed."""
    if _items(value) is not None:
        return "an object"
    if isinstance(value, list):
        return "an array"
    words = str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
    words = words if len(words) <= 60 else f"{words[:60]}..."
    return words.encode("utf-8", "backslashreplace").decode()


# -- hooks for plain values --


def _string(value: object, _: object) -> str:
    if type(value) is not str:
        raise _wants("a string", value)
    if not value.isascii() and (lone := LONE_SURROGATE.search(value)):
        raise InvalidValueError(
            f"lone surrogate {lone[0]!r} at character {lone.start()}; half of a pair was lost, write both"
        )
    return value


def _whole(value: object, _: object) -> int:
    if type(value) is not int:
        raise _wants(f"a whole number of at most {MOST_DIGITS} digits", value)
    return value


def _bool(value: object, _: object) -> bool:
    if type(value) is not bool:
        raise _wants("true or false", value)
    return value


def _number(value: object, _: object) -> Decimal:
    if type(value) is not str or not NUMBER.fullmatch(value):
        limits = f"{MOST_INTEGER_DIGITS} integer and {MOST_DECIMAL_DIGITS} decimal digits"
        raise _wants(f'a number in a string, as "-2.6", of at most {limits}', value)
    return Decimal(value)


@lru_cache(maxsize=1024)  # a report names the same few days again and again
def _iso_day(text: str) -> pendulum.Date | None:
    with contextlib.suppress(ValueError):
        day = pendulum.Date.fromisoformat(text)
        return day if day.isoformat() == text else None
    return None


def _day(value: object, _: object) -> pendulum.Date:
    day = _iso_day(value) if type(value) is str else None
    if day is None:
        raise _wants('a day, as "2027-05-07"', value)
    return day


def _moment(value: object, _: object) -> pendulum.DateTime:
    with contextlib.suppress(ValueError):
        moment = pendulum.DateTime.fromisoformat(value) if type(value) is str else None
        if moment is not None and moment.tzinfo is None and moment.isoformat() == value:
            return moment
    raise _wants('a day and time without a zone, as "2027-05-07T16:12:00"', value)


def _span(value: object, _: object) -> Span:
    if not _is_list(value) or len(value) != 2:
        raise _wants("a span, as [start, end]", value)
    start: Any
    end: Any
    start, end = value
    return Span(start, end)  # which looks at their types


# -- hooks for what stands in a report --

HELD: ContextVar[dict[str, Any]] = ContextVar("HELD")
"""Those fields of the report being read that the others are checked against."""

UNREAD: Final = Entity("unread", "other", "unread")
"""Stands for an entity that is itself at fault, so that not every use of it is one more fault."""


def _held(name: str, hook: Hook) -> Hook:
    def structure(value: object, kind: object) -> Any:
        made = HELD.get()[name] = hook(value, kind)
        return made

    return structure


def _entity(value: object, _: object) -> Entity:
    key = _string(value, str)
    table: dict[str, Entity] | None = HELD.get().get("table")
    if table is None:
        return UNREAD
    if key not in table:
        raise InvalidValueError(f"{_shown(key)} is not in the entities of the report{nearest(key, table)}")
    return table[key]


def _entities(hook: Hook) -> Hook:
    def structure(value: object, kind: object) -> tuple[Entity, ...]:
        held = HELD.get()
        if _is_list(value):
            held["table"] = {key: UNREAD for key in _ids(value) if key is not None}
        made: tuple[Entity, ...] = hook(value, kind)
        held["table"] = {entity.id: entity for entity in made}
        return made

    return structure


def _sha256(value: object, _: object) -> str:
    text: str | None = HELD.get().get("text")
    if text is not None and value != hashlib.sha256(text.encode()).hexdigest():
        raise InvalidValueError(
            f"{_shown(value)} is not that of the text: one of the two was changed; parse a changed text anew"
        )
    return _string(value, str)


def _id(value: object, _: object) -> str:
    held = HELD.get()
    if held.keys() >= {"text", "subject", "published"} and held["subject"] is not UNREAD:
        digest = hashlib.sha256(held["text"].encode()).hexdigest()
        wanted = report_id(held["subject"], held["published"], digest)
        if value != wanted:
            raise _wants(f"{_shown(wanted)}, which subject, published and sha256 give", value)
    return _string(value, str)


def _misquoted(span: Span, name: str, quote: str) -> Iterator[Exception]:
    text: str | None = HELD.get().get("text")
    if text is not None and text[span.slice] != quote:
        actual = f"the text has {_shown(text[span.slice])} from {span.start} to {span.end}"
        yield _at(f".{name}", InvalidValueError(f"{actual}, not {_shown(quote)}"))


# -- what is made of the parts of an object, where that is not simply its class --


def _dataset(schema_version: str, reports: tuple[Report, ...]) -> Dataset:  # noqa: ARG001 - checked
    return Dataset(reports)


def _checked_report(id: str, sha256: str, **parts: Any) -> Report:  # noqa: A002, ARG001 - checked
    return Report(**parts)


def _story(**parts: Any) -> Story:
    facts: Iterable[Fact] = HELD.get().get("facts", ())
    return Story(**parts, facts=Facts(fact for fact in facts if fact.story == parts["number"]))


def _fact_of(cl: type[Fact]) -> Callable[..., Fact]:
    def make(type: str, **parts: Any) -> Fact:  # noqa: A002, ARG001 - it chose the class
        return cl(**parts)

    return make


def _referred(entity: Entity) -> Entity:
    return entity


# -- hooks made for a type --


@cache
def _reader(*, detailed: bool) -> Callable[[object, object], Dataset]:
    """What reads a whole document; the detailed one finds every fault instead of the first."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=detailed)
    plain: dict[type, Hook] = {
        str: _string,
        int: _whole,
        bool: _bool,
        Decimal: _number,
        pendulum.Date: _day,
        pendulum.DateTime: _moment,
    }
    for kind, hook in plain.items():
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_factory(lambda _: True, _hook)
    return converter.get_structure_hook(Dataset)


def _hook(kind: Any, converter: Converter) -> Hook:
    origin, args = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _literal(args)
    if origin is tuple:
        return _array(args[0], converter)
    if origin in (Union, UnionType):
        return _union(frozenset(args), converter)
    if kind is Span:
        return _span
    if kind is Entity:
        return _entity
    if kind is Fact:
        return _fact(converter)
    if kind is Story:
        return _attrs(Story, converter, _story, without="facts")
    if kind is Report:
        return _report(converter)
    if kind is Dataset:
        reports = converter.get_structure_hook(tuple[Report, ...])
        return _keyed(_dataset, converter, {"schema_version": _string, "reports": reports})
    return _attrs(kind, converter)


def _literal(choices: Collection[object]) -> Hook:
    def structure(value: object, _: object) -> str:
        if type(value) is not str or value not in choices:
            raise _wants(f"one of {', '.join(map(_shown, choices))}", value)
        return value

    return structure


def _array(kind: Any, converter: Converter, hook: Hook | None = None) -> Hook:
    part_hook: Hook = hook or converter.get_structure_hook(kind)
    detailed: bool = converter.detailed_validation

    def structure(value: object, _: object) -> tuple[Any, ...]:
        if not _is_list(value):
            raise _wants("an array", value)
        if not detailed:
            return tuple([part_hook(part, kind) for part in value])
        made: list[Any] = []
        faults: list[Exception] = []
        before: set[str | None] = {None}
        for index, (part, key) in enumerate(zip(value, _ids(value), strict=True)):
            if key is not None and key in before:
                faults.append(
                    _at(f"[{index}].id", InvalidValueError(f"{_shown(key)} stands before; ids differ"))
                )
            before.add(key)
            try:
                made.append(part_hook(part, kind))
            except Exception as error:
                faults.append(_at(f"[{index}]", error))
        if faults:
            raise _all_of(faults)
        return tuple(made)

    return structure


def _union(kinds: frozenset[Any], converter: Converter) -> Hook:
    """Null, if that is one of them, or the one other, or one of two that JSON can tell from each other."""
    others = kinds - {NoneType}
    hook: Hook = converter.get_structure_hook(*others) if len(others) == 1 else _either(others, converter)

    def optional(value: object, kind: object) -> object:
        return None if value is None else hook(value, kind)

    return optional if NoneType in kinds else hook


def _either(kinds: frozenset[Any], converter: Converter) -> Hook:
    """An entity or words; a number or words."""
    reference = _keyed(_referred, converter, {"entity": _entity})

    def structure(value: object, kind: object) -> object:
        if Entity in kinds and _items(value) is not None:
            return reference(value, kind)
        return value if int in kinds and type(value) is int else _string(value, kind)

    return structure


def _fact(converter: Converter) -> Hook:
    hooks = {cl.type: _attrs(cl, converter, _fact_of(cl), type=_string) for cl in FACT_TYPES}

    def structure(value: object, kind: object) -> Fact:
        items = _items(value)
        if items is None:
            raise _wants("an object", value)
        name = items.get("type")
        if not isinstance(name, str) or name not in hooks:
            fault = _wants(f"one of {', '.join(map(_shown, hooks))}", name)
            raise _all_of([_at(".type", fault)])
        made: Fact = hooks[name](value, kind)
        return made

    return structure


def _report(converter: Converter) -> Hook:
    facts = _array(Fact, converter)
    read = _attrs(
        Report,
        converter,
        _checked_report,
        text=_held("text", _string),
        entities=_entities(_array(Entity, converter, _attrs(Entity, converter))),
        subject=_held("subject", _entity),
        published=_held("published", converter.get_structure_hook(pendulum.Date | None)),
        facts=_held("facts", lambda value, kind: Facts(facts(value, kind))),
        sha256=_sha256,
        id=_id,
    )

    def structure(value: object, kind: object) -> Report:
        token = HELD.set({})
        try:
            made: Report = read(value, kind)
        finally:
            HELD.reset(token)
        return made

    return structure


def _attrs(
    kind: Any,
    converter: Converter,
    make: Callable[..., object] | None = None,
    without: str | None = None,
    **hooks: Hook,
) -> Hook:
    """The hook for objects of an attrs class. Fields with a hook of their own are read first, in order."""
    cl: Any = get_origin(kind) or kind
    variables: tuple[Any, ...] = getattr(cl, "__parameters__", ())
    arguments = dict(zip((variable.__name__ for variable in variables), get_args(kind), strict=True))
    for attribute in fields(cl):
        name, annotation = attribute.name, attribute.type
        if name not in hooks and name != without:
            variable = getattr(annotation, "__name__", annotation)
            wanted = arguments.get(variable) or _type(annotation, cl.__module__)
            hooks[name] = converter.get_structure_hook(wanted)
    return _keyed(make or cl, converter, hooks, arguments)


@cache
def _type(annotation: Any, module: str) -> Any:
    """What an annotation of a class means, unless somebody has resolved it already.

    `typing.get_type_hints` knows that as well, but evaluates the same few words hundreds of times.
    """
    if isinstance(annotation, str):
        return eval(annotation, vars(sys.modules[module]))  # noqa: S307 - the words are our own
    return annotation


def _keyed(
    make: Any, converter: Converter, hooks: dict[str, Hook], arguments: dict[str, Any] | None = None
) -> Hook:
    """The hook for objects of exactly these keys, which calls ``make`` with what stands there.

    All keys are wanted, also where the class has a default: what got lost is not taken for nothing.
    """
    generate: Any = make_dict_structure_fn_from_attrs  # pyright: ignore[reportUnknownVariableType]
    overrides = {name: override(struct_hook=hook) for name, hook in hooks.items()}
    build: Hook = generate([_key(name) for name in hooks], make, converter, arguments or {}, **overrides)
    if not converter.detailed_validation:
        return build  # refuses all that the hook below does; `Report` looks at the quotes
    quote = "quote" if "quote" in hooks else "text" if "span" in hooks else None

    def structure(value: object, kind: object) -> Any:
        items = _items(value)
        if items is None:
            raise _wants("an object", value)
        faults: list[Exception] = []
        if isinstance(value, _Twice):
            faults += (InvalidValueError(f"the key {_shown(key)} stands there twice") for key in value.keys)
        try:
            made = build(items, kind)
        except ClassValidationError as error:
            faults += error.exceptions
        else:
            if quote is not None:
                faults += _misquoted(made.span, quote, getattr(made, quote))
            if not faults:
                return made
        raise _all_of(faults)

    return structure


@cache
def _key(name: str) -> Attribute[Any]:
    """What tells cattrs that a key is wanted; the rest is up to its hook."""
    return fields(Entity).id.evolve(name=name, alias=name, type=object, kw_only=True)
