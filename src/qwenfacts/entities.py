"""Who and what the reports speak of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final, Literal

from attrs import field, frozen

from .base import Value, words
from .errors import InvalidValueError, NotFoundError

__all__ = ["Entities", "Entity", "EntityKind", "EntityLike", "slug"]

EntityKind = Literal[
    "organisation",
    "body",
    "person",
    "model",
    "model_family",
    "product",
    "platform",
    "dataset",
    "benchmark",
    "publication",
    "place",
    "incident",
    "other",
]

NOT_IN_A_SLUG: Final = re.compile(r"(?:[^\w.]|_|(?<![^\W_])\.|\.(?![^\W_]))+")
SLUG: Final = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*")


def slug(name: str) -> str:
    """The stable id that a name gives: lower case, no accents, words joined by hyphens, inner dots kept.

    >>> slug("Foo3.5 Max"), slug("St. Mary's & Co."), slug("Zoë")
    ('foo3.5-max', 'st-marys-co', 'zoe')
    """
    if name.isascii():
        composed = name.lower().replace("'", "")
    else:
        plain = unicodedata.normalize("NFKD", name.lower())
        letters = "".join(char for char in plain if not "\u0300" <= char <= "\u036f" and char not in "'’ʼ")
        composed = unicodedata.normalize("NFC", letters).lower()
    return NOT_IN_A_SLUG.sub("-", composed).strip("-") or "unnamed"


@frozen(repr=False)
class Entity(Value):
    """Someone or something with a name.

    - ``id``: stable slug, the same in every report.
    - ``kind``: ``organisation``, ``body`` (a committee, task force, regulator), ``person``, ``model``,
      ``model_family``, ``product``, ``platform``, ``dataset``, ``benchmark``, ``publication``, ``place``,
      ``incident``, ``other``.
    - ``name``: the usual full name; ``aliases``: other full spellings.
    - ``parent``: id of the entity that it belongs to, or None.
    - ``known``: False for a provisional entity, made from a capitalised name that no lexicon lists.

    >>> print(Entity("acme-cloud", "organisation", "Acme Cloud", parent="acme"))
    Acme Cloud
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = field(default=(), converter=words)
    parent: str | None = None
    known: bool = True

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        for label, value in (("id", self.id), ("parent", self.parent)):
            if value is not None and (not SLUG.fullmatch(value) or value != value.lower()):
                raise InvalidValueError(
                    f"Entity.{label}: {value!r} is no slug (lower-case words joined by '-' or '.');"
                    " qwenfacts.entities.slug makes one"
                )
        for name in self.names:
            if not name.strip():
                raise InvalidValueError(f"Entity({self.id!r}): {name!r} is no name")

    @property
    def names(self) -> tuple[str, ...]:
        """The name, then every alias.

        >>> Entity("acme", "organisation", "Acme", ("Acme Inc.",)).names
        ('Acme', 'Acme Inc.')
        """
        return (self.name, *self.aliases)

    def __hash__(self) -> int:
        return hash(self.id)  # equal entities have one id, and few others have it

    def __str__(self) -> str:
        return self.name


EntityLike = Entity | str
"""An entity, its id, or one of its full names in any case."""


def _one_each(items: Iterable[Entity]) -> tuple[Entity, ...]:
    table: dict[str, Entity] = {}
    for entity in items:
        if type(entity) is not Entity:
            raise InvalidValueError(f"Entities: wants Entity, got {entity!r}")
        other = table.setdefault(entity.id, entity)
        if other != entity and _rank(entity) < _rank(other):
            table[entity.id] = entity
    return tuple(table[key] for key in sorted(table))


def _rank(entity: Entity) -> tuple[bool, int, str]:
    return not entity.known, -len(entity.aliases), repr(entity)


@frozen(repr=False)
class Entities(Value):
    """A table of entities: each id once, in order of id.

    Two reports may hold different provisional entities under one id; the table keeps the one that a
    lexicon knows, else the one with the most aliases, so that their order does not matter.
    """

    items: tuple[Entity, ...] = field(converter=_one_each)

    @cached_property
    def by_id(self) -> dict[str, Entity]:
        """Entity by id."""
        return {entity.id: entity for entity in self.items}

    @cached_property
    def by_name(self) -> dict[str, Entity]:
        """Entity by case-folded name; what the lexicon knows goes before what it does not."""
        table: dict[str, Entity] = {}
        for entity in sorted(self.items, key=lambda entity: not entity.known):
            for name in entity.names:
                table.setdefault(name.casefold(), entity)
        return table

    def resolve(self, wanted: EntityLike) -> Entity:
        """The entity that is meant.

        Raises `NotFoundError` with the nearest names where there is none.

        >>> acme = Entity("acme", "organisation", "Acme", ("Acme Inc.",))
        >>> Entities([acme]).resolve("ACME INC.").id
        'acme'
        """
        key = wanted.id if isinstance(wanted, Entity) else wanted
        found = self.by_id.get(key) or self.by_name.get(str(key).casefold())
        if found is None:
            raise NotFoundError(f"no entity {key!r} here{nearest(key, (*self.by_id, *self.by_name))}")
        return found

    def with_parts(self, whole: Entity) -> frozenset[str]:
        """The ids of an entity and of all that belongs to it, at any depth."""
        ids, grown = {whole.id}, True
        while grown:
            parts = {e.id for e in self.items if e.parent in ids} - ids
            ids, grown = ids | parts, bool(parts)
        return frozenset(ids)

    def __iter__(self) -> Iterator[Entity]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


def nearest(wanted: object, names: Iterable[str]) -> str:
    """The end of an error message: the names that come nearest, or nothing.

    >>> nearest("acmee", ["acme", "zeta"])
    '; did you mean acme?'
    """
    from difflib import get_close_matches  # only where there is something to complain about

    found = get_close_matches(str(wanted).casefold(), sorted(set(names)), n=3, cutoff=0.5)
    return f"; did you mean {', '.join(found)}?" if found else ""
