"""A sentence in which things are related: whom its words are about, and what may stand on either side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from ....entities import Entity
from ....facts import RelationKind
from ....report import Mention
from ....values import Span
from ...english.clauses import last_before
from ...english.nouns import ARTICLES, COPULAS, PREPOSITIONS, Nouns, Phrase, verb_forms
from ...english.referents import MODELS, ORGANISATIONS, Referents, is_thing, of_nouns
from ...page import Page
from ...spans import hull, within
from .sides import SIDES, Fits

__all__ = ["Link", "Related", "Subject"]

APART: Final = frozenset((",", "—", "–", "(", ":"))
RELATIVES: Final = frozenset(("that", "which", "who"))
JOINS: Final = frozenset(("and", "but", "or"))
SKIPPED: Final = frozenset(
    "also now just still already soon later currently reportedly then even directly internally"
    " explicitly only itself themselves all together largely not yet".split()
)
HELPERS: Final = COPULAS | frozenset("has have had can be being been could will would is to s t".split()) - {
    "to",
    "s",
    "t",
}
OF_THINGS: Final = frozenset(("built_on", "available_on", "developed_by", "integrates_with"))
ASIDE: Final = 40
BACK: Final = 7


class Link(NamedTuple):
    """A relation between two: an object without a name of its own is its words."""

    kind: RelationKind
    subject: Entity
    object: Entity | str
    span: Span
    mentions: tuple[Span, ...]


class Subject(NamedTuple):
    """What some words are about, and the first token that names it; ``entities`` has two for ``both``."""

    entities: tuple[Entity, ...]
    first: int
    mention: Mention[Entity] | None = None

    @property
    def entity(self) -> Entity:
        """The only or first of them."""
        return self.entities[0]


class Related:
    """A sentence with what its words can be about."""

    def __init__(self, sentence: Nouns, referents: Referents) -> None:
        self.sentence = sentence
        self.referents = referents
        self.page: Page = sentence.page
        self.said: list[tuple[int, Subject]] = []
        """The subjects of the verbs so far, for those that ``and`` joins to them."""
        self.found: list[Link] = []
        self.launched: Entity | None = None
        label = self._label()
        if label is not None:
            self.said.append((sentence.first, label))

    def _label(self) -> Subject | None:
        """The name that a list item or paragraph begins with: ``Foo – tuned for voice``."""
        sentence = self.sentence
        for at in range(sentence.first, min(sentence.first + 3, sentence.end)):
            name = sentence.starting.get(at)
            if name is not None:
                marked = sentence.token(sentence.name_end(name)).text in ("—", "–", ":")
                return Subject((name.value,), at, name) if marked else None
        return None

    def sides(self, kind: str) -> tuple[Fits, Fits]:
        """Who can stand on either side of a kind, as this text has them."""
        one, other = SIDES[kind]
        seen = self.referents.seen
        return lambda entity: one(seen(entity)), lambda entity: other(seen(entity))

    # -- whom words are about --

    def subject(self, at: int, fits: Fits) -> Subject | None:
        """Whom the verb at a token is about, if one of those that it can be fits."""
        sentence = self.sentence
        while sentence.token(at).key in ("both", "two"):
            at += 1
        if sentence.token(at).key == "to" and sentence.token(at - 1).key.endswith(("ed", "continues")):
            at -= 1  # positioned to compete
        low = max(sentence.first, at - BACK)
        while at > low and at not in sentence.ending:
            key = sentence.token(at - 1).key
            if key not in HELPERS | SKIPPED and not key.endswith("ly"):
                break
            at -= 1
        before = sentence.token(at - 1)
        found: Subject | None = None
        if before.key in RELATIVES:
            end = at - 1
            found = self.ending(end - 1 if sentence.token(end - 1).text == "," else end, fits, relative=True)
            if found is None and not self._asides(at - 1):
                found = self._lead(at - 1, fits)
        elif before.text in (",", "—", "–", "(", ")", ":") or before.key in JOINS:
            found = self._behind_aside(at - 1, fits) or self.joined(at, fits)
            if found is None and before.text in ("—", "–", "(", ","):
                found = self.ending(at - 1, fits)
        elif at > sentence.opening:
            found = self.ending(at, fits)
            if found is None and before.key not in PREPOSITIONS:
                return None
        else:
            found = self._ahead(at, fits)
        if found is not None:
            self.said.append((at, found))
        return found

    def _asides(self, at: int) -> bool:
        """Whether a relative clause that starts at a token is about the name before its comma."""
        return self.sentence.token(at - 1).text == "," and at - 1 in self.sentence.ending

    def joined(self, at: int, fits: Fits) -> Subject | None:
        """The subject of the verb before one that ``and`` joins to it."""
        for _, subject in self.said[-1:-ASIDE:-1]:
            if fits(subject.entity):
                return subject
        return self._lead(at, fits)

    def _behind_aside(self, closing: int, fits: Fits) -> Subject | None:
        """Whom a verb behind an aside is about: ``Foo, a router, runs``."""
        sentence, mark = self.sentence, self.sentence.token(closing).text
        opening = "(" if mark == ")" else mark
        if mark not in (",", ")", "—", "–"):
            return None
        for at in range(closing - 1, max(sentence.first, closing - ASIDE), -1):
            if sentence.token(at).text == opening:
                name = sentence.ending.get(at)
                if (
                    name is not None
                    and sentence.token(at + 1).key in ARTICLES | RELATIVES
                    and fits(name.value)
                ):
                    return self._of_name(name, fits, 1)
                if mark != ",":
                    return None
        return None

    def _ahead(self, at: int, fits: Fits) -> Subject | None:
        """Whom a participle that opens a sentence is about: ``Built on Foo, the router``; else the topic."""
        sentence = self.sentence
        for comma in range(at, min(sentence.end, at + ASIDE)):
            if sentence.token(comma).text == ",":
                found = self._starting(comma + 1, fits)
                if found is not None:
                    return found
        if self.sentence.passage.block.kind == "list_item":
            topic = self.referents.meant("it", things=True)
            return Subject((topic,), at) if topic is not None and fits(topic) else None
        return None

    def _starting(self, at: int, fits: Fits) -> Subject | None:
        """What the clause that starts at a token is about."""
        sentence = self.sentence
        if sentence.token(at).key in ("it", "both", "they"):
            return self.ending(at + 1, fits, 1)
        if sentence.token(at).key == "the" and sentence.token(at + 2).key == "of":
            sized = self.referents.sized(sentence.token(at + 1).key)
            if sized is not None:
                return Subject((sized,), at) if fits(sized) else None
        phrase = sentence.phrase_at(at)
        if phrase is None:
            return None
        if phrase.name is not None:
            return self._named(phrase.name) if fits(phrase.name.value) and not self._heads(phrase) else None
        if (
            phrase.article in ("a", "an", "its")
            and sentence.token(phrase.end).text == ","
            and (name := sentence.starting.get(phrase.end + 1)) is not None
            and sentence.token(sentence.name_end(name)).text == ","
        ):
            return self._named(name) if fits(name.value) else None  # a smaller version, Foo, runs
        end = self._behind_noun(phrase) if phrase.owner is None else None
        return self.ending(end, fits, 1) if end is not None else None

    def _heads(self, phrase: Phrase) -> bool:
        """Whether a phrase with a name is about something else than what is named: ``Acme shares``."""
        if phrase.name is None or not phrase.noun:
            return False
        noun = self.sentence.token(self.sentence.name_end(phrase.name)).key
        known = any(noun in of_nouns(kind) for kind in ("model", "thing", "unit", "bare"))
        return noun.endswith("s") and not known and verb_forms("does").get(noun) != "third"

    def _named(self, name: Mention[Entity]) -> Subject:
        return Subject((name.value,), self.sentence.name_first(name), name)

    def ending(self, end: int, fits: Fits, tries: int = 3, *, relative: bool = False) -> Subject | None:
        """The one that the noun phrase before a token means, if it fits."""
        sentence = self.sentence
        if end <= sentence.first or not tries:
            return None
        name = self._name_before(end)
        if name is not None:
            return self._of_name(name, fits, tries)
        noun = sentence.token(end - 1)
        if noun.kind != "word":
            return None
        if noun.key in ("it", "they"):
            found = (self._before(end - 1, fits) if tries > 1 else None) or self._meant(noun.key, fits)
            return Subject((found,), end - 1) if found is not None else None
        if noun.key in ("he", "she"):
            earlier = last_before(self.page.names, noun.start)
            who = next((one for one in earlier if one.value.kind == "person" and fits(one.value)), None)
            return Subject((who.value,), end - 1) if who is not None else None
        if noun.key in ("both", "two", "pair"):
            both = self.referents.both()
            return Subject(both, end - 1) if both and all(map(fits, both)) else None
        return self._of_noun(end, fits, tries, relative=relative)

    def _before(self, at: int, fits: Fits) -> Entity | None:
        """Whom ``it`` means where its own sentence has spoken of one before."""
        if at <= self.sentence.first + 2:
            return None
        lead = self._lead(at, fits)
        return lead.entity if lead is not None else None

    def _lead(self, at: int, fits: Fits) -> Subject | None:
        """What the clause or sentence before a token begins with, if it fits."""
        sentence = self.sentence
        low = max(sentence.first, at - 2 * ASIDE)
        starts = [low] if low == sentence.first else []
        for index in range(low, at):
            token = sentence.tokens[index]
            if (
                token.text in (";", ":")
                or (token.text in ("—", "–") and not token.glued)
                or (
                    token.text == ","
                    and starts
                    and index - starts[-1] < 12
                    and sentence.token(starts[-1]).key in PREPOSITIONS
                )
            ):
                starts.append(index + 1)
        for start in reversed(starts):
            while start < at and sentence.token(start).kind == "mark":
                start += 1
            found = self._starting(start, fits) if start < at else None
            if found is not None:
                return found
        return None

    def _behind_noun(self, phrase: Phrase) -> int | None:
        """The token behind the first noun of a phrase that can stand for a name: ``the family comes``."""
        for end in range(phrase.first + 1, phrase.end + 1):
            noun = self.sentence.noun_ending(end)
            if noun == "pair" or any(
                noun in of_nouns(kind) for kind in ("model", "thing", "company", "unit")
            ):
                return end
        return None

    def topic(self) -> Entity | None:
        """What the sentence speaks of."""
        unlike = {"person", "place", "publication"}
        if self.sentence.passage.block.kind == "list_item":
            unlike.add("benchmark")  # a list of results is about what was tested
            label = self._label()
            if label is not None and label.entity.kind in MODELS:
                return label.entity
        lead = self._lead(self.sentence.end, lambda one: one.kind not in unlike)
        if lead is not None:
            return lead.entity
        return self.said[0][1].entity if self.said else None

    def _meant(self, noun: str, fits: Fits) -> Entity | None:
        found = self.referents.meant(noun)
        if found is not None and not fits(found) and noun in ("it", "they"):
            found = self.referents.meant(noun, things=True)
        return found if found is not None and fits(found) else None

    def _of_name(self, name: Mention[Entity], fits: Fits, tries: int) -> Subject | None:
        sentence = self.sentence
        before = sentence.name_first(name) - 1
        while before > sentence.first and (
            sentence.token(before).key in ARTICLES or self._is_plain(before) or self._possesses(before)
        ):
            before -= 1
        key = sentence.token(before).key
        if key in PREPOSITIONS and before > sentence.first:
            return self.ending(before, fits, tries - 1)
        if (
            sentence.token(before).key == "and"
            and (first := sentence.ending.get(before)) is not None
            and fits(name.value)
            and fits(first.value)
        ):
            return Subject((first.value, name.value), sentence.name_first(first), first)
        return self._named(name) if fits(name.value) else None

    def _possesses(self, at: int) -> bool:
        token = self.sentence.token(at)
        return (
            token.text in ("'", "’")
            or (token.key == "s" and token.glued)
            or any(
                name.span.start <= token.start < name.span.end
                for name in (self.sentence.ending.get(at + 1),)
                if name
            )
        )

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
        sentence, noun = self.sentence, self.sentence.token(end - 1).key
        at = end - 1
        while at > sentence.first and end - at < BACK:
            before = sentence.token(at - 1)
            name = sentence.ending.get(at)
            if name is not None and name.value.kind == "place":
                at = sentence.name_first(name)  # a Munich unit
                continue
            if name is not None:
                known = any(noun in of_nouns(kind) for kind in ("model", "thing", "unit", "bare"))
                if (
                    known
                    and sentence.possessed(at) is None
                    and before.text not in ("'", "’")
                    and fits(name.value)
                ):
                    return self._of_name(name, fits, tries)
                return None
            if before.key in ARTICLES or sentence.breaks(at - 1):
                break
            at -= 1
        start = at - 1 if sentence.token(at - 1).key in ARTICLES else at
        mark = sentence.token(start - 1)
        aside = relative or sentence.token(start).key in ("a", "an", "its", "their")
        if (
            aside
            and mark.text in APART
            and (name := self._name_before(start - 1)) is not None
            and fits(name.value)
        ):
            return self._named(name)
        if mark.key in COPULAS and start - 1 > sentence.first:
            return self.subject(start - 1, fits)
        if (
            mark.key in PREPOSITIONS
            and start - 1 > sentence.first
            and sentence.token(start).key not in ("the", "this")
        ):
            return self.ending(start - 1, fits, tries - 1)
        if noun in ("version", "preview", "weights", "checkpoints", "copy", "edition"):
            pair = self.referents.pair
            if pair and all(map(fits, pair)):
                return Subject(pair, start)
            found = self.referents.meant("it", things=True)
            return Subject((found,), start) if found is not None and fits(found) else None
        if sentence.token(start).key in ("the", "this", "each", "every") and start != at:
            sized = self.referents.sized(sentence.token(start + 1).key)
            if sized is not None and end - start == 3 and fits(sized):
                return Subject((sized,), start)
            label = self._label()
            if label is not None and fits(label.entity) and self._may_be(label.entity, noun):
                return label
            found = self.referents.meant(noun)
            return Subject((found,), start) if found is not None and fits(found) else None
        return None

    def _may_be(self, entity: Entity, noun: str) -> bool:
        """Whether a noun can stand for what its list item is labelled with: ``Foo: the new router``."""
        return is_thing(entity) and (noun in of_nouns("model") or noun in of_nouns("thing"))

    def _name_before(self, at: int) -> Mention[Entity] | None:
        """The name that ends before a token, a bracket between them left out: ``Foo (F), a router``."""
        inside = range(at - 1, max(self.sentence.first, at - BACK), -1)
        if self.sentence.token(at - 1).text == ")":
            at = next((index for index in inside if self.sentence.token(index).text == "("), at)
        return self.sentence.ending.get(at)

    def owner_of(self, phrase: Phrase) -> Entity | None:
        """Whose a phrase is: ``Acme's``, ``its``, ``the company's``."""
        if phrase.owner is not None:
            return phrase.owner.value
        if phrase.article.endswith("'s"):
            return self.referents.meant(phrase.article[:-2])
        return self.holder(phrase.start) if phrase.article in ("its", "their") else None

    def holder(self, at: int) -> Entity:
        """Whom ``its`` at a token means: the last company before it, else that of the report."""
        spoken = self.referents.meant("it") if at == self.sentence.opening else None
        if spoken is not None and self.referents.seen(spoken).kind in ORGANISATIONS:
            return spoken
        for name in last_before(self.sentence.passage.names, self.page.tokens[at].start - 2):
            behind = self.sentence.name_end(name)
            is_company = self.referents.seen(name.value).kind in ORGANISATIONS
            if is_company and behind < at - 1 and self.sentence.possessed(behind) is None:
                called = any(self._is_company(index) for index in range(behind, at - 1))
                return self.referents.company if called else name.value
        return self.referents.company

    def _is_company(self, at: int) -> bool:
        """Whether ``the company`` and the like stand at a token."""
        following = self.sentence.token(at + 1).key
        return self.sentence.token(at).key == "the" and following in ("company", "firm", "group")

    def member_of_list(self, whole: Entity) -> None:
        """Note that what a list item is about belongs to what its list is about."""
        label = self._label()
        if label is not None and label.mention is not None:
            self.add(
                "part_of",
                label.entity,
                whole,
                label.first,
                self.sentence.name_end(label.mention),
                (label.mention,),
            )

    # -- what is found --

    def add(
        self, kind: RelationKind, subject: Entity, object_: Entity | str, first: int, end: int,
        names: Iterable[Mention[Entity] | None] = (),
    ) -> bool:  # fmt: skip
        """Note a relation that some tokens say, if its two sides can stand there."""
        one, other = self.sides(kind)
        if not one(subject) or subject == object_ or (isinstance(object_, Entity) and not other(object_)):
            return False
        if kind in OF_THINGS and subject == self.referents.company:
            return False
        if isinstance(object_, str) and (
            not object_.strip() or object_.casefold() == subject.name.casefold()
        ):
            return False
        if (
            kind == "competes_with"
            and isinstance(object_, Entity)
            and (subject.kind in ORGANISATIONS) != (object_.kind in ORGANISATIONS)
            and object_.known
            and subject.known
            and object_.kind != "platform"
        ):
            return False
        span = self.sentence.span(first, end)
        spans = [name.span for name in names if name is not None]
        if spans:
            span = hull(span, *(one for one in spans if one in self.sentence.passage.span))
        inside = [
            mention.span for mention in within(self.page.names, span) if mention.value in (subject, object_)
        ]
        if isinstance(object_, str):
            start = self.page.text.find(object_, span.start, span.end)
            words = Span(start, start + len(object_)) if start >= 0 else span
            inside += [mention.span for mention in within(self.page.names, words)]
            inside += [mention.span for mention in within(self.page.quantities, words)]
            inside += [mention.span for mention in within(self.page.quotations, words)]
        if kind == "developed_by":
            self.launched = self.launched or subject
            self.referents.call(subject, "product")
        self.found.append(Link(kind, subject, object_, span, tuple(dict.fromkeys([*spans, *inside]))))
        return True
