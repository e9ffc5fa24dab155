"""Words, numbers and marks with their offsets, and tables of phrases over them.

Every later step reads tokens, never a changed copy of the text: folding happens token by token, so
that offsets stay those of the text as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, Generic, TypeVar

from attrs import define

__all__ = ["NOTHING", "Phrases", "Places", "Token", "goes_on", "peek", "tokenize"]

T = TypeVar("T")

PIECE: Final = re.compile(
    r"""[^\S\r\n]*+(?:
          [A-Za-z]++[^\W\d_¼-¾⅐-⅞]*+              # a word; most have no other letters than these
        | [^\W\d_¼-¾⅐-⅞]++
        | \d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?      # 1,234,567.8
        | \d{1,3}(?:[\u2009\u202f]\d{3})+(?!\d)   # thin spaces
        | \d{1,2}(?:,\d{2}){1,6},\d{3}(?!\d)      # 12,34,567
        | \d+(?:\.\d+)*[¼-¾⅐-⅞]?                # 12, 3.5, 2½, and versions: 3.5.1
        | (?<![\w.])\.\d+
        | [¼-¾⅐-⅞]
        | \r\n|\n|\r
        | [^\w\s]|_
      )|[^\S\r\n]++""",
    re.VERBOSE,
)
"""A token and the white space before it, or white space at the end of the text."""
FRACTIONS: Final = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
HYPHENS: Final = frozenset("\u2010\u2011\u2043\ufe63\uff0d")
APOSTROPHES: Final = frozenset("\u2018\u2019\u02bc\uff07")
RUNNING: Final = frozenset(("word", "number"))


@define(eq=False)  # with slots, for rules read a token far more often than one is made
class Token:
    """One word, number, mark or newline.

    ``text`` is as written, save that exotic hyphens and apostrophes are the plain ones; ``key`` is it in
    lower case; ``glued`` means that no white space stands before it, ``runs_on`` that it is a word or number
    glued to another.
    """

    start: int
    end: int
    text: str
    key: str
    kind: str
    glued: bool
    runs_on: bool = False


NOTHING: Final = Token(-1, -1, "", "", "newline", False)
"""What stands beyond either end of a text."""


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, in order; white space other than newlines is left out.

    >>> [token.text for token in tokenize("Foo‑3.5: up 1,200%")]
    ['Foo', '-', '3.5', ':', 'up', '1,200', '%']
    """
    tokens: list[Token] = []
    at, running = 0, False
    for piece in PIECE.findall(text):
        length, lead, written, key, kind, runs = _form(piece)
        end = at + length
        if kind:
            glued = lead == 0 < at
            runs_on = glued and running and runs
            tokens.append(Token(at + lead, end, written, key, kind, glued, runs_on))
        at, running = end, runs
    return tokens


@lru_cache(maxsize=1 << 14)  # most words of a language stand in every text
def _form(piece: str) -> tuple[int, int, str, str, str, bool]:
    """What a piece alone tells: its length, that of its white space; text, key, kind; if it can run on."""
    written, length = piece.lstrip(), len(piece)
    if written.isalpha():  # most are
        return length, length - len(written), written, written.lower(), "word", True
    written = written or piece[len(piece.rstrip("\r\n")) :]
    lead, first = length - len(written), written[:1]
    if first.isdecimal() or first in FRACTIONS or (first == "." and len(written) > 1):
        kind = "number"
    elif first.isalnum():
        kind = "word"
    else:
        kind = ("newline" if first in "\r\n" else "mark") if first else ""
        written = "-" if first in HYPHENS else "'" if first in APOSTROPHES else written
    return length, lead, written, written.lower(), kind, kind in RUNNING


class Places:
    """Where the words of a text stand, asked for a whole class of words at once.

    >>> places = Places(["up", "and", "down"])
    >>> places.among(frozenset(("up", "down")), 1, 3)
    [2]
    """

    __slots__ = ("_before", "_found", "_last")

    def __init__(self, keys: Iterable[str]) -> None:
        self._last: dict[str, int] = {}
        self._before: list[int] = []  # where the same word stands before, else -1
        for at, key in enumerate(keys):
            self._before.append(self._last.get(key, -1))
            self._last[key] = at
        self._found: dict[frozenset[str], list[int]] = {}

    def among(self, words: frozenset[str], first: int, end: int) -> list[int]:
        """Which of some tokens are one of some words, in order."""
        found = self._found.get(words)
        if found is None:  # looked for once, in the whole text
            found = self._found[words] = []
            for word in words & self._last.keys():
                at = self._last[word]
                while at >= 0:
                    found.append(at)
                    at = self._before[at]
            found.sort()
        at = bisect_left(found, first)
        return found[at : bisect_left(found, end, at)]


class Phrases(Generic[T]):
    """A table of phrases with a value each; finds the longest that starts, or ends, at a token.

    With ``exact`` the case and the gluing of the tokens must be those of the phrase; a phrase never
    ends inside a word or number that goes on.

    >>> table = Phrases([("more than", "over"), ("more", "x")])
    >>> tokens = tokenize("More than four")
    >>> table.starting(tokens, 0), table.ending(tokens, 1)
    (('over', 2), ('over', 0))
    """

    __slots__ = ("_backward", "_exact", "_forward", "openings")

    def __init__(self, phrases: Iterable[tuple[str, T]], *, exact: bool = False) -> None:
        self._exact = exact
        self._forward: _Node[T] = _Node()
        self._backward: _Node[T] | None = None
        for phrase, value in phrases:
            tokens = tokenize(phrase)
            keys = [token.key for token in tokens]
            if exact:
                keys = [token.text if token.glued else " " + token.text for token in tokens]
                keys[:1] = [token.text for token in tokens[:1]]
            self._forward.enter(keys, value)
        self.openings: frozenset[str] = frozenset(self._forward)
        """The words that phrases start with: texts of tokens if the table is exact, else their keys."""

    def starting(self, tokens: Sequence[Token], at: int) -> tuple[T, int] | None:
        """The value of the longest phrase that starts at a token, and the index after its last."""
        if at >= len(tokens):
            return None
        exact, token = self._exact, tokens[at]
        node = self._forward.get(token.text if exact else token.key)
        if node is None:
            return None  # most words open no phrase
        found: tuple[T, int] | None = None
        end = len(tokens)
        while node is not None:
            at += 1
            if node.values_here and not (exact and at < end and tokens[at].runs_on):
                found = node.values_here[0], at
            if not node or at >= end:
                break  # no phrase goes on
            token = tokens[at]
            node = node.get(token.key if not exact else token.text if token.glued else " " + token.text)
        return found

    def _turned(self) -> _Node[T]:
        """The phrases from their ends, which few tables are asked for."""
        turned = _Node[T]()
        branches: list[tuple[tuple[str, ...], _Node[T]]] = [((), self._forward)]
        for keys, node in branches:
            for value in node.values_here:
                turned.enter(keys, value)
            branches.extend(((key, *keys), after) for key, after in node.items())
        self._backward = turned
        return turned

    def ending(self, tokens: Sequence[Token], at: int) -> tuple[T, int] | None:
        """The value of the longest phrase that ends with a token, and the index of its first."""
        exact = self._exact
        found: tuple[T, int] | None = None
        node: _Node[T] | None = self._backward or self._turned()
        while node is not None and at >= 0:
            token = tokens[at]
            first = node.get(token.text if exact else token.key)
            if first is not None and first.values_here:
                found = first.values_here[0], at
            node = node.get(" " + token.text) if exact and not token.glued else first
            at -= 1
        return found


class _Node(dict[str, "_Node[T]"], Generic[T]):
    """A branch of a table; holds the value of the phrase that ends here, if one does."""

    __slots__ = ("values_here",)

    def __init__(self) -> None:
        super().__init__()
        self.values_here: tuple[T, ...] = ()

    def enter(self, keys: Iterable[str], value: T) -> None:
        node = self
        for key in keys:
            node = node.setdefault(key, _Node())
        node.values_here = (value,)


def peek(tokens: Sequence[Token], at: int) -> Token:
    """The token at an index, or `NOTHING` beyond either end.

    >>> peek(tokenize("Foo"), 0).text, peek(tokenize("Foo"), -1).text
    ('Foo', '')
    """
    return tokens[at] if 0 <= at < len(tokens) else NOTHING


def goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word or number before a token runs on into it without a mark between.

    >>> goes_on(tokenize("Foo3"), 1), goes_on(tokenize("Foo-3"), 1)
    (True, False)
    """
    return 0 <= at < len(tokens) and tokens[at].runs_on
