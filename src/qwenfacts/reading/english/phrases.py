"""A sentence as English: who does what its verbs say, and to whom, by the phrases around them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container, Iterator
from functools import cache, cached_property
from typing import Final, NamedTuple

from ...entities import Entity
from ...report import Mention
from ...tokens import NOTHING, Phrases, Token
from ...values import Span
from ..page import Page, Passage
from ..spans import within
from ..wordclasses import (
    ADNOMINALS,
    ARTICLES,
    DEMONSTRATIVES,
    DETERMINERS,
    INDEFINITES,
    INTERROGATIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TEMPORALS,
)
from ..wording import table
from .nounwords import PAST, verb_forms
from .verbs import APPOSING, STOPS, Verb, forms_of, verbs_in

__all__ = [
    "BREAKS",
    "OBLIQUE",
    "SPEAKING",
    "Sentence",
    "Verb",
    "Who",
    "forms_of",
    "nouns",
    "words_of",
]

OBLIQUE: Final = (PREPOSITIONS - {"about", "between", "since", "till", "until"}) | {"and", "using"}
"""Not what is mostly a hedge or opens a clause: ``about 40 posts go``, ``since Foo opened``."""
BESIDE: Final = OBLIQUE - TEMPORALS - {"and", "of", "as"}
"""Prepositions that make a name before a verb no subject of it: the plant in Oslo opened."""
BEHIND: Final = OBLIQUE | RELATIVES
LEADING: Final = ADNOMINALS | DEMONSTRATIVES | INDEFINITES
DEFINITE: Final = LEADING - ARTICLES | {"the"}
BREAKS: Final = RELATIVES | INTERROGATIVES | SUBORDINATORS | {"but", "so", "since"}
CLOSED: Final = STOPS - {"("}
JOINS: Final = frozenset(", and & the a an as well both plus its by ( )".split())
SPEAKING: Final = ("voices", "company", "crowd", "pronouns", "papers", "own_papers")
"""The lists of nouns that can say something."""
ASIDE: Final = 40
FAR: Final = 16
LONGEST: Final = 9
DEEPEST: Final = 4
"""So many phrases may stand in each other: the head of the board of Acme."""
Accepts = Callable[[Entity], bool]


@cache
def nouns(*kinds: str) -> frozenset[str]:
    """The common nouns of some lists of ``phrases.toml``."""
    return frozenset(noun for kind in kinds for noun in table("phrases")["nouns"][kind])


@cache
def words_of(name: str, group: str) -> Phrases[str]:
    """The phrases of one group of a lexicon file, each with the name of its list."""
    lists: dict[str, list[str]] = table(name)[group]
    return Phrases((phrase, kind) for kind, phrases in lists.items() for phrase in phrases)


class Who(NamedTuple):
    """The one who does something: the entity, if it is told, and the tokens that name it.

    ``noun`` is the common noun or pronoun where no name is the head: ``analysts``, ``company``, ``she``.
    """

    entity: Entity | None
    mention: Mention[Entity] | None
    first: int
    end: int
    noun: str = ""


class Sentence:
    """A sentence, heading or line of data with its phrases; tokens go by their index in the page."""

    def __init__(self, page: Page, passage: Passage) -> None:
        self.page = page
        self.passage = passage
        self.first: int = passage.first
        self.stop: int = passage.end
        self.quotations: tuple[Mention[str], ...] = page.quotations_in(passage.span)

    def token(self, at: int) -> Token:
        """A token of the sentence, or `NOTHING` beyond its ends."""
        return self.page.tokens[at] if self.first <= at < self.stop else NOTHING

    @cached_property
    def inside(self) -> list[tuple[int, int]]:
        """The first and after-last token of each quotation."""
        at = self.page.token_at
        return [(at(quotation.span.start), at(quotation.span.end)) for quotation in self.quotations]

    def is_quoted(self, at: int) -> bool:
        """Whether a token stands in a quotation."""
        if not self.quotations:
            return False
        last = bisect_left(self.inside, (at + 1,)) - 1
        return last >= 0 and at < self.inside[last][1]

    def verbs(self, name: str) -> list[Verb]:
        """The verbs of a lexicon file that stand in no quotation, in text order."""
        found = verbs_in(self.page, self.passage, name, "verbs")
        return [verb for verb in found if not self.is_quoted(verb.start)]

    # -- names --

    def _named(self, at: int) -> Mention[Entity] | None:
        return self.page.name_at(at) if self.first <= at < self.stop else None

    def name_at(self, at: int) -> Mention[Entity] | None:
        """The name that starts at a token, articles before it left out."""
        while self.token(at).key in ADNOMINALS and self._named(at) is None:
            at += 1
        return self._named(at)

    @cached_property
    def _ending(self) -> dict[int, Mention[Entity]]:
        return {name.span.end: name for name in self.passage.names}

    def name_to(self, at: int) -> Mention[Entity] | None:
        """The name that ends with a token."""
        return self._ending.get(self.token(at).end)

    def names_from(self, at: int, far: int = FAR) -> tuple[Mention[Entity], ...]:
        """The names that start among some tokens."""
        stop = min(self.stop, at + far)
        return within(self.passage.names, self.page.span(at, stop)) if at < stop else ()

    def begins(self, name: Mention[Entity]) -> int:
        """The first token of a name."""
        return self.page.token_at(name.span.start)

    def ends(self, name: Mention[Entity]) -> int:
        """The token behind a name."""
        return self.page.token_at(name.span.end)

    # -- who --

    def subject(self, at: int) -> Who | None:
        """Who stands before a verb, asides left out: ``Roe, head of Acme, said``.

        ``at`` is the first token of the verb with its auxiliaries.
        """
        index, aside, least = at - 1, range(0), max(self.first, at - 2 * ASIDE)
        while index >= least:
            token = self.token(index)
            if token.key in RELATIVES and index > least:
                index -= 1 + (self.token(index - 1).text == ",")
            elif token.text in (",", ")", "—", "–"):
                opening = self._opening(index)
                if opening is None:
                    return None
                aside = range(opening + 1, index)
                index = opening - 1
            elif token.kind not in ("word", "number") and self.name_to(index) is None:
                return None
            elif (who := self._phrase_to(index)) is not None:
                return self._apposed(who, aside)
            else:
                index = self._before_adjunct(index)
        return None

    def _opening(self, closing: int) -> int | None:
        """The mark that opens the aside that a mark closes; it may hold a list: ``Foo, of A and B,``."""
        text = self.token(closing).text
        wanted, listed = "(" if text == ")" else text, None
        for index in range(closing - 1, max(self.first, closing - ASIDE) - 1, -1):
            text = self.token(index).text
            if text == wanted:
                if listed is None and not self._is_listing(index, closing):
                    return index
                if self.token(index + 1).key in APPOSING and self.name_to(index - 1) is not None:
                    return index
                listed = listed or index
            if text in CLOSED:
                break
        return listed

    def _is_listing(self, comma: int, end: int) -> bool:
        """Whether a comma only parts the items of a list: ``, B and C,``."""
        apart = self.token(comma).text == "," and self.token(comma + 1).key not in APPOSING
        return apart and any(self.token(at).key == "and" for at in range(comma + 1, end))

    def _apposed(self, who: Who, aside: range) -> Who:
        """The name in an aside, where only an ordinary noun stands before it: ``one user, Acme Labs,``.

        A person alone in an aside is who is meant, whatever stands before: ``Acme's chief, Jane Roe,``.
        """
        alone = self._named(aside.start) if aside else None
        if alone is not None and alone.value.kind == "person" and self.ends(alone) == aside.stop and who.noun:
            return Who(alone.value, alone, who.first, aside.stop)
        if (
            who.entity
            or not aside
            or who.noun in nouns(*SPEAKING)
            or self.token(aside.start).key in RELATIVES
        ):
            return who
        name = self.name_to(aside.stop - 1)
        return Who(name.value, name, who.first, aside.stop) if name else who

    def _before(self, name: Mention[Entity]) -> int:
        """The token before a name and its articles."""
        at = self.begins(name) - 1
        while self.token(at).key in LEADING:
            at -= 1
        return at

    def _before_adjunct(self, at: int) -> int:
        """The token before a preposition and the name that ends with a token."""
        name = self.name_to(at)
        return self._before(name) - 1 if name else at - 1

    def _phrase_to(self, at: int, deep: int = 0) -> Who | None:
        """The phrase that ends with a token, or None where it is only an adjunct of another."""
        name = self.name_to(at)
        if name is None:
            return self._common_to(at)
        before = self._before(name)
        key, plain = self.token(before).key, Who(name.value, name, self.begins(name), at + 1)
        if deep < DEEPEST and key in ("of", "at", "for", "from") and before > self.first:
            head = self._phrase_to(before - 1, deep + 1)
            if head and head.mention and head.mention.value.kind in ("person", "body"):
                return head._replace(end=at + 1)
            if head and head.noun in nouns("voices", "crowd"):
                return plain._replace(first=head.first, noun=head.noun)
        if deep < DEEPEST and key == "and" and self.name_to(before - 1) is not None:
            first = self._phrase_to(before - 1, deep + 1)
            return first and self._first_of(first)
        return None if key in BESIDE else plain

    def _first_of(self, who: Who) -> Who:
        """The first of a list that goes on with somebody: ``Foo, Bar | and Baz``; not ``In Oslo, Bar``."""
        while self.token(who.first - 1).text == ",":
            name = self.name_to(who.first - 2)
            if name is None or name.value.kind == "place" or self.token(self._before(name)).key in OBLIQUE:
                break
            who = Who(name.value, name, self.begins(name), who.end)
        return who

    def _common_to(self, at: int) -> Who:
        """A phrase without a name at its end: ``she``, ``the company``, ``an Acme spokesperson``."""
        first, inside = at, None
        while first > self.first and at - first < LONGEST:
            before = self.token(first - 1)
            name = None if inside else self.name_to(first - 1)
            others = before.key == "and" and self.token(first).key == "other"
            if name is not None:
                inside, first = name, self.begins(name)
                continue
            if before.kind == "mark" and before.text not in ("'", "-"):
                break
            if before.key in BEHIND and not others:
                break
            first -= 1
            if before.key in LEADING:
                break
        noun = self.token(at).key
        if inside is not None and self.ends(inside) == at and noun in nouns("things"):
            return Who(inside.value, inside, first, at + 1)
        if inside is not None and noun in nouns(*SPEAKING):
            return Who(inside.value, inside, first, at + 1, noun)
        return Who(None, None, first, at + 1, noun)

    # -- to whom --

    def object(
        self, at: int, accepts: Accepts, across: Container[str] = (), far: int = FAR
    ) -> Mention[Entity] | None:
        """The first name behind a token that is accepted and is no adjunct, in its clause.

        ``across``: prepositions before a name that do not make it one. ``a Foo app`` does not name Foo.
        """
        stop = at
        while stop < min(self.stop, at + far) and self.token(stop).text not in STOPS:
            if self.token(stop).key in BREAKS or self._goes_on(stop):
                break
            stop += 1
        for name in self.names_from(at, stop - at):
            end, before = self.ends(name), self.begins(name) - 1
            while before >= at and self.token(before).key in DEFINITE:
                before -= 1
            key = self.token(before).key if before >= at else ""
            beside = key in OBLIQUE and key not in across
            kind_of = key in ("a", "an") and self.token(end).text.islower()
            part_of = self.token(end).text in ("'", "-")  # Acme's, Acme-backed
            if not beside and not kind_of and not part_of and accepts(name.value):
                return name
        return None

    def _goes_on(self, at: int) -> bool:
        """Whether another verb begins at a token: ``, donating the code``, ``and rolled it out``."""
        token, following = self.token(at), self.token(at + 1)
        if token.text not in (",", "and") or not following.text.islower() or self.token(at + 2).text == "-":
            return False
        key = following.key
        going = key.endswith("ing") if token.text == "," else key.endswith("ed")
        told = key.endswith("s") and "third" in (verb_forms("verbs").get(key), verb_forms("does").get(key))
        told = told and (self.token(at + 2).key in DETERMINERS or self.name_at(at + 2) is not None)
        told = told or (key.endswith("ed") and self.token(at + 2).key in DETERMINERS)  # , moved its
        return (going or told or key in PAST) and self.name_at(at + 1) is None

    def list_from(self, at: int, stop: int | None = None) -> Iterator[Mention[Entity]]:
        """The names of a list that starts at a token: ``the Acme Lab, Foo, and Bar chief Jane Roe``."""
        behind: Mention[Entity] | None = None
        for name in self.names_from(at, 4 * FAR if stop is None else max(0, min(stop - at, 4 * FAR))):
            between = self.page.tokens[self.ends(behind) if behind else at : self.begins(name)]
            words = [token for token in between if token.key not in JOINS]
            if len(words) > LONGEST // 2 or any(token.text in STOPS for token in words):
                break
            if behind is not None and any(token.key in (",", "(", "and", "&", "with") for token in between):
                yield behind
            elif behind is not None and any(token.key in OBLIQUE for token in between):
                break  # Foo and the Bar team under Roe
            behind = name
        if behind is not None:
            yield behind

    def span(self, *tokens: int) -> Span:
        """The span from the first of some tokens to the last."""
        return self.page.span(min(tokens), max(tokens) + 1)
