"""Who a sentence names, and what each name does in it; the words that stand for who was named before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final, NamedTuple

from ...entities import Entity
from ...report import Mention
from ..page import Page, Passage
from ..wordclasses import FUNCTION_WORDS, QUANTIFIERS, RELATIVES
from ..wording import table
from .clauses import ACTORS, DETERMINERS, OBLIQUE, finite_at, is_possessive, opening_of, spelt_out
from .nounwords import TEAMS
from .vocabulary import kind_of, measure_at

__all__ = [
    "CALLED",
    "COMPANIES",
    "MODELS",
    "OBJECTS",
    "REFERRING",
    "RELATIVES",
    "THINGS",
    "Cast",
    "Reference",
    "Role",
    "is_authority",
]

COMPANIES: Final[frozenset[str]] = frozenset(("organisation", "body"))
OBJECTS: Final[frozenset[str]] = frozenset(("model", "model_family", "product"))
MODELS: Final[frozenset[str]] = frozenset(("model", "model_family"))
THINGS: Final[frozenset[str]] = OBJECTS | {"platform"}
WARES: Final[frozenset[str]] = frozenset(("product", "platform", "model_family"))
MADE: Final = frozenset(
    "app chip accelerator card phone car robot processor glasses headset browser site gpu module wafer board"
    " truck vehicle console rack server machine device".split()
)
"""What no model is called."""
NAMED: Final = COMPANIES | THINGS
"""The kinds that a description can name by the last word of a name."""
REFERRING: Final[frozenset[str]] = frozenset("it they its their the this that each".split())
ARTICLES: Final = DETERMINERS - {"that"}
SMALL_WORDS: Final = FUNCTION_WORDS - RELATIVES
LIKENED: Final = frozenset("such known well much".split())
CALLED: Final = frozenset(("called",))
"""The kind of a noun that stands for nobody but who was called so: the operator."""
NOTHING: Final[frozenset[str]] = frozenset()
ANYBODY: Final = frozenset("anyone anybody everyone everybody nobody none nothing anything all one".split())
"""Words behind which ``but`` is a preposition."""
DESCRIBING: Final = frozenset("former rival fellow local national neighbouring parent sister partner".split())
BYNAMING: Final = frozenset("call calls dub dubs dubbed nickname nicknames nicknamed".split())
OPENING_PHRASES: Final = (DETERMINERS | QUANTIFIERS) - RELATIVES
PHRASING: Final = OPENING_PHRASES | OBLIQUE | RELATIVES
"""Words at which one that describes a name is no longer: what opens its phrase, or stands before that."""
CLOSE: Final = 3
FAR: Final = 5
BACK: Final = 8
AROUND: Final = 24


def is_authority(entity: Entity) -> bool:
    """Whether somebody rules over companies, by what they are called: they sell nothing and pay no fines."""
    words = entity.name.casefold().split()
    return entity.kind == "body" or bool(_words("authorities") & {*words})


class Role(NamedTuple):
    """A name and what it does in its sentence."""

    name: Mention[Entity]
    first: int
    end: int
    is_aside: bool
    """It is no subject: behind a preposition, in a relative clause, or only who says it."""
    owns: bool
    is_inside: bool
    """It stands in parentheses, or in a clause that is a part of another one."""


class Reference(NamedTuple):
    """A pronoun or definite description, and the kinds of whom it can stand for."""

    first: int
    end: int
    kinds: AbstractSet[str]
    owns: bool
    noun: str


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(spelt_out(table("cues")["reference"][kind]))


@cache
def _called() -> frozenset[str]:
    return frozenset(noun for nouns in table("cues")["called"].values() for noun in nouns)


@cache
def _telling() -> frozenset[str]:
    """The words behind those who only say what follows."""
    return _words("voices") | _words("saying")


class Cast:
    """The names of the passages of a page, each read once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._keys = [token.key for token in page.tokens]
        self._tails: dict[str, set[str]] = {}
        for name in page.names:
            first, _, last = name.text.rpartition(" ")
            if first and name.value.kind in NAMED:
                self._tails.setdefault(last.casefold(), set()).add(name.value.kind)
        self._quantity_ends = {one.span.end: one for one in page.quantities}
        self._roles: dict[int, tuple[Role, ...]] = {}
        self._references: dict[int, tuple[Reference, ...]] = {}

    def roles(self, passage: Passage) -> tuple[Role, ...]:
        """The names of a passage with what they do in it."""
        found = self._roles.get(passage.first)
        if found is None:
            found = self._roles[passage.first] = tuple(self._roles_of(passage))
        return found

    def roles_near(self, passage: Passage, token: int) -> tuple[Role, ...]:
        """Those of the roles that stand around a token: in an endless sentence not all."""
        roles = self.roles(passage)
        at = bisect_left(roles, token, key=lambda role: role.first)
        return roles[max(0, at - AROUND) : at + AROUND]

    def leading(self, passage: Passage, role: Role) -> Role:
        """The first of several names that do something together: ``Acme, Foo and Bar each add``."""
        near = self.roles_near(passage, role.first)
        for before in reversed([one for one in near if one.end <= role.first]):
            listed = self._is_listed(before, role.name, role.first, passage)
            same = before.name.value.kind == role.name.value.kind and not before.owns
            if not (listed and same and before.is_aside == role.is_aside):
                break
            role = before
        return role

    def _roles_of(self, passage: Passage) -> Iterator[Role]:
        before: Role | None = None
        inside, read = False, passage.first
        bracketed, told = "(" in passage.keys, not passage.keys.isdisjoint(_telling())
        raised = not passage.keys.isdisjoint(_words("rounds"))
        for name in passage.names:
            first, end = self.page.token_at(name.span.start), self.page.token_at(name.span.end)
            unsure = not name.value.known and name.value.kind not in OBJECTS | {"body"}
            if unsure and measure_at(self.page.tokens, first):
                continue  # a Series E
            owns = is_possessive(self.page, name)
            aside = self._is_aside(first, end, passage, before, name)
            if before is not None and self._is_listed(before, name, first, passage):
                aside = before.is_aside
            aside = aside or (not owns and (self._is_counted(first) or self._is_done_to(first, name, before)))
            aside = aside or (
                told
                and not owns
                and name.value != self.page.subject
                and name.value.kind not in MODELS
                and self._is_speaker(first, end, passage)
            )
            aside = aside or (raised and not owns and self._is_backing(end, passage))
            for at in range(read, first) if bracketed else ():
                inside = self._keys[at] == "(" or (inside and self._keys[at] != ")")
            read = first
            whole = (
                self._keys[first - 1] == "what" and first - 1 > passage.first
            )  # a tenth of what Foo charges
            before = Role(name, first, end, aside or whole, owns, inside or whole)
            yield before

    def _is_aside(
        self, first: int, end: int, passage: Passage, before: Role | None, name: Mention[Entity]
    ) -> bool:
        """Whether a name stands behind a preposition or opens a relative clause."""
        if (
            before is not None
            and before.owns
            and first - before.end <= 2 + CLOSE
            and self._is_plain(before.end, first)
        ):
            return before.is_aside  # on Acme's new Foo
        tokens, at, opening = self.page.tokens, first - 1, opening_of(self.page, passage)
        but = self._keys[at] == "but" and self._keys[at - 1] in ANYBODY
        if but or self._is_byname(first, passage):
            return True
        low = max(passage.first, first - FAR)
        while at > low and tokens[at].kind == "word" and tokens[at].text[0].islower():
            if self._keys[at] in PHRASING:
                break
            at -= 1
        key = self._keys[at] if at >= passage.first else ""
        if key in OPENING_PHRASES:
            if first - 1 > at == opening + 1 and finite_at(tokens, end):
                return False  # of the market for cars Foo held
            at -= 1
        elif at != first - 1:
            described = all(self._describes(i) for i in range(at + 1, first))
            return key in ("by", "with", "from", "of", "for") and described
        key = self._keys[at] if at >= passage.first else ""
        opened = opening + (self._keys[opening] in ("yet", "but", "and"))
        if key in RELATIVES and at > opened:
            told = any(self._keys[i] in _words("saying") for i in range(max(passage.first, at - BACK), at))
            return not (key == "that" and told)
        if key == "and" and before is not None and self._opens_clause(first, name, before):
            return False
        part = self._quantity_ends.get(tokens[at - 1].end) if key == "of" else None
        if part is not None and kind_of(part.value.unit) in ("count", "physical"):  # 40 MW of Foo went live
            return self._keys[self.page.token_at(part.span.start) - 1] in OBLIQUE
        if key == "as":
            return self._keys[at - 1] in LIKENED or not finite_at(tokens, end)  # as Foo raises prices
        return key in OBLIQUE

    def _is_byname(self, first: int, passage: Passage) -> bool:
        """Whether a name is only what somebody calls another one: ``which staff call “the Foo”``."""
        at = first - 1
        while at > passage.first and (self.page.tokens[at].text in "“‘\"'" or self._keys[at] in ARTICLES):
            at -= 1
        return self._keys[at] in BYNAMING

    def _describes(self, at: int) -> bool:
        """Whether a word before a name only says what it is: ``by former | Foo``, ``with rival | Foo``."""
        return self._keys[at] in DESCRIBING or bool(self._kinds_of(self._keys[at]))

    def _opens_clause(self, first: int, name: Mention[Entity], before: Role) -> bool:
        """Whether a name stands behind an ``and`` with a comma or figure before it, and a verb behind it."""
        following = self.page.tokens[self.page.token_at(name.span.end)].text
        parted = self._keys[first - 2] == "," or self.page.tokens[first - 2].end in self._quantity_ends
        placed = before.end == first - 1 and before.name.value.kind == "place" != name.value.kind
        parted = parted or placed  # fell in Oslo and Foo rose
        joined = self._keys[first - 1] == "and" and parted
        return joined and following.islower() and following not in OBLIQUE and following != "or"

    def _is_counted(self, first: int) -> bool:
        """Whether a name says what is counted: ``900 Foo cards``."""
        return self.page.tokens[first - 1].end in self._quantity_ends

    def _is_done_to(self, first: int, name: Mention[Entity], before: Role | None) -> bool:
        """Whether a verb right before a name, behind another name, does something to it: ``replaces Foo``."""
        at = first - 1
        while at >= 0 and self._keys[at] in ARTICLES:
            at -= 1
        if before is None and {"it", "they", "having"} & {self._keys[at - 1], self._keys[at - 2]}:
            return self._keys[at] in _words("verbs")
        if before is None or at < before.end:
            return False
        makes = before.name.value.kind in COMPANIES or self._keys[before.end] in TEAMS
        makes = makes or before.name.value.kind == "platform" != name.value.kind  # Foo Cloud launched Bar
        like = makes == (name.value.kind in COMPANIES)
        return like and self._keys[at] in _words("verbs")

    def _is_plain(self, first: int, end: int) -> bool:
        """Whether some tokens are an apostrophe and words in lower case."""
        tokens = self.page.tokens[first:end]
        return all(
            token.text == "'" or (token.kind == "word" and token.text[0].islower()) for token in tokens
        )

    def _is_listed(self, before: Role, name: Mention[Entity], first: int, passage: Passage) -> bool:
        """Whether only a comma or ``and`` stands between two names of a kind: they do the same thing."""
        places = before.name.value.kind == name.value.kind == "place"  # in Toledo, Ohio
        led = before.is_aside and self._keys[before.end] == ","
        end = self.page.token_at(name.span.end)
        opening = self._keys[opening_of(self.page, passage)]
        leads = opening in OBLIQUE or opening.endswith(("ed", "ing", "ilt", "ade"))
        opens = led and (
            (leads and before.first - passage.first <= CLOSE) or finite_at(self.page.tokens, end)
        )
        if opens and not places:
            return False  # in Ohio, Foo
        if before.is_aside and self._opens_clause(first, name, before):
            return False  # with Foo, and Bar owns
        apart = ("place", "person")
        like = not any((before.name.value.kind == kind) != (name.value.kind == kind) for kind in apart)
        return (
            like
            and 0 < first - before.end <= 2
            and all(self._keys[at] in (",", "and", "or") for at in range(before.end, first))
        )

    def _is_speaker(self, first: int, end: int, passage: Passage) -> bool:
        """Whether a name is only who says what follows: ``Acme Research expects``."""
        behind = self.behind_aside(end, passage)
        told = [self._keys[at] for at in range(behind, min(behind + 2, passage.end))]
        if told[:1] and told[0] in ("is", "are", "was", "were"):
            return False  # is said to
        if any(key in _words("voices") for key in told):
            return True
        name = {self._keys[at] for at in range(first, end)}
        return bool(name & _words("observers")) and any(key in _words("saying") for key in told)

    def _is_backing(self, end: int, passage: Passage) -> bool:
        """Whether a name is one of those who give somebody money: ``Foo and Bar lead a $4m round``."""
        at = end
        while at < min(end + BACK, passage.end) and (
            self._keys[at] in SMALL_WORDS or not self.page.tokens[at].text[0].islower()
        ):
            at += 1
        return self._keys[at] in _words("backing")

    def behind_aside(self, end: int, passage: Passage) -> int:
        """The token behind an apposition or relative clause between commas that starts at a token."""
        if self._keys[end] != "," or end + 1 >= passage.end:
            return end
        for at in range(end + 1, min(end + AROUND, passage.end)):
            if self._keys[at] in (";", ":", "(", "—"):
                return end
            if self._keys[at] == ",":
                return at + 1
        return end

    def references(self, passage: Passage) -> tuple[Reference, ...]:
        """The pronouns and definite descriptions of a passage."""
        found = self._references.get(passage.first)
        if found is None:
            found = self._references[passage.first] = tuple(self._references_of(passage))
        return found

    def _references_of(self, passage: Passage) -> Iterator[Reference]:
        names = frozenset(role.end for role in self.roles(passage))
        tokens = self.page.tokens
        for at in passage.tokens_of(REFERRING):
            key = tokens[at].key
            if key not in ("the", "this", "that", "each"):
                yield Reference(at, at + 1, ACTORS, key in ("its", "their"), "")
            elif (described := self._described(passage, at, names)) is not None:
                yield described
            elif key == "each" and (finite_at(tokens, at + 1) or tokens[at + 1].key in OBLIQUE):
                yield Reference(at, at + 1, THINGS, False, key)

    def _described(self, passage: Passage, at: int, names: frozenset[int]) -> Reference | None:
        """The definite description that an article opens; no apposition, and no title before a name."""
        tokens, noun = self.page.tokens, at + 1
        while noun < min(at + 6, passage.end) and tokens[noun].kind == "word":
            named = not tokens[noun].text[0].islower() and self._is_name(noun)
            if named or tokens[noun].key in DETERMINERS:
                return None
            word, end = self.page.joined(noun)
            kinds = self._kinds_of(word)
            follows = self._keys[end] if end < passage.end else ""
            if kinds and not self._kinds_of(self.page.joined(end)[0] if follows else ""):
                apposed = self._keys[at - 1] == "," and at - 1 in names
                named = follows != "" and self._is_name(end)
                return None if apposed or named else Reference(at, end, kinds, follows == "'", word)
            noun = end
        return None

    def _is_name(self, at: int) -> bool:
        """Whether a name starts at a token, save that of a place: the Munich group."""
        name = self.page.name_at(at)
        return name is not None and name.value.kind != "place"

    def is_kind(self, noun: str) -> bool:
        """Whether a noun says what sort of thing or company something is."""
        return bool(self._kinds_of(noun))

    def _kinds_of(self, noun: str) -> AbstractSet[str]:
        if noun in _words("companies"):
            return COMPANIES
        if noun in _words("models"):
            return MODELS
        one = noun.removesuffix("s")
        if noun in _words("things") or one in MADE:
            return WARES if one in MADE else THINGS
        if noun in self._tails:
            return frozenset(self._tails[noun])  # the studio, where a Foo Studio is named
        return CALLED if noun in _called() else NOTHING
