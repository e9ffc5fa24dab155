"""Whom a verb does something to, and by whom: ``values Acme at``, ``fined Foo``, ``was reached by Bar``."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final

from ...english.cast import COMPANIES, OBJECTS, THINGS, Role, is_authority
from ...english.clauses import ACTORS, DETERMINERS, Clauses, cue_spans
from ...english.discourse import Who
from ...english.vocabulary import Measure
from ...page import Passage
from .neighbours import ASIDE, CLOSE, Neighbours
from .wordsets import listed

__all__ = ["MANY", "Objects"]

FINING: Final = frozenset("fine fined fines fining sued sues ordered cost costs costing".split())
PAYING: Final = frozenset("pay pays paid paying owe owes owed award awarded awards".split())
"""What is done to those who get a sum that somebody else has to pay."""
COUNTED: Final = frozenset(("orders", "deliveries", "chips-shipped"))
TOWARDS: Final = frozenset(("price", "error-rate", "benchmark-score", "context-window"))
USED_BY: Final = frozenset(("by", "and", "but", "while"))
MANY: Final = 24


class Objects(Neighbours):
    """Those to whom something is done, or by whom, where a figure tells of it."""

    def _used(self, passage: Passage, measure: Measure, place: range) -> Who | None:
        """What those are users of that were counted: ``some 140 firms already use it``."""
        at = max(measure.end, place.stop)
        end = min(at + ASIDE, passage.end)
        while at < end and self._key(at) not in listed("using"):
            if self._key(at) in (",", ";", ":", ".") or self._key(at) in USED_BY:
                return None
            at += 1
        at += 2 * (self._key(at) in ("signed", "switched", "turned"))  # signed up for Foo
        at += self._key(at + 1) in ("for", "to", "on", "with")  # pay for Foo
        near = self.cast.roles_near(passage, at)
        named = next((one for one in near if 0 < one.first - at <= 2), None)
        if named is not None and named.owns:
            named = next((one for one in near if one.first == named.end + 2), None)
        if named is not None and self._kind(named) in THINGS:
            return named.name
        for reference in self._references_near(passage, at):
            if reference.first == at + 1 and not reference.owns:
                return self.stands_for(passage, reference, (THINGS, ACTORS))
        return None

    def _handed(self, passage: Passage, place: range) -> Who | None:
        """What staff get to use: ``rolled Foo out to 900 employees``, ``has 900 of its staff on Foo``."""
        near = sorted(self._all_near(passage, place.start), key=lambda one: one.first)
        before = [one for one in near if one.end <= place.start]
        givers = [one for one in before if isinstance(one, Role) and self._is_giver(passage, one)]
        if givers and self._key(place.stop) != "of" and not self._is_joint(passage, givers[-1]):
            return givers[-1].name
        behind = [one for one in near if place.stop <= one.first <= place.stop + 2 * CLOSE]
        for one in (*behind, *reversed(before)):
            thing = self._kind(one) in THINGS if isinstance(one, Role) else bool(one.kinds & THINGS)
            if thing and not one.owns:
                return self._meant(passage, one, (THINGS,))
        return self.discourse.star(passage)

    def _is_joint(self, passage: Passage, role: Role) -> bool:
        """Whether somebody is one of several companies that do something together."""
        near = [one for one in self.cast.roles_near(passage, role.first) if self._kind(one) in ACTORS]
        pairs = (pair for pair in pairwise(near) if role in pair and not pair[1].owns)
        spans = [
            range(one.end, two.first) for one, two in pairs if COMPANIES & {*map(self._kind, (one, two))}
        ]
        return any(len(gap) <= 2 and all(self._key(at) in (",", "and") for at in gap) for gap in spans)

    def _is_giver(self, passage: Passage, role: Role) -> bool:
        """Whether somebody hands things to staff who does not make them: ``Foo moved 900 clerks to Bar``."""
        mine = role.name.value == self.discourse.house(passage)
        return self._kind(role) in COMPANIES and not (mine or role.is_aside or role.owns)

    def _object(
        self,
        passage: Passage,
        place: range,
        measure: Measure | None,
        slug: str,
        wanted: tuple[AbstractSet[str], ...],
    ) -> Who | None:
        """Who a verb does it to: ``values Acme at``, ``ranks it fifth``, ``a fine of $4m on Acme``."""
        if slug == "departures":
            return self._left(passage, place)
        if slug in COUNTED and self._key(place.stop) == "of":  # 900 of the new chips
            return self._at(passage, place.stop + 1)
        named = slug == "capacity" and self._key(place.stop) in ("of", "to")  # 40 MW of Foo, add 40 MW to it
        if named:
            return self._at(passage, place.stop + 1, wanted[0])
        behind = place.stop + 2 * (self._key(place.stop) in ("a", "an", "per"))
        if slug in TOWARDS and self._key(behind) in ("for", "off"):  # charges $4 a month for it
            return self._at(passage, behind + 1)
        if slug == "training-tokens" and measure is not None and measure.is_verb:  # trained it on
            return self._at(passage, measure.first + 1)
        if slug == "valuation" and not listed("buying").isdisjoint(passage.keys):
            return self._bought(passage)
        if slug == "fine":
            return self._fined(passage, place, wanted)
        done = measure is not None and measure.is_verb and slug in ("valuation", "investment")
        if measure is None or not (slug == "rank" or done):
            return None
        if slug == "investment" and self._key(measure.end - 1) not in ("cost", "costs", "costing"):
            return None  # the takeover cost Acme $3bn
        for role in self.cast.roles_near(passage, measure.end):
            if 0 <= role.first - measure.end <= 1 and self._kind(role) in ACTORS and not role.owns:
                return role.name
        for reference in self._references_near(passage, measure.end):
            if 0 <= reference.first - measure.end <= 1:
                return self.stands_for(passage, reference, wanted)
        return None

    def thing_at(self, passage: Passage, at: int) -> bool:
        """Whether a thing is named, or taken up, at a token."""
        return self._at(passage, at) is not None

    def _at(self, passage: Passage, at: int, kinds: AbstractSet[str] = THINGS) -> Who | None:
        """The thing that is named at a token, or that a pronoun there stands for."""
        named = at + (self._key(at) in DETERMINERS)
        for role in self.cast.roles_near(passage, at):
            if role.first == named and self._kind(role) in kinds and not role.owns:
                return role.name
        for reference in self._references_near(passage, at):
            if reference.first == at and not reference.owns:
                return self.stands_for(passage, reference, (OBJECTS, THINGS))
        return None

    def _left(self, passage: Passage, place: range) -> Who | None:
        """Whom people have left: ``nine researchers quit Foo``."""
        for _, _, end in cue_spans(self.page, place.stop, min(place.stop + ASIDE, passage.end), "leaving"):
            for role in self.cast.roles_near(passage, end):
                away = self._key(end - 1) not in ("to", "for", "him", "her", "them")
                if away and role.first == end and self._kind(role) in COMPANIES:
                    return role.name
        return None

    def _bought(self, passage: Passage) -> Who | None:
        """The company that somebody buys: ``Acme acquired Foo at 14 times its sales``."""
        for role in self.cast.roles(passage)[:MANY]:
            if self._key(role.first - 1) in listed("buying") and self._kind(role) in COMPANIES:
                return role.name
        return None

    def _fined(self, passage: Passage, place: range, wanted: tuple[AbstractSet[str], ...]) -> Who | None:
        """Who has to pay: behind the sum or the verb, else who does something and is no authority."""
        if self._key(place.start - 1) in listed("seeking"):
            return self._defendant(passage, wanted)
        near = [
            role
            for role in self.cast.roles_near(passage, place.start)
            if self._kind(role) in wanted[-1]
            and not is_authority(role.name.value)
            and not (role.end == place.start and self._key(role.first - 1) in PAYING)
        ]
        for role in near:
            at = role.first - 1
            while self._key(at) in DETERMINERS:
                at -= 1
            on = self._key(at) in ("on", "against") and place.stop <= role.first <= place.stop + CLOSE
            if on or (self._key(at) in FINING and role.end <= place.start):
                return role.name
        for reference in self._references_near(passage, place.start):
            on = self._key(reference.first - 1) in ("on", "against") and reference.first >= place.stop
            if on or (self._key(reference.first - 1) in FINING and reference.end <= place.start):
                return self.stands_for(passage, reference, wanted)
        doing = (role.name for role in reversed(near) if role.end <= place.start and not role.is_aside)
        return next(doing, None)

    def _defendant(self, passage: Passage, wanted: tuple[AbstractSet[str], ...]) -> Who:
        """Who was sued, here or in the sentences before: the company, where nobody is named."""
        for one in (passage, *self.discourse.earlier(passage)):
            for role in self.cast.roles(one)[:MANY]:
                if self._key(role.first - 1) in FINING and self._kind(role) in wanted[-1]:
                    return role.name
            for reference in self.cast.references(one)[:MANY]:
                if self._key(reference.first - 1) in FINING:
                    return self.stands_for(one, reference, wanted) or self.discourse.company(one)
        return self.discourse.company(passage)

    def _agent(
        self, passage: Passage, clauses: Clauses, place: range, wanted: tuple[AbstractSet[str], ...]
    ) -> Who | None:
        """By whom something is done: ``84% was reached by Foo``, ``is drafted by the app in 9 languages``."""
        part = clauses[place.start].part
        if wanted[0] & COMPANIES and not listed("placing").isdisjoint(passage.keys):
            return None  # bonds that were placed by Foo
        for one in self._all_near(passage, place.start):
            at = one.first - 1
            while isinstance(one, Role) and self._key(at) in DETERMINERS:
                at -= 1
            by = self._key(at) == "by" and clauses[at].part == part and not one.owns
            if not by or not self._is_done_by(passage, at):
                continue
            if not isinstance(one, Role) or self._kind(one) in wanted[0] | wanted[-1]:
                return self._meant(passage, one, wanted)
        return None
