"""What a capital tells, and what it does not: of words, their neighbours and the line they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from ..entities import Entity
from ..lexicon import Lexicon
from ..tokens import Token, goes_on
from .naming import is_general, is_legal_form, listed, opening_words, roles, words
from .wording import table

__all__ = ["Casing", "inner_capital"]

LONGEST: Final = 16
"""A name has at most so many tokens; what is longer is no name, and looking on would take quadratic time."""
OPENING: Final = frozenset('.!?:•“"—–|*')
ROMAN: Final = frozenset("II III IV VI VII VIII IX XI XII XIII XIV XVI".split())
NOUN_ENDINGS: Final = (
    "ing", "ly", "tion", "sion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "ology", "less", "ful",
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
        self.units = units
        self.known = lexicon.phrases
        self.bearers = lexicon.bearers
        self.taken = taken
        self.headings = headings
        self.lower = frozenset(
            token.text
            for at, token in enumerate(tokens)
            if token.text.islower() and not (token.glued and tokens[at - 1].text == "-")
        )
        """Words that the text has in small letters; without second parts as in ``Seo-yun``."""

    def text(self, at: int) -> str:
        """The token as written; nothing before the first and behind the last."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def key(self, at: int) -> str:
        """The token in lower case; nothing before the first and behind the last."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def glued(self, at: int) -> bool:
        """Whether there is a token here, and no white space before it."""
        return at < len(self.tokens) and self.tokens[at].glued

    def free(self, first: int, end: int) -> bool:
        """Whether no name holds one of these tokens."""
        return not any(self.taken[first:end])

    def written(self, first: int, end: int) -> str:
        """Some tokens on one line, with plain hyphens."""
        return "".join(
            ("" if token.glued or index == first else " ") + token.text
            for index, token in enumerate(self.tokens[first:end], first)
        )

    def known_at(self, at: int) -> tuple[Entity, int] | None:
        """The longest name of the lexicon that starts here, and the token after it; a unit alone is none."""
        found = self.known.starting(self.tokens, at)
        return None if found is None or all(self.units[at : found[1]]) else found

    # -- single words --

    def is_capital(self, at: int) -> bool:
        """Whether a whole word starts with a capital, or has one inside."""
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        if token.kind != "word" or self.units[at] or goes_on(self.tokens, at):
            return False
        return (token.text[0].isupper() and not goes_on(self.tokens, at + 1)) or inner_capital(token.text)

    def is_free_capital(self, at: int) -> bool:
        """Whether a name may go on with the word at this token."""
        return self.is_capital(at) and not self.taken[at]

    def opens(self, at: int) -> bool:
        """Whether a token opens a sentence, line, item or quotation, where any word has a capital."""
        if at == 0:
            return True
        before = self.tokens[at - 1]
        if before.kind == "newline":
            return True
        if before.text == "-":
            return not self.tokens[at].glued
        if before.text == "'":
            return not before.glued or (at > 1 and self.tokens[at - 2].kind in ("mark", "newline"))
        if before.text == "." and before.glued:
            initial = self.text(at - 2)
            return not ((len(initial) == 1 and initial.isalpha()) or self.key(at - 2) in words("titles"))
        return before.text in OPENING

    def is_ordinary(self, at: int, *, inside: bool = False) -> bool:
        """Whether a capitalised word is no name of its own: AI, Monday, Chinese, CEO.

        Inside a longer name a plain word such as ``Music`` may well be a part of it.
        """
        token = self.tokens[at]
        part = inside and token.text.istitle() and len(token.text) > 4 and token.key not in _calendar()
        return (
            (token.key in words("not_names") and not part)
            or token.key in words("nationalities")
            or (token.key in words("bearing_adjectives") and self.key(at + 1) in words("nationalities"))
            or token.kind == "mark"
            or (len(token.text) == 1 and token.text != "X" and self.text(at + 1) not in (".", "'"))
            or roles().starting(self.tokens, at) is not None
        )

    def is_special(self, at: int) -> bool:
        """Whether a word alone can stand for the longer name that it opens."""
        token = self.tokens[at]
        return (
            token.kind == "word"
            and len(token.text) > 2
            and not is_general(token.key)
            and token.key not in words("not_names")
            and token.key not in opening_words()
            and token.key not in self.lower
        )

    def is_named(self, first: int, end: int) -> bool:
        """Whether a run says what it names: ``Halyard Research``, ``Institute for Foo``."""
        if end - first < 2:
            return False
        inside = any(self.text(at) in ("of", "for") for at in range(first + 1, end - 1))
        return inside or listed(self.key(end - 1), "organisation_words", "body_words", "other_words")

    # -- runs of capitalised words --

    def run_end(self, at: int) -> int:
        """The token after a run of capitalised words, with the particles between them."""
        end, limit = at + 1, at + LONGEST
        whole = self._plain_end(at, limit)
        named = whole if self.is_named(at, whole) else at
        while end < limit and end < len(self.tokens):
            step = self._capital_step(end, named) or self._joint_step(at, end)
            if not step:
                break
            end += step
        return min(end, len(self.tokens))

    def _plain_end(self, at: int, limit: int) -> int:
        """The token after the capitalised words alone."""
        end = at + 1
        while end < limit and self.is_free_capital(end) and not self.tokens[end].glued:
            end += 1
        return end

    def _capital_step(self, end: int, named: int) -> int:
        """1 if the run goes on with the capitalised word here; ``named``: where a name of some body ends."""
        if not self.is_free_capital(end) or self.tokens[end].glued:
            return 0
        if end < named:
            return 1
        known = self.known_at(end)
        if known and known[0].kind in ("organisation", "person") and known[1] - end > 1:
            return 0
        role = roles().starting(self.tokens, end)
        follows = role is not None and self.is_free_capital(role[1])
        return 0 if follows or self.key(end) in _calendar() or self._labels(end) else 1

    def _labels(self, at: int) -> bool:
        """Whether a word of a heading or line of data is a label of what follows it."""
        return self.headings[at] and self.text(at + 1) == ":"

    def _joint_step(self, at: int, end: int) -> int:
        """How many tokens a particle, hyphen, stop or apostrophe takes with what it joins to the run."""
        token = self.tokens[end]
        ahead = self.is_free_capital(end + 1)
        if self.taken[end] or token.kind in ("newline", "number"):
            return 0
        if token.text in ("-", "&") and ahead and token.glued == self.tokens[end + 1].glued:
            return 2
        if token.text == "-" and token.glued and self._is_given_name_part(end, alone=end - at == 1):
            return 2
        if token.text in (".", "'") and token.glued:
            return self._stop_step(at, end, ahead)
        if token.key in words("elided_words") and self.text(end + 1) == "'" and self.is_free_capital(end + 2):
            return 3
        if token.key in words("arabic_articles") and self.text(end + 1) == "-" and self.is_free_capital(end + 2):
            return 3
        if token.text in PARTICLES:
            if ahead:
                return 2
            return 3 if self.text(end + 1) in words("particles") and self.is_free_capital(end + 2) else 0
        return 2 if ahead and self._connects(end) else 0

    def _stop_step(self, at: int, end: int, ahead: bool) -> int:
        """``J. Roe``, ``St. Ives``, ``O'Neill``, ``Pvt. Ltd.``, ``Teachers' Union``, ``King's College``."""
        before = self.tokens[end - 1]
        if self.text(end) == ".":
            joins = len(before.text) == 1 or before.key in ("st", "mt", "ft")
            both = ahead and is_legal_form(before) and is_legal_form(self.tokens[end + 1])
            return 2 if ahead and (joins or both) else 0
        if ahead and self.tokens[end + 1].glued:
            return 2 if len(before.text) == 1 or before.key in words("elided_words") else 0
        ours = ahead and before.key.endswith("s")
        following = end + 1 if ours else end + 2
        possessed = ours or (self.key(end + 1) == "s" and (before.key in words("owners") or self.key(at) == "st"))
        if not possessed or not self.is_free_capital(following):
            return 0
        last = self.key(self._plain_end(following, at + LONGEST) - 1)
        owned = listed(
            last, "organisation_words", "body_words", *(() if ours else ("place_words", "other_words"))
        )
        return following + 1 - end if owned else 0

    def _is_given_name_part(self, at: int, *, alone: bool) -> bool:
        """``Seo-yun``: a given name in two parts, the second in small letters, beside a family name."""
        second = self.text(at + 1)
        if not (self.glued(at + 1) and second.isalpha() and second.islower() and len(self.text(at - 1)) < 6):
            return False
        if alone:
            return second in words("korean_syllables") and self.is_free_capital(at + 2)
        return second in words("korean_syllables") or (
            len(second) < 6 and second not in words("hyphenated_words") and second not in self.lower
        )

    def _connects(self, at: int) -> bool:
        """Whether ``of``, ``for`` or ``and`` belongs to the name that it stands in."""
        key, head = self.key(at), self.key(at - 1)
        if key == "of":
            return head in words("heads_with_of") or listed(
                head, "organisation_words", "body_words", "place_words", "other_words"
            )
        if key == "for":
            return listed(head, "organisation_words", "body_words")
        if key != "and":
            return False
        last = self.key(self._plain_end(at + 1, at + LONGEST) - 1)
        return last in words("body_words") or last in words("heads_with_and")

    def without_front(self, first: int, end: int) -> int:
        """The first token without roles, titles, nationalities and a word that only opens the sentence."""
        named, at = self.is_named(first, end), first
        while first < end and (first == at or self.known_at(first) is None):
            role = roles().starting(self.tokens, first)
            key = self.key(first)
            if self._only_opens(first, end, named):
                first += 1
            elif role is not None and not (named and role[1] < end and not self.text(first).isupper()):
                first = min(role[1], end)
            elif self.is_ordinary(first) and not self._belongs(first, end, named):
                first += 1
            else:
                break
        return first

    def _belongs(self, first: int, end: int, named: bool) -> bool:
        """Whether an ordinary word is the first of a name: ``British Museum``, ``National Bank``, ``Jan Roe``."""
        token = self.tokens[first]
        if token.key in ("ai", "ev"):
            return True
        if token.key in BORN_IN_A_MONTH:
            return end - first > 1 and not self.is_ordinary(first + 1)
        return (
            named
            and token.key not in _calendar()
            and (
                end - first == 2
                or token.key in words("nationalities")
                or (token.text.istitle() and len(token.text) > 3)
            )
        )

    def _only_opens(self, first: int, end: int, named: bool) -> bool:
        """Whether a word has its capital from the place where it stands."""
        key = self.key(first)
        if key == "the" and end - first > 1 and not self.opens(first) and not self.headings[first]:
            return False  # "in The Foo": the capital is the name's
        if key in ("the", "a", "an", "in", "on", "at"):
            return True
        if end - first > 1 and key in words("first_words"):
            return False
        if not self.opens(first) or key not in opening_words():
            return False
        if key == "he" and end - first > 1 and not self.headings[first]:
            return False  # the pronoun stands before a verb; this is the family name
        if end - first == 2 and is_legal_form(self.tokens[end - 1]):
            return False
        return not named or key in words("function_words")

    def trimmed(self, first: int, end: int) -> int:
        """The end without roles and other words that follow a name."""
        while end > first:
            last = self.tokens[end - 1]
            named = self.is_named(first, end)
            if last.text in ("-", "&") or (last.text.islower() and not last.glued):
                end -= 1
            elif self.is_ordinary(end - 1, inside=named) and not self._belongs_behind(first, end):
                end -= 1
            else:
                break
        return end

    def _belongs_behind(self, first: int, end: int) -> bool:
        """Whether an ordinary word is the last of a name: ``Basel III``, ``Model Y``, ``Isle of May``, ``Ada King``."""
        last = self.tokens[end - 1]
        if end - first < 2:
            return last.key == "ai"
        if last.glued or self.text(end - 2) == "&":
            return True
        given = end - first == 2 and self.key(first) in words("given_names") and last.text.istitle()
        letter = len(last.text) == 1 and last.text.isalpha() and self.key(end - 2) in words("lettered_words")
        return last.key == "ai" or last.text in ROMAN or self.key(end - 2) == "of" or letter or given

    def stands_alone(self, at: int) -> bool:
        """Whether a single capitalised word is a name."""
        token = self.tokens[at]
        if inner_capital(token.text):
            return True
        if is_general(token.key) or token.key in self.lower or token.text in self.bearers:
            return False
        if token.key in words("sentence_starters"):
            return False
        if not self.opens(at):
            return True
        if token.key in words("common_words"):
            return False
        if token.text.isupper() and len(token.text) > 2:
            return True
        return not token.key.endswith(NOUN_ENDINGS) and self._is_subject(at)

    def _is_subject(self, at: int) -> bool:
        """Whether what follows a word that opens a sentence takes it for one thing with a name."""
        after, following = self.key(at + 1), self.key(at + 2)
        if after == "'":
            return self.glued(at + 1) and following == "s"
        if after == ",":
            aged = following.isdigit() and len(following) == 2 and self.text(at + 3) == ","
            return aged or following in ("a", "an", "the", "which", "whose", "who")
        if roles().starting(self.tokens, at + 1) is not None:
            return True
        if after in AFTER_A_SUBJECT:
            return not (self.key(at).endswith("s") and after in ("will", "would", "may", "can", "could"))
        return after.endswith("ed") and not self.key(at).endswith(("s", "ed"))
