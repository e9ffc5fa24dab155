"""Sources as they are written: in label lines and tables, with separators of all kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...entities import Entity, slug
from ...lexicon import Lexicon
from ...report import Block
from ...values import Span
from ..structure.lineforms import URL
from ..structure.outline import Outline, story_fields

__all__ = ["PRESS", "source_of", "source_spans", "source_spans_in", "split_sources"]

BRACKET: Final = r"\s+\([^()\n]*\)?|(?<=\])\([^()\n]*\)"
THROUGH: Final = r"(?:,\s+|\s+\(?)(?:via|citing)\s"
"""Two sources, of which one has it from the other."""
SEPARATOR: Final = re.compile(rf"[|;]|{THROUGH}|,\s+(?:and\s+)?|\s/\s|\sand\s|{BRACKET}")
MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{3,6})?\.?"
DAY: Final = re.compile(
    rf"(?:\d{{1,2}}\s)?{MONTH}(?:\s\d{{1,2}})?(?:\s\d{{4}})?|\d{{4}}(?:-\d{{2}}){{0,2}}", re.IGNORECASE
)
"""When a source came out, which is no source: ``Reuters, May 5, 2026``."""
SLASH: Final = re.compile(r"/")
TWO_NAMES: Final = re.compile(r"\sand\s(?P<second>\w+)\s*(?=[|;,/(]|\Z)")
DASHED: Final = re.compile(r"\s[–—-]\s")
PRESS: Final = frozenset(
    "post times journal news herald gazette tribune wire daily weekly review today insider blog"
    " telegraph chronicle observer standard mail globe press bulletin courier monitor record dispatch"
    " echo register examiner inquirer magazine independent newsletter newsroom reporter sentinel sun star"
    " mirror citizen advertiser radio statesman spectator newswire weblog podcast".split()
)
"""The last word of many a newspaper."""


def source_of(written: str, lexicon: Lexicon) -> Entity:
    """The source that some words name; ``Foo – bar`` is Foo; an unknown one keeps its written name.

    >>> from qwenfacts.lexicon import lexicon_of
    >>> source_of("GitHub – acme/tool", lexicon_of()).id, source_of("The Harbour Post", lexicon_of()).known
    ('github', False)
    """
    name = _head(written)
    known = lexicon.entities.by_name.get(name.casefold())
    if known is None and name.lower().startswith("the "):
        known = lexicon.entities.by_name.get(name[4:].casefold())
    known = known or lexicon.entities.by_id.get(slug(name))
    return known or Entity(slug(name), "publication", name, known=False)


def _head(written: str) -> str:
    """A source without what stands behind a dash."""
    return DASHED.split(written.strip(), maxsplit=1)[0].strip()


def source_spans(text: str, outline: Outline) -> Iterator[Span]:
    """The sources of the label lines of all stories, as written."""
    for story in outline.stories:
        for block in story.labels:
            yield from _sources_in(text, block)


def source_spans_in(text: str, line: Span) -> Iterator[Span]:
    """The sources of one label line."""
    yield from _sources_in(text, Block(line, text[line.slice], "label"))


def _sources_in(text: str, block: Block) -> Iterator[Span]:
    for field in story_fields(block):
        if field.kind == "sources":
            yield from split_sources(text, field.span)


def split_sources(text: str, span: Span) -> Iterator[Span]:
    """The sources of a list: ``A, B``, ``A | B``, ``A / B`` are two; ``GitHub – a/b`` is one.

    So is a newspaper of two names, ``The Post and Courier``. What stands in brackets behind a
    source is no part of its name; ``A via B`` are two, and a day is none.

    >>> line = "Reuters, The Post/Herald | GitHub – a/b"
    >>> [line[part.slice] for part in split_sources(line, Span(0, len(line)))]
    ['Reuters', 'The Post', 'Herald', 'GitHub – a/b']
    """
    for start, end in _pieces(text, span.start, span.end, SEPARATOR):
        if DASHED.search(text, start, end) or URL.match(text, start, end):
            yield Span(start, end)
        else:
            for first, last in _pieces(text, start, end, SLASH):
                yield Span(first, last)


def _pieces(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = start
    cuts = (match for match in separator.finditer(text, start, end) if not _joins(text, match, end))
    for match in [*cuts, None]:
        stop = match.start() if match else end
        piece = text[at:stop].strip(" \t\u00a0.*_()[]")
        if piece and not DAY.fullmatch(piece):
            first = text.index(piece, at)
            yield first, first + len(piece)
        at = match.end() if match else end


def _joins(text: str, cut: re.Match[str], end: int) -> bool:
    """Whether an ``and`` stands inside the name of one newspaper."""
    found = TWO_NAMES.match(text, cut.start(), end)
    return found is not None and found["second"].lower() in PRESS
