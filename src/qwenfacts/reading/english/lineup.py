"""Which model of a line a description means: the 30B edition, the smaller of the two, its predecessor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final

from ...entities import Entity
from ..wording import table

__all__ = ["MEMBERS", "WHOLES", "Lineup"]

SIZE: Final = re.compile(r"(\d+(?:\.\d+)?)([mbt])")
SCALES: Final = {"m": 1.0, "b": 1e3, "t": 1e6}
VERSION: Final = re.compile(r"[a-z]?(\d+(?:\.\d+)*)")
GAPS: Final = re.compile(r"[- ]")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("cues")["lineup"][name])


MEMBERS: Final[frozenset[str]] = frozenset(
    word for name in ("smaller", "larger", "other", "earlier", "alone") for word in _words(name)
)
"""Words that alone, behind an article, mean a member of a line."""
WHOLES: Final[frozenset[str]] = _words("whole")
"""Nouns for all members of a line together."""


@cache
def _places(name: str) -> dict[str, int]:
    """The place of each word among lists of words: nano before mini; what means the same at one place."""
    return {word: place for place, words in enumerate(table("cues")["lineup"][name]) for word in words}


@cache
def _parts(model: Entity) -> tuple[str, ...]:
    return tuple(part for part in GAPS.split(model.name.casefold()) if part)


def _size_in(words: Iterable[str]) -> float | None:
    """How many million parameters some words say."""
    sizes = (SIZE.fullmatch(word) for word in words)
    return next((float(one[1]) * SCALES[one[2]] for one in sizes if one), None)


def _version(model: Entity) -> tuple[int, ...]:
    """The number in a name that is no size: 2.5 of Foo-2.5-7B; nothing of the first of its name."""
    found = (VERSION.fullmatch(part) for part in _parts(model))
    number = next((one[1] for one in found if one), "")
    return tuple(map(int, number.split("."))) if number else ()


def _roles_in(words: Iterable[str]) -> set[int]:
    return {role for word in words if (role := _places("roles").get(word)) is not None}


def _kin(model: Entity) -> frozenset[str]:
    """A name without its version: Foo 5 Mini is to Foo 4 Mini what Foo 5 is to Foo 4."""
    return frozenset(part for part in _parts(model) if not VERSION.fullmatch(part))


def _is_topped(models: Iterable[Entity]) -> bool:
    """Whether one is called more than the others: Foo Pro, beside which Foo is not the flagship."""
    plain = _places("tiers")["base"]
    return any(_places("tiers").get(part, plain) > plain for one in models for part in _parts(one))


def _only(models: Sequence[Entity]) -> Entity | None:
    return models[0] if len(models) == 1 else None


class Lineup:
    """The models of one line that a story names, each once.

    >>> from qwenfacts.entities import Entity
    >>> line = Lineup(Entity(f"foo-{size}", "model", f"Foo {size}") for size in ("7b", "30b"))
    >>> line.meant({"larger"}).name, line.meant({"7b", "edition"}).name
    ('Foo 30b', 'Foo 7b')
    """

    def __init__(self, models: Iterable[Entity]) -> None:
        found = list(models)
        members = [one for one in found if one.kind != "model_family"]
        alone = len(members) < 2  # Foo itself, where there is but a Foo Mini
        self._models: list[Entity] = found if alone else members
        wholes = (one for one in found if all(two.id.startswith(one.id) for two in found))
        self._whole: Entity | None = next(wholes, None)
        """Who bears the name of the line alone."""

    def meant(self, said: AbstractSet[str], last: Entity | None = None) -> Entity | None:
        """The only one that the words of a description fit; ``last`` is who was spoken of before it."""
        if not said.isdisjoint(_words("earlier")):
            return self._earlier(last)
        models = self._generation(last)
        if (size := _size_in(said)) is not None:
            return _only([one for one in models if _size_in(_parts(one)) == size])
        if roles := _roles_in(said):
            return _only([one for one in models if roles & _roles_in(_parts(one))])
        if tiers := {word for word in said if word in _places("tiers")}:
            return _only([one for one in models if tiers.intersection(_parts(one))])
        if "flagship" in said and self._whole is not None and not _is_topped(models):
            return self._whole
        for name, place in (("smaller", 0), ("larger", -1)):
            if not said.isdisjoint(_words(name)) and (ranked := self._ranked(models)):
                return ranked[place]
        others = [one for one in models if one != last]
        return _only(others) if len(models) == 2 and not said.isdisjoint(_words("other")) else None

    def _generation(self, last: Entity | None) -> list[Entity]:
        """Those of the version that was spoken of, else of the newest."""
        version = max(map(_version, self._models), default=()) if last is None else _version(last)
        return [one for one in self._models if _version(one) == version]

    def _earlier(self, last: Entity | None) -> Entity | None:
        """The last before the version that was spoken of, else before the newest; rather one called alike."""
        version = max(map(_version, self._models), default=()) if last is None else _version(last)
        before = max((one for one in map(_version, self._models) if one < version), default=())
        older = [one for one in self._models if _version(one) == before != version]
        return _only([one for one in older if last is not None and _kin(one) == _kin(last)]) or _only(older)

    def _ranked(self, models: Sequence[Entity]) -> list[Entity]:
        """From small to large, by their sizes, else by their tiers; none if these do not tell them apart."""
        sizes = [(size, at) for at, one in enumerate(models) if (size := _size_in(_parts(one))) is not None]
        plain = _places("tiers")["base"]
        tiers = [
            (
                min(
                    (_places("tiers")[part] for part in _parts(one) if part in _places("tiers")),
                    default=plain,
                ),
                at,
            )
            for at, one in enumerate(models)
        ]
        for ranks in (sizes, tiers):
            if len({rank for rank, _ in ranks}) > 1:
                return [models[at] for _, at in sorted(ranks)]
        return []
