"""Who does things in a sentence, also where other words stand for one who was named before."""

from __future__ import annotations

from functools import cache, cached_property
from itertools import takewhile
from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.clauses import is_possessive, last_before
from ...english.described import Described
from ...english.phrases import OBLIQUE, Sentence, Who, nouns
from ...english.verbs import ORDINALS, STOPS, Verb
from ...page import Page, Passage
from ...spans import within
from ...wordclasses import APPOSITIVES, AUXILIARIES, BE, COORDINATORS, RELATIVES, SUBORDINATORS
from ...wording import table

__all__ = ["COMPANIES", "THINGS", "Actors", "is_company", "is_person", "is_thing", "listed"]

THINGS: Final = frozenset(("product", "platform"))
COMPANIES: Final = frozenset(("organisation", "body"))
UNKNOWN: Final = frozenset(("organisation", "person", "other"))
NO_LEADERS: Final = frozenset(("publication", "place"))
CONNECTIVES: Final = COORDINATORS | {"then", "before", "after", "while", "by"}
"""Stand between two verbs of one subject."""
OPENINGS: Final = SUBORDINATORS | {"but", "since", "as"}
"""Begin a clause with a subject of its own."""
ASTRAY: Final = frozenset("for to with from over about against on".split())
"""Behind these stands another noun: ``Foo pays $3 million for patents that it bought``."""
BECOMING: Final = frozenset(("became", "becomes", "become"))
BETWEEN: Final = frozenset(
    "in turn just also then now recently already itself since once later meanwhile".split()
)
"""May stand between ``which`` and its verb."""
MONEY: Final = frozenset("$€£¥₩₹")
ADJUNCTS: Final = (
    COORDINATORS
    | RELATIVES
    | SUBORDINATORS
    | frozenset(
        "also last this next earlier later yesterday today then again abroad there here first together alone"
        " out".split()
    )
)
"""No object begins with these."""
NO_NOUNS: Final = OBLIQUE | BE | ADJUNCTS
LONE: Final = 2
FEW: Final = 4
MOST_ADJUNCTS: Final = 6
SHORT: Final = 12
FAR: Final = 40
MOST: Final = 6
COPULAR: Final = BE | BECOMING
NO_BACKERS: Final = NO_LEADERS | {"person"}


@cache
def listed(*kinds: str) -> frozenset[str]:
    """The nouns and other words of some lists of ``events.toml``."""
    lists = table("events")["nouns"] | table("events")["words"]
    return frozenset(word for kind in kinds for word in lists[kind])


@cache
def _standing() -> frozenset[str]:
    """What can stand for a company that was named before; ``firm``: what it is called by its trade."""
    return nouns("company") | listed("firm") | {"it", "they"}


def is_thing(entity: Entity) -> bool:
    """Whether somebody can launch it: a product, or what no lexicon knows to be something else."""
    return entity.kind in THINGS or (not entity.known and entity.kind in UNKNOWN)


def is_company(entity: Entity) -> bool:
    """Whether it can do business: an organisation, or what no lexicon knows to be a person."""
    return entity.kind in COMPANIES or (not entity.known and entity.kind in ("person", "other"))


def is_person(name: Mention[Entity]) -> bool:
    """Whether a name looks like that of a person, though no lexicon knows it."""
    return name.value.kind == "person"


class Actors(Sentence):
    """A sentence while it is asked who does what its verbs say, and to whom."""

    def __init__(
        self, page: Page, passage: Passage, described: Described, *, looks_ahead: bool = False
    ) -> None:
        super().__init__(page, passage)
        self.described = described
        self.looks_ahead = looks_ahead

    @property
    def company(self) -> Entity:
        """The company that the report is about."""
        subject = self.page.subject
        return subject if subject.kind == "organisation" else self.page.company_of(subject)

    # -- who does it --

    def doer(self, verb: Verb) -> Who | None:
        """Who does what a verb says, or what it is done to in the passive.

        Verbs that ``and`` joins share their subject, ``Having bought Foo, Acme`` has that of its main clause;
        ``the company`` and ``it`` are the one the report is about, ``the landlord`` who was called one.
        """
        at = self._governing(verb.first)
        before = self.token(at - 1)
        opens = self._clause(verb.first) == verb.first and verb.form in ("gerund", "past", "participle")
        if opens:
            who = self.behind_opening(verb.end)
        elif before.key in CONNECTIVES or (verb.form == "gerund" and before.text in (",", "–", "—")):
            who = self.leading(at)
        elif (who := self._of_relative(at)) is not None:
            return who
        else:
            who = self._dateless(self.subject(at))
            for _ in range(MOST_ADJUNCTS):  # a sentence may have no end
                if who is None or who.entity is not None or not self._is_adjunct(who):
                    break
                who = self._dateless(self.subject(who.first - 1))
            if who is None and before.text == ",":
                who = self.leading(at)
        return self._resolved(who)

    def _of_relative(self, at: int) -> Who | None:
        """Whom a relative clause is about: ``went to Foo, which has just raised``."""
        for index in range(at - 1, max(self.first, at - FEW) - 1, -1):
            token = self.token(index)
            if token.key in RELATIVES:
                name = self.antecedent(index + 1)
                return self.who(name) if name is not None else None
            if token.key not in BETWEEN:
                return None
        return None

    def _governing(self, at: int) -> int:
        """The first of the verbs that lead to an infinitive: ``has agreed to`` buy; else the token itself."""
        if self.token(at).key != "to":
            return at
        index = at - 1
        leading = AUXILIARIES | listed("decided", "governing")
        while at - index <= FEW and self.token(index).key in leading:
            index -= 1
        for first in range(index, max(self.first, at - SHORT) - 1, -1):  # became the first bank to buy
            if self.token(first).key in ORDINALS and self.token(first - 2).key in COPULAR:
                return first - 2
        return index + 1

    def _dateless(self, who: Who | None) -> Who | None:
        """A phrase without the time that stands before it: ``On Thursday 300 jobs``."""
        if who is None or who.entity is not None or not self.passage.dates:
            return who
        for date in within(self.passage.dates, self.page.span(who.first, who.end)):
            behind = self.page.token_at(date.span.end)
            if behind < who.end:
                return who._replace(first=behind)
        return who

    def _is_adjunct(self, who: Who) -> bool:
        """Whether a phrase without a name is a time, or stands behind a preposition: ``on Thursday``."""
        if who.first <= self.first:
            return False
        if within(self.passage.dates, self.page.span(who.first, who.end)):
            return True
        if self.token(who.first - 1).key == "and" and self.name_at(who.first) is not None:
            return False  # Foo and Bar connectors
        if self.token(who.first - 1).key not in OBLIQUE:
            return False
        dates = within(self.passage.dates, self.page.span(max(self.first, who.first - FEW), who.first))
        return all(self.page.token_at(date.span.end) != who.first for date in dates)

    def _resolved(self, who: Who | None) -> Who | None:
        """Who stands for whom, where no name says it."""
        if who is None or (who.entity is not None and who.entity.kind != "place"):
            return who
        if self.token(who.end - 2).text == "-" and who.end - 2 > who.first:
            who = who._replace(noun=f"{self.token(who.end - 3).key}-{who.noun}")
        if who.entity is None and self.token(who.first - 1).text == ",":
            named = self.name_to(who.first - 2)
            if named is not None and self.token(who.first).key in APPOSITIVES:
                return Who(named.value, named, self.begins(named), who.end)
        called = self.described.meant(who.noun, self.token(who.first).start)
        if who.entity is None and called is not None and self.token(who.first).key in ("the", "this", "its"):
            return who._replace(entity=called.value, mention=None)
        firm = who.noun in listed("firm") and self.token(who.first).key == "the"
        if firm or who.noun in nouns("company"):
            named = self._meant(who)
            return who._replace(entity=named.value if named else self.company, mention=None)
        return who

    def _meant(self, who: Who) -> Mention[Entity] | None:
        """What ``it``, ``the unit`` or ``the Lisbon firm`` means where the paragraph has named one."""
        offset, leader = self.token(who.first).start, self.described.leader
        alone = self.token(who.first).key == "the" and who.end - who.first == LONE
        earlier = last_before(self.page.names, offset)
        if alone and who.noun in listed("own_parts"):  # the Foo Lab
            named = (name for name in earlier if name.text.casefold().endswith(f" {who.noun}"))
            if (called := next(named, None)) is not None:
                return called
        if who.noun == "it" or (alone and who.noun in listed("own_units")):
            whole = () if who.noun == "it" else tuple(self.page.owners(self.company))
            led = leader is not None and leader.value.kind not in NO_BACKERS
            return leader if led and leader is not None and leader.value not in whole else None
        if self.token(who.first).key == "the" and not self.token(who.first + 1).text.islower():
            start = self.passage.block.span.start
            near = list(takewhile(lambda name: name.span.start >= start, earlier))
            firms = nouns("company") | listed("firm", "body")
            told = [name for name in near if self.described.calls(name.value, firms)]
            unknown = (name for name in near if name.value.kind in COMPANIES and not name.value.known)
            return next((name for name in (*told, *unknown) if name.value != self.company), None)
        return None

    def _clause(self, at: int) -> int:
        """The first token of the clause around a token."""
        for index in range(at - 1, max(self.first, at - FAR) - 1, -1):
            token = self.token(index)
            if (token.text in STOPS and token.text != '"') or (token.key in OPENINGS and index + 1 < at):
                return index + 1
        return self.first

    def leading(self, at: int) -> Who | None:
        """Who the clause before a token begins with: the first name that no preposition leads to."""
        start = self._clause(at)
        return self._first_actor(start, at) or (self._first_actor(self.first, at) if start else None)

    def _first_actor(self, start: int, stop: int) -> Who | None:
        """The first that no preposition leads to among some tokens, else whose thing is named first."""
        stop = min(stop, start + FAR)
        first = self._first_name(start, stop)
        if not self.passage.keys.isdisjoint(_standing()):
            end = stop if first is None or first.noun else first.first
            for index in range(start, end):
                key = self.page.tokens[index].key
                if key in ("it", "they"):
                    return self._resolved(Who(None, None, index, index + 1, "it"))
                if key in _standing() and (article := self._article(index)) is not None:
                    return self._resolved(Who(None, None, article, index + 1, key))
        return first and first._replace(noun="")

    def _first_name(self, start: int, stop: int) -> Who | None:
        """The first name of the kind; with the noun ``'`` where it only says whose something is."""
        owner: Who | None = None
        for name in self.names_from(start, stop - start):
            end = self.ends(name)
            if end > stop or name.value.kind in NO_LEADERS or self.token(end).text == "-":  # Acme-backed
                continue
            if not self.is_oblique(name):
                if not is_possessive(self.page, name):
                    return Who(name.value, name, self.begins(name), end)
                owner = owner or Who(name.value, name, self.begins(name), end, "'")
        return owner

    def _article(self, noun: int) -> int | None:
        """The article that leads to a noun, if no preposition stands before it: ``The search start-up``."""
        for index in range(noun - 1, max(self.first, noun - FEW) - 1, -1):
            token = self.token(index)
            if token.key in ("the", "its"):
                return index if self.token(index - 1).key not in OBLIQUE else None
            if token.kind != "word" and token.text != "-":
                break
        return None

    def behind_opening(self, at: int) -> Who | None:
        """Who the main clause is about behind an opening: ``Reporting results on Friday, Acme said``."""
        for index in range(at, min(self.stop, at + FAR)):
            if self.token(index).text != ",":
                continue
            name = self.name_at(index + 1)
            if name is not None:
                return self.who(name)
            for noun in range(index + 1, min(self.stop, index + FEW + 1)):
                definite = self.token(index + 1).key in ("the", "it") and self.token(noun + 1).text != "'"
                if definite and self.token(noun).key in nouns("company"):
                    return Who(None, None, index + 1, noun + 1, self.token(noun).key)
        return None

    def leader(self) -> Mention[Entity] | None:
        """Whom a sentence begins with, if it names them."""
        who = self._first_name(self.first, self.stop) if self.passage.names else None
        return who.mention if who is not None else None

    def who(self, name: Mention[Entity]) -> Who:
        """Somebody by a name."""
        return Who(name.value, name, self.begins(name), self.ends(name))

    @cached_property
    def whose(self) -> Who | None:
        """The one company that the sentence is about, where it names one that is no source."""
        names = [name for name in self.passage.names if is_company(name.value) and not is_person(name)][:MOST]
        return next((self.who(name) for name in names if not self.is_oblique(name)), None)

    @property
    def spoken_of(self) -> Entity:
        """The company that the sentence, or the one before it, is about; else that of the report."""
        who = self._first_actor(self.first, self.stop)
        entity = who.entity if who is not None else None
        if entity is None and self.described.leader is not None:
            entity = self.described.leader.value
        return entity if entity and is_company(entity) and entity.kind != "person" else self.company

    # -- to whom it is done --

    def antecedent(self, at: int) -> Mention[Entity] | None:
        """The name that a relative clause or a participle at a token is about: ``Foo, a unit that``."""
        at -= 1
        if self.token(at - 1).text == ",":
            at -= 1
        near = self.name_to(at - 1)
        if near is not None and near.value.kind != "place":
            return near
        for index in range(at - 1, max(self.first, at - SHORT) - 1, -1):
            token = self.token(index)
            name = self.name_to(index)
            if token.text == ",":
                named = self.name_to(index - 1)
                if named is not None and self.token(index + 1).key in APPOSITIVES:
                    return named
                if near is None or near.value.kind != "place":
                    return near
            if token.text in STOPS or token.key in ASTRAY:
                break
            if name is not None and name.value.kind != "place" and not self.is_oblique(name):
                return name
        return near

    def has_object(self, at: int) -> bool:
        """Whether a noun phrase starts at a token, and not an adjunct or the end of the clause."""
        token = self.token(at)
        if token.text in MONEY:
            return True
        if token.kind not in ("word", "number") or token.key.endswith("ly") or token.key in NO_NOUNS:
            return False
        return not within(self.passage.dates, self.page.span(at, at + 1))

    def is_oblique(self, name: Mention[Entity]) -> bool:
        """Whether a preposition stands before a name."""
        return self.token(self._before(name)).key in OBLIQUE
