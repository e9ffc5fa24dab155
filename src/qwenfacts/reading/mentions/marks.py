"""Links and quotations: what is set off by marks rather than by words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...report import Mention
from ...values import Span
from ..structure.lineforms import DOMAIN, PATH, URL

__all__ = ["find_links", "find_quotations"]

CLOSING: Final = frozenset(".,;:!?'’)]*_")
HOST: Final = re.compile(r"(?<![\w@./-])(?:[A-Za-z0-9-]+\.)+[a-z]{2,7}\Z")
ADDRESS: Final = re.compile(r"[^\s<>\"“”|()\[\]]+")
LONGEST_HOST: Final = 80
QUOTED: Final = re.compile(
    r"""[“"«„「‘]  # one set of characters to start with is what `re` finds fastest
      (?: (?<=“) ([^“”\n]++) ” | (?<=") (?<!\w") ([^"\n]++) " | (?<=«) ([^«»\n]++) »
        | (?<=„) ([^„“”\n]++) [“”] | (?<=「) ([^「」\n]++) 」 | (?<=‘) (?<!\w‘) ([^‘’\n]++) ’(?!\w) )""",
    re.VERBOSE,
)


def find_links(text: str) -> Iterator[Mention[str]]:
    """Addresses, with or without their scheme, and bare domains alone in parentheses, in order.

    >>> [link.value for link in find_links("See https://a.example/x, c.example/y, or (b.example).")]
    ['https://a.example/x', 'c.example/y', 'b.example']
    """
    found = [(match.start(), _trimmed(match[0])) for match in URL.finditer(text)]
    found = [(start, address) for start, address in found if URL.fullmatch(address)]
    found += [(match.start(1), match[1]) for match in DOMAIN.finditer(text)]
    found += [(match.start(), _trimmed(match[0])) for match in _bare(text)]
    end = 0
    for start, address in sorted(found):
        if start >= end:
            end = start + len(address)
            yield Mention(Span(start, end), address, address)


def _bare(text: str) -> Iterator[re.Match[str]]:
    """Addresses without a scheme, by their path: ``github.com/acme/tool``."""
    for slash in PATH.finditer(text):
        host = HOST.search(text, max(0, slash.start() - LONGEST_HOST), slash.end() - 1)
        address = ADDRESS.match(text, host.start()) if host else None
        if address is not None:
            yield address


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
