"""Who was spoken of before: in the sentences of a paragraph, in the story, in its title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Final

from ...entities import Entity
from ...report import Mention
from ..page import Page, Passage
from .cast import COMPANIES, MODELS, OBJECTS, THINGS, Cast, Role, is_authority

__all__ = ["Discourse", "Who", "entity_of"]

Who = Mention[Entity] | Entity

BACK: Final = 8
MANY: Final = 24
TAKING: Final = frozenset("takes buys acquires bought acquired backs".split())
ASIDE_LAST: Final = attrgetter("is_aside")


def entity_of(who: Who) -> Entity:
    """Who it is, whether a text names them or not."""
    return who.value if isinstance(who, Mention) else who


class Discourse:
    """Who was spoken of before each passage of a page, passages being asked for in order.

    ``kind`` says of what kind an entity is, as the text has it; ``units`` are the ids of those that the text
    calls units of somebody else.
    """

    def __init__(
        self,
        page: Page,
        cast: Cast,
        kind: Callable[[Entity], str] = attrgetter("kind"),
        units: AbstractSet[str] = frozenset(),
    ) -> None:
        self.page = page
        self.cast = cast
        self.kind: Callable[[Entity], str] = kind
        self.units: AbstractSet[str] = units
        self._subject: Entity = self._outermost(page.subject)
        self._at = {passage.span.start: index for index, passage in enumerate(page.passages)}
        self._starts: dict[int | None, int] = {}
        self._told: dict[int, list[Who]] = {}
        self._sums: dict[int, list[Who]] = {}
        self._leads: dict[int, list[tuple[Who, str, bool]]] = {}
        self._things: dict[int | None, list[tuple[Who, bool]]] = {}
        """The things that the sentences of a story are about, and whether that launched them."""
        self._counts: dict[int | None, Counter[Entity]] = {}
        self._first: dict[tuple[int | None, str], int] = {}
        """Where the sentence begins that first names somebody in a story."""
        self._lines: dict[tuple[int | None, str], list[Entity]] = {}
        for index, passage in enumerate(page.passages):
            self._starts.setdefault(passage.story, index)
            count = self._counts.setdefault(passage.story, Counter())
            count.update(name.value for name in passage.names)
            for name in passage.names:
                self._first.setdefault((passage.story, name.value.id), passage.first)

    def remember(self, passage: Passage, who: Who, *, sums: bool) -> None:
        """Keep whom a figure of a passage was of, those of results and other sums apart."""
        (self._sums if sums else self._told).setdefault(passage.first, []).append(who)

    def lead(self, passage: Passage, who: Who, kind: str, *, launched: bool = False) -> None:
        """Keep whom a sentence is about, what it launches before who launches it."""
        self._leads.setdefault(passage.first, []).append((who, kind, launched))
        if kind in THINGS:
            self._things.setdefault(passage.story, []).append((who, launched))

    def company(self, passage: Passage) -> Who:
        """Whom ``the company`` means: the first that a paragraph is about, else whose business it is."""
        block = [*self.earlier(passage)][::-1]
        led: list[Who] = []
        for one in block:  # in a sentence about no company, whose business it is
            led += [who for who, _, _ in self._leads.get(one.first, ())]
            if not any(self.kind(entity_of(who)) in COMPANIES for who in led):
                led += [name for name in one.names[:MANY] if name.value == self._subject]
        firms = (who for who in led if self.kind(entity_of(who)) in COMPANIES)
        whole = (
            who for who in firms if not (is_authority(entity_of(who)) or entity_of(who).id in self.units)
        )
        return next(whole, None) or self.house(passage)

    def house(self, passage: Passage) -> Entity:
        """Whose business a story tells of: whom its title starts with, else the report's company."""
        main = self.page.main.get(passage.story, self.page.subject)
        behind = {self.page.tokens[one.end].key for one in self._title(passage)[:1]}
        named = (one.name.value for one in self._title(passage)[1:])
        taken = not TAKING.isdisjoint(behind) or any(self._outermost(one) == self._subject for one in named)
        taken = taken and self.is_guest(main)  # Foo takes over, Foo backs Acme
        return self._outermost(main) if self._leads_title(passage, main) and not taken else self._subject

    def is_guest(self, one: Entity) -> bool:
        """Whether a company is neither whom the report is about nor a part of that."""
        ours = one == self._subject or self._subject in self.page.owners(one) or one.id in self.units
        return self.kind(one) in COMPANIES and not ours

    def _outermost(self, entity: Entity) -> Entity:
        """The company of a thing; a company itself."""
        return entity if self.kind(entity) in COMPANIES else self.page.company_of(entity)

    def _leads_title(self, passage: Passage, main: Entity) -> bool:
        """Whether the title of a story starts with whom it is about."""
        title = self.page.passages[self._starts[passage.story]]
        words = (at for at in range(title.first, title.end) if self.page.tokens[at].kind == "word")
        start = next((at for at in words if self.page.tokens[at].key != "story"), title.first)
        opening = self._title(passage)[:1]
        return any(one.name.value == main and not one.is_aside and one.first == start for one in opening)

    def _title(self, passage: Passage) -> tuple[Role, ...]:
        """The names in the title of a story, with what they do in it."""
        return self.cast.roles(self.page.passages[self._starts[passage.story]])[:MANY]

    def earlier(self, passage: Passage) -> Iterator[Passage]:
        """The few sentences before one in its paragraph, the last one first."""
        at = self._at[passage.span.start]
        for earlier in reversed(self.page.passages[max(0, at - BACK) : at]):
            if earlier.block is not passage.block or not earlier.is_prose:
                return
            yield earlier

    def lead_before(self, passage: Passage) -> Who | None:
        """Whom the last sentence of the paragraph is about that is about somebody."""
        leads = (self._leads[one.first] for one in self.earlier(passage) if one.first in self._leads)
        return next((who for block in leads for who, _, _ in block), None)

    def star(self, passage: Passage, kinds: AbstractSet[str] = THINGS) -> Who | None:
        """The thing of the story where a paragraph names it; else what this launched last, or opens with."""
        topic = self.topic(passage, kinds)
        block = [passage, *self.earlier(passage)]
        if topic is not None and any(name.value == entity_of(topic) for one in block for name in one.names):
            return topic
        launched = (
            who for one in block for who, kind, new in self._leads.get(one.first, ()) if new and kind in kinds
        )
        leads = (lead for one in reversed(block) for lead in self._leads.get(one.first, ()))
        led = (who for who, kind, _ in leads if kind in kinds)
        return next(chain(launched, led), topic)

    def continued(self, passage: Passage, kinds: AbstractSet[str]) -> Who | None:
        """The thing that a sentence goes on about: its paragraph's, not one that this was compared with."""
        found, star = self.spoken_of(passage, kinds), self.star(passage)
        same = found is not None and star is not None and self.kind(entity_of(star)) in kinds
        return star if same else found

    def spoken_of(self, passage: Passage, kinds: AbstractSet[str]) -> Who | None:
        """Whom the sentences before it in its paragraph are about, the last one first."""
        for earlier in self.earlier(passage):
            for who, kind, _ in self._leads.get(earlier.first, ()):
                if kind in kinds:
                    return who
            for role in self.cast.roles(earlier)[:MANY]:
                if self.kind(role.name.value) in kinds and not (role.is_aside or role.owns or role.is_inside):
                    return role.name
            for who in reversed(self._told.get(earlier.first, ())):
                if self.kind(entity_of(who)) in kinds:
                    return who
        return None

    def beside(self, passage: Passage, kinds: AbstractSet[str], *last: Passage) -> Who | None:
        """Whom the sentences before it in its paragraph name, though they are not about them."""
        roles = (role for one in (*self.earlier(passage), *last) for role in self.cast.roles(one)[:MANY])
        clear = (one.name for one in roles if not one.is_inside)  # a third of what Foo costs
        return next((name for name in clear if self.kind(name.value) in kinds), None)

    def guest(self, passage: Passage, at: int) -> Mention[Entity] | None:
        """The company that the last sentence names first, before a token, whose business the text is not."""
        return next((one for one in self._named(passage, at) if self.is_guest(one.value)), None)

    def part(self, passage: Passage, at: int) -> Mention[Entity] | None:
        """The part of the report's company that the last sentence names first, before a token."""
        hosts = COMPANIES | {"platform"}
        parts = (one for one in self._named(passage, at) if [*self.page.owners(one.value)])
        ours = (one for one in parts if self.kind(one.value) in hosts and not self.is_guest(one.value))
        return next(ours, None)

    def _named(self, passage: Passage, at: int) -> Iterator[Mention[Entity]]:
        """Who is named in the sentences of a paragraph before a token, the last sentence first."""
        for one in (passage, *self.earlier(passage)):
            yield from (role.name for role in self.cast.roles(one)[:MANY] if role.end <= at)

    def told_of(self, passage: Passage, kinds: AbstractSet[str]) -> Who | None:
        """Whom the last figure of the paragraph was of."""
        for earlier in (passage, *self.earlier(passage)):
            for who in reversed(self._told.get(earlier.first, ())):
                if self.kind(entity_of(who)) in kinds:
                    return who
        return None

    def topic(self, passage: Passage, kinds: AbstractSet[str]) -> Who | None:
        """The thing that a story is about: in its title, else launched in it, else what it opens with."""
        if passage.story is None:
            return self.page.subject if self.page.subject.kind in kinds else None
        told = sorted(self._things.get(passage.story, ()), key=itemgetter(1), reverse=True)
        things = [(who, new) for who, new in told if self.kind(entity_of(who)) in kinds]
        for role in sorted(self._title(passage), key=ASIDE_LAST):
            one = role.name.value
            if self.kind(one) in kinds:
                members = [
                    member for member in self._counts[passage.story] if member.id.startswith(f"{one.id}-")
                ]
                only = members[0].id.removeprefix(f"{one.id}-") if len(members) == 1 else ""
                version = only.replace(".", "").isdigit()  # Foo 3, where the title says Foo
                fits = version or (only and one.kind == "model_family")
                led = (who for who, new in things if fits and (new or version))
                return next((who for who in led if entity_of(who) == members[0]), role.name)
        return things[0][0] if things else None

    def before(self, passage: Passage, wanted: tuple[AbstractSet[str], ...]) -> Who:
        """Whom the sentences before or the story are about, where the sentence names nobody."""
        main = self.page.main.get(passage.story, self.page.subject)
        main = main if self._leads_title(passage, main) else self.page.subject
        if main.kind == "model_family":
            main = entity_of(self.topic(passage, MODELS) or main)
        if wanted[0] <= COMPANIES | {"site"}:
            unit = main if self.kind(main) == "platform" else None  # Acme Cloud has staff of its own
            return next(reversed(self._sums.get(passage.first, ())), None) or unit or self.house(passage)
        going = (self.continued(passage, kinds) for kinds in wanted if kinds <= THINGS)
        if (found := next((one for one in going if one is not None), None)) is not None:
            return found
        for kinds in wanted:
            if kinds <= THINGS:
                found = self.topic(passage, kinds) or self.beside(passage, kinds - {"platform"}, passage)
            else:
                found = (
                    self.told_of(passage, kinds)
                    or self.spoken_of(passage, kinds - {"place", "other"})
                    or (main if self.kind(main) in kinds else None)
                )
            if found is not None:
                return found
        return main

    def series(self, passage: Passage, model: Entity) -> Entity | None:
        """The whole line that a model is a member of, where a story names it."""
        line = self.line(passage, model)
        wholes = [
            one for one in line if f"{model.id}-".startswith(f"{one.id}-") and one.kind == "model_family"
        ]
        return max(wholes, key=lambda one: len(one.id), default=None)

    def line(self, passage: Passage, model: Entity) -> list[Entity]:
        """The models named so far that are called alike by their first word, the most named first."""
        key = passage.story, model.id.partition("-")[0]
        if key not in self._lines:
            counts = self._counts[passage.story].most_common()
            alike = [one for one, _ in counts if one.kind in OBJECTS and one.id.partition("-")[0] == key[1]]
            starts = {one.id.rpartition("-")[0] for one in alike}  # Foo, where there is a Foo Lite
            self._lines[key] = sorted(alike, key=lambda one: one.id not in starts)
        known = [one for one in self._lines[key] if self._first[passage.story, one.id] <= passage.first]
        return known or [model]
