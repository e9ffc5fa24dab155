"""Sources named in prose: ``(Reuters)``, ``[via The Ledger, 5 May]``, ``Source: Reuters.``, ``— Reuters``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from attrs import frozen

from ....entities import Entity
from ....lexicon import Lexicon
from ....report import Mention
from ....values import Period, Span
from ...mentions.references import Reference, split_sources
from ...mentions.sites import owner_of
from ...mentions.sources import is_source, source_of
from ...page import Page, Passage
from ...spans import within
from ...structure.lineforms import words_of
from .citing import dated

__all__ = ["Marked", "markers_of"]

MARKER: Final = re.compile(
    r"\((?P<round>[^()\n]{2,120})\)|\[(?P<square>[^\[\]\n]{2,120})\](?:\((?P<address>https?:[^()\s]+)\))?"
)
CALLED: Final = re.compile(r"sources?\s?:\s+", re.IGNORECASE)
LEAD: Final = re.compile(
    r"(?:(?:as\s)?(?:first\s)?(?:reported|noted|cited|published|seen)\s(?:by|in)|reporting\sby|h/t|hat\stip|via|from):?\s+",
    re.IGNORECASE,
)
BEHIND: Final = re.compile(
    r"[,;–—]\s(?P<inner>(?:via|per|according\sto|(?:as\s)?(?:first\s)?reported\sby|says|said|sources?:)\s[^,;]+)\Z",
    re.IGNORECASE,
)
TELLERS: Final = frozenset(("source", "sources", "via", "reported", "h"))
TELLS: Final = re.compile(r"(?<![\w.])[a-z\d$€£¥~]\w* [^,;–—]*[,;–—]\s")
"""``(valued at $4 billion, per Reuters)``: what stands first in brackets is no source."""
TOLD: Final = re.compile(
    r"\W*(?:(?P<called>sources?\s?:)|via|reported\sby:?|h/t:?)\s+(?P<inner>(?:[^.!?;\n]|\.(?=\w)){2,120})\W*\Z",
    re.IGNORECASE,
)
DASH: Final = re.compile("[—–|]")
"""What stands before a signature; most sentences have none near their end."""
SIGNED: Final = re.compile(r"(?<=[.!?”\"])\s+[—–|]\s*(?P<inner>[^—–|().:;\n]{2,60})\Z")
CLOSED: Final = re.compile(r"\s[—–|]\s(?P<inner>[A-Z][^—–|().:;\n]{1,60})\Z")
ALONE: Final = re.compile(
    r"(?:[•▪◦‣·●○∙*–—-]\s+)(?P<inner>[^\W\d_][^.:;\n]{1,80}?)(?P<goes_on>:\s\S.*)?\Z", re.DOTALL
)
"""A list item that is nothing but sources, or starts with one: ``- Reuters: Prices rose``."""
LAST_WORD: Final = re.compile(r"([^\W\d_]+)\s\Z")
BRACKETS: Final = frozenset("([")
APART: Final = re.compile(r"[.!?”\"’]\s*\Z")
ENDS_HERE: Final = re.compile(
    r"[.;,:!?…—–)\]]|\s*(?:\Z|[(\[])|\s[—–-]"
    r"|\s(?:and|but|while|whereas|although|though|as|after|before|which|with|who|so|because|when|or|yet|nor)\b"
)
MEDIUM: Final = re.compile(
    r"\b(?:news)?(?:papers?|(?:web)?sites?|magazines?|outlets?|agency|agencies|publishers?|publications?|titles?|broadcasters?"
    r"|journals?|newsletters?|dail(?:y|ies)|weekl(?:y|ies)|blogs?|portals?|services?|brands?|media|tabloids?|stations?)\s*\Z"
)
"""``the magazine (Wired)`` is the thing, not the source."""
TITLED: Final = re.compile(
    r"(?=.*[a-z])[A-Z][\w.&'’-]*"
    r"(?: (?:of|the|and|&|de|del|della|di|du|des|da|do|van|von|der|la|le|el|y|et|[A-Z][\w.&'’-]*)){0,4}"
)
NOT_A_SOURCE: Final = re.compile(r"[\d~]|\be\.?g\b|\bi\.?e\b|\bInc\b|\bLtd\b|\bCorp\b|\bplc\b", re.IGNORECASE)
EXAMPLE: Final = re.compile(r"e\.?g\b|i\.?e\b|such as\b|including\b|like\b|namely\b", re.IGNORECASE)
AROUND: Final = 16
LONGEST_SIGNATURE: Final = 64
PEOPLED: Final = frozenset(("person", "place", "model"))
TELLING: Final = frozenset(("organisation", "platform"))
"""Who may tell something besides papers."""


class Marked(NamedTuple):
    """A source that prose names: where it stands, to where its link may, its day, and its story and block."""

    entity: Entity
    span: Span
    reach: Span
    day: Mention[Period] | None
    story: int | None
    block: int


@frozen
class _Place:
    """Where a sentence may name its source.

    ``called``: by the word source; ``led``: by words that lead to one; ``apart``: behind the end of the
    sentence; ``ends``: at its end; ``noted``: in square brackets; ``named``: behind
    what a name may follow, as in ``a supplier (Quorl)``; ``closed``: where only a known paper is a source.
    """

    inner: Span
    end: int
    called: bool = False
    led: bool = False
    apart: bool = False
    ends: bool = False
    noted: bool = False
    named: bool = False
    closed: bool = False


def markers_of(
    page: Page,
    prose: Sequence[Passage],
    bare: Collection[int | None],
    listed: Collection[str],
    lexicon: Lexicon,
) -> list[Marked]:
    """The sources that sentences name.

    What a label line, list or sentence surely names is a source wherever it stands; in a ``bare`` story, one
    without a label line, what ends a sentence as its sources do is one as well.
    """
    places = [
        (passage, _named_in(page, place, lexicon))
        for passage in prose
        for place in _places(page.text, passage)
    ]
    marks = _Marks(page, lexicon, frozenset(listed))
    first = [mark for passage, named in places for mark in marks.read(passage, named)]
    known = marks.listed | {mark.entity.id for mark in first}
    none_labelled = {passage.story for passage in prose} <= {None, *bare}
    loose = frozenset(bare if none_labelled else {mark.story for mark in first} & set(bare))
    if not first or (not loose and known == marks.listed):
        return first
    marks = _Marks(page, lexicon, known, loose)
    return [mark for passage, named in places for mark in marks.read(passage, named)]


def _places(text: str, passage: Passage) -> Iterator[_Place]:
    """Where a sentence may name its source."""
    start, end = passage.span.start, passage.span.end
    told = None if passage.keys.isdisjoint(TELLERS) else TOLD.match(text, start, end)
    if told is not None:
        inner, so = Span(*told.span("inner")), told["called"] is not None
        yield _Place(inner, inner.end, called=so, led=so, apart=so, closed=not so)
        return
    late = max(start, end - LONGEST_SIGNATURE)
    dashed, item = DASH.search(text, late, end) is not None, passage.block.kind == "list_item"
    papers = (dashed or item) and any(name.value.kind == "publication" for name in passage.names)
    if dashed and (signed := SIGNED.search(text, late, end)):
        yield _Place(Span(*signed.span("inner")), end, apart=True)
    elif dashed and papers and (closed := CLOSED.search(text, late, end)):
        yield _Place(Span(*closed.span("inner")), end, closed=True)
    elif item and papers and (alone := ALONE.match(text, start, end)):
        yield _Place(Span(*alone.span("inner")), alone.end("inner"), closed=True)
    for match in MARKER.finditer(text, start, end):
        first, last = match.span("round") if match["round"] else match.span("square")
        if EXAMPLE.match(text, first, last):
            continue
        opens = match.start() == start and (start > passage.block.span.start or match.end() == end)
        apart = opens or APART.search(text, max(start, match.start() - AROUND), match.start()) is not None
        behind = BEHIND.search(text, first, last) if TELLS.search(text, first, last) else None
        if (
            not apart
            and not behind
            and (
                not ENDS_HERE.match(text, match.end(), end)
                or MEDIUM.search(text, max(start, match.start() - AROUND), match.start())
            )
        ):
            continue
        if behind:
            first = behind.start("inner")
        called = CALLED.match(text, first, last)
        lead = LEAD.match(text, first, last) if called is None else called
        word = LAST_WORD.search(text, max(start, match.start() - AROUND), match.start())
        if lead is None or lead.end() < last:
            yield _Place(
                Span(lead.end() if lead else first, last),
                match.end(),
                called=called is not None,
                led=lead is not None,
                apart=apart,
                ends=match.end() == end or text[match.end()] in ".!?",
                noted=match["square"] is not None,
                named=word is not None and _is_named_by(word[1]),
            )


def _is_named_by(word: str) -> bool:
    """Whether a name may follow a noun: ``supplier``, ``funds``."""
    return not words_of("sources", "named").isdisjoint((word.lower(), word.lower().removesuffix("s")))


class _Named(NamedTuple):
    """What stands in a place: the names in it, what they mean as sources, and their days by index."""

    place: _Place
    references: list[Reference]
    sources: list[Entity]
    days: dict[int, Mention[Period]]


def _named_in(page: Page, place: _Place, lexicon: Lexicon) -> _Named:
    references = split_sources(page.text, place.inner, lexicon)
    if references:
        references[-1] = Reference(references[-1].span, place.end)
    sources = [source_of(page.quote(reference.span), lexicon) for reference in references]
    return _Named(place, references, sources, dated(page, references))


@frozen
class _Marks:
    """Reads what stands in places; ``listed``: what is surely a source; ``loose``: stories without label."""

    page: Page
    lexicon: Lexicon
    listed: frozenset[str]
    loose: frozenset[int | None] = frozenset()

    def read(self, passage: Passage, named: _Named) -> Iterator[Marked]:
        """The sources in a place of a sentence."""
        page, where = self.page, (passage.story, passage.block.span.start)
        if not named.references:
            for link in within(page.links, named.place.inner):
                owner = page.same(owner_of(link.value, self.lexicon))
                yield Marked(owner, link.span, link.span, None, *where)
            return
        for index, entity in self._trusted(named, loose=passage.story in self.loose):
            found = named.references[index]
            yield Marked(page.same(entity), found.span, found.reach, named.days.get(index), *where)

    def _trusted(self, named: _Named, *, loose: bool) -> list[tuple[int, Entity]]:
        """Of what stands in a place, the sources, by their indexes.

        A name that nobody knows is one where it is called so, stands behind the end of a sentence or beside
        known ones; at the end of a sentence also in square brackets, with a day, or if ``loose``. None is,
        where somebody else stands among them.
        """
        place, references, found = named.place, named.references, named.sources
        if place.closed:
            papers = all(entity.known and entity.kind == "publication" for entity in found)
            return list(enumerate(found)) if papers else []
        pairs = list(zip(references, found, strict=True))
        sure = [self._is_sure(place, reference, entity) for reference, entity in pairs]
        told = place.called or place.led or place.apart or sure[0] or 2 * sum(sure) >= len(sure)
        told = told or (place.ends and (place.noted or bool(named.days) or (loose and not place.named)))
        kept = [
            (index, entity)
            for index, (reference, entity) in enumerate(pairs)
            if sure[index]
            or place.called
            or ((told or entity.name.startswith("The ")) and self._may_be(entity, reference.span))
        ]
        others = any(entity.known for index, entity in enumerate(found) if not sure[index])
        mixed = len(kept) < len(found) and (others or not sure[0])
        return [] if mixed else kept

    def _is_sure(self, place: _Place, reference: Reference, entity: Entity) -> bool:
        """Whether a name is one of a source, whatever stands beside it."""
        written, listed = self.page.quote(reference.span), entity.id in self.listed
        if entity.known and entity.kind != "publication":
            if entity.kind not in TELLING:
                return False
            if place.apart and not written.isupper():
                return True
            return (place.ends or place.apart) and (listed or is_source(written, entity))
        behind = place.ends or place.apart or place.led
        return listed or (is_source(written, entity) and (written[0].isupper() or behind))

    def _may_be(self, entity: Entity, name: Span) -> bool:
        """Whether an unknown name may be a paper's: in capitals, no abbreviation, and nobody's who acts."""
        if entity.known or NOT_A_SOURCE.search(entity.name) or not TITLED.fullmatch(entity.name):
            return False
        whole = (other.value for other in self.page.names_in(name) if other.span == name)
        person = any(other.known and other.kind in PEOPLED for other in whole)
        return not person and entity.id not in self._acting

    @cached_property
    def _acting(self) -> frozenset[str]:
        """The unknown names that stand outside brackets in sentences."""
        prose = ((name, self.page.text[name.span.start - 1 : name.span.start]) for name in self.page.names)
        return frozenset(
            name.value.id for name, before in prose if not name.value.known and before not in BRACKETS
        )
