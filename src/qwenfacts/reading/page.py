"""A text with everything found in it, sentence by sentence: what the rules for facts read."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property, partial
from typing import Final, TypeVar, cast

from attrs import define, field, frozen

from ..entities import Entity
from ..facts import Evidence, Fact
from ..lexicon import Lexicon
from ..report import Block, Mention
from ..tokens import Phrases, Places, Token
from ..values import Period, Quantity, Span
from .mentions.references import SourcesOf
from .spans import Placed, T

__all__ = ["Draft", "Page", "Passage"]

ENDLESS: Final = 2000
Made = TypeVar("Made")


@frozen
class Passage:
    """A sentence, or a line of data, with its mentions; ``first`` and ``end`` index its tokens."""

    span: Span
    block: Block
    story: int | None
    first: int
    end: int
    keys: frozenset[str] = field(repr=False)
    """Its words; most rules look here first whether they can find anything."""
    words: tuple[str, ...] = field(repr=False)
    """The keys of its tokens, in order."""
    places: Places = field(repr=False)
    """Where the words of the text stand."""
    quantities: tuple[Mention[Quantity], ...]
    dates: tuple[Mention[Period], ...]
    names: tuple[Mention[Entity], ...]

    @property
    def is_prose(self) -> bool:
        """Whether it is a sentence rather than a heading or a line of data."""
        return self.block.kind in ("paragraph", "list_item")

    def tokens_of(self, words: frozenset[str]) -> list[int]:
        """The tokens that are one of some words, in order."""
        return self.places.among(words, self.first, self.end)

    def named(self, *kinds: str) -> tuple[Mention[Entity], ...]:
        """The names of some kinds."""
        return tuple(name for name in self.names if name.value.kind in kinds)


@frozen(slots=False)  # with slots and cached properties, attrs would answer each look at a field itself
class Page:
    """One text, read as far as its mentions.

    ``main`` is who each story is about, ``titled`` the ids of the entities in its title,
    ``story_periods`` when its news was published.
    """

    text: str
    report: str
    subject: Entity
    published: dt.date | None
    tokens: Sequence[Token] = field(repr=False)
    quantities: tuple[Mention[Quantity], ...]
    dates: tuple[Mention[Period], ...]
    names: tuple[Mention[Entity], ...]
    quotations: tuple[Mention[str], ...]
    links: tuple[Mention[str], ...]
    passages: tuple[Passage, ...]
    main: dict[int | None, Entity]
    titled: dict[int, frozenset[str]]
    story_periods: dict[int | None, Period]
    lexicon: Lexicon
    same: Callable[[Entity], Entity]
    """The entity of an id as this text has it."""
    sources_of: SourcesOf

    def once(self, make: Callable[[Page], Made]) -> Made:
        """What is made of the page, made only once for all rules: ``page.once(Cast)``."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("Made", self._made[make])

    @cached_property
    def _made(self) -> dict[object, object]:
        return {}

    def forget(self) -> None:
        """Drop what was made of the page: it holds the page, and so the two would outlive their reader."""
        self._made.clear()

    def phrases_in(
        self, passage: Passage, phrases: Phrases[Made], first: int = 0
    ) -> Iterator[tuple[Made, int, int]]:
        """The phrases of a table in a passage, as `phrases_among` finds them, from the token ``first`` on."""
        return self._phrases(phrases, passage.tokens_of(phrases.openings), first, passage.end)

    def phrases_among(self, phrases: Phrases[Made], first: int, end: int) -> Iterator[tuple[Made, int, int]]:
        """The phrases among some tokens, none inside another: value, first and after-last token."""
        tokens, openings = self.tokens, phrases.openings
        places = [at for at in range(first, end) if tokens[at].key in openings]
        return self._phrases(phrases, places, first, end)

    def _phrases(
        self, phrases: Phrases[Made], places: Sequence[int], first: int, end: int
    ) -> Iterator[tuple[Made, int, int]]:
        for at in places:
            found = phrases.starting(self.tokens, at) if at >= first else None
            if found is not None and found[1] <= end:
                first = found[1]
                yield found[0], at, first

    def quote(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.slice]

    def span(self, first: int, end: int) -> Span:
        """The span of some tokens, of the first at least; behind the last, the last character."""
        start = min(self.tokens[first].start, len(self.text) - 1)
        return Span(start, self.tokens[max(first, end - 1)].end)

    def joined(self, at: int) -> tuple[str, int]:
        """The word that starts at a token, with what hyphens join to it, and the token behind it."""
        word, end = self.tokens[at].key, at + 1
        while self.tokens[end].text == "-" and self.tokens[end].glued and self.tokens[end + 1].glued:
            word, end = f"{word}-{self.tokens[end + 1].key}", end + 2
        return word, end

    @cached_property
    def token_at(self) -> Callable[[int], int]:
        """The index of the first token that starts at or behind an offset; every rule asks for the same."""
        return cache(partial(bisect_left, self._starts))

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def names_in(self, span: Span) -> tuple[Mention[Entity], ...]:
        """The names that start in a span."""
        return self._names.within(span)

    @cached_property
    def name_at(self) -> Callable[[int], Mention[Entity] | None]:
        """The first name that starts in a token."""
        return self._by_token(self.names)

    @cached_property
    def quantity_at(self) -> Callable[[int], Mention[Quantity] | None]:
        """The first quantity that starts in a token."""
        return self._by_token(self.quantities)

    @cached_property
    def date_at(self) -> Callable[[int], Mention[Period] | None]:
        """The first date that starts in a token."""
        return self._by_token(self.dates)

    @cached_property
    def _names(self) -> Placed[Entity]:
        return Placed(self.names)

    @cached_property
    def _dates(self) -> Placed[Period]:
        return Placed(self.dates)

    def _by_token(self, mentions: Sequence[Mention[T]]) -> Callable[[int], Mention[T] | None]:
        """What finds the first mention that starts in a token."""
        places = ((bisect_right(self._starts, one.span.start) - 1, one) for one in reversed(mentions))
        return {at: one for at, one in places if one.span.start < self.tokens[at].end}.get

    def quotations_in(self, span: Span) -> tuple[Mention[str], ...]:
        """The quotations that start in a span."""
        return self._quotations.within(span)

    @cached_property
    def _quotations(self) -> Placed[str]:
        return Placed(self.quotations)

    def dates_in(self, span: Span) -> tuple[Mention[Period], ...]:
        """The dates that start in a span."""
        return self._dates.within(span)

    def owners(self, entity: Entity) -> Iterator[Entity]:
        """The organisations that an entity belongs to, the nearest first."""
        whole = self.lexicon.entities.by_id.get(entity.parent or "")
        while whole is not None:
            if whole.kind == "organisation":
                yield self.same(whole)
            whole = self.lexicon.entities.by_id.get(whole.parent or "")

    def company_of(self, entity: Entity) -> Entity:
        """The outermost organisation that an entity belongs to, or is; else the subject."""
        *_, last = (entity, *self.owners(entity))
        return last if last.kind in ("organisation", "body") else self.subject

    def story_at(self, offset: int) -> int | None:
        """The story that an offset is in."""
        at = self.passage_at(offset)
        return self.passages[at].story if at < len(self.passages) else None

    @cached_property
    def named(self) -> dict[str, Entity]:
        """The entities that the text names, and whom it is about, by id."""
        return {self.subject.id: self.subject} | {name.value.id: name.value for name in self.names}

    def sentence(self, span: Span) -> Span:
        """The sentence or line that holds a span; all of them, if there are several."""
        return Span(*self._around(span))

    def _around(self, span: Span) -> tuple[int, int]:
        start, end, at = span.start, span.end, self.passage_at(span.start)
        while at < len(self.passages) and self.passages[at].span.start < span.end:
            passage = self.passages[at].span
            start, end = min(start, passage.start), max(end, passage.end)
            at += 1
        return start, end

    def evidence(self, span: Span) -> Evidence:
        """A span as evidence, with the sentence that holds it; of an endless sentence what is around it."""
        start, end = self._around(span)
        start, end = max(start, span.start - ENDLESS), min(end, span.end + ENDLESS)
        return Evidence(self.report, span, self.quote(span), self.text[start:end])

    def passage_at(self, offset: int) -> int:
        """The index of the first passage that ends behind an offset."""
        return bisect_left(self._ends, offset + 1)

    @cached_property
    def _ends(self) -> list[int]:
        return [passage.span.end for passage in self.passages]


@define
class Draft:
    """A fact that a rule makes, before it has an id: its type, fields, evidence and mentions."""

    type: type[Fact]
    fields: dict[str, object]
    evidence: list[Span]
    mentions: list[Span]
    story: int | None = None
    key: tuple[object, ...] | None = None
    """What makes two drafts one fact; None for a fact that stands alone."""
    start: int | None = None
    """Where the id says that the fact starts, if not at its earliest evidence."""
    assumed: dict[str, object] = field(factory=dict)
    """What a field holds if no place says otherwise."""
    cleared: set[str] = field(factory=set)
    """The fields that an erratum says are not told, whatever is assumed."""

    def value(self, name: str) -> object:
        """What a field of the fact will hold."""
        told = self.fields.get(name)
        return self.assumed.get(name) if told is None and name not in self.cleared else told

    @property
    def begins(self) -> int:
        """Where the fact starts."""
        return min(self.evidence).start if self.start is None else self.start

    @property
    def sort_key(self) -> str:
        """What orders facts of one type and start."""
        return repr(sorted(self.fields.items(), key=lambda item: item[0]))
