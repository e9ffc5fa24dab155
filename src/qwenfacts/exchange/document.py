"""A JSON document as the values in it, before anything is made of them."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from typing import Final, TypeGuard

from ..dataset import SCHEMA_VERSION
from ..errors import ArgumentError, DatasetError, InvalidValueError

__all__ = ["MOST_DIGITS", "Twice", "id_of", "is_list", "is_object", "items_of", "parsed", "shown", "wants"]

MOST_DIGITS: Final = 18
"""Of a whole number. No text is as long, and longer ones are slow to read."""


def parsed(text: object) -> object:
    """The value of a document of this schema; else `DatasetError`, or `ArgumentError` if it is no text.

    >>> parsed("[1, {}]")
    [1, {}]
    """
    try:
        document: object = json.loads(_decoded(text), object_pairs_hook=_object, parse_int=_digits)
    except UnicodeDecodeError as error:
        fault = f"$: byte {error.start} is not UTF-8; encode the document as UTF-8"
    except json.JSONDecodeError as error:
        fault = f"$: no JSON: {error.msg} at line {error.lineno}, column {error.colno}"
    except RecursionError:
        fault = "$: nested too deeply for a dataset"
    else:
        version = (items_of(document) or {}).get("schema_version", SCHEMA_VERSION)
        if version == SCHEMA_VERSION:
            return document
        fault = (
            f'$.schema_version: this version of qwenfacts reads "{SCHEMA_VERSION}", got {shown(version)};'
            " read the document with the version that wrote it"
        )
    raise DatasetError([fault])


def _decoded(text: object) -> str:
    if isinstance(text, str):
        return text
    if isinstance(text, bytes):
        return text.decode()
    raise ArgumentError(
        f"from_json: wants the JSON as str or bytes, got {type(text).__name__}; of a file, give"
        " Path(...).read_bytes()"
    )


def _digits(digits: str) -> int | Decimal:
    if len(digits) <= MOST_DIGITS:
        return int(digits)
    return Decimal(f"{digits[:MOST_DIGITS]}E{len(digits) - MOST_DIGITS}")  # refused wherever it stands


class Twice:
    """A JSON object that has keys more than once: no dict, so that nothing takes it for one."""

    def __init__(self, items: dict[str, object], keys: tuple[str, ...]) -> None:
        self.items = items
        self.keys = keys


def _object(pairs: list[tuple[str, object]]) -> dict[str, object] | Twice:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    counts = Counter(key for key, _ in pairs)
    return Twice(made, tuple(key for key, count in counts.items() if count > 1))


def items_of(value: object) -> dict[str, object] | None:
    """The items of a JSON object, of which the last of each key counts; None for anything else.

    >>> items_of({"a": 1}), items_of([])
    ({'a': 1}, None)
    """
    if isinstance(value, Twice):
        return value.items
    return value if is_object(value) else None


def is_object(value: object) -> TypeGuard[dict[str, object]]:
    """Whether a JSON value is an object with each key once.

    >>> is_object({}), is_object([])
    (True, False)
    """
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    """Whether a JSON value is an array.

    >>> is_list([]), is_list(())
    (True, False)
    """
    return isinstance(value, list)


def id_of(value: object) -> str | None:
    """The id of a JSON value, as far as it has one.

    >>> id_of({"id": "acme"}), id_of({"id": 1}), id_of(None)
    ('acme', None, None)
    """
    key = (items_of(value) or {}).get("id")
    return key if isinstance(key, str) else None


def wants(what: str, value: object) -> InvalidValueError:
    """The error for a value that is not what is wanted.

    >>> str(wants("a string", 5))
    'wants a string, got 5'
    """
    return InvalidValueError(f"wants {what}, got {shown(value)}")


def shown(value: object) -> str:
    r"""A JSON value, short enough for a message, and such that it can be printed.

    >>> shown({"a": 1}), shown("\ud800")
    ('an object', '"\\ud800"')
    """
    if items_of(value) is not None:
        return "an object"
    if is_list(value):
        return "an array"
    words = str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
    words = words if len(words) <= 60 else f"{words[:60]}..."
    return words.encode("utf-8", "backslashreplace").decode()
