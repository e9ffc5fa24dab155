"""What a capital tells, and what it does not: of single words, their neighbours and their place."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from ...entities import Entity
from ...lexicon import Lexicon
from ...tokens import NOTHING, Token
from ..wordclasses import DETERMINERS
from ..wording import table
from .datewords import month_at
from .naming import is_general, listed, opening_words, roles, words

__all__ = ["LONGEST", "Casing", "inner_capital", "is_calendar_word"]

LONGEST: Final = 16
"""A name has at most so many tokens; what is longer is none, and to look on would take quadratic time."""
LOUD: Final = 5
"""Longer words in capitals are no initials."""
SINGULAR: Final = frozenset("has is was says expects hopes owns plans runs sells wants makes".split())
"""Verbs behind a name on -s that is no plural."""
DESCRIBED_BY: Final = DETERMINERS | {"s", "no", "new", "all"}
OPENING: Final = frozenset('.!?:•“"—–|*')
NOUN_ENDINGS: Final = tuple(
    "ing ly tion sion ment ness ity ism ship ance ence ology less ful".split()
)  # fmt: skip


def inner_capital(word: str) -> bool:
    """Whether a word has a capital behind its first letter, and a small one.

    >>> inner_capital("OpenStreets"), inner_capital("BANK"), inner_capital("Bank")
    (True, False, False)
    """
    return any(c.isupper() for c in word[1:]) and any(c.islower() for c in word)


@cache
def _calendar() -> frozenset[str]:
    names = table("calendar")
    return frozenset(name.lower() for group in ("months", "weekdays") for name in names[group])


def is_calendar_word(key: str) -> bool:
    """Whether a word names a month or a day of the week."""
    return key in _calendar()


class Casing:
    """The tokens of a text, and which of them may be names by their capitals.

    ``taken`` are tokens that no name may hold, or that one holds already; ``headings`` those of lines in
    which every word may have a capital; ``units`` those that belong to a number.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        lexicon: Lexicon,
        taken: list[bool],
        headings: Sequence[bool],
        units: Sequence[bool],
    ) -> None:
        self.tokens = tokens
        self.bearers: dict[str, Entity] = lexicon.bearers
        self.taken = taken
        self.headings = headings
        self._known = lexicon.phrases
        self._units = units
        self._capitals: set[int] = set()
        self.starts: list[int] = []
        """Where a name may start: at a number, a capital, or a small word that starts one of the lexicon."""
        lower: set[str] = set()
        self.small: list[int] = []
        """The words in small letters that have no word behind them."""
        self.openings: frozenset[str] = self._known.openings
        """The words that names of the lexicon start with."""
        openings = self.openings
        for at, (token, after) in enumerate(itertools.pairwise((*tokens, NOTHING))):
            if token.kind == "number":
                self.starts.append(at)
            elif token.kind != "word":
                continue
            elif (text := token.text).islower():
                if not taken[at] and not (token.glued and tokens[at - 1].text == "-"):
                    lower.add(text)
                if text in openings:
                    self.starts.append(at)
                if after.kind != "word":
                    self.small.append(at)
            else:
                self.starts.append(at)
                whole = not units[at] and not token.runs_on
                if whole and ((text[0].isupper() and not after.runs_on) or inner_capital(text)):
                    self._capitals.add(at)
        self._free_capitals = {at for at in self._capitals if not taken[at]}
        self.lower = lower
        """Words that the text has in small letters, outside links and names like ``Seo-yun``."""
        self.lone: frozenset[str] = frozenset(self._lone())
        """Words with a capital inside a sentence, with no other beside, that the text never has without."""

    def _lone(self) -> Iterator[str]:
        """Words that have their capital from no neighbour, no heading and no start of a sentence."""
        tokens, capitals = self.tokens, self._capitals
        for at in capitals:
            text = tokens[at].text
            if (
                len(text) > 2
                and tokens[at].key not in self.lower
                and not (self.taken[at] or at - 1 in capitals or at + 1 in capitals)
                and self.is_inside(at)
                and tokens[at - 1].text not in "-&.'"
            ):
                yield text

    def tell_small(self, at: int) -> None:
        """Say that a word is a name in small letters, which may have a capital as well."""
        self.lower.discard(self.tokens[at].key)

    # -- tokens --

    def text(self, at: int) -> str:
        """The token as written; nothing before the first and behind the last."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def key(self, at: int) -> str:
        """The token in lower case; nothing before the first and behind the last."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def glued(self, at: int) -> bool:
        """Whether there is a token here, and no white space before it."""
        return at < len(self.tokens) and self.tokens[at].glued

    def take(self, first: int, end: int) -> None:
        """Say that a name holds these tokens."""
        self.taken[first:end] = [True] * (end - first)
        self._free_capitals.difference_update(range(first, end))

    def free(self, first: int, end: int) -> bool:
        """Whether no name holds one of these tokens."""
        return not any(self.taken[first:end])

    def written(self, first: int, end: int) -> str:
        """Some tokens on one line, with plain hyphens."""
        if end - first == 1:
            return self.tokens[first].text
        return "".join(
            ("" if token.glued or index == first else " ") + token.text
            for index, token in enumerate(self.tokens[first:end], first)
        )

    def known_at(self, at: int) -> tuple[Entity, int] | None:
        """The longest name of the lexicon that starts here, and the token after it; a unit alone is none."""
        found = self._known.starting(self.tokens, at)
        if found is None:
            return None
        if self.tokens[found[1] - 1].kind == "number" and self._is_day(found[1] - 1):
            shorter = self._known.starting(self.tokens[at : found[1] - 1], 0)
            found = None if shorter is None else (shorter[0], at + shorter[1])
        return None if found is None or (self._units[at] and all(self._units[at : found[1]])) else found

    def _is_day(self, at: int) -> bool:
        """Whether a number is the day of a date: ``Foo 3 May 2027``."""
        year = self.text(at + 2)
        return len(year) == 4 and year.isdigit() and month_at(self.tokens, at + 1) is not None

    # -- words --

    def is_capital(self, at: int) -> bool:
        """Whether a whole word starts with a capital, or has one inside."""
        return at in self._capitals

    def is_free_capital(self, at: int) -> bool:
        """Whether a name may go on with the word at this token."""
        return at in self._free_capitals

    def opens(self, at: int) -> bool:
        """Whether a token opens a sentence, line, item or quotation, where any word has a capital."""
        if at == 0:
            return True
        before = self.tokens[at - 1]
        if before.text == "-":
            return not self.tokens[at].glued
        if before.text == "'":
            return not before.glued or at == 1 or self.tokens[at - 2].kind in ("mark", "newline")
        if before.text == "." and before.glued:
            initial = self.text(at - 2)
            initial = "" if self.tokens[at - 2].runs_on else initial  # "Foo 40B."
            return not (initial.isalpha() and len(initial) == 1) and self.key(at - 2) not in words("titles")
        return before.kind == "newline" or before.text in OPENING

    def is_loud(self) -> bool:
        """Whether a heading has a long word in capitals, as a line in capitals has."""
        heads = itertools.compress(self.tokens, self.headings)
        return any(len(token.text) > LOUD and token.text.isupper() for token in heads)

    def is_inside(self, at: int) -> bool:
        """Whether a token stands inside a sentence, where capitals tell names."""
        return not self.headings[at] and not self.opens(at)

    def opens_by_chance(self, at: int) -> bool:
        """Whether a word opens a sentence, and stands elsewhere in small letters."""
        return self.key(at) in self.lower and self.opens(at)

    def means_nothing(self, at: int) -> bool:
        """Whether an ordinary word may have its capital from where it stands."""
        if self.key(at) in opening_words() and self.text(at) not in self.lone:
            return self.headings[at] or self.opens(at)
        return self.opens_by_chance(at)

    def is_ordinary(self, at: int, *, inside: bool = False) -> bool:
        """Whether a capitalised word is no name of its own: AI, Monday, Chinese, CEO.

        Inside a longer name a plain word such as ``Music`` may well be a part of it.
        """
        token = self.tokens[at]
        if token.key in words("not_names"):
            plain = token.text.istitle() and len(token.text) > 4 and not is_calendar_word(token.key)
            if not (inside and plain):
                return True
        if token.key in words("nationalities"):
            return True
        if token.key in words("bearing_adjectives") and self.key(at + 1) in words("nationalities"):
            return True
        if len(token.text) == 1:
            joined = self.text(at + 1) == "&" and self.is_capital(at + 3)  # "M&T Bank", and not "Q&A"
            initial = self.text(at + 1) in (".", "'") and self.text(at - 1) != "&"  # "R&D."
            return not (token.text == "X" or initial or joined)
        return roles().starting(self.tokens, at) is not None

    def is_special(self, at: int) -> bool:
        """Whether a word alone can stand for the longer name that it opens."""
        token = self.tokens[at]
        return (
            token.kind == "word"
            and len(token.text) > 2
            and not is_general(token.key)
            and not listed(token.key, "not_names")
            and token.key not in opening_words()
            and token.key not in self.lower
        )

    def stands_alone(self, at: int) -> bool:
        """Whether a single capitalised word is a name."""
        token = self.tokens[at]
        if inner_capital(token.text):
            return True
        if token.key in words("variants") and at and self.tokens[at - 1].kind == "number":
            return False  # what it is a variant of was not read
        if token.text in self.lone and is_general(token.key):
            return self._is_bare(at)
        if listed(token.key, "sentence_starters") or is_general(token.key):
            return False
        if token.key in self.lower or token.text in self.bearers:
            return False
        if not self.opens(at):
            return True
        if token.text.isupper() and len(token.text) > 2:
            return True
        if token.text in self.lone:
            return True
        return not token.key.endswith(NOUN_ENDINGS) and self._is_subject(at)

    def _is_bare(self, at: int) -> bool:
        """``sold through Copilot``: whether no article or owner makes of a noun in capitals a description."""
        before = self.key(at - 1)
        after = self.text(at + 1)
        return self.text(at).istitle() and before.isalpha() and before not in DESCRIBED_BY and after != "'"

    def precedes_a_place(self, at: int) -> bool:
        """``Foo, Ohio, is``: whether a comma and the place stand here that a smaller one is in."""
        if self.text(at) != ",":
            return False
        place, end = self.known_at(at + 1) or (None, at)
        return place is not None and place.kind == "place" and self.text(end) in (",", ".", ")")

    def _is_subject(self, at: int) -> bool:
        """Whether what follows a word that opens a sentence takes it for one thing with a name."""
        after, following = self.key(at + 1), self.key(at + 2)
        if after == "'":
            return self.glued(at + 1) and following == "s"
        if after == ",":
            aged = following.isdigit() and len(following) == 2 and self.text(at + 3) == ","
            return aged or self._is_apposed(at + 2) or self.precedes_a_place(at + 1)
        if roles().starting(self.tokens, at + 1) is not None:
            return True
        plural = self.key(at).endswith("s")
        if not self.text(at + 1).islower():
            return False  # "Effective May 12"
        if after in ("and", "or"):
            return not plural and self.is_capital(at + 2)  # "Foo and Acme are"
        if after in words("subject_verbs"):
            return not plural or after in SINGULAR
        return after.endswith("ed") and not plural

    def _is_apposed(self, at: int) -> bool:
        """``Foo, a bank, …``, ``Foo, which sells …``, ``Foo, the bank, sold``: behind the comma."""
        opens = self.key(at)
        if opens in ("which", "whose", "who", "that"):
            return self.key(at + 1) not in ("are", "were", "have")
        if opens in ("a", "an", "once", "formerly"):
            return True
        if opens not in ("the", "its", "his", "her", "one", "both"):
            return False
        for index in range(at + 1, at + LONGEST):
            key = self.key(index)
            if key == ",":
                return self.text(index + 1).islower() and self.key(index + 1) not in ("the", "a", "an", "and")
            if key in (".", ";", "") or key in words("subject_verbs"):
                return False
        return False
