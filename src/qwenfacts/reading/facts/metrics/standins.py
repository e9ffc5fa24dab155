"""Who the words stand for that name nobody: ``it``, ``the company``, ``the studio``, ``the plant``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
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
from ...wordclasses import AUXILIARIES, BE, CONDITIONALS, HAVE, INTERROGATIVES
from .callings import WHOLE, Callings

__all__ = ["DONE", "FIRST", "HOSTS", "SIZE", "SUPPOSING", "StandIns"]

PLAIN: Final = frozenset("model version release variant edition checkpoint main new".split())
"""By these the model of a line is meant that is most spoken of."""
SIZE: Final = re.compile(r"-(\d+(?:\.\d+)?)b\b")
ALL: Final = WHOLES | {"line", "each"}
PAIRS: Final = frozenset(
    ("pair", "duo", "trio", "quartet", "twins", "siblings", "models", "sizes", "weights")
)
"""What several things are called together."""
UNITS: Final = frozenset(("division", "unit", "arm", "subsidiary", "business", "segment"))
ORDERED: Final = {"former": 0, "latter": -1}
NEW: Final = frozenset(("newcomer", "weights", "arrival", "debutant", "entrant"))
"""What only the thing is called that a paragraph brings up, whatever it is compared with."""
YOUNG: Final = frozenset(("start-up", "startup", "unicorn", "giant", "upstart", "scale-up"))
"""What a company is called in passing, whether or not it was called so before."""
MAKERS: Final = WHOLE | YOUNG | frozenset("maker owner parent creator developer operator lab".split())
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
OPENING: Final = SUPPOSING | INTERROGATIVES
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
            if self._key(first) in ("the", "its") and first not in opened and self._ends_phrase(at + 1):
                yield Reference(first, at + 1, OBJECTS, False, self._key(at))

    def _maker(self, passage: Passage, reference: Reference) -> Entity | None:
        """Who makes or owns what is named in a description: ``the company behind Foo``."""
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
        low = self._main_clause(passage)
        for role in self.cast.roles_near(passage, passage.first):
            if role.first < low:
                continue
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
        launched = self._launched(passage, found.end) if kind in COMPANIES or kind == "platform" else None
        if launched is not None:
            self.discourse.lead(passage, launched.name, self._kind(launched), launched=True)
        self.discourse.lead(passage, who, kind)

    def _main_clause(self, passage: Passage) -> int:
        """Where a sentence goes on that opens with a condition or question: ``If Foo agrees, | Bar will``."""
        first = opening_of(self.page, passage)
        if self._key(first) not in OPENING:
            return passage.first
        end = min(passage.end, first + LONG)
        return next((at for at in range(first, end) if self._key(at) == ","), passage.end)

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
        topic = self.discourse.topic(passage, OBJECTS)
        if self.page.tokens[reference.first + 1].kind == "number":  # the 30B edition
            return topic or found
        if said <= PLAIN:
            return topic if topic is not None and entity_of(topic) in line else line[0]
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
        if reference.kinds is SITES and self._key(reference.end) in (",", "at", "in", "near"):
            roles = self.cast.roles_near(passage, reference.first)
            told = (one for one in roles if one.first == reference.end + 1)
            if (site := next(told, None)) is not None and self._kind(site) not in COMPANIES:
                return site.name
        called = self.callings.meant(reference, passage.story)
        if called is not None:
            return called
        if reference.noun in NEW and (star := self.discourse.star(passage)) is not None:
            return star
        if reference.noun in ORDERED:
            return self._ordered(passage, reference)
        if reference.noun in PAIRS:
            main = self.page.main.get(passage.story, self.page.subject)
            return main if main.kind == "model_family" else self.discourse.spoken_of(passage, THINGS)
        kinds = tuple(some & reference.kinds for some in wanted if some & reference.kinds) or (
            reference.kinds,
        )
        if reference.kinds is COMPANIES and (reference.noun in WHOLE or reference.noun in YOUNG):
            return self.discourse.company(passage)
        if reference.noun in UNITS:
            unit = self.discourse.spoken_of(passage, HOSTS, sums=True)
            if unit is not None:
                return unit
        union = frozenset(kind for some in kinds for kind in some)
        its = reference.owns and not reference.noun  # Foo shipped 80 of its boards
        among = its and self._key(reference.first - 1) == "among"  # Foo and Bar are among its users
        near = self._before(passage, reference, union) if its and not among else None
        if near is not None:
            return near
        if not reference.noun and (among or union >= COMPANIES):  # Acme Cloud runs 34 sites. It has 900 staff
            last = self.discourse.lead_before(passage)
            if last is not None and self.callings.kind(entity_of(last)) in THINGS & union:
                return last
        for some in kinds:
            going = (
                self.discourse.continued if reference.noun and some <= THINGS else self.discourse.spoken_of
            )
            found = (None if among else self._before(passage, reference, some)) or going(passage, some)
            if found is not None:
                return found
        if reference.kinds is COMPANIES:
            return self.discourse.company(passage)
        if reference.kinds is MODELS and (topic := self.discourse.topic(passage, OBJECTS)) is not None:
            return topic  # also where it may be a product
        things = (
            self.discourse.mentioned(passage, some) for some in kinds if some <= THINGS or reference.noun
        )
        return next((one for one in things if one is not None), None)

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
                return role.name
        return None

    def _is_inserted(self, passage: Passage, first: int, at: int) -> bool:
        """Whether a name is in a relative clause between commas: ``the card, which Foo makes, has``."""
        clauses = clauses_of(self.page, passage)
        part = clauses[first].part
        return part in clauses.inserted and part != clauses[at].part
