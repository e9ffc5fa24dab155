"""What kind of thing an unknown capitalised run names, by its own words and those around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from ..entities import EntityKind
from ..tokens import Phrases, Token
from .wording import table

__all__ = ["Guess", "is_general", "is_legal_form", "kind_of", "listed", "opening_words", "roles", "words"]

DRUG_ENDINGS: Final = ("mab", "nib", "cept", "tide", "statin", "parib", "ciclib", "gliptin", "sartan")
PLACE_ENDINGS: Final = (
    "shire",
    "stan",
    "ville",
    "burgh",
    "grad",
    "abad",
    "pur",
    "bourg",
    "hampton",
    "borough",
)
NEVER_A_SURNAME: Final = (
    "organisation_words",
    "body_words",
    "product_words",
    "place_words",
    "not_names",
    "sentence_starters",
    "common_words",
)


class Guess(NamedTuple):
    """A kind, and how sure it is: 0 is what is left, 4 what the name itself says."""

    kind: EntityKind
    weight: int


@cache
def words(name: str) -> frozenset[str]:
    """One of the word lists of ``naming.toml``."""
    return frozenset(table("naming")[name])


@cache
def opening_words() -> frozenset[str]:
    """Words that often open a sentence, so that their capital means nothing there."""
    return words("sentence_starters") | words("common_words") | words("company_nouns") | words("press_nouns") | words("ship_nouns")


@cache
def phrases(name: str) -> Phrases[str]:
    """The same for words behind one another: ``language model``."""
    return Phrases((phrase, phrase) for phrase in table("naming")[name])


@cache
def roles() -> Phrases[str]:
    """Roles and titles that stand before or after a person's name."""
    data = table("naming")
    return Phrases((phrase, phrase) for phrase in (*data["roles"], *data["titles"]))


def listed(key: str, *names: str) -> bool:
    """Whether a word is in one of some lists."""
    return any(key in words(name) for name in names)


def is_general(key: str) -> bool:
    """Whether a word says what something is rather than which."""
    return listed(key, "organisation_words", "body_words", "product_words", "place_words", "other_words")


def is_legal_form(token: Token) -> bool:
    """Whether a word only says how a company is registered."""
    return token.key in words("legal_forms") and token.text[0].isupper()


def kind_of(tokens: Sequence[Token], first: int, end: int, *, among_places: bool = False) -> Guess:
    """The kind of what some tokens name; ``among_places`` if the name before in the list is a place's."""
    around = _Around(tokens, first, end)
    if tokens[first].text == "The" and end - first > 1:
        return around.entitled()
    for guess in (
        around.own_words,
        around.called_a_place,
        around.called_a_ship,
        around.person,
        around.noun_behind,
        around.apposition,
        around.noun_before,
    ):
        found = guess()
        if found is not None:
            return found
    if (among_places and around.is_listed()) or around.is_place():
        return Guess("place", 2)
    return around.rest()


class _Around:
    """A name, and the words before and behind it."""

    def __init__(self, tokens: Sequence[Token], first: int, end: int) -> None:
        self.tokens, self.first, self.end = tokens, first, end
        self.keys = [token.key for token in tokens[first:end] if token.kind == "word"]
        self.before = [token.key for token in tokens[max(0, first - 3) : first]][::-1] + ["", "", ""]
        self.ahead = [token.key for token in tokens[end : end + 4]] + ["", "", "", ""]
        self.people_like = all(token.kind == "word" or token.text in "-.'" for token in tokens[first:end])

    def own_words(self) -> Guess | None:
        """By the name's first and last word."""
        first, last = self.keys[0], self.keys[-1]
        if len(self.keys) > 1:
            return self._by_first_and_last(first, last)
        if first.endswith(DRUG_ENDINGS) and len(first) > 6:
            return Guess("product", 1)
        if first.endswith(("bench", "eval")) and len(first) > 5:
            return Guess("benchmark", 4)
        return None

    def _by_first_and_last(self, first: str, last: str) -> Guess | None:
        given = len(self.keys) == 2 and first in words("given_names") and not first == "san"
        inner = next((at for at, key in enumerate(self.keys) if at and key in ("of", "for")), 0)
        head = self.keys[inner - 1] if inner else ""
        kinds: tuple[tuple[bool, EntityKind], ...] = (
            (
                last in words("team_words")
                or self.keys[-2:] == ["task", "force"]
                or {"court", "circuit"} & set(self.keys) != set(),
                "body",
            ),
            (first in words("storm_words") and not is_general(last), "incident"),
            (first == "battle" and self.keys[1] == "of", "incident"),
            (first in words("ship_prefixes"), "other"),
            (first in words("company_openers") and last not in words("other_words"), "organisation"),
            (listed(last, "body_words", "organisation_words") or last in words("legal_forms"), "organisation"),
            (last in words("press_words") or first == "daily", "publication"),
            (last in words("other_words") or last in ("ii", "iii", "iv"), "other"),
            (listed(head, "body_words", "organisation_words"), "organisation"),
            (head in words("press_words"), "publication"),
            (head in words("other_words"), "other"),
            (head in words("place_words") or head == "isle", "place"),
            (not given and (last in words("place_words") or first in words("place_openers")), "place"),
            (len(self.keys) > 2 and last in words("product_words"), "product"),
        )
        return next((Guess(kind, 4) for holds, kind in kinds if holds), None)

    def entitled(self) -> Guess:
        """``The Foo Bar``, with a capital inside the sentence: a paper, a band, a film."""
        found = self.own_words() or self.noun_before()
        return found if found and found.kind != "place" else Guess("other", 3)

    def person(self) -> Guess | None:
        """By a title, a role, a given or family name, or what only people do."""
        if not self.people_like or len(self.keys) > 5:
            return None
        if self._has_title():
            return Guess("person", 4)
        if (
            self.ahead[0] == ","
            and self.ahead[2] == ","
            and self.ahead[1].isdigit()
            and len(self.ahead[1]) == 2
        ):
            return Guess("person", 3)  # "Roe, 28, ..."
        if len(self.keys) == 1:
            return None
        if self.keys[0] in words("given_names") or self._written_given() in words("given_names"):
            return Guess("person", 4)
        if set(self.keys[1:-1]) & words("family_particles") or (self.keys[0] in words("family_names")):
            return Guess("person", 3)
        if self.ahead[0] in words("told_of_people") or self.ahead[:2] == [",", "who"]:
            return Guess("person", 3)
        if self.before[0] in ("said", "says", "wrote", "added"):
            return Guess("person", 3)
        if self.before[0] == "by" and self.before[1] in MADE_BY:
            return Guess("person", 2)
        if self.ahead[0] == "," and self._role_follows():
            return Guess("person", 3)
        return None

    def _has_title(self) -> bool:
        at = self.first - 1
        if at > 0 and self.tokens[at].text == "." and self.tokens[at].glued:
            return self.tokens[at - 1].key in words("titles")
        if at > 0 and self.tokens[at].text == ":":
            at -= 1  # "Analyst: Jane Roe"
        if at < 0 or roles().ending(self.tokens, at) is None:
            return False
        return self.keys[0] in words("given_names") or self.tokens[at].key not in words("company_nouns")

    def _written_given(self) -> str:
        """A given name in two parts: ``seo-yun``."""
        parts = self.tokens[self.first : self.first + 3]
        return "".join(token.key for token in parts)

    def _role_follows(self) -> bool:
        stop = min(self.end + 6, len(self.tokens))
        for at in range(self.end + 1, stop):
            if self.tokens[at].kind not in ("word", "number") and self.tokens[at].text not in "-'":
                return False
            if roles().starting(self.tokens, at):
                return True
        return False

    def noun_behind(self) -> Guess | None:
        """By the noun that the name stands before: ``the Foo benchmark``."""
        if self.ahead[0] in ("family", "series", "line") and self.ahead[1:3] in (["of", "models"],):
            return Guess("model_family", 3)
        for name, kind in NOUNS:
            found = phrases(name).starting(self.tokens, self.end)
            if found:
                plural = found[0].endswith("s") and kind == "product"
                return Guess(kind, 1 if plural else 3)
        if self.ahead[0] in words("place_nouns"):
            return Guess("place", 1)
        return None

    def apposition(self) -> Guess | None:
        """By what the name is said to be: ``, a Berlin start-up``."""
        if self.ahead[0] == "(" and [token.text for token in self.tokens[self.end + 2 : self.end + 4]] == [
            ")",
            ",",
        ]:
            return _Around(self.tokens, self.first, self.end + 3).apposition()
        if self.ahead[0] != "," or self.ahead[1] not in ("a", "an", "the", "one", "its", "his", "her"):
            return None
        for at in range(self.end + 2, min(self.end + 10, len(self.tokens))):
            token = self.tokens[at]
            if token.kind not in ("word", "number") and token.text not in "-'":
                return None
            if token.key == "set" and self.tokens[at + 1 :][:1] and self.tokens[at + 1].key == "of":
                return Guess("dataset", 3)
            if token.key in ("of", "for", "in", "that", "which", "who", "from", "with", "on", "at"):
                return None
            kind = _noun_kind(self.tokens, at)
            if kind is not None:
                return Guess(kind, 3)
        return None

    def noun_before(self) -> Guess | None:
        """By the noun right before the name: ``the budget airline Skylark``."""
        noun = self.before[0]
        if not self.first or not (self.tokens[self.first - 1].text.islower() or noun in words("company_nouns") | words("ship_nouns")):
            return None
        if noun in words("company_nouns") and not (noun == "up" and self.before[1] != "-"):
            return Guess("organisation", 3)
        if noun in PRESS:
            return Guess("publication", 3)
        if noun in (
            "model",
            "benchmark",
            "dataset",
            "app",
            "game",
            "phone",
            "car",
            "drug",
            "satellite",
            "rover",
        ):
            return Guess(BEFORE.get(noun, "product"), 3)
        if noun in words("place_nouns") and noun not in ("plant", "site", "grid", "factory"):
            return Guess("place", 3)
        if noun in words("roles"):
            return Guess("person", 3)
        return None

    def called_a_ship(self) -> Guess | None:
        """``the freighter Foo Bar``."""
        return Guess("other", 3) if self.before[0] in words("ship_nouns") else None

    def called_a_place(self) -> Guess | None:
        """``the town of Foo``, ``the island of Foo``."""
        if self.before[0] == "of" and (self.before[1] in words("bearing_words") or self.before[1] in words("place_nouns")):
            return Guess("place", 3)
        return None

    def is_listed(self) -> bool:
        """Whether a comma before the name makes it one of a list, not the start of a clause."""
        return self.before[0] != "," or self.ahead[0] in (",", "and", "or", ".", "")

    def is_place(self) -> bool:
        """Whether a preposition, or what follows, speaks of a place."""
        if len(self.keys) > 3:
            return False
        before, earlier = self.before[0], self.before[1]
        if self.ahead[0] == "-" and self.ahead[1] in ("based", "born", "listed", "bound"):
            return True
        if self.ahead[0] == "'":
            return False
        if before in INSIDE:
            return earlier not in words("stake_words")
        if before == "the":
            return earlier in words("through_words")
        if before == "of":
            return earlier in ("mayor", "people", "streets", "bishop", "residents")
        if before == "to":
            return earlier in words("motion_words")
        if before == "between":
            return earlier in words("motion_words") or earlier in words("origin_words") or earlier in ("border", "distance")
        if before == "from":
            return earlier in words("origin_words") or earlier in words("roles")
        return before == "at" and earlier in words("happening_words")

    def rest(self) -> Guess:
        """What is left: two or three words that mean nothing else are a person."""
        if len(self.keys) == 1:
            if self.keys[0] in words("given_names"):
                return Guess("person", 1)
            return Guess("place" if self.keys[0].endswith(PLACE_ENDINGS) else "organisation", 0)
        person = (
            self.people_like
            and len(self.keys) < 4
            and self.before[0] not in ("the", "a", "an", "by")
            and not any(
                token.text.isupper() and len(token.text) > 2 for token in self.tokens[self.first : self.end]
            )
            and all(not key.endswith("s") and not listed(key, *NEVER_A_SURNAME) for key in self.keys)
        )
        return Guess("person" if person else "organisation", 0)


NOUNS: Final[tuple[tuple[str, EntityKind], ...]] = (
    ("benchmark_words", "benchmark"),
    ("dataset_words", "dataset"),
    ("model_words", "model"),
    ("product_words", "product"),
)
BEFORE: Final[dict[str, EntityKind]] = {"model": "model", "benchmark": "benchmark", "dataset": "dataset"}


def _noun_kind(tokens: Sequence[Token], at: int) -> EntityKind | None:
    """The kind that a noun in an apposition names."""
    key = tokens[at].key
    if key == "body":
        return "body"
    if key in words("company_nouns") and not (key in ("start", "up", "unit", "team", "house") and tokens[at + 1 :] == []):
        return "organisation"
    if key in PRESS:
        return "publication"
    for name, kind in NOUNS:
        if phrases(name).starting(tokens, at):
            return kind
    if key in words("place_nouns"):
        return "place"
    return "person" if key in words("roles") else None
