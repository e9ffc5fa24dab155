"""A sentence in which things are related: the relations that are found in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from ....entities import Entity
from ....facts import RelationKind
from ....report import Mention
from ....values import Span
from ...english.nouns import Nouns, Phrase
from ...english.referents import ORGANISATIONS, THINGS, Referents, is_thing
from ...spans import hull, within
from .labelled import BACK
from .subjects import Subject, Subjects

__all__ = ["Link", "Related", "Subject"]

OF_THINGS: Final = frozenset(("built_on", "available_on", "developed_by", "integrates_with"))


class Link(NamedTuple):
    """A relation between two: an object without a name of its own is its words."""

    kind: RelationKind
    subject: Entity
    object: Entity | str
    span: Span
    mentions: tuple[Span, ...]


class Related(Subjects):
    """A sentence with what its words can be about, and the relations noted so far."""

    def __init__(self, sentence: Nouns, referents: Referents) -> None:
        super().__init__(sentence, referents)
        self.found: list[Link] = []

    @property
    def is_labelled(self) -> bool:
        """Whether it begins with the name of what it is about, and a mark."""
        return self.label is not None

    def labelled(self) -> tuple[Entity, ...]:
        """What a list item is labelled with, if it is."""
        label = self.label
        return label.entities if label is not None else ()

    def member_of_list(self, whole: Entity) -> None:
        """Note that what a list item is about belongs to what its list is about."""
        label = self.label
        if label is not None and label.mention is not None and whole.kind != "platform":
            self.add(
                "part_of",
                label.entity,
                whole,
                label.first,
                self.sentence.name_end(label.mention),
                (label.mention,),
            )

    def read(self, *rules: tuple[frozenset[str], Callable[[Related], None]]) -> None:
        """Apply the rules of which the sentence has a word."""
        for cues, rule in rules:
            if not cues.isdisjoint(self.sentence.keys):
                rule(self)

    def names_before(self, at: int) -> list[Mention[Entity]]:
        """The list of names that ends before a token."""
        sentence, found = self.sentence, list[Mention[Entity]]()
        while (name := sentence.ending.get(at)) is not None:
            found.insert(0, name)
            at = sentence.name_first(name) - 1
            at -= sentence.token(at).key == "the"
            at -= sentence.token(at).key == "and" and sentence.token(at - 1).text == ","
            if sentence.token(at).text not in (",", "/", "&") and sentence.token(at).key != "and":
                break
        return found

    # -- whose something is --

    def owner_of(self, phrase: Phrase) -> Entity | None:
        """Whose a phrase is: ``Acme's``, ``its``, ``the company's``."""
        if phrase.owner is not None:
            return phrase.owner.value
        if phrase.article.endswith("'s"):
            return self.referents.meant(phrase.article[:-2])
        return self.holder(phrase.start) if phrase.article in ("its", "their") else None

    def peer(self, rival: Entity, of: Entity) -> Entity:
        """What a rival is set against: a thing against the thing spoken of, even if its maker is named."""
        thing = self.referents.seen(rival).kind in THINGS
        told = thing and not is_thing(self.referents.seen(of))
        made = (self.launched or self.referents.made()) if told else None
        return made if made is not None and made != rival else of

    def spoken(
        self, fits: Callable[[Entity], bool], besides: Iterable[Entity] = (), at: int = 0
    ) -> Entity | None:
        """The thing spoken of, first by the clause at a token, that fits and is none of some others."""
        clause = self.joined(at, fits) if at > self.sentence.opening else None
        if clause is not None and clause.entity not in besides:
            return clause.entity
        meant = (self.referents.main(), self.referents.made(), self.referents.meant("launch"))
        things = (one for one in meant if one is not None and is_thing(self.referents.seen(one)))
        return next((one for one in things if one not in besides and fits(one)), None)

    def fronted(self) -> Entity | None:
        """The thing that a sentence opens with: ``With Foo, Acme attacks Bar``."""
        sentence, at = self.sentence, self.sentence.opening
        name = sentence.starting.get(at + 1) if sentence.token(at).key in ("with", "through") else None
        apart = name is not None and sentence.token(sentence.name_end(name)).text == ","
        return name.value if name is not None and apart and is_thing(name.value) else None

    def whose(self, end: int) -> Entity | None:
        """Whose the noun phrase before a token is: ``Acme's | rivals``, ``its latest | bid``."""
        for start in range(end - 1, max(self.sentence.first, end - BACK) - 1, -1):
            phrase = self.sentence.phrase_at(start, end)
            if phrase is not None and phrase.end == end and (phrase.owner or phrase.article):
                return self.owner_of(phrase)
        return None

    def holder(self, at: int) -> Entity:
        """Whom ``its`` at a token means: the last company before it, else that of the report."""
        seen = self.referents.seen
        spoken = self.referents.meant("it") if at == self.sentence.opening else None
        spoken = spoken or self._once(lambda: self._before(at, lambda one: seen(one).kind in ORGANISATIONS))
        return spoken if spoken is not None and seen(spoken).kind in ORGANISATIONS else self.referents.company

    # -- what is found --

    def tie(self, kind: RelationKind, one: Mention[Entity], other: Mention[Entity]) -> bool:
        """Note a relation of two names that the words from one to the other say."""
        name_first, name_end = self.sentence.name_first, self.sentence.name_end
        first, end = min(map(name_first, (one, other))), max(map(name_end, (one, other)))
        return self.add(kind, one.value, other.value, first, end, (one, other))

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
        span = self.sentence.span(first, end)
        spans = [name.span for name in names if name is not None]
        if spans:
            span = hull(span, *(one for one in spans if one in self.sentence.passage.span))
        inside = [mention.span for mention in self.page.names_in(span) if mention.value in (subject, object_)]
        if isinstance(object_, str):
            start = self.page.text.find(object_, span.start, span.end)
            words = Span(start, start + len(object_)) if start >= 0 else span
            inside += [mention.span for mention in self.page.names_in(words)]
            inside += [mention.span for mention in within(self.page.quantities, words)]
            inside += [mention.span for mention in self.page.quotations_in(words)]
        if kind == "developed_by" and object_ == self.referents.company:
            self.bring(subject)
            self.referents.call(subject, "product")
        self.found.append(Link(kind, subject, object_, span, tuple(dict.fromkeys([*spans, *inside]))))
        return True
