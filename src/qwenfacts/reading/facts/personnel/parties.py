"""Who stands around a verb of a sentence: the people before it and behind it, pronouns, groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ....entities import Entity
from ....report import Block, Mention
from ....tokens import NOTHING
from ....values import Span
from ...english.clauses import cues, is_possessive, last_before
from ...english.posts import LONGEST, STOPS, employer_at, group_from, post_before, post_from
from ...english.stretches import helpers
from ...page import Page, Passage
from ...spans import within
from ...wordclasses import BE, COORDINATORS, DETERMINERS, RELATIVES, SUBORDINATORS

__all__ = ["Memory", "Parties", "Party"]

MALE: Final = frozenset(("he", "him", "his"))
FEMALE: Final = frozenset(("she", "her", "hers"))
PREPOSITIONS: Final = frozenset("of at from in with".split())
ASIDES: Final = (",", "(", "—", "–")
STOPPERS: Final = SUBORDINATORS | RELATIVES | COORDINATORS | frozenset("to by after before".split())
TITLES: Final = frozenset("dr mr mrs ms prof".split())
CALLED: Final = frozenset("predecessor successor replacement colleague".split())
"""What somebody is called beside a post: ``her predecessor, Roe, left``."""
AMONG: Final = frozenset(("including", "among"))
FAR: Final = 60
NEAR: Final = 12
LEAD: Final = 3
CLOSE: Final = 5
MOST_NAMES: Final = 16
PERSONAL: Final = MALE | FEMALE


class Party(NamedTuple):
    """Somebody, or an unnamed group, as part of a sentence; ``start`` is the first token."""

    person: Mention[Entity] | None
    group: Span | None
    start: int
    pronoun: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        span = self.person.span if self.person is not None else self.group
        assert span is not None  # one of the two is there
        return span


class Memory:
    """The people of the sentences before, for ``he`` and ``she``: of one story, the latest first."""

    def __init__(self) -> None:
        self._story: int | None = None
        self._people: list[Entity] = []
        self._called: dict[str, frozenset[str]] = {}
        self._block: Block | None = None
        self.left: object = None
        """Who left last in the paragraph, for those of whom it is said that they take over."""
        self.new: dict[Entity, str] = {}
        """Of whom the paragraph tells a change, with its kind."""

    def enter(self, passage: Passage) -> None:
        """Forget who came and left, where a paragraph begins."""
        if passage.block is not self._block:
            self._block, self.left, self.new = passage.block, None, {}

    def read(self, passage: Passage) -> None:
        """Keep the people of a sentence; who stands first in it is the first that ``he`` can mean."""
        people = (name.value for name in passage.named("person"))
        goes_on = self._people[:1] if passage.words[0] in PERSONAL else []
        named = list(dict.fromkeys((*goes_on, *people)))
        if passage.story != self._story:
            self._story, self._people = passage.story, []
        others = [one for one in self._people if one not in named]
        self._people = [*named, *others][:MOST_NAMES]

    def meant(self, word: str, here: list[Entity], unlike: Entity | None) -> Entity | None:
        """Who is meant by a pronoun: of those ``here`` the nearest, else of those before the first."""
        called = MALE if word in MALE else FEMALE
        for person in (*here, *self._people):
            if person != unlike and self._called.get(person.id, called) == called:
                self._called[person.id] = called
                return person
        return None


class Parties:
    """The people of one sentence."""

    def __init__(self, page: Page, passage: Passage, memory: Memory) -> None:
        self.page = page
        self.passage = passage
        self._memory = memory
        people = self._people = passage.named("person")
        self._by_end = {page.token_at(person.span.end): person for person in people}
        self._by_start = {page.token_at(person.span.start): person for person in people}

    # -- before a verb --

    def helpers(self, at: int) -> int:
        """The first of the auxiliaries and adverbs before a verb."""
        return helpers(self.page, self.passage.first, at)

    def is_passive(self, at: int) -> bool:
        """Whether a form of ``be`` stands among the auxiliaries of a participle."""
        return any(token.key in BE for token in self.page.tokens[self.helpers(at) : at])

    def before(self, at: int) -> list[Party]:
        """Who the verb at a token is about, the last named first; empty if that is nobody."""
        tokens, first = self.page.tokens, self.passage.first
        end = self.helpers(at)
        last = tokens[end - 1] if end > first else NOTHING
        if last.key == "who":
            aside = end - 1 > first and tokens[end - 2].text in ASIDES
            end -= 1 + aside
            return self._ending(end) or (self._before_aside(end) if aside else []) or self._further(end)
        if last.text == ",":
            return self._before_aside(end - 1)
        if last.text == "(" or (last.key == "to" and self.passage.block.kind == "heading"):
            return self._ending(end - 1)  # Roe to leave
        if last.text in (")", "—", "–", ":"):
            people = self._ending(end - 1) or self._before_aside(end - 1)  # Roe: promoted to head
            return people if people and people[-1].start <= first + LEAD else []
        return self._ending(end) or self._further(end)

    def apposed(self, comma: int) -> list[Party]:
        """The person right before a comma: ``Roe, poached from Acme,``."""
        return [party for party in self._ending(comma)[:1] if party.person is not None]

    def _before_aside(self, closing: int) -> list[Party]:
        """Who stands before what a comma closes: ``Roe, head of research,``; or in it: ``two, Roe, Poe,``."""
        apposed: list[Party] = []
        for at in range(closing - 1, max(self.passage.first, closing - FAR) - 1, -1):
            tokens, text = self.page.tokens, self.page.tokens[at].text
            if text in (";", ":"):
                break
            alone = self._by_start.get(at + 1) if text in (",", "(") else None
            titled = alone is not None and self.page.token_at(alone.span.end) == closing
            if alone is not None and tokens[at - 1].text.islower():
                several = [*self._list_from(at + 1, closing)]
                whole = len(several) > 1 and self.page.token_at(several[-1].span.end) == closing
                apposed = several if whole else apposed
            called = titled and tokens[at - 1].key in CALLED
            if called or (titled and post_before(self.page, at, self.passage.first)):
                return [Party(alone, None, at + 1)]  # Acme's chief, Jane Roe,
            if found := self._ending(at) if text in ASIDES else []:
                listed = self._list_from(at + 1, closing) if found[0].person is None else ()
                return list(listed) or found  # two engineers, Roe and Poe,
        return apposed

    def _further(self, end: int) -> list[Party]:
        """Who stands before an adjunct: ``Roe of Acme``, ``the engineers in Paris``."""
        for at in range(end - 1, max(self.passage.first, end - NEAR) - 1, -1):
            token = self.page.tokens[at]
            if token.kind == "mark" and token.text not in ("-", "'"):
                break
            if found := self._ending(at) if token.key in PREPOSITIONS else []:
                return found
            stops = token.key in STOPS and token.key not in PREPOSITIONS and token.key not in DETERMINERS
            if stops or cues("personnel").starting(self.page.tokens, at) is not None:
                break
        return []

    def _ending(self, end: int) -> list[Party]:
        """Those whose words end before a token: a person, several, a pronoun, a group."""
        found: list[Party] = []
        while len(found) < MOST_NAMES:
            party = self._one_ending(end)
            if party is None:
                break
            found.append(party)
            tokens, start = self.page.tokens, party.start
            post = post_before(self.page, start, max(self.passage.first, start - LONGEST))
            titled = party.person is not None and not party.pronoun and post is not None
            before = (self.page.token_at(post.words.start) if post and titled else start) - 1
            if before <= self.passage.first or tokens[before].text not in ("and", ",", "&"):
                break
            end = before - 1 if tokens[before - 1].text == "," else before
        return found

    def _one_ending(self, end: int) -> Party | None:
        if end <= self.passage.first:
            return None
        if (person := self._by_end.get(end)) is not None:
            return Party(person, None, self.page.token_at(person.span.start))
        if self.page.tokens[end - 1].key in ("he", "she"):
            return self.pronoun(end - 1)
        group = self._group(end)
        return None if group is None else Party(None, group, self.page.token_at(group.start))

    def opening(self) -> Party | None:
        """The person, or the pronoun for one, that the sentence begins with."""
        first = self.passage.first
        if first in self._by_start:
            return Party(self._by_start[first], None, first)
        return self.pronoun(first) if self.page.tokens[first].key in ("he", "she") else None

    def pronoun(self, at: int, unlike: Entity | None = None) -> Party | None:
        """Whom the pronoun at a token means; somebody else than ``unlike``."""
        token = self.page.tokens[at]
        here = [person.value for person in last_before(self._people, token.start)]
        entity = self._memory.meant(token.key, here, unlike)
        span = Span(token.start, token.end)
        return Party(Mention(span, self.page.quote(span), entity), None, at, True) if entity else None

    def _group(self, end: int) -> Span | None:
        """The counted people whose words end before a token."""
        for first in range(end - 1, max(self.passage.first, end - NEAR) - 1, -1):
            if self.page.tokens[first].text in (",", ";", ":", "("):
                return None
            for group in group_from(self.page, first, end):
                if self.page.token_at(group.end) == end:
                    return self._widened(group)
        return None

    def _widened(self, group: Span) -> Span:
        """A group with the hedge of its count and those it is a part of: ``two of the five founders``."""
        tokens, at = self.page.tokens, self.page.token_at(group.start)
        for of in range(at - 2, max(self.passage.first, at - NEAR // 2), -1):
            if tokens[of].key == "of":  # three of the firm's founders
                whole = next(group_from(self.page, of - 1, self.page.token_at(group.end)), group)
                group = Span(whole.start, group.end)
            if tokens[of].key == "of" or (tokens[of].kind == "mark" and tokens[of].text != "'"):
                break
        quantity = next(last_before(self.passage.quantities, group.end), None)
        if quantity is None or quantity.span.end <= group.start:
            return group
        return Span(min(group.start, quantity.span.start), group.end)

    # -- behind a verb --

    def behind(self, at: int, stop: int | None = None, *, counted: bool = True) -> list[Party]:
        """Those named first behind a verb: ``hired the engineers Roe and Poe``, ``hired five engineers``."""
        tokens, stop = self.page.tokens, self.passage.end if stop is None else stop
        for index in range(at, min(stop, at + NEAR)):
            person = self._by_start.get(index)
            if person is not None:
                apart = index > at and tokens[index - 1].text == ","
                if apart and post_before(self.page, index - 1, at) is None:
                    break
                if is_possessive(self.page, person):
                    post = post_from(self.page, self.page.token_at(person.span.end) + 2, stop)
                    if post is None or post.end not in self._by_start:
                        break  # Roe's brother
                    index = post.end  # Roe's deputy Poe
                return list(self._list_from(index, stop))
            token = tokens[index]
            if token.text == ":" and index + 1 in self._by_start and post_before(self.page, index, at):
                return list(self._list_from(index + 1, stop))  # named a new treasurer: Roe
            dotted = token.text == "." and tokens[index - 1].key in TITLES
            stops = token.kind == "mark" and token.text not in ("-", "'", ",", "&") and not dotted
            if stops or token.key in STOPPERS or cues("personnel").starting(tokens, index) is not None:
                break
            for group in group_from(self.page, index, stop, counted=counted):
                behind = self.page.token_at(group.end)
                called = (at for at in range(behind, min(stop, behind + 7)) if at in self._by_start)
                first = next(called, index)
                if first > index and all(token.key not in AMONG for token in tokens[index:first]):
                    return list(self._list_from(first, stop))
                return [Party(None, group, index)]
        return []

    def _list_from(self, at: int, stop: int) -> Iterator[Party]:
        """The people of a list that starts with one: ``Roe as head and Poe as treasurer``."""
        tokens = self.page.tokens
        for _ in range(MOST_NAMES):
            if at >= stop or at not in self._by_start:
                return
            person = self._by_start[at]
            yield Party(person, None, at)
            at = self.page.token_at(person.span.end)
            whose = employer_at(self.page, at + 1, stop) if tokens[at].key in ("from", "of") else None
            at = self.page.token_at(whose.span.end) if whose is not None else at
            behind = at + 1 if at < stop and tokens[at].key in ("as", ",") else at
            post = post_from(self.page, behind, stop)
            at = post.end if post is not None else at
            while at < stop and tokens[at].text in (",", "and", "&"):
                at += 1
            title = post_from(self.page, at, stop) if at not in self._by_start else None
            if title is not None and title.end in self._by_start:
                at = title.end

    def of_group(self, group: Party, at: int, stop: int) -> list[Party]:
        """A group, or who is named of it, soon behind it or its verb at a token.

        ``Three have left (Roe, Poe, Moe)`` means those, ``three, including Roe`` means Roe as well.
        """
        tokens = self.page.tokens
        for first in (self.page.token_at(group.span.end), at):
            for opening in range(first, min(first + NEAR, stop)):
                if tokens[opening].text == "(" and first == at:
                    return list(self._list_from(opening + 1, stop)) or [group]
                if tokens[opening].key in AMONG:
                    them = tokens[opening + 1].key == "them"
                    return [group, *self.behind(opening + 1 + them, stop)]
        return [group]

    def is_next(self, at: int, party: Party) -> bool:
        """Whether only a title stands between a token and a person."""
        between = self.page.tokens[at : party.start]
        marks = any(token.kind == "mark" and token.text not in ("'", "-") for token in between)
        stops = any(token.key in STOPS and token.key not in DETERMINERS for token in between)
        return party.person is not None and not marks and not stops

    def person_at(self, at: int, stop: int, unlike: Entity | None) -> Party | None:
        """The first person behind a token, soon, or whom a pronoun there means: ``replacing him``."""
        tokens = self.page.tokens
        for index in range(at, min(stop, at + NEAR)):
            if index in self._by_start:
                return Party(self._by_start[index], None, index)
            ends = index + 1 >= stop or tokens[index + 1].kind != "word" or tokens[index + 1].key in STOPS
            if ends and tokens[index].key in ("him", "her"):
                return self.pronoun(index, unlike)
            if tokens[index].kind == "mark" and tokens[index].text not in ("-", "'", ","):
                break
        return None

    def named_before(self, at: int, who: Entity | None = None) -> Party | None:
        """The last person that is named before a token, if that is ``who``."""
        named = next(last_before(self._people, self.page.tokens[at].start), None)
        if named is None or who not in (None, named.value):
            return None
        return Party(named, None, self.page.token_at(named.span.start))

    def of_heir(self, at: int, end: int, unlike: Entity | None) -> Party | None:
        """Whose successor somebody is made: ``named as her successor``, ``as successor to Poe``."""
        tokens = self.page.tokens
        for index in range(at - 1, max(self.passage.first, at - LEAD) - 1, -1):
            if tokens[index].key in ("his", "her"):
                return self.pronoun(index, unlike)
        if at + 1 < end and tokens[at + 1].key in ("to", "of", "for"):
            return self.person_at(at + 2, end, unlike)
        owners = within(self._people, self.page.span(max(self.passage.first, at - CLOSE), at))
        return next((Party(one, None, at) for one in owners if is_possessive(self.page, one)), None)
