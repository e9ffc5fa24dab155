"""Who was spoken of before: in the sentences of a paragraph, in the story, in its title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from ...entities import Entity
from ...report import Mention
from ..page import Page, Passage
from .cast import COMPANIES, THINGS, Cast, is_authority

__all__ = ["Discourse", "Who"]

Who = Mention[Entity] | Entity

BACK: Final = 8
MANY: Final = 24


class Discourse:
    """Who was spoken of before each passage of a page, passages being asked for in order."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self.page = page
        self.cast = cast
        self._at = {passage.span.start: index for index, passage in enumerate(page.passages)}
        self._starts: dict[int | None, int] = {}
        self._told: dict[int, list[Who]] = {}
        self._counts: dict[int | None, Counter[Entity]] = {}
        for index, passage in enumerate(page.passages):
            self._starts.setdefault(passage.story, index)
            count = self._counts.setdefault(passage.story, Counter())
            count.update(name.value for name in passage.names)

    def remember(self, passage: Passage, who: Who) -> None:
        """Keep whom a figure of a passage was of."""
        self._told.setdefault(passage.first, []).append(who)

    def company(self, passage: Passage) -> Who:
        """Whom ``the company`` means: who leads the first sentence of the paragraph, else the story's."""
        first = next(iter(self._block(passage)), None)
        subject = self._outermost(self.page.subject)
        for role in self.cast.roles(first)[:MANY] if first is not None else ():
            one = role.name.value
            is_company = one.kind in COMPANIES and one.known and not is_authority(one)
            if is_company and not role.is_aside and not role.owns:
                return subject if subject in self.page.owners(one) else role.name
        main = self.page.main.get(passage.story, self.page.subject)
        return self._outermost(main) if self._leads_title(passage, main) else subject

    def _outermost(self, entity: Entity) -> Entity:
        """The company of a thing; a company itself."""
        return entity if entity.kind in COMPANIES else self.page.company_of(entity)

    def _leads_title(self, passage: Passage, main: Entity) -> bool:
        """Whether the title of a story starts with whom it is about."""
        first = self._starts.get(passage.story)
        roles = self.cast.roles(self.page.passages[first])[:1] if first is not None else ()
        return any(
            role.name.value == main and not role.is_aside and role.first == self._title_start(first)
            for role in roles
        )

    def _title_start(self, first: int | None) -> int:
        """The first word of a title, its number and ornaments left out."""
        passage = self.page.passages[first or 0]
        words = (at for at in range(passage.first, passage.end) if self.page.tokens[at].kind == "word")
        return next((at for at in words if self.page.tokens[at].key != "story"), passage.first)

    def _block(self, passage: Passage) -> list[Passage]:
        """The sentences before a passage in its block, in order."""
        index = at = self._at[passage.span.start]
        while at > 0 and index - at < BACK and self.page.passages[at - 1].block is passage.block:
            at -= 1
        return list(self.page.passages[at:index])

    def _earlier(self, passage: Passage, *, paragraph: bool) -> Iterator[Passage]:
        """The few sentences before one, the last one first: those of its paragraph, or of the ones before."""
        at = self._at[passage.span.start]
        listed = passage.block.kind == "list_item"
        for earlier in reversed(self.page.passages[max(0, at - BACK) : at]):
            if earlier.story != passage.story or (
                passage.story is None and earlier.block is not passage.block
            ):
                return
            if (earlier.block is passage.block) == paragraph and earlier.is_prose:
                if paragraph or not listed or earlier.block.kind != "list_item":
                    yield earlier
            elif paragraph:
                return

    def spoken_of(self, passage: Passage, kinds: AbstractSet[str]) -> Who | None:
        """Whom the sentences before it in its paragraph are about, the last one first."""
        for earlier in self._earlier(passage, paragraph=True):
            for role in self.cast.roles(earlier)[:MANY]:
                if role.name.value.kind in kinds and not (role.is_aside or role.owns or role.is_inside):
                    return role.name
            for who in reversed(self._told.get(earlier.first, ())):
                if self._entity(who).kind in kinds:
                    return who
        return None

    def _told_of(self, passage: Passage, kinds: AbstractSet[str]) -> Who | None:
        """Whom the last figure of the paragraph was of."""
        for earlier in (passage, *self._earlier(passage, paragraph=True)):
            for who in reversed(self._told.get(earlier.first, ())):
                if self._entity(who).kind in kinds:
                    return who
        return None

    def mentioned(self, passage: Passage, kinds: AbstractSet[str]) -> Who | None:
        """Whom the story mentions, of some kinds: the last one told of, else the one of its title."""
        earlier = [*self._earlier(passage, paragraph=True), *self._earlier(passage, paragraph=False)]
        for one in earlier:
            told = [who for who in self._told.get(one.first, ()) if self._entity(who).kind in kinds]
            if told:
                return told[-1]
        titled = self._main(passage, kinds, only_title=True)
        if titled is not None:
            return titled
        for one in earlier:
            found = [r for r in self.cast.roles(one)[:MANY] if r.name.value.kind in kinds and not r.is_inside]
            if found:
                return min(found, key=lambda role: role.is_aside).name
        return self._main(passage, kinds)

    def before(self, passage: Passage, wanted: tuple[AbstractSet[str], ...]) -> Who:
        """Whom the sentences before or the story are about, where the sentence names nobody."""
        if wanted[0] <= COMPANIES:
            return self.company(passage)
        main = self._member(passage, self.page.main.get(passage.story, self.page.subject))
        for kinds in wanted:
            if kinds <= THINGS:
                found = self.spoken_of(passage, kinds) or (
                    main if main.kind in kinds else self.mentioned(passage, kinds)
                )
            else:
                found = self._told_of(passage, kinds) or (main if main.kind in kinds else None)
            if found is not None:
                return found
        return main

    def _member(self, passage: Passage, main: Entity) -> Entity:
        """The model of a family that a story is about; anything else itself."""
        if main.kind != "model_family" or passage.story is None:
            return main
        inside = f"{main.id}-"
        counts = self._counts[passage.story]
        members = [one for one in counts if one.kind == "model" and one.id.startswith(inside)]
        titled = [one for one in members if one.id in self.page.titled.get(passage.story, frozenset())]
        return next(iter(titled or members), main)

    def _main(self, passage: Passage, kinds: AbstractSet[str], *, only_title: bool = False) -> Entity | None:
        """The one of some kinds that a story is about: in its title, else named most in it."""
        if passage.story is None:
            return self.page.subject if self.page.subject.kind in kinds else None
        titled = self.page.titled.get(passage.story, frozenset())
        best: tuple[bool, int, Entity] | None = None
        for entity, count in self._counts[passage.story].items():
            if entity.kind in kinds and (best is None or (entity.id in titled, count) > best[:2]):
                best = entity.id in titled, count, entity
        return best[2] if best is not None and (best[0] or not only_title) else None

    def _entity(self, who: Who) -> Entity:
        return who.value if isinstance(who, Mention) else who
