"""Whom or what a part of a name means alone: surnames, and members of a line: ``Pro``, ``the 960``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterator, KeysView, Sequence
from typing import Final

from ...tokens import NOTHING, Phrases, Token
from ..wordclasses import COORDINATORS, DO, HAVE, MODALS, PREPOSITIONS, RELATIVES
from .casing import Casing
from .naming import is_general, verbs_on_s, words
from .shapes import is_year

__all__ = ["Bearers", "members_alone"]

CLOSES: Final = frozenset("is was are were , ; : . ) ' ? ! \n — –".split(" ")) | {"", "alone", "both"}
BEHIND: Final = CLOSES | HAVE | DO | MODALS | PREPOSITIONS | COORDINATORS | RELATIVES
"""What stands behind a noun phrase that is over, besides verbs."""
APPOSED: Final = frozenset("a an the its which with whose at now".split())
MOST: Final = 64
SERIAL: Final = 3
"""A number of so many digits behind an article counts nothing."""

PARTS: Final = re.compile(r"(.+)[ -]([^ -]{2,})$")
"""``Foo-4-Coder 30B``: what is before the last blank or hyphen, and what is behind it."""

Named = tuple[int, int, str]


def members_alone(
    casing: Casing, things: Sequence[Named], lone: Container[int], known: Callable[[str], object | None]
) -> Iterator[Named]:
    """Where members of a line stand by their last word alone, with what they mean.

    - ``things``: the names of things that may have members, as first and after-last token and id;
    - ``lone``: where unknown names of one word were found, which may be such members;
    - ``known``: what the lexicon has for a word: that means no member.

    A word means the one member so called before, of a line of which the text has several members, or the only
    thing in the text that is called so; what may mean several is left alone.
    """
    tails = _Tails(casing, things, lone, known)
    table = Phrases(((tail, tail) for tail in tails.named), exact=True)
    for at in casing.starts:
        if casing.tokens[at].text not in table.openings or casing.tokens[at].runs_on:
            continue
        tail, end = table.starting(casing.tokens, at) or ("", at)
        key = tails.meant(tail, at) if tail and tails.stands(at, end, tail) else None
        if key is not None:
            yield at, end, key


class _Tails:
    """The last words of the names of things, each with where the name stands, its id and its line."""

    def __init__(
        self,
        casing: Casing,
        things: Sequence[Named],
        lone: Container[int],
        known: Callable[[str], object | None],
    ) -> None:
        self._casing, self._lone = casing, lone
        self.named: dict[str, dict[str, tuple[int, str]]] = {}
        lines: dict[str, set[str]] = {}
        for first, end, key in things:
            parts = PARTS.match(casing.written(first, end))
            if parts and not is_general(parts[2].casefold()) and known(parts[2]) is None:
                places = self.named.setdefault(parts[2], {})
                if len(places) < MOST:
                    places.setdefault(key, (first, parts[1]))
                lines.setdefault(parts[1], set()).add(key)
        self._lines = {stem for stem, keys in lines.items() if len(keys) > 1}

    def meant(self, tail: str, at: int) -> str | None:
        """The one thing that a last word can mean at a token."""
        places = self.named[tail]
        before = {key for key, (first, stem) in places.items() if first < at and stem in self._lines}
        if len(before) == 1:
            return before.pop()
        usual = tail[0].isdigit() or at in self._lone or tail.casefold() in words("tiers")
        return next(iter(places)) if len(places) == 1 and usual else None

    def stands(self, at: int, end: int, tail: str) -> bool:
        """Whether a word stands for a thing here, and is neither a part of a name nor said of a noun."""
        casing, lone = self._casing, at in self._lone
        before, after = casing.key(at - 1), casing.key(end)
        if casing.headings[at] or (after == "-" and casing.tokens[end].glued):
            return lone
        tier = tail.casefold() in words("tiers")
        if lone and not tier:
            return True
        acts = after in verbs_on_s() or after in words("subject_verbs") or after.endswith("ed")
        if tail[0].isdigit():
            serial = acts or ((len(tail) >= SERIAL or not tail.isdigit()) and after in BEHIND)
            return serial and before == "the" and not is_year(tail) and casing.free(at, end)
        if not lone and (casing.is_capital(end) or not casing.is_free_capital(at)):
            return False
        acts = acts or (after in words("inner_adverbs") and after != "now")
        following = casing.tokens[end + 1] if end + 1 < len(casing.tokens) else NOTHING
        listed = after == "," or after in COORDINATORS
        if not casing.opens(at):
            if listed and following.text[:1].isupper():
                return following.text in self.named  # "Free, Pro and Team accounts"
            return acts or after in BEHIND or (lone and not after.endswith("s"))  # "Pro users"
        if listed:
            return following.key in APPOSED or following.text in self.named
        return acts or after in HAVE | DO | MODALS | {"is", "was", "alone"}


class Bearers:
    """Who bears a word as a name, by where the full name stands."""

    def __init__(self) -> None:
        self._full: dict[str, tuple[list[int], list[str]]] = {}

    def add(self, name: Sequence[Token], at: int, key: str) -> None:
        """Note a full name; in text order."""
        for token, beside in zip(name, (*name[1:], NOTHING), strict=True):
            half = beside.text == "-" and beside.glued  # "Da-in"
            if len(token.text) > 1 and token.text[0].isupper() and not half:
                places, keys = self._full.setdefault(token.text, ([], []))
                places.append(at)
                keys.append(key)

    def words(self) -> KeysView[str]:
        """The words that somebody bears."""
        return self._full.keys()

    def of(self, word: str, at: int, *, before: bool) -> str | None:
        """The last bearer named before a token; else, unless only that is wanted, the first behind it."""
        places, keys = self._full.get(word, ([], []))
        index = bisect_left(places, at)
        if index:
            return keys[index - 1]
        return keys[0] if keys and not before else None
