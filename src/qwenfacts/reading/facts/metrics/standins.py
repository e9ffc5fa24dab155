"""Who the words stand for that name nobody: ``it``, ``the company``, ``the studio``, ``the plant``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import zip_longest
from operator import attrgetter
from typing import Final

from ....entities import Entity
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
from ...english.clauses import ACTORS, OBLIQUE, clauses_of, cue_spans, opening_of
from ...english.discourse import Discourse, Who, entity_of
from ...english.lineup import MEMBERS, WHOLES, Lineup
from ...english.nounwords import TEAMS
from ...mentions.naming import verbs_on_s
from ...page import Page, Passage
from ...wordclasses import AUXILIARIES, BE, CONDITIONALS, HAVE
from .callings import WHOLE, Callings
from .wordsets import listed

__all__ = ["DONE", "FIRST", "HOSTS", "SIZE", "SUPPOSING", "StandIns"]

PLAIN: Final = frozenset("model version release variant edition checkpoint main new".split())
"""By these the model of a line is meant that is most spoken of."""
SIZE: Final = re.compile(r"-(\d+(?:\.\d+)?)b\b")
ALL: Final = WHOLES | {"line", "each"}
UNITS: Final = frozenset(("division", "unit", "arm", "subsidiary", "business", "segment"))
ORDERED: Final = {"former": 0, "latter": -1}
NEW: Final = frozenset(("newcomer", "weights", "arrival", "debutant", "entrant"))
"""What only the thing is called that a paragraph brings up, whatever it is compared with."""
YOUNG: Final = frozenset(("start-up", "startup", "unicorn", "upstart", "scale-up"))
PASSING: Final = WHOLE | YOUNG | frozenset("giant buyer acquirer purchaser bidder plaintiff claimant".split())
"""What a company is called in passing, whether or not it was called so before."""
MAKERS: Final = (
    WHOLE | YOUNG | {"giant"} | frozenset("maker owner parent creator developer operator lab".split())
)
"""What those are called to whom something belongs."""
AROUND: Final = 24
FEW: Final = 4
SAYING: Final = frozenset(("said", "says", "told", "confirmed", "expects", "announced", "claims", "hopes"))
LONG: Final = 60
LONG_VERB: Final = 7
DONE: Final = ("ed", "en", "ught", "uilt", "over")
SUPPOSING: Final = CONDITIONALS | {"should", "were"}
"""Words by which a condition opens a sentence."""
SITES: Final = frozenset(("site",))
"""The kind of plants and campuses."""
BEARERS: Final = ACTORS | SITES
ENDING: Final = AUXILIARIES | BE | HAVE | OBLIQUE | {"and", "or", "of", "one", "at", "in", "on"}
FIRST: Final = attrgetter("first")
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

    def is_unit(self, who: Who) -> bool:
        """Whether somebody is a part of a company."""
        return entity_of(who).kind == "platform" or entity_of(who).id in self.callings.units

    def _references_near(self, passage: Passage, token: int) -> Sequence[Reference]:
        """The references around a token; those that mean who was called so are of that one's kind too."""
        found = self._seen.get(passage.first)
        if found is None:
            found = self._seen[passage.first] = tuple(sorted(self._references_of(passage), key=FIRST))
        if len(found) <= AROUND:
            return found
        at = bisect_left(found, token, key=lambda one: one.first)
        return found[max(0, at - AROUND) : at + AROUND]

    def _all_near(self, passage: Passage, token: int) -> list[Role | Reference]:
        """The names around a token, and the words that stand for somebody."""
        return [*self.cast.roles_near(passage, token), *self._references_near(passage, token)]

    def _references_of(self, passage: Passage) -> Iterator[Reference]:
        for one in self.cast.references(passage):
            if self.callings.sort(one) == "ground":
                yield one._replace(kinds=SITES)
                continue
            if not one.noun:
                one = one._replace(kinds=one.kinds | SITES)
            called = self.callings.meant(one, passage.story) if one.noun else None
            if called is not None:
                yield one._replace(kinds=one.kinds | {self.callings.kind(called.value)})
            elif one.noun in listed("guests"):
                yield one._replace(kinds=COMPANIES)
            elif one.kinds is not CALLED:
                yield one
        for size in passage.quantities[:AROUND]:  # the 30B edition
            at, end = self.page.token_at(size.span.start), self.page.token_at(size.span.end)
            end += 2 * (self._key(end) == "-" and self._key(end + 1) == "parameter")
            described = self._key(end) in PLAIN or self._key(end) in MEMBERS
            if size.value.unit == "parameters" and self._key(at - 1) == "the" and described:
                yield Reference(at - 1, end + 1, OBJECTS, False, self._key(end))
        opened = {one.first for one in self.cast.references(passage) if one.noun}
        for at in passage.tokens_of(MEMBERS):  # the larger of the two, the base had, its predecessor
            first = at - 1 - (self._key(at - 1) in MEMBERS)  # its big sister
            end = at + 1 + (self._key(at + 1) in ("one", "member"))
            if self._key(first) in ("the", "its") and first not in opened and self._ends_phrase(end):
                yield Reference(first, end, OBJECTS, False, self._key(at))

    def _maker(self, passage: Passage, reference: Reference) -> Entity | None:
        """Who makes or owns what is named in a description, or led before: ``the company behind Foo``."""
        if reference.noun == "parent" and (led := self.discourse.lead_before(passage)) is not None:
            return next(self.page.owners(entity_of(led)), None)
        if self._key(reference.end) not in ("of", "behind") or reference.noun not in MAKERS:
            return None
        near = self.cast.roles_near(passage, reference.end)
        made = next((one.name for one in near if one.first == reference.end + 1), None)
        return next(self.page.owners(made.value), None) if made is not None else None

    def _ends_phrase(self, at: int) -> bool:
        """Whether no noun stands here that the word before would describe."""
        token = peek(self.page.tokens, at)
        return (
            token.kind != "word"
            or token.key in ENDING
            or token.key in verbs_on_s()
            or token.key.endswith("ed")
        )

    def follow(self, passage: Passage) -> None:
        """Keep whom a sentence is about: its subject, and what that launches."""
        if not passage.is_prose or (not passage.names and passage.keys.isdisjoint(REFERRING)):
            return
        found: Role | Reference | None = None
        low = opening_of(self.page, passage)  # behind a label
        roles = self.cast.roles_near(passage, passage.first)
        for role, behind in zip_longest(roles, roles[1:]):
            if role.owns and behind is not None and behind.first == role.end + 2:
                continue  # Acme's Foo
            aside = role.is_aside or role.is_inside
            if self._kind(role) in BEARERS and not aside:
                apart = any(
                    self._key(at) == ";" for at in range(passage.first, min(role.first, passage.first + LONG))
                )
                found = None if apart else role
                break
        for reference in self._references_near(passage, passage.first):
            if reference.first < low:
                continue
            if found is not None and reference.first > found.first:
                break
            if self._key(reference.first - 1) not in OBLIQUE or reference.first == passage.first:
                found = reference
                break
        if found is None:
            return
        who = self._meant(passage, found, (BEARERS,))
        if who is None:
            return
        kind = self._kind(found) if isinstance(found, Role) else self.callings.kind(entity_of(who))
        if kind in COMPANIES and self._key(found.end) in SAYING:  # Acme said that Foo
            near = self.cast.roles_near(passage, found.end)
            told = next((one for one in near if one.first >= found.end and not one.owns), None)
            if (
                told is not None
                and self._kind(told) in THINGS
                and self._key(told.first - 1) in ("that", *SAYING)
            ):
                self.discourse.lead(passage, told.name, self._kind(told))
        launched = self._launched(passage, found.end) if kind in COMPANIES or kind == "platform" else None
        if launched is not None:
            self.discourse.lead(passage, launched.name, self._kind(launched), launched=True)
        self.discourse.lead(passage, who, kind)

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
            if role.first >= first
            and not role.owns
            and self._kind(role) in (OBJECTS if role.is_aside else THINGS)
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
        told = not reference.noun or reference.noun in ORDERED
        if found is None or told or entity_of(found).kind not in OBJECTS:
            return found
        last = entity_of(found)
        line, said = self.discourse.line(passage, last), self._said(reference)
        if not said.isdisjoint(ALL):
            return self.discourse.series(passage, last) or found
        before = self.discourse.told_of(passage, OBJECTS)
        if (member := Lineup(line).meant(said, entity_of(before or last))) is not None:
            return member
        return found

    def _said(self, reference: Reference) -> frozenset[str]:
        """The words of a description, as they are joined: the full-size edition, the 30B one."""
        words, at = [reference.noun], reference.first + 1
        while at < reference.end:
            word, at = self.page.joined(at)
            if self.page.tokens[at - 1].kind == "number" and at < reference.end:
                word, at = word + self._key(at), at + 1
            words.append(word)
        return frozenset(words)

    def _last_meant(
        self, passage: Passage, reference: Reference, wanted: tuple[AbstractSet[str], ...]
    ) -> Who | None:
        """Who was spoken of last of those whom a pronoun or definite description can mean."""
        if (maker := self._maker(passage, reference)) is not None:
            return maker
        site = reference.kinds is SITES and self._key(reference.end) in (",", "at", "in", "near")
        if site or (self._key(reference.end) == "," and reference.noun):  # the supplier, Foo, is
            roles = self.cast.roles_near(passage, reference.first)
            told = next((one for one in roles if one.first == reference.end + 1), None)
            kind = self._kind(told) if told is not None else ""
            if told is not None and (kind not in COMPANIES if site else kind in reference.kinds):
                return told.name
        called = self.callings.meant(reference, passage.story)
        if called is not None:
            return called
        if reference.noun in NEW and (star := self.discourse.star(passage, reference.kinds)) is not None:
            return star
        if reference.noun in ORDERED:
            return self._ordered(passage, reference)
        kinds = tuple(some & reference.kinds for some in wanted if some & reference.kinds) or (
            reference.kinds,
        )
        young = reference.noun in YOUNG and self.discourse.house(passage).known
        if young or reference.noun in listed("guests"):
            guest = self.discourse.guest(passage, reference.first)
            if guest is not None and not (young and guest.value.known):
                return guest
        if reference.kinds is COMPANIES and reference.noun in PASSING:
            return self.discourse.company(passage)
        part = self.discourse.part(passage, reference.first) if reference.noun in UNITS else None
        if part is not None:
            return part
        union = frozenset(kind for some in kinds for kind in some)
        led = self.discourse.lead_before(passage) if reference.kinds is SITES else None
        if led is not None and self.page.company_of(entity_of(led)) != entity_of(led):
            return led  # Acme Compute went live: the site
        its = reference.owns and not reference.noun  # Foo shipped 80 of its boards
        among = its and self._key(reference.first - 1) == "among"  # Foo and Bar are among its users
        if not reference.noun and (among or union & COMPANIES):  # Acme Cloud runs 34 sites. It has 900 staff
            last = self.discourse.lead_before(passage)
            if last is not None and self.callings.kind(entity_of(last)) in THINGS & union:
                return last
        for some in kinds:
            near = None if among else self._before(passage, reference, some)
            if near is None and reference.kinds is COMPANIES and reference.noun not in UNITS:
                return self.discourse.company(passage)
            going = (
                self.discourse.continued if reference.noun and some <= THINGS else self.discourse.spoken_of
            )
            if (found := near or going(passage, some)) is not None:
                return found
        if reference.kinds is COMPANIES:
            return self.discourse.company(passage)
        if reference.kinds is MODELS and (topic := self.discourse.topic(passage, OBJECTS)) is not None:
            return topic  # also where it may be a product
        topics = (self.discourse.topic(passage, some) for some in kinds if some <= THINGS or reference.noun)
        return next((one for one in topics if one is not None), None) or self.discourse.beside(passage, union)

    def _ordered(self, passage: Passage, reference: Reference) -> Who | None:
        """The last or the first of the models that the sentence before names: the latter, the former."""
        for one in (passage, *self.discourse.earlier(passage)):
            named = [
                role.name for role in self.cast.roles_near(one, one.first) if self._kind(role) in OBJECTS
            ]
            if len(named) > 1:
                return named[ORDERED[reference.noun]]
        return None

    def _before(self, passage: Passage, reference: Reference, kinds: AbstractSet[str]) -> Who | None:
        """The last one of some kinds that a sentence names before a reference, not aside and no authority."""
        for role in reversed(self.cast.roles_near(passage, reference.first)):
            related = self._key(role.end) == "," and self._key(role.end + 1) in ("which", "who")
            if role.owns and self._key(role.first - 1) == ",":
                continue  # Foo, Acme's parent
            aside = role.is_aside and not (related and reference.owns)  # such as Foo, which raised its sales
            verb = self.cast.behind_aside(role.end, passage)  # Foo, a rival, says it
            told = not reference.noun and 0 <= reference.first - verb <= FEW and self._key(verb) in SAYING
            near = role.end <= reference.first and self._kind(role) in kinds and (told or not aside)
            near = near and not self._is_inserted(passage, role.first, reference.first)
            if near and ("body" in kinds or not is_authority(role.name.value)):
                return self._described(passage, role.end, reference, kinds) or role.name
        return self._described(passage, passage.first, reference, kinds)

    def _described(
        self, passage: Passage, first: int, reference: Reference, kinds: AbstractSet[str]
    ) -> Who | None:
        """Whom the last subject between two places is that a description tells: ``the unit has its own``."""
        for one in reversed(self._references_near(passage, reference.first)):
            subject = first <= one.first < one.end <= reference.first and one.noun and not one.owns
            if subject and not reference.noun and self._key(one.first - 1) not in OBLIQUE:
                who = self.stands_for(passage, one, (kinds,))
                return who if who is not None and self.callings.kind(entity_of(who)) in kinds else None
        return None

    def _is_inserted(self, passage: Passage, first: int, at: int) -> bool:
        """Whether a name is in a relative clause between commas: ``the card, which Foo makes, has``."""
        clauses = clauses_of(self.page, passage)
        part = clauses[first].part
        return part in clauses.inserted and part != clauses[at].part
