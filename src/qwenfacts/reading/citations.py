"""Sources: in label lines, in parentheses after a sentence, in links, in tables of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..entities import Entity, slug
from ..facts import Citation
from ..lexicon import Lexicon
from ..report import Block, Mention, Row, Section, Story
from ..values import Period, Span
from .layout import URL
from .outline import Outline, story_fields
from .page import Draft, Page

__all__ = ["find_citations", "source_of", "source_spans"]

SEPARATOR: Final = re.compile(r"\s*[|;]\s*|\s*,\s+(?:and\s+)?|\s+/\s+|\s+and\s+")
SLASH: Final = re.compile(r"/")
DASHED: Final = re.compile(r"\s+[–—-]\s+")
PARENTHESIS: Final = re.compile(r"\(([^()\n]{2,60})\)")
NOT_A_SOURCE: Final = re.compile(r"[\d~]|\be\.?g\b|\bi\.?e\b|\bInc\b|\bLtd\b|\bCorp\b|\bplc\b", re.IGNORECASE)


def source_of(written: str, lexicon: Lexicon) -> Entity:
    """The source that some words name; ``Foo – bar`` is Foo; an unknown one keeps its written name.

    >>> from qwenfacts.lexicon import lexicon_of
    >>> source_of("GitHub – acme/tool", lexicon_of()).id, source_of("The Harbour Post", lexicon_of()).known
    ('github', False)
    """
    name = DASHED.split(written.strip(), maxsplit=1)[0].strip()
    known = lexicon.entities.by_name.get(name.casefold())
    if known is None and name.lower().startswith("the "):
        known = lexicon.entities.by_name.get(name[4:].casefold())
    return known or Entity(slug(name), "publication", name or written, known=False)


def source_spans(text: str, outline: Outline) -> Iterator[Span]:
    """The sources of the label lines of all stories, as written."""
    for story in outline.stories:
        for block in story.labels:
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
    for section in (*sections, *inside):
        for row in section.rows:
            if row.source is not None:
                yield _of_row(page, row, stories)
    yield from _markers(page, lexicon)


def _of_story(page: Page, labels: Sequence[Span], story: Story, lexicon: Lexicon) -> Iterator[Draft]:
    """The sources of a story's label lines, each with the link on its domain; then the links left over."""
    links = list(story.links)
    for span in (span for line in labels for span in source_spans_in(page.text, line)):
        source = page.same(source_of(page.quote(span), lexicon))
        link = next((link for link in links if _is_on(source, link.value)), None)
        evidence = [span]
        if link is not None:
            links.remove(link)
            evidence.append(link.span)
        yield _citation(page, source, page.quote(span), evidence, story.number, link=link and link.value)
    for link in links:
        source = page.same(_owner(link.value, lexicon))
        yield _citation(page, source, link.text, [link.span], story.number, link=link.value)


def source_spans_in(text: str, line: Span) -> Iterator[Span]:
    """The sources of one label line."""
    for field in story_fields(Block(line, text[line.slice], "label")):
        if field.kind == "sources":
            yield from split_sources(text, field.span)


def _citation(
    page: Page,
    source: Entity,
    text: str,
    evidence: list[Span],
    supports: int | None,
    *,
    link: str | None = None,
    date: Mention[Period] | None = None,
    story: int | None = None,
) -> Draft:
    names = [name.span for span in evidence for name in page.names_in(span)]
    mentions = [*names, *(span for span in evidence[1:]), *([date.span] if date else [])]
    if link is not None:
        mentions.append(evidence[-1])
    fields = {
        "source": source, "text": text, "link": link, "date": date.value if date else None, "supports": supports,
    }  # fmt: skip
    return Draft(Citation, fields, evidence, mentions, story if date or story else supports)


def _is_on(source: Entity, address: str) -> bool:
    """Whether an address is on the site of a source, by the letters of its names."""
    site = _letters(URL_SITE.sub("", address))
    return any(len(name) > 2 and site.startswith(name) for name in map(_letters, source.names)) or any(
        _letters(name) in _letters(address.split("//")[-1].split("/")[0])
        for name in source.names
        if len(name) > 3
    )


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def _owner(address: str, lexicon: Lexicon) -> Entity:
    """Whose site an address is on; an unknown site is named by its domain."""
    host = URL_SITE.sub("", address).split("/")[0].lower()
    for part in (host, *host.split(".")[-2::-1]):
        known = lexicon.entities.by_name.get(part)
        if known is not None:
            return known
    return Entity(slug(host), "publication", host, known=False)


def _of_row(page: Page, row: Row, stories: Sequence[Story]) -> Draft:
    """The source of a row of a table, for the story that shares most names with the row."""
    assert row.source is not None
    cell = next(c for c in reversed(row.cells or ()) if source_matches(c, row.source))
    at = row.span.start + row.text.rindex(cell)
    span = Span(at, at + len(cell))
    names = {n.value.id for n in page.names_in(row.span) if n.span.end <= at}
    scores = {s.number: len(names & page.titled.get(s.number, frozenset())) for s in stories}
    best = max(scores.values(), default=0)
    supports = next((number for number, score in scores.items() if score == best), None) if best else None
    date = next((d for d in page.dates_in(row.span) if d.value == row.date), None)
    draft = _citation(page, row.source, cell, [span], supports, date=date)
    draft.story = page.story_at(row.span.start)
    return draft


def source_matches(cell: str, source: Entity) -> bool:
    """Whether a cell is the words of a source."""
    head = DASHED.split(cell.strip(), maxsplit=1)[0].strip()
    return any(head.casefold() == name.casefold() for name in source.names)


def _markers(page: Page, lexicon: Lexicon) -> Iterator[Draft]:
    """``(Reuters)`` and ``(blog.example)`` behind a sentence or list item."""
    for passage in page.passages:
        if passage.block.kind not in ("paragraph", "list_item"):
            continue
        for match in PARENTHESIS.finditer(page.text, passage.span.start, passage.span.end):
            rest = page.text[match.end() : passage.span.end].strip(" .")
            inner = Span(match.start(1), match.end(1))
            if rest and page.text[match.end() : match.end() + 1] not in ".;,":
                continue
            link = next((link for link in page.links if link.span == inner), None)
            if link is not None:
                source = page.same(_owner(link.value, lexicon))
                yield _citation(page, source, link.text, [inner], passage.story, link=link.value)
                continue
            spans = list(split_sources(page.text, inner))
            sources = [source_of(page.quote(span), lexicon) for span in spans]
            if sources and all(_is_source(source) for source in sources):
                for span, source in zip(spans, sources, strict=True):
                    yield _citation(page, page.same(source), page.quote(span), [span], passage.story)


def _is_source(entity: Entity) -> bool:
    if entity.known:
        return entity.kind == "publication"
    last = entity.name.rsplit(maxsplit=1)[-1].lower()
    return entity.name[0].isupper() and last in PRESS and not NOT_A_SOURCE.search(entity.name)


URL_SITE: Final = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
PRESS: Final = frozenset(
    "post times journal news herald gazette tribune wire daily weekly review today insider blog"
    " telegraph chronicle observer standard mail globe press bulletin courier monitor record dispatch"
    " echo register examiner inquirer magazine".split()
)
