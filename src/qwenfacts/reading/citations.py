"""Sources: in label lines, in parentheses after a sentence, in links, in tables of sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from ..entities import Entity, slug
from ..facts import Citation
from ..lexicon import Lexicon
from ..report import Block, Mention, Row, Section, Story
from ..values import Period, Span
from .lineforms import URL
from .outline import Outline, story_fields
from .page import Draft, Page, Passage
from .sites import links_of, owner_of

__all__ = ["find_citations", "source_of", "source_spans", "source_spans_in"]

BRACKET: Final = r"\s+\([^()\n]*\)?"
SEPARATOR: Final = re.compile(rf"[|;]|,\s+(?:and\s+)?|\s/\s|\sand\s|{BRACKET}")
SLASH: Final = re.compile(r"/")
TWO_NAMES: Final = re.compile(r"\sand\s(?P<second>\w+)\s*(?=[|;,/(]|\Z)")
SITE: Final = re.compile(r"(?P<names>(?:[\w-]+\.)+)[A-Za-z]{2,}")
DASHED: Final = re.compile(r"\s[–—-]\s")
PARENTHESIS: Final = re.compile(r"\(([^()\n]{2,60})\)")
ENDS_HERE: Final = re.compile(r"[.;,]|[ \n]*\Z")
MOST_STORIES: Final = 50
"""In the titles of so many stories an entity may stand and still tell to which a row belongs."""
NOT_A_SOURCE: Final = re.compile(r"[\d~]|\be\.?g\b|\bi\.?e\b|\bInc\b|\bLtd\b|\bCorp\b|\bplc\b", re.IGNORECASE)
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
    source is no part of its name.

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
        piece = text[at:stop].strip(" \t\u00a0.*_()")
        if piece:
            first = text.index(piece, at)
            yield first, first + len(piece)
        at = match.end() if match else end


def _joins(text: str, cut: re.Match[str], end: int) -> bool:
    """Whether an ``and`` stands inside the name of one newspaper."""
    found = TWO_NAMES.match(text, cut.start(), end)
    return found is not None and found["second"].lower() in PRESS


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
    markers = [draft for passage in prose for draft in _markers(page, passage, links, listed, lexicon)]
    marked = {span for draft in markers for span in draft.mentions}
    labelled: dict[object, Draft] = {}
    for raw, story in zip(outline.stories, stories, strict=True):
        own = [link for link in story.links if link.span not in marked]
        for draft in _of_story(page, [block.span for block in raw.labels], story.number, own, lexicon):
            labelled.setdefault((draft.fields["source"], draft.story), draft)
            yield draft
    told = _told(page)
    for row, source in rows:
        yield _of_row(page, row, source, told, lexicon)
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


def _of_row(page: Page, row: Row, source: Entity, told: dict[str, list[int]], lexicon: Lexicon) -> Draft:
    """The source of a row of a table, for the story that shares most names with the row."""
    cell = next(cell for cell in reversed(row.cells or ()) if source_of(cell, lexicon).id == source.id)
    at = row.span.start + row.text.rindex(cell)
    names = {name.value.id for name in page.names_in(row.span) if name.span.end <= at}
    shared = Counter(number for key in names for number in told.get(key, ()))
    supports = min(shared, key=lambda number: (-shared[number], number), default=None)
    date = next((date for date in page.dates_in(row.span) if date.value == row.date), None)
    draft = _citation(page, source, Span(at, at + len(cell)), supports, date=date)
    draft.story = page.story_at(row.span.start)
    return draft


def _markers(
    page: Page,
    passage: Passage,
    links: Mapping[Span, Mention[str]],
    listed: Collection[str],
    lexicon: Lexicon,
) -> Iterator[Draft]:
    """``(Reuters)`` and ``(blog.example)`` behind a sentence, part of one, or list item."""
    for match in PARENTHESIS.finditer(page.text, passage.span.start, passage.span.end):
        inner = Span(*match.span(1))
        if not ENDS_HERE.match(page.text, match.end(), passage.span.end):
            continue
        link = links.get(inner)
        if link is not None:
            source = page.same(owner_of(link.value, lexicon))
            yield _citation(page, source, inner, passage.story, link=link)
            continue
        spans = list(split_sources(page.text, inner))
        sources = [source_of(page.quote(span), lexicon) for span in spans]
        if all(source.id in listed or _is_source(source) for source in sources):
            for span, source in zip(spans, sources, strict=True):
                yield _citation(page, page.same(source), span, passage.story)


def _is_source(entity: Entity) -> bool:
    """Whether what stands in parentheses is a publication, by what is known of it or by its last word."""
    if entity.known:
        return entity.kind == "publication"
    last = entity.name.rsplit(maxsplit=1)[-1].lower()
    return entity.name[0].isupper() and last in PRESS and not NOT_A_SOURCE.search(entity.name)
