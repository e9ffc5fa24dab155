"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..report import Block
from ..values import Span

__all__ = ["sentences_of"]

END: Final = re.compile(r"(?<![.!?…])[.!?…]++[”\"’')\]]*+(?P<gap>\s++)(?=[“\"‘'(\[]?[^\Wa-z_])")
ABBREVIATION: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Inc|Ltd|Corp|Co|No|Nos|vs|etc|approx|ca|e\.g|i\.e|al|cf|Sen|Rep|Gov|Gen"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Rs)|(?<![^\W_])[A-Z](?:\.[A-Z])*)$"
)


def sentences_of(block: Block) -> Iterator[Span]:
    """The sentences of a block, without the white space between them; lines of data are one each.

    >>> block = Block(Span(0, 30), "Dr. Roe left. Sales rose 1.5%.", "paragraph")
    >>> [block.text[span.slice] for span in sentences_of(block)]
    ['Dr. Roe left.', 'Sales rose 1.5%.']
    """
    offset = block.span.start
    if block.kind not in ("paragraph", "list_item"):
        yield block.span
        return
    at = 0
    for match in END.finditer(block.text):
        if match[0][0] == "." and ABBREVIATION.search(block.text, max(at, match.start() - 12), match.start()):
            continue
        yield Span(offset + at, offset + match.start("gap"))
        at = match.end()
    if at < len(block.text):
        yield Span(offset + at, block.span.end)
