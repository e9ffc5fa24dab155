"""What the rules share: clauses, cue words in a stretch of text, who is spoken of, and when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from ...entities import Entity
from ...report import Mention
from ...tokens import Phrases, Token, peek
from ...values import Period, Quantity, Span
from ..mentions.dates import applied
from ..mentions.naming import verbs_on_s
from ..mentions.quantities import LENGTHS
from ..page import Page, Passage
from ..spans import T
from ..wordclasses import (
    ADNOMINALS,
    CONCESSIVES,
    DEMONSTRATIVES,
    FINITE,
    PASTS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    TEMPORALS,
)
from ..wording import forms_of, table

__all__ = [
    "Clauses",
    "announces",
    "clauses_of",
    "cue_spans",
    "cues",
    "cues_in",
    "finite_at",
    "first_word",
    "is_example",
    "is_possessive",
    "last_before",
    "opening_of",
    "spelt_out",
    "stated_period",
]

ACTORS: Final = frozenset(("organisation", "body", "model", "model_family", "product", "platform", "dataset"))
OBLIQUE: Final = (PREPOSITIONS - TEMPORALS) | {"and", "using"}
DETERMINERS: Final = ADNOMINALS | DEMONSTRATIVES | {"new"}
ENDS: Final = frozenset((";", ":", "—"))
PARTS: Final = CONCESSIVES | {"but"}
INSERTED: Final = PREPOSITIONS | RELATIVES | frozenset("driven led most half up down made seen still".split())
"""What is put between a subject and its verb opens with these, or with a participle."""
BEFORE_VERBS: Final = frozenset("also now still already just then".split())
POSSESSIVE: Final = re.compile(rf"\b(?:{'|'.join(sorted(POSSESSIVES))})\s+$")
FEW: Final = 12
SMALL: Final = 20
LINE: Final = 400
LABEL: Final = 6
EXAMPLE: Final = re.compile(r"\(\s*(?:e\.?g\b|for example\b|such as\b)", re.IGNORECASE)


# -- clauses -----------------------------------------------------------------------------------


class Place(NamedTuple):
    """Where a token stands: its parenthesis (0: none), its clause, and the part between commas."""

    parenthesis: int
    clause: int
    part: int


class Clauses:
    """The place of every token of a passage.

    A clause ends at ``; : —`` and where a parenthesis begins; behind the parenthesis it goes on. Its parts
    end at commas, save before ``with``, and before ``while`` and ``but``.
    """

    __slots__ = ("_first", "_outer", "_places", "busy", "inserted")

    def __init__(self, first: int, places: list[Place], outer: dict[int, tuple[int, Place]]) -> None:
        self._first = first
        self._places = places
        self._outer = outer
        self.busy: set[int] = set()
        """The parts that have a quantity of their own."""
        self.inserted: set[int] = set()
        """The parts that stand between a subject and its verb: ``profit, |helped by prices|, rose``."""

    def __getitem__(self, token: int) -> Place:
        return self._places[token - self._first]

    def subject_end(self, verb: int) -> int:
        """Where the subject of a verb ends: before what is put in between."""
        at = verb
        while at > self._first and self[at - 1].part in self.inserted:
            at -= 1
        return at - (at < verb)

    def opening(self, token: int) -> int | None:
        """The token that opens the parenthesis that a token is in."""
        found = self._outer.get(self[token].parenthesis)
        return found and found[0]

    def holds(self, inner: int, outer: int) -> bool:
        """Whether one token is in the parenthesis of another, or in one inside it."""
        parenthesis, wanted = self[inner].parenthesis, self[outer].parenthesis
        while parenthesis != wanted and parenthesis:
            parenthesis = self._outer[parenthesis][1].parenthesis
        return parenthesis == wanted


def _known(_: Page) -> dict[tuple[int, int], Clauses]:
    """The clauses of each passage that was asked for, by its tokens."""
    return {}


def clauses_of(page: Page, passage: Passage) -> Clauses:
    """The clauses of a passage."""
    known, place = page.once(_known), (passage.first, passage.end)
    if place not in known:
        known[place] = _clauses_of(page, passage)
    return known[place]


def _clauses_of(page: Page, passage: Passage) -> Clauses:
    tokens = page.tokens
    outer: dict[int, tuple[int, Place]] = {}
    places: list[Place] = []
    place, last = Place(0, 0, 0), 0
    since, inserted = 0, set[int]()
    for at in range(passage.first, passage.end):
        token = tokens[at]
        places.append(place)
        if token.kind == "word":
            if token.key in PARTS:
                last, since = last + 1, 0
                place = Place(place.parenthesis, place.clause, last)
        elif token.text == "(":
            last += 1
            outer[last] = at, place
            place = Place(last, last, last)
        elif token.text == ")" and place.parenthesis:
            place = outer[place.parenthesis][1]
        elif token.text in ENDS or (token.text == "–" and not token.glued):
            last += 1
            place, since = Place(place.parenthesis, last, last), 0
        elif token.text == "," and at + 1 < passage.end:
            following = tokens[at + 1]
            if since and finite_at(tokens, at + 1):
                inserted.update(range(since, last + 1))
                since = 0
            if following.key != "with" and following.kind != "number":
                last += 1
                place = Place(place.parenthesis, place.clause, last)
                since = last if _is_put_in(following) else since * (following.key != "and")
    clauses = Clauses(passage.first, places, outer)
    clauses.inserted = inserted
    for quantity in passage.quantities:
        if quantity.value.unit not in LENGTHS:
            clauses.busy.add(clauses[page.token_at(quantity.span.start)].part)
    return clauses


def finite_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether a finite verb stands at a token, or behind an adverb there."""
    key = peek(tokens, at + (peek(tokens, at).key in BEFORE_VERBS)).key
    return key in FINITE or key in PASTS or key in verbs_on_s() or (key.endswith("ed") and key.islower())


def _is_put_in(token: Token) -> bool:
    """Whether a phrase opens here that can stand between a subject and its verb."""
    return token.key in INSERTED or (token.text.islower() and token.key.endswith(("ed", "ing")))


def _openings(_: Page) -> dict[int, int]:
    """The opening of each passage that was asked for, by its first token."""
    return {}


def opening_of(page: Page, passage: Passage) -> int:
    """The first word of a sentence, behind the mark of a list item and a label: ``- Why: | Sales rose``."""
    known = page.once(_openings)
    if passage.first not in known:
        known[passage.first] = _opening(page, passage)
    return known[passage.first]


def first_word(page: Page, passage: Passage) -> int:
    """The first word of a sentence, behind the mark or number of a list item: ``2. | Sales rose``."""
    at, tokens = passage.first, page.tokens
    if tokens[at].kind == "number" and tokens[at + 1].text in (".", ")"):
        at += passage.block.kind == "list_item"
    while at < passage.end and tokens[at].kind == "mark":
        at += 1
    return at


def _opening(page: Page, passage: Passage) -> int:
    first, tokens = min(first_word(page, passage), passage.end - 1), page.tokens
    if ":" in passage.keys:
        for at in range(first, min(first + LABEL, passage.end - 1)):
            if tokens[at].text == ":":
                return at + 1
    return first


# -- asides ------------------------------------------------------------------------------------


def announces(text: str, quantity: Mention[Quantity]) -> bool:
    """Whether a small count only says how many items follow: its line ends with a colon."""
    value = quantity.value
    if value.unit != "count" or value.bound != "exact" or value.value > SMALL:
        return False
    line = text[quantity.span.end : quantity.span.end + LINE].partition("\n")[0]
    return line.rstrip().endswith(":")


def is_example(text: str, span: Span) -> bool:
    """Whether something stands in a parenthesis that gives examples."""
    before = text[max(0, span.start - LINE) : span.start]
    return (
        EXAMPLE.match(before, max(0, before.rfind("("))) is not None
        and ")" not in before[before.rfind("(") :]
    )


# -- cue words ---------------------------------------------------------------------------------


@cache
def cues(group: str) -> Phrases[str]:
    """The cue words of one group of ``cues.toml``, each with the name of its list.

    A verb that is given with slashes stands for all its forms.
    """
    lists = table("cues")[group].items()
    return Phrases((form, name) for name, phrases in lists for form in spelt_out(phrases))


def spelt_out(phrases: Iterable[str]) -> Iterator[str]:
    """Phrases as they can stand in a text: a verb with slashes in all its forms, anything else as it is.

    >>> list(spelt_out(["soon", "step/stepped/stepped/stepping down"]))
    ['soon', 'step down', 'steps down', 'stepping down', 'stepped down']
    """
    for phrase in phrases:
        yield from (form for form, _ in forms_of(phrase)) if "/" in phrase else (phrase,)


def cue_spans(page: Page, first: int, end: int, group: str) -> Iterator[tuple[str, int, int]]:
    """The cues of a group among some tokens: name of the list, first and after-last token."""
    return page.phrases_among(cues(group), first, end)


def cues_in(page: Page, passage: Passage, group: str) -> Iterator[tuple[str, int, int]]:
    """The cues of a group in a passage: name of the list, first and after-last token."""
    return page.phrases_in(passage, cues(group))


# -- who ---------------------------------------------------------------------------------------


def is_possessive(page: Page, name: Mention[Entity]) -> bool:
    """Whether a name has a possessive behind it."""
    behind = page.text[name.span.end : name.span.end + 2].replace("’", "'")
    return behind == "'s" or (behind[:1] == "'" and name.text.endswith("s"))


def last_before(mentions: Sequence[Mention[T]], offset: int) -> Iterator[Mention[T]]:
    """The last few mentions that end before an offset, the nearest first."""
    behind = bisect_left(mentions, offset, key=lambda mention: mention.span.start)
    for mention in reversed(mentions[max(0, behind - FEW) : behind]):
        if mention.span.end <= offset:
            yield mention


# -- when --------------------------------------------------------------------------------------


def stated_period(
    page: Page, passage: Passage, clauses: Clauses, at: int, *also: int, reach: int | None = None
) -> Mention[Period] | None:
    """The date of a token's clause, with its preposition applied: the nearest behind it, else before it.

    It stands in the same part of the clause as the token, or as one of ``also``, or in a part that has no
    quantity of its own; and not more than ``reach`` tokens away.
    """
    offset, spoken = page.tokens[at].start, (token for token in (at, *also) if token < passage.end)
    parts = {clauses[token].part for token in spoken}
    behind = bisect_left(passage.dates, offset, key=lambda date: date.span.start)
    best: tuple[bool, bool, int, Mention[Period]] | None = None
    for date in passage.dates[max(0, behind - FEW) : behind + FEW]:
        token = page.token_at(date.span.start)
        place = clauses[token]
        if reach is not None and abs(token - at) > reach:
            continue
        if place.clause != clauses[at].clause or (place.part not in parts and place.part in clauses.busy):
            continue
        far = place.part not in parts, date.span.start < offset, abs(date.span.start - offset)
        if best is None or far < best[:3]:
            best = *far, date
    if best is None:
        return None
    date = best[3]
    words = page.text[max(passage.span.start, date.span.start - 24) : date.span.start]
    return Mention(date.span, date.text, applied(POSSESSIVE.sub("", words), date.value))
