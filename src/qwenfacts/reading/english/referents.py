"""What a pronoun or a common noun stands for: ``it``, ``both``, ``the model``, ``the company``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from attrs import evolve

from ...entities import Entity
from ...report import Block, Mention
from ..mentions.naming import words
from ..page import Page, Passage
from ..wording import table
from .lineup import MEMBERS as TELLING
from .lineup import WHOLES, Lineup
from .nounwords import TEAMS

__all__ = [
    "MODELS",
    "NETWORKS",
    "ORGANISATIONS",
    "THINGS",
    "Referents",
    "is_thing",
    "listed",
    "may_be_thing",
    "of_nouns",
]

MODELS: Final = frozenset(("model", "model_family"))
THINGS: Final = MODELS | {"product", "platform", "dataset", "benchmark"}
ORGANISATIONS: Final = frozenset(("organisation", "body"))
NOT_ACTING: Final = frozenset(("place", "publication", "person"))
NETWORKS: Final = frozenset(
    "platform service app marketplace network store portal software stack cloud".split()
)
NAMED: Final = {
    "thing": ("product_words", "dataset_words"),
    "model": ("model_words",),
    "company": ("company_nouns",),
}
"""The lists of ``naming.toml`` that belong to a list of nouns."""
SITES: Final = frozenset("campus plant factory site centre center gigafactory region".split())
"""Nouns that stand for nothing that was not called so."""
GENERAL: Final = frozenset("company firm group business giant lab laboratory developer maker unit".split())
"""Nouns that mean the company of the report, whoever was spoken of."""
REMEMBERED: Final = 12
STEM: Final = re.compile(r"[- ]")
VERSION: Final = re.compile(r"[a-z]|\.\d")
"""What goes on with a word or a version, and is no member: ``Lark-3.5`` is not of ``Lark-3``."""


def is_thing(entity: Entity) -> bool:
    """Whether it is something that is made: a product, a model, or an unknown name of no kind."""
    return entity.kind in THINGS or (not entity.known and entity.kind == "other")


def may_be_thing(entity: Entity) -> bool:
    """Whether it can be something that is made: also what only looks like a company."""
    return is_thing(entity) or (not entity.known and entity.kind == "organisation")


@cache
def of_nouns(*kinds: str) -> frozenset[str]:
    """The nouns of some lists of ``relations.toml``, with those that tell names the same kind of thing."""
    own = frozenset(noun for kind in kinds for noun in table("relations")["nouns"][kind])
    named = words(*(name for kind in kinds for name in NAMED.get(kind, ())))
    return own | (named - frozenset(table("relations")["nouns"]["empty"]))


@cache
def listed(kind: str) -> frozenset[str]:
    """The words of a list of ``relations.toml`` that are no nouns, or not only."""
    return frozenset(table("relations")["lists"][kind])


def _each(entities: Iterable[Entity]) -> list[Entity]:
    """Each once, the first of an id: no entity is hashed."""
    found: dict[str, Entity] = {}
    for one in entities:
        found.setdefault(one.id, one)
    return list(found.values())


class Referents:
    """The entities that a text has spoken of, the latest first; forgotten where another story begins."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._story: int | None = None
        self._recent: list[Entity] = []
        self._called: dict[str, Entity] = {}
        self._kinds: dict[str, Entity] = {}
        self._main: Entity | None = None
        self._headed: Entity | None = None
        self._labelled: Block | None = None
        self._block: Block | None = None
        self._first: Entity | None = None
        self._told: set[str] = set()
        """What the story has named below its headings."""
        self.launched: Entity | None = None
        """What the last sentence said that somebody made or launched."""
        self.listed: tuple[Entity, ...] = ()
        """What the items of the last list are labelled with."""
        self.person: Mention[Entity] | None = None
        """The person whom the last sentence that named one begins with, or else named last."""
        self.pair: tuple[Entity, ...] = ()
        """The two things that the last sentence spoke of together."""

    @property
    def company(self) -> Entity:
        """The company that the report is about."""
        subject = self._page.subject
        return subject if subject.kind in ORGANISATIONS else self._page.company_of(subject)

    def enter(self, passage: Passage) -> None:
        """Forget what was spoken of, where a passage begins another story."""
        if (
            passage.story is None and passage.block.kind == "heading"
        ):  # a part of a story, or none that is told
            self._headed = next((name.value for name in passage.names if is_thing(name.value)), self._main)
            return
        if passage.story != self._story:
            self._story, self._called, self._recent, self._told = passage.story, {}, [], set()
            self._main = self._page.main.get(passage.story) if passage.story is not None else None
            self._headed, self.launched, self.pair, self.listed = self._main, None, (), ()
            self._first = None
        if self._labelled is not None and passage.block is not self._labelled and self._recent:
            self._recent, self._labelled = (
                [*self._recent[1:], self._recent[0]],
                None,
            )  # other items are of all
        if passage.block is not self._block:
            self._block = passage.block
            main = self._main
            told = main is not None and main in self._recent and is_thing(main)
            if told and passage.block.kind != "heading":  # another paragraph is of the story's thing again
                self._headed = self._headed or main
        if self._headed is not None:
            self._recent = [self._headed, *(one for one in self._recent if one != self._headed)]
            self._headed = None

    def keep(
        self, passage: Passage, subject: Entity | None, launched: Entity | None, meant: Sequence[Entity] = ()
    ) -> None:
        """Remember what a sentence speaks of: its subject first, what other words mean, then its names."""
        self.launched = launched
        people = [name for name in passage.names if name.value.kind == "person"]
        opens = people[:1] if people and people[0] == passage.names[0] else people[-1:]
        self.person = opens[0] if opens else self.person
        found = [name.value for name in passage.names if self.seen(name.value).kind not in NOT_ACTING]
        if passage.block.kind != "heading":
            self._told.update(one.id for one in found)
            self._first = self._first or launched
        models = (name for name in passage.names if name.value.kind in MODELS)
        ends = ((name.value, self._page.token_at(name.span.end)) for name in models)
        makers = {one.id for one, end in ends if self._page.tokens[end].key in TEAMS}
        front = [subject] if subject is not None else []
        front = [*meant, *front] if subject is not None and is_thing(self.seen(subject)) else [*front, *meant]
        found = _each(front + found)
        found.sort(key=lambda one: one.id in makers)  # the Foo team made Bar: it is Bar
        if subject is None and passage.block.kind == "list_item":
            self._recent = [*self._recent, *(one for one in found if one not in self._recent)][:REMEMBERED]
            return
        self._recent = _each([*found, *self._recent])[:REMEMBERED]

    def label(self, passage: Passage) -> None:
        """Remember that a passage opens a list item that is about what it is labelled with, and no other."""
        self._labelled = passage.block if passage.block.kind == "list_item" else None

    def call(self, entity: Entity, noun: str) -> None:
        """Remember what something was called: ``Wren, a router``; it tells what an unknown name is."""
        self._called[noun] = entity
        if not entity.known and entity.id not in self._kinds:
            if noun in of_nouns("thing", "model"):
                self._kinds[entity.id] = entity if is_thing(entity) else evolve(entity, kind="product")
            elif not entity.name[-1].isdigit() and (
                noun in of_nouns("company", "unit")
                or noun.endswith(("maker", "fund"))
                or (noun.endswith("er") and entity.kind not in THINGS)
            ):
                self._kinds[entity.id] = evolve(entity, kind="organisation", known=True)

    def seen(self, entity: Entity) -> Entity:
        """An entity with the kind that the text gives it."""
        return self._kinds.get(entity.id, entity)

    def meant(self, noun: str, *, things: bool = False, described: bool = False) -> Entity | None:
        """The one that a pronoun or a noun means, if that can be told; with ``things`` no company.

        ``described``: more words tell which one it is, as they do of no company that all is about.
        """
        if noun in ("it", "its", "they", "which"):
            if things and self.launched is not None:
                return self.launched
            return next((one for one in self._recent[:1] if not things or is_thing(self.seen(one))), None)
        main = self._main if noun in of_nouns("act") and self._main != self.company else None
        if main is not None and (noun not in of_nouns("model") or is_thing(self.seen(main))):
            return main  # the launch, the newcomer
        if noun in self._called:
            return self._called[noun]
        if noun in of_nouns("unit") and (unit := self.unit(noun)) is not None:
            return unit
        for one in self._recent:
            if one.name.casefold().endswith(f" {noun}") and one.name.casefold() != noun:
                return one
        if noun in WHOLES:
            families = (self.family(one) for one in self._recent)
            found = next((one for one in families if one is not None), None)
            if found is not None:
                return found
        if noun in of_nouns("model"):
            models = (one for one in self._recent if one.kind in MODELS)
            products = (one for one in self._recent if self.seen(one).kind == "product")
            return next(models, None) or next(products, None)
        if noun in SITES:
            return None
        if noun in of_nouns("thing"):
            wanted = THINGS - MODELS if noun in NETWORKS else THINGS - MODELS - {"platform"}
            return (
                next((one for one in self._recent if self.seen(one).kind in wanted), None)
                or next((one for one in self._recent if not one.known and one.kind == "other"), None)
                or next((one for one in self._recent if one.kind in MODELS and noun not in NETWORKS), None)
            )
        if noun in of_nouns("company"):
            unknown = (
                [one for one in self._recent if not one.known and one != self.company] if described else []
            )
            firms = (
                one for one in unknown if self.seen(one).kind in ORGANISATIONS and not self._is_part(one)
            )
            if (other := next(firms, None)) is not None:
                return other  # the Paris firm
            latest = self._recent[0] if self._recent and noun not in GENERAL else self.company
            return latest if self.seen(latest).kind in ORGANISATIONS else self.company
        return None

    def unit(self, noun: str) -> Entity | None:
        """The part of a company that ``the unit`` and the like mean."""
        if noun not in of_nouns("unit"):
            return None
        main = [self._main] if self._is_part(self._main) else []
        recent = [*main, *self._recent] if noun in of_nouns("part") else main
        wholes = (one for one in recent if one is not None and self.seen(one).kind in ORGANISATIONS)
        return self._called.get(noun) or next((one for one in wholes if one != self.company), None)

    def _is_part(self, entity: Entity | None) -> bool:
        """Whether something is a part of the company of the report, by its name or by what is known of it."""
        if entity is None:
            return False
        last = entity.name.split()[-1].casefold()
        return entity.parent == self.company.id or last in words("organisation_words", "team_words")

    def main(self) -> Entity | None:
        """What the story is about, once it has been named below the title; else what it launched first."""
        told = self._main is not None and self._main.id in self._told
        return self._main if told else self._first

    def made(self) -> Entity | None:
        """The thing that is spoken of, also where the company that makes it was named behind it."""
        latest = next((one for one in self._recent if self.seen(one).kind not in ORGANISATIONS), None)
        named = latest is not None and is_thing(self.seen(latest)) and latest.kind != "benchmark"
        return self.launched or (latest if named else None)

    def family(self, member: Entity) -> Entity | None:
        """The one spoken of whose name that of a member begins with: ``Lark`` for ``Lark-2B``."""
        start = member.name.casefold()
        wholes = [one for one in self._recent if start != one.name.casefold()]
        wholes = [one for one in wholes if start.startswith(one.name.casefold())]
        wholes = [one for one in wholes if not VERSION.match(start, len(one.name))]
        return max(wholes, key=lambda one: len(one.name), default=None)

    def sized(self, word: str) -> Entity | None:
        """The one of the models that were last spoken of that a word tells: smaller, base, 30B."""
        models = [one for one in self._recent if one.kind in MODELS]
        return Lineup(models).meant({word}, *models[:1]) if word in TELLING else None

    def both(self) -> tuple[Entity, ...]:
        """The last two of one kind, rather of one family."""
        for index, one in enumerate(self._recent):
            if one.kind == "platform":
                continue  # where the two can be had
            alike = [two for two in self._recent[index + 1 :] if two.kind == one.kind]
            if alike:
                akin = (two for two in alike if STEM.split(two.name, 1)[0] == STEM.split(one.name, 1)[0])
                return one, next(akin, alike[0])
        return ()
