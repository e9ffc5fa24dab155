"""On what terms a model is offered: stage, access, size, licence, and where it can be had."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ....entities import Entity
from ....report import Mention
from ....tokens import peek
from ....values import Quantity, Span
from ...english.clauses import cue_spans, cues, is_possessive
from ...english.stretches import BE, covering
from ...mentions.evidence import votes
from ...mentions.naming import words as name_words
from ...mentions.telling import nouns
from ...page import Page, Passage
from ...spans import within
from .standing import hints, listed

__all__ = [
    "HUBS",
    "access_of",
    "channels_of",
    "is_metered",
    "is_model",
    "is_size",
    "licence_of",
    "models_of",
    "size_of",
    "sizes_of",
    "stage_of",
    "stems_of",
]

HUBS: Final = frozenset("hugging-face modelscope github gitee gitlab gitcode kaggle ollama".split())
"""Where weights are put for all to download; elsewhere a model is hosted."""
ADJUNCTS: Final = frozenset("on in this last at from loose live out up today yesterday".split())
MODELS: Final = frozenset(("model", "model_family"))
UNSURE: Final = frozenset(("product", "platform", "person", "other", "organisation"))
PLACES: Final = frozenset(("platform", "organisation", "product"))
STAGES: Final = ("general", "beta", "preview")
ACCESSES: Final = ("invite_only", "hosted", "open_weight")
ARTICLES: Final = frozenset(("a", "an", "the", "its", "our"))
TOWARDS: Final = frozenset(("on", "via", "through"))
ALSO_TOWARDS: Final = listed("also_towards")
"""Lead to a platform only, not to a company: ``hired from Acme``, ``at Acme``."""
APIS: Final = frozenset(("api", "apis"))
JOINED: Final = APIS | listed("joined")
ACTIVE: Final = re.compile(r"\W*+(?:\w++\W++){0,4}?active\b")
NAMED_LICENCE: Final = re.compile(
    r"(?P<name>Apache(?: Licen[cs]e)?(?:,? [Vv]ersion)?(?: 2\.0)?|(?:modified )?MIT|BSD(?:[ -]\d-[Cc]lause)?"
    r"|[AL]?GPL(?:[ -]?v?\d(?:\.\d)?)?|CC(?:[ -](?:BY|NC|SA|ND|0))+(?: \d\.\d)?|MPL(?: 2\.0)?)"
    r"(?!\w|-(?!licen))|(?P<own>(?:[A-Z][\w.-]*\s){1,5}"
    r"(?:[Tt]erms of [Uu]se|Licen[cs]e(?:\s(?:Agreement|v?\d+(?:\.\d+)*))?))(?!\w)"
)
LEADS: Final = re.compile(r"\A(?:(?:The|Under|An?) )+")
SIZE: Final = re.compile(r"\d+(?:\.\d+)?[BMT]")
SIZE_AT_END: Final = re.compile(r"-\d+(?:\.\d+)?b(?:-|\Z)")
LISTED: Final = re.compile(r"[ ,/]*(?:(?:and|or|&) )?(?:an? |the )?(?:\w+ )?")
EVERY: Final = frozenset("all every paying existing select selected".split())
GUESTS: Final = hints("audience") | {"customer", "user", "query", "queries", "tenancy", "tenancies", "menu"}
BUYERS: Final = frozenset("subscribers users customers tenants members clients".split())
PHRASE_ENDS: Final = frozenset(", . ; ) of for that which with built to from on in".split())
FEW: Final = 4
WORDS: Final = 8
APPOSED: Final = 12
OPENS_AN_APPOSITION: Final = frozenset((",", "(", "—", "–", ":"))
OTHER_THINGS: Final = frozenset(("product", "platform", "dataset", "benchmark"))
NEAR: Final = 24


def is_model(name: Mention[Entity]) -> bool:
    """Whether a name is known to name a model or series."""
    return name.value.kind in MODELS


def models_of(page: Page) -> frozenset[str]:
    """The ids of what is a model by its name, or because a text calls it one: ``Foo 2, a speech model``."""
    found = {name.value.id for name in page.names if is_model(name)}
    series = {stem for key in found for stem in stems_of(key)}
    other = set[str]()
    for name in page.names:
        if not name.value.known and name.value.kind in UNSURE and name.value.id not in found:
            called = _is_called_model(page, page.token_at(name.span.end)) or _is_apposed(page, name)
            of_series = name.value.id in series or any(stem in found for stem in stems_of(name.value.id))
            numbered = any(character.isdigit() for character in name.value.id)
            namesake = numbered and page.lexicon.makers_of_namesakes(name.value)
            called = called or SIZE_AT_END.search(name.value.id) is not None
            of_series = of_series and _is_tiered(page, name)  # the Foo Phone is none
            if called or ((of_series or namesake) and name.value.kind == "product"):
                found.add(name.value.id)
            elif name.value.kind == "product" and _is_called_otherwise(page, name):
                other.add(name.value.id)
    unsure = [
        name
        for name in page.names
        if name.value.kind == "product" and not name.value.known and name.value.id not in found | other
    ]
    found -= listed("formats")
    return frozenset(found.union(name.value.id for name in unsure if _is_among_models(page, name)))


def _is_called_otherwise(page: Page, name: Mention[Entity]) -> bool:
    """Whether the words around a name call it something else than a model: ``Foo 3, a phone``."""
    parent = page.lexicon.entities.by_id.get(name.value.parent or "")
    if parent is not None and parent.kind == "product":
        return True
    first, end = page.token_at(name.span.start), page.token_at(name.span.end)
    if any(vote.kind in OTHER_THINGS and vote.weight > 1 for vote in votes(page.tokens, first, end)):
        return True
    at = _put_behind(page, end)
    return at is not None and any(
        found is not None and found[0] in OTHER_THINGS
        for found in (nouns().starting(page.tokens, index) for index in range(at + 2, at + FEW + 2))
    )


def _put_behind(page: Page, at: int) -> int | None:
    """The comma before an apposition that an adjunct parts from its name: ``Foo on Monday |, a coder``."""
    if page.tokens[at].key not in ADJUNCTS:
        return None
    for index in range(at + 1, at + FEW + 1):
        mark, article = peek(page.tokens, index), peek(page.tokens, index + 1)
        if mark.text in (",", "—", "–") and article.key in ("a", "an"):
            return index
    return None


def _is_among_models(page: Page, name: Mention[Entity]) -> bool:
    """Whether a name is made like that of a model, where the text speaks of what only models have."""
    near = page.passage_at(name.span.start) in page.once(_passages_of_models)
    if _is_tiered(page, name):
        return near or page.once(_is_on_models)
    return near and bool(page.lexicon.makers_of_namesakes(name.value))


def _is_tiered(page: Page, name: Mention[Entity]) -> bool:
    """Whether a name says which of several it names: ``Foo 2``, ``Foo Mini``."""
    own = page.tokens[page.token_at(name.span.start) : page.token_at(name.span.end)]
    return any(token.kind == "number" or token.key in name_words("tiers") for token in own)


def _is_on_models(page: Page) -> bool:
    """Whether most stories of a report speak of models."""
    stories = {passage.story for passage in page.passages if passage.story is not None}
    found = {page.passages[at].story for at in page.once(_passages_of_models)}
    return len(stories) > 2 and len(found) * 3 > len(stories) * 2


def _passages_of_models(page: Page) -> set[int]:
    """The passages that speak of what only models have, with those right beside them in their story."""
    found = set[int]()
    for at, passage in enumerate(page.passages):
        told = not listed("signs").isdisjoint(passage.keys) or any(
            name.value.id in HUBS
            or name.value.id in listed("platforms")
            or (name.value.known and is_model(name))
            for name in passage.names
        )
        told = told or any(is_size(size) for size in passage.quantities)
        if passage.story is not None and told:
            for step in (-1, 1):
                beside = at
                while 0 <= beside < len(page.passages) and _go_together(passage, page.passages[beside]):
                    found.add(beside)
                    beside += step
                    if abs(beside - at) > NEAR:
                        break
    return found


def _go_together(passage: Passage, beside: Passage) -> bool:
    """Whether two passages are sentences of one paragraph, items of one list, or headed so."""
    items = passage.block.kind == beside.block.kind == "list_item" or passage.block.kind == "heading"
    return passage.block == beside.block or (items and passage.story == beside.story)


def stems_of(key: str) -> Iterator[str]:
    """The ids of the series that a model may belong to by its id, the nearest first.

    >>> list(stems_of("foo-2-7b"))
    ['foo-2', 'foo']
    """
    while "-" in key:
        key = key.rpartition("-")[0]
        yield key


def _is_called_model(page: Page, at: int) -> bool:
    """Whether the words at a token call something a model: ``, a reranking model``, ``(8B)``."""
    tokens = page.tokens
    at = _put_behind(page, at) or at
    opens = tokens[at].text in OPENS_AN_APPOSITION or tokens[at].key in BE
    if tokens[at].key == "with" or tokens[at].text == "(":
        sizes = within(page.quantities, page.span(at, at + 2))
        if any(is_size(size) for size in sizes):
            return True
    at += opens
    if opens and peek(tokens, at + 1).key == "as":
        at += 2  # billed as the first coder
    if tokens[at].key not in ARTICLES:
        return False
    index, limit = at + 1, min(at + APPOSED, len(tokens))
    while index < limit:
        found = cues("modelling").starting(tokens, index)
        if found is not None:
            return found[0] == "nouns"
        if tokens[index].key in ("family", "series") and peek(tokens, index + 1).key != "of":
            return page.passage_at(tokens[at].start) in page.once(_passages_of_models)
        if tokens[index].kind == "newline" or tokens[index].text in PHRASE_ENDS:
            break
        index = page.joined(index)[1] if tokens[index].kind == "word" else index + 1  # text-to-speech
    return False


def _is_apposed(page: Page, name: Mention[Entity]) -> bool:
    """Whether a name stands behind what it is: ``A server model, Foo, came``."""
    tokens, at, end = page.tokens, *map(page.token_at, (name.span.start, name.span.end))
    near = range(at - 2, max(0, at - WORDS), -1) if tokens[at - 1].text == "," == tokens[end].text else ()
    for index in near:
        found = cues("modelling").ending(tokens, index)
        if found is not None or (tokens[index].kind != "word" and tokens[index].text != "-"):
            return found is not None and found[0] == "nouns"
    return False


def stage_of(page: Page, first: int, end: int) -> str | None:
    """The stage that some tokens name; ``out of beta`` is general."""
    told: list[str] = []
    for name, start, _ in cue_spans(page, first, end, "stage"):
        if covering(page.names, page.tokens[start].start) is not None:
            continue  # Foo Preview
        told.append("general" if _is_over(page, first, start) else name)
    return next((stage for stage in STAGES if stage in told), None)


def _is_over(page: Page, first: int, at: int) -> bool:
    """Whether words before a token say that something is over: ``ended the | waitlist``."""
    return any(token.key in listed("over") for token in page.tokens[max(first, at - WORDS) : at])


def _is_of_another(page: Page, at: int, model: Entity) -> bool:
    """Whether words up to a token are of another model: ``the open-weight | Foo``, ``weights | of Foo``."""
    name = page.name_at(at + (page.tokens[at].key in ("of", "for")))
    return name is not None and is_model(name) and name.value != model


def access_of(page: Page, first: int, end: int, model: Entity) -> str | None:
    """The access to a model that some tokens name; ``the open-weight Foo`` is about Foo alone."""
    told = {
        name
        for name, start, behind in cue_spans(page, first, end, "access")
        if page.tokens[behind].key not in ("since", "until")
        and not _is_of_another(page, behind, model)
        and not listed("others") & {token.key for token in page.tokens[max(first, start - 3) : start]}
        and not (name == "invite_only" and _is_over(page, first, start))
    }
    return next((access for access in ACCESSES if access in told), None)


def is_metered(page: Page, first: int, end: int) -> bool:
    """Whether some tokens tell what a service charges: ``billed at $2 per million tokens``."""
    prices = within(page.quantities, page.span(first, end))
    return any(token.key in listed("charged") for token in page.tokens[first:end]) or any(
        price.value.per is not None and price.value.unit.isupper() for price in prices
    )


def size_of(
    page: Page, passage: Passage, model: Mention[Entity], first: int, end: int
) -> Mention[Quantity] | None:
    """How many parameters a model has, by its name or the words behind; not how many are active."""
    own = within(passage.quantities, model.span) or tuple(_before(page, passage, model))
    behind = within(passage.quantities, page.span(first, max(end, first + 1)))
    for size in (*own, *behind):
        inside = covering(passage.names, size.span.start)
        before = page.text[max(passage.span.start, size.span.start - NEAR) : size.span.start]
        active = "of which" in before or ACTIVE.match(page.text, size.span.end)
        if is_size(size) and inside in (model, None) and not active:
            return size
    return None


def is_size(quantity: Mention[Quantity]) -> bool:
    """Whether a quantity says how large a model is: ``8 billion parameters``, ``8B``."""
    unit = quantity.value.unit
    return unit == "parameters" or (unit == "count" and SIZE.fullmatch(quantity.text) is not None)


def sizes_of(page: Page, passage: Passage, first: int, end: int) -> list[Mention[Quantity]]:
    """The sizes that some tokens list for a series: ``in 8B and 70B editions``; none if there is one."""
    found: list[Mention[Quantity]] = []
    for size in within(passage.quantities, page.span(first, max(end, first + 1))):
        if not is_size(size) or covering(passage.names, size.span.start) is not None:
            continue
        between = page.text[found[-1].span.end : size.span.start] if found else ""
        if found and not LISTED.fullmatch(between):
            break
        found.append(size)
    return found if len(found) > 1 else []


def _before(page: Page, passage: Passage, model: Mention[Entity]) -> Iterator[Mention[Quantity]]:
    """The size right before a name: ``the 30B Foo``, ``a 30-billion-parameter model, Foo``."""
    at = page.token_at(model.span.start)
    for size in within(passage.quantities, page.span(max(passage.first, at - WORDS), max(at, 1))):
        words = [token.key for token in page.tokens[page.token_at(size.span.end) : at]]
        apart = {",", ")", *JOINED, *listed("others"), "of", "for", "to", "from", "with"}.intersection(
            words[:-1]
        ) or words[:1] == [")"]
        if not apart and (not words or words[-1] != "," or _is_apposed(page, model)):
            yield size


def licence_of(page: Page, first: int, end: int) -> Mention[str] | None:
    """The licence that some tokens name."""
    span = page.span(first, end)
    for found in NAMED_LICENCE.finditer(page.text, span.start, span.end):
        words = page.text[max(span.start, found.start() - NEAR) : found.start()].lower().split()
        if "not" not in words:
            written = LEADS.sub("", found[0])
            start = found.end() - len(written)
            written = re.sub(r" Licen[cs]e\Z", "", written) if found["name"] else written
            return Mention(Span(start, start + len(written)), written, written)
    return None


def channels_of(page: Page, first: int, end: int) -> Iterator[Mention[Entity]]:
    """Where a model can be had: ``on X``, ``via X and Y``; not whose place it is (``Acme's X``)."""
    tokens, at = page.tokens, first
    label = tokens[at - 2 - (tokens[at - 2].key == "on")].key  # Available on:
    leads = "on" if tokens[at - 1].text == ":" and label in listed("placing") else ""
    while at < end:
        key = tokens[at].key
        name = page.name_at(at)
        if (key in TOWARDS or key in ALSO_TOWARDS) and listed("making") & {
            one.key for one in tokens[at - FEW : at]
        }:
            leads = ""
        elif key in TOWARDS or key in ALSO_TOWARDS:
            leads = key
        elif key in ("of", "with") and (
            tokens[at - 1].key == "out" or tokens[at - 1].key in hints("audience")
        ):
            leads = "on" if tokens[at - 1].key == "tenants" else "at"  # tenants of Foo Hub, anyone with Foo
        elif (
            name is None
            and key not in JOINED
            and not (tokens[at - 1].text == "," and peek(tokens, at + 1).key in (",", "and", "or"))
            and "well" not in (key, tokens[at - 1].key, peek(tokens, at + 1).key)
            and peek(tokens, at + 1).text != "'"
            and not (key in EVERY and page.name_at(at + 1) is not None)
        ):
            leads = ""
        behind = peek(tokens, page.token_at(name.span.end)).key if name is not None else ""
        if name is not None and leads and behind.startswith("licen"):
            leads = ""  # on Foo, MIT licensed
        if name is not None and not leads and behind in GUESTS:
            leads = "on" if name.value.id.endswith("cloud") else "at"  # for Foo Hub subscribers
        if name is not None and leads and name.value.kind in PLACES:
            only_platform = leads in ALSO_TOWARDS and name.value.kind == "organisation"
            only_platform = only_platform or (behind in BUYERS and not name.value.known)
            if not is_possessive(page, name) and not only_platform and not behind.startswith("program"):
                yield name
        elif name is not None and name.value.kind not in PLACES:
            leads = ""
        at = page.token_at(name.span.end) if name else at + 1
