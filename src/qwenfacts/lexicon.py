"""The names that the library knows: bundled TOML files, with a user's own merged over them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from .entities import Entities, Entity
from .errors import InvalidValueError, LexiconError
from .tokens import Phrases

__all__ = ["Lexicon", "lexicon_of"]

BUNDLED: Final = ("organisations", "people", "places", "models", "products", "publications")
KEYS: Final = frozenset(("id", "kind", "name", "aliases", "parent", "bare", "fiscal_year_end"))


@frozen
class Lexicon:
    """Entities, and what only a lexicon knows of them.

    - ``entities``: each full name and alias belongs to one of them.
    - ``bare``: a surname or given name alone, and the id of the person it means by default.
    - ``fiscal_year_ends``: id of an organisation, and the month and day on which its fiscal year ends.
    """

    entities: Entities
    bare: tuple[tuple[str, str], ...] = ()
    fiscal_year_ends: tuple[tuple[str, tuple[int, int]], ...] = field(default=())

    @cached_property
    def bearers(self) -> dict[str, Entity]:
        """The default bearer of a bare name."""
        return {name: self.entities.by_id[key] for name, key in self.bare}

    @cached_property
    def phrases(self) -> Phrases[Entity]:
        """Every full name, ready to be found among tokens."""
        names = [(name, entity) for entity in self.entities for name in entity.names]
        known = {name for name, _ in names}
        papers = [(f"The {name}", entity) for name, entity in names if entity.kind == "publication"]
        return Phrases([*(pair for pair in papers if pair[0] not in known), *names], exact=True)

    @cached_property
    def _fiscal(self) -> dict[str, tuple[int, int]]:
        return dict(self.fiscal_year_ends)

    def fiscal_year_end(self, entity: Entity) -> tuple[int, int] | None:
        """The month and day on which the fiscal year of an entity, or of who owns it, ends.

        >>> lexicon = lexicon_of()
        >>> lexicon.fiscal_year_end(lexicon.entities.resolve("Alibaba Cloud"))
        (3, 31)
        """
        found: Entity | None = entity
        while found is not None:
            if found.id in self._fiscal:
                return self._fiscal[found.id]
            found = self.entities.by_id.get(found.parent or "")
        return None


def lexicon_of(paths: str | Path | Sequence[str | Path] | None = None) -> Lexicon:
    """The bundled lexicon, with the entries of TOML files merged over it.

    A file holds ``[[entity]]`` tables with ``id``, ``kind``, ``name`` and, as needed, ``aliases``, ``parent``,
    ``bare`` (surnames that mean this person) and ``fiscal_year_end`` (``"03-31"``). An id that is already
    known is replaced. Raises `LexiconError` with the file and entry.

    >>> lexicon_of().entities.resolve("alibaba").name
    'Alibaba'
    """
    if paths is None:
        return _bundled()
    given = (paths,) if isinstance(paths, str | Path) else tuple(paths)
    entries = dict(_bundled_entries())
    for path in map(Path, given):
        entries.update(_entries(path.name, path.read_bytes()))
    return _lexicon(entries.values())


@cache
def _bundled() -> Lexicon:
    return _lexicon(_bundled_entries().values())


@cache
def _bundled_entries() -> dict[str, dict[str, Any]]:
    folder = files("qwenfacts").joinpath("data", "lexicon")
    entries: dict[str, dict[str, Any]] = {}
    for name in BUNDLED:
        entries.update(_entries(f"{name}.toml", folder.joinpath(f"{name}.toml").read_bytes()))
    return entries


def _entries(name: str, data: bytes) -> dict[str, dict[str, Any]]:
    """The entries of one file by id, checked for shape."""
    try:
        table = tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{name}: not a TOML file in UTF-8: {error}") from None
    unknown = sorted(table.keys() - {"entity"})
    if unknown or not isinstance(table.get("entity", []), list):
        raise LexiconError(
            f"{name}: wants only [[entity]] tables, has {', '.join(unknown) or 'another entity'}"
        )
    entries: dict[str, dict[str, Any]] = {}
    for number, entry in enumerate(table.get("entity", []), 1):
        where = f"{name}: entity {number} ({entry.get('id', 'no id')!r})"
        missing, extra = {"id", "kind", "name"} - entry.keys(), entry.keys() - KEYS
        if missing or extra:
            raise LexiconError(f"{where}: missing {sorted(missing)}, unknown keys {sorted(extra)}")
        for key in ("aliases", "bare"):
            values = entry.get(key, [])
            if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
                raise LexiconError(f"{where}: {key} wants a list of strings")
        if entry["id"] in entries:
            raise LexiconError(f"{where}: the id stands there twice")
        entries[entry["id"]] = {**entry, "where": where}
    return entries


def _lexicon(entries: Iterable[dict[str, Any]]) -> Lexicon:
    owner: dict[str, str] = {}
    bearer: dict[str, str] = {}
    fiscal: dict[str, tuple[int, int]] = {}
    entities: list[Entity] = []
    for entry in entries:
        where = entry["where"]
        try:
            entity = Entity(
                entry["id"], entry["kind"], entry["name"], entry.get("aliases", ()), entry.get("parent")
            )
        except (InvalidValueError, TypeError) as error:
            raise LexiconError(f"{where}: {error}") from None
        for name in dict.fromkeys(name.casefold() for name in entity.names):
            if owner.setdefault(name, entity.id) != entity.id:
                raise LexiconError(
                    f"{where}: {name!r} is already a name of {owner[name]!r}; an alias is unique"
                )
        for name in entry.get("bare", ()):
            if bearer.setdefault(name, entity.id) != entity.id:
                raise LexiconError(f"{where}: the bare name {name!r} already means {bearer[name]!r}")
        if "fiscal_year_end" in entry:
            fiscal[entity.id] = _month_and_day(where, entry["fiscal_year_end"])
        entities.append(entity)
    table = Entities(entities)
    for entity in table:
        if entity.parent is not None and entity.parent not in table.by_id:
            raise LexiconError(f"entity {entity.id!r}: its parent {entity.parent!r} is in no lexicon file")
    return Lexicon(table, tuple(sorted(bearer.items())), tuple(sorted(fiscal.items())))


def _month_and_day(where: str, text: object) -> tuple[int, int]:
    month, _, day = str(text).partition("-")
    if not (month.isdigit() and day.isdigit() and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        raise LexiconError(f"{where}: fiscal_year_end wants month and day as 'MM-DD', got {text!r}")
    return int(month), int(day)
