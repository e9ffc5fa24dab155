"""Whom a sentence that looks forward is about."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Final

from ....entities import Entity
from ....report import Mention
from ....tokens import Phrases
from ....values import Span
from ...english.cast import COMPANIES, Cast, Reference, Role, is_authority
from ...english.discourse import Discourse
from ...english.phrases import OBLIQUE, Sentence, Who, nouns
from ...page import Page, Passage
from ...wordclasses import ARTICLES, CONDITIONALS, COORDINATORS, SUBJECTS
from ...wording import forms_of, table

__all__ = ["Leaders", "Whom", "harms", "listed", "phrases_of"]

ABOUT: Final = frozenset((
    "organisation", "body", "model", "model_family", "product", "platform", "dataset", "benchmark",
    "incident",
))  # fmt: skip
MADE: Final = frozenset(("model", "model_family", "product", "platform"))
ABOUT_WHAT: Final = frozenset(("of", "for", "on", "at"))
MANY: Final = 24
FAR: Final = 60
BEHIND: Final = 4
DEEPEST: Final = 3
OPENING: Final = ARTICLES | {"story"}
SEEING: Final = ("expect", "see", "forecast", "project", "predict")
IFS: Final = CONDITIONALS | {"should", "as", "once", "when"}
SITES: Final = frozenset(
    "region plant site factory campus hall fab office hub centre center store refinery warehouse mine"
    " laboratory lab line facility park mill depot branch headquarters complex base shop works smelter"
    " terminal".split()
)
"""What stands in a place and goes by its name."""
TOPICS: Final = frozenset(
    "venture site union alliance consortium project fund programme program plant campus".split()
)
"""What is spoken of by a common noun once it has been named."""
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


@cache
def _people() -> frozenset[str]:
    """What people are called by what they do."""
    return frozenset(table("cues")["people"]["roles"])


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
        for role in self.cast.roles(title)[:1]:
            before = self.page.tokens[title.first : role.first]
            leads = all(token.kind != "word" or token.key in OPENING for token in before)
            if leads and not role.is_aside and not role.owns and role.name.value.kind in ABOUT:
                return role.name.value
        return subject


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
        self.leaders = leaders
        self.sentence: Sentence = Sentence(page, passage)

    @property
    def main(self) -> Entity:
        """Whom the story is about, else the report."""
        return self.leaders.of(self.passage.story)

    @property
    def company(self) -> Entity:
        """The company that the report is about."""
        subject = self.page.subject
        return subject if subject.kind in COMPANIES else self.page.company_of(subject)

    def is_about(self, kind: str, first: int, end: int) -> Subject:
        """Whom a sentence is about, by the words at some tokens that look forward.

        What is at risk is named behind those words, what is to be watched too. Else it is who or what stands
        before them as their subject, by a name or by what stands for one; without any, whom the story is
        about.
        """
        if kind == "risk" and (harmed := self._harmed(first)) is not None:
            return harmed
        if kind == "signal" and (watched := self._in_question() or self._watched(end)) is not None:
            return watched
        if self.page.tokens[first].key in listed("own"):
            return self.company
        who = self._subject(first)
        if who is not None and (told := self._told_by(kind, who, first, end)) is not None:
            return told
        if (supposed := self._supposed()) is not None:
            return supposed
        if kind == "risk" and who is not None and (struck := self._struck(end)) is not None:
            return struck
        if who is not None and self._is_definite(who) and (topic := self._topic()) is not None:
            return topic
        return self._first(kind, first)

    def _subject(self, first: int) -> Who | None:
        """Who stands before the words, without adjuncts: ``the Foo on Bar hardware may``."""
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
        if role is None or role.first == first:
            return self.main
        return role.name

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
                if found and found[0] in ("words", "risk"):
                    end = found[1] + (sentence.token(found[1]).key in listed("onto"))
                    name = sentence.name_at(end)
                    if name is not None and _is_somebody(name.value):
                        return name
                    if sentence.token(end).key == "the" and sentence.token(end + 1).key in nouns("company"):
                        return self.company
        return None

    def _supposed(self) -> Subject | None:
        """The thing of whom a condition in front speaks: ``Should Foo slip, work will move``."""
        opens = self.page.tokens[self.first].key == "should"
        name = self.sentence.name_at(self.first + 1) if opens else None
        return name if name is not None and name.value.kind in MADE else None

    def _is_definite(self, who: Who) -> bool:
        """Whether a noun goes by what was spoken of before: ``the venture``."""
        return who.entity is None and who.noun in TOPICS and self.sentence.token(who.first).key == "the"

    def _topic(self) -> Subject | None:
        """What the sentences before in the paragraph are about."""
        return self.discourse.spoken_of(self.passage, ABOUT)

    def _struck(self, end: int) -> Subject | None:
        """Whom a risk strikes where no name does it: ``councils may take the Acme pilot to court``."""
        for name in self.sentence.names_from(end, BEHIND + BEHIND):
            before = self.sentence.token(self.sentence.begins(name) - 1).key
            if _is_somebody(name.value) and (before in HELD or before not in OBLIQUE):
                return name
        return None

    def _watched(self, end: int) -> Subject | None:
        """What to watch: the first name behind the words for it, unless they open a list."""
        page = self.page
        if page.tokens[end - 1].key not in listed("watching"):
            return None
        colon = next(
            (at for at in range(end, min(end + BEHIND, self.passage.end)) if page.tokens[at].text == ":"),
            None,
        )
        counts = [
            quantity for quantity in self.passage.quantities[:1] if quantity.span.end < page.tokens[end].start
        ]
        if colon is not None and counts:
            return self.main  # three things to watch:
        behind = self.sentence.names_from(end)
        near = [
            name for name in behind if self.sentence.begins(name) <= end + 1 and name.value.kind == "person"
        ]
        return next((name for name in behind if name in near or _is_somebody(name.value)), None)

    def _in_question(self) -> Subject | None:
        """The one of whom a question that opens the sentence asks: ``Whether Roe stays is open``."""
        first = self.first
        if self.page.tokens[first].key != "whether":
            return None
        name = self.sentence.name_at(first + 1)
        if name is not None and self.sentence.token(self.sentence.ends(name)).key == "or":
            return self.main  # whether Acme or Foo wins
        return name if name and (name.value.kind == "person" or _is_somebody(name.value)) else None

    # -- who stands before --

    def _told_by(self, kind: str, who: Who, first: int, end: int) -> Subject | None:
        """The one who stands as subject before the words, but for those who expect it of another."""
        if self._is_aside(who):
            return self._meant(who, who.first)
        if who.noun in COORDINATORS and (meant := self._opens_with()) is not None:
            return meant
        if who.noun in COORDINATORS:
            roles = self.discourse.cast.roles(self.passage)[:1]
            start = self.passage.first
            names = (role.name for role in roles if not self._is_enclosed(role.name, start))
            return next((name for name in names if self._may_be(name.value, kind)), None)
        if who.entity is not None:
            if self._only_watches(who, first, end):
                home = self.main if who.entity.kind != "person" else self.company
                return self._expected(end) or home
            plain = who.mention is not None and self.sentence.begins(who.mention) == who.first
            itself = (
                plain and who.entity.kind == "place" and self.page.tokens[who.first - 1].key not in OBLIQUE
            )
            if kind == "risk" and is_authority(who.entity):
                return self.main
            return self._leading(who) if itself or self._may_be(who.entity, kind) else None
        if who.noun in nouns("pronouns"):
            return (
                self.company if self.page.tokens[first].key in listed("watchers") else self._person(who.first)
            )
        if self.page.tokens[who.first].key == "the" and who.noun in _people() and kind != "risk":
            return self._person(who.first)
        if who.noun in nouns("crowd", "voices"):
            return self._expected(end) if self.page.tokens[first].key in listed("watchers") else None
        return self._meant(who, first)

    def _leading(self, who: Who) -> Subject | None:
        """The first of a list that ends with somebody: ``Acme and Foo will``."""
        cast = self.discourse.cast
        role = next((role for role in self._roles if role.name == who.mention), None)
        first = cast.leading(self.passage, role) if role is not None else None
        return (
            first.name if first is not None and first.first >= self._main_start else who.mention or who.entity
        )

    def _opens_with(self) -> Subject | None:
        """Whom the pronoun or common noun means that the sentence opens with."""
        references = self.discourse.cast.references(self.passage)
        if not references or references[0].first > self.first or references[0].owns:
            return None
        return self._referred(references[0])

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

    def _is_aside(self, who: Who) -> bool:
        """Whether a name stands in parentheses behind a noun."""
        return who.mention is not None and self._is_enclosed(who.mention, who.first)

    def _is_enclosed(self, name: Mention[Entity], first: int) -> bool:
        """Whether a parenthesis opens between a token and a name."""
        return "(" in self._keys(first, self.sentence.begins(name))

    def _only_watches(self, who: Who, first: int, end: int) -> bool:
        """Whether somebody says what will come of others: ``Roe expects``, ``the broker Foo sees``."""
        aiming = self.sentence.token(end - 1).key
        word = aiming if aiming.endswith("ing") else self.page.tokens[first].key
        if who.entity is None or word not in listed("watchers"):
            return False
        if who.entity.kind == "person" or who.noun in nouns("crowd", "voices"):
            return True
        own = {self.company, self.main, self.page.subject, *self.page.owners(self.main)}
        aims = self.page.tokens[end - 1].key == "to" or self.sentence.token(end).key == "to"
        return (
            word.startswith(SEEING)
            and not aims
            and who.entity not in own
            and not own & set(self.page.owners(who.entity))
        )

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
            place = name.value.kind == "place" and before in ("in", "near", "at") and who.noun in SITES
            if place or (_is_somebody(name.value) and (before in HELD or before not in OBLIQUE)):
                return name
        return self.company if not listed("own").isdisjoint(self._keys(who.first, who.end)) else None

    def _is_kind(self, name: Mention[Entity]) -> bool:
        """Whether a name only says of which kind something is: ``a Foo connector``."""
        led = self.sentence.token(self.sentence.begins(name) - 1).key in ("a", "an", "another")
        return led and self.sentence.token(self.sentence.ends(name)).text.islower()

    def _referred(self, reference: Reference) -> Subject | None:
        """Whom a pronoun or a definite description means."""
        if reference.kinds is COMPANIES:
            company = self.discourse.company(self.passage)
            supposed = self.page.tokens[self.passage.first].key in IFS
            return self.company if supposed and company in self.passage.names else company
        return self.discourse.spoken_of(self.passage, reference.kinds & ABOUT)

    def _keys(self, first: int, end: int) -> list[str]:
        return [token.key for token in self.page.tokens[first:end]]

    @cached_property
    def _main_start(self) -> int:
        """Where the main clause begins: behind the comma that closes an ``if`` in front."""
        first, tokens = self.passage.first, self.page.tokens
        if tokens[first].key != "if":
            return first
        return next(
            (at for at in range(first, min(first + FAR, self.passage.end)) if tokens[at].text == ","), first
        )

    def _first(self, kind: str, first: int) -> Subject:
        """Without a subject: the first name that is none of an adjunct, else whom the story is about."""
        low = next(
            (at + 1 for at in range(first - 1, self.passage.first, -1) if self.page.tokens[at].text == ";"), 0
        )
        plain = [
            role
            for role in self._roles
            if not (role.is_aside or role.is_inside or self._is_kind(role.name))
            and role.first >= self._main_start
        ]
        near = [role for role in plain if role.first >= low]
        low = 0 if self.page.tokens[low].key in SUBJECTS else low
        named = [role for role in near or ([] if low else plain) if role.first < first or kind != "forecast"]
        if not named and kind == "signal":
            named = [role for role in self._roles if not role.is_inside]
        return named[0].name if named else self._of_what(first) or self.main

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
