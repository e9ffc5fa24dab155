"""Whose site a link is on, by the letters of names, hosts and paths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import define, field

from ...entities import Entity, slug
from ...lexicon import Lexicon

__all__ = ["host_of", "links_of", "owner_of"]

SITE: Final = re.compile(r"(?:https?://)?(?:www\.)?", re.IGNORECASE)
POSSESSIVE: Final = re.compile(r"['’]s\b")
SECOND_LEVEL: Final = frozenset(("co", "com", "org", "net", "ac", "gov", "edu"))
SOURCES: Final = frozenset(("publication", "platform", "product"))
"""Kinds of what is a source by itself; the site of a company is named by its domain."""
SHORTEST_PAPER: Final = 7
"""A paper on the site of another has a name of so many letters: ``cincodias.elpais.com``."""
LONGEST: Final = 80
"""So many letters of an address are compared."""


def host_of(address: str) -> str:
    """The domain of an address, without ``www``.

    >>> host_of("https://www.a.example/x?y"), host_of("b.example")
    ('a.example', 'b.example')
    """
    return re.split(r"[/?#:]", SITE.sub("", address, count=1), maxsplit=1)[0].lower()


def owner_of(address: str, lexicon: Lexicon) -> Entity:
    """Whose site an address is on; an unknown site is named by its domain.

    >>> from qwenfacts.lexicon import lexicon_of
    >>> owner_of("https://edition.cnn.com/x", lexicon_of()).name, owner_of("a.example", lexicon_of()).name
    ('CNN', 'a.example')
    """
    host = host_of(address)
    labels = _labels(host)
    paper = lexicon.sites.get("".join(map(_letters, reversed(labels))))
    if paper is not None:
        return paper
    for part in labels[:-1]:
        paper = lexicon.sites.get(_letters(part)) if len(part) >= SHORTEST_PAPER else None
        if paper is not None:
            return paper
    for part in (host, *reversed(labels)):
        known = lexicon.entities.by_name.get(part) or lexicon.sites.get(_letters(part))
        if known is not None and known.kind in SOURCES:
            return known
    return lexicon.entities.by_id.get(slug(host)) or Entity(slug(host), "publication", host, known=False)


def links_of(sources: Sequence[Iterable[str]], addresses: Sequence[str]) -> dict[int, int]:
    """The link of each source that has one: by the index of the source, that of the address on its site.

    A source is given by its names. Where several fit, the one with the most letters in the address wins;
    no address goes to two sources.

    >>> links_of([["Yahoo"], ["Yahoo Finance"]], ["https://finance.yahoo.com/x"])
    {1: 0}
    """
    buckets: dict[str, _Bucket] = {}
    for source, names in enumerate(sources):
        for key in {key for name in names for key in _name_keys(name)}:
            buckets.setdefault(key, _Bucket()).sources.append(source)
    hits = [
        (-len(key), index, key)
        for index, address in enumerate(addresses)
        for key in _site_keys(address)
        if key in buckets
    ]
    found: dict[int, int] = {}
    given: set[int] = set()
    for _, index, key in sorted(hits):
        free = None if index in given else buckets[key].next_without(found)
        if free is not None:
            found[free] = index
            given.add(index)
    return found


@define
class _Bucket:
    """Sources that answer to the same letters, in order, and how many of them have their link."""

    sources: list[int] = field(factory=list[int])
    done: int = 0

    def next_without(self, found: dict[int, int]) -> int | None:
        while self.done < len(self.sources) and self.sources[self.done] in found:
            self.done += 1
        return self.sources[self.done] if self.done < len(self.sources) else None


def _letters(text: str) -> str:
    """Letters and digits alone, small and without accents."""
    return "".join(filter(str.isalnum, slug(text))) if any(map(str.isalnum, text)) else ""


def _name_keys(name: str) -> Iterator[str]:
    """The letters by which a site may know a name: all, most of its words, its initials."""
    for form in dict.fromkeys((name, POSSESSIVE.sub("", name))):
        given = [word for word in map(_letters, form.split()[:12]) if word]
        yield from _word_keys(given)
        if given[:1] == ["the"]:
            yield from _word_keys(given[1:])


def _word_keys(words: Sequence[str]) -> Iterator[str]:
    whole = "".join(words)
    for count in range(1, len(words) + 1):
        initials = "".join(word[0] for word in words[:count])
        for key in ("".join(words[:count]), "".join(words[-count:])):
            if len(key) > 2 and 2 * len(key) >= len(whole):
                yield key
        if count > 1:
            yield f"={initials}{''.join(words[count:])}"  # this one must be the whole of a label


def _labels(host: str) -> list[str]:
    """The words of a domain without its ending: ``news.foo.co.uk`` has news and foo."""
    labels = host.split(".")[:-1]
    return labels[:-1] if len(labels) > 1 and labels[-1] in SECOND_LEVEL else labels


def _site_keys(address: str) -> Iterator[str]:
    """What the letters of an address may begin with, so that at least half of its domain is said."""
    host = host_of(address)
    labels = [label for label in map(_letters, _labels(host)[-4:]) if label]
    path = _letters(SITE.sub("", address, count=1)[len(host) : len(host) + LONGEST])
    joined = "".join(reversed(labels))
    keys: set[str] = set()
    for domain, rest in ((joined, path), ("".join(labels), ""), *((label, "") for label in labels)):
        letters = (domain + rest)[:LONGEST]
        keys.update(letters[:end] for end in range(max(3, (len(domain) + 1) // 2), len(letters) + 1))
        keys.add(f"={domain}")
    yield from keys
