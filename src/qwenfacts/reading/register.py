"""The names of one text as they are found: what each means, and what it is called later, or was before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import define, field

from ..entities import Entity, EntityKind, slug
from ..lexicon import Lexicon
from ..tokens import Phrases, goes_on
from .casing import Casing
from .naming import Guess, listed, opening_words, words
from .shapes import sized, sizeless_end

__all__ = ["Register"]

MAKERS: Final = ("organisation", "model_family", "platform")
MOST_ALIASES: Final = 16
WHOLES: Final = ("organisation", "body", "incident", "other")
LISTED_AFTER: Final = frozenset(["and", "or", "to"])


@define
class _Unknown:
    """A name that no lexicon has, while what the text tells of it is put together."""

    name: str
    kind: EntityKind
    weight: int
    parent: str | None = None
    aliases: dict[str, None] = field(factory=dict[str, None])

    def entity(self, key: str) -> Entity:
        return Entity(key, self.kind, self.name, tuple(self.aliases), self.parent, known=False)

    def call(self, name: str) -> None:
        """Note another name."""
        if name != self.name and len(self.aliases) < MOST_ALIASES:
            self.aliases[name] = None


class Register:
    """The names found so far.

    ``short`` has what names are called after they were there in full; ``people`` the words of people's names.
    """

    def __init__(self, casing: Casing, lexicon: Lexicon, sources: Mapping[str, Entity]) -> None:
        self._casing = casing
        self._sources = sources
        self._lexicon = lexicon
        self._found: list[tuple[int, int, str]] = []  # first, end, id
        self._unknown: dict[str, _Unknown] = {}
        self.short: dict[str, str] = {}
        self.people: set[str] = set()

    # -- entering --

    def named(self, name: str) -> Entity | None:
        """The entity of the lexicon that has a name."""
        return self._lexicon.entities.by_name.get(name.casefold())

    def key_of(self, name: str, guess: Guess, parent: str | None = None) -> str:
        """The id that a name gives; an unknown one is noted, and its surest kind counts."""
        known = self.named(name)
        key = known.id if known else slug(name)
        if key not in self._lexicon.entities.by_id:
            unknown = self._unknown.setdefault(key, _Unknown(name, *guess, parent))
            unknown.call(name)
            if guess.weight > unknown.weight:
                unknown.kind, unknown.weight = guess
        return key

    def enter(self, first: int, end: int, key: str) -> None:
        """Note a name, and what it will be called later."""
        self._found.append((first, end, key))
        self._casing.taken[first:end] = [True] * (end - first)
        if self._kind(key) == "person":
            tokens = self._casing.tokens[first:end]
            self.people.update(token.text for token in tokens if len(token.text) > 1)
        elif end - first > 1:
            self._shorten(first, end, key)

    def enter_short(self, at: int, key: str) -> None:
        """Note a form of a name that the text itself gives in parentheses."""
        written = self._casing.text(at)
        self.short[written] = key
        if key in self._unknown:
            self._unknown[key].call(written)
        self._found.append((at, at + 1, key))
        self._casing.taken[at] = True

    def _kind(self, key: str) -> EntityKind:
        if key in self._unknown:
            return self._unknown[key].kind
        known = self._lexicon.entities.by_id.get(key)
        return known.kind if known is not None else "publication"

    def follows_a_place(self, at: int) -> bool:
        """Whether the name before this token, in a list with it, is that of a place: ``in Pune and Surat``."""
        if not self._found or self._casing.key(at - 1) not in (*LISTED_AFTER, ","):
            return False
        _, end, key = self._found[-1]
        unsure = key in self._unknown and self._unknown[key].weight < 2
        return end == at - 1 and self._kind(key) == "place" and not unsure

    # -- short forms --

    def _shorten(self, first: int, end: int, key: str) -> None:
        """``Foo Robotics`` is later ``Foo``; ``Acme Cloud 3`` of Acme is later ``Cloud 3``."""
        casing, tokens = self._casing, self._casing.tokens
        stop = end
        while stop - first > 1 and (
            listed(tokens[stop - 1].key, "organisation_words") or tokens[stop - 1].text == "."
        ):
            stop -= 1
        if key in self._unknown and stop < end and stop - first == 1 and casing.is_special(first):
            self.short.setdefault(tokens[first].text, key)
        if sized(tokens[first:end]):
            self._name_family(first, end, key)
        rest = next((at for at in range(first + 1, end) if self._is_maker(casing.written(first, at))), end)
        self._call_without_maker(rest, end, key)

    def _is_maker(self, name: str) -> bool:
        """Whether a name is that of a maker or family, which its members' short forms leave out."""
        entity = self.named(name)
        return entity is not None and entity.kind in MAKERS

    def _call_without_maker(self, rest: int, end: int, key: str) -> None:
        casing = self._casing
        if casing.text(rest) == "-":
            rest += 1
        if rest >= end or not casing.tokens[rest].text[0].isupper():
            return
        alone = end - rest == 1
        word = casing.tokens[rest]
        if alone and (len(word.text) < 4 or word.key in words("not_names")):
            return
        self.short.setdefault(casing.written(rest, end), key)

    def _name_family(self, first: int, end: int, key: str) -> None:
        """``Foo-Bar`` for a lone ``Foo-Bar-7B``; with a ``Foo-Bar-70B`` beside it, the family of both."""
        casing = self._casing
        stop = first + sizeless_end(casing.tokens[first:end])
        base = casing.written(first, stop)
        if stop - first < 2 or self.named(base) is not None:
            return
        before = self.short.get(base)
        family = slug(base)
        if before is None:
            meant = key
        elif before == key or key not in self._unknown:
            meant = before
        else:
            meant = family
            self._unknown.setdefault(family, _Unknown(base, "model_family", 4, self._unknown[key].parent))
        self.short[base] = meant
        rest = next((at for at in range(first + 1, stop) if self._is_maker(casing.written(first, at))), stop)
        if casing.text(rest) == "-":
            rest += 1
        if rest < stop and casing.is_special(rest):
            self.short[casing.written(rest, stop)] = meant

    # -- settling --

    def settled(self) -> Iterator[tuple[int, int, Entity]]:
        """All names in order, each with the entity that it means."""
        self._find_again()
        self._find_bare()
        self._found.sort()
        meant = self._join_short_forms()
        entities = {source.id: source for source in self._sources.values()}
        entities.update(
            (key, unknown.entity(key)) for key, unknown in self._unknown.items() if key not in entities
        )
        for (first, end, _), key in zip(self._found, meant, strict=True):
            yield first, end, entities.get(key) or self._lexicon.entities.by_id[key]

    def _find_again(self) -> None:
        """Names found once, wherever else they stand: in headings, at the start of sentences."""
        casing = self._casing
        written = ((name, source.id) for name, source in self._sources.items())
        table = Phrases([*written, *self.short.items(), *self._names_of_unknown()], exact=True)
        at = 0
        while at < len(casing.tokens):
            found = None
            if not casing.taken[at] and casing.tokens[at].kind == "word" and not goes_on(casing.tokens, at):
                found = table.starting(casing.tokens, at)
            end = found[1] if found else at + 1
            common = casing.key(at) in casing.lower or casing.key(at) in opening_words()
            alone = end == at + 1 and common and (casing.opens(at) or casing.headings[at])
            if found and casing.free(at, end) and not alone:
                self._found.append((at, end, found[0]))
                casing.taken[at:end] = [True] * (end - at)
            at = end

    def _names_of_unknown(self) -> Iterator[tuple[str, str]]:
        for key, unknown in self._unknown.items():
            for name in (unknown.name, *unknown.aliases):
                yield name, key

    def _find_bare(self) -> None:
        """Surnames and given names alone: the last person so named before, else the default bearer."""
        casing = self._casing
        bearers = self._bearers()
        for at, token in enumerate(casing.tokens):
            if casing.taken[at] or not casing.is_capital(at) or token.key in words("sentence_starters"):
                continue
            opens = casing.opens(at)
            if opens and token.key in casing.lower:
                continue
            default = casing.bearers.get(token.text)
            key = bearers.of(token.text, at, before=opens or default is not None)
            if key is None and default is not None:
                key = default.id
            if key is not None:
                self._found.append((at, at + 1, key))
                casing.taken[at] = True

    def _bearers(self) -> _Bearers:
        """The people of the text by each word of their names."""
        bearers = _Bearers()
        for first, end, key in sorted(self._found):
            if self._kind(key) == "person":
                names = [
                    t.text for t in self._casing.tokens[first:end] if len(t.text) > 1 and t.text[0].isupper()
                ]
                if len(names) > 1:
                    bearers.add(names, first, key)
        return bearers

    def _join_short_forms(self) -> list[str]:
        """The ids in order; an unknown name of one word gives way to the longer name that it is a part of."""
        casing, bearers = self._casing, self._bearers()
        longer: dict[str, str] = {}
        for first, end, key in self._found:
            if end - first > 1 and self._kind(key) in WHOLES and casing.is_special(first):
                longer.setdefault(casing.text(first), key)
        meant: list[str] = []
        for first, end, key in self._found:
            unknown = self._unknown.get(key)
            whole: str | None = None
            if unknown is not None and end - first == 1 and (unknown.weight < 2 or unknown.kind == "person"):
                word = casing.text(first)
                whole = bearers.of(word, first, before=False) or longer.get(word)
            meant.append(whole or key)
        return meant


class _Bearers:
    """Who bears a word as a name, by where the full name stands."""

    def __init__(self) -> None:
        self._at: dict[str, list[int]] = {}
        self._keys: dict[str, list[str]] = {}

    def add(self, names: Sequence[str], at: int, key: str) -> None:
        """Note a full name; in text order."""
        for name in names:
            self._at.setdefault(name, []).append(at)
            self._keys.setdefault(name, []).append(key)

    def of(self, name: str, at: int, *, before: bool) -> str | None:
        """The last bearer named before a token; else, unless only that is wanted, the first behind it."""
        places = self._at.get(name, [])
        index = bisect_left(places, at)
        if index:
            return self._keys[name][index - 1]
        return self._keys[name][0] if places and not before else None
