"""Links and quotations: what is set off by marks rather than by words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...report import Mention
from ...values import Span
from ..structure.lineforms import DOMAIN, URL

__all__ = ["find_links", "find_quotations"]

CLOSING: Final = frozenset(".,;:!?'’)]*_")
QUOTED: Final = re.compile(
    r"""[“"«„「‘]  # one set of characters to start with is what `re` finds fastest
      (?: (?<=“) ([^“”\n]++) ” | (?<=") (?<!\w") ([^"\n]++) " | (?<=«) ([^«»\n]++) »
        | (?<=„) ([^„“”\n]++) [“”] | (?<=「) ([^「」\n]++) 」 | (?<=‘) (?<!\w‘) ([^‘’\n]++) ’(?!\w) )""",
    re.VERBOSE,
)


def find_links(text: str) -> Iterator[Mention[str]]:
    """Addresses, and bare domains alone in parentheses, in order.

    >>> [link.value for link in find_links("See https://a.example/x, or (b.example).")]
    ['https://a.example/x', 'b.example']
    """
    found = [(match.start(), _trimmed(match[0])) for match in URL.finditer(text)]
    found = [(start, address) for start, address in found if URL.fullmatch(address)]
    found += [(match.start(1), match[1]) for match in DOMAIN.finditer(text)]
    end = 0
    for start, address in sorted(found):
        if start >= end:
            end = start + len(address)
            yield Mention(Span(start, end), address, address)


def _trimmed(address: str) -> str:
    """An address without the punctuation of the sentence around it.

    >>> _trimmed("https://a.example/b_(c)).")
    'https://a.example/b_(c)'
    """
    end, unopened = len(address), address.count(")") - address.count("(")
    while address[end - 1] in CLOSING:
        if address[end - 1] == ")":
            if unopened <= 0:
                break
            unopened -= 1
        end -= 1
    return address[:end]


def find_quotations(text: str) -> Iterator[Mention[str]]:
    """Strings in quotation marks, with their marks; the value is what stands between them.

    >>> [quotation.value for quotation in find_quotations("He said “wait” and left.")]
    ['wait']
    """
    for match in QUOTED.finditer(text):
        value = next(group for group in match.groups() if group is not None)
        if value.strip():
            yield Mention(Span(*match.span()), match[0], value)
