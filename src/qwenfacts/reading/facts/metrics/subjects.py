"""Who a measure is of: named with it, else who its clause is about, else who was spoken of before.

Names are looked for from the closest outwards: in the noun phrase and right behind it (``Acme's sales``,
``users of Foo``), in the clause, in the sentence, in the sentences before it, in the title of the story.
Pronouns and definite descriptions (``it``, ``the company``, ``the chip``) stand for whoever of their kind
was spoken of last. A measure says what kind of bearer it wants: companies have revenue, models a context.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.cast import (
    COMPANIES,
    MODELS,
    OBJECTS,
    RELATIVES,
    THINGS,
    Reference,
    Role,
    is_authority,
)
from ...english.clauses import ACTORS, DETERMINERS, OBLIQUE, Clauses, cue_spans
from ...english.discourse import Who
from ...english.vocabulary import Measure, is_flagged
from ...page import Passage
from ...wording import table
from .measuring import LINKS
from .standins import StandIns

__all__ = ["Subjects"]

AT: Final = frozenset("at ( with has had have : on to is was holds gets got took takes about".split())
"""Words between a name and its figure."""
SELLERS: Final[frozenset[str]] = COMPANIES - {"body"}
SOLD: Final = frozenset(
    ("revenue", "debt", "net-income", "orders", "chips-shipped", "free-cash-flow", "fine")
)
"""What companies have, but no authorities."""
SITES: Final[frozenset[str]] = ACTORS | {"place", "other"}
WANTED: Final[dict[str, tuple[AbstractSet[str], ...]]] = {
    "company": (COMPANIES, COMPANIES | {"platform", "product", "model_family"}),
    "seller": (SELLERS, SELLERS | {"platform", "product", "model_family"}),
    "model": (MODELS, OBJECTS, THINGS, COMPANIES),
    "thing": (OBJECTS, THINGS, COMPANIES),
    "site": (SITES,),
    "dataset": (frozenset(("dataset",)), THINGS, ACTORS),
    "anybody": (ACTORS,),
}
"""The kinds of whom a measure wants, those that it wants most first."""
TURNS: Final = frozenset((";", "while", "whereas", "but", "although"))
AWAY: Final = frozenset(("on", "by", "from", "for"))
TOWARDS: Final = frozenset(("error-rate", "accuracy", "token-consumption", "price", "fine"))
"""What is measured on, by, from and for whom it is of."""
TAILS: Final = frozenset(("series", "family", "model", "models", "line", "group", "unit"))
"""Nouns that can stand between a name and what is said of it."""
STAKES: Final = frozenset(("stake", "stakes", "holding", "shareholding"))
FINING: Final = frozenset(("fined", "fines", "fining", "sued", "sues", "ordered", "cost", "costs", "costing"))
TOOLS: Final = frozenset(("with", "on", "using", "use", "through", "via"))
CROWDS: Final = frozenset(("users", "developers", "customers", "enterprise-users", "subscribers"))
CLOSE: Final = 3
ASIDE: Final = 14
MANY: Final = 24


class Subjects(StandIns):
    """Who the measures of a page are of."""

    # -- who --

    def of(self, passage: Passage, clauses: Clauses, place: range, measure: Measure | None, slug: str) -> Who:
        """Who a measure of a passage is of."""
        wanted = self._wanted(slug, measure)
        at = min(place.start, measure.first) if measure and self._key(measure.end) != ":" else place.start
        transitive = (
            measure is not None
            and measure.first >= place.stop
            and self._key(place.start)[:4] in ("doub", "halv", "trip")
        )
        since = self._since(passage, clauses, measure, place) if measure else None
        found = (
            since
            or (self._relative(passage, measure, place) if measure and measure.is_verb else None)
            or (self._described(passage, measure, place) if measure else None)
            or (
                self._named_with(passage, measure, wanted, slug, transitive=transitive)
                if measure and not measure.is_verb
                else None
            )
            or self._object(passage, place, measure, slug, wanted)
            or (self._scoring(passage, place) if slug == "benchmark-score" else None)
            or self._around(passage, clauses, place.start, wanted)
            or self._apposed(passage, place.start, wanted)
            or self._in_sentence(passage, clauses, at, wanted)
            or self._behind(passage, place, measure, wanted, slug)
        )
        if found is None and wanted[0] <= COMPANIES:
            found = (
                self._speaker(passage, at, wanted)
                or self._possessor(passage, at, wanted)
                or self._at_last(passage, clauses, place, wanted)
            )
        found = found or (self.discourse.company(passage) if slug == "developers" else None)
        return found or self.discourse.before(passage, wanted)

    def _speaker(self, passage: Passage, at: int, wanted: tuple[AbstractSet[str], ...]) -> Who | None:
        """Who tells of what is theirs: ``Acme said that its cloud unit lost``."""
        near = self.cast.references_near(passage, at)
        own = next((one.first for one in near if one.owns and not one.noun and one.end <= at), passage.first)
        for role in self.cast.roles_near(passage, at):
            told = role.end <= own <= role.end + ASIDE and self._key(role.end) in ("said", "says")
            if told and role.name.value.kind in wanted[0]:
                return role.name
        return None

    def _possessor(self, passage: Passage, at: int, wanted: tuple[AbstractSet[str], ...]) -> Who | None:
        """Whose something else in the sentence is: ``Acme's sales rose while costs fell 4%``."""
        for role in reversed(self.cast.roles_near(passage, at)):
            if role.end <= at and role.owns and role.name.value.kind in wanted[0]:
                return None if role.is_aside else role.name
        return None

    def _at_last(
        self, passage: Passage, clauses: Clauses, place: range, wanted: tuple[AbstractSet[str], ...]
    ) -> Who | None:
        """Where it is, at the end of a clause: ``400 jobs will go at Acme``."""
        for role in self.cast.roles_near(passage, place.stop):
            near = place.stop <= role.first <= place.stop + ASIDE and self._key(role.first - 1) == "at"
            if near and clauses[role.first].part == clauses[place.start].part:
                return role.name if role.name.value.kind in wanted[0] else None
        return None

    def _relative(self, passage: Passage, measure: Measure, place: range) -> Who | None:
        """Who does it in a relative clause behind a quantity: ``the $4bn that Acme raised``."""
        near = self.cast.roles_near(passage, measure.first)
        inside = (role.name for role in near if place.stop <= role.first and role.end <= measure.first)
        return next(inside, None)

    def _described(self, passage: Passage, measure: Measure, place: range) -> Who | None:
        """Whom a size stands before as an adjective: ``the 3-billion-parameter Foo``."""
        if not (measure.word == place.stop + 1 and self._key(place.stop) == "-"):
            return None
        near = (
            r
            for r in self.cast.roles_near(passage, measure.end)
            if 0 <= r.first - measure.end <= 2 and r.name.value.kind in THINGS
        )
        return next((role.name for role in near if self._is_clear(measure.end, role.first)), None)

    def _since(self, passage: Passage, clauses: Clauses, measure: Measure, place: range) -> Who | None:
        """Who another clause is about, behind the one with the measure: ``; the whole firm has 900``."""
        turn = next((at for at in range(measure.end, place.start) if self._key(at) in TURNS), None)
        return self.between(passage, clauses, turn, place.start) if turn is not None else None

    def _wanted(self, slug: str, measure: Measure | None = None) -> tuple[AbstractSet[str], ...]:
        if measure is not None and self._key(measure.first).startswith("training"):
            return WANTED["model"]  # its training costs so much
        if slug in SOLD:
            return WANTED["seller"]
        return WANTED[str(table("measures").get(slug, {}).get("whose", "anybody"))]

    def _named_with(
        self,
        passage: Passage,
        measure: Measure,
        wanted: tuple[AbstractSet[str], ...],
        slug: str,
        *,
        transitive: bool,
    ) -> Who | None:
        """Named in the noun phrase, as its owner, or right behind it."""
        if self._key(measure.end - 1) == "target":  # of whoever is rated, not of who rates
            return self.discourse.company(passage)
        kinds = {*(COMPANIES if slug == "chips-shipped" else wanted[-1])}
        if slug not in ("employees", "chips-shipped"):
            kinds |= THINGS
        for role in self.cast.roles_near(passage, measure.first):
            inside = measure.first <= role.first < measure.end and not role.first <= measure.word < role.end
            owner = (
                role.owns
                and 0 <= measure.first - role.end <= CLOSE
                and self._is_clear(role.end, measure.first)
            )
            counted = is_flagged(slug, "elsewhere") and role.name.value.kind == "platform"
            if (inside or owner) and role.name.value.kind in kinds and not counted:
                return role.name
        for reference in self.cast.references_near(passage, measure.first):
            if (
                reference.owns
                and 0 <= measure.first - reference.end <= CLOSE
                and self._is_clear(reference.end, measure.first)
            ):
                return self.stands_for(passage, reference, wanted)
        return None if transitive else self._right_behind(passage, measure, kinds, slug)

    def _is_clear(self, first: int, end: int) -> bool:
        """Whether nothing parts two places: no mark but an apostrophe."""
        return all(self._key(at) not in (",", "(", ";", ":", "and") for at in range(first, end))

    def _right_behind(
        self, passage: Passage, measure: Measure, kinds: AbstractSet[str], slug: str
    ) -> Who | None:
        """Named right behind the noun phrase: ``users of Foo``, ``revenue at Acme``."""
        key = self._key(measure.end) if measure.end < passage.end else ""
        if self._key(measure.end - 1) in STAKES:
            return None  # it is of the owner
        if key not in LINKS and key != "built" and not key.endswith("ing"):
            return None
        at, last = measure.end + 1, min(measure.end + 7, passage.end)
        references = {one.first: one for one in self.cast.references_near(passage, measure.end)}
        while (
            at < last
            and self.page.tokens[at].text[0].islower()
            and not self.page.names_in(self.page.span(at, at + 1))
        ):
            if at in references and key in ("of", "at"):
                return self.stands_for(passage, references[at], self._wanted(slug))
            at += 1
        if at < last and at > measure.end + 2 and self._key(at) == ",":  # at the first campus, Foo
            at += 1
        roles = self.cast.roles_near(passage, measure.end)
        role = next((one for one in roles if one.first == at), None)
        if role is None:
            return None
        owned = next((one for one in roles if role.owns and one.first == role.end + 2), role)
        elsewhere = is_flagged(slug, "elsewhere") and owned.name.value.kind == "platform"
        if elsewhere or (key in AWAY and slug not in TOWARDS | ({"departures"} if key == "from" else set())):
            return None
        return owned.name if owned.name.value.kind in kinds else None

    def _object(
        self,
        passage: Passage,
        place: range,
        measure: Measure | None,
        slug: str,
        wanted: tuple[AbstractSet[str], ...],
    ) -> Who | None:
        """Who a verb does it to: ``values Acme at``, ``ranks it fifth``, ``a fine of $4m on Acme``."""
        if slug == "fine":
            return self._fined(passage, place, wanted)
        if measure is None or not (slug == "rank" or (slug == "valuation" and measure.is_verb)):
            return None
        for role in self.cast.roles_near(passage, measure.end):
            if 0 <= role.first - measure.end <= 1 and role.name.value.kind in ACTORS:
                return role.name
        for reference in self.cast.references_near(passage, measure.end):
            if 0 <= reference.first - measure.end <= 1:
                return self.stands_for(passage, reference, wanted)
        return None

    def _scoring(self, passage: Passage, place: range) -> Who | None:
        """Who a score is for: ``Foo-Bench: 68% for Bar``."""
        at = place.stop + 1
        near = self.cast.roles_near(passage, at) if self._key(place.stop) == "for" else ()
        named = (role.name for role in near if role.first == at)
        return next((name for name in named if name.value.kind in ACTORS - {"platform"}), None)

    def _fined(self, passage: Passage, place: range, wanted: tuple[AbstractSet[str], ...]) -> Who | None:
        """Who has to pay: behind the sum or the verb, else who does something and is no authority."""
        near = [
            role
            for role in self.cast.roles_near(passage, place.start)
            if role.name.value.kind in wanted[-1] and not is_authority(role.name.value)
        ]
        for role in near:
            at = role.first - 1
            while self._key(at) in DETERMINERS:
                at -= 1
            on = self._key(at) in ("on", "against") and place.stop <= role.first <= place.stop + CLOSE
            if on or (self._key(at) in FINING and role.end <= place.start):
                return role.name
        for reference in self.cast.references_near(passage, place.start):
            on = self._key(reference.first - 1) in ("on", "against") and reference.first >= place.stop
            if on or (self._key(reference.first - 1) in FINING and reference.end <= place.start):
                return self.stands_for(passage, reference, wanted)
        doing = (role.name for role in reversed(near) if role.end <= place.start and not role.is_aside)
        return next(doing, None)

    def _apposed(self, passage: Passage, at: int, wanted: tuple[AbstractSet[str], ...]) -> Who | None:
        """Who an apposition or relative clause is about: ``Foo, a model with 4 billion parameters``."""
        for role in reversed(self.cast.roles_near(passage, at)):
            if role.end > at or role.name.value.kind not in wanted[0] | wanted[-1]:
                continue
            if at - role.end > ASIDE:
                return None
            end = role.end + (self._key(role.end) == ")")
            if self._key(end) in TAILS:  # the Foo series, which
                end += 1
            if self._opens(role, passage):
                return None
            keys = [self._key(i) for i in range(end, at)]
            opens = keys[:1] in ([","], ["–"], ["—"], ["("]) and len(keys) > 1
            if (
                opens
                and keys[1] in {"a", "an", "the", "its", "which", "who", "whose", "with"}
                and not {",", ")", ";"} & set(keys[1:])
            ):
                return role.name
        return None

    def _opens(self, role: Role, passage: Passage) -> bool:
        """Whether a name is part of what leads into a sentence: ``Built on Foo, the model``."""
        return role.is_aside and role.first - passage.first <= CLOSE

    def _around(
        self, passage: Passage, clauses: Clauses, at: int, wanted: tuple[AbstractSet[str], ...]
    ) -> Who | None:
        """The name that a parenthesis stands right behind: ``Foo (revenue up 4%)``."""
        opening = clauses.opening(at)
        if opening is None:
            return None
        inside = any(role.first > opening and role.end <= at for role in self.cast.roles_near(passage, at))
        for role in reversed(self.cast.roles_near(passage, at)):
            if role.end <= opening:
                near = opening - role.end <= 1
                return (
                    role.name
                    if near and not inside and role.name.value.kind in wanted[0] | wanted[-1]
                    else None
                )
        return None

    def _in_sentence(
        self, passage: Passage, clauses: Clauses, at: int, wanted: tuple[AbstractSet[str], ...]
    ) -> Who | None:
        """The closest before a token that its clause can be about, a name or what stands for one."""
        for kinds in wanted:
            best: tuple[int, Role | Reference] | None = None
            for role in self.cast.roles_near(passage, at):
                if role.end > at or role.name.value.kind not in kinds:
                    continue
                if role.is_aside and not (
                    kinds is SITES and self._key(role.first - 1) in ("at", "in", "called")
                ):
                    continue
                if role.owns and at - role.end > CLOSE + 2:
                    continue
                if self._is_inserted(clauses, passage, role.first, at):
                    continue
                if clauses.holds(at, role.first) and (best is None or role.first > best[0]):
                    best = role.first, role
            for reference in self.cast.references_near(passage, at):
                if reference.end > at or reference.owns or not reference.kinds & kinds:
                    continue
                if self._key(reference.first - 1) in OBLIQUE and reference.first > passage.first:
                    continue
                if clauses.holds(at, reference.first) and (best is None or reference.first > best[0]):
                    best = reference.first, reference
            if best is not None:
                one = best[1]
                found = (
                    self.cast.leading(passage, one).name
                    if isinstance(one, Role)
                    else self.stands_for(passage, one, (kinds,))
                )
                if found is not None:
                    return found
        return None

    def _is_inserted(self, clauses: Clauses, passage: Passage, first: int, at: int) -> bool:
        """Whether a name is in a relative clause between commas: ``the card, which Foo makes, has``."""
        part = clauses[first].part
        if part == clauses[at].part:
            return False
        start = first
        while start > max(passage.first, first - MANY) and clauses[start - 1].part == part:
            start -= 1
        return self._key(start) in RELATIVES or self._key(start + 1) in RELATIVES - {"that"}

    def _behind(
        self,
        passage: Passage,
        place: range,
        measure: Measure | None,
        wanted: tuple[AbstractSet[str], ...],
        slug: str,
    ) -> Who | None:
        """The subject that follows: ``At $40 a seat, Foo is``, ``900 people use Foo's app``."""
        end = max(place.stop, measure.end if measure else 0)
        near = place.start - passage.first <= 2
        for role in self.cast.roles_near(passage, place.start):
            if role.first < end or role.first > end + ASIDE:
                continue
            kind = role.name.value.kind
            if is_flagged(slug, "elsewhere") and kind == "platform":
                continue
            used = slug in CROWDS and near and kind in THINGS and self._key(role.first - 1) in TOOLS
            if (
                used
                or (role.owns and kind in wanted[-1] and "users" in slug)
                or (near and not role.is_aside and kind in wanted[0])
            ):
                return role.name
        return None

    def buyer(self, passage: Passage, measure: Measure) -> Who | None:
        """The company that something has cost so much: ``the takeover cost Acme $3bn``."""
        costs = measure.is_verb and self._key(measure.end - 1) in ("cost", "costs", "costing")
        near = self.cast.roles_near(passage, measure.end) if costs else ()
        named = (one.name for one in near if one.first == measure.end)
        return next((name for name in named if name.value.kind in COMPANIES), None)

    # -- whose figure stands beside another --

    def beside(self, passage: Passage, place: range) -> Mention[Entity] | None:
        """The name right before a quantity that repeats a measure: ``and Foo 9%``, ``Foo (84%)``."""
        at = place.start - 1
        low = max(passage.first, place.start - ASIDE)
        if at > low and self._key(at) in AT:
            at -= 1
        for role in reversed(self.cast.roles_near(passage, place.start)):
            if role.end > place.start or role.name.value.kind not in ACTORS:
                continue
            if role.end == at + 1:
                return role.name
            apposed = self._key(role.end) == "," and self._key(at) == "," and low <= role.end < at
            if apposed and self._key(role.end + 1) in DETERMINERS:
                return role.name
            if apposed and self._key(role.end + 1) in RELATIVES:  # Acme, whose Foo it copies, holds
                return role.name
            if self._key(at) != "," or role.first <= low:
                return None
        return None

    def behind(self, passage: Passage, place: range, other: Entity) -> Mention[Entity] | None:
        """The name of another one right behind a quantity: ``from 288 GB in the Foo``."""
        at = place.stop
        if at >= passage.end or self._key(at) not in ("in", "for", "at", "on"):
            return None
        at += 1
        while at < passage.end and self._key(at) in DETERMINERS:
            at += 1
        for role in self.cast.roles_near(passage, place.start):
            if role.first != at:
                continue
            if role.owns:  # for Acme's Foo
                near = self.cast.roles_near(passage, at)
                role = next((one for one in near if one.first == role.end + 2), role)
            same = (role.name.value.kind in COMPANIES) == (other.kind in COMPANIES)
            return role.name if same and role.name.value.kind in ACTORS - {"platform"} else None
        return None

    def mover(self, passage: Passage, verb: int) -> Mention[Entity] | None:
        """The name that is the subject of a verb: right before it, or before an apposition."""
        for role in reversed(self.cast.roles_near(passage, verb)):
            if role.end > verb or role.name.value.kind not in ACTORS:
                continue
            right = role.end == verb and not role.is_aside and not role.owns
            keys = [self._key(at) for at in range(role.end, verb)]
            apposed = keys[:1] == [","] and keys[-1:] == [","] and len(keys) <= ASIDE and keys.count(",") == 2
            helped = (
                not role.is_aside
                and bool(keys)
                and set(keys) <= {"has", "had", "have", "also", "itself", "shares"}
            )
            if right or apposed or helped:
                return role.name
        return None

    def between(self, passage: Passage, clauses: Clauses, start: int, at: int) -> Who | None:
        """Who is the subject of what stands between two quantities, if somebody is."""
        found: tuple[int, Role | Reference] | None = None
        for role in self.cast.roles_near(passage, at):
            theirs = self._key(role.first - 1) == "of" and self._key(role.first - 2) in ("those", "that")
            elided = role.owns and any(cue_spans(self.page, role.end + 2, role.end + 3, "movement"))
            clear = theirs or elided or not (role.is_aside or role.owns)  # while Acme's fell
            inside = start < role.first and role.end <= at and clear
            if inside and role.name.value.kind in ACTORS and clauses.holds(at, role.first):
                found = role.first, role
        for reference in self.cast.references_near(passage, at):
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
            if measure.first <= role.first < end and role.name.value.kind == "platform":
                return role.name
        return None
