"""Whom a sentence that looks forward is about."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Final

from ....entities import Entity
from ....report import Mention
from ....tokens import Phrases
from ....values import Span
from ...english.cast import COMPANIES, Cast, Reference, Role, is_authority
from ...english.described import Described
from ...english.discourse import Discourse, entity_of
from ...english.phrases import OBLIQUE, Sentence, Who, nouns
from ...page import Page, Passage
from ...wordclasses import (
    ARTICLES,
    AUXILIARIES,
    CONDITIONALS,
    COORDINATORS,
    INDEFINITES,
    INTERROGATIVES,
    SUBJECTS,
)
from ...wording import forms_of, table

__all__ = ["Leaders", "Whom", "harms", "listed", "phrases_of"]

MADE: Final = frozenset("model model_family product platform".split())
ABOUT: Final = MADE | COMPANIES | {"dataset", "benchmark", "incident"}
ABOUT_WHAT: Final = frozenset(("of", "for", "on", "at"))
MANY: Final = 24
FAR: Final = 60
BEHIND: Final = 4
DEEPEST: Final = 3
OPENING: Final = ARTICLES | {"story"}
SEEING: Final = ("expect", "see", "forecast", "project", "predict")
SUPPOSING: Final = frozenset(("if", "should"))
IFS: Final = CONDITIONALS | {"should", "as", "once", "when"}
HELD: Final = frozenset("of for s '".split())
Subject = Mention[Entity] | Entity


@cache
def phrases_of(group: str) -> Phrases[str]:
    """The phrases of a group of ``outlooks.toml``, each with the name of its list."""
    return Phrases((words, kind) for kind, phrases in table("outlooks")[group].items() for words in phrases)


@cache
def harms() -> Phrases[str]:
    """The words of harm, verbs in all their forms."""
    words = listed("harm")
    forms = (form for word in words if " " not in word for form, _ in forms_of(word))
    return Phrases((form, "words") for form in (*words, *forms))


@cache
def listed(group: str, kind: str = "words") -> frozenset[str]:
    """The words of one list of ``outlooks.toml``."""
    return frozenset(table("outlooks")[group][kind])


def _is_somebody(entity: Entity) -> bool:
    """Whether an outlook can be about it: no place, and no publication."""
    return entity.kind in ABOUT or (entity.kind == "other" and not entity.known)


class Leaders:
    """Whom the stories of a page are about: the name that leads a title, else the subject of the report."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self.page = page
        self.cast = cast
        self._titles: dict[int | None, Passage] = {}
        for passage in page.passages:
            if passage.block.kind == "heading":
                self._titles.setdefault(passage.story, passage)

    def of(self, story: int | None) -> Entity:
        """Whom a story is about."""
        title, subject = self._titles.get(story), self.page.subject
        if story is None or title is None:
            return subject
        roles = self.cast.roles(title)
        things = (role.name.value for role in roles if role.name.value.kind in MADE)
        for role in roles[:1]:
            lead, before = role.name.value, self.page.tokens[title.first : role.first]
            colon = max((at for at, token in enumerate(before) if token.text == ":"), default=-1)
            leads = all(token.kind != "word" or token.key in OPENING for token in before[colon + 1 :])
            if leads and not role.is_aside and not role.owns and lead.kind in ABOUT:
                ours = self.page.company_of(subject)
                guest = lead.kind in COMPANIES and ours not in (lead, *self.page.owners(lead))
                own = (one for one in things if self.page.company_of(one) == ours)
                return next(own, lead) if guest else lead
        return next(things, subject)


class Whom:
    """A sentence while it is asked whom it is about."""

    def __init__(
        self, page: Page, passage: Passage, discourse: Discourse, leaders: Leaders, first: int
    ) -> None:
        """``first``: the first token behind list mark and label."""
        self.page = page
        self.passage = passage
        self.first = first
        self.discourse = discourse
        self.sentence: Sentence = Sentence(page, passage)
        self.main: Entity = leaders.of(passage.story)
        subject = page.subject
        self.company: Entity = subject if subject.kind in COMPANIES else page.company_of(subject)

    def is_about(self, kind: str, first: int, end: int) -> Subject:
        """Whom a sentence is about, by the words at some tokens that look forward.

        What is at risk is named behind those words, what is to be watched too. Else it is who or what stands
        before them as their subject, by a name or by what stands for one; without any, whom the story is
        about.
        """
        if kind == "risk" and (harmed := self._supposed("should") or self._harmed(first)) is not None:
            return harmed
        if kind == "signal" and (watched := self._in_question() or self._watched(end)) is not None:
            return watched
        if self.page.tokens[first].key in listed("own"):
            return self.company
        before = self.sentence.token(first - 1), self.sentence.token(first - 2)
        named = self.sentence.name_to(first - 3)  # undercuts Foo, which may lose
        rival = named is not None and named.value.kind in COMPANIES
        if before[0].key == "which" and before[1].text == "," and not rival:
            return self._opener()
        found: Subject | None = None
        if (who := self._subject(first)) is not None:
            found = self._told_by(kind, who, first, end) or (self._struck(end) if kind == "risk" else None)
            if found is None and who.entity is None and self.sentence.token(who.first).key == "the":
                found = self._called(who.noun, who.first)
                if found is None and who.noun in listed("topics"):
                    found = self.discourse.spoken_of(self.passage, ABOUT)
        return found or self._supposed("if") or self._first(kind, first)

    def is_outside(self, first: int) -> bool:
        """Whether those who may do something are nobody's own: a crowd, an authority, a country."""
        who = self._subject(first)
        if who is not None and who.entity is not None:
            return who.entity.kind == "place" or is_authority(who.entity)
        return who is not None and who.noun in listed("outsiders") | nouns("crowd")

    def _opener(self) -> Subject:
        """Whom the name means that a sentence opens with, else whom the story is about."""
        name = self.sentence.name_at(self.first)
        return name if name is not None and _is_somebody(name.value) else self._opens_with() or self.main

    def _subject(self, first: int) -> Who | None:
        """Who stands before the words, without adjuncts: ``the Foo on Bar hardware may``."""
        while self.sentence.token(first - 1).key in AUXILIARIES:
            first -= 1
        who = self.sentence.subject(first)
        for _ in range(DEEPEST):
            if who is None or who.entity is not None or who.first <= self.passage.first:
                return who
            before = self.sentence.token(who.first - 1).key
            if before not in OBLIQUE or before in ("of", "and"):
                return who
            who = self.sentence.subject(who.first - 1) or who
        return who

    def of_label(self, first: int) -> Subject:
        """Whom a text is about that only its label makes look forward: a bare list tells nobody."""
        role = next((role for role in self._roles if not role.is_inside), None)
        return self.main if role is None or role.first == first else role.name

    @cached_property
    def _roles(self) -> list[Role]:
        roles = self.discourse.cast.roles(self.passage)[:MANY]
        return [role for role in roles if role.name.value.kind in ABOUT]

    # -- what is at risk, what is watched --

    def _harmed(self, first: int) -> Subject | None:
        """The name right behind a word of harm: ``could cost Acme``, ``a risk to Acme``."""
        page, sentence = self.page, self.sentence
        for phrases in (harms(), phrases_of("cues")):
            for at in range(first, min(first + FAR, self.passage.end)):
                found = phrases.starting(page.tokens, at)
                if found and found[0] in ("words", "risk") and page.tokens[at].key not in listed("moving"):
                    end = found[1] + (sentence.token(found[1]).key in listed("onto"))
                    name = sentence.name_at(end)
                    if name is not None and _is_somebody(name.value):
                        return name
                    if sentence.token(end).key == "the" and sentence.token(end + 1).key in nouns("company"):
                        return self.company
        return None

    def _supposed(self, word: str) -> Subject | None:
        """The thing of whom a condition in front speaks: ``Should Foo slip, work will move``."""
        opens = self.page.tokens[self.first].key == word
        name = self.sentence.name_at(self.first + 1) if opens else None
        return name if name is not None and name.value.kind in MADE else None

    def _called(self, noun: str, at: int) -> Subject | None:
        """The name of the story that was called by a noun before a token: ``the venture``."""
        name = self.page.once(Described).meant(noun, self.page.tokens[at].start)
        if name is None or name.value.kind not in ABOUT | {"place", "other"}:
            return None
        here = self.page.story_at(name.span.start) == self.passage.story
        return name if here or noun in listed("topics") else None

    def _struck(self, end: int) -> Subject | None:
        """Whom a risk strikes where no name does it: ``councils may take the Acme pilot to court``."""
        for name in self.sentence.names_from(end, BEHIND + BEHIND):
            before = self.sentence.token(self.sentence.begins(name) - 1).key
            plain = before in HELD or before not in OBLIQUE
            if plain and _is_somebody(name.value) and not self._is_guest(name.value):
                return name
        return None

    def _watched(self, end: int) -> Subject | None:
        """What to watch: the first name behind the words for it, unless they open a list."""
        page = self.page
        if page.tokens[end - 1].key not in listed("watching"):
            return None
        counts = self.passage.quantities[:1]
        if ":" in self._keys(end, min(end + BEHIND, self.passage.end)) and counts:
            return self.main  # three things to watch:
        for name in self.sentence.names_from(end):
            person = name.value.kind == "person" and self.sentence.begins(name) <= end + 1
            if person or _is_somebody(name.value):
                return name
        return None

    def _in_question(self) -> Subject | None:
        """The one of whom a question that opens the sentence asks: ``Whether Roe stays is open``."""
        first, asked = self.first, self.page.tokens[self.first].key
        if asked not in INTERROGATIVES:
            return None
        near = self.sentence.names_from(first, BEHIND) if asked == "how" else ()  # how fast Foo fills up
        name = next(iter(near), None) or self.sentence.name_at(first + 1)
        if name is not None and self.sentence.token(self.sentence.ends(name)).key == "or":
            return self.main  # whether Acme or Foo wins
        return name if name is not None and self._may_be(name.value, "signal") else None

    # -- who stands before --

    def _told_by(self, kind: str, who: Who, first: int, end: int) -> Subject | None:
        """The one who stands as subject before the words, but for those who expect it of another."""
        if who.mention is not None and self._is_enclosed(who.mention, who.first):
            return self._meant(who, who.first)
        if who.noun in COORDINATORS:
            roles = self.discourse.cast.roles(self.passage)[:1]
            names = (role.name for role in roles if not self._is_enclosed(role.name, self.passage.first))
            return self._opens_with() or next((one for one in names if self._may_be(one.value, kind)), None)
        if who.entity is not None:
            if self._only_watches(who, first, end):
                home = self.main if who.entity.kind != "person" else self.company
                return self._expected(end) or home
            if kind == "risk" and is_authority(who.entity):
                return self.main
            plain = who.mention is not None and self.sentence.begins(who.mention) == who.first
            before = self.page.tokens[who.first - 1].key
            itself = plain and who.entity.kind == "place" and before not in OBLIQUE
            return self._leading(who) if itself or self._may_be(who.entity, kind) else None
        watches = self.page.tokens[first].key in listed("watchers")
        if who.noun in nouns("pronouns"):
            return self.company if watches else self._person(who.first)
        person = who.noun in table("cues")["people"]["roles"] and kind != "risk"
        if person and self.page.tokens[who.first].key == "the":
            return self._person(who.first)
        if who.noun in nouns("crowd", "voices"):
            return self._expected(end) if watches else None
        return self._meant(who, first)

    def _leading(self, who: Who) -> Subject | None:
        """The first of a list that ends with somebody: ``Acme and Foo will``."""
        cast = self.discourse.cast
        role = next((role for role in self._roles if role.name == who.mention), None)
        first = cast.leading(self.passage, role) if role is not None else None
        leads = first is not None and first.first >= self._main_start
        return first.name if first is not None and leads else who.mention or who.entity

    def _opens_with(self) -> Subject | None:
        """Whom the pronoun or common noun means that the sentence opens with."""
        for one in self.discourse.cast.references(self.passage)[:1]:
            return None if one.first > self.first or one.owns else self._referred(one)
        return None

    def _person(self, at: int) -> Subject:
        """The person who was named last before a token in the paragraph, else the company."""
        start = self.passage.block.span.start
        before = self.page.names_in(Span(start, max(start + 1, self.page.tokens[at].start)))
        return next((name for name in reversed(before) if name.value.kind == "person"), self.company)

    def _expected(self, end: int) -> Subject | None:
        """Of whom others expect something: the name right behind ``expect``, the company for its revenue."""
        name = self.sentence.name_at(end)
        if name is not None and _is_somebody(name.value):
            return name
        return None if listed("own").isdisjoint(self._keys(end, end + BEHIND)) else self.company

    def _may_be(self, entity: Entity, kind: str) -> bool:
        """Whether an outlook of a kind can be about it: people are no risk and run none."""
        return _is_somebody(entity) or (entity.kind == "person" and kind != "risk")

    def _is_enclosed(self, name: Mention[Entity], first: int) -> bool:
        """Whether a parenthesis opens between a token and a name."""
        return "(" in self._keys(first, self.sentence.begins(name))

    def _only_watches(self, who: Who, first: int, end: int) -> bool:
        """Whether somebody says what will come of others: ``Roe expects``, ``the broker Foo sees``."""
        aiming = self.sentence.token(end - 1).key
        word = aiming if aiming.endswith(("ing", "eted")) else self.page.tokens[first].key
        if who.entity is None or word not in listed("watchers"):
            return False
        if who.entity.kind == "person" or who.noun in nouns("crowd", "voices"):
            return True
        own = {self.company, self.main, self.page.subject, *self.page.owners(self.main)}
        aims = "to" in (aiming, self.sentence.token(end).key)
        return word.startswith(SEEING) and not aims and not own & {who.entity, *self.page.owners(who.entity)}

    def _meant(self, who: Who, first: int) -> Subject | None:
        """What a common noun means: what it stands for, or what ``of`` and the like make of it."""
        references = self.discourse.cast.references(self.passage)
        last = max(first, who.first + 1)
        reference = next((one for one in references if who.first <= one.first < last), None)
        if reference is not None and (meant := self._referred(reference)) is not None:
            return meant
        inside = self.page.names_in(self.page.span(who.first, first)) if who.first < first else ()
        for name in inside:
            if self._is_enclosed(name, who.first) or self._is_kind(name):
                continue
            before = self.sentence.token(self.sentence.begins(name) - 1).key
            site = who.noun in listed("sites") and before in ("in", "near", "at")
            plain = before in HELD or before not in OBLIQUE
            if (site and name.value.kind == "place") or (plain and _is_somebody(name.value)):
                return name
        return self.company if not listed("own").isdisjoint(self._keys(who.first, who.end)) else None

    def _is_kind(self, name: Mention[Entity]) -> bool:
        """Whether somebody else's name only says of which kind something is: ``a Foo connector``."""
        before, at = self.sentence.token(self.sentence.begins(name) - 1).key, self.sentence.ends(name)
        joined = self.sentence.token(at if before != "for" else self.sentence.begins(name) - 2).key
        if joined in listed("joining"):
            return self._is_guest(name.value)  # Foo support, one for Foo
        own = name.value.kind in ABOUT and self.company in self.page.owners(name.value)
        return before in INDEFINITES and self.sentence.token(at).text.islower() and not own

    def _is_guest(self, entity: Entity) -> bool:
        """Whether it is another company than the report is about, or of one."""
        return self.discourse.is_guest(self.page.company_of(entity))

    def _referred(self, reference: Reference) -> Subject | None:
        """Whom a pronoun or a definite description means."""
        if reference.noun and (called := self._called(reference.noun, reference.first)) is not None:
            return called
        if reference.kinds is COMPANIES:
            firms = (one for one in self._roles if one.name.value.kind in COMPANIES and not one.is_aside)
            beside = next((one.name for one in firms if one.end <= reference.first), None)
            if reference.noun not in listed("general") and beside is not None:
                return beside  # Foo came; the bank
            company = self.discourse.spoken_of(self.passage, COMPANIES)
            if company is None or self.company in self.page.owners(entity_of(company)):
                company = self.discourse.company(self.passage)
            supposed = self.page.tokens[self.passage.first].key in IFS
            return self.company if supposed and company in self.passage.names else company
        return self.discourse.spoken_of(self.passage, reference.kinds & ABOUT)

    def _keys(self, first: int, end: int) -> list[str]:
        return [token.key for token in self.page.tokens[first:end]]

    @cached_property
    def _main_start(self) -> int:
        """Where the main clause begins: behind the comma that closes an ``if`` in front."""
        first, tokens = self.first, self.page.tokens
        near = range(first, min(first + FAR, self.passage.end) if tokens[first].key in SUPPOSING else first)
        return next((at for at in near if tokens[at].text == ","), first)

    def _first(self, kind: str, first: int) -> Subject:
        """Without a subject: the first name that is none of an adjunct, else whom the story is about."""
        back = range(first - 1, self.passage.first, -1)
        low = next((at + 1 for at in back if self.page.tokens[at].text == ";"), 0)
        roles = [one for one in self._roles if not (one.owns and is_authority(one.name.value))]
        main = (one for one in roles if one.first >= self._main_start)
        plain = [one for one in main if not (one.is_aside or one.is_inside or self._is_kind(one.name))]
        near = [role for role in plain if role.first >= low]
        low = 0 if self.page.tokens[low].key in SUBJECTS else low
        named = near or ([] if low else plain)
        if (role := next((role for role in named if role.first < first), None)) is not None:
            return role.name
        if (found := self._of_what(first)) is not None or kind == "forecast":
            return found or self.main
        named = named or ([role for role in roles if not role.is_inside] if kind == "signal" else [])
        return named[0].name if named else self.main

    def _of_what(self, first: int) -> Subject | None:
        """What the phrase that opens the sentence is of or for: ``A closed licence for Foo, due in May,``."""
        for name in self.sentence.names_from(self.first, max(0, first - self.first)):
            at = self.sentence.begins(name)
            if "," in self._keys(self.first, at):
                return None
            own = name.value.kind in MADE or self.company in self.page.owners(name.value)
            if own and self.page.tokens[at - 1].key in ABOUT_WHAT and not self._is_kind(name):
                return name
        return None
