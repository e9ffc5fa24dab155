"""Who the words stand for that name nobody: ``it``, ``the company``, ``the studio``, ``the plant``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from ....tokens import peek
from ...english.cast import (
    CALLED,
    COMPANIES,
    MODELS,
    OBJECTS,
    REFERRING,
    THINGS,
    Cast,
    Reference,
    Role,
    is_authority,
)
from ...english.clauses import ACTORS, OBLIQUE, clauses_of, cue_spans, last_before, opening_of
from ...english.discourse import Discourse, Who, entity_of
from ...english.nounwords import TEAMS
from ...page import Page, Passage
from ...wordclasses import BE, CONDITIONALS, INTERROGATIVES, RELATIVES
from .callings import WHOLE, Callings

__all__ = ["GROUND", "HOSTS", "SUPPOSING", "StandIns"]

SIZED: Final = frozenset(("model", "flagship", "version", "release", "sibling", "variant"))
SIZE: Final = re.compile(r"-(\d+(?:\.\d+)?)b\b")
SMALLER: Final = frozenset("smaller lighter compact lightweight cheaper faster smallest lightest".split())
LARGER: Final = frozenset("larger bigger full full-size heavier largest biggest main new".split())
"""By what the models of one line are told apart; the bare model is the one most spoken of."""
PAIRS: Final = frozenset(
    ("pair", "duo", "trio", "quartet", "twins", "siblings", "models", "sizes", "weights")
)
"""What several things are called together."""
UNITS: Final = frozenset(("division", "unit", "arm", "subsidiary", "business", "segment"))
NEW: Final = frozenset(("newcomer", "weights", "arrival", "debutant", "entrant"))
"""What only the thing is called that a paragraph brings up, whatever it is compared with."""
YOUNG: Final = frozenset(("start-up", "startup", "unicorn", "giant", "upstart", "scale-up"))
"""What a company is called in passing, whether or not it was called so before."""
AROUND: Final = 24
FEW: Final = 4
LONG: Final = 60
LONG_VERB: Final = 7
DONE: Final = ("ed", "en", "ught", "uilt", "over")
SUPPOSING: Final = CONDITIONALS | {"should", "were"}
"""Words by which a condition opens a sentence."""
GROUND: Final = frozenset(("plant", "site", "factory", "fab", "campus", "mill", "refinery"))
GROUNDS: Final = frozenset(("product", "place", "other", "platform"))
"""What plants are called, and the kinds of their names."""
OPENING: Final = SUPPOSING | INTERROGATIVES
SCALED: Final = SMALLER | LARGER - {"new"}
RELATING: Final = RELATIVES - {"that"}
HOSTS: Final = COMPANIES | {"platform"}


class StandIns:
    """What pronouns and descriptions of a page stand for; passages are asked for in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.cast: Cast = page.once(Cast)
        self.callings: Callings = Callings(page)
        self.discourse: Discourse = Discourse(page, self.cast, self.callings.kind, self.callings.units)
        self._seen: dict[int, tuple[Reference, ...]] = {}

    def _key(self, at: int) -> str:
        return peek(self.page.tokens, at).key

    def _kind(self, role: Role) -> str:
        """The kind of whom a role names, as the text has it; ``the Foo team`` are those who make Foo."""
        kind = self.callings.kind(role.name.value)
        return "organisation" if kind in MODELS and self._key(role.end) in TEAMS else kind

    def _references_near(self, passage: Passage, token: int) -> Sequence[Reference]:
        """The references around a token; those that mean who was called so are of that one's kind too."""
        found = self._seen.get(passage.first)
        if found is None:
            found = self._seen[passage.first] = tuple(self._references_of(passage))
        if len(found) <= AROUND:
            return found
        at = bisect_left(found, token, key=lambda one: one.first)
        return found[max(0, at - AROUND) : at + AROUND]

    def _all_near(self, passage: Passage, token: int) -> list[Role | Reference]:
        """The names around a token, and the words that stand for somebody."""
        return [*self.cast.roles_near(passage, token), *self._references_near(passage, token)]

    def _references_of(self, passage: Passage) -> Iterator[Reference]:
        for one in self.cast.references(passage):
            called = self.callings.meant(one, passage.story) if one.noun else None
            if called is not None:
                yield one._replace(kinds=one.kinds | {self.callings.kind(called.value)})
            elif one.kinds is not CALLED:
                yield one

    def follow(self, passage: Passage) -> None:
        """Keep whom a sentence is about: its subject, and what that launches."""
        if not passage.is_prose or (not passage.names and passage.keys.isdisjoint(REFERRING)):
            return
        found: Role | Reference | None = None
        low = self._main_clause(passage)
        for role in self.cast.roles_near(passage, passage.first):
            if role.first < low:
                continue
            aside = role.is_aside or role.is_inside or self._leads_in(passage, role.first)
            if self._kind(role) in ACTORS and not aside:
                apart = any(
                    self._key(at) == ";" for at in range(passage.first, min(role.first, passage.first + LONG))
                )
                found = None if apart else role
                break
        for reference in self._references_near(passage, passage.first):
            if reference.first < low or self._leads_in(passage, reference.first):
                continue
            if found is not None and reference.first > found.first:
                break
            if self._key(reference.first - 1) not in OBLIQUE or reference.first == passage.first:
                found = reference
                break
        if found is None:
            near = self.cast.roles_near(passage, passage.first)
            found = next((one for one in near if self._is_agent(passage, one)), None)
        if found is None:
            return
        who = self._meant(passage, found, (ACTORS,))
        if who is None:
            return
        kind = self._kind(found) if isinstance(found, Role) else self.callings.kind(entity_of(who))
        launched = self._launched(passage, found.end) if kind in COMPANIES or kind == "platform" else None
        if launched is not None:
            self.discourse.lead(passage, launched.name, self._kind(launched))
        self.discourse.lead(passage, who, kind)

    def _main_clause(self, passage: Passage) -> int:
        """Where a sentence goes on that opens with a condition or question: ``If Foo agrees, | Bar will``."""
        first = opening_of(self.page, passage)
        if self._key(first) not in OPENING:
            return passage.first
        end = min(passage.end, first + LONG)
        return next((at for at in range(first, end) if self._key(at) == ","), passage.end)

    def _leads_in(self, passage: Passage, at: int) -> bool:
        """Whether a token is in the purpose that a sentence opens with: ``To seed the runtime, Foo``."""
        if "to" not in passage.keys:
            return False
        low = max(passage.first, at - FEW)
        opened = (before for before in range(low, at) if self._key(before) == "to")
        start = next(opened, None)
        first = start == opening_of(self.page, passage)
        return first and "," not in (self._key(i) for i in range(low, at))

    def _is_agent(self, passage: Passage, role: Role) -> bool:
        """Whether a company is told as that by which something is done: ``are to be built by Foo``."""
        if self._key(role.first - 1) != "by" or self._kind(role) not in COMPANIES:
            return False
        return self._is_done_by(passage, role.first - 1) and not is_authority(role.name.value)

    def _is_done_by(self, passage: Passage, at: int) -> bool:
        """Whether a passive stands before ``by``: ``was sold by``, not ``with a fund led by``."""
        low = max(passage.first, at - LONG_VERB)
        done = [i for i in range(low, at) if self._key(i).endswith(DONE)]
        if done and done[-1] == at - 1:
            low = max(low, at - FEW + 1)
        return bool(done) and not BE.isdisjoint(self._key(i) for i in range(low, at))

    def _launched(self, passage: Passage, first: int) -> Role | None:
        """The thing that a verb of release brings out."""
        things = [
            role
            for role in self.cast.roles_near(passage, first)
            if role.first >= first and not role.owns and self._kind(role) in OBJECTS
        ]
        if not things:
            return None
        for _, _, end in cue_spans(self.page, first, things[-1].first, "release"):
            for role in things:
                if 0 <= role.first - end <= FEW:
                    return None if self._key(role.end) == "and" else role
        return None

    def _meant(
        self, passage: Passage, one: Role | Reference, wanted: tuple[AbstractSet[str], ...]
    ) -> Who | None:
        """Who a name or what stands for one means."""
        return one.name if isinstance(one, Role) else self.stands_for(passage, one, wanted)

    def stands_for(
        self, passage: Passage, reference: Reference, wanted: tuple[AbstractSet[str], ...]
    ) -> Who | None:
        """Who a pronoun or definite description means."""
        found = self._last_meant(passage, reference, wanted)
        if found is None or reference.noun not in SIZED or entity_of(found).kind not in MODELS:
            return found
        line, said = self.discourse.line(passage, entity_of(found)), self.callings.modifiers(reference)
        sized = sorted((float(size[1]), one.id, one) for one in line if (size := SIZE.search(one.id)))
        if len(sized) > 1 and not said.isdisjoint(SCALED):
            return sized[0 if said & SMALLER else -1][2]
        if not said.isdisjoint(SMALLER):
            return line[1] if len(line) == 2 else found
        plain = reference.noun == "flagship" or said <= LARGER
        return line[0] if plain else found

    def _last_meant(
        self, passage: Passage, reference: Reference, wanted: tuple[AbstractSet[str], ...]
    ) -> Who | None:
        """Who was spoken of last of those whom a pronoun or definite description can mean."""
        called = self.callings.meant(reference, passage.story)
        if called is not None:
            return called
        if reference.noun in NEW and (star := self.discourse.star(passage)) is not None:
            return star
        if reference.noun in PAIRS:
            main = self.page.main.get(passage.story, self.page.subject)
            return main if main.kind == "model_family" else self.discourse.spoken_of(passage, THINGS)
        kinds = tuple(some & reference.kinds for some in wanted if some & reference.kinds) or (
            reference.kinds,
        )
        if reference.kinds is COMPANIES and (reference.noun in WHOLE or reference.noun in YOUNG):
            return self.discourse.company(passage)
        if reference.noun in UNITS:
            unit = self.discourse.spoken_of(passage, HOSTS)
            if unit is not None and not self.discourse.is_guest(entity_of(unit)):
                return unit
        tail = self._by_tail(reference)
        if tail is not None:
            return tail
        union = frozenset(kind for some in kinds for kind in some)
        its = reference.owns and not reference.noun  # Foo shipped 80 of its boards
        near = self._before(passage, reference, union) if its else None
        if near is not None:
            return near
        for some in kinds:
            found = self._before(passage, reference, some) or self.discourse.spoken_of(passage, some)
            if found is not None:
                return found
        if reference.kinds is COMPANIES:
            return self.discourse.company(passage)
        things = (
            self.discourse.mentioned(passage, some) for some in kinds if some <= THINGS or reference.noun
        )
        return next((one for one in things if one is not None), None)

    def _before(self, passage: Passage, reference: Reference, kinds: AbstractSet[str]) -> Who | None:
        """The last one of some kinds that a sentence names before a reference, not aside and no authority."""
        for role in reversed(self.cast.roles_near(passage, reference.first)):
            related = self._key(role.end) == "," and self._key(role.end + 1) in ("which", "who")
            aside = role.is_aside and not (related and reference.owns)  # such as Foo, which raised its sales
            near = role.end <= reference.first and self._kind(role) in kinds and not aside
            if near and ("body" in kinds or not is_authority(role.name.value)):
                return role.name
        return None

    def _is_inserted(self, passage: Passage, first: int, at: int) -> bool:
        """Whether a name is in a relative clause between commas: ``the card, which Foo makes, has``."""
        clauses = clauses_of(self.page, passage)
        part = clauses[first].part
        if part == clauses[at].part:
            return False
        start = first
        while start > max(passage.first, first - AROUND) and clauses[start - 1].part == part:
            start -= 1
        return self._key(start) in RELATIVES or self._key(start + 1) in RELATING

    def _by_tail(self, reference: Reference) -> Who | None:
        """The name that ends as a description does: ``the studio`` is Foo Studio."""
        tail = f" {reference.noun}"
        names = last_before(self.page.names, self.page.tokens[reference.first].start)
        return next((name for name in names if reference.noun and name.text.casefold().endswith(tail)), None)

    def site(self, passage: Passage, place: range) -> Who | None:
        """The plant or campus that a sentence is about, by a bare description of it at its start."""
        at = opening_of(self.page, passage)
        described = self._key(at) in ("the", "this") and self._key(at + 1) in GROUND and at + 1 < place.start
        return self.discourse.spoken_of(passage, GROUNDS) if described else None
