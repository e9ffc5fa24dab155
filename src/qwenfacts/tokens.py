"""Words, numbers and marks with their offsets, and tables of phrases over them.

Every later step reads tokens, never a changed copy of the text: folding happens token by token, so
that offsets stay those of the text as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, Generic, NamedTuple, TypeVar

__all__ = ["NOTHING", "Phrases", "Token", "goes_on", "peek", "tokenize"]

T = TypeVar("T")

TOKEN: Final = re.compile(
    r"""(?P<number>
          \d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?      # 1,234,567.8
        | \d{1,3}(?:[\u2009\u202f]\d{3})+(?!\d)   # thin spaces
        | \d{1,2}(?:,\d{2}){1,6},\d{3}(?!\d)      # 12,34,567
        | \d+(?:\.\d+)*[¼-¾⅐-⅞]?                # 12, 3.5, 2½, and versions: 3.5.1
        | (?<![\w.])\.\d+
        | [¼-¾⅐-⅞]
        )
      | (?P<word>[^\W\d_¼-¾⅐-⅞]+)
      | (?P<newline>\r\n|\n|\r)
      | (?P<mark>[^\w\s]|_)""",
    re.VERBOSE,
)
HYPHENS: Final = frozenset("\u2010\u2011\u2043\ufe63\uff0d")
APOSTROPHES: Final = frozenset("\u2018\u2019\u02bc\uff07")
RUNNING: Final = frozenset(("word", "number"))


class Token(NamedTuple):
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
    at, running = -1, False
    for match in TOKEN.finditer(text):
        start, end = match.span()
        written, kind = match[0], match.lastgroup or ""
        if kind == "mark":
            if written in HYPHENS:
                written = "-"
            elif written in APOSTROPHES:
                written = "'"
        before, running = running, kind in RUNNING
        glued = start == at
        tokens.append(Token(start, end, written, written.lower(), kind, glued, glued and before and running))
        at = end
    return tokens


class Phrases(Generic[T]):
    """A table of phrases with a value each; finds the longest that starts, or ends, at a token.

    With ``exact`` the case and the gluing of the tokens must be those of the phrase; a phrase never
    ends inside a word or number that goes on.

    >>> table = Phrases([("more than", "over"), ("more", "x")])
    >>> tokens = tokenize("More than four")
    >>> table.starting(tokens, 0), table.ending(tokens, 1)
    (('over', 2), ('over', 0))
    """

    __slots__ = ("_backward", "_exact", "_forward")

    def __init__(self, phrases: Iterable[tuple[str, T]], *, exact: bool = False) -> None:
        self._exact = exact
        self._forward: _Node[T] = _Node()
        self._backward: _Node[T] = _Node()
        for phrase, value in phrases:
            tokens = tokenize(phrase)
            keys = [self._key(token, index == 0) for index, token in enumerate(tokens)]
            self._forward.enter(keys, value)
            self._backward.enter(reversed(keys), value)

    def _key(self, token: Token, first: bool) -> str:
        if not self._exact:
            return token.key
        return token.text if first or token.glued else " " + token.text

    def may_start(self, token: Token) -> bool:
        """Whether a phrase starts with the word of a token.

        >>> table = Phrases([("more than", "over")])
        >>> [table.may_start(token) for token in tokenize("more than")]
        [True, False]
        """
        return self._key(token, True) in self._forward

    def starting(self, tokens: Sequence[Token], at: int) -> tuple[T, int] | None:
        """The value of the longest phrase that starts at a token, and the index after its last."""
        node = self._forward
        found: tuple[T, int] | None = None
        for index in range(at, len(tokens)):
            after = node.get(self._key(tokens[index], index == at))
            if after is None:
                break
            node = after
            if node.values_here and not (self._exact and goes_on(tokens, index + 1)):
                found = node.values_here[0], index + 1
        return found

    def ending(self, tokens: Sequence[Token], at: int) -> tuple[T, int] | None:
        """The value of the longest phrase that ends with a token, and the index of its first."""
        node = self._backward
        found: tuple[T, int] | None = None
        for index in range(at, -1, -1):
            first = node.get(self._key(tokens[index], True))
            if first is not None and first.values_here:
                found = first.values_here[0], index
            before = node.get(self._key(tokens[index], False))
            if before is None:
                break
            node = before
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
