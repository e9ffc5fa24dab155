"""Whom the verbs and nouns of a sentence are about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from ....entities import Entity
from ....report import Mention
from ...english.clauses import last_before
from ...english.nouns import COPULAS, Nouns, verb_forms
from ...english.nounwords import is_adverb
from ...english.referents import MODELS, ORGANISATIONS, Referents, is_thing, listed, of_nouns
from ...wordclasses import AUXILIARIES, COORDINATORS, DETERMINERS, PREPOSITIONS, RELATIVES
from .heads import Head, head_at, head_of, head_of_clause
from .labelled import BACK, Labelled, Subject
from .sides import Fits, is_sort

__all__ = ["PLANNING", "TRAINING", "Subject", "Subjects"]

Found = TypeVar("Found")

APART: Final = frozenset((",", "—", "–", "(", ":"))
SKIPPED: Final = listed("skipped")
HELPERS: Final = COPULAS | AUXILIARIES
NEVER_DOING: Final = ("organisation", "body", "person", "place")
BESIDE: Final = frozenset("under into inside with by like than against".split())
PLANNING: Final = listed("planning")
"""Words with ``to`` behind which something is as good as said to come about."""
TRAINING: Final = ("training", "tuning", "inference")
MEMBERS: Final = frozenset("plan tier size version edition variant package model member trim tool".split())
"""What the items of a list are together: ``every plan``."""
BY_DOING: Final = frozenset("by while after before without besides when".split())
ASIDE: Final = 40


class Subjects(Labelled):
    """A sentence with what its words can be about."""

    def __init__(self, sentence: Nouns, referents: Referents) -> None:
        super().__init__(sentence, referents)
        self._heads: dict[int, Head | None] = {}
        self._clauses: dict[int, Head | None] = {}
        self._leads: dict[int, Head | None] = {}
        self._begun: dict[int, Head | None] = {}
        self._looking = False
        self.launched: Entity | None = None
        """What the sentence says that somebody made or launched."""
        self.said: list[tuple[int, Subject]] = []
        """The subjects of the verbs so far, for those that ``and`` joins to them."""
        if self.label is not None:
            self.said.append((sentence.first, self.label))

    # -- whom words are about --

    def bring(self, entity: Entity) -> None:
        """Note what somebody made or launched, the first of several."""
        self.launched = self.launched or entity

    def subject(self, at: int, fits: Fits) -> Subject | None:
        """Whom the verb at a token is about, if one of those that it can be fits."""
        sentence = self.sentence
        while sentence.token(at).key in ("both", "two"):
            at += 1
        if sentence.token(at).key == "to" and (plan := self.planned(at)) is not None:
            at = plan
        if sentence.token(at - 1).text == "-" and sentence.token(at).glued:
            at -= 2  # purpose-built
        low, verb = max(sentence.first, at - BACK), at
        while sentence.token(verb).key in SKIPPED:
            verb += 1  # now owned by
        while at > low and at not in sentence.ending:
            key = sentence.token(at - 1).key
            if key not in HELPERS and key not in SKIPPED and not is_adverb(key):
                break
            at -= 1
        before = sentence.token(at - 1)
        found: Subject | None = None
        head = self._head(at) if before.key not in RELATIVES and at > sentence.opening else None
        if sentence.token(at + 1).key == "by" and before.kind == "word" and self._is_done(at):
            found = self.ending(at, fits, relative=True)  # Foo, the start-up bought by Acme
        if found is not None:
            pass
        elif head is not None:
            found = self._of_head(head, fits)
        elif before.key in RELATIVES:
            found = self.antecedent(at - 1, fits)
        elif before.text in (",", "—", "–", "(", ")", ":") or before.key in COORDINATORS:
            near = before.text in ("—", "–", "(") or (before.text == "," and self._is_done(verb))
            found = (self._beside(at - 1, fits) if near else None) or self.joined(at, fits)
            if found is None and before.text == ",":
                found = self.ending(at - 1, fits) or (self.ahead(at, fits) if not self.said else None)
        elif before.key in BY_DOING and sentence.token(verb).key.endswith("ing"):
            opens = at - 1 == sentence.opening  # By building Foo, Acme wins
            found = self.ahead(at, fits) if opens else self.joined(at, fits)
        elif before.text == ";" and (label := self.label) is not None:
            found = label if fits(label.entity) else None
        elif at > sentence.opening:
            found = self.ending(at, fits)
            if found is None and before.key not in PREPOSITIONS:
                return None
        else:
            found = self.ahead(at, fits)
        if found is not None:
            self.said.append((at, found))
        return found

    def planned(self, at: int) -> int | None:
        """The word before ``to`` at a token that plans what follows: ``agreed on Monday to``."""
        sentence, plan = self.sentence, at - 1
        date = sentence.date_at(plan)
        if date is not None:
            plan = self.page.token_at(date.span.start) - 1
            plan -= sentence.token(plan).key in ("on", "in")
        key = sentence.token(plan).key
        return plan if key in PLANNING or key.endswith(("ed", "continues")) else None

    def meant_at(self, at: int, fits: Fits) -> tuple[Subject, int] | None:
        """Whom the noun phrase or pronoun at a token means, if it fits, and the token behind it."""
        sentence = self.sentence
        if sentence.token(at).key in ("it", "them"):
            made = self.referents.made()
            found = self._meant("it", fits) or (made if made is not None and fits(made) else None)
            return (Subject((found,), at), at + 1) if found is not None else None
        phrase = sentence.phrase_at(at)
        if phrase is None:
            return None
        name, end = phrase.name, phrase.end
        if name is not None:
            return (self._named(name), end) if fits(name.value) else None
        definite = phrase.article in ("the", "this", "its", "these", "both")
        subject = self.ending(phrase.end, fits, 1) if definite else None
        return (subject, end) if subject is not None else None

    def _beside(self, mark: int, fits: Fits) -> Subject | None:
        """Whom an aside that a mark opens is about: all before it if that is one phrase, else the nearest."""
        beside = self._stands_by(mark)
        head = self._head(mark) if not beside else None
        found = self._of_head(head, fits) if head is not None else None
        return found or self.ending(mark, fits, relative=beside or head is None)

    def _stands_by(self, mark: int) -> bool:
        """Whether an aside goes with the name before its mark alone: ``moved Foo under Bar, | led by``."""
        name = self._name_before(mark)
        at = self.sentence.name_first(name) - 1 if name is not None else mark
        at -= self.sentence.token(at).key in DETERMINERS
        key = self.sentence.token(at).key
        does = "third" in (verb_forms("does").get(key), verb_forms("verbs").get(key))
        return key in BESIDE or (does and name is not None)  # answers Foo, | owned by Bar

    def _is_done(self, at: int) -> bool:
        """Whether a participle opens an aside: ``Foo, built on Bar``; not ``Foo, a router, runs``."""
        key = self.sentence.token(at + 2 * (self.sentence.token(at + 1).text == "-")).key  # co-designed
        return key.endswith("ed") or verb_forms("verbs").get(key) in ("past", "participle")

    def _head(self, at: int) -> Head | None:
        """The subject of the verb at a token, each looked for once."""
        if at not in self._heads:
            self._heads[at] = head_of(self.sentence, at)
        return self._heads[at]

    def _of_head(self, head: Head, fits: Fits) -> Subject | None:
        """Whom the subject of a verb means, if it fits."""
        sentence, phrase = self.sentence, head.phrases[0]
        if len(head.phrases) > 1:
            names = [one.name for one in head.phrases if one.name is not None and fits(one.name.value)]
            if len(names) == len(head.phrases):
                return Subject(tuple(name.value for name in names), sentence.name_first(names[0]), names[0])
            return None
        if head.name is not None and fits(head.name.value) and phrase.name is None:
            return self._named(head.name)
        sized = self.referents.sized(phrase.noun)
        if sized is not None:
            return Subject((sized,), phrase.start) if fits(sized) else None
        phrase = self._done_to(sentence.seen_through(phrase))
        if phrase.name is not None and (
            sentence.name_end(phrase.name) == phrase.end or fits(phrase.name.value)
        ):
            return self._named(phrase.name) if fits(phrase.name.value) else None
        if phrase.article in ("a", "an", "its", "their") and sentence.token(phrase.start - 1).text in APART:
            name = self._name_before(phrase.start - 1)
            if name is not None and fits(name.value) and is_sort(phrase.noun):
                return self._named(name)
        if sentence.token(phrase.start - 1).key == "whose":
            mark = phrase.start - 1 - (sentence.token(phrase.start - 2).text == ",")
            return self.ending(mark, fits, relative=True)
        if phrase.owner is not None and phrase.noun in of_nouns("aspect") and is_thing(phrase.owner.value):
            return self._named(phrase.owner) if fits(phrase.owner.value) else None  # Foo's encoder
        if not phrase.article and (phrase.noun.endswith(TRAINING) or phrase.noun in of_nouns("selling")):
            made = self.referents.made()  # Pre-training ran on Foo
            return Subject((made,), phrase.start) if made is not None and fits(made) else None
        return self.ending(phrase.end, fits, 2)

    def antecedent(self, at: int, fits: Fits) -> Subject | None:
        """Whom the relative pronoun at a token means: the nearest before it that fits."""
        end = at - 1 if self.sentence.token(at - 1).text == "," else at
        name = self._name_before(end) if end < at and self.sentence.token(at).key == "which" else None
        if (
            name is not None
            and self.referents.seen(name.value).kind in ORGANISATIONS
            and not fits(name.value)
        ):
            return None  # a tool by Acme, which employs
        found = self.ending(end, fits, relative=True)
        if found is None:
            head = self._head(end)
            found = self._of_head(head, fits) if head is not None else None
        return found or self._apposed_before(end, fits)

    def _apposed_before(self, end: int, fits: Fits) -> Subject | None:
        """Whom an apposition that ends before a token is about: ``Foo, a library under MIT terms | that``."""
        for at in range(end - 1, max(self.sentence.first, end - ASIDE // 2), -1):
            if self.sentence.token(at).text == "," and self.sentence.token(at + 1).key in ("a", "an"):
                phrase = self.sentence.phrase_at(at + 1)
                name = self.apposed_to(at, phrase.noun) if phrase is not None else None
                return self._named(name) if name is not None and fits(name.value) else None
        return None

    def _of_clause(self, at: int, fits: Fits) -> Subject | None:
        """Whom the clause that goes on at a token is about."""
        head = self._clause(at)
        return self._of_head(head, fits) if head is not None else None

    def _clause(self, at: int) -> Head | None:
        """The subject of the clause that goes on at a token, each looked for once."""
        if at not in self._clauses:
            self._clauses[at] = head_of_clause(self.sentence, at)
        return self._clauses[at]

    def joined(self, at: int, fits: Fits) -> Subject | None:
        """The subject of the verb before one that ``and`` joins to it."""
        said = next((subject for _, subject in self.said[-1:-ASIDE:-1] if fits(subject.entity)), None)
        alike = self._is_done(at) and self.said and self._is_done(self.said[-1][0])
        if said is not None and (alike or self.sentence.token(at).key.endswith("ing")):
            return said
        return self._of_clause(at, fits) or said

    def ahead(self, at: int, fits: Fits) -> Subject | None:
        """Whom a participle that opens a sentence is about: ``Built on Foo, the router``; else the topic."""
        sentence = self.sentence
        for comma in range(at, min(sentence.end, at + ASIDE)):
            if sentence.token(comma).text == ",":
                found = self.starting(comma + 1, fits)
                if found is not None:
                    return found
        if self.sentence.passage.block.kind == "list_item":
            topic = self.referents.meant("it", things=True)
            return Subject((topic,), at) if topic is not None and fits(topic) else None
        return None

    def starting(self, at: int, fits: Fits) -> Subject | None:
        """What the phrase that starts at a token means."""
        if at not in self._begun:
            self._begun[at] = head_at(self.sentence, at)
        head = self._begun[at]
        return self._of_head(head, fits) if head is not None else None

    def ending(self, end: int, fits: Fits, tries: int = 3, *, relative: bool = False) -> Subject | None:
        """The one that the noun phrase before a token means, if it fits."""
        sentence = self.sentence
        if end <= sentence.first or not tries:
            return None
        name = self._name_before(end)
        if name is not None:
            if relative and (fits(name.value) or name.value.kind not in NEVER_DOING):
                return self._named(name) if fits(name.value) else None
            return self._of_name(name, fits, tries)
        noun = sentence.token(end - 1)
        if noun.kind != "word":
            return None
        if noun.key == "they" and self.referents.pair and all(map(fits, self.referents.pair)):
            return Subject(self.referents.pair, end - 1)
        if noun.key in ("it", "they"):
            found = (self._before(end - 1, fits) if tries > 1 else None) or self._meant(noun.key, fits)
            return Subject((found,), end - 1) if found is not None else None
        if noun.key in ("he", "she"):
            earlier = (
                one for one in last_before(sentence.passage.names, noun.start) if one.value.kind == "person"
            )
            who = next(earlier, self.referents.person)
            return Subject((who.value,), end - 1) if who is not None and fits(who.value) else None
        if noun.key in ("both", "two", "all") or (
            noun.key == "pair" and sentence.token(end - 2).key in ("the", "this")
        ):
            both = self.referents.listed if noun.key == "all" else self.referents.both()
            return Subject(both, end - 1) if both and all(map(fits, both)) else None
        return self._of_noun(end, fits, tries, relative=relative)

    def _before(self, at: int, fits: Fits) -> Entity | None:
        """Whom ``it`` means where its own sentence has spoken of one before."""
        head = self._lead(at)
        lead = self._of_head(head, fits) if head is not None else None
        return lead.entity if lead is not None else None

    def _lead(self, at: int) -> Head | None:
        """What the clauses before the pronoun at a token are about, those about a pronoun left out."""
        passed: list[int] = []
        while at not in self._leads:
            passed.append(at)
            head = self._clause(at) if at > self.sentence.first + 2 else None
            if head is not None and head.phrases[0].start >= at:
                head = None  # nothing before it
            if head is not None and all(phrase.noun in ("it", "they") for phrase in head.phrases):
                at = head.phrases[0].start
            else:
                self._leads[at] = head
        self._leads |= dict.fromkeys(passed, self._leads[at])
        return self._leads[at]

    def topic(self) -> Entity | None:
        """What the sentence speaks of."""
        unlike = {"person", "place", "publication"}
        if self.sentence.passage.block.kind == "list_item":
            unlike.add("benchmark")  # a list of results is about what was tested
            label = self.label
            if label is not None and label.entity.kind in MODELS:
                return label.entity
        said = min(self.said, key=lambda one: one[1].first, default=None)
        if said is not None and said[1].mention is not None and said[1].entity.kind not in unlike:
            return said[1].entity
        lead = self.starting(self.sentence.opening, lambda one: one.kind not in unlike)
        if lead is not None:
            return lead.entity
        return self.said[0][1].entity if self.said else None

    def _meant(self, noun: str, fits: Fits) -> Entity | None:
        found, launched = self.referents.meant(noun), self.referents.launched
        firm = found is not None and self.referents.seen(found).kind in ORGANISATIONS
        if noun == "it" and launched is not None and firm and fits(launched):
            return launched
        return found if found is not None and fits(found) else None

    def _of_name(self, name: Mention[Entity], fits: Fits, tries: int) -> Subject | None:
        sentence, first = self.sentence, self.sentence.name_first(name)
        before, low = first - 1, max(sentence.first, first - ASIDE)
        while before > low and (
            sentence.token(before).key in DETERMINERS
            or self._is_plain(before)
            or self._possesses(before)
            or (sentence.token(before).text == "-" and sentence.token(before).glued)
        ):
            before -= 1
        key = sentence.token(before).key
        if key in PREPOSITIONS and key != "out" and before > sentence.first:
            return self.ending(before, fits, tries - 1)
        return self._named(name) if fits(name.value) else None

    def _possesses(self, at: int) -> bool:
        token = self.sentence.token(at)
        possessive = token.text == "'" or (token.key == "s" and token.glued)
        return possessive or at + 1 in self.sentence.ending

    def _is_plain(self, at: int) -> bool:
        token = self.sentence.token(at)
        return (
            token.kind == "word"
            and token.text.islower()
            and not self.sentence.breaks(at)
            and at + 1 not in self.sentence.ending
        )

    def _of_noun(self, end: int, fits: Fits, tries: int, *, relative: bool) -> Subject | None:
        """The one that a common noun means: an apposition, a name with its noun, or what was named before."""
        sentence, noun = self.sentence, self.sentence.noun_ending(end)
        if noun in of_nouns("will") and sentence.token(end).key == "to":  # Acme's bid to challenge Foo
            return self._once(lambda: self._of_clause(end, fits))
        at = end - 1
        while at > sentence.first and end - at < BACK:
            before = sentence.token(at - 1)
            name = sentence.ending.get(at)
            if name is not None and name.value.kind == "place":
                at = sentence.name_first(name)  # a Munich unit
                continue
            if name is not None:
                known = noun in of_nouns("model", "thing", "unit", "bare")
                if known and sentence.possessed(at) is None and before.text != "'" and fits(name.value):
                    return self._named(name) if relative else self._of_name(name, fits, tries)
                return None
            if before.key in DETERMINERS or sentence.breaks(at - 1):
                break
            at -= 1
        start = at - 1 if sentence.token(at - 1).key in DETERMINERS else at
        mark = sentence.token(start - 1)
        aside = relative or sentence.token(start).key in ("a", "an", "its", "their")
        if (
            aside
            and mark.text in APART
            and (name := self.apposed_to(start - 1, noun)) is not None
            and fits(name.value)
        ):
            return self._named(name)
        if aside and mark.text in APART and relative:
            return self.ending(start - 1, fits, tries - 1)  # the Foo model, a tool that
        if mark.key in COPULAS and start - 1 > sentence.first:
            return self._once(lambda: self.subject(start - 1, fits))
        if (
            mark.key in PREPOSITIONS
            and start - 1 > sentence.first
            and sentence.token(start).key not in ("the", "this")
        ):
            return self.ending(start - 1, fits, tries - 1)
        if noun in ("version", "versions", "preview", "weights", "checkpoints", "copy", "edition"):
            pair = self.referents.pair
            if pair and all(map(fits, pair)):
                return Subject(pair, start)
            found = self.referents.meant("it", things=True) or self.referents.made()
            return Subject((found,), start) if found is not None and fits(found) else None
        listed = self.referents.listed if noun in MEMBERS else ()
        if sentence.token(start).key in ("each", "every") and len(listed) > 1 and all(map(fits, listed)):
            return Subject(listed, start)
        if sentence.token(start).key in ("the", "this", "each", "every") and start != at:
            sized = self.referents.sized(sentence.token(start + 1).key) if end - start == 3 else None
            if sized is not None and fits(sized):
                return Subject((sized,), start)
            label = self.label
            if label is not None and fits(label.entity) and self._may_be(label.entity, noun):
                return label
            possessed = any(sentence.possessed(index) is not None for index in range(start + 1, end))
            found = self.referents.meant(noun, described=end - start > 2 and not possessed)
            return Subject((found,), start) if found is not None and fits(found) else None
        return None

    def _once(self, find: Callable[[], Found | None]) -> Found | None:
        """What is found further left for a noun or ``its``: ``Foo is | a router``; not again from there."""
        if self._looking:
            return None
        self._looking = True
        found = find()
        self._looking = False
        return found
