"""What kind of thing an unknown capitalised run names, by its own words and those around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from ..entities import EntityKind
from ..tokens import Phrases, Token
from .wording import table

__all__ = ["inner_capital", "is_legal_form", "kind_of", "roles", "words"]

LEGAL_FORMS: Final = frozenset(
    "inc ltd llc plc corp gmbh ag sa nv bv ab asa oyj spa kk pte pvt co se".split()
)
IN_A_PLACE: Final = frozenset(["in", "near", "across", "around", "outside", "off", "throughout"])
PLACE_HEADS: Final = frozenset(
    "city town port village region province district state island county coast canton north south"
    " east west".split()
)
STORMS: Final = frozenset(["cyclone", "hurricane", "typhoon", "storm", "operation"])
TEAMS: Final = frozenset("team unit trust panel taskforce committee council board working".split())
TOLD_OF_PEOPLE: Final = frozenset(
    "said says told who joins joined resigned scored added wrote argued replaces succeeds left"
    " retired runs led".split()
)
APPOSED: Final = frozenset(
    "company firm maker start startup supplier group lab provider developer retailer operator bank"
    " fund manufacturer builder producer insurer carrier publisher agency broker consultancy chipmaker"
    " carmaker charity union".split()
)


@cache
def words(name: str) -> frozenset[str]:
    """One of the word lists of ``naming.toml``."""
    return frozenset(table("naming")[name])


@cache
def roles() -> Phrases[str]:
    """Roles and titles that stand before or after a person's name."""
    data = table("naming")
    return Phrases((phrase, phrase) for phrase in (*data["roles"], *data["titles"]))


def inner_capital(word: str) -> bool:
    """Whether a word has a capital behind its first letter, and a small one.

    >>> inner_capital("OpenStreets"), inner_capital("BANK"), inner_capital("Bank")
    (True, False, False)
    """
    return any(c.isupper() for c in word[1:]) and any(c.islower() for c in word)


def is_legal_form(token: Token) -> bool:
    """Whether a word only says how a company is registered."""
    return token.key in LEGAL_FORMS and token.text[0].isupper()


def kind_of(tokens: Sequence[Token], first: int, end: int) -> EntityKind:
    """The kind of what some tokens name."""
    keys = [token.key for token in tokens[first:end] if token.kind == "word"]
    before = tokens[first - 1].key if first else ""
    ahead = [token.key for token in tokens[end : end + 3]] + ["", "", ""]
    own = _by_own_words(keys, tokens[first].text)
    if own is not None:
        return own
    behind = _by_noun_behind(ahead)
    if behind is not None:
        return behind
    person = 1 < len(keys) <= 4 and all(
        token.kind == "word" or token.text in "-." for token in tokens[first:end]
    )
    if person and _is_person(tokens, first, end, keys, before, ahead):
        return "person"
    if ahead[0] == "," and ahead[1] in ("a", "an", "the"):
        apposed = _by_apposition(tokens[end + 2 : end + 10])
        if apposed is not None:
            return apposed
    if before in IN_A_PLACE and ahead[0] != "'" and len(keys) < 3:
        return "place"
    if before == "of" and first > 1 and tokens[first - 2].key in PLACE_HEADS:
        return "place"
    if person and len(keys) < 4 and before not in ("the", "a", "an") and all(map(_is_surname_like, keys)):
        return "person"
    return "organisation"


def _is_surname_like(key: str) -> bool:
    """Whether a word is none that is known to mean something, and no plural."""
    lists = (
        "organisation_words",
        "body_words",
        "product_words",
        "place_words",
        "not_names",
        "sentence_starters",
    )
    return not key.endswith("s") and not any(key in words(name) for name in lists)


def _by_own_words(keys: Sequence[str], text: str) -> EntityKind | None:
    first, last = keys[0], keys[-1]
    if len(keys) > 1:
        if last in TEAMS or (len(keys) > 2 and keys[-2:] == ["task", "force"]):
            return "body"
        if first in STORMS:
            return "incident"
        if last in words("body_words") or last in words("organisation_words") or last in LEGAL_FORMS:
            return "organisation"
        if last in words("place_words") or first in ("lake", "mount", "cape", "port", "fort", "gulf"):
            return "place"
    if text.lower().endswith(("bench", "eval")) and len(text) > 5:
        return "benchmark"
    return None


def _by_noun_behind(ahead: Sequence[str]) -> EntityKind | None:
    if ahead[0] in words("benchmark_words"):
        return "benchmark"
    if ahead[0] in words("dataset_words"):
        return "dataset"
    if ahead[0] in words("model_words"):
        return "model"
    if ahead[0] in words("product_words") or (ahead[1] in words("product_words") and ahead[0].isalpha()):
        return "product"
    return None


def _is_person(
    tokens: Sequence[Token], first: int, end: int, keys: Sequence[str], before: str, ahead: Sequence[str]
) -> bool:
    if first and (roles().ending(tokens, first - 1) or before in words("titles")):
        return True
    if keys[0] in words("given_names") or set(keys[1:-1]) & words("family_particles"):
        return True
    if ahead[0] in TOLD_OF_PEOPLE or (ahead[0] == "," and ahead[1] == "who"):
        return True
    return ahead[0] == "," and any(
        roles().starting(tokens, at) for at in range(end + 1, min(end + 6, len(tokens)))
    )


def _by_apposition(tokens: Sequence[Token]) -> EntityKind | None:
    """The kind that an apposition names: ``, a Berlin start-up``."""
    for token in tokens:
        if token.kind not in ("word", "number") and token.text != "-":
            return None
        if token.key in APPOSED:
            return "organisation"
        if token.key in words("product_words"):
            return "product"
        if token.key in words("roles"):
            return "person"
    return None
