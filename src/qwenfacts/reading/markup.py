"""Text without what only sets it: bold type and links as Markdown has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from ..tokens import Token

__all__ = ["spoken"]

MARKUP: Final = re.compile(r"\*\*|\[(?=[^\[\]\n]+\]\(\S+?\))|\]\((?:https?://|www\.)[^\s()]+\)")
"""``**``, and ``[`` and ``](https://acme.example)`` around the words of a link."""


def spoken(text: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without markup, which says nothing; what stands apart without it is not glued.

    >>> from qwenfacts.tokens import tokenize
    >>> text = "**Wren** is on [Foo](https://foo.example)."
    >>> [token.text for token in spoken(text, tokenize(text))]
    ['Wren', 'is', 'on', 'Foo', '.']
    """
    spans = [match.span() for match in MARKUP.finditer(text)]
    if not spans:
        return tokens
    said: list[Token] = []
    marks, apart = iter([*spans, (len(text), len(text))]), False
    start, end = next(marks)
    for token in tokens:
        while token.start >= end:
            start, end = next(marks)
        if start <= token.start:
            apart = apart or not token.glued
        else:
            said.append(evolve(token, glued=False) if apart and token.glued else token)
            apart = False
    return said
