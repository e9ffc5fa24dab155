"""The words that tell kinds, votes for a kind, and which one they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, Literal, NamedTuple

from ...entities import EntityKind
from ...tokens import Phrases
from ..wording import forms_of, table
from .naming import words

__all__ = ["ACTORS", "THINGS", "Kind", "Vote", "decided", "nouns", "phrases", "verbs", "votes_of_form"]

Kind = EntityKind | Literal["thing", "like a model"]
"""A kind; or `thing`, where it is only clear that somebody makes, sells or uses it; or what speaks for a
model, if it is a thing at all."""

THINGS: Final[tuple[EntityKind, ...]] = (
    "product",
    "model",
    "model_family",
    "platform",
    "dataset",
    "benchmark",
)
ACTORS: Final[tuple[EntityKind, ...]] = ("organisation", "body")
LISTED: Final[tuple[tuple[str, EntityKind], ...]] = (
    ("product_words", "product"),
    ("model_words", "model"),
    ("dataset_words", "dataset"),
    ("benchmark_words", "benchmark"),
    ("company_nouns", "organisation"),
    ("press_nouns", "publication"),
)
"""Nouns that are listed for other ends as well."""


SURE: Final = 4
"""What makes a thing no model, however near models stand."""
LETTERS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWYZ")
"""The letters that tell a variant: Foo S; an X is somebody's name as well."""


class Vote(NamedTuple):
    """A kind, and how much speaks for it."""

    kind: Kind
    weight: int


# -- words -------------------------------------------------------------------------------------


def _plural(noun: str) -> str:
    soft = noun.endswith("y") and noun[-2:-1] not in "aeiou"
    hissing = noun.endswith(("s", "x", "z", "ch", "sh"))
    return noun[:-1] + "ies" if soft else noun + ("es" if hissing else "s")


@cache
def nouns() -> Phrases[Kind]:
    """What things are called, with the kind: the most telling lists last, as they win."""
    kinds: Mapping[Kind, Sequence[str]] = table("kinds")["nouns"]
    entries: dict[str, Kind] = {noun: kind for name, kind in LISTED for noun in words(name)}
    entries.update((noun, kind) for kind, listed in kinds.items() for noun in listed)
    plurals: dict[str, Kind] = {_plural(noun): kind for noun, kind in entries.items()}
    return Phrases([*plurals.items(), *entries.items()])


def _several(entries: Iterable[tuple[str, Kind]]) -> Phrases[tuple[Kind, ...]]:
    """A table in which a phrase may tell of several kinds."""
    kinds: dict[str, tuple[Kind, ...]] = {}
    for phrase, kind in entries:
        if kind not in kinds.get(phrase, ()):
            kinds[phrase] = (*kinds.get(phrase, ()), kind)
    return Phrases(kinds.items())


@cache
def verbs(name: str, *forms: str) -> Phrases[tuple[Kind, ...]]:
    """The verbs of a list, in some of their forms."""
    lists: Mapping[Kind, Sequence[str]] = table("kinds")[name]
    return _several(
        (form, kind)
        for kind, listed in lists.items()
        for verb in listed
        for form, what in forms_of(verb)
        if what in forms
    )


@cache
def phrases(name: str) -> Phrases[tuple[Kind, ...]]:
    """The phrases of a list as they stand there."""
    lists: Mapping[Kind, Sequence[str]] = table("kinds")[name]
    return _several((phrase, kind) for kind, listed in lists.items() for phrase in listed)


def votes_of_form(name: str) -> Iterator[Vote]:
    """What a name's own form tells: ``FooBench``, ``FooOS``, ``Foo AI``, ``Foo 3``.

    >>> list(votes_of_form("VoxArena")), list(votes_of_form("Foo 3"))
    ([Vote(kind='benchmark', weight=4)], [Vote(kind='thing', weight=3)])
    """
    last = name.replace("-", " ").split(" ")[-1]
    for ending, kind in table("kinds")["endings"].items():
        if last == ending and last != name:
            yield Vote(kind, 2 if kind == "benchmark" else 3)  # arenas are halls as well
        elif len(last) > len(ending) and last.endswith(ending) and not last[: -len(ending)].isupper():
            yield Vote(kind, 4)
    variant = last.casefold() in words("variants") or last.casefold() in ("xl", "xs") or last in LETTERS
    if any(char.isdigit() for char in name) or (variant and last != name):
        yield Vote("thing", 3)


# -- the vote ----------------------------------------------------------------------------------


def decided(weights: Mapping[Kind, int]) -> tuple[EntityKind, int] | None:
    """The kind for which most speaks, and how much: first whether it is a thing, then which.

    >>> decided({"thing": 3, "organisation": 4, "model": 2}), decided({})
    (('model', 5), None)
    """
    totals: Counter[EntityKind] = Counter()
    for kind, weight in weights.items():
        if kind == "thing" or kind in THINGS:
            totals["product"] += weight
        elif kind != "like a model":
            totals["organisation" if kind in ACTORS else kind] += weight
    best, most = max(totals.items(), key=lambda item: item[1], default=("other", 0))
    if most <= 0:
        return None
    group = THINGS if best in THINGS else ACTORS if best in ACTORS else (best,)
    inner: dict[EntityKind, int] = {kind: weights.get(kind, 0) for kind in group}
    if "model" in inner and not any(inner[kind] >= SURE for kind in ("benchmark", "dataset", "platform")):
        inner["model"] += weights.get("like a model", 0)
    return max(inner, key=lambda kind: inner[kind]), most
