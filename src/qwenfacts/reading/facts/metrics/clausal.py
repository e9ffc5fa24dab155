"""Who another clause, a condition or a phrase that leads in is about."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from ...english.cast import THINGS, Role
from ...english.clauses import ACTORS, DETERMINERS, OBLIQUE, Clauses, finite_at, opening_of
from ...english.discourse import Who
from ...english.vocabulary import Measure, is_flagged
from ...page import Passage
from ...wordclasses import RELATIVES, SUBORDINATORS
from .neighbours import ASIDE, CLOSE
from .objects import Objects
from .standins import SUPPOSING

__all__ = ["Clausal"]

APART: Final = SUBORDINATORS | {"once", "including", "provided", "should", "as"}
"""Words behind which another clause or an example begins."""
LEADING: Final = frozenset(
    "having trained built made based founded backed led worth valued priced powered after before once".split()
)
"""Words besides prepositions by which a phrase leads a sentence in."""
LEAD: Final = 40
"""A phrase that leads in begins at most so many tokens before its figure."""
TOOLS: Final = frozenset(("with", "on", "using", "use", "through", "via"))
CROWDS: Final = frozenset(("users", "developers", "customers", "enterprise-users", "subscribers"))
TAILS: Final = frozenset(
    ("series", "family", "model", "models", "line", "group", "unit", "plant", "site", "campus", "factory")
)
"""Nouns that can stand between a name and what is said of it."""
APPOSED: Final = frozenset(
    "a an the its which who whose with where ranked valued priced worth founded built trained now".split()
)
"""Words by which an apposition begins."""


class Clausal(Objects):
    """What the clauses around a figure say of whom it is of."""

    def _apposed(
        self, passage: Passage, measure: Measure | None, at: int, wanted: tuple[AbstractSet[str], ...]
    ) -> Who | None:
        """Who an apposition or relative clause is about: ``Foo, a model with 4 billion parameters``."""
        placed: int | None = None  # where places begin of whose country the clause is not: in Ohio, which
        for role in reversed(self.cast.roles_near(passage, at)):
            if role.end <= at and self._kind(role) == "place" and self._key(role.end) == ",":
                related = self._key(role.end + 1) == "which" and at - role.end <= ASIDE
                placed = role.first if related or placed is not None else None
                continue
            if placed is not None and role.end < placed and self._kind(role) in wanted[0] | wanted[-1]:
                return role.name if self._key(role.end) == "," and placed - role.end <= ASIDE else None
            if not 0 <= at - role.end <= ASIDE or self._kind(role) not in wanted[0] | wanted[-1]:
                continue
            end = role.end + (self._key(role.end) == ")")
            if self._key(end) in TAILS or self.cast.is_kind(self._key(end)):  # the Foo agent, which
                end += 1
            keys = [self._key(i) for i in range(end, at)]
            if self._opens(role, passage) and keys[1:2] != ["which"]:
                return None
            noun = measure is not None and not measure.is_verb and end < measure.first <= end + 2
            if noun and keys[1:2] != ["whose"]:
                return None  # chips from Foo, a contract worth
            if (
                measure is not None
                and measure.slug == "departures"
                and self._key(role.first - 1) in ("for", "to")
            ):
                continue  # left for Foo, which brings
            opens = keys[:1] in ([","], ["–"], ["—"], ["("]) and len(keys) > 1
            if (
                opens
                and keys[1] in APPOSED
                and keys[1:3] not in (["where", "it"], ["where", "they"])
                and not {",", ")", ";"} & set(keys[1:])
            ):
                return role.name
        return None

    def _opens(self, role: Role, passage: Passage) -> bool:
        """Whether a name is part of what leads into a sentence: ``Built on Foo, the model``."""
        opening = opening_of(self.page, passage)
        key = self._key(opening)
        leads = key in OBLIQUE or key in LEADING or key.endswith(("ed", "ing"))
        return role.is_aside and leads and 0 <= role.first - opening <= CLOSE

    def _is_example(self, role: Role) -> bool:
        """Whether a name is one of those that were counted: ``Foo and Bar among them``."""
        return "among" in (self._key(at) for at in range(role.end, role.end + ASIDE // 2))

    def _is_supposed(self, passage: Passage, clauses: Clauses, first: int, at: int) -> bool:
        """Whether a name is in a condition that opens a sentence: ``If Foo leaves, sales would fall 4%``."""
        opening = opening_of(self.page, passage)
        conditional = clauses[first].part == clauses[opening].part < clauses[at].part
        return conditional and self._key(opening) in SUPPOSING

    def _behind(
        self,
        passage: Passage,
        clauses: Clauses,
        place: range,
        measure: Measure | None,
        wanted: tuple[AbstractSet[str], ...],
        slug: str,
    ) -> Who | None:
        """The subject that follows: ``At $40 a seat, Foo is``, ``900 people use Foo's app``."""
        end = max(place.stop, measure.end if measure else 0)
        near = place.start - opening_of(self.page, passage) <= 2
        for role in self.cast.roles_near(passage, place.start):
            if role.first < end or role.first > end + ASIDE or role.is_inside:
                continue
            kind = self._kind(role)
            if is_flagged(slug, "elsewhere") and kind == "platform":
                continue
            if self._key(role.first - 1) in APART or self._is_example(role):
                continue  # if Foo agrees
            related = any(self._key(at) in RELATIVES for at in range(end, role.first))
            same = clauses[role.first].clause == clauses[place.start].clause and not related
            used = slug in CROWDS and near and kind in THINGS and self._key(role.first - 1) in TOOLS
            if (
                used
                or (role.owns and kind in wanted[-1] and "users" in slug and same)
                or (near and same and not role.is_aside and kind in wanted[0])
            ):
                return role.name
        return None

    def _led_in(
        self, passage: Passage, clauses: Clauses, place: range, wanted: tuple[AbstractSet[str], ...]
    ) -> Who | None:
        """The subject behind a phrase that leads in: ``At the plant, where 900 people work, Foo makes``."""
        low = max(passage.first, place.start - LEAD)
        start = place.start
        while start > low and clauses[start - 1].clause == clauses[place.start].clause:
            start -= 1
        while start < place.start and self.page.tokens[start].kind == "mark":
            start += 1
        opening = self._key(start)
        if opening not in OBLIQUE and opening not in LEADING and not opening.endswith("ing"):
            return None
        for one in sorted(self._all_near(passage, place.stop), key=lambda found: found.first):
            if one.first < place.stop or clauses[one.first].clause != clauses[place.start].clause:
                continue
            if isinstance(one, Role) and self._is_example(one):
                return None
            at = one.first - 1
            while (
                isinstance(one, Role)
                and at > place.stop
                and self._key(at) != ","
                and one.first - at <= ASIDE // 2
            ):
                at -= 1  # the new region of Foo was
            behind = self._key(one.first - 1) == "of" and self._key(at + 1) in DETERMINERS
            if self._key(at) != "," or one.owns or not (behind or at == one.first - 1):
                continue
            if not isinstance(one, Role) or self._kind(one) in wanted[0] | wanted[-1]:
                return self._meant(passage, one, wanted)
        told = any(start < one.first < place.start for one in self._references_near(passage, place.start))
        if told or opening not in ("with", "at", "for", "of"):
            return None
        led = (one for one in self.cast.roles_near(passage, start) if start < one.first <= start + CLOSE + 2)
        return next(
            (one.name for one in led if one.end <= place.start and self._kind(one) in wanted[0] & ACTORS),
            None,
        )

    def _in_opening(self, passage: Passage, place: range, wanted: tuple[AbstractSet[str], ...]) -> Who | None:
        """Whom the noun phrase is of that opens a sentence: ``Foo's taxi fleet``, ``membership of Foo``."""
        opening = opening_of(self.page, passage)
        led = self._key(opening) in OBLIQUE
        for role in self.cast.roles_near(passage, opening):
            of = self._key(role.first - 1 - (self._key(role.first - 1) in DETERMINERS)) == "of"
            whole = not led and (role.owns or (of and finite_at(self.page.tokens, role.end)))
            if opening <= role.first <= opening + CLOSE + 1 and role.end <= place.start:
                return role.name if whole and self._kind(role) in wanted[0] | wanted[-1] else None
        return None

    def _is_clear(self, first: int, end: int) -> bool:
        """Whether nothing parts two places: no mark but an apostrophe."""
        return all(self._key(at) not in (",", "(", ";", ":", "and") for at in range(first, end))
