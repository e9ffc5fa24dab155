"""A sentence with what it is labelled with, and the names that stand before its marks and asides."""

from __future__ import annotations

from itertools import islice
from typing import Final, NamedTuple

from ....entities import Entity
from ....report import Mention
from ...english.clauses import last_before
from ...english.nouns import Nouns, Phrase
from ...english.referents import NETWORKS, Referents, is_thing, of_nouns
from ...page import Page
from .sides import SIDES, Fits, is_made

__all__ = ["BACK", "DASHES", "Labelled", "Subject"]

DASHES: Final = frozenset(("—", "–"))
MARKS: Final = DASHES | {":"}
IN_PREVIEW: Final = frozenset("in as a public private closed limited open beta preview alpha".split())
BACK: Final = 7


class Subject(NamedTuple):
    """What some words are about, and the first token that names it; ``entities`` has two for ``both``."""

    entities: tuple[Entity, ...]
    first: int
    mention: Mention[Entity] | None = None

    @property
    def entity(self) -> Entity:
        """The only or first of them."""
        return self.entities[0]


class Labelled:
    """A sentence with what it is labelled with, and the names before a token."""

    def __init__(self, sentence: Nouns, referents: Referents) -> None:
        self.sentence = sentence
        self.referents = referents
        self.page: Page = sentence.page
        self.label: Subject | None = self._label()
        """The name that a list item or paragraph begins with: ``Foo – tuned for voice``."""

    def _label(self) -> Subject | None:
        sentence = self.sentence
        for at in range(sentence.first, min(sentence.first + 3, sentence.end)):
            name = sentence.starting.get(at)
            if name is not None:
                end = sentence.name_end(name)
                end = sentence.closing(end) if sentence.token(end).text == "(" else end  # Foo (7B):
                return Subject((name.value,), at, name) if sentence.token(end).text in MARKS else None
        return None

    def headline(self) -> tuple[Mention[Entity], int] | None:
        """The thing that a line is headed with, and the dash behind: ``- Foo goes live — The router``."""
        sentence = self.sentence
        name = sentence.starting.get(sentence.opening)
        if name is None or not is_thing(self.referents.seen(name.value)):
            return None
        behind = sentence.name_end(name)
        dash = next((at for at in range(behind, behind + BACK) if sentence.token(at).text in DASHES), None)
        return (name, dash) if dash is not None else None

    def sides(self, kind: str) -> tuple[Fits, Fits]:
        """Who can stand on either side of a kind, as this text has them."""
        one, other = SIDES[kind]
        seen = self.referents.seen
        return lambda entity: one(seen(entity)), lambda entity: other(seen(entity))

    def _named(self, name: Mention[Entity]) -> Subject:
        return Subject((name.value,), self.sentence.name_first(name), name)

    def _name_before(self, at: int) -> Mention[Entity] | None:
        """The name that ends before a token, a bracket between them left out: ``Foo (F), a router``."""
        inside = range(at - 1, max(self.sentence.first, at - BACK), -1)
        if self.sentence.token(at - 1).text == ")":
            at = next((index for index in inside if self.sentence.token(index).text == "("), at)
        date = self.sentence.date_at(at - 1)
        if date is not None:  # brought out Foo on Monday, a router
            at = self.page.token_at(date.span.start)
            at -= self.sentence.token(at - 1).key in ("on", "in")
        return self.sentence.ending.get(at)

    def apposed_to(self, mark: int, noun: str) -> Mention[Entity] | None:
        """The name that a noun behind a mark is about: no platform in ``put Foo on Bar, a model``."""
        name = self._name_before(mark)
        if name is None or name.value.kind != "platform" or noun not in of_nouns("model", "thing") - NETWORKS:
            return name
        before = islice(last_before(self.sentence.passage.names, name.span.start), BACK)
        things = (one for one in before if is_thing(one.value) and one.value.kind != "platform")
        return next(things, name)

    def _may_be(self, entity: Entity, noun: str) -> bool:
        """Whether a noun can stand for what its list item is labelled with: ``Foo: the new router``."""
        return is_thing(entity) and is_made(noun)

    def _done_to(self, phrase: Phrase) -> Phrase:
        """What an act or aspect is one of, if it is named: ``the launch in beta of | Foo``."""
        if (
            phrase.name is not None
            or phrase.owner is not None
            or phrase.noun not in of_nouns("act", "aspect")
        ):
            return phrase
        sentence, at = self.sentence, phrase.end
        while sentence.token(at).key in IN_PREVIEW:
            at += 1
        named = sentence.phrase_at(at + 1) if sentence.token(at).key == "of" else None
        return named if named is not None and named.name is not None else phrase
