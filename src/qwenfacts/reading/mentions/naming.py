"""What kind of thing an unknown name is, by its own words and those around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Final, NamedTuple

from ...entities import EntityKind
from ...tokens import Phrases, Token
from ..wording import forms_of, in_all_forms, table

__all__ = [
    "Guess",
    "is_general",
    "is_legal_form",
    "kind_of",
    "listed",
    "opening_words",
    "roles",
    "told_of_others",
    "verbs_of_figures",
    "verbs_on_s",
    "words",
]

DRUG_ENDINGS: Final = ("mab", "nib", "cept", "tide", "statin", "parib", "ciclib", "gliptin", "sartan")
GENERAL: Final = ("organisation_words", "body_words", "product_words", "place_words", "other_words")
NEVER_A_SURNAME: Final = (*GENERAL, "variants", "not_names", "sentence_starters", "common_words")
NOUNS: Final[tuple[tuple[str, EntityKind], ...]] = (
    ("benchmark_words", "benchmark"),
    ("dataset_words", "dataset"),
    ("model_words", "model"),
    ("product_words", "product"),
)


class Guess(NamedTuple):
    """A kind, and how sure it is: from 0, what is left, to 4, what the name itself says."""

    kind: EntityKind
    weight: int


# -- words -------------------------------------------------------------------------------------


@cache
def words(*names: str) -> frozenset[str]:
    """One of the word lists of ``naming.toml``, or several as one."""
    return frozenset[str]().union(*(table("naming")[name] for name in names))


@cache
def _phrases(name: str) -> Phrases[str]:
    """One of the lists where it holds words behind one another: ``language model``."""
    return Phrases((phrase, phrase) for phrase in table("naming")[name])


@cache
def opening_words() -> frozenset[str]:
    """Words that often open a sentence, so that their capital means nothing there."""
    lists = (
        "sentence_starters",
        "imperatives",
        "common_words",
        "company_nouns",
        "press_nouns",
        "ship_nouns",
    )
    nouns = table("kinds")["nouns"]
    return words(*lists) | {noun for kind in ("organisation", "publication") for noun in nouns[kind]}


@cache
def verbs_on_s() -> frozenset[str]:
    """Verbs in their third person, where a noun of that form would be counted."""
    verbs = (verb for group in table("kinds")["does"].values() for verb in group)
    return words("third_person_verbs") | {
        form for verb in verbs for form, what in forms_of(verb) if what == "third" and " " not in form
    }


@cache
def verbs_of_figures() -> frozenset[str]:
    """Verbs that a line can open with, so much behind them: ``Scored 74.2``, ``Needs 3.8 GB``."""
    told = {verb for entry in table("measures").values() for verb in entry.get("verbs", ())}
    return verbs_on_s() | in_all_forms(*table("figures")["verbs"]["benchmark-score"]) | told


@cache
def told_of_others() -> frozenset[str]:
    """Nouns that name companies and products as well as people: an operator, an inspector."""
    nouns = table("kinds")["nouns"]
    return words("company_nouns") | {noun for kind in ("organisation", "product") for noun in nouns[kind]}


@cache
def roles() -> Phrases[str]:
    """Roles and titles that stand before or after a person's name."""
    data = table("naming")
    return Phrases((phrase, phrase) for phrase in (*data["roles"], *data["titles"]))


def listed(key: str, *names: str) -> bool:
    """Whether a word is in one of some lists."""
    return key in words(*names)


def is_general(key: str) -> bool:
    """Whether a word says what something is rather than which."""
    return listed(key, *GENERAL)


def is_legal_form(token: Token) -> bool:
    """Whether a word only says how a company is registered."""
    return token.text[0].isupper() and token.key in words("legal_forms")


# -- kinds -------------------------------------------------------------------------------------


def kind_of(tokens: Sequence[Token], first: int, end: int, *, after_a_place: bool = False) -> Guess:
    """The kind of what some tokens name; ``after_a_place``: behind a place's name, in a list with it.

    >>> from qwenfacts.tokens import tokenize
    >>> kind_of(tokenize("Dr. Velora"), 2, 3), kind_of(tokenize("Voltrex Ltd"), 0, 2)
    (Guess(kind='person', weight=4), Guess(kind='organisation', weight=4))
    """
    name = _Name(tokens, first, end)
    if tokens[first].text == "The":
        return name.by_its_words() or Guess("other", 1)
    rules: tuple[Callable[[], Guess | None], ...] = (
        name.by_its_words,
        name.by_of_or_ship,
        name.by_what_people_do,
        name.by_the_noun_behind,
    )
    for rule in rules:
        found = rule()
        if found is not None:
            return found
    if name.is_at_a_place() or (after_a_place and name.is_listed()):
        return Guess("place", 2)
    return name.by_default()


class _Name:
    """A name, with the words before and behind it."""

    def __init__(self, tokens: Sequence[Token], first: int, end: int) -> None:
        self.tokens, self.first, self.end = tokens, first, end
        self.keys = [token.key for token in tokens[first:end] if token.kind == "word"]
        self.before = [*(token.key for token in reversed(tokens[max(0, first - 2) : first])), "", ""]
        self.ahead = [*(token.key for token in tokens[end : end + 3]), "", "", ""]
        self.only_words = all(token.kind == "word" or token.text in "-.'" for token in tokens[first:end])
        self.given = listed(self.keys[0], "given_names") or self._whole(3) in words("given_names")
        self.given = self.given or (len(self.keys) == 2 and listed(self.keys[0], "plain_given_names"))

    def _whole(self, count: int) -> str:
        """The first tokens as one word: ``seo-yun``."""
        return "".join(token.key for token in self.tokens[self.first : self.first + count])

    def by_its_words(self) -> Guess | None:
        """By the name's first and last word, and the one before ``of``."""
        first, last = self.keys[0], self.keys[-1]
        if len(self.keys) == 1:
            if len(first) > 5 and first.endswith(("bench", "eval")):
                return Guess("benchmark", 4)
            return Guess("product", 1) if first.endswith(DRUG_ENDINGS) and len(first) > 6 else None
        inner = next((at for at, key in enumerate(self.keys) if at and key in ("of", "for")), 0)
        head = self.keys[inner - 1] if inner else ""
        person = self.given and len(self.keys) == 2
        kinds: tuple[tuple[bool, EntityKind], ...] = (
            (any(token.text == "&" for token in self._own()), "organisation"),
            (last in words("team_words") or self.keys[-2:] == ["task", "force"], "body"),
            (not {"court", "circuit"}.isdisjoint(self.keys), "body"),
            (first in words("storm_words") and not is_general(last), "incident"),
            (head == "battle", "incident"),
            (first in words("ship_prefixes"), "other"),
            (last in words("press_words") or first == "daily", "publication"),
            (first in words("company_openers") and not listed(last, "other_words"), "organisation"),
            (last in words("ruling_words"), "body"),
            (listed(last, "body_words", "organisation_words", "legal_forms"), "organisation"),
            (listed(" ".join(self.keys[-2:]), "body_words", "organisation_words"), "organisation"),
            (last in words("other_words"), "other"),
            (head in words("ruling_words"), "body"),
            (listed(head, "body_words", "organisation_words"), "organisation"),
            (head in words("press_words"), "publication"),
            (head in words("other_words"), "other"),
            (listed(head, "place_words", "place_openers"), "place"),
            (last in words("place_words_of_companies") and self._is_a_company(), "organisation"),
            (not person and (last in words("place_words") or first in words("place_openers")), "place"),
            (len(self.keys) > 2 and last in words("product_words"), "product"),
            (last in words("offers"), "platform"),
        )
        return next((Guess(kind, 4) for holds, kind in kinds if holds), None)

    def by_of_or_ship(self) -> Guess | None:
        """``the town of Foo``, ``the freighter Jane Roe``."""
        if self.before[0] in words("ship_nouns"):
            return Guess("other", 3)
        if self.before[0] == "of" and listed(self.before[1], "bearing_words", "place_nouns"):
            return Guess("place", 3)
        return None

    def by_what_people_do(self) -> Guess | None:
        """By a title, an age, a given or family name, or what only people do."""
        if self._has_title():
            return Guess("person", 4)
        if self.ahead[0] == self.ahead[2] == "," and self.ahead[1].isdigit() and len(self.ahead[1]) == 2:
            return Guess("person", 3)  # "Roe, 28, ..."
        if len(self.keys) == 1:
            return None
        if self.given or len(self.keys[0]) == 1:
            return Guess("person", 4)  # "J. Roe"
        if self.before[0] in ("the", "a", "an"):
            return None  # nobody is called "the Foo Bar"
        told = self.ahead[0] in words("told_of_people") or self.ahead[:2] == [",", "who"]
        pair = len(self.keys) == 2 and self.keys[1] in words("family_names")
        named = pair or self.keys[0] in words("family_names")
        named = named or not words("family_particles").isdisjoint(self.keys[1:-1])
        said = self.before[0] in ("said", "says", "wrote", "added")
        return Guess("person", 3) if told or named or said else None

    def _has_title(self) -> bool:
        """``Dr. Roe``, ``chief executive Jane Roe``, ``Analyst: Jane Roe``."""
        at = self.first - 1
        if at > 0 and self.tokens[at].text == "." and self.tokens[at].glued:
            return self.tokens[at - 1].key in words("titles")
        if at > 0 and self.tokens[at].text == ":":
            at -= 1
        if at < 0 or roles().ending(self.tokens, at) is None:
            return False
        return self.given or self.tokens[at].key not in words("company_nouns")

    def _is_a_company(self) -> bool:
        """Whether a name that may be a place's is a company's."""
        return self.before[0] in words("company_nouns") or self.ahead[0] in words("company_hopes")

    def by_the_noun_behind(self) -> Guess | None:
        """``the Foo benchmark``, ``the Foo family of models``."""
        if self.ahead[1:3] == ["of", "models"]:
            return Guess("model_family", 3)
        for name, kind in NOUNS:
            found = _phrases(name).starting(self.tokens, self.end)
            if found:
                plural = kind == "product" and found[0].endswith("s")
                return Guess(kind, 1 if plural else 3)
        return Guess("place", 1) if self.ahead[0] in words("place_nouns") else None

    def is_listed(self) -> bool:
        """Whether a comma before the name makes it one of a list, not the start of a clause."""
        return self.before[0] != "," or self.ahead[0] in (",", "and", "or", ".", "")

    def is_at_a_place(self) -> bool:
        """Whether a preposition, or what is written together with the name, speaks of a place."""
        before, earlier = self.before[0], self.before[1]
        if self.ahead[0] == "-":
            return self.ahead[1] in ("based", "born", "listed", "bound")
        if self.ahead[0] == "'" or len(self.keys) > 3:
            return False
        if before in words("inside_words"):
            return earlier not in words("stake_words")
        if before == "of":
            return earlier in ("mayor", "people", "streets", "bishop", "residents")
        lists = {
            "the": ("through_words",),
            "to": ("motion_words",),
            "between": ("motion_words", "origin_words"),
            "from": ("origin_words", "roles"),
            "at": ("happening_words",),
        }
        return listed(earlier, *lists.get(before, ()))

    def by_default(self) -> Guess:
        """What is left: two or three words that mean nothing else are a person, or spell out an acronym."""
        if len(self.keys) == 1:
            return Guess("person", 1) if self.given else Guess("organisation", 0)
        person = (
            self.only_words
            and len(self.keys) < 4
            and not all(token.glued for token in self._own()[1:])  # "Hapag-Lloyd"
            and self.before[0] not in ("the", "a", "an", "by")
            and all(token.kind != "word" or not token.text[1:].isupper() for token in self._own())
            and not any(key.endswith("s") or listed(key, *NEVER_A_SURNAME) for key in self.keys)
        )
        if person:
            return Guess("other", 2) if self._has_acronym() else Guess("person", 0)
        return Guess("organisation", 0)

    def _has_acronym(self) -> bool:
        """``Retrieval-Augmented Generation (RAG)``: whether the initials follow, as no person's do."""
        short = self.ahead[1] if self.ahead[0] == "(" and self.ahead[2] == ")" else ""
        return len(short) > 1 and set(short) <= {key[0] for key in self.keys}

    def _own(self) -> Sequence[Token]:
        return self.tokens[self.first : self.end]
