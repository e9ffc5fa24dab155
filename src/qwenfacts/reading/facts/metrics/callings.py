"""What the names of a text are called in it, so that a later noun can mean them.

``Foo, a Danish start-up``, ``the toolmaker Foo``, ``its cloud arm, Foo,`` and ``Foo is a router`` call Foo
something; ``the start-up``, ``the cloud unit`` and ``the Danish company`` mean it then.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import Final, NamedTuple

from ....entities import Entity
from ....report import Mention
from ....tokens import peek
from ...english.cast import COMPANIES, Reference
from ...english.clauses import ACTORS, OBLIQUE, is_possessive, opening_of
from ...page import Page, Passage
from ...wordclasses import APPOSITIVES, HAVE, RELATIVES
from ...wording import table
from .wordsets import listed

__all__ = ["NAMING", "WHOLE", "Callings"]

COPULAS: Final = frozenset("is was are were remains became".split())
BREAKS: Final = RELATIVES | HAVE | frozenset("when and or but is was".split())
WHOLE: Final = frozenset(("company", "firm", "group", "business"))
"""What every company can be called: these mean another one only where more is said of it."""
MADE: Final = frozenset("model chip card rack vehicle phone wearable robot device software assistant".split())
"""The sorts of what is no company for certain."""
HOUSES: Final = COMPANIES | {"platform"}
LONGEST: Final = 16
MANY: Final = 60
"""So many are remembered."""
SHORT: Final = 5
NAMING: Final = frozenset("named called dubbed nicknamed codenamed christened".split())
"""What can stand between what something is and its name: a unit | called | Foo."""
AROUND: Final = 30
NO_EPITHETS: Final = APPOSITIVES | BREAKS | OBLIQUE


@cache
def _sorts() -> dict[str, str]:
    """The sort of thing that a noun is a word for: a unit is an arm is a division."""
    return {noun: sort for sort, nouns in table("cues")["called"].items() for noun in nouns}


class Calling(NamedTuple):
    """A name, the sort of thing that it is called, all words of the phrase, and where that stands."""

    name: Mention[Entity]
    sort: str
    words: frozenset[str]
    at: int
    story: int | None


class Callings:
    """What the names of a page are called, in the order of the text."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.all: list[Calling] = []
        self.kinds: dict[str, str] = {}
        """The kinds of unknown names by what they are called: an operator is no person."""
        firsts = {one.name.split()[0] for one in (page.subject, page.company_of(page.subject))}
        named = (name for name in page.names if name.value.kind in HOUSES)
        whole = ((name.text.partition(" "), name.value) for name in named)
        self._units = {end.casefold(): one for (first, _, end), one in whole if end and first in firsts}
        for passage in page.passages:
            if passage.is_prose:
                for name in passage.names:
                    self._read(passage, name)

    def unit(self, words: str) -> Entity | None:
        """The part of the report's company that ends in some words: Acme Cloud has the cloud sales."""
        return self._units.get(words.casefold())

    @property
    def units(self) -> frozenset[str]:
        """The ids of those that are called units of somebody else."""
        return frozenset(one.name.value.id for one in self.all if one.sort == "unit")

    def kind(self, entity: Entity) -> str:
        """The kind of an entity, as the text has it."""
        return self.kinds.get(entity.id, entity.kind)

    def _read(self, passage: Passage, name: Mention[Entity]) -> None:
        placed = name.value.kind == "place"
        open_kind = placed or name.value.kind == "other"
        if name.value.known and name.value.kind not in ACTORS and not open_kind:
            return
        first, end = self.page.token_at(name.span.start), self.page.token_at(name.span.end)
        article = self._key(end + 1, passage)
        opening = first - opening_of(self.page, passage) <= SHORT and self._key(first - 1, passage) in OBLIQUE
        leads_in = opening and article == "the"  # built on Foo, the
        behind = (None if leads_in else self._phrase_behind(passage, end)) or self._phrase_before(
            passage, first, end
        )
        if behind is None and (placed or not name.value.known) and self._is_ground(passage, first, end):
            behind = "site", frozenset[str]()
        head = self._key(end - 1, passage)
        sort = _sorts().get(head, head)
        named = end - first > 1 and name.value.kind not in ("place", "person") and sort != "company"
        thing = name.value.kind in COMPANIES and head in _sorts() and sort not in listed("firms")
        if named and not thing:  # the Foo Lab; Acme Cloud is no cloud
            words = frozenset(self._key(at, passage) for at in range(first, end))
            self.all.append(Calling(name, sort, words, first, passage.story))
        if behind is None or (placed and _sorts()[behind[0]] != "ground"):
            return
        head, words = behind
        self.all.append(Calling(name, _sorts()[head], words, first, passage.story))
        if open_kind or not name.value.known:
            self._decide(name.value, head)

    def _is_ground(self, passage: Passage, first: int, end: int) -> bool:
        """Whether a name is a plant's: ``the Foo data centre``, ``its site at Foo``, ``Fab 9``."""
        if self._key(first - 1, passage) == "the" and self._key(first - 2, passage) == ",":
            return False  # Foo, the Ohio campus
        at = end + (self._key(end, passage) == "data")
        near = [self._key(first, passage), self._key(at, passage)]
        apposed = "," in (self._key(at, passage) for at in range(first - SHORT, first - 2))
        if self._key(first - 1, passage) in ("at", "in", "near") and not apposed:
            near.append(self._key(first - 2, passage))
        return any(_sorts().get(noun) == "ground" for noun in near)

    def _decide(self, entity: Entity, head: str) -> None:
        """Keep what an unknown name must be, if it is called so."""
        company = _sorts()[head] in listed("firms")
        if _sorts()[head] == "ground":
            self.kinds[entity.id] = "site"
        elif company and entity.kind not in COMPANIES | {"place"}:
            self.kinds[entity.id] = "organisation"
        elif not company and (
            entity.kind not in ACTORS | {"place"} or (entity.kind in COMPANIES and _sorts()[head] in MADE)
        ):
            self.kinds[entity.id] = "product"

    def _phrase_behind(self, passage: Passage, end: int) -> tuple[str, frozenset[str]] | None:
        """What an apposition or copula behind a name says: its head and all its words."""
        mark = self._key(end, passage)
        if mark not in (",", "(", "–", "—") and mark not in COPULAS:
            return None
        start = self._opened(passage, end + 1)
        if start is None:
            return None
        at, words, head = start, set[str](), ""
        while at < min(passage.end, start + LONGEST):
            token = self.page.tokens[at]
            if token.text == "'":  # the company's assistant
                words, start = set[str](), at + 1 + (self._key(at + 1, passage) == "s")
                at = start
                continue
            if token.kind not in ("word", "number") or token.key in BREAKS:
                break
            if token.key in OBLIQUE and not head:
                head = self._last_noun(words, start, at)
                if not head:
                    return None
            word, at = self.page.joined(at)
            words.add(word)
        head = head or self._last_noun(words, start, at)
        return (head, frozenset(words)) if head else None

    def _opened(self, passage: Passage, at: int) -> int | None:
        """The token behind the article, or the owner, that opens a noun phrase."""
        if self._key(at, passage) in APPOSITIVES:
            return at + 1
        name = self.page.name_at(at) if at < passage.end else None
        if name is None or not is_possessive(self.page, name):
            return None
        behind = self.page.token_at(name.span.end) + 1
        return behind + (self._key(behind, passage) == "s")

    def _last_noun(self, words: set[str], first: int, end: int) -> str:
        """The last of some words that things are called by."""
        found, at = "", first
        while at < end:
            word, at = self.page.joined(at)
            if word in _sorts() and word in words:
                found = word
        return found

    def _phrase_before(self, passage: Passage, first: int, end: int) -> tuple[str, frozenset[str]] | None:
        """What stands before a name as its description: ``the chip designer Foo``, ``its arm, Foo,``."""
        first -= self._key(first - 1, passage) in NAMING  # a unit named Foo
        comma = self._key(first - 1, passage) == ","
        if comma and peek(self.page.tokens, end).kind == "word" and self._key(end, passage) != "and":
            return None
        at, words = first - 1 - comma, list[str]()
        while at >= passage.first and len(words) < LONGEST:
            token = self.page.tokens[at]
            if token.kind == "mark" and token.text == "-" and token.glued:
                at -= 1
                continue
            if token.kind != "word" or token.key in NO_EPITHETS:
                break
            words.append(token.key)
            at -= 1
        if at + 1 > first - 1 - comma or (comma and self._key(at, passage) not in APPOSITIVES):
            return None
        start = at + 1
        spread, at = list[str](), start
        while at < first - comma:
            word, at = self.page.joined(at)
            spread.append(word)
        return (spread[-1], frozenset(spread)) if spread and spread[-1] in _sorts() else None

    def _key(self, at: int, passage: Passage) -> str:
        return self.page.tokens[at].key if passage.first <= at < passage.end else ""

    # -- who is meant --

    def sort(self, reference: Reference) -> str | None:
        """The sort of thing that a description calls somebody."""
        return _sorts().get(reference.noun, reference.noun) or None

    def meant(self, reference: Reference, story: int | None) -> Mention[Entity] | None:
        """Whom a description means by what was called so before it, the last one first."""
        sort = self.sort(reference)
        if sort is None:
            return None
        said = self.modifiers(reference)
        told = said - listed("plain")
        if reference.noun in WHOLE and not told:
            return None
        nearby: Mention[Entity] | None = None
        end = bisect_left(self.all, reference.first, key=lambda one: one.at)
        for one in reversed(self.all[max(0, end - MANY) : end]):
            if one.story not in (story, None):
                continue
            alike = one.sort == sort or (reference.noun in WHOLE and self._is_company(one))
            near = reference.first - one.at <= AROUND and not one.name.value.known
            placed = near and self._is_company(one) and self._is_placed(reference)
            if alike and (not told or told & one.words):
                return one.name
            nearby = nearby or (one.name if alike and placed else None)
        return nearby

    def _is_placed(self, reference: Reference) -> bool:
        """Whether a company is told of by where it is: ``the Munich firm``."""
        inside = reference.noun in WHOLE and reference.end - reference.first == SHORT - 2
        return inside and self.page.tokens[reference.first + 1].text[0].isupper()

    def _is_company(self, one: Calling) -> bool:
        return self.kind(one.name.value) in COMPANIES

    def modifiers(self, reference: Reference) -> set[str]:
        """The words between the article of a description and its noun."""
        words, at = list[str](), reference.first + 1
        while at < reference.end:
            word, at = self.page.joined(at)
            words.append(word)
        return set(words[:-1])
