"""The kinds of the unknown names of a text, by all that it tells of each, its kin and its neighbours."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ...entities import EntityKind
from ...tokens import Token, tokenize
from .evidence import votes
from .naming import Guess, words
from .telling import THINGS, Kind, decided, votes_of_form

__all__ = ["MODELS", "kinds_of"]

FIRST_GUESS: Final = (1, 2, 3, 5, 7)
"""What the guess by a name's own words and its first place counts, by how sure it was."""
WEAK: Final = 3
NEAR: Final = 12
SHARED: Final[tuple[Kind, ...]] = ("thing", "like a model", *THINGS)
LONGEST: Final = 16
MODELS: Final = ("model", "model_family")
CALLED_SO: Final = 4
"""What an apposition counts at least."""


def kinds_of(
    tokens: Sequence[Token],
    guesses: Mapping[str, tuple[str, Guess]],
    found: Iterable[tuple[int, int, str]],
    known: Mapping[str, EntityKind],
) -> dict[str, EntityKind]:
    """The kind of each unknown name.

    - ``guesses``: their ids, with the name and what was first taken for its kind;
    - ``found``: all names of the text in order, first and after-last token and id;
    - ``known``: the kinds of the other ids.
    """
    weights: dict[str, Counter[Kind]] = {
        key: Counter({_kind_of(guess): FIRST_GUESS[guess.weight]}) for key, (_, guess) in guesses.items()
    }
    names = {key: name for key, (name, _) in guesses.items()}
    for key, name in names.items():
        for vote in votes_of_form(name):
            weights[key][vote.kind] += vote.weight
    places = list(found)
    wholes = _wholes(names, places)
    for first, end, key in places:
        if key in weights:
            for vote in votes(tokens, first, end, person=key in wholes):
                weights[key][vote.kind] += vote.weight
                if key in wholes:
                    weights[wholes[key]][vote.kind] += vote.weight
    _hint_by_neighbours(tokens, places, weights, known)
    called = {key: weight["model"] for key, weight in weights.items()}
    _share_with_kin(names, weights)
    kinds = {key: decided(weight) or ("organisation", 0) for key, weight in weights.items()}
    for key in _owned(names, {key: kind for key, kind in kinds.items() if key not in wholes}):
        weights[key]["person"] = 0
        weights[key]["thing"] += 2
        kinds[key] = decided(weights[key]) or kinds[key]
    members = _members({key: name for key, name in names.items() if kinds[key][0] == "model"})
    for key, name in names.items():
        count = members[name] if kinds[key][0] == "model" else 0
        if count > 1 or (count and called[key] < CALLED_SO):
            kinds[key] = "model_family", kinds[key][1]
    _follow_neighbours(tokens, places, kinds, known)
    return {key: kind for key, (kind, _) in kinds.items()}


def _kind_of(guess: Guess) -> Kind:
    """What a first guess speaks for: a product by its shape alone may be a model as well."""
    return "thing" if guess.kind == "product" and guess.weight < 2 else guess.kind


def _hint_by_neighbours(
    tokens: Sequence[Token],
    places: Sequence[tuple[int, int, str]],
    weights: Mapping[str, Counter[Kind]],
    known: Mapping[str, EntityKind],
) -> None:
    """What stands beside a known model in a sentence may be one; a company owns things, a place companies."""
    for (_, end, key), (after, _, other) in itertools.pairwise(places):
        if key in known and other in weights and after == end + 2 and tokens[end + 1].key == "s":
            weights[other]["organisation" if known[key] == "place" else "thing"] += 2
        if after - end > NEAR or any(tokens[at].kind == "newline" for at in range(end, after)):
            continue
        if key in weights and known.get(other) in MODELS:
            weights[key]["like a model"] += 2
        if other in weights and known.get(key) in MODELS:
            weights[other]["like a model"] += 2


def _wholes(names: Mapping[str, str], places: Iterable[tuple[int, int, str]]) -> dict[str, str]:
    """The one longer name, named before, of words that each single word opens or ends."""
    order: dict[str, int] = {}
    for first, _, key in places:
        order.setdefault(key, first)
    parts: dict[str, list[str]] = {}
    for key, name in names.items():
        parted = name.split(" ")
        if len(parted) > 1:
            for word in {parted[0], parted[-1]}:
                parts.setdefault(word, []).append(key)
    return {
        key: parts[name][0]
        for key, name in names.items()
        if len(parts.get(name, ())) == 1 and order.get(parts[name][0], 0) < order.get(key, 0)
    }


def _owned(names: Mapping[str, str], kinds: Mapping[str, tuple[EntityKind, int]]) -> list[str]:
    """The names that open with that of an organisation: what it offers, or a part of it, and nobody."""
    owners = {names[key] for key, (kind, weight) in kinds.items() if kind == "organisation" and weight > WEAK}
    return [key for key, name in names.items() if name.partition(" ")[0] in owners and " " in name]


def _members(names: Mapping[str, str]) -> Counter[str]:
    """How many names go on from each: one from ``Foo 2`` where there is a ``Foo 2 Mini``."""
    return Counter(
        name[:at]
        for name in names.values()
        for at in itertools.islice((at for at, char in enumerate(name) if char in " -"), LONGEST)
    )


def _share_with_kin(names: Mapping[str, str], weights: dict[str, Counter[Kind]]) -> None:
    """What is told of ``Foo 2`` is half told of ``Foo 3``, ``Foo Mini`` and ``Foo``, if they are things."""
    kin: dict[str, list[str]] = {}
    for key, name in names.items():
        kin.setdefault(_stem(name), []).append(key)
    for keys in kin.values():
        if len(keys) > 1:
            told = sum((weights[key] for key in keys), Counter[Kind]())
            for key in keys:
                for kind in SHARED:
                    weights[key][kind] += (told[kind] - max(weights[key][kind], 0)) // 2


def _stem(name: str) -> str:
    """A name without its version and variant: ``Foo`` of ``Foo 2 Mini``, ``Foo-7B``."""
    tokens = tokenize(name)
    end = len(tokens)
    for at in range(1, len(tokens)):
        token = tokens[at]
        if token.kind == "number" or token.key in words("variants"):
            end = at - (tokens[at - 1].text == "-")
            break
    return "".join(token.key for token in tokens[: max(end, 1)])


def _follow_neighbours(
    tokens: Sequence[Token],
    places: Sequence[tuple[int, int, str]],
    kinds: dict[str, tuple[EntityKind, int]],
    known: Mapping[str, EntityKind],
) -> None:
    """A name of which little is told is what its neighbours in a list are."""
    for at, (first, end, key) in enumerate(places):
        if key not in kinds or kinds[key][1] >= WEAK:
            continue
        before = places[at - 1] if at else None
        after = places[at + 1] if at + 1 < len(places) else None
        beside = [(one[2], one[1], first) for one in (before,) if one] + [
            (one[2], end, one[0]) for one in (after,) if one
        ]
        for other, start, stop in beside:
            kind, weight = kinds.get(other, (known.get(other), WEAK + 1))
            if kind is not None and kind != "place" and weight > WEAK and _are_listed(tokens, start, stop):
                kinds[key] = kind, WEAK
                break


def _are_listed(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether what stands between two names lists or compares them; the comma of ``In Foo, Bar`` does not."""
    between = [token.key for token in tokens[first:end]]
    return between in (["and"], ["or"], ["&"], [",", "and"], [",", "or"]) or (
        0 < len(between) < 3 and between[0] in words("comparing_words")
    )
