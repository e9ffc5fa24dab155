"""Sources: in label lines, in parentheses after a sentence, in links, in tables of sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from ...entities import Entity
from ...facts import Citation
from ...lexicon import Lexicon
from ...report import Mention, Row, Section, Story
from ...values import Period, Span
from ..mentions.sites import links_of, owner_of
from ..mentions.sources import PRESS, source_of, source_spans_in, split_sources
from ..page import Draft, Page, Passage
from ..spans import within
from ..structure.outline import Outline

__all__ = ["find_citations"]

SITE: Final = re.compile(r"(?P<names>(?:[\w-]+\.)+)[A-Za-z]{2,}")
MARKER: Final = re.compile(r"\(([^()\n]{2,60})\)|\[([^\[\]()\n]{2,60})\](?!\()")
LEAD: Final = re.compile(
    r"(?P<told>(?:source|sources|as reported by|reported by|reporting by|first reported by)\b):?\s+"
    r"|(?:via|per|from|says|citing)\s+",
    re.IGNORECASE,
)
TOLD: Final = re.compile(r"\W*sources?:\s+(?P<inner>[^.!?;\n]{2,80})\W*\Z", re.IGNORECASE)
SIGNED: Final = re.compile(r"(?<=[.!?”\"])\s+[—–]\s*(?P<inner>[^—–().:;\n]{2,40})\Z")
APART: Final = re.compile(r"[.!?”\"]\s*\Z")
TITLED: Final = re.compile(r"(?=.*[a-z])[A-Z][\w.&'’-]*(?: (?:of|the|and|&|[A-Z][\w.&'’-]*)){0,4}")
LISTS: Final = frozenset(
    ("sources", "source", "references", "links", "source links", "source list", "further reading")
)
"""Headings of lists of sources."""
HEADED: Final = re.compile(r"\W*(?:sources?|source\(s\))\W*[:–—-]\W*(?P<inner>\w.*?)[\W]*\Z", re.IGNORECASE)
"""A line of sources that looks like a heading."""
LISTED: Final = re.compile(
    r"\W*(?:\d{1,2}[.)\]]\s+)?(?P<names>(?!https?:)\w[^:—–\n]{1,59}?)\s*(?:(?::|\s[—–-])\s.*|https?:.*)?\Z"
)
AROUND: Final = 8
JOINT: Final = re.compile(r"(?:\s*[/|,&]|\s(?:via|and))\s*\Z")
WORD: Final = re.compile(r"\S+")
MOST_WORDS: Final = 4
PEOPLED: Final = frozenset(("person", "place", "model"))
ENDS_HERE: Final = re.compile(r"[.;,]|[ \n]*\Z")
MOST_STORIES: Final = 50
"""In the titles of so many stories an entity may stand and still tell to which a row belongs."""
NOT_A_SOURCE: Final = re.compile(r"[\d~]|\be\.?g\b|\bi\.?e\b|\bInc\b|\bLtd\b|\bCorp\b|\bplc\b", re.IGNORECASE)


def find_citations(
    page: Page, outline: Outline, stories: Sequence[Story], sections: Sequence[Section], lexicon: Lexicon
) -> Iterator[Draft]:
    """The citations of a page."""
    links = {link.span: link for link in page.links}
    rows = [
        (row, row.source)
        for section in (*sections, *(section for story in stories for section in story.sections))
        for row in section.rows
        if row.source is not None
    ]
    listed = {source.id for story in stories for source in story.sources} | {source.id for _, source in rows}
    prose = [passage for passage in page.passages if passage.is_prose]
    markers = _all_markers(page, prose, {s.number for s in stories if not s.sources}, links, listed, lexicon)
    marked = {span for draft in markers for span in draft.mentions}
    labelled: dict[object, Draft] = {}
    for raw, story in zip(outline.stories, stories, strict=True):
        own = [link for link in story.links if link.span not in marked]
        for draft in _of_story(page, [block.span for block in raw.labels], story.number, own, lexicon):
            labelled.setdefault((draft.fields["source"], draft.story), draft)
            yield draft
        for section in story.sections:
            yield from _of_list(page, section, story.number, lexicon)
    for section in sections:
        yield from _of_list(page, section, None, lexicon)
    yield from _of_headings(page, lexicon)
    told = _told(page)
    for row, source in rows:
        draft = _of_row(page, row, source, told, lexicon)
        yield draft
        if other := _beside(page, row, draft.begins, lexicon):
            second = page.same(source_of(page.quote(other), lexicon))
            date = next((date for date in page.dates_in(row.span) if date.value == row.date), None)
            supports = draft.fields["supports"]
            assert supports is None or isinstance(supports, int)  # a story number
            more = _citation(page, second, other, supports, date=date)
            more.story = draft.story
            yield more
    for draft in markers:
        same = labelled.get((draft.fields["source"], draft.story))
        if same is None or draft.fields["link"] is not None:
            yield draft
        else:  # the story's label line cites it already
            same.evidence += draft.evidence
            same.mentions += draft.mentions


def _of_story(
    page: Page, labels: Sequence[Span], story: int, links: Sequence[Mention[str]], lexicon: Lexicon
) -> Iterator[Draft]:
    """The sources of a story's label lines, each with the link on its site; then the links left over."""
    spans = [span for line in labels for span in source_spans_in(page.text, line)]
    sources = [page.same(source_of(page.quote(span), lexicon)) for span in spans]
    names = [(*_sites(page.quote(span)), *source.names) for span, source in zip(spans, sources, strict=True)]
    on_site = links_of(names, [link.value for link in links])
    for index, (span, source) in enumerate(zip(spans, sources, strict=True)):
        link = links[on_site[index]] if index in on_site else None
        yield _citation(page, source, span, story, link=link)
    given = set(on_site.values())
    for index, link in enumerate(links):
        if index not in given:
            yield _citation(page, page.same(owner_of(link.value, lexicon)), link.span, story, link=link)


def _sites(written: str) -> Iterator[str]:
    """What the site of a source may be called: its name; of an address, what stands before its ending."""
    yield written
    if found := SITE.fullmatch(written):
        yield found["names"].replace(".", " ")


def _citation(
    page: Page,
    source: Entity,
    span: Span,
    supports: int | None,
    *,
    link: Mention[str] | None = None,
    date: Mention[Period] | None = None,
) -> Draft:
    """A citation that stands at a span; its link may stand elsewhere."""
    evidence = [span, *([link.span] if link and link.span != span else [])]
    mentions = [name.span for part in evidence for name in page.names_in(part)]
    mentions += [other.span for other in (link, date) if other is not None]
    fields: dict[str, object] = {
        "source": source,
        "text": page.quote(span),
        "link": link.value if link else None,
        "date": date.value if date else None,
        "supports": supports,
    }
    return Draft(Citation, fields, evidence, mentions, supports)


def _told(page: Page) -> dict[str, list[int]]:
    """The stories that have an entity in their title, by its id."""
    told: dict[str, list[int]] = {}
    for number in sorted(page.titled):
        for key in page.titled[number]:
            stories = told.setdefault(key, [])
            if len(stories) < MOST_STORIES:
                stories.append(number)
    return told


def _beside(page: Page, row: Row, end: int, lexicon: Lexicon) -> Span | None:
    """The known source before another in a row: ``Reuters / The Quill``, ``Reuters via Quill``."""
    joint = JOINT.search(page.text, max(row.span.start, end - AROUND), end)
    if joint is None:
        return None
    words = list(WORD.finditer(page.text, row.span.start, joint.start()))[-MOST_WORDS:]
    for word in words:
        span = Span(word.start(), joint.start())
        if _is_source(source_of(page.quote(span), lexicon)):
            return span
    return None


def _of_row(page: Page, row: Row, source: Entity, told: dict[str, list[int]], lexicon: Lexicon) -> Draft:
    """The source of a row of a table, for the story that shares most names with the row."""
    cell = next(cell for cell in reversed(row.cells or ()) if source_of(cell, lexicon).id == source.id)
    at = row.span.start + row.text.rindex(cell)
    lead = len(cell) - len(cell.lstrip("/|,( "))
    at, cell = at + lead, cell[lead:].rstrip(") ")
    names = {name.value.id for name in page.names_in(row.span) if name.span.end <= at}
    shared = Counter(number for key in names for number in told.get(key, ()))
    supports = min(shared, key=lambda number: (-shared[number], number), default=None)
    date = next((date for date in page.dates_in(row.span) if date.value == row.date), None)
    draft = _citation(page, source, Span(at, at + len(cell)), supports, date=date)
    draft.story = page.story_at(row.span.start)
    return draft


def _of_list(page: Page, section: Section, supports: int | None, lexicon: Lexicon) -> Iterator[Draft]:
    """The lines of a headed list of sources: ``Reuters, 5 May``, ``Reuters: a title``, ``Reuters <link>``."""
    if section.rows or (section.heading or "").strip(" :*").lower() not in LISTS:
        return
    for block in section.blocks:
        if block.text.rstrip().endswith((".", "!", "?")):
            continue
        links = within(page.links, block.span)
        link = links[0] if links else None
        line = LISTED.match(page.text, block.span.start, block.span.end)
        names = list(split_sources(page.text, Span(*line.span("names")))) if line else []
        for span in names:
            yield _citation(page, page.same(source_of(page.quote(span), lexicon)), span, supports, link=link)
            link = None
        for left in links if not names else ():
            yield _citation(page, page.same(owner_of(left.value, lexicon)), left.span, supports, link=left)


def _of_headings(page: Page, lexicon: Lexicon) -> Iterator[Draft]:
    """Lines of sources in a form that makes no label: ``Source(s): heise online``, ``Source – Reuters``."""
    story: int | None = None
    for passage in page.passages:
        if passage.block.kind == "heading":
            line = HEADED.match(page.text, passage.span.start, passage.span.end)
            for span in split_sources(page.text, Span(*line.span("inner"))) if line else ():
                source = page.same(source_of(page.quote(span), lexicon))
                yield _citation(page, source, span, passage.story or story)
        story = passage.story or story if passage.block.kind == "heading" else passage.story


def _all_markers(
    page: Page,
    prose: Sequence[Passage],
    bare: Collection[int | None],
    links: Mapping[Span, Mention[str]],
    listed: Collection[str],
    lexicon: Lexicon,
) -> list[Draft]:
    """The sources in parentheses; in a ``bare`` story, one without a label line, unknown ones as well."""
    found: list[Draft] = []
    for passage in prose:
        found += _markers(page, passage, links, listed, lexicon, loose=False)
    loose = {draft.story for draft in found} & set(bare)
    if not loose:
        return found
    kept = [draft for draft in found if draft.story not in loose]
    for passage in prose:
        if passage.story in loose:
            kept += _markers(page, passage, links, listed, lexicon, loose=True)
    return kept


def _places(page: Page, passage: Passage) -> Iterator[tuple[Span, bool, bool]]:
    """Where a sentence may name its source, whether it is called one, and whether it stands apart."""
    text, start, end = page.text, passage.span.start, passage.span.end
    told = TOLD.match(text, start, end)
    signed = None if told else SIGNED.search(text, max(start, end - 60), end)
    if found := told or signed:
        yield Span(*found.span("inner")), told is not None, False
    for match in MARKER.finditer(text, start, end):
        if ENDS_HERE.match(text, match.end(), end):
            first, last = match.span(match.lastindex or 1)
            lead = LEAD.match(text, first, last)
            apart = APART.search(text, max(0, match.start() - AROUND), match.start()) is not None
            yield Span(lead.end() if lead else first, last), bool(lead and lead["told"]), apart


def _markers(
    page: Page,
    passage: Passage,
    links: Mapping[Span, Mention[str]],
    listed: Collection[str],
    lexicon: Lexicon,
    *,
    loose: bool,
) -> Iterator[Draft]:
    """``(Reuters)``, ``(via Reuters)``, ``[Reuters]`` and ``(blog.example)`` behind what they tell.

    A name that nobody knows is a source where it is called one, stands behind the end of a sentence or beside
    a known one; ``loose``: also at the end of one.
    """
    for inner, told, apart in _places(page, passage):
        link = links.get(inner)
        if link is not None:
            source = page.same(owner_of(link.value, lexicon))
            yield _citation(page, source, inner, passage.story, link=link)
            continue
        spans = list(split_sources(page.text, inner))
        sources = [source_of(page.quote(span), lexicon) for span in spans]
        sure = [source.id in listed or _is_source(source) for source in sources]
        ends = page.text[inner.end + 1 : inner.end + 2] in (".", "\n", "")
        trusted = told or apart or any(sure) or (loose and ends)
        if all(
            known or (trusted and _may_be(page, source, inner))
            for known, source in zip(sure, sources, strict=True)
        ):
            for span, source in zip(spans, sources, strict=True):
                yield _citation(page, page.same(source), span, passage.story)


def _may_be(page: Page, entity: Entity, place: Span) -> bool:
    """Whether an unknown name may be that of a paper: in capitals, no abbreviation, and nobody's name."""
    if entity.known or NOT_A_SOURCE.search(entity.name) or not TITLED.fullmatch(entity.name):
        return False
    return not any(name.value.known and name.value.kind in PEOPLED for name in page.names_in(place))


def _is_source(entity: Entity) -> bool:
    """Whether what stands in parentheses is a publication, by what is known of it or by its last word."""
    if entity.known:
        return entity.kind == "publication"
    last = entity.name.rsplit(maxsplit=1)[-1].lower()
    return entity.name[0].isupper() and last in PRESS and not NOT_A_SOURCE.search(entity.name)
