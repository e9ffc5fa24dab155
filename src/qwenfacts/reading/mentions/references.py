"""Sources as they are written: in label lines, lists and brackets, with separators of all kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from ...lexicon import Lexicon
from ...report import Block
from ...values import Span
from ..structure.datalabels import is_data_label, opening_label
from ..structure.lineforms import DAY, URL
from ..structure.outline import Outline, story_fields
from ..structure.sourcelists import lists_sources
from .sources import ADDRESS, DASHED, DESCRIBED, is_press_word, is_source, known_source, source_of

__all__ = [
    "LEAD",
    "Reference",
    "SourcesOf",
    "references_of",
    "source_spans",
    "source_spans_listed",
    "sources_of_line",
    "split_sources",
]

LEAD: Final = re.compile(r"\s*(?:(?:[\[(]\d{1,3}[\])]:?|\d{1,2}[.)]|[•▪◦‣·●○∙*–—-])\s+|🔗\s*)*")
CUT: Final = re.compile(
    r"""(?P<title>[“„][^“”„\n]*+[”“] | (?<!\w)"[^"\n]*+" | «[^«»\n]*+»
          | (?<!\w)[‘'](?!\s)[^‘’'\n]*+[’'](?!\w))
      | (?P<link>(?:https?://|www\.)[^\s<>"“”|]++)
      | (?P<bracket>(?<!\s)\s++\([^()\n]*+\)? | (?<=\])\([^()\n]*+\)?)
      | (?P<strong>[|;·•🔗]|\s/\s)
      | (?P<dash>\s[–—-]{1,2}\s)
      | (?P<colon>:(?:\s|$))
      | (?P<weak>(?:,\s++|(?<!\s)\s++)(?:via|citing|quoting)\s | ,\s++(?:(?:and|as\swell\sas|&)\s)?
          | \s(?:and|as\swell\sas|&|\+)\s)""",
    re.VERBOSE,
)
"""What stands between sources, or behind one."""
JOINED: Final = re.compile(r"\s(?:and|&)\s")
TWO_NAMES: Final = re.compile(r"\sand\s(?P<second>\w+)\Z")
AHEAD: Final = re.compile(
    r"(?:(?:and|as|via|per|from|also|see|plus|with|citing|by|cf\.|(?:as\s)?(?:first\s)?reported\sby"
    r"|according\sto)\s+)+",
    re.IGNORECASE,
)
WEEKDAY: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
DATED: Final = re.compile(
    rf"(?<![\s,])[\s,]++(?:(?:on\s|of\s|dated\s)?(?:{DAY.pattern})|on\s{WEEKDAY.pattern})\Z", re.IGNORECASE
)
LED_BY_DAY: Final = re.compile(rf"(?:{DAY.pattern})\s+(?=[^\W\d_])", re.IGNORECASE)
KIND: Final = re.compile(
    r"\s(?:report|reports|exclusive|story|article|interview|analysis|column|coverage|reporting|live|live blog"
    r"|reported|said|says|wrote|writes)\Z"
)
"""What a known paper printed, or that it did."""
PEOPLE: Final = re.compile(
    r"\b(?:people|persons?|officials?|executives?|employees?|analysts?|insiders?|who|familiar|sources?|several"
    r"|others?)\b"
)
REPOSITORY: Final = re.compile(r"[\w.-]+(?:/[\w.-]+)*")
INNER: Final = re.compile(r"\((?P<inner>[^()\n]+)")
MARKS: Final = " \t\u00a0.,;:*_()[]{}<>🔗"
MOST_WORDS: Final = 8
LONGEST_NAME: Final = 80


class Reference(NamedTuple):
    """A source as written, and to where what goes with it may stand: its link, its day."""

    span: Span
    end: int

    @property
    def reach(self) -> Span:
        """The source and what goes with it."""
        return Span(self.span.start, self.end)


# -- lines of data ---------------------------------------------------------------------------


SourcesOf: TypeAlias = Callable[[Span], Sequence[Reference]]
"""The sources of a label line of one text."""


def source_spans(text: str, outline: Outline, lexicon: Lexicon, sources_of: SourcesOf) -> Iterator[Span]:
    """The sources of all label lines and lists of sources, as written."""
    for block in outline.blocks:
        if block.kind == "label" and is_data_label(block.text):
            yield from (found.span for found in sources_of(block.span))
    sections = [*outline.sections, *(section for story in outline.stories for section in story.sections)]
    for section in sections:
        if lists_sources(section.heading, section.blocks):
            yield from source_spans_listed(text, section.blocks, lexicon)


def source_spans_listed(text: str, blocks: Iterable[Block], lexicon: Lexicon) -> Iterator[Span]:
    """The sources of the lines of a list of sources; those of its label lines are left out."""
    for block in blocks:
        if block.kind != "table_row" and not is_data_label(block.text):
            yield from (found.span for found in references_of(text, block, lexicon))


def sources_of_line(text: str, line: Span, lexicon: Lexicon) -> Iterator[Reference]:
    """The sources of one label line, with what goes with them."""
    for field in story_fields(Block(line, text[line.slice], "label")):
        if field.kind == "sources":
            yield from split_sources(text, field.span, lexicon)
        elif inner := INNER.search(text, field.span.start, field.span.end):  # 6 June (Reuters)
            found = split_sources(text, Span(*inner.span("inner")), lexicon)
            yield from (reference for reference in found if _is_sure(text, reference.span, lexicon))


# -- lists of sources ------------------------------------------------------------------------


def split_sources(text: str, span: Span, lexicon: Lexicon) -> list[Reference]:
    """The sources of a list: ``A, B``, ``A | B``, ``A / B`` are two; ``GitHub – a/b`` is one.

    So is a newspaper of two names, ``The Post and Courier``. What stands in brackets or quotation marks, or
    behind a dash or colon, is no part of a source's name; ``A via B`` are two, and a day is none.

    >>> from qwenfacts.lexicon import lexicon_of
    >>> line = "Reuters, The Post/Herald | GitHub – a/b; CNBC: Up and away (5 May)"
    >>> [line[found.span.slice] for found in split_sources(line, Span(0, len(line)), lexicon_of())]
    ['Reuters', 'The Post', 'Herald', 'GitHub – a/b', 'CNBC']
    """
    found: list[Span] = []
    titled = False
    for kind, start, end in _parts(text, span, lexicon):
        if kind in ("dash", "colon"):
            titled = titled or bool(found)
        elif kind in ("strong", "title"):
            titled = False
        elif kind == "text":
            place = _repository(text, found[-1].end, start, end) if titled else None
            if place is not None and not _is_sure(text, place, lexicon):
                found[-1] = Span(found[-1].start, place.end)
                titled = False
            else:
                names = _names(text, start, end, lexicon)
                found += [name for name in names if not titled or _is_paper(text, name, lexicon)]
    return _with_reach(found, span.end)


def _repository(text: str, named: int, start: int, end: int) -> Span | None:
    """The place on a platform that stands behind its name and a dash: ``GitHub – acme/tool``."""
    if not DASHED.fullmatch(text, named, start):
        return None
    end = start + len(text[start:end].rstrip())
    return Span(start, end) if REPOSITORY.fullmatch(text, start, end) else None


def _with_reach(found: list[Span], end: int) -> list[Reference]:
    ends = [*(span.start for span in found[1:]), end]
    return [Reference(span, stop) for span, stop in zip(found, ends, strict=False)]


def _is_sure(text: str, span: Span, lexicon: Lexicon) -> bool:
    written = text[span.slice]
    return is_source(written, source_of(written, lexicon))


def _is_paper(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether words behind a title are a source; ``press release`` there says what it is."""
    return _is_sure(text, span, lexicon) and not DESCRIBED.fullmatch(text, span.start, span.end)


def _parts(text: str, span: Span, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """A list of sources in parts: ``text``, and what separates them by its kind."""
    at = span.start
    for cut in CUT.finditer(text, span.start, span.end):
        if cut["weak"] and JOINED.fullmatch(cut[0]) and _is_one_name(text, at, cut, span.end, lexicon):
            continue
        if at < cut.start():
            yield "text", at, cut.start()
        yield cut.lastgroup or "", cut.start(), cut.end()
        at = cut.end()
    if at < span.end:
        yield "text", at, span.end


def _is_one_name(text: str, start: int, cut: re.Match[str], end: int, lexicon: Lexicon) -> bool:
    """Whether an ``and`` stands inside the name of one newspaper."""
    if cut.start() - start > LONGEST_NAME:
        return False
    after = CUT.search(text, cut.end(), end)
    whole = text[start : after.start() if after else end].strip(MARKS)
    if known_source(whole, lexicon):
        return True
    if "&" in cut[0]:
        return not any(known_source(part.strip(MARKS), lexicon) for part in whole.split(" & "))
    two = TWO_NAMES.search(whole)
    return two is not None and is_press_word(two["second"])


def _names(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Span]:
    """The names in what stands between two separators, without what is no part of them."""
    name = _trimmed(text, start, end, lexicon)
    if name is None:
        return
    written = text[name.slice]
    if "/" in written and not ADDRESS.fullmatch(written) and not known_source(written, lexicon):
        at = name.start
        for part in written.split("/"):
            piece = _trimmed(text, at, at + len(part), lexicon)
            if piece is not None:
                yield _plain(text, piece, lexicon)
            at += len(part) + 1
    else:
        yield _plain(text, name, lexicon)


def _trimmed(text: str, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """A name without marks, words that lead to it and days; None where nothing is left."""
    piece = text[start:end].lstrip(MARKS)
    start = end - len(piece)
    for lead in (AHEAD.match(text, start, end), LED_BY_DAY.match(text, start, end)):
        start = lead.end() if lead else start
    piece = text[start:end].rstrip(MARKS)
    if text[start:end].startswith(f"{piece}.") and known_source(f"{piece}.", lexicon):
        piece += "."  # City A.M.
    if (dated := DATED.search(piece)) and not known_source(piece, lexicon):
        piece = piece[: dated.start()].rstrip(MARKS)
    if not any(map(str.isalnum, piece)) or DAY.fullmatch(piece) or WEEKDAY.fullmatch(piece):
        return None
    if PEOPLE.search(piece) or len(piece.split()) > MOST_WORDS or piece.isdigit():
        return None
    return Span(start, start + len(piece))


def _plain(text: str, name: Span, lexicon: Lexicon) -> Span:
    """A known paper without what it printed: ``Reuters exclusive``."""
    kind = KIND.search(text, name.start, name.end)
    if (
        kind is None
        or known_source(text[name.slice], lexicon)
        or not known_source(text[name.start : kind.start()], lexicon)
    ):
        return name
    return Span(name.start, kind.start())


def references_of(text: str, block: Block, lexicon: Lexicon, start: int | None = None) -> Sequence[Reference]:
    """The sources of one line of a list, from an offset on; a sentence without link and day is none."""
    if opening_label(block.text) is not None:
        return list(sources_of_line(text, block.span, lexicon))
    says = block.text.endswith((".", "!", "?")) and not URL.search(block.text) and not DAY.search(block.text)
    if block.kind == "link" or says:
        return ()
    lead = LEAD.match(text, block.span.start, block.span.end)
    first = max(start or 0, lead.end() if lead else 0)
    return listed_sources(text, Span(first, block.span.end), lexicon) if first < block.span.end else ()


def listed_sources(text: str, span: Span, lexicon: Lexicon) -> list[Reference]:
    """The sources of one line of a list: ``Reuters, 5 May``, ``“A title” – The Quill``, ``A title (CNBC)``.

    A known source counts wherever it stands; else the first words that are no title.
    """
    parts = list(_parts(text, span, lexicon))
    told = False
    for kind, start, end in parts:
        first = _trimmed(text, start, end, lexicon) if kind == "text" else None
        if first is not None:
            if told or _is_sure(text, first, lexicon):
                return split_sources(text, Span(start, span.end), lexicon)
            break
        told = told or kind == "title"
    names = [
        name for kind, start, end in parts if kind == "text" for name in _names(text, start, end, lexicon)
    ]
    named = names[:1] + [name for name in names[1:] if text[name.start].isupper()]
    sure = [name for name in named if _is_sure(text, name, lexicon)]
    return _with_reach(sure or names[:1], span.end)
