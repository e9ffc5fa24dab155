"""Whose figure stands beside another: ``and Foo 9%``, ``from 288 GB in the Foo``, ``; the firm 900``."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.cast import COMPANIES, MODELS, Reference, Role
from ...english.clauses import ACTORS, DETERMINERS, OBLIQUE, Clauses, cue_spans
from ...english.discourse import Who
from ...english.vocabulary import Measure
from ...page import Passage
from ...wordclasses import RELATIVES
from .standins import StandIns
from .wordsets import LINKS

__all__ = ["ASIDE", "CLOSE", "Neighbours"]

AT: Final = frozenset(
    "at ( with has had have : on to is was holds gets got took takes about offers"
    " offered keeps kept posts posted boasts received earns"
    " claims claimed counts counted manages managed reaches reached came comes stands stood".split()
)
"""Words between a name and its figure."""
RELATING: Final = frozenset(", both all each most of which has have had also".split())
FORMER: Final = frozenset("first old older original previous earlier larger smaller bigger".split())
DESCRIBING: Final = DETERMINERS | RELATIVES
CLOSE: Final = 3
ASIDE: Final = 14
BEARERS: Final = ACTORS - {"platform"}


class Neighbours(StandIns):
    """The names that stand beside the figures of a page."""

    def beside(self, passage: Passage, place: range) -> Mention[Entity] | None:
        """The name right before a quantity that repeats a measure: ``and Foo 9%``, ``Foo (84%)``."""
        at = place.start - 1
        low = max(passage.first, place.start - ASIDE)
        at -= at > low and self._key(at) in ("just", "only", "barely")
        at -= at > low and self._key(at) in AT
        for role in reversed(self.cast.roles_near(passage, place.start)):
            if role.end > place.start or self._kind(role) not in ACTORS:
                continue
            theirs = role.owns and role.end + 2 == place.start  # while Foo's 9%
            if role.is_aside and self._key(at + 1) == "to":
                return None  # narrows the gap with Foo to 9
            if role.end == at + 1 or theirs:
                return self.cast.leading(passage, role).name
            apposed = self._key(role.end) == "," and self._key(at) == "," and low <= role.end < at
            told = apposed and self._key(role.end + 1) in DESCRIBING  # Acme, whose Foo it copies,
            return role.name if told else None
        return None

    def behind(self, passage: Passage, place: range, other: Entity) -> Who | None:
        """Another one right behind a quantity: ``from 288 GB in the Foo``, ``against 9% for its sibling``."""
        at = place.stop
        if at >= passage.end or self._key(at) not in ("in", "for", "at", "on"):
            return None
        at += 1
        for reference in self._references_near(passage, at) if other.kind in MODELS else ():
            if reference.first == at and reference.noun and self._key(reference.end) != ",":
                return self.stands_for(passage, reference, (MODELS,))
        while at < passage.end and (self._key(at) in DETERMINERS or self._key(at) in FORMER):
            at += 1
        for role in self.cast.roles_near(passage, place.start):
            if role.first != at and not self._is_named_behind(at, role.first):
                continue
            if role.owns:  # for Acme's Foo
                near = self.cast.roles_near(passage, at)
                role = next((one for one in near if one.first == role.end + 2), role)
            same = (self._kind(role) in COMPANIES) == (other.kind in COMPANIES)
            return role.name if same and self._kind(role) in BEARERS else None
        return None

    def _is_named_behind(self, at: int, first: int) -> bool:
        """Whether only a common noun and a comma part two places: ``for its predecessor, Foo``."""
        words = self.page.tokens[at : first - 1]
        plain = all(token.kind == "word" and token.text[0].islower() for token in words)
        return plain and 1 <= len(words) <= CLOSE and self._key(first - 1) == ","

    def mover(self, passage: Passage, verb: int) -> Mention[Entity] | None:
        """The name that is the subject of a verb: right before it, or before an apposition."""
        for role in reversed(self.cast.roles_near(passage, verb)):
            if role.end > verb or self._kind(role) not in ACTORS:
                continue
            right = role.end == verb and not role.is_aside and not role.owns
            keys = [self._key(at) for at in range(role.end, verb)]
            apposed = keys[:1] == [","] and keys[-1:] == [","] and len(keys) <= ASIDE and keys.count(",") == 2
            helped = (
                not role.is_aside
                and bool(keys)
                and set(keys) <= {"has", "had", "have", "also", "itself", "shares"}
            )
            related = keys[:1] == [","] and "which" in keys and set(keys) <= RELATING
            if right or apposed or helped or related:  # Foo and Bar, both of which
                return self.cast.leading(passage, role).name
        return None

    def between(self, passage: Passage, clauses: Clauses, start: int, at: int) -> Who | None:
        """Who is the subject of what stands between two quantities, if somebody is."""
        found: tuple[int, Role | Reference] | None = None
        for role in self.cast.roles_near(passage, at):
            theirs = self._key(role.first - 1) == "of" and self._key(role.first - 2) in ("those", "that")
            elided = role.owns and any(cue_spans(self.page, role.end + 2, role.end + 3, "movement"))
            related = self._key(role.first - 1) in RELATIVES and not role.owns  # where Foo costs
            end = role.end + (self._key(role.end) not in (",", "'"))  # at the Foo plant, which
            told = self._key(end) == "," and self._key(end + 1) in ("which", "who") and at - end <= CLOSE + 2
            led = self._key(role.first - 1) == "with" and self._key(role.end).endswith("ing")
            clear = (
                told or led or theirs or elided or related or not (role.is_aside or role.owns)
            )  # while Acme's fell
            inside = start < role.first and role.end <= at and clear
            if inside and (told or (self._kind(role) in ACTORS and clauses.holds(at, role.first))):
                found = role.first, role
        for reference in self._references_near(passage, at):
            inside = (
                start < reference.first
                and reference.end <= at
                and not reference.owns
                and bool(reference.noun)
            )
            if (
                inside
                and self._key(reference.first - 1) not in OBLIQUE
                and (found is None or reference.first > found[0])
            ):
                found = reference.first, reference
        if found is None:
            return None
        one = found[1]
        return one.name if isinstance(one, Role) else self.stands_for(passage, one, (one.kinds,))

    def elsewhere(self, passage: Passage, measure: Measure) -> Mention[Entity] | None:
        """The platform that something was counted on: named in the phrase or right behind it."""
        end = (
            measure.end + 3 if measure.end < passage.end and self._key(measure.end) in LINKS else measure.end
        )
        for role in self.cast.roles_near(passage, measure.first):
            if measure.first <= role.first < end and self._kind(role) == "platform":
                return role.name
        return None
