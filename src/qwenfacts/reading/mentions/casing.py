"""What a capital tells, and what it does not: of single words, their neighbours and their place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from ...entities import Entity
from ...lexicon import Lexicon
from ...tokens import NOTHING, Token, goes_on
from ..wording import table
from .datewords import month_at
from .naming import is_general, listed, opening_words, roles, words

__all__ = ["LONGEST", "Casing", "inner_capital", "is_calendar_word"]

LONGEST: Final = 16
"""A name has at most so many tokens; what is longer is none, and to look on would take quadratic time."""
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
        openings = self._known.openings()
        before = NOTHING
        for at, token in enumerate(tokens):
            kind, text = token.kind, token.text
            if text.islower():
                if not (token.glued and before.text == "-"):
                    lower.add(text)
                if text in openings and kind == "word":
                    self.starts.append(at)
            elif kind == "word":
                self.starts.append(at)
                whole = not units[at] and not token.runs_on
                if whole and ((text[0].isupper() and not goes_on(tokens, at + 1)) or inner_capital(text)):
                    self._capitals.add(at)
            elif kind == "number":
                self.starts.append(at)
            before = token
        self._free_capitals = {at for at in self._capitals if not taken[at]}
        self.lower: frozenset[str] = frozenset(lower)
        """Words that the text has in small letters; without second parts as in ``Seo-yun``."""

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
        if found is not None and self.tokens[found[1] - 1].kind == "number" and self._is_day(found[1] - 1):
            shorter = self._known.starting(self.tokens[at : found[1] - 1], 0)
            found = None if shorter is None else (shorter[0], at + shorter[1])
        return None if found is None or all(self._units[at : found[1]]) else found

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
            return not (initial.isalpha() and len(initial) == 1) and self.key(at - 2) not in words("titles")
        return before.kind == "newline" or before.text in OPENING

    def opens_by_chance(self, at: int) -> bool:
        """Whether a word opens a sentence, and stands elsewhere in small letters."""
        return self.key(at) in self.lower and self.opens(at)

    def means_nothing(self, at: int) -> bool:
        """Whether an ordinary word may have its capital from where it stands."""
        if self.key(at) in opening_words():
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
            return token.text != "X" and self.text(at + 1) not in (".", "'")
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
        if listed(token.key, "sentence_starters") or is_general(token.key):
            return False
        if token.key in self.lower or token.text in self.bearers:
            return False
        if not self.opens(at):
            return True
        if token.text.isupper() and len(token.text) > 2:
            return True
        return not token.key.endswith(NOUN_ENDINGS) and self._is_subject(at)

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
            apposed = following in ("a", "an", "the", "which", "whose", "who")
            return aged or apposed or self.precedes_a_place(at + 1)
        if roles().starting(self.tokens, at + 1) is not None:
            return True
        plural = self.key(at).endswith("s")
        if after in words("subject_verbs"):
            return not (plural and after in ("will", "would", "may", "can", "could"))
        return after.endswith("ed") and not plural
