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
from ....entities import slug as slug_of
from ....report import Mention
from ...english.cast import (
    COMPANIES,
    MODELS,
    OBJECTS,
    THINGS,
    Reference,
    Role,
    is_authority,
)
from ...english.clauses import ACTORS, DETERMINERS, OBLIQUE, Clauses, finite_at, opening_of
from ...english.discourse import Who, entity_of
from ...english.lineup import MEMBERS
from ...english.vocabulary import Measure, is_flagged
from ...page import Passage
from ...wordclasses import CONCESSIVES, COORDINATORS, RELATIVES, SUBORDINATORS
from ...wording import table
from .callings import NAMING
from .clausal import CROWDS, Clausal
from .neighbours import ASIDE, CLOSE
from .objects import MANY
from .standins import HOSTS, SIZE
from .wordsets import KEEPING, listed

__all__ = ["EARNED", "Subjects"]

SELLERS: Final[frozenset[str]] = COMPANIES - {"body"}
SOLD: Final = frozenset(
    ("revenue", "debt", "net-income", "orders", "chips-shipped", "free-cash-flow", "fine")
)
"""What companies have, but no authorities."""
PUBLIC: Final = frozenset("employees departures investment stores dataset-size".split())
"""What authorities have as well."""
LISTED: Final = frozenset(("share-price", "market-value", "dividend", "share-buyback"))
"""What only those companies have that are on the stock market."""
CASH: Final = frozenset(("net-cash", "free-cash-flow", "debt"))
"""What a company has as a whole, whatever is told of its units beside it."""
SITED: Final = frozenset(("funding", "investment", "employees", "capacity", "chips-shipped", "accuracy"))
"""What plants have and cost as well."""
STAFFED: Final = frozenset(("employees", "departures", "stores", "patents", "business-units"))
"""What companies have, but no products."""
WANTED: Final[dict[str, tuple[AbstractSet[str], ...]]] = {
    "company": (COMPANIES, COMPANIES | {"platform", "product", "model_family"}),
    "seller": (SELLERS, SELLERS | THINGS),
    "model": (OBJECTS, THINGS, COMPANIES),
    "thing": (OBJECTS, THINGS, COMPANIES),
    "site": (ACTORS | {"place", "other", "site"},),
    "dataset": (frozenset(("dataset",)), THINGS, ACTORS),
    "anybody": (ACTORS,),
}
"""The kinds of whom a measure wants, those that it wants most first."""
AWAY: Final = frozenset(("on", "by", "from", "for", "to"))
TOWARDS: Final = frozenset(("error-rate", "accuracy", "token-consumption", "price", "fine"))
"""What is measured on, by, from and for whom it is of."""
SEATS: Final = frozenset(("seat", "licence", "license", "subscription", "membership"))
COMING: Final = {("from", "departures"), ("to", "subscribers"), ("to", "traffic")}
PORTABLE: Final = frozenset(
    "kb mb gb tb kib mib gib tib mah ah wh tops tflops gflops gbps mbps tbps ghz mhz nm mm inch"
    " ms milliseconds seconds minutes minute".split()
)
"""Units of what devices and chips have, and companies do not."""
PERFORMING: Final = frozenset("throughput speed speeds latency bandwidth efficiency memory".split())
"""What can be so many times that of another device or model."""
STAKES: Final = frozenset(("stake", "stakes", "holding", "shareholding"))
OF_MODELS: Final = frozenset(
    "benchmark-score context-window error-rate languages-supported parameters training-tokens".split()
)
"""What a model has, and nobody who makes or hosts it."""
OPENERS: Final = COORDINATORS | SUBORDINATORS | RELATIVES | CONCESSIVES
NO_WARES: Final = frozenset(("api", "ipo", "usd", "eur"))
SHARED: Final = CROWDS | {"price", "traffic"}
"""What no two companies have together."""
EARNED: Final = frozenset(("revenue", "net-income", "operating-income", "net-loss"))
"""What things bring in of which the company is told as well."""
NEAR: Final = 6
ESTIMATES: Final = frozenset("estimate estimates forecast forecasts projection projections".split())


class Subjects(Clausal):
    """Who the measures of a page are of."""

    # -- who --

    def of(self, passage: Passage, clauses: Clauses, place: range, measure: Measure | None, slug: str) -> Who:
        """Who a measure of a passage is of: where units have shares or a group, that is whose they are."""
        who = self._of(passage, clauses, place, measure, slug)
        owner = isinstance(who, Mention) and who.span.start > self.page.tokens[place.start].start
        if owner and slug == "capacity" and self._key(place.stop) == "the":
            who = self.discourse.house(passage)  # twice the speed of Foo
        if slug == "revenue" and not owner and self.is_clients(place, entity_of(who)):
            near = (one for one in self._references_near(passage, place.start) if one.end <= place.start)
            its = (
                self.stands_for(passage, one, WANTED["seller"]) for one in near if one.owns and not one.noun
            )
            whose = next((one for one in its if one is not None and entity_of(one) != entity_of(who)), None)
            who = whose or self.discourse.company(passage)  # its largest client
        tokens = slug == "price" and "tokens" in (
            self._key(place.stop + ahead) for ahead in range(1, CLOSE + 2)
        )
        host = self.callings.kind(entity_of(who)) in HOSTS
        if host and (tokens or slug in OF_MODELS):
            who = self._model(passage) or who
        named = isinstance(who, Mention) and who.span in passage.span
        first = measure.first - (self._key(measure.first) != "group") if measure else place.start
        group = self._key(first) == "group" and not self.page.tokens[first - 1].text.istitle()
        group = group and not self._is_brought(place)
        if slug in CASH and not named:
            return self.page.company_of(self.page.subject)
        capital = measure is not None and "capital" in (self._key(measure.word), self._key(measure.word - 1))
        whole = (slug in LISTED or capital) and not named
        return self.page.company_of(entity_of(who)) if group or whole else who

    def is_clients(self, place: range, who: Entity) -> bool:
        """Whether a part of sales is what somebody else pays: ``Foo brings in 9% of sales``."""
        return self._is_brought(place) and self.discourse.is_guest(who)

    def _is_brought(self, place: range) -> bool:
        """Whether somebody brings in a part of something: ``Foo supplied 9% of group sales``."""
        near = {self._key(at) for at in range(place.start - CLOSE, place.start)}
        return self._key(place.stop) == "of" and not near.isdisjoint(listed("bringing"))

    def _model(self, passage: Passage) -> Who | None:
        """The model that a passage or those before it are about."""
        return self.discourse.continued(passage, MODELS) or self.discourse.topic(passage, MODELS)

    def _of(
        self, passage: Passage, clauses: Clauses, place: range, measure: Measure | None, slug: str
    ) -> Who:
        wanted = self._wanted(slug, measure)
        won = self._key(place.stop) == "of" and self._key(place.start - 1) in listed("winning")
        kept = {self._key(place.start - 1), self._key(measure.first if measure else place.start)}
        if slug == "investment" and not kept.isdisjoint(KEEPING):
            wanted = (wanted[0] | {"person"}, *wanted[1:])  # Jane Roe, who holds 9%
            near = self.cast.roles_near(passage, place.start)
            if (owner := next((one for one in near if one.end == place.start - 1), None)) is not None:
                return self.cast.leading(passage, owner).name  # in which Foo and Bar hold 9%
        rated = self._key(place.stop) == "tokens" and self._key(place.stop + 2) == "second"
        device = measure is not None and self._key(measure.end - 1) in PERFORMING
        if slug == "capacity" and (rated or device or self._key(place.stop - 1) in PORTABLE):
            wanted = WANTED["thing"]
        said = measure is not None and measure.slug != "rank" and self._key(measure.end) != ":"
        said = (
            said
            and measure is not None
            and not (
                measure.end <= place.start and clauses[measure.first].clause != clauses[place.start].clause
            )
        )
        at = min(place.start, measure.first) if measure is not None and said else place.start
        apart = self._key(place.start)[:4] in ("doub", "halv", "trip")
        apart = apart or (slug == "price" and self._key(place.stop) == "of")  # half of the price of Foo
        apart = apart or self._key(place.stop) == "the"  # twice the speed of Foo
        transitive = measure is not None and measure.first >= place.stop and apart
        things = wanted[:-1] if wanted is WANTED["thing"] or wanted is WANTED["model"] else ()
        found = (
            (self._handed(passage, place) if slug == "users" and measure and measure.slug != slug else None)
            or (self._corpus(passage, place) if slug == "training-tokens" else None)
            or (
                self._inside(passage, place, wanted) or self._sized(passage, place.stop)
                if slug == "parameters"
                else None
            )
            or (self._relative(passage, measure, place) if measure and measure.is_verb else None)
            or (self._seated(passage, place) if slug == "price" else None)
            or (
                self._named_with(passage, measure, place, wanted, slug, transitive=transitive)
                if measure and not measure.is_verb and not (slug == "orders" and won)
                else None
            )
            or self._object(passage, place, measure, slug, wanted)
            or (self._used(passage, measure, place) if measure and slug in CROWDS else None)
            or self._around(passage, clauses, place.start, wanted)
            or self._apposed(passage, measure, place.start, wanted)
            or (self._agent(passage, clauses, place, wanted) if slug == "investment" else None)
            or (self._seller(passage, clauses, place) if slug in EARNED else None)
            or self._in_sentence(passage, clauses, at, things or wanted, slug)
            or (self.discourse.continued(passage, OBJECTS) if things and slug != "deliveries" else None)
            or self._in_sentence(passage, clauses, at, wanted, slug)
            or self._behind(passage, clauses, place, measure, wanted, slug)
            or self._agent(passage, clauses, place, wanted)
            or self._led_in(passage, clauses, place, wanted)
        )
        found = found or (self.discourse.house(passage) if slug == "developers" else None)
        if found is None and wanted[0] <= COMPANIES | {"site"}:
            found = self._owner(passage, clauses, at, wanted) or self._at_last(passage, place, wanted[0])
        found = found or self._in_opening(passage, place, wanted)
        if found is None and slug in CROWDS and (led := self.discourse.lead_before(passage)) is not None:
            found = led if self.callings.kind(entity_of(led)) in wanted[-1] & THINGS else None
        return found or self.discourse.before(passage, wanted)

    def _seated(self, passage: Passage, place: range) -> Who | None:
        """The thing that what customers pay for gives access to: ``a seat costs $4``, ``each licence is``."""
        for at in passage.tokens_of(SEATS):
            if place.start - 2 * ASIDE < at < place.start and self._key(at - 1) in DETERMINERS | {"a", "an"}:
                near = (
                    one for some in (passage, *self.discourse.earlier(passage)) for one in some.names[:MANY]
                )
                ends = ((one, self.page.token_at(one.span.end)) for one in near)
                said = (one for one, end in ends if end != at and self._key(end) == self._key(at))
                return next(said, None) or self.discourse.continued(passage, THINGS)
        return None

    def _corpus(self, passage: Passage, place: range) -> Who | None:
        """The data set that a sentence says the size of: ``Foo is a corpus of 6 trillion tokens``."""
        near = [one for one in self.cast.roles_near(passage, place.start) if one.end <= place.start]
        for one in reversed(near):  # Foo, a corpus of
            between = [self._key(at) for at in range(one.end, min(place.start, one.end + CLOSE + 2))]
            if between[:1] == [","] and not {"corpus", "dataset"}.isdisjoint(between):
                return one.name
        first = next((one for one in near if not (one.is_aside or one.owns)), None)
        return first.name if first is not None and first.name.value.kind == "dataset" else None

    def _owner(
        self, passage: Passage, clauses: Clauses, at: int, wanted: tuple[AbstractSet[str], ...]
    ) -> Who | None:
        """Whose part does it that has no name: ``Acme said that its cloud unit lost``."""
        near = (one for one in self._references_near(passage, at) if one.owns and one.end <= at)
        parts = (one for one in near if clauses[one.first].part == clauses[at].part)
        own = next((one for one in parts if not one.noun), None)
        who = self.stands_for(passage, own, wanted) if own is not None else None
        return who if isinstance(who, Mention) and who.span in passage.span else None

    def _at_last(self, passage: Passage, place: range, kinds: AbstractSet[str]) -> Who | None:
        """Where it is, at the end of a clause: ``400 jobs will go at Acme``."""
        near = (one for one in self.cast.roles_near(passage, place.stop) if self._key(one.first - 1) == "at")
        behind = (one for one in near if place.stop <= one.first <= place.stop + ASIDE)
        return next((one.name for one in behind if self._kind(one) in kinds), None)

    def _relative(self, passage: Passage, measure: Measure, place: range) -> Who | None:
        """Who does it in a relative clause behind a quantity: ``the $4bn that Acme raised``."""
        near = self.cast.roles_near(passage, measure.first)
        if measure.slug == "price" and self._key(measure.end) == "for":  # that Acme charges for Foo
            priced = next((one for one in near if one.first == measure.end + 1), None)
            if priced is not None and self._kind(priced) in THINGS:
                return priced.name
        inside = (role.name for role in near if place.stop <= role.first and role.end <= measure.first)
        return next(inside, None)

    def _inside(self, passage: Passage, place: range, wanted: tuple[AbstractSet[str], ...]) -> Who | None:
        """Whom a description means that a size is a part of: ``the 30B edition``."""
        near = (one for one in self._references_near(passage, place.start) if one.noun)
        whole = next((one for one in near if one.first < place.start < one.end), None)
        who = self.stands_for(passage, whole, wanted) if whole is not None else None
        return who if who is not None and SIZE.search(entity_of(who).id) else None

    def _sized(self, passage: Passage, at: int) -> Who | None:
        """The model that is named behind its size: ``the 7B Foo``, ``a 7B sibling for phones, Foo``."""
        for role in self.cast.roles_near(passage, at):
            between = [self._key(i) for i in range(at, role.first)]
            if role.first < at or between[:1] in ([","], [")"]):
                continue
            named = not between or between[-1] in NAMING | {",", "parameter"}
            plain = all(
                self.page.tokens[i].kind == "word" or key == "-" for i, key in enumerate(between[:-1], at)
            )
            clear = len(between) <= ASIDE // 2 and plain and "and" not in between
            return role.name if named and clear and self._kind(role) in OBJECTS else None
        return None

    def _wanted(self, slug: str, measure: Measure | None = None) -> tuple[AbstractSet[str], ...]:
        wanted = self._bearers(slug, measure)
        return tuple(kinds | {"site"} for kinds in wanted) if slug in SITED else wanted

    def _bearers(self, slug: str, measure: Measure | None) -> tuple[AbstractSet[str], ...]:
        if measure is not None and self._key(measure.first).startswith("training"):
            return WANTED["model"]  # its training costs so much
        if slug in SOLD:
            return WANTED["seller"]
        if slug in STAFFED:
            return COMPANIES, COMPANIES | {"model_family", "platform"}
        return WANTED[str(table("measures").get(slug, {}).get("whose", "anybody"))]

    def _named_with(
        self,
        passage: Passage,
        measure: Measure,
        place: range,
        wanted: tuple[AbstractSet[str], ...],
        slug: str,
        *,
        transitive: bool,
    ) -> Who | None:
        """Named in the noun phrase, as its owner, or right behind it."""
        if self._is_of_an_observer(passage, measure):
            return self.discourse.house(passage)
        unit = self.callings.unit(self.page.quote(self.page.span(measure.first, measure.word)))
        part = slug == "revenue" and self._key(measure.first - 1) == "of"
        if unit is not None and wanted[0] & COMPANIES and not part:
            return unit
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
            between = role.end + 2 == place.start and place.stop == measure.first  # Acme's $4m sales
            owner = owner or (role.owns and between)
            counted = is_flagged(slug, "elsewhere") and self._kind(role) == "platform"
            ruled = slug not in PUBLIC and is_authority(role.name.value)  # a Pentagon award
            if (inside or owner) and self._kind(role) in kinds and not (counted or ruled):
                return role.name
        for reference in self._references_near(passage, measure.first):
            if (
                reference.owns
                and 0 <= measure.first - reference.end <= CLOSE
                and self._is_clear(reference.end, measure.first)
            ):
                return self.stands_for(passage, reference, wanted)
        if slug == "price" and (ware := self._ware(measure)) is not None:
            return ware
        return None if transitive or slug == "rank" else self._right_behind(passage, measure, kinds, slug)

    def _ware(self, measure: Measure) -> Entity | None:
        """The goods that have market prices, whoever makes them: ``DRAM prices``, ``prices of NAND``."""
        if self._key(measure.end - 1) != "prices" and self._key(measure.end - 2) not in ("contract", "spot"):
            return None
        of = (measure.end + 1,) if self._key(measure.end) in ("of", "for") else ()
        near = (self.page.tokens[at] for at in (*of, *range(measure.first, measure.word)))
        wares = (one for one in near if one.text.isupper() and len(one.text) >= CLOSE)
        ware = next((one.text for one in wares if one.key not in NO_WARES), None)
        return Entity(slug_of(ware), "product", ware, known=False) if ware else None

    def _is_of_an_observer(self, passage: Passage, measure: Measure) -> bool:
        """Whether a measure is told by who rates others: ``her target price``, ``their estimate``."""
        near = {self._key(at) for at in range(measure.end - 2, measure.end + 2)}
        rated = "target" in near and measure.slug == "share-price"
        return rated or not (near.isdisjoint(ESTIMATES) or listed("observers").isdisjoint(passage.keys))

    def _right_behind(
        self, passage: Passage, measure: Measure, kinds: AbstractSet[str], slug: str
    ) -> Who | None:
        """Named right behind the noun phrase: ``users of Foo``, ``revenue at Acme``."""
        key = self._key(measure.end) if measure.end < passage.end else ""
        if self._key(measure.end - 1) in STAKES:
            return None  # it is of the owner
        if key not in listed("links") and key != "built" and not key.endswith("ing"):
            return None
        at, last = measure.end + 1, min(measure.end + 7, passage.end)
        references = {one.first: one for one in self._references_near(passage, measure.end)}
        while at < last and self.page.tokens[at].text[0].islower() and self.page.name_at(at) is None:
            if at in references and key in ("of", "at"):
                return self.stands_for(passage, references[at], self._wanted(slug))
            at += 1
        if at < last and at > measure.end + 2 and self._key(at) == ",":  # on the present chip, Foo
            at += 1
        roles = self.cast.roles_near(passage, measure.end)
        role = next((one for one in roles if one.first == at), None)
        if role is None:
            return None
        owned = next((one for one in roles if role.owns and one.first == role.end + 2), role)
        elsewhere = is_flagged(slug, "elsewhere") and owned.name.value.kind == "platform"
        towards = slug in TOWARDS or (key, slug) in COMING
        if elsewhere or (key in AWAY and not towards):
            return None
        return owned.name if owned.name.value.kind in kinds else None

    def _seller(self, passage: Passage, clauses: Clauses, place: range) -> Who | None:
        """The product that earns so much: ``Acme says Foo brought in $4m, expects Foo to pass $9m``."""
        near = (one for one in self.cast.roles_near(passage, place.start) if one.end <= place.start)
        for role in reversed([one for one in near if not (one.is_aside or one.owns)]):
            verb = self.cast.behind_aside(role.end, passage)
            same = verb < place.start <= verb + NEAR and clauses[verb].part == clauses[place.start].part
            earns = self._key(verb) == "to" or finite_at(self.page.tokens, verb)
            return role.name if self._kind(role) in THINGS and same and earns else None
        return None

    def _opens_clause(self, passage: Passage, clauses: Clauses, at: int) -> bool:
        """Whether a token is the first of its part of a clause."""
        return (
            at <= opening_of(self.page, passage)
            or clauses[at].part != clauses[at - 1].part
            or self._key(at - 1) in OPENERS
        )

    def _around(
        self, passage: Passage, clauses: Clauses, at: int, wanted: tuple[AbstractSet[str], ...]
    ) -> Who | None:
        """The name that a figure or a parenthesis stands right behind: ``a Foo Unit of 40 engineers``."""
        opening = at - 1 if self._key(at - 1) == "of" else clauses.opening(at)
        if opening is None:
            return None
        inside = any(role.first > opening and role.end <= at for role in self.cast.roles_near(passage, at))
        for role in reversed(self.cast.roles_near(passage, at)):
            if role.end <= opening:
                near = opening - role.end <= (self._key(opening) != "of")
                return (
                    role.name if near and not inside and self._kind(role) in wanted[0] | wanted[-1] else None
                )
        return None

    def _in_sentence(
        self, passage: Passage, clauses: Clauses, at: int, wanted: tuple[AbstractSet[str], ...], slug: str
    ) -> Who | None:
        """The closest before a token that its clause can be about, a name or what stands for one."""
        for kinds in wanted:
            best: tuple[int, Role | Reference] | None = None
            for role in self.cast.roles_near(passage, at):
                site = slug == "chips-shipped" and self._kind(role) == "other"  # Foo 2 has 900
                if role.end > at or not (site or self._kind(role) in kinds):
                    continue
                if slug not in PUBLIC and is_authority(role.name.value):
                    continue
                same = at - role.end <= CLOSE and clauses[role.first].part == clauses[at].part
                related = same and self._key(role.first - 1) in RELATIVES  # in which Foo holds
                sited = "site" in kinds and self._key(role.first - 1) in ("at", "called")
                going = self._key(role.first - 1) == "with" and self._key(role.end).endswith("ing")
                sited = sited or (same and going)  # with Foo adding 9 MW
                if role.is_aside and not (related or sited):
                    continue
                if slug in SHARED and self._is_joint(passage, role):
                    continue  # Foo and Bar use it: it is what has the users
                owner = role.owns and (at - role.end > CLOSE + 2 or not self._is_clear(role.end, at))
                host = is_flagged(slug, "elsewhere") and self._kind(role) == "platform"
                apart = self._is_inserted(passage, role.first, at)
                if owner or host or apart or self._is_supposed(passage, clauses, role.first, at):
                    continue
                if clauses.holds(at, role.first) and (best is None or role.first > best[0]):
                    best = role.first, role
            for reference in self._references_near(passage, at):
                if reference.end > at or reference.owns or not reference.kinds & kinds:
                    continue
                if self._key(reference.first - 1) in OBLIQUE and reference.first > passage.first:
                    continue
                if reference.noun in MEMBERS and not self._opens_clause(passage, clauses, reference.first):
                    continue  # tops its predecessor by 9 points
                if clauses.holds(at, reference.first) and (best is None or reference.first > best[0]):
                    best = reference.first, reference
            if best is not None:
                one = best[1]
                named = self.cast.leading(passage, one).name if isinstance(one, Role) else None
                if (found := named or self._meant(passage, one, (kinds,))) is not None:
                    return found
        return None
