"""Who made a model: who brings it out, whose it is said to be, or whom the text around it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain
from typing import Final, cast

from ....entities import Entity
from ....report import Mention
from ...english.clauses import is_possessive, last_before
from ...page import Page, Passage
from .launching import Release
from .standing import ADJUNCTS

__all__ = ["Makers", "is_resold"]

NEAR: Final = 9
DOINGS: Final = frozenset(("releases", "unveils", "made", "with"))
"""The classes of verbs whose subject is the maker."""
MAKING: Final = frozenset(("by", "from", "that", "which"))
ENDLESS: Final = 1 << 40
OFFERS: Final = frozenset(("hosts", "available", "inverted"))
"""What others can do with a model as well as its maker."""
OWNED: Final = 5
"""So many words may stand between a maker's possessive and the name of a model."""


class Makers:
    """The makers of the models that a sentence names."""

    def __init__(self, page: Page, passage: Passage) -> None:
        self.page = page
        self.passage = passage

    def maker(self, release: Release) -> Mention[Entity] | None:
        """Whose model it is: ``Acme's Foo``; who releases it; ``by Acme``."""
        page, model, verb = self.page, release.model, release.verb
        start = page.token_at(model.span.start)
        nearest = next(last_before(self.passage.names, model.span.start), None)
        near = nearest is not None and start - page.token_at(nearest.span.end) <= OWNED
        if nearest is not None and near and _is_owner(page, nearest):
            return nearest
        if release.cue == "puts" or (start >= verb.stop and release.cue in DOINGS):
            for name in last_before(self.passage.names, page.tokens[verb.start].start):
                before = page.token_at(name.span.start) - 1
                word = page.tokens[before].key if before >= self.passage.first else ""
                owned = word in ADJUNCTS or is_possessive(page, name)
                if name.value.kind == "organisation" and not owned:
                    return name
        end = page.token_at(model.span.end)
        places = (*range(verb.stop, min(release.end, verb.stop + NEAR)), *range(end, end + 2))
        for at in places:
            agent, word = page.name_at(at), page.tokens[at - 1].key
            made = word == "by" or (word == "from" and (at == end + 1 or page.tokens[at - 2].key == "model"))
            if made and agent is not None and agent.value.kind == "organisation":
                return agent
        return None

    def owner(self, model: Mention[Entity]) -> Entity | None:
        """Whose a model is by the lexicon; an unknown one is made by whom the text around it is about."""
        page = self.page
        owner = next(page.owners(model.value), None)
        if owner is not None or model.value.known:
            return owner
        makers = chain(self._beside(model), _namesakes(page, model.value), self._around(model), self._about())
        return next((one for one in makers if one.kind == "organisation"), None)

    def _beside(self, model: Mention[Entity]) -> Iterator[Entity]:
        """Who is said to have made a model: ``Foo, Acme's coder``, ``Foo that Acme tuned``."""
        page, end = self.page, self.page.token_at(model.span.end)
        by: int | None = None
        for at in range(end, min(end + NEAR + OWNED, self.passage.end)):
            name = page.name_at(at)
            by = at if page.tokens[at].key in MAKING and not page.tokens[at].glued else by
            if name is not None and (
                at - by < NEAR if by is not None else at < end + OWNED and _is_owner(page, name)
            ):
                yield name.value
        for name in self.passage.names[:1]:
            behind = page.tokens[page.token_at(name.span.end)].text
            if name.span.end <= model.span.start and behind in (":", "—", "–"):
                yield name.value  # Acme: Foo 2 ships

    def _around(self, model: Mention[Entity]) -> Iterator[Entity]:
        """Who may have made a model: who the sentence names before it, else who does things in its story."""
        page = self.page
        for name in last_before(self.passage.names, model.span.start):
            before = page.token_at(name.span.start) - 1
            if before < self.passage.first or page.tokens[before].key not in ADJUNCTS:
                yield name.value
        if (
            self.passage.story is not None
            and page.once(_mentioned).get(self.passage.story, ENDLESS) > model.span.start
        ):
            doing = page.once(_doing).get(self.passage.story, ())
            behind = bisect_left(doing, model.span.start, key=lambda name: name.span.start)
            yield from (
                name.value for name in (*doing[max(0, behind - 1) : behind], *doing[behind : behind + 1])
            )

    def _about(self) -> tuple[Entity, Entity]:
        """Whom the story is about, else the report."""
        return self.page.main.get(self.passage.story, self.page.subject), self.page.subject


def _namesakes(page: Page, model: Entity) -> Iterator[Entity]:
    """Who makes the known models that are called alike, if only one does."""
    by_id = page.lexicon.entities.by_id
    makers = [by_id[key] for key in page.lexicon.makers_of_namesakes(model) if key in by_id]
    if len(makers) == 1:
        family = makers[0]
        yield from (family,) if family.kind == "organisation" else page.owners(family)


def is_resold(page: Page, passage: Passage, release: Release) -> bool:
    """Whether others only have a model, which nobody brings out: ``Acme now offers Llama 3``."""
    if release.cue not in OFFERS or passage.story is None or passage.dates:
        return False
    model = release.model.value
    makers = {*page.owners(model)} or {*_namesakes(page, model)}
    news = {page.main.get(passage.story, page.subject), page.subject, page.company_of(page.subject)}
    news.update(name.value for name in passage.names)
    news.update(name.value for name in page.once(_doing).get(passage.story, ()))
    return bool(makers) and news.isdisjoint(makers) and model.id not in page.titled.get(passage.story, ())


def _doing(page: Page) -> dict[int, list[Mention[Entity]]]:
    """The companies that sentences of each story begin with."""
    found: dict[int, list[Mention[Entity]]] = {}
    for passage in page.passages:
        for name in passage.names[:2] if passage.is_prose and passage.story is not None else ():
            opens = page.token_at(name.span.start) - passage.first <= 2 + (name != passage.names[0])
            if opens and name.value.kind == "organisation" and not is_possessive(page, name):
                found.setdefault(cast("int", passage.story), []).append(name)
    return found


def _mentioned(page: Page) -> dict[int, int]:
    """Where each story first names whom the report is about."""
    found: dict[int, int] = {}
    for passage in page.passages:
        for name in passage.names:
            if passage.story is not None and name.value == page.subject:
                found.setdefault(passage.story, name.span.start)
    return found


def _is_owner(page: Page, name: Mention[Entity]) -> bool:
    return name.value.kind == "organisation" and is_possessive(page, name)
