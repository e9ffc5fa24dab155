"""On what terms a model is offered: stage, access, size, licence, and where it can be had."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ....entities import Entity
from ....report import Mention
from ....tokens import peek
from ....values import Quantity, Span
from ...english.clauses import cue_spans, cues, is_possessive, last_before
from ...english.stretches import covering
from ...page import Page, Passage
from ...spans import within

__all__ = [
    "access_of",
    "channels_of",
    "is_model",
    "licence_of",
    "models_of",
    "size_of",
    "stage_of",
    "stems_of",
]

MODELS: Final = frozenset(("model", "model_family"))
UNSURE: Final = frozenset(("product", "platform", "person", "other", "organisation"))
PLACES: Final = frozenset(("platform", "organisation", "product"))
STAGES: Final = ("general", "beta", "preview")
ACCESSES: Final = ("invite_only", "hosted", "open_weight")
ARTICLES: Final = frozenset(("a", "an", "the", "its", "our"))
TOWARDS: Final = frozenset(("on", "via", "through"))
ALSO_TOWARDS: Final = frozenset(("at", "from", "to", "in"))
"""Lead to a platform only, not to a company: ``hired from Acme``, ``at Acme``."""
OVER: Final = frozenset(
    "ending ends ended concluding concludes concluded closing exits exited leaves left".split()
)
"""Before the name of a stage: it is over."""
APIS: Final = frozenset(("api", "apis"))
THROUGH: Final = frozenset("via through over behind by using".split())
JOINED: Final = APIS | frozenset(
    ", and / or ' s the its also own app apps website site platform web chat console hosted".split()
)
MAKING: Final = frozenset("trained built based tuned focused relies focuses drawn learned modelled".split())
"""Behind these ``on`` leads to what a model is made of."""
SENTENCE_ENDS: Final = frozenset((".", ";"))
OTHERS: Final = frozenset(("unlike", "than", "not", "versus", "against", "behind"))
ACTIVE: Final = re.compile(r"\W*+(?:\w++\W++){0,4}?active\b")
NAMED_LICENCE: Final = re.compile(
    r"(?P<name>Apache(?: Licen[cs]e)?(?:,? [Vv]ersion)?(?: 2\.0)?|(?:modified )?MIT|BSD(?:[ -]\d-[Cc]lause)?"
    r"|[AL]?GPL(?:[ -]?v?\d(?:\.\d)?)?|CC(?:[ -](?:BY|NC|SA|ND|0))+(?: \d\.\d)?|MPL(?: 2\.0)?)(?![\w-])"
    r"|(?P<own>(?:[A-Z][\w.-]*\s){1,5}Licen[cs]e(?:\s(?:Agreement|v?\d+(?:\.\d+)*))?)(?!\w)"
)
PHRASE_ENDS: Final = frozenset(", . ; ) of for that which with built to from on in".split())
MADE: Final = MODELS | {"product"}
KIN: Final = 5
FEW: Final = 4
WORDS: Final = 8
NEAR: Final = 24


def is_model(name: Mention[Entity]) -> bool:
    """Whether a name is known to name a model or series."""
    return name.value.kind in MODELS


def models_of(page: Page) -> frozenset[str]:
    """The ids of what is a model by its name, or because a text calls it one: ``Foo 2, a speech model``."""
    found = {name.value.id for name in page.names if is_model(name)}
    series = {stem for key in found for stem in stems_of(key)}
    for name in page.names:
        if not name.value.known and name.value.kind in UNSURE and name.value.id not in found:
            called = _is_called_model(page, page.token_at(name.span.end)) or _is_apposed(page, name)
            called = called or (bool(found) and _is_kin(page, name, found))
            of_series = name.value.id in series or any(stem in found for stem in stems_of(name.value.id))
            if called or (of_series and name.value.kind == "product"):
                found.add(name.value.id)
    return frozenset(found)


def stems_of(key: str) -> Iterator[str]:
    """The ids of the series that a model may belong to by its id, the nearest first.

    >>> list(stems_of("foo-2-7b"))
    ['foo-2', 'foo']
    """
    while "-" in key:
        key = key.rpartition("-")[0]
        yield key


def _is_called_model(page: Page, at: int) -> bool:
    """Whether the words at a token call something a model: ``, a reranking model``."""
    tokens = page.tokens
    at += tokens[at].text in (",", "(", "—", "–")
    if tokens[at].key == "with":
        sizes = within(page.quantities, page.span(at, at + 2))
        return any(size.value.unit == "parameters" for size in sizes)
    if tokens[at].key not in ARTICLES:
        return False
    for index in range(at + 1, min(at + WORDS, len(tokens))):
        found = cues("modelling").starting(tokens, index)
        if found is not None:
            return found[0] == "nouns"
        if tokens[index].kind == "newline" or tokens[index].text in PHRASE_ENDS:
            break
    return False


def _is_apposed(page: Page, name: Mention[Entity]) -> bool:
    """Whether a name stands behind what it is: ``A server model, Foo, came``."""
    tokens, at, end = page.tokens, page.token_at(name.span.start), page.token_at(name.span.end)
    before = cues("modelling").ending(tokens, at - 2) if at > 1 and tokens[at - 1].text == "," else None
    closed = end < len(tokens) and tokens[end].text == ","
    return closed and before is not None and before[0] == "nouns"


def _is_kin(page: Page, name: Mention[Entity], models: set[str]) -> bool:
    """Whether a name is called a sibling, and a model was spoken of last: ``A smaller cut, Foo,``."""
    tokens, at, end = page.tokens, page.token_at(name.span.start), page.token_at(name.span.end)
    before = cues("modelling").ending(tokens, at - 2) if at > 1 and tokens[at - 1].text == "," else None
    behind = None
    if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].key in ARTICLES:
        kin = (
            cues("modelling").starting(tokens, index) for index in range(end + 2, min(end + KIN, len(tokens)))
        )
        behind = next((found for found in kin if found is not None and _is_head(page, found[1])), None)
    if not any(found is not None and found[0] in ("kin", "members") for found in (before, behind)):
        return False
    earlier = (other for other in last_before(page.names, name.span.start) if other.value.kind in MADE)
    last = next((other for other in earlier if other.value != name.value), None)
    return (
        last is not None
        and last.value.id in models
        and "\n" not in page.text[last.span.end : name.span.start]
    )


def _is_head(page: Page, at: int) -> bool:
    """Whether a noun phrase ends at a token: ``a smaller cut |,``; not ``a first-tier | department``."""
    token = page.tokens[at]
    return token.text in PHRASE_ENDS or token.kind != "word" or token.key.endswith(("ed", "ing"))


def stage_of(page: Page, first: int, end: int) -> str | None:
    """The stage that some tokens name; ``out of beta`` is general."""
    told: list[str] = []
    for name, start, _ in cue_spans(page, first, end, "stage"):
        if covering(page.names, page.tokens[start].start) is not None:
            continue  # Foo Preview
        over = any(token.key in OVER for token in page.tokens[max(first, start - WORDS) : start])
        told.append("general" if over else name)
    return next((stage for stage in STAGES if stage in told), None)


def _is_of_another(page: Page, at: int, model: Entity) -> bool:
    """Whether words up to a token are of another model: ``the open-weight | Foo``, ``weights | of Foo``."""
    name = page.name_at(at + (page.tokens[at].key in ("of", "for")))
    return name is not None and is_model(name) and name.value != model


def _is_past(page: Page, at: int) -> bool:
    """Whether ``since`` or ``until`` at a token tells that something was so before."""
    return page.tokens[at].key in ("since", "until")


def access_of(page: Page, first: int, end: int, model: Entity) -> str | None:
    """The access to a model that some tokens name; ``the open-weight Foo`` is about Foo alone."""
    told = {
        name
        for name, start, behind in cue_spans(page, first, end, "access")
        if not _is_past(page, behind)
        and not _is_of_another(page, behind, model)
        and not OTHERS & {token.key for token in page.tokens[max(first, start - 3) : start]}
    }
    found = next((access for access in ACCESSES if access in told), None)
    return found or ("hosted" if _is_by_api(page, first, end) else None)


def _is_by_api(page: Page, first: int, end: int) -> bool:
    """Whether some tokens lead through an API: ``via its own API``."""
    for at in range(first, end):
        if page.tokens[at].key in APIS:
            before = {token.key for token in page.tokens[max(first, at - FEW) : at]}
            if not before.isdisjoint(THROUGH):
                return True
    return False


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
        if size.value.unit == "parameters" and inside in (model, None) and not active:
            return size
    return None


def _before(page: Page, passage: Passage, model: Mention[Entity]) -> Iterator[Mention[Quantity]]:
    """The size right before a name: ``the 30B Foo``, ``a 30-billion-parameter model, Foo``."""
    at = page.token_at(model.span.start)
    for size in within(passage.quantities, page.span(max(passage.first, at - WORDS), max(at, 1))):
        words = [token.key for token in page.tokens[page.token_at(size.span.end) : at]]
        apart = {",", *JOINED, *OTHERS, "of", "for", "to", "from", "with"}.intersection(words[:-1])
        if not apart and (not words or words[-1] != "," or _is_apposed(page, model)):
            yield size


def licence_of(page: Page, first: int, end: int) -> Mention[str] | None:
    """The licence that some tokens name."""
    span = page.span(first, end)
    for found in NAMED_LICENCE.finditer(page.text, span.start, span.end):
        words = page.text[max(span.start, found.start() - NEAR) : found.start()].lower().split()
        if "not" not in words:
            start = found.start()
            written = found[0]
            for article in ("The ", "Under ", "A ", "An "):
                if written.startswith(article):
                    start, written = start + len(article), written[len(article) :]
            written = re.sub(r" Licen[cs]e\Z", "", written) if found["name"] else written
            return Mention(Span(start, start + len(written)), written, written)
    return None


def channels_of(page: Page, first: int, end: int) -> Iterator[Mention[Entity]]:
    """Where a model can be had: ``on X``, ``via X and Y``; not whose place it is (``Acme's X``)."""
    tokens, at, leads = page.tokens, first, ""
    while at < end and tokens[at].text not in SENTENCE_ENDS:
        key = tokens[at].key
        name = page.name_at(at)
        if not leads and key == "," and peek(tokens, at + 1).key == "the" and page.name_at(at + 2):
            return  # was released to all, the Foo app came to Bar
        if (key in TOWARDS or key in ALSO_TOWARDS) and tokens[at - 1].key in MAKING:
            leads = ""
        elif key in TOWARDS or key in ALSO_TOWARDS:
            leads = key
        elif (
            name is None
            and key not in JOINED
            and "well" not in (key, tokens[at - 1].key, peek(tokens, at + 1).key)
        ):
            leads = ""
        if name is not None and leads and peek(tokens, page.token_at(name.span.end)).key.startswith("licen"):
            leads = ""  # on Foo, MIT licensed
        if name is not None and leads and name.value.kind in PLACES:
            only_platform = leads in ALSO_TOWARDS and name.value.kind == "organisation"
            if not is_possessive(page, name) and not only_platform:
                yield name
        elif name is not None and name.value.kind not in PLACES:
            leads = ""
        at = page.token_at(name.span.end) if name else at + 1
