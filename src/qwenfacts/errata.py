"""Corrections: what no rule can infer, kept as data, each with the characters and the reason it rests on.

An erratum belongs to one text, by its sha256, and adds a fact, changes fields of one, or drops one. Facts
that it touches have the origin ``errata``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, Literal, TypeAlias, cast

from attrs import field, frozen

from .entities import nearest
from .errors import ErrataError
from .facts import Fact
from .query import FACT_TYPES

__all__ = ["Errata", "ErrataPaths", "Erratum", "errata_of"]

ErrataPaths: TypeAlias = "str | Path | Sequence[str | Path] | None"
Errata: TypeAlias = "Mapping[str, Sequence[Erratum]]"
Action = Literal["add", "change", "drop"]

TYPES: Final = {kind.type: kind for kind in FACT_TYPES}
WORDS: Final = ("report", "type", "quote", "reason", "at")
KEYS: Final = frozenset((*WORDS, "also", "which", "add", "change", "drop"))


@frozen
class Erratum:
    """One correction of one text.

    - ``where``: the file and number of the entry, for messages; ``report``: the sha256 of the text.
    - ``type``: the type of the fact; ``quote``: characters that stand exactly once in the text; ``at``: the
      part of them that is the evidence, by default all; ``also``: further evidence, quotes of the same kind.
    - ``action``: ``add`` a fact with these ``fields``, ``change`` these ``fields`` of the one fact there, or
      ``drop`` it; ``which``: fields that tell it from others there. ``reason``: why no rule does it.
    """

    where: str
    report: str
    type: type[Fact]
    quote: str
    at: str
    reason: str
    action: Action
    fields: Mapping[str, object] = field(hash=False)
    which: Mapping[str, object] = field(hash=False)
    also: tuple[str, ...] = ()


def errata_of(paths: ErrataPaths = None) -> Errata:
    """The errata of some files by the sha256 of their text; by default the bundled ones, of ``()`` none.

    A file holds ``[[erratum]]`` tables with ``report``, ``type``, ``quote``, ``reason``, one of ``add``,
    ``change`` and ``drop``, and, as needed, ``at``, ``also`` and ``which``. Raises `ErrataError` with the
    file, entry and key, and the usual ``OSError`` for a file that cannot be opened.

    >>> errata_of(())
    {}
    """
    if paths is None:
        return _bundled()
    given = (paths,) if isinstance(paths, str | Path) else tuple(paths)
    return _by_report(e for path in given for e in _errata(str(path), Path(path).read_bytes()))


@cache
def _bundled() -> Errata:
    data = files("qwenfacts").joinpath("data", "errata.toml").read_bytes()
    return _by_report(_errata("errata.toml", data))


def _by_report(errata: Iterable[Erratum]) -> Errata:
    found: dict[str, list[Erratum]] = {}
    for erratum in errata:
        found.setdefault(erratum.report, []).append(erratum)
    return found


def _errata(name: str, data: bytes) -> Iterator[Erratum]:
    try:
        table = tomllib.loads(data.decode())
    except ValueError as error:  # not UTF-8, or not TOML
        raise ErrataError(f"{name}: no TOML: {error}") from None
    entries = table.pop("erratum", [])
    if table or not isinstance(entries, list):
        raise ErrataError(f"{name}: wants [[erratum]] tables and nothing else, got {', '.join(table)}")
    for number, entry in enumerate(cast("list[object]", entries), 1):
        yield _erratum(f"{name}: erratum {number}", entry)


def _erratum(where: str, entry: object) -> Erratum:
    keys = _table(where, entry)
    for key in keys.keys() - KEYS:
        raise ErrataError(f"{where}: {key}: is no key of an erratum{nearest(key, KEYS)}")
    quote = _words(f"{where}: quote", keys.get("quote"))
    where = f"{where} ({_short(quote)})"
    report, name, reason, at = (
        _words(f"{where}: {key}", keys.get(key, quote if key == "at" else None))
        for key in ("report", "type", "reason", "at")
    )
    if name not in TYPES:
        raise ErrataError(f"{where}: type: {name!r} is no type of fact{nearest(name, TYPES)}")
    if quote.count(at) != 1:
        raise ErrataError(f"{where}: at: {at!r} stands {quote.count(at)} times in the quote; once is wanted")
    actions: list[Action] = [action for action in ("add", "change", "drop") if action in keys]
    if len(actions) != 1 or keys.get("drop", True) is not True:
        raise ErrataError(f"{where}: wants one of add = {{…}}, change = {{…}} and drop = true")
    also = keys.get("also", [])
    if not isinstance(also, list):
        raise ErrataError(f"{where}: also: wants a list of quotes, got {also!r}")
    told: object = {} if actions[0] == "drop" else keys[actions[0]]
    return Erratum(
        where,
        report,
        TYPES[name],
        quote,
        at,
        reason,
        actions[0],
        _table(f"{where}: {actions[0]}", told),
        _table(f"{where}: which", keys.get("which", {})),
        tuple(_words(f"{where}: also", words) for words in cast("list[object]", also)),
    )


def _table(where: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ErrataError(f"{where}: wants a table, got {value!r}")
    return cast("dict[str, object]", value)


def _words(where: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ErrataError(f"{where}: wants a string that is not empty, got {value!r}")
    return value


def _short(quote: str) -> str:
    return repr(quote if len(quote) <= 40 else f"{quote[:39]}…")
