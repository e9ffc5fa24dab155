"""Names: from the lexicon, by the shape of a model's name, and unknown ones by capitals.

The text is scanned once, left to right. At each word the longest of these wins: a short form of a name
that was there before, a name of the lexicon, a model's name by shape, a capitalised run inside a sentence.
Then what was found is looked for where a capital alone proves nothing (headings, the start of a sentence),
and last come surnames and other short forms that stand before the full name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from ...entities import Entity
from ...lexicon import Lexicon
from ...tokens import Token, goes_on
from ...values import Span
from .casing import inner_capital
from .naming import Guess, is_legal_form, kind_of, listed, opening_words, verbs_of_figures, words
from .register import Register
from .runs import Runs
from .shapes import chunk_end, is_size, is_year, may_have_version, versioned_end
from .small import small_names
from .specific import Specific
from .telling import votes_of_form

__all__ = ["FoundName", "find_names"]

LONGEST_SHORT_FORM: Final = 5
MOST_TIERS: Final = 4
TIERS: Final = frozenset(
    "tier tiers editions variants flavours flavors accounts plan plans subscribers subscriptions".split()
)
"""The forms in which a thing comes, behind their names."""
VERSIONED: Final = ("model", "model_family", "product", "platform", "organisation")


class FoundName(NamedTuple):
    """A name mention, and the indexes of its first and after-last token."""

    span: Span
    value: Entity
    first: int
    end: int


def find_names(
    tokens: Sequence[Token],
    lexicon: Lexicon,
    skip: Sequence[bool],
    headings: Sequence[bool],
    units: Sequence[bool] = (),
    sources: Mapping[str, Entity] | None = None,
) -> list[FoundName]:
    """Every name of a text, in order.

    - ``skip`` marks tokens that hold no names, such as links;
    - ``headings``: those of lines in which every word may have a capital;
    - ``units``: those that belong to the number beside them;
    - ``sources``: names that lines of data give.

    >>> from qwenfacts.lexicon import lexicon_of
    >>> from qwenfacts.tokens import tokenize
    >>> tokens = tokenize("Alibaba's rival Voltrex Robotics hired Jane Roe; Roe joins Voltrex.")
    >>> none = [False] * len(tokens)
    >>> [found.value.id for found in find_names(tokens, lexicon_of(), none, none)]
    ['alibaba', 'voltrex-robotics', 'jane-roe', 'jane-roe', 'voltrex-robotics']
    """
    runs = Runs(tokens, lexicon, list(skip), headings, units or [False] * len(tokens))
    register = Register(runs, lexicon, sources or {})
    _Scan(runs, register).run()
    return [
        FoundName(Span(tokens[first].start, tokens[end - 1].end), entity, first, end)
        for first, end, entity in register.settled()
    ]


class _Scan:
    """One pass over the tokens, which enters what it finds in a register."""

    def __init__(self, runs: Runs, register: Register) -> None:
        self.runs = runs
        self.register = register
        self.specific = Specific(runs, register)

    def run(self) -> None:
        """Read all tokens."""
        runs, behind = self.runs, 0
        for first, end, guess in small_names(runs):
            runs.tell_small(first)
            self.register.new(first, end, guess)
        for at in runs.starts:
            token = runs.tokens[at]
            if at < behind or runs.taken[at] or token.runs_on:
                continue
            if token.kind == "number":
                behind = self.specific.number(at) or self._ordinal(at) or 0
                continue
            short = self._short_form(at) if token.text in self.register.short_starts else None
            behind = short or self.specific.word(at) or (runs.is_capital(at) and self._capitals(at)) or 0

    def _short_form(self, at: int) -> int | None:
        """``the Board`` of a Competition Board is not one; ``CB`` is, once it was defined."""
        runs = self.runs
        chunk = chunk_end(runs, at)
        _, known_end = runs.known_at(at) or (None, at)
        for end in range(min(at + LONGEST_SHORT_FORM, len(runs.tokens)), max(chunk, known_end + 1) - 1, -1):
            key = self.register.short.get(runs.written(at, end))
            hangs = runs.text(end) == "-" and runs.glued(end) and runs.text(end + 1)[:1].isdigit()
            if (
                key is None
                or hangs
                or goes_on(runs.tokens, end)
                or not runs.free(at, end)
                or runs.is_site(end)
            ):
                continue
            if end == at + 1 and (
                runs.means_nothing(at) or (runs.key(at) in words("tiers") and self._is_tier(end))
            ):
                return None
            versioned = may_have_version(runs, at, end) or is_size(runs.tokens, end)
            longer = versioned_end(runs, end) if versioned else end
            if longer > end and self.register.kind_of(key) in VERSIONED:
                return self.specific.model(at, longer, None)
            part = self.specific.longer(at, end, self.register.entity_of(key))
            if part is not None:
                return part
            self.register.enter(at, end, key)
            return end
        return None

    def _ordinal(self, at: int) -> int | None:
        """``9th Circuit Court of Appeals``, ``7th District``."""
        runs = self.runs
        if runs.text(at + 1) not in ("st", "nd", "rd", "th") or not runs.glued(at + 1):
            return None
        if not runs.is_free_capital(at + 2):
            return None
        end = runs.run_end(at + 2)
        if listed(runs.key(end - 1), "body_words", "place_words") or runs.is_named(at, end):
            return self.register.new(at, end, kind_of(runs.tokens, at, end))
        return None

    # -- capitals --

    def _capitals(self, at: int) -> int | None:
        """A capitalised run inside a sentence, or one that opens it and is told to be a name."""
        runs = self.runs
        if runs.headings[at]:
            return None if self._is_plain(at) else self._numbered(at) or self._in_heading(at)
        end = runs.run_end(at)
        if runs.is_called(at, end):
            return self._unknown(at, end)
        if runs.key(at) in words("site_heads") and runs.text(at + 1).isdigit():
            return self.register.new(at, at + 2, Guess("place", 4))
        if runs.counts(at):
            year = runs.text(at + 2) == "/" and runs.text(at + 3).isdigit()  # "Regulation 1/2003"
            return self.register.new(at, at + (4 if year else 2), Guess("other", 4))
        first = runs.without_front(at, end)
        if first > at:  # what is left, if anything, may be a known name
            return (self._numbered(at) if first == end == at + 1 else None) or first
        versioned = end - first > 1 and runs.is_special(first) and versioned_end(runs, end) > end
        end = end if versioned else runs.trimmed(first, end)
        if all(runs.is_ordinary(index) for index in range(first, end)):
            return max(end, at + 1)
        if end - first == 1 and not runs.stands_alone(first):
            return self._numbered(first) or end
        if end - first == 1 and self._is_tier(end):
            return end
        return self._unknown(first, end)

    def _is_tier(self, end: int) -> bool:
        """``Standard and Swift tiers``: whether a word names one of the forms of a thing."""
        runs = self.runs
        for _ in range(MOST_TIERS):
            if runs.key(end) in (",", "and", "or") and runs.text(end + 1)[:1].isupper():
                end += 2
        return runs.key(end) in TIERS

    def _unknown(self, first: int, end: int) -> int:
        """Take a run that no lexicon has, with what belongs to it behind it."""
        runs = self.runs
        usual = end
        while usual - first > 1 and (is_legal_form(runs.tokens[usual - 1]) or runs.text(usual - 1) == "."):
            usual -= 1
        if runs.text(end) == "." and runs.glued(end) and usual < end:
            end += 1
        if runs.key(end - 1) == "act" and is_year(runs.text(end)):
            return self.register.new(first, end + 1, Guess("other", 4))
        guess = kind_of(runs.tokens, first, end, after_a_place=self.register.follows_a_place(first))
        scored = guess == Guess("benchmark", 4) and runs.text(end)[:1].isdigit()
        version = versioned_end(runs, end) if may_have_version(runs, first, end) and not scored else end
        if version > end:
            return self.specific.model(first, version, None)
        if guess.weight < 2 and runs.precedes_a_place(end):
            guess = Guess("place", 2)
        return self.register.take(first, end, self.register.key_of(runs.written(first, usual), guess))

    def _numbered(self, at: int) -> int | None:
        """``Foo 5 handles``, ``Foo 5: a model``: a word with its version that opens a sentence or line."""
        runs, version = self.runs, versioned_end(self.runs, at + 1)
        if version == at + 1:
            return None
        follows = runs.key(version)
        hangs = follows == "-" and runs.glued(version) and runs.is_capital(version + 1)
        told = (
            hangs
            or (follows in ("from", "by") and runs.is_capital(version + 1))  # "Foo 5 from Acme"
            or version > at + 2  # "Foo V4", "Foo 4 Mini"
            or "." in runs.text(at + 1)
            or follows in (":", "(")
            or follows in words("model_signs")  # "Foo 5 weights"
            or self.specific.is_one_thing(at, version)
        )
        told = told or (follows == "," and runs.key(version + 1) in ("a", "an", "the", "which", "whose"))
        if not runs.headings[at]:
            told = told or runs.is_free_capital(version) or is_size(runs.tokens, version)
        elif not (runs.text(at + 1).isdigit() and runs.opens(at)):
            return None  # "Reprices Foo 3"
        plain = listed(runs.key(at), "numbered_words") or runs.key(at) in verbs_of_figures()
        plain = plain or not runs.is_special(at)
        tiered = runs.key(version - 1) in words("tiers") and listed(runs.key(at), "common_words")
        if not told or (plain and not tiered):  # "Step 5", and not "Step 5 Flash"
            return None
        return self.specific.model(at, version, None)

    def _in_heading(self, at: int) -> int | None:
        """A given name with a surname, or a benchmark, is a name also where every word has a capital."""
        runs, end = self.runs, min(self.runs.run_end(at), at + 3)
        tests = kind_of(runs.tokens, at, at + 1) == Guess("benchmark", 4) or any(
            vote.kind == "benchmark" for vote in votes_of_form(runs.text(at))
        )
        if tests and inner_capital(runs.text(at)):
            return self.register.new(at, at + 1, Guess("benchmark", 4))
        while end > at and self._is_plain(end - 1):
            end -= 1
        plain = any(self._is_plain(index) for index in range(at, end))
        if plain or end - at < 2 or kind_of(runs.tokens, at, end) != Guess("person", 4):
            return None
        return self.register.new(at, end, Guess("person", 4))

    def _is_plain(self, at: int) -> bool:
        """Whether a word is one that headings have as well."""
        runs = self.runs
        return runs.is_ordinary(at) or runs.key(at) in runs.lower or runs.key(at) in opening_words()
