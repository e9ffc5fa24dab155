"""Whose figure stands beside another: ``and Foo 9%``, ``from 288 GB in the Foo``, ``; the firm 900``."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from ....entities import Entity
from ....report import Mention
from ....tokens import peek
from ...english.cast import COMPANIES, MODELS, THINGS, Reference, Role
from ...english.clauses import ACTORS, DETERMINERS, OBLIQUE, Clauses, cue_spans
from ...english.discourse import Who
from ...mentions.naming import verbs_on_s
from ...page import Passage
from ...wordclasses import AUXILIARIES, PASTS, RELATIVES
from .standins import DONE, FIRST, StandIns
from .wordsets import STOPS, listed

__all__ = ["ASIDE", "CLOSE", "Neighbours"]

AT: Final = frozenset(
    "at ( with has had have : on to is was holds gets got took takes about offers"
    " offered keeps kept posts posted boasts received earns passes passed crosses crossed topped exceeds"
    " exceeded alone now makes made does itself"
    " claims claimed counts counted manages managed reaches reached came comes stands stood".split()
)
"""Words between a name and its figure."""
HELPING: Final = AUXILIARIES | frozenset(
    "also already still itself now to thought said expected believed likely set reported shares".split()
)
RELATING: Final = frozenset(", both all each most of which has have had also".split())
FORMER: Final = frozenset("first old older original previous earlier larger smaller bigger".split())
DESCRIBING: Final = DETERMINERS | RELATIVES | {"one"}
CLOSE: Final = 3
ASIDE: Final = 14
BEARERS: Final = ACTORS - {"platform"}
PLACES: Final = frozenset("place position spot rank".split())
ENDS: Final = frozenset(", ; : ( ) . — – and but while".split())


class Neighbours(StandIns):
    """The names that stand beside the figures of a page."""

    def beside(self, passage: Passage, place: range) -> Mention[Entity] | None:
        """The name right before a quantity that repeats a measure: ``and Foo 9%``, ``Foo (84%)``."""
        at = place.start - 1
        low = max(passage.first, place.start - ASIDE)
        at -= at > low and self._key(at) in ("just", "only", "barely")
        placed = not PLACES.isdisjoint((self._key(place.stop - 1), self._key(place.stop)))
        at -= placed and self._key(at) == "in"  # with Foo in first place
        while at > low and self._key(at) in AT:
            at -= 1
        at -= self._key(at) == "," and self._key(at + 1) == "with"  # Foo, with 90 million, is ahead
        for role in reversed(self.cast.roles_near(passage, place.start)):
            if role.end > place.start or self._kind(role) not in ACTORS:
                continue
            theirs = role.owns and role.end + 2 == place.start  # while Foo's 9%
            if role.is_aside and self._key(at + 1) == "to":
                return None  # narrows the gap with Foo to 9
            if role.end == at + 1 or theirs or self._does(role.end, place.start):
                return self.cast.leading(passage, role).name
            apposed = self._key(role.end) == "," and self._key(at) == "," and low <= role.end < at
            told = self._key(role.end + 1) in DESCRIBING or self._key(role.end + 1).endswith("ed")
            return role.name if apposed and told else None  # Acme, whose Foo it copies,
        return None

    def behind(self, passage: Passage, place: range, other: Entity) -> Who | None:
        """Another one right behind a quantity: ``from 288 GB in the Foo``, ``against 9% for its sibling``."""
        at = place.stop
        if at >= passage.end or self._key(at) not in ("in", "for", "at", "on", "of"):
            return self.related(passage, place, COMPANIES if other.kind in COMPANIES else THINGS)
        bearers = ACTORS if self._key(at) == "of" else BEARERS  # the 90 million of Foo
        if bearers is ACTORS and self._key(place.start - 1) != "the":
            return None
        at += 1
        for reference in self._references_near(passage, at) if other.kind in MODELS else ():
            told = reference.noun and not reference.owns
            if reference.first == at and told and self._key(reference.end) != ",":
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
            return role.name if same and self._kind(role) in bearers else None
        return None

    def related(self, passage: Passage, place: range, kinds: AbstractSet[str]) -> Who | None:
        """Whose a relative clause says a figure is: ``the 43% that Acme claims for Foo``."""
        if self._key(place.start - 1) not in DETERMINERS:
            return None
        at = place.stop
        counted = self._is_plain(at) and self._key(at) not in STOPS
        at += counted and self._key(at + 1) in RELATIVES  # the 43 points that
        done = self._key(at).endswith(DONE) and self._key(at + 1) in OBLIQUE
        stop = min(at + ASIDE, passage.end)
        end = next((i for i in range(at, stop) if self._key(i) in ENDS), stop)
        near = sorted((one for one in self._all_near(passage, at) if at <= one.first < end), key=FIRST)
        if not (done or self._key(at) in ("that", "which") or any(one.first == at for one in near)):
            return None
        for one in near:
            of_kind = self._kind(one) in kinds if isinstance(one, Role) else bool(one.kinds & kinds)
            reckons = kinds <= COMPANIES and self._key(one.first - 1) not in listed("links") - {
                "by"
            }  # that Acme hoped
            if of_kind and not (one.owns or reckons):
                return self._meant(passage, one, (kinds,))
        return None

    def _is_plain(self, at: int) -> bool:
        """Whether a word in small letters stands here, and no name."""
        token = peek(self.page.tokens, at)
        return token.kind == "word" and token.text[0].islower() and self.page.name_at(at) is None

    def _does(self, first: int, end: int) -> bool:
        """Whether some tokens are a verb with its small words: ``Foo |gets by with| 4 billion``."""
        key = self._key(first)
        verb = key in verbs_on_s() or key in PASTS or key.endswith("ed")
        small = all(self._key(at) in OBLIQUE for at in range(first + 1, end))
        return verb and small and 1 < end - first <= CLOSE

    def _is_named_behind(self, at: int, first: int) -> bool:
        """Whether only a common noun parts two places: ``for its predecessor, Foo``, ``for rival Foo``."""
        words = range(at, first - (self._key(first - 1) == ","))
        return 1 <= len(words) <= CLOSE and all(self._is_plain(here) for here in words)

    def mover(self, passage: Passage, verb: int) -> Who | None:
        """Whoever is the subject of a verb: right before it, or before an apposition; also ``it grew``."""
        for one in sorted(self._all_near(passage, verb), key=FIRST, reverse=True):
            named = isinstance(one, Role)
            if one.end > verb or (isinstance(one, Role) and self._kind(one) not in ACTORS):
                continue
            keys = [self._key(at) for at in range(one.end, verb)]
            aside = one.is_aside if isinstance(one, Role) else self._key(one.first - 1) in OBLIQUE
            helped = not (aside or one.owns) and HELPING.issuperset(keys)
            apposed = keys[:1] == [","] and keys[-1:] == [","] and len(keys) <= ASIDE and keys.count(",") == 2
            related = keys[:1] == [","] and "which" in keys and RELATING.issuperset(keys)
            if helped or (named and (apposed or related)):  # Foo and Bar, both of which
                led = self.cast.leading(passage, one) if isinstance(one, Role) else one
                return self._meant(passage, led, (COMPANIES, THINGS))
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
            told = told and self._kind(role) != "benchmark"  # 81% on Foo-Bench, which is 4 points more
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
