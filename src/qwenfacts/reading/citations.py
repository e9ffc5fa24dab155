"""Sources: in label lines, in parentheses after a sentence, in links, in tables of sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
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

SEPARATOR: Final = re.compile(r"[|;]|,\s+(?:and\s+)?|\s/\s|\sand\s")
SLASH: Final = re.compile(r"/")
DASHED: Final = re.compile(r"\s[–—-]\s")
PARENTHESIS: Final = re.compile(r"\(([^()\n]{2,60})\)")
ENDS_HERE: Final = re.compile(r"[.;,]|[ \n]*\Z")
MOST_STORIES: Final = 50
"""In the titles of so many stories an entity may stand and still tell to which a row belongs."""
NOT_A_SOURCE: Final = re.compile(r"[\d~]|\be\.?g\b|\bi\.?e\b|\bInc\b|\bLtd\b|\bCorp\b|\bplc\b", re.IGNORECASE)
PRESS: Final = frozenset(
    "post times journal news herald gazette tribune wire daily weekly review today insider blog"
    " telegraph chronicle observer standard mail globe press bulletin courier monitor record dispatch"
    " echo register examiner inquirer magazine".split()
)


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
    for match in [*separator.finditer(text, start, end), None]:
        stop = match.start() if match else end
        piece = text[at:stop].strip(" \t\u00a0.*_()")
        if piece:
            first = text.index(piece, at)
            yield first, first + len(piece)
        at = match.end() if match else end


def find_citations(
    page: Page, outline: Outline, stories: Sequence[Story], sections: Sequence[Section], lexicon: Lexicon
) -> Iterator[Draft]:
    """The citations of a page."""
    for raw, story in zip(outline.stories, stories, strict=True):
        yield from _of_story(page, [block.span for block in raw.labels], story, lexicon)
    inside = (section for story in stories for section in story.sections)
    told = _told(page)
    for section in (*sections, *inside):
        for row in section.rows:
            if row.source is not None:
                yield _of_row(page, row, row.source, told, lexicon)
    links = {link.span: link for link in page.links}
    for passage in page.passages:
        if passage.block.kind in ("paragraph", "list_item"):
            yield from _markers(page, passage, links, lexicon)


def _of_story(page: Page, labels: Sequence[Span], story: Story, lexicon: Lexicon) -> Iterator[Draft]:
    """The sources of a story's label lines, each with the link on its site; then the links left over."""
    spans = [span for line in labels for span in source_spans_in(page.text, line)]
    sources = [page.same(source_of(page.quote(span), lexicon)) for span in spans]
    names = [(page.quote(span), *source.names) for span, source in zip(spans, sources, strict=True)]
    on_site = links_of(names, [link.value for link in story.links])
    for index, (span, source) in enumerate(zip(spans, sources, strict=True)):
        link = story.links[on_site[index]] if index in on_site else None
        yield _citation(page, source, span, story.number, link=link)
    given = set(on_site.values())
    for index, link in enumerate(story.links):
        if index not in given:
            yield _citation(
                page, page.same(owner_of(link.value, lexicon)), link.span, story.number, link=link
            )


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
    page: Page, passage: Passage, links: dict[Span, Mention[str]], lexicon: Lexicon
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
        if all(map(_is_source, sources)):
            for span, source in zip(spans, sources, strict=True):
                yield _citation(page, page.same(source), span, passage.story)


def _is_source(entity: Entity) -> bool:
    """Whether what stands in parentheses is a publication."""
    if entity.known:
        return entity.kind == "publication"
    last = entity.name.rsplit(maxsplit=1)[-1].lower()
    return entity.name[0].isupper() and last in PRESS and not NOT_A_SOURCE.search(entity.name)
