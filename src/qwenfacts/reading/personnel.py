"""Personnel changes: a verb or noun of coming and going, with a person or a group in its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from ..entities import Entity
from ..facts import PersonnelChange
from ..report import Mention
from ..values import Period, Span
from .clauses import clauses_of, cue_spans, last_before, stated_period, subject_before, word_before
from .page import Draft, Page, Passage, hull, within
from .wording import table

__all__ = ["find_personnel_changes"]

TOWARDS: Final = frozenset(("at", "of", "by", "lead", "head", "run", "oversee"))
REACH: Final = 10
LONGEST: Final = 200
NEAR: Final = 4
FAR: Final = 40
EMPLOYERS: Final = frozenset(("organisation", "body"))
WHOLES: Final = EMPLOYERS | {"model_family", "product", "platform"}
PASSIVE: Final = frozenset(("was", "is", "been", "were", "be", "being"))
AUXILIARIES: Final = PASSIVE | frozenset("has have had will would also just then later since who".split())
POSSESSED: Final = re.compile(r"['’]s?\s+(?:\w+\s+){0,3}|\s+")
APPOSITION: Final = re.compile(r"\([^()]*\)|,[^,]*,|—[^—]*—")
RELATIVE: Final = re.compile(r"\s*[(,]\s*who(?:\s+\w+){0,3}\s*")
TITLE: Final = re.compile(r"(?:['’]s)?\s+(?P<role>(?:[A-Za-z]+[ -]){0,4}(?P<noun>[A-Za-z]+))\s+")
FORMER: Final = re.compile(r"\bformer(?:ly)?\s+(?P<role>[a-z][a-z -]{2,60}?)\s+(?:at|of|with|for)\s*$")
ROLE: Final = re.compile(
    r"\b(?:as|to become|becomes?|became|appointed|named|elected|promoted(?: from [a-z -]+?)? to)\s+"
    r"(?:its\s+|the\s+|(?P<article>an?\s+))?(?:new\s+)?(?P<role>[A-Za-z][A-Za-z -]{2,50}?)"
    r"(?=\s*[,.;:()—–]|$|\s+(?:at|of\s+(?:the\b|[A-Z])|on|from|in|replacing|succeeding|after|by|while|and|effective)\b"
    r"|\s+of\s+[A-Z])"
)
LEADS: Final = re.compile(r"\bto (?P<role>lead|head|run|oversee)\b(?! of)")


class Change(NamedTuple):
    """Who comes or goes, a person or an unnamed group, and the tokens that say so."""

    kind: str
    words: range
    person: Mention[Entity] | None
    group: Span | None
    is_noun: bool


@cache
def _words(group: str, kind: str) -> frozenset[str]:
    return frozenset(table("cues")[group][kind])


def find_personnel_changes(page: Page) -> Iterator[Draft]:
    """The personnel changes of a page; each place that says one is a draft of its own."""
    for passage in page.passages:
        if passage.is_prose:
            reading = _Reading(page, passage)
            for change in reading.changes():
                yield reading.draft(change)


class _Reading:
    """A sentence while its personnel changes are read."""

    def __init__(self, page: Page, passage: Passage) -> None:
        self.page = page
        self.passage = passage
        self.clauses = clauses_of(page, passage)
        self.people = passage.named("person")

    def changes(self) -> Iterator[Change]:
        """The changes that verbs and nouns say."""
        page, passage = self.page, self.passage
        for kind, first, end in cue_spans(page, passage.first, passage.end, "personnel"):
            yield from self._of_verb(kind, range(first, end))
        for kind, first, end in cue_spans(page, passage.first, passage.end, "personnel_nouns"):
            yield from self._of_noun(kind, range(first, end))

    # -- who --

    def _of_verb(self, kind: str, words: range) -> Iterator[Change]:
        """``Roe left``, ``Acme hired Roe``, ``two engineers (Roe, Poe) left``, ``several engineers left``."""
        tokens = self.page.tokens
        before = tokens[words.start - 1].key if words.start > self.passage.first else ""
        if tokens[words.start].key in _words("objects", "yes") and before not in PASSIVE:
            found = self._behind(words.stop)
            if found is not None:
                yield Change(kind, words, found, None, False)
            return
        person = self._doer(words.start)
        if person is not None:
            yield Change(kind, words, person, None, False)
        elif kind == "departure":
            group = self._group(self._auxiliaries(words.start))
            listed = list(self._listed(words.stop)) if group else []
            for person in listed:
                yield Change(kind, words, person, group, False)
            if group and not listed:
                yield Change(kind, words, None, group, False)

    def _doer(self, at: int) -> Mention[Entity] | None:
        """The person before a verb, with no more than an apposition and auxiliaries between."""
        offset = self.page.tokens[at].start
        for person in last_before(self.people, offset):
            if offset - person.span.end > LONGEST:
                return None
            between = self.page.text[person.span.end : offset]
            if RELATIVE.fullmatch(between):
                return person
            words = APPOSITION.sub(" ", between, count=1)
            if len(words.split()) <= 4 and not set(words) & set(",.;—()'’"):
                return person
        return None

    def _behind(self, at: int) -> Mention[Entity] | None:
        """The first person behind a token, in its clause."""
        stop = min(at + REACH, self.passage.end)
        if at >= stop:
            return None
        for person in within(self.people, self.page.span(at, stop)):
            same = self.clauses[self.page.token_at(person.span.start)].clause == self.clauses[at].clause
            return person if same else None
        return None

    def _of_noun(self, kind: str, words: range) -> Iterator[Change]:
        """``Roe's exit``, ``the Roe exit``, ``the exit of Acme's founder Roe and several engineers``."""
        tokens, at = self.page.tokens, words.stop
        if at < self.passage.end and tokens[at].key == "of":
            person = self._behind(at + 1)
            if person is not None:
                yield Change(kind, words, person, None, True)
                behind = self.page.token_at(person.span.end)
                if behind < self.passage.end and tokens[behind].key == "and":
                    group = self._group_from(behind + 1)
                    if group is not None:
                        yield Change(kind, words, None, group, True)
            return
        offset = tokens[words.start].start
        for person in last_before(self.people, offset):
            if POSSESSED.fullmatch(self.page.text, person.span.end, offset):
                yield Change(kind, words, person, None, True)
            return

    def _auxiliaries(self, at: int) -> int:
        """The first of the auxiliaries before a verb."""
        while at > self.passage.first and self.page.tokens[at - 1].key in AUXILIARIES:
            at -= 1
        return at

    def _group(self, end: int) -> Span | None:
        """The counted people whose words end before a token."""
        for at in range(end - 1, max(self.passage.first, end - REACH) - 1, -1):
            if self.clauses[at].part != self.clauses[end - 1].part:
                return None
            group = self._group_from(at)
            if group is not None:
                return group if self.page.token_at(group.end) == end else None
        return None

    def _group_from(self, first: int) -> Span | None:
        """The people that are counted from a token on: ``several senior researchers``."""
        tokens = self.page.tokens
        token = tokens[first]
        counted = within(self.passage.quantities, Span(token.start, token.end))
        if not counted and token.key not in _words("people", "counts"):
            return None
        for at in range(first + 1, min(first + REACH, self.passage.end)):
            if tokens[at].kind == "mark" and tokens[at].text != "-":
                return None
            if tokens[at].key in _words("people", "nouns"):
                return self.page.span(first, at + 1)
        return None

    def _listed(self, at: int) -> Iterator[Mention[Entity]]:
        """The people in a parenthesis that comes soon after a token."""
        for opening in range(at, min(at + REACH, self.passage.end)):
            if self.page.tokens[opening].text == "(":
                inside = self.page.span(opening, min(opening + FAR, self.passage.end))
                for person in within(self.people, inside):
                    if self.clauses.opening(self.page.token_at(person.span.start)) == opening:
                        yield person

    # -- what is said of it --

    def draft(self, change: Change) -> Draft:
        """The change with its role, organisation and the rest."""
        page, words, person = self.page, change.words, change.person
        tail = page.span(words.start, self._clause_end(words))
        replaces, former, title = (
            self._replaced(change, tail),
            self._former(change, tail),
            self._title(change),
        )
        kind = "hire" if change.kind == "appointment" and former else change.kind
        reach = NEAR if change.is_noun else None
        named: dict[str, Mention[Entity] | Mention[Period] | None] = {
            "person": person,
            "date": stated_period(page, self.passage, self.clauses, words.start, reach=reach),
            "replaces": replaces,
            "former_organisation": former[1] if former else None,
            "organisation": title[1] if title else self._employer(change, tail),
        }
        fields: dict[str, object] = {name: found.value for name, found in named.items() if found}
        fields["kind"] = kind
        fields["role"] = self._role(change, tail) or (title[0] if title else None)
        fields["former_role"] = former[0] if former else None
        if person is None and change.group is not None:
            fields["group"] = page.quote(change.group)
        leads = LEADS.search(page.text, tail.start, tail.end) if kind != "departure" else None
        said = [page.span(words.start, words.stop), *(found.span for found in (person, replaces) if found)]
        who = person.value.id if person else str(fields["group"]).casefold()
        return Draft(
            PersonnelChange,
            fields,
            [hull(*said, change.group) if change.group else hull(*said)],
            [found.span for found in named.values() if found],
            self.passage.story,
            key=("personnel", who, kind),
            assumed={"role": leads["role"]} if leads else {},
        )

    def _clause_end(self, words: range) -> int:
        """The token behind the clause that some words stand in, what is in parentheses included."""
        place, at = self.clauses[words.start], words.stop
        while at < min(self.passage.end, words.stop + FAR):
            here = self.clauses[at]
            inside = here.parenthesis != place.parenthesis and self.clauses.holds(at, words.start)
            if here.clause != place.clause and not inside:
                break
            at += 1
        return at

    def _role(self, change: Change, tail: Span) -> str | None:
        found = ROLE.search(self.page.text, tail.start, tail.end) if change.person else None
        return found["role"].strip() if found and not (change.is_noun and found["article"]) else None

    def _replaced(self, change: Change, tail: Span) -> Mention[Entity] | None:
        """The person behind a word of replacing."""
        stop = self.page.token_at(tail.end)
        for _, _, end in cue_spans(self.page, change.words.start, stop, "replacing"):
            if (
                change.kind != "departure"
                and self.page.tokens[end : end + 1]
                and self.page.tokens[end].key != "by"
            ):
                return self._behind(end)
        return None

    def _employer(self, change: Change, tail: Span) -> Mention[Entity] | None:
        """Who hires, or where the words lead to: ``Acme hired Roe``, ``joined Acme``, ``head of Acme``."""
        start = change.words.start
        if change.person and not change.is_noun and change.person.span.start > tail.start:
            doer = subject_before(self.page, self.passage, self.clauses, start, EMPLOYERS)
            if doer is not None:
                return doer
        leading = {self.page.tokens[change.words.stop - 1].key, *TOWARDS}
        if change.kind == "departure":
            leading.add("from")
        part = self.clauses[change.words.start].part
        for name in self.page.names_in(tail):
            here = self.clauses[self.page.token_at(name.span.start)].part
            if name.value.kind in EMPLOYERS and here == part and word_before(self.page, name) in leading:
                return name
        return None

    def _title(self, change: Change) -> tuple[str | None, Mention[Entity]] | None:
        """What those who leave were, and where: ``Acme's chief scientist Roe``, ``two Acme engineers``."""
        if change.kind != "departure":
            return None
        if change.group is not None:
            for name in self.page.names_in(change.group):
                if name.value.kind in WHOLES:
                    return None, name
        start = change.person.span.start if change.person else change.words.start
        employer = next(last_before(self.passage.names, start), None)
        if employer is not None and employer.value.kind in WHOLES:
            found = TITLE.fullmatch(self.page.text, employer.span.end, start)
            if found and found["noun"].lower() in _words("people", "roles"):
                return found["role"], employer
        return None

    def _former(self, change: Change, tail: Span) -> tuple[str, Mention[Entity]] | None:
        """``former engineer at Acme`` between the person and the verb, or behind a person who was hired."""
        if change.person is None or change.is_noun:
            return None
        start, verb = change.person.span.end, self.page.tokens[change.words.start].start
        for name in self.page.names_in(Span(start, verb if start < verb else max(tail.end, start + 1))):
            found = FORMER.search(self.page.text, start, name.span.start)
            if found and name.value.kind in EMPLOYERS:
                return found["role"].strip(), name
        return None
