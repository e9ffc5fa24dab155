"""Reading a document that is at fault: every fault, with its JSON path.

To go on after a fault takes more code, which is slow to make; it is imported when there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, ClassVar, Final

from attrs import Attribute, fields
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
from ..entities import Entity
from ..errors import DatasetError, InvalidValueError
from ..report import digest, report_id
from ..values import Span
from .document import Twice, id_of, is_list, items_of, shown, wants
from .hooks import HELD, UNREAD, Hook, Reader, a_string

__all__ = ["Teller", "teller", "told"]

CONVERTER: Final = Converter(forbid_extra_keys=True, detailed_validation=True)


def told(error: BaseException, path: str = "$") -> Iterator[str]:
    """Every fault in an error, with its JSON path.

    >>> list(told(InvalidValueError("wants a string, got 5"), "$.title"))
    ['$.title: wants a string, got 5']
    """
    for note in getattr(error, "__notes__", ()):
        path += f".{note.name}" if isinstance(note, AttributeValidationNote) else note
    match error:
        case BaseValidationError():
            for part in error.exceptions:
                yield from told(part, path)
        case ForbiddenExtraKeysError():
            for key in sorted(error.extra_fields):
                yield f"{path}: the key {shown(key)} is unknown; take it out"
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


def _misquoted(span: Span, name: str, quote: str) -> Iterator[Exception]:
    text: str | None = HELD.get().get("text")
    if text is not None and text[span.slice] != quote:
        actual = f"the text has {shown(text[span.slice])} from {span.start} to {span.end}"
        yield _at(f".{name}", InvalidValueError(f"{actual}, not {shown(quote)}"))


def _sha256(value: object) -> str:
    text: str | None = HELD.get().get("text")
    if text is not None and value != digest(text):
        raise InvalidValueError(
            f"{shown(value)} is not that of the text: one of the two was changed; parse a changed text anew"
        )
    return a_string(value)


def _id(value: object) -> str:
    held = HELD.get()
    if held.keys() >= {"text", "subject", "published"} and held["subject"] is not UNREAD:
        wanted = report_id(held["subject"], held["published"], digest(held["text"]))
        if value != wanted:
            raise wants(f"{shown(wanted)}, which subject, published and sha256 give", value)
    return a_string(value)


class Teller(Reader):
    """Makes hooks that go on after a fault and raise all of them at the end."""

    identity: ClassVar[Mapping[str, Hook]] = {"sha256": _sha256, "id": _id}

    def at(self, step: str, error: Exception) -> Exception:
        """The error with its place in its object."""
        return _all_of([_at(step, error)])

    def array(self, part: Hook) -> Hook:
        """The hook for an array of such parts, whose ids differ."""

        def read(value: object) -> tuple[Any, ...]:
            if not is_list(value):
                raise wants("an array", value)
            made: list[Any] = []
            faults: list[Exception] = []
            before: set[str | None] = {None}
            for index, each in enumerate(value):
                if (key := id_of(each)) is not None and key in before:
                    fault = InvalidValueError(f"{shown(key)} stands before; ids differ")
                    faults.append(_at(f"[{index}].id", fault))
                before.add(key)
                try:
                    made.append(part(each))
                except Exception as error:
                    faults.append(_at(f"[{index}]", error))
            if faults:
                raise _all_of(faults)
            return tuple(made)

        return read

    def keyed(self, make: Callable[..., Any], hooks: Mapping[str, Hook]) -> Hook:
        """The hook for objects of exactly these keys, each of which cattrs reads and blames by name."""
        generate: Any = make_dict_structure_fn_from_attrs  # pyright: ignore[reportUnknownVariableType]
        overrides = {name: override(struct_hook=_of_two(hook)) for name, hook in hooks.items()}
        build = generate([_key(name) for name in hooks], _plainly(make), CONVERTER, {}, **overrides)
        quote = "quote" if "quote" in hooks else "text" if "span" in hooks else None

        def read(value: object) -> Any:
            items = items_of(value)
            if items is None:
                raise wants("an object", value)
            faults: list[Exception] = []
            if isinstance(value, Twice):
                faults += (
                    InvalidValueError(f"the key {shown(key)} stands there twice") for key in value.keys
                )
            try:
                made = build(items, make)
            except ClassValidationError as error:
                faults += error.exceptions
            else:
                if quote is not None:
                    faults += _misquoted(made.span, quote, getattr(made, quote))
                if not faults:
                    return made
            raise _all_of(faults)

        return read


def _plainly(make: Callable[..., Any]) -> Callable[..., Any]:
    """The same as a plain function, of which cattrs wants no type arguments as of a generic class."""

    def made(**parts: Any) -> Any:
        return make(**parts)

    return made


def _of_two(hook: Hook) -> Callable[[object, object], Any]:
    """The hook as cattrs calls it, with the type that is wanted."""
    return lambda value, _: hook(value)


@cache
def _key(name: str) -> Attribute[Any]:
    """What tells cattrs that a key is wanted; the rest is up to its hook."""
    return fields(Entity).id.evolve(name=name, alias=name, type=object, kw_only=True)


@cache
def teller() -> Callable[[object], Dataset]:
    """What reads a document and raises all its faults."""
    return Teller().hook(Dataset)
