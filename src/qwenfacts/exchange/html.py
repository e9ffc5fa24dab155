"""The evidence page: reports with every fact highlighted where it is said, in one file.

The page needs nothing but itself: style and script stand in it, and its Content Security Policy lets
nothing else run or load. Without script it still shows everything; the script adds filters, search and
the record beside the text. What the reports say is text throughout (see `markup`).
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from ..dataset import Dataset
from ..entities import Entity
from ..facts import Fact
from ..query import FACT_TYPES
from ..report import Report
from .markup import Markup, code, element, joined
from .sheets import Book, Conflict, article, book_of, counted, ids_of, way

__all__ = ["page", "page_of", "page_of_report"]


def page_of(dataset: Dataset, path: str | Path | None = None) -> str:
    """The evidence page of a dataset, with its conflicts if it can tell them; also written to ``path``."""
    ask = getattr(dataset, "conflicts", None)
    text = page(dataset.reports, ask() if ask else ())
    if path is not None:
        Path(path).write_text(text, encoding="utf-8", newline="")
    return text


def page_of_report(report: Report, path: str | Path | None = None) -> str:
    """The evidence page of one report."""
    return page_of(Dataset.of(report), path)


def page(reports: Iterable[Report], conflicts: Iterable[Conflict] = ()) -> str:
    r"""One HTML document; the same bytes for the same reports and conflicts.

    >>> import qwenfacts as qf
    >>> page([qf.parse("Acme Weekly Report May 7, 2027")])[:38]
    '<!doctype html>\n<html lang="en"><head>'
    """
    book = book_of(reports, conflicts)
    title = book.sheets[0].report.title if len(book.sheets) == 1 else f"{len(book.sheets)} reports"
    title = f"{title} – evidence"
    body = element(
        "body",
        element("a", "Skip to the text", class_="skip", href="#main"),
        element("header", element("h1", title), _reports(book)),
        _tools(book),
        element("main", _conflicts(book), *(article(sheet, book) for sheet in book.sheets), id="main"),
        element("footer", element("p", "This page says what reports claim, never that a claim is true.")),
        element("section", id="card", class_="card", aria_label="Record", tabindex="-1", hidden=True),
        code("script", _data("page.js")),
    )
    return f"<!doctype html>\n{element('html', _head(title), body, lang='en')}\n"


@cache
def _data(name: str) -> str:
    return files("qwenfacts").joinpath("data", "page", name).read_text("utf-8")


def _head(title: str) -> Markup:
    style, script = _data("page.css"), _data("page.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none';"
        " form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        code("style", style),
    )


def _hash(source: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _reports(book: Book) -> Markup:
    """The way to each report and to the conflicts, where there is more than one way."""
    ways = [(f"report{sheet.number}", sheet.report.id) for sheet in book.sheets]
    if book.conflicts:
        ways.insert(0, ("conflicts", counted(book.conflicts, "conflict")))
    if len(ways) < 2:
        return joined([])
    items = (element("li", element("a", words, href=f"#{anchor}")) for anchor, words in ways)
    return element("nav", element("ul", *items), aria_label="Reports")


def _tools(book: Book) -> Markup:
    """Filters and search; the script shows them, for they need it."""
    facts = [fact for sheet in book.sheets for fact in sheet.report.facts]
    types = Counter(fact.type for fact in facts)
    boxes = (
        element(
            "label",
            element("input", type="checkbox", name="type", value=kind.type, checked=True, autocomplete="off"),
            element("span", f"{kind.type} ({types[kind.type]})", class_="type", data_type=kind.type),
        )
        for kind in FACT_TYPES
        if kind.type in types
    )
    controls = element(
        "div",
        element("fieldset", element("legend", "Types of fact"), *boxes),
        element(
            "div",
            element("label", "Entity", for_="entity"),
            element(
                "select",
                element("option", "all", value=""),
                *_choices(facts),
                id="entity",
                autocomplete="off",
            ),
            element("output", id="shown"),
            class_="field",
        ),
        element(
            "div",
            element("label", "Search the text", for_="search"),
            element("input", type="search", id="search", autocomplete="off", spellcheck="false"),
            element("button", "Previous", type="button", id="previous", disabled=True),
            element("button", "Next", type="button", id="next", disabled=True),
            element("output", id="found"),
            class_="field",
            role="search",
        ),
        class_="controls",
    )
    return element(
        "section",
        element("details", element("summary", "Filters and search"), controls, open=True),
        class_="tools",
        id="tools",
        aria_label="Filters and search",
        hidden=True,
    )


def _choices(facts: Iterable[Fact]) -> Iterator[Markup]:
    """The entities of all facts by kind, each with the number of facts it is in."""
    held = Counter(key for fact in facts for key in ids_of(fact))
    known = {entity.id: entity for fact in facts for entity in fact.entities()}
    entities = sorted(known.values(), key=lambda entity: (entity.kind, entity.name.casefold(), entity.id))

    def kind_of(entity: Entity) -> str:
        return entity.kind

    for kind, group in groupby(entities, kind_of):
        options = (
            element("option", f"{entity.name} ({held[entity.id]})", value=entity.id) for entity in group
        )
        yield element("optgroup", *options, label=kind.replace("_", " "))


def _conflicts(book: Book) -> Markup:
    if not book.conflicts:
        return joined([])
    items = (
        element(
            "li",
            element("p", element("strong", conflict.severity), f" {_named(conflict)}: {conflict.why}"),
            element("ul", *(element("li", way(fact, book)) for fact in conflict.facts)),
        )
        for conflict in book.conflicts
    )
    return element(
        "section",
        element("h2", counted(book.conflicts, "conflict"), id="conflicts-title"),
        element("ol", *items),
        id="conflicts",
        class_="conflicts",
        aria_labelledby="conflicts-title",
    )


def _named(conflict: Conflict) -> str:
    return f"{conflict.kind}, {conflict.field}" if conflict.field else conflict.kind
