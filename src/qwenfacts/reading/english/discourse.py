"""Who was spoken of before: in the sentences of a paragraph, in the story, in its title."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import Final

from ...entities import Entity
from ...report import Mention
from ..page import Page, Passage
from .cast import COMPANIES, MODELS, THINGS, Cast, is_authority

__all__ = ["Discourse", "Who", "entity_of"]

Who = Mention[Entity] | Entity

TAKING: Final = frozenset(
    "acquire acquires acquired acquiring buy buys bought buying own owns owned take takes took taken taking"
    " back backs backed backing invest invests invested investing value values valued valuing rate rates"
    " rated sue sues sued suing fine fines fined fining pick picks picked picking choose chooses chose"
    " chosen choosing adopt adopts adopted adopting select selects selected selecting rescue rescues rescued"
    " bailed downgraded upgraded criticised accused accuses blamed probed investigated".split()
)
"""Verbs of those who do something to a company that a report is about."""
AWAY: Final = frozenset(("from", "than", "by", "to", "for"))
FEW: Final = 8
BACK: Final = 8
MANY: Final = 24


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
        self._taken: dict[int | None, int] = {}
        self._at = {passage.span.start: index for index, passage in enumerate(page.passages)}
        self._starts: dict[int | None, int] = {}
        self._heads: list[int] = []
        """The heading that each passage stands under, or where its story starts."""
        self._told: dict[int, list[Who]] = {}
        self._leads: dict[int, list[tuple[Who, str]]] = {}
        self._counts: dict[int | None, Counter[Entity]] = {}
        self._first: dict[tuple[int | None, Entity], int] = {}
        self._lines: dict[tuple[int | None, str], list[Entity]] = {}
        for index, passage in enumerate(page.passages):
            start = self._starts.setdefault(passage.story, index)
            self._heads.append(index if passage.block.kind == "heading" else max(self._heads[-1:], default=0))
            self._heads[-1] = max(start, self._heads[-1])
            count = self._counts.setdefault(passage.story, Counter())
            count.update(name.value for name in passage.names)
            if index > self._starts[passage.story]:
                for name in passage.names:
                    self._first.setdefault((passage.story, name.value), index)

    def remember(self, passage: Passage, who: Who) -> None:
        """Keep whom a figure of a passage was of."""
        self._told.setdefault(passage.first, []).append(who)

    def lead(self, passage: Passage, who: Who, kind: str) -> None:
        """Keep whom a sentence is about, what it launches before who launches it."""
        self._leads.setdefault(passage.first, []).append((who, kind))

    def company(self, passage: Passage) -> Who:
        """Whom ``the company`` means: who leads the first sentence of the paragraph, else the story's."""
        first, subject = self._opening(passage), self._subject
        if first is not None and self._is_taken(first):
            return subject
        main = self.page.main.get(passage.story, self.page.subject)
        if main != subject and self._is_taken_in_story(passage):
            return subject
        leads = self._leads.get(first.first) if first is not None else None
        if first is not None and leads:
            block = (first, *self._earlier(passage, paragraph=True))
            for who, kind in (lead for one in block for lead in self._leads.get(one.first, ())):
                one = entity_of(who)
                if kind in COMPANIES and not is_authority(one):
                    return who
        else:
            for role in self.cast.roles(first)[:MANY] if first is not None else ():
                one = role.name.value
                is_company = one.kind in COMPANIES and one.known and not is_authority(one)
                if is_company and not role.is_aside and not role.owns:
                    return role.name
        for earlier in self._earlier(passage, paragraph=False):
            for who, _ in self._leads.get(earlier.first, ()):
                if entity_of(who) in (subject, main):
                    return self._outermost(entity_of(who))
        return self._outermost(main) if self._leads_title(passage, main) else subject

    def is_guest(self, one: Entity) -> bool:
        """Whether a company is neither whom the report is about nor a part of that."""
        return (
            one.id not in self.units and one != self._subject and self._subject not in self.page.owners(one)
        )

    def _is_taken(self, one: Passage) -> bool:
        """Whether a sentence tells what somebody does to the report's company: ``Foo has bought Acme``."""
        if TAKING.isdisjoint(one.keys):
            return False
        roles = self.cast.roles(one)[:MANY]
        for before, role in zip((None, *roles), roles, strict=False):
            if role.name.value != self._subject:
                continue
            low = one.first if before is None else before.end
            if role.owns:  # picked Foo, Acme's platform
                low = max(one.first, role.first - FEW)
            keys = [self.page.tokens[at].key for at in range(low, role.first)]
            verbs = [index for index, key in enumerate(keys) if key in TAKING]
            if verbs and AWAY.isdisjoint(keys[verbs[-1] :]):
                return True
            end = min(role.end + FEW, one.end - 1)
            keys = [self.page.tokens[at].key for at in range(role.end, end + 1)]
            if any(verb in TAKING and after == "by" for verb, after in itertools.pairwise(keys)):
                return True
        return False

    def _is_taken_in_story(self, passage: Passage) -> bool:
        """Whether somebody does something to the report's company in the story so far."""
        if passage.story not in self._taken:
            passages = self.page.passages
            there = range(self._starts[passage.story], len(passages))
            self._taken[passage.story] = next(
                (at for at in there if self._is_taken(passages[at])), there.stop
            )
        return self._taken[passage.story] < self._at[passage.span.start]

    def _outermost(self, entity: Entity) -> Entity:
        """The company of a thing; a company itself."""
        return entity if self.kind(entity) in COMPANIES else self.page.company_of(entity)

    def _leads_title(self, passage: Passage, main: Entity) -> bool:
        """Whether the title of a story starts with whom it is about."""
        title = self.page.passages[self._starts[passage.story]]
        return any(
            role.name.value == main and not role.is_aside and role.first == self._title_start(title)
            for role in self.cast.roles(title)[:1]
        )

    def _title_start(self, passage: Passage) -> int:
        """The first word of a title, its number and ornaments left out."""
        words = (at for at in range(passage.first, passage.end) if self.page.tokens[at].kind == "word")
        return next((at for at in words if self.page.tokens[at].key != "story"), passage.first)

    def _opening(self, passage: Passage) -> Passage | None:
        """The first sentence of a block, of those not too far before another one."""
        index = at = self._at[passage.span.start]
        while at > 0 and index - at < BACK and self.page.passages[at - 1].block is passage.block:
            at -= 1
        return self.page.passages[at] if at < index else None

    def _earlier(self, passage: Passage, *, paragraph: bool) -> Iterator[Passage]:
        """The few sentences before one, the last one first: those of its paragraph, or of the ones before."""
        at = self._at[passage.span.start]
        for earlier in reversed(self.page.passages[max(0, at - BACK) : at]):
            if earlier.story != passage.story or (
                passage.story is None and earlier.block is not passage.block
            ):
                return
            if (earlier.block is passage.block) == paragraph and earlier.is_prose:
                yield earlier
            elif paragraph:
                return

    def earlier(self, passage: Passage) -> Iterator[Passage]:
        """The sentences before one in its paragraph, the last one first."""
        return self._earlier(passage, paragraph=True)

    def nearest(self, passage: Passage, wanted: tuple[AbstractSet[str], ...]) -> Who | None:
        """Whom the last sentence is about that is about somebody, of the kinds that are wanted most."""
        leads = next(
            (self._leads[one.first] for one in self.earlier(passage) if one.first in self._leads), ()
        )
        found = (who for kinds in wanted for who, kind in leads if kind in kinds)
        return next(found, None)

    def star(self, passage: Passage) -> Who | None:
        """The thing that a paragraph is about first, else the one that its story is about."""
        for earlier in [passage, *self.earlier(passage)][::-1]:
            for who, kind in self._leads.get(earlier.first, ()):
                if kind in THINGS:
                    return who
        main = self._member(passage, self._story_main(passage))
        return main if self.kind(main) in THINGS else None

    def continued(self, passage: Passage, kinds: AbstractSet[str]) -> Who | None:
        """The thing that a sentence goes on about: its paragraph's, not one that this was compared with."""
        found, star = self.spoken_of(passage, kinds), self.star(passage)
        same = found is not None and star is not None and self.kind(entity_of(star)) in kinds
        return star if same else found

    def spoken_of(self, passage: Passage, kinds: AbstractSet[str]) -> Who | None:
        """Whom the sentences before it in its paragraph are about, the last one first."""
        for earlier in self._earlier(passage, paragraph=True):
            for who, kind in self._leads.get(earlier.first, ()):
                if kind in kinds:
                    return who
            for role in self.cast.roles(earlier)[:MANY]:
                if self.kind(role.name.value) in kinds and not (role.is_aside or role.owns or role.is_inside):
                    return role.name
            for who in reversed(self._told.get(earlier.first, ())):
                if self.kind(entity_of(who)) in kinds:
                    return who
        return None

    def _told_of(self, passage: Passage, kinds: AbstractSet[str]) -> Who | None:
        """Whom the last figure of the paragraph was of."""
        for earlier in (passage, *self._earlier(passage, paragraph=True)):
            for who in reversed(self._told.get(earlier.first, ())):
                if self.kind(entity_of(who)) in kinds:
                    return who
        return None

    def mentioned(self, passage: Passage, kinds: AbstractSet[str]) -> Who | None:
        """Whom the story mentions, of some kinds: the last one told of, else the last one named."""
        earlier = [*self._earlier(passage, paragraph=True), *self._earlier(passage, paragraph=False)]
        for one in earlier:
            told = [who for who in self._told.get(one.first, ()) if self.kind(entity_of(who)) in kinds]
            if told:
                return told[-1]
        for one in earlier:
            found = [
                r for r in self.cast.roles(one)[:MANY] if self.kind(r.name.value) in kinds and not r.is_inside
            ]
            if found:
                return min(found, key=lambda role: role.is_aside).name
        return self._main(passage, kinds)

    def before(self, passage: Passage, wanted: tuple[AbstractSet[str], ...]) -> Who:
        """Whom the sentences before or the story are about, where the sentence names nobody."""
        if wanted[0] <= COMPANIES:
            return self.company(passage)
        main = self._member(passage, self._story_main(passage))
        for kinds in wanted:
            if kinds <= THINGS:
                headed = self._headed(passage, kinds)
                told = main if self.kind(main) in kinds else headed or self._chief(passage, kinds)
                under = self._heads[self._at[passage.span.start]] > self._starts[passage.story]
                found = self.continued(passage, kinds) or (headed if under else None) or told
            else:
                found = (
                    self._told_of(passage, kinds)
                    or self.spoken_of(passage, kinds - {"place", "other"})
                    or (main if self.kind(main) in kinds else None)
                )
            if found is not None:
                return found
        return main

    def _chief(self, passage: Passage, kinds: AbstractSet[str]) -> Who | None:
        """Whom the story mentions, of some kinds; of several models of a line the one most spoken of."""
        found = self.mentioned(passage, kinds)
        if found is None or self.kind(entity_of(found)) not in MODELS:
            return found
        return self.line(passage, entity_of(found))[0]

    def _headed(self, passage: Passage, kinds: AbstractSet[str]) -> Who | None:
        """Who the heading names that a passage stands under."""
        head = self.page.passages[self._heads[self._at[passage.span.start]]]
        names = head.names if head.block.kind == "heading" else ()
        return next((name.value for name in names if self.kind(name.value) in kinds), None)

    def _story_main(self, passage: Passage) -> Entity:
        """Whom a story is about: of several in its title only one that leads it."""
        main = self.page.main.get(passage.story, self.page.subject)
        titled = self.page.titled.get(passage.story) if passage.story is not None else None
        several = titled is not None and len(titled) > 1
        if main == self.page.subject or not several or self._leads_title(passage, main):
            return main
        return self.page.subject

    def _member(self, passage: Passage, main: Entity) -> Entity:
        """The model of a family that a story is about; anything else itself."""
        if main.kind != "model_family" or passage.story is None:
            return main
        inside = f"{main.id}-"
        counts = self._counts[passage.story]
        members = [one for one in counts if one.kind == "model" and one.id.startswith(inside)]
        titled = [one for one in members if one.id in self.page.titled.get(passage.story, frozenset())]
        members = [one for one in members if counts[one] >= counts[main]]
        return next(iter(titled or members), main)

    def line(self, passage: Passage, model: Entity) -> list[Entity]:
        """The models of a story that are called alike by their first word, the most named first."""
        key = passage.story, model.id.partition("-")[0]
        if key not in self._lines:
            counts = self._counts[passage.story].most_common()
            alike = [one for one, _ in counts if one.kind in MODELS and one.id.partition("-")[0] == key[1]]
            starts = {one.id.rpartition("-")[0] for one in alike}  # Foo, where there is a Foo Lite
            self._lines[key] = sorted(alike, key=lambda one: one.id not in starts)
        return self._lines[key] or [model]

    def _main(self, passage: Passage, kinds: AbstractSet[str]) -> Entity | None:
        """The one of some kinds that a story is about: in its title, else named most in it."""
        if passage.story is None:
            return self.page.subject if self.page.subject.kind in kinds else None
        titled = self.page.titled.get(passage.story, frozenset())
        best: tuple[bool, int, Entity] | None = None
        for entity, count in self._counts[passage.story].items():
            later = self._first.get((passage.story, entity), 0) > self._at[passage.span.start]
            if entity.id not in titled and (later or self.kind(entity) == "platform"):
                continue  # not told of yet, or where somebody wrote something
            if self.kind(entity) in kinds and (best is None or (entity.id in titled, count) > best[:2]):
                best = entity.id in titled, count, entity
        return best[2] if best is not None else None
