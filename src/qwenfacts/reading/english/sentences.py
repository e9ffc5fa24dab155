"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...report import Block
from ...values import Span
from ..wordclasses import AUXILIARIES, FUNCTION_WORDS

__all__ = ["sentences_of"]

END: Final = re.compile(
    r"(?<![.!?…])[.!?…]++(?:[”\"’')\]*_]|\[\d{1,3}\])*+(?P<gap>\s++)"
    r"(?=[*_]{0,3}[“\"‘'(\[]?(?P<next>(?:[a-z]{1,3}-?(?=[A-Z]))?[^\Wa-z_]\w*+\.?))"
)
"""What ends a sentence: a capital stands behind it, or a name that has its capital later: ``xAI``."""
TITLE: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Mt|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Maj|Adm|Rev|Hon|Messrs"
    r"|vs|e\.g|i\.e|cf|approx|ca|Rs|Fig)$"
)
ABBREVIATION: Final = re.compile(
    r"(?:\b(?:Jr|Sr|Inc|Ltd|Corp|Co|Bros|Dept|etc|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|(?<![^\W_])[A-Z](?:\.[A-Z])*)$"
)
NUMBER_SIGN: Final = re.compile(r"\bNos?$")
TIME_OF_DAY: Final = re.compile(r"\b[ap]\.m$")
OPENERS: Final = frozenset(
    word.title()
    for word in FUNCTION_WORDS - AUXILIARIES | {"all", "also", "however", "i", "meanwhile", "some", "still"}
)
"""Words whose capital tells that a sentence starts here, also behind ``Inc.``."""
LONGEST_ABBREVIATION: Final = 12
LONGEST_TIME_ZONE: Final = 4


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
        before = block.text[max(at, match.start() - LONGEST_ABBREVIATION) : match.start()]
        if match[0].startswith(".") and _goes_on(before, match["next"]):
            continue
        yield Span(offset + at, offset + match.start("gap"))
        at = match.end()
    yield Span(offset + at, block.span.end)


def _goes_on(before: str, after: str) -> bool:
    """Whether a sentence goes on behind a full stop, by what stands before it and the word after it.

    >>> _goes_on("at Acme Inc", "Roe"), _goes_on("at Acme Inc", "The"), _goes_on("Dr", "He")
    (True, False, True)
    """
    if TITLE.search(before) or before.isdecimal():
        return True  # 1. The first point
    if NUMBER_SIGN.search(before):
        return after[0].isdecimal()
    if TIME_OF_DAY.search(before):
        return after.isupper() and len(after) <= LONGEST_TIME_ZONE and after not in OPENERS
    return ABBREVIATION.search(before) is not None and after not in OPENERS
