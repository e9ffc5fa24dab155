"""Who comes or goes in a sentence, by its verbs and nouns, in plain order, turned round or split.

``Roe left``, ``also leaving is Roe``, ``from Acme comes Roe``, ``they brought Roe on board``, ``Roe
hands over to Poe``, ``the exit of Roe``, ``her successor is Poe``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from ....entities import Entity
from ....report import Mention
from ....tokens import peek
from ....values import Span
from ...english.clauses import cues, cues_in, is_possessive, last_before, spelt_out
from ...english.posts import (
    EMPLOYERS,
    LONGEST,
    STOPS,
    UNITS,
    WHOLES,
    employer_at,
    group_from,
    is_ours,
    post_from,
)
from ...english.stretches import covering, is_denied
from ...page import Page, Passage
from ...wordclasses import ADNOMINALS, BE, COORDINATORS, DETERMINERS, PREPOSITIONS
from ...wording import table
from .change import NOUNS, WHO, Found
from .parties import Parties, Party
from .seats import ROLES, leading, passing, placed_at, seat_before
from .tails import behind_day, behind_office

__all__ = ["Finder", "forms_in"]

OBJECTS: Final = frozenset(("dismisses", "hires", "appoints", "renews"))
"""The classes of verbs whose object comes or goes."""
TAKES: Final = frozenset(("departs", "joins"))
"""The classes of verbs whose object, if they have one, is an employer or post."""
TURNED: Final = frozenset(("departs", "joins", "becomes", "succeeds"))
"""The classes of verbs that can lead a sentence in, with those who come or go behind ``is``."""
ACTS: Final = NOUNS - {"successor"}
"""The classes of nouns that can do something themselves: ``the exit of Roe follows a row``."""
OWN: Final = frozenset(("his", "her"))
TO: Final = frozenset(("to", "for"))
AGENTS: Final = frozenset(("at", "of", "from", "by", "to", "with", "for", "against", "into", "over"))
LED: Final = frozenset("in out gone with following also new".split())
"""The first words of clauses that are turned round by themselves."""
LABELLING: Final = frozenset((":", "—", "–"))
CLAUSE_MARKS: Final = frozenset((";", ":", "—", "–"))
ALONE: Final = 3
NEAR: Final = 8


@cache
def forms_in(group: str, name: str) -> frozenset[str]:
    """The words of one list of ``cues.toml``, verbs in all their forms."""
    return frozenset(spelt_out(table("cues")[group][name]))


PARTS: Final = UNITS | ROLES | forms_in("seats", "wholes")
"""What can be left and joined, as a common noun."""
DEPARTURES_GO_ON: Final = PREPOSITIONS | COORDINATORS | forms_in("seats", "adjuncts")


class Finder:
    """A sentence while those who come or go in it are looked for."""

    def __init__(self, page: Page, passage: Passage, parties: Parties) -> None:
        self.page = page
        self.passage = passage
        self.parties = parties

    def found(self) -> list[Found]:
        """All that verbs and nouns say, in text order."""
        nouns = list(self._of_nouns())
        owned = {party.start for one in nouns if one.cue in ACTS for party in one.parties}
        verbs = (one for one in self._of_verbs() if one.start not in owned)  # the exit of Roe follows
        found = [*verbs, *self._turned_round(), *self._split(), *nouns]
        found += passing(self.page, self.passage, self.parties)
        found += leading(self.page, self.passage, self.parties)
        found += self._labelled([party.span for one in found for party in one.parties])
        return sorted(found, key=lambda one: (one.words.start, one.words.stop))

    def _key(self, at: int) -> str:
        return self.page.tokens[at].key if self.passage.first <= at < self.passage.end else ""

    # -- verbs --

    def _of_verbs(self) -> Iterator[Found]:
        shared: list[Party] = []
        for cue, first, stop in cues_in(self.page, self.passage, "personnel"):
            heads = stop < self.passage.end and self.page.tokens[stop].text == ":"  # Hires and exits:
            found = None if heads else self._of_verb(cue, range(first, stop), shared)
            if found is None:
                continue
            shared = found.parties if not found.is_object else shared
            if self._says(found) and not is_denied(self.page, self.passage.first, first):
                yield found
                if cue == "hands":
                    yield from self._heirs(found)
                elif found.cue == "departs":
                    yield from self._whither(found)

    def _of_verb(self, cue: str, words: range, shared: list[Party]) -> Found | None:
        tokens, first = self.page.tokens, words.start
        if cue == "passes":
            seat = seat_before(self.page, self.parties.helpers(first), self.passage.first)
            if seat is None and tokens[words.stop - 1].key == "by":
                return None  # Acme was taken over by Foo
            cue, words = ("moves", words) if seat is None else (cue, range(seat, words.stop))
        home = self._home_at(words.stop)
        if cue == "moves" and (home is not None or self._is_inside(words.stop)):
            cue = "joins" if home == self.page.subject else "becomes"
        whence = cue == "joins" and self._key(words.stop - 1) == "from"
        whence = whence and (self._is_post(words.stop) or home is not None)
        if whence or (cue == "moves" and (self._is_post(words.stop) or self._is_whole(words.stop))):
            cue, words = "becomes", range(first, words.stop - 1)  # moves from treasurer to president
        if cue == "departs" and self._key(words.stop) == "for" and self._leaves_for_us(words.stop + 1):
            cue = "joins"
        helpers = self.parties.helpers(first)
        if cue == "passes":
            people = self.parties.behind(words.stop)  # his post goes to Roe
            return Found("passes", words, people, True, words.start) if people else None
        passive = self.parties.is_passive(first)
        if cue == "joins" and passive and tokens[first].key == "joined":
            return None  # is joined by
        if cue in OBJECTS and not passive:
            objects = self.parties.behind(words.stop)
            if objects and not (cue == "dismisses" and tokens[objects[0].start - 1].text == ":"):
                return Found(cue, words, objects, True, self._start(first))
            if whom := self._whom(helpers):
                return Found(cue, words, whom, False, self._start(first))
            if self._key(helpers - 1) and tokens[helpers - 1].text not in (",", "(", ":", "—", "–"):
                return None
        if cue == "succeeds" and passive:
            return self._of_successor(words)
        bare = cue in OBJECTS and not passive and self.page.tokens[helpers - 1].text == ","
        people = (self.parties.apposed(helpers - 1) if bare else []) or self.parties.before(first)
        if cue == "succeeds" and not people and (heirs := self._put_in(words)):
            return Found(cue, words, heirs, True, self._start(first))
        if cue == "succeeds" and people and people[0].group is not None:
            cue = "departs"  # five engineers followed him
        if people:
            start = min(party.start for party in people)
            who = next((at for at in range(start + 1, first) if tokens[at].key in WHO), start)
            return Found(cue, words, people, False, who if start > self.passage.first else start)
        turned = cue == "departs" and (helpers < first or tokens[first].key == "on")
        if cue in TURNED and (turned or tokens[first].key.endswith("ing")):
            return self._of_inversion(cue, words)
        before = self._key(helpers - 1)
        if before in ("and", "but", "then", ",") and (shared or before != ","):
            people = shared or self._first()
            if people:
                cue = "joins" if cue == "moves" and shared else cue  # Roe quit and goes to Acme
                return Found(cue, words, people, False, helpers)
        return None

    def _whom(self, at: int) -> list[Party]:
        """Of whom a relative clause says that somebody hired them: ``Roe, whom Acme lured from Foo``."""
        tokens, before = self.page.tokens, range(at - 1, max(self.passage.first, at - NEAR), -1)
        whom = next((i for i in before if tokens[i].key == "whom" or tokens[i].text in (",", ";")), at)
        comma = tokens[whom - 1].text == ","
        return self.parties.apposed(whom - comma) if self._key(whom) == "whom" else []

    def _start(self, first: int) -> int:
        """Where the stretch of an active verb begins: with whoever does it."""
        helpers = self.parties.helpers(first)
        doer = self._doer(first) if self._key(helpers - 1) != "and" else None
        return helpers if doer is None else self.page.token_at(doer.span.start)

    def _home_at(self, at: int) -> Entity | None:
        """The company that the report is about, or a part of it, if that is named at a token."""
        name = employer_at(self.page, at, self.passage.end)
        return name.value if name is not None and is_ours(self.page, name.value) else None

    def _is_inside(self, at: int) -> bool:
        """Whether what stands at a token is called a unit: ``move to Foo, a new unit for toys``."""
        name = self.page.name_at(at)
        end = self.page.token_at(name.span.end) if name is not None and not name.value.known else at
        apposed = end > at and self.page.tokens[end].text == "," and self._key(end + 1) in DETERMINERS
        return apposed and any(self._key(index) in UNITS for index in range(end + 2, end + 2 + ALONE))

    def _leaves_for_us(self, at: int) -> bool:
        """Whether somebody leaves for the company that the report is about: ``leaving for the group``."""
        ours = self._key(at) == "the" and self._key(at + 1) in forms_in("reference", "companies")
        return (ours and peek(self.page.tokens, at + 2).kind != "word") or self._home_at(at) is not None

    def _is_post(self, at: int) -> bool:
        """Whether a post, and no other company's, stands at a token: ``moves to the role of treasurer``."""
        post = post_from(self.page, behind_office(self.page, at, self.passage.end), self.passage.end)
        return post is not None and (post.employer is None or is_ours(self.page, post.employer.value))

    def _doer(self, at: int) -> Mention[Entity] | None:
        """The employer before an active verb, the last one that stands in no adjunct."""
        for name in last_before(self.passage.names, self.page.tokens[at].start):
            before = self._key(self.page.token_at(name.span.start) - 1)
            end = self.page.token_at(name.span.end)
            kinds = WHOLES if end == self.parties.helpers(at) else EMPLOYERS
            plain = name.value.kind in kinds and before not in AGENTS
            if plain and not is_possessive(self.page, name):
                return name
        return None

    def _first(self) -> list[Party]:
        """The person that a sentence begins with."""
        first = [one for one in self.passage.named("person")[:1] if not is_possessive(self.page, one)]
        return [Party(person, None, self.page.token_at(person.span.start)) for person in first]

    def _of_inversion(self, cue: str, words: range) -> Found | None:
        """``Also leaving is Roe``, ``leaving with her are Poe and Moe``, ``succeeding him will be Roe``."""
        for at in self._soon(words.stop):
            if self._key(at) in BE:
                people = self.parties.behind(at + 1)
                return Found(cue, words, people, True, words.start) if people else None
            aside = self.page.tokens[at].text == "," and self._opens_clause(words.start)
            if self.page.tokens[at].kind == "mark" and not aside:
                break
        return None

    def _opens_clause(self, at: int) -> bool:
        """Whether a clause begins at a token: ``Leaving, by contrast, is Roe``, not ``Poe, leaving``."""
        at -= self._key(at - 1) in ("also", "now", "then")
        return at <= self.passage.first or self.page.tokens[at - 1].text in CLAUSE_MARKS

    def _put_in(self, words: range) -> list[Party]:
        """With whom somebody is replaced: ``Acme replaced its treasurer Roe with Poe``."""
        whom = self.parties.behind(words.stop) if self._doer(words.start) is not None else []
        at = self.page.token_at(whom[0].span.end) if whom and whom[0].person is not None else words.start
        return self.parties.behind(at + 1) if self._key(at) in ("with", "by") else []

    def _of_successor(self, words: range) -> Found | None:
        """``Roe will be replaced by Poe``, ``Roe was replaced as treasurer by Poe``."""
        by, end = words.stop, self.passage.end
        if self._key(by) == "as" and (post := post_from(self.page, by + 1, end)) is not None:
            by = post.end
        people = self.parties.behind(by + 1) if self._key(by) == "by" else []
        start = min((party.start for party in self.parties.before(words.start)[:1]), default=words.start)
        return Found("succeeds", words, people, True, start) if people else None

    def _heirs(self, found: Found) -> Iterator[Found]:
        """Those to whom somebody hands over: ``Roe hands over to Poe``."""
        for at in self._soon(found.words.stop):
            if self._key(at) in TO and self.page.tokens[at - 1].text != "-":
                people = self.parties.behind(at + 1)
                if people and people[0].person is not None:
                    yield Found("inherits", range(at, at + 1), people, True, at)
                    return

    def _whither(self, found: Found) -> Iterator[Found]:
        """What somebody leaves for: ``leaves on 1 May to become treasurer of Foo``."""
        for at in self._soon(found.words.stop):
            to = self._key(at) == "to" and self._key(at + 1) in ("become", "join")
            post = post_from(self.page, at + 2, self.passage.end) if to else None
            whose = post.employer if post is not None else employer_at(self.page, at + 2, self.passage.end)
            if to and whose is not None and not is_ours(self.page, whose.value):
                yield Found("joins", range(at + 1, at + 2), found.parties, False, at)
                return

    def _soon(self, at: int) -> range:
        return range(at, min(at + NEAR, self.passage.end))

    def _turned_round(self) -> Iterator[Found]:
        """``From Acme comes Roe``, ``out goes Poe``."""
        for cue, first, stop in cues_in(self.page, self.passage, "inverted"):
            people = self.parties.behind(stop)
            led = self._key(first) in LED or self._whence(first)
            if placed_at(self.page, self.passage.first, first) is not None:
                cue, led = "succeeds", True  # in his place comes Roe
            if people and led:
                yield Found(cue, range(first, stop), people, True, self.passage.first)

    def _labelled(self, known: list[Span]) -> Iterator[Found]:
        """``Recruited: Roe of Acme``, ``Roe — out``: of whom the label of a list item says all."""
        passage, tokens = self.passage, self.page.tokens
        first = next((at for at in self._soon(passage.first) if tokens[at].kind == "word"), passage.end)
        mark = next((at for at in self._soon(first) if tokens[at].text in LABELLING), passage.end)
        before, behind = cues("labelled").starting(tokens, first), cues("labelled").starting(tokens, mark + 1)
        if before is not None and before[1] == mark < passage.end:
            people, found, at = self.parties.behind(mark + 1, passage.end), before, first
        elif behind is not None and behind[1] <= passage.end:
            people, found, at = self.parties.behind(first, mark), behind, mark + 1
        else:
            return
        if people and people[0].person is not None and people[0].span not in known:
            leads = at == first
            yield Found(found[0], range(at, found[1] + leads), people[:1], leads, first)

    def _whence(self, at: int) -> bool:
        """Whether a clause opens with where somebody comes from, up to a token."""
        before = range(at - 1, self.passage.first, -1)
        marks = (index + 1 for index in before if self.page.tokens[index].text in CLAUSE_MARKS)
        first = next(marks, self.passage.first)
        return self._key(first) == "from" and employer_at(self.page, first + 1, at) is not None

    def _split(self) -> Iterator[Found]:
        """``They brought Roe on board``: the verb is clear only by what stands behind its object."""
        particles = cues("particles")
        for cue, first, stop in cues_in(self.page, self.passage, "split"):
            people = self.parties.behind(stop)
            if not people or not self.parties.is_next(stop, people[0]):
                continue
            behind = self.page.token_at(people[-1].span.end)
            behind += self._key(behind) in ("jointly", "together", "both")
            found = particles.starting(self.page.tokens, behind)
            denied = is_denied(self.page, self.passage.first, first)
            if found is not None and found[0] == cue and not denied:
                yield Found(cue, range(first, stop), people, True, self._start(first))

    # -- nouns --

    def _of_nouns(self) -> Iterator[Found]:
        """``Roe's exit``, ``her exit``, ``the exit of Acme's founder Roe and several engineers``."""
        for cue, first, stop in cues_in(self.page, self.passage, "personnel_nouns"):
            people: list[Party] = []
            if cue == "successor":
                people = self._heir(stop) if self._possessor(first) else []
            elif self._key(of := behind_day(self.page, self.passage, stop, self.passage.end)) == "of":
                people = self.parties.behind(of + 1, self.passage.end, counted=cue != "departure")
                behind = self.page.token_at(people[-1].span.end) if people and people[0].person else of
                if self._key(behind) == "and":
                    groups = list(group_from(self.page, behind + 1, self.passage.end))[:1]
                    people += [Party(None, group, self.page.token_at(group.start)) for group in groups]
            else:
                people = self._possessor(first)
            if people:
                yield Found(cue, range(first, stop), people, True, first)

    def _heir(self, at: int) -> list[Party]:
        """Who is called somebody's successor: ``her successor, Roe,``, ``his successor will be Roe``."""
        for index in self._soon(at):
            token = self.page.tokens[index]
            leads = token.key in BE or token.text in (",", *LABELLING)
            people = self.parties.behind(index + leads) if leads or index == at else []
            if people or (leads and token.kind == "mark"):
                return [party for party in people if party.person]
        return []

    def _possessor(self, at: int) -> list[Party]:
        """The person whose noun this is, with at most a few words and no comma between."""
        for index in range(at - 1, max(self.passage.first, at - ALONE) - 1, -1):
            if self._key(index) in OWN:
                party = self.parties.pronoun(index)
                return [party] if party else []
            if self._key(index) == "whose" and self.page.tokens[index - 1].text == ",":
                return self.parties.apposed(index - 1)
            if self.page.tokens[index].kind != "word":
                break
        person = next(last_before(self.passage.named("person"), self.page.tokens[at].start), None)
        between = self.page.tokens[self.page.token_at(person.span.end) : at] if person is not None else ()
        words = [token for token in between if token.text not in ("'", "s")]
        apart = (one for one in words if one.kind == "mark" or one.key in STOPS)
        plain = all(token.key.isdigit() or self._dated(token.start) for token in apart)
        near = not words or (len(words) < len(between) and plain and len(words) <= ALONE)
        return [Party(person, None, self.page.token_at(person.span.start))] if person and near else []

    def _dated(self, offset: int) -> bool:
        return covering(self.passage.dates, offset) is not None

    # -- whether it is said --

    def _says(self, found: Found) -> bool:
        """Whether what stands behind the verb fits one that says that people come or go."""
        tokens, at = self.page.tokens, found.words.stop
        if found.is_object:
            grouped = any(party.group is not None for party in found.parties)
            lost = tokens[found.words.start].key.startswith("los")  # lost two engineers to Acme
            whither = lost and self._key(self.page.token_at(found.parties[-1].span.end)) == "to"
            return whither or not (grouped and found.cue in ("dismisses", "appoints", "succeeds"))
        if found.cue == "becomes" and self._key(found.start - 1) == "where":
            return False  # at another company
        if tokens[at - 1].key == "be":  # she will be treasurer
            charged = self._key(at) == "in" and self._key(at + 1) == "charge"
            return charged or post_from(self.page, at, min(self.passage.end, at + LONGEST)) is not None
        if found.cue == "moves":
            return self._is_elsewhere(at)
        if found.cue == "hands":
            return any(True for _ in self._heirs(found))
        if found.cue not in TAKES or at >= self.passage.end or tokens[at - 1].key in ("from", "as", "with"):
            return True
        token = tokens[at]
        name = self.page.name_at(at)
        employer = employer_at(self.page, at, self.passage.end)
        if name is not None and self._key(self.page.token_at(name.span.end)) == "with":
            return False  # leaves Acme with one brand
        named = employer is not None or (name is not None and name.value.kind in WHOLES)
        alone = token.kind != "word" or token.key in DEPARTURES_GO_ON or token.key.endswith("ly")
        if named or alone or self._dated(token.start) or self._is_whole(at):
            return True
        return post_from(self.page, at, min(self.passage.end, at + LONGEST)) is not None

    def _is_elsewhere(self, at: int) -> bool:
        """Whether somebody else's company, or what it is known for, is named at a token: ``moves to Foo``."""
        name = self.page.name_at(at)
        known = name is not None and name.value.kind in WHOLES and not is_ours(self.page, name.value)
        return known or employer_at(self.page, at, self.passage.end) is not None

    def _is_whole(self, at: int) -> bool:
        """Whether the company, a part of it or a post is named at a token: ``left the chip design team``."""
        if cues("posts").starting(self.page.tokens, at) is not None:
            return True
        if self._key(at) not in ADNOMINALS:
            return False
        keys = [self._key(index) for index in range(at + 1, at + 3 + ALONE)]
        ends = (one for one, then in pairwise(keys) if one in STOPS or (one in PARTS and then not in PARTS))
        return next(ends, "") in PARTS
