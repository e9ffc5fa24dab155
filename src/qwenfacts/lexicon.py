"""The names that the library knows: bundled TOML files, with a user's own merged over them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Final, cast, get_args

from attrs import field, frozen

from .entities import Entities, Entity, EntityKind, nearest, slug
from .errors import InvalidValueError, LexiconError
from .tokens import Phrases

__all__ = ["Lexicon", "lexicon_of"]

BUNDLED: Final = ("organisations", "people", "places", "models", "products", "publications")
KINDS: Final = get_args(EntityKind)
LONGEST_SHORT_NAME: Final = 10
"""The site of The Verge is not verge.com: a name that is longer has its site without the article too."""
WANTED: Final = ("id", "kind", "name")
LISTS: Final = ("aliases", "bare")
SHORTEST_STEM: Final = 5
FIRST_WORD: Final = re.compile(r"[^a-z]")
KEYS: Final = (*WANTED, *LISTS, "parent", "fiscal_year_end")


@frozen
class Lexicon:
    """Entities, and what only a lexicon knows of them.

    - ``entities``: each full name and alias belongs to one of them.
    - ``bare``: a surname or given name alone, and the id of the person it means by default.
    - ``fiscal_year_ends``: id of an organisation, and the month and day on which its fiscal year ends.
    """

    entities: Entities
    bare: tuple[tuple[str, str], ...] = ()
    fiscal_year_ends: tuple[tuple[str, tuple[int, int]], ...] = ()

    @cached_property
    def bearers(self) -> dict[str, Entity]:
        """The default bearer of a bare name."""
        return {name: self.entities.by_id[key] for name, key in self.bare}

    @cached_property
    def phrases(self) -> Phrases[Entity]:
        """Every full name, ready to be found among tokens; a publication's also with ``The`` before it."""
        names = [(name, entity) for entity in self.entities for name in entity.names]
        papers = [(f"The {name}", entity) for name, entity in names if entity.kind == "publication"]
        return Phrases([*papers, *names], exact=True)

    @cached_property
    def hyphened(self) -> frozenset[str]:
        """What the names with a version behind a hyphen begin with, up to its letter: ``foo-v``."""
        names = (name.partition("-") for name in self.entities.by_name)
        return frozenset(f"{stem}-{version[0]}" for stem, _, version in names if version[1:2].isdigit())

    @cached_property
    def namesakes(self) -> dict[str, frozenset[str]]:
        """What the ids of models begin with more often than those of other things, and their owners."""
        makers, surplus = dict[str, set[str]](), Counter[str]()
        for entity in self.entities:
            first = FIRST_WORD.split(entity.id)[0]
            models = entity.kind in ("model", "model_family")
            surplus[first] += 1 if models else -1
            if models and entity.parent is not None:
                makers.setdefault(first, set()).add(entity.parent)
        return {
            first: frozenset(found)
            for first, found in makers.items()
            if surplus[first] > 0 and len(first) > 1
        }

    def makers_of_namesakes(self, entity: Entity) -> frozenset[str]:
        """The owners of the known models whose names begin as one does: for ``qwen9``, Alibaba."""
        first = FIRST_WORD.split(entity.id)[0]
        stems = (first, *(first[:end] for end in range(len(first) - 1, SHORTEST_STEM - 1, -1)))
        return next((self.namesakes[stem] for stem in stems if stem in self.namesakes), frozenset[str]())

    @cached_property
    def sites(self) -> dict[str, Entity]:
        """The publications by the letters of their names, as their domains spell them."""
        found: dict[str, Entity] = {}
        for entity in self.entities:
            if entity.kind == "publication":
                for name in entity.names:
                    letters = "".join(filter(str.isalnum, slug(name)))
                    found.setdefault(letters, entity)
                    if len(letters) > LONGEST_SHORT_NAME:
                        found.setdefault(letters.removeprefix("the"), entity)
        return found

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

    A file holds ``[[entity]]`` tables with ``id``, ``kind``, ``name`` and, as needed, ``aliases``,
    ``parent``, ``bare`` (surnames that mean this person) and ``fiscal_year_end`` (``"03-31"``). An id that
    is already known is replaced, by a later file too. Raises `LexiconError` with the file, entry and key,
    and the usual ``OSError`` for a file that cannot be opened.

    >>> lexicon_of().entities.resolve("alibaba").name
    'Alibaba'
    """
    if paths is None:
        return _bundled()
    given = (paths,) if isinstance(paths, str | Path) else tuple(paths)
    entries = dict(_bundled_entries())
    for path in given:
        entries.update(_entries(str(path), Path(path).read_bytes()))
    return _lexicon(entries)


@cache
def _bundled() -> Lexicon:
    return _lexicon(_bundled_entries())


@cache
def _bundled_entries() -> Mapping[str, _Entry]:
    folder = files("qwenfacts").joinpath("data", "lexicon")
    entries: dict[str, _Entry] = {}
    for name in BUNDLED:
        entries.update(_entries(f"{name}.toml", folder.joinpath(f"{name}.toml").read_bytes()))
    return entries


# -- one file ----------------------------------------------------------------------------------


@frozen
class _Entry:
    """One ``[[entity]]`` table, checked, and where it stands."""

    where: str
    entity: Entity
    bare: tuple[str, ...]
    fiscal_year_end: tuple[int, int] | None = field(default=None)


def _entries(name: str, data: bytes) -> dict[str, _Entry]:
    """The entries of one file by id."""
    entries: dict[str, _Entry] = {}
    for number, table in enumerate(_tables(name, data), 1):
        entry = _entry(f"{name}: entity {number} ({table.get('id', 'no id')!r})", table)
        if entry.entity.id in entries:
            raise LexiconError(f"{entry.where}: id: an entity before it has this id; give each one its own")
        entries[entry.entity.id] = entry
    return entries


def _tables(name: str, data: bytes) -> Iterator[Mapping[str, object]]:
    """The ``[[entity]]`` tables of one file."""
    try:
        parsed: dict[str, object] = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        why = f"not UTF-8 at byte {error.start}: {error.reason}; save the file as UTF-8"
        raise LexiconError(f"{name}: {why}") from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name}: not TOML: {error}") from None
    unknown = sorted(parsed.keys() - {"entity"})
    if unknown:
        raise LexiconError(f"{name}: {unknown[0]}: a lexicon has nothing but [[entity]] tables")
    tables = parsed.get("entity", [])
    if not isinstance(tables, list):
        raise LexiconError(f"{name}: entity: write [[entity]], with two brackets, before each one")
    for number, table in enumerate(cast("list[object]", tables), 1):
        if not isinstance(table, dict):
            raise LexiconError(f"{name}: entity {number}: wants a table, got {table!r}")
        yield cast("dict[str, object]", table)


def _entry(where: str, table: Mapping[str, object]) -> _Entry:
    for key in table:
        if key not in KEYS:
            raise LexiconError(f"{where}: {key}: no such key{nearest(key, KEYS)}")
    for key in WANTED:
        if key not in table:
            raise LexiconError(f"{where}: {key}: is missing; every entity has id, kind and name")
    for key in (*WANTED, "parent"):
        if not isinstance(table.get(key, ""), str):
            raise LexiconError(f"{where}: {key}: wants a string, got {table[key]!r}")
    if table["kind"] not in KINDS:
        raise LexiconError(f"{where}: kind: {table['kind']!r} is none of {', '.join(KINDS)}")
    aliases, bare = (_strings(f"{where}: {key}", table.get(key, [])) for key in LISTS)
    try:
        entity = Entity(
            cast("str", table["id"]),
            cast("EntityKind", table["kind"]),
            cast("str", table["name"]),
            aliases,
            cast("str | None", table.get("parent")),
        )
    except InvalidValueError as error:
        raise LexiconError(f"{where}: {error}") from None
    if bare and entity.kind != "person":
        raise LexiconError(f"{where}: bare: only a person is called by one name; use aliases")
    ends = _month_and_day(where, table["fiscal_year_end"]) if "fiscal_year_end" in table else None
    return _Entry(where, entity, bare, ends)


def _strings(where: str, values: object) -> tuple[str, ...]:
    if isinstance(values, list):
        listed = cast("list[object]", values)
        strings = tuple(value for value in listed if isinstance(value, str) and value.strip())
        if len(strings) == len(listed):
            return strings
    raise LexiconError(f"{where}: wants a list of strings that are not empty, got {values!r}")


def _month_and_day(where: str, text: object) -> tuple[int, int]:
    month, _, day = str(text).partition("-")
    if not (month.isdecimal() and day.isdecimal() and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        raise LexiconError(f"{where}: fiscal_year_end: wants month and day as 'MM-DD', got {text!r}")
    return int(month), int(day)


# -- all files together ------------------------------------------------------------------------


def _lexicon(entries: Mapping[str, _Entry]) -> Lexicon:
    """A lexicon of entries from all files, if no two of them claim one name."""
    _check_names(entries.values())
    for entry in entries.values():
        _check_parents(entry, entries)
    bare = {name: entry.entity.id for entry in entries.values() for name in entry.bare}
    return Lexicon(
        Entities(entry.entity for entry in entries.values()),
        tuple(sorted(bare.items())),
        tuple(
            sorted((key, entry.fiscal_year_end) for key, entry in entries.items() if entry.fiscal_year_end)
        ),
    )


def _check_names(entries: Iterable[_Entry]) -> None:
    owners: dict[str, _Entry] = {}
    bearers: dict[str, _Entry] = {}
    for entry in entries:
        for name in entry.entity.names:
            other = owners.setdefault(name.casefold(), entry)
            if other is not entry:
                raise LexiconError(
                    f"{entry.where}: {name!r} is already a name of {other.entity.id!r} ({other.where});"
                    " an alias is unique: leave it out, or give this entity that id to replace the other"
                )
        for name in entry.bare:
            other = bearers.setdefault(name, entry)
            if other is not entry:
                raise LexiconError(
                    f"{entry.where}: bare: {name!r} already means {other.entity.id!r} ({other.where});"
                    " leave it out"
                )


def _check_parents(entry: _Entry, entries: Mapping[str, _Entry]) -> None:
    seen: list[str] = []
    whole: _Entry | None = entry
    while whole is not None and whole.entity.parent is not None:
        seen.append(whole.entity.id)
        parent = whole.entity.parent
        if parent in seen:
            raise LexiconError(
                f"{entry.where}: parent: {' in '.join([*seen, parent])}; nothing belongs to itself"
            )
        whole = entries.get(parent)
        if whole is None and len(seen) == 1:
            raise LexiconError(
                f"{entry.where}: parent: {parent!r} is the id of no entity{nearest(parent, entries)}; add it"
            )
