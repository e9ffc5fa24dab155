"""What people are at work: a post with its employer, ``former head of research at Acme``; groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ...entities import Entity
from ...report import Mention
from ...tokens import NOTHING, Token
from ...values import Span
from ..page import Page
from ..wordclasses import DETERMINERS, FUNCTION_WORDS, INDEFINITES, POSSESSIVES
from .clauses import cues, is_possessive

__all__ = [
    "EMPLOYERS",
    "EMPLOYING",
    "HEADS",
    "PARTITIVE",
    "STOPS",
    "UNITS",
    "WHOLES",
    "Post",
    "complement_at",
    "employer_at",
    "group_from",
    "is_ours",
    "post_before",
    "post_from",
]

EMPLOYERS: Final = frozenset(("organisation", "body"))
EMPLOYING: Final = EMPLOYERS | {"publication", "platform"}
VAGUE: Final = frozenset(("product", "other", "platform"))
WHOLES: Final = EMPLOYERS | {"model_family", "product", "platform"}
AT: Final = frozenset(("at", "of", "for", "with"))
OF: Final = frozenset(("of", "for"))
VERBAL: Final = frozenset(("leads", "heads", "chairs", "partners"))
OWN: Final = frozenset(("its", "their"))
UNTIL: Final = frozenset(("until", "till"))
JOINERS: Final = frozenset(("and", "&"))
GLUE: Final = frozenset(("-", "&", "'", "/"))
HEADS: Final = frozenset(
    ("head", "lead", "leader", "boss", "chief", "general manager", "co-head", "deputy head")
)
"""The posts that say nothing without what they are for."""
TERMS: Final = frozenset("term terms time year years months".split())
"""What is no charge: ``chief executive for another term``."""
RUNNING: Final = ("president", "director", "vice president", "co-president", "product lead")
WHOLE_FIRMS: Final = DETERMINERS | frozenset(
    "combined merged new enlarged listed separate whole entire parent holding company group firm entity"
    " business start - up startup corporation".split()
)
"""The words for all of a company, which no post needs: ``chief executive of the combined company``."""
UNITS: Final = frozenset(
    "group segment programme program division team unit business department arm office lab labs"
    " laboratory desk organisation organization product products platform practice service services"
    " region market operation operations branch studio".split()
)
"""What is headed inside a company."""
STOPS: Final = (FUNCTION_WORDS - INDEFINITES) | frozenset(
    "again also both despite him last later next once one reports said says starting them yesterday"
    " today tomorrow early late joins joined takes took monday tuesday wednesday thursday friday saturday"
    " sunday told tells wrote writes signals underscores underlines marks suggests reflects gives adds"
    " brings comes follows raises deepens ends opens hands puts makes shows means completes effective"
    " following january february march april june july august september october november december ago"
    " left leaves".split()
)
"""Words that are no part of a post or of what a post is for."""
PARTITIVE: Final = POSSESSIVES | {"of", "the"}
LONGEST: Final = 9
MOST_WORDS: Final = 5
MOST_POSTS: Final = 4
PLACES_OF_WORK: Final = WHOLES | VAGUE


class Post(NamedTuple):
    """A post: its words without article and employer, the token behind all of it, and the employer."""

    words: Span
    end: int
    employer: Mention[Entity] | None
    core: int
    """The token behind the words without what the post is for: behind ``head`` of ``head of research``."""
    formerly: bool
    lately: bool
    own: int | None = None
    """Where ``its`` stands before it."""


def employer_at(page: Page, at: int, stop: int) -> Mention[Entity] | None:
    """The employer that is named at a token, behind an article and what it is called, or not.

    ``Acme``, ``the Acme Group``, ``rival Acme``, ``the shipping line Acme``.
    """
    while at < stop and page.tokens[at].key in DETERMINERS:
        at += 1
    for index in range(at, min(stop, at + MOST_WORDS)):
        name = page.name_at(index)
        if name is not None:
            called = index == at or cues("employers").ending(page.tokens, index - 1) is not None
            part = page.name_at(page.token_at(name.span.end) + 2) if is_possessive(page, name) else None
            if part is not None and part.value.kind in PLACES_OF_WORK:
                return part  # Acme's Foo team
            return name if called and _may_employ(page, name.value) else None
        token = page.tokens[index]
        if not (_is_plain(token) and (token.text.islower() or token.kind == "mark")):
            break
    return None


def _may_employ(page: Page, entity: Entity) -> bool:
    """Whether people can work for it: also what is known only by name, papers, and what the report is on."""
    return entity.kind in EMPLOYING or entity == page.subject or (not entity.known and entity.kind in VAGUE)


def is_ours(page: Page, entity: Entity) -> bool:
    """Whether something is the company that the report is about, or a part of it."""
    ours = page.company_of(page.subject)
    return entity in (page.subject, ours) or ours in page.owners(entity)


def post_from(page: Page, at: int, stop: int) -> Post | None:
    """The post that some words from a token on are, up to a token.

    Before it may stand an article or possessive, when it was held, and what is no part of it (``new``).
    """
    tokens, people = page.tokens, cues("people")
    formerly = lately = False
    own: int | None = None
    employer: Mention[Entity] | None = None
    while at < stop:
        found = people.starting(tokens, at)
        name = page.name_at(at)
        if found is not None and found[0] in ("epithets", "formerly", "lately"):
            formerly, lately = formerly or found[0] == "formerly", lately or found[0] == "lately"
            at = found[1]
        elif tokens[at].key in DETERMINERS or (tokens[at].text in ("-", "as") and formerly):
            owned = [token.text for token in tokens[at + 2 : at + 4]] == ["'", "s"]  # the studio's head
            own = at if tokens[at].key in OWN or owned else own
            at += 4 if owned and page.name_at(at + 1) is None else 1
        elif tokens[at].key in UNTIL and (day := _day_at(page, at + 1)) is not None:
            formerly, at = True, day
        elif name is not None and name.value.kind in WHOLES and employer is None:
            employer, at = name, page.token_at(name.span.end)
            if is_possessive(page, name):
                at += 2 if at + 1 < stop and tokens[at + 1].key == "s" else 1
        else:
            break
    end = _core(page, at, stop)
    if end is None:
        return None
    words = page.span(at, end)
    if page.quote(words) in VERBAL:
        return None  # who now leads the team
    core = end
    for _ in range(MOST_POSTS):  # chairman and chief executive
        following = end + 1 if end < stop and tokens[end].text in (",", *JOINERS) else None
        further = _core(page, following, stop) if following is not None else None
        if further is None:
            break
        end = core = further
        words = page.span(at, end)
    if end < stop and tokens[end].key in OF:
        whose = employer_at(page, end + 1, stop) or _product_at(page, end + 1)
        if whose is not None and not _is_charge(page, whose, page.quote(words), stop):
            return Post(words, page.token_at(whose.span.end), whose, core, formerly, lately, own)
        complement = complement_at(page, end + 1, stop)
        if complement is not None and tokens[complement - 1].key not in TERMS:
            keys = {token.key for token in tokens[end + 1 : complement]}
            words = words if keys <= WHOLE_FIRMS else page.span(at, complement)
            end = complement
    if end < stop and tokens[end].key in AT:
        whose = employer_at(page, end + 1, stop) or (end > core and _product_at(page, end + 1)) or None
        if whose is not None:
            return Post(words, page.token_at(whose.span.end), whose, core, formerly, lately, own)
    return Post(words, end, employer, core, formerly, lately, own)


def _product_at(page: Page, at: int) -> Mention[Entity] | None:
    """The product for which a post is, behind what it is for: ``head of sales for the Foo app``."""
    name = page.name_at(at + (page.tokens[at].key in DETERMINERS))
    return name if name is not None and name.value.kind == "product" else None


def _day_at(page: Page, at: int) -> int | None:
    """The token behind the date that starts at a token: ``until May``."""
    if not page.tokens[at].text:
        return None
    dates = page.dates_in(page.span(at, at + 1))
    return page.token_at(dates[0].span.end) if dates else None


def _is_charge(page: Page, name: Mention[Entity], post: str, stop: int) -> bool:
    """Whether a name says what a head heads, and not for whom: ``head of the Foo group``, of a product."""
    behind = page.token_at(name.span.end)
    if behind < stop and (is_possessive(page, name) or _is_noun(page.tokens[behind])):
        return True
    if name.value.kind in EMPLOYERS or name.value == page.subject:
        return False
    ours = not name.value.known or is_ours(page, name.value)
    placed = (
        behind < stop and page.tokens[behind].key in AT and employer_at(page, behind + 1, stop) is not None
    )
    return placed or (ours and post.lower() in (*HEADS, *RUNNING))


def _is_noun(token: Token) -> bool:
    """Whether a token behind a name goes on with what is headed: ``Acme infrastructure``."""
    other = token.key.endswith(("ed", "ing", "ly")) and token.key not in UNITS
    return _is_plain(token) and token.text.islower() and not other


def _core(page: Page, at: int, stop: int) -> int | None:
    """The token behind the words of a post, ``senior vice president``, without what it is for."""
    tokens, people = page.tokens, cues("people")
    end: int | None = None
    index, last = at, min(stop, at + LONGEST)
    while index < last:
        found = people.starting(tokens, index)
        name = page.name_at(index)
        if name is not None and name.value.kind == "person":
            break
        if found is not None and found[0] in ("roles", "ranks") and found[1] <= stop:
            end = index = found[1]
        elif found is not None and found[0] == "things" and index == end:
            end = index = index + 1  # chief architect of Foo
        elif _is_plain(tokens[index]) and not (tokens[index].kind == "mark" and index == at):
            if tokens[index].key.endswith(("ed", "s")) and _goes_somewhere(page, index):
                break  # named former engineer Roe
            index += 1
        else:
            break
    return end


def _is_plain(token: Token) -> bool:
    """Whether a token can stand inside a post."""
    if token.kind == "mark":
        return token.text in GLUE and (token.glued or token.text == "&")
    return token.kind == "word" and token.key not in STOPS


def complement_at(page: Page, at: int, stop: int) -> int | None:
    """The token behind what a post is for, ``the Foo group``, ``safety and policy for Europe``."""
    tokens = page.tokens
    if at < stop and tokens[at].key in DETERMINERS:
        at += 1
    end, index = None, at
    while index < stop:
        token = tokens[index]
        name = page.name_at(index)
        if name is not None and name.value.kind == "person":
            break
        if name is not None and (behind := page.token_at(name.span.end)) <= stop:
            index = end = behind
            continue
        hyphened = index + 1 < stop and tokens[index + 1].text == "-" and tokens[index + 1].glued
        if _is_plain(token) or token.kind == "number" or (hyphened and token.kind == "word"):
            if end is not None and _goes_somewhere(page, index):
                break
            index += 1
            end = index
        elif end is not None and token.text in (*JOINERS, *OF) and _goes_on(page, index + 1, stop):
            whose = token.key in OF and (employer_at(page, index + 1, stop) or _product_at(page, index + 1))
            if whose:
                break
            index += 1
        else:
            break
    return end


def _goes_on(page: Page, at: int, stop: int) -> bool:
    """Whether a list goes on behind its comma or ``and``, rather than a new clause beginning."""
    if at >= stop:
        return False
    token, following = page.tokens[at], page.tokens[at + 1] if at + 1 < stop else NOTHING
    return _is_plain(token) and following.key not in ("to", "from", "over") and not _goes_somewhere(page, at)


def _goes_somewhere(page: Page, at: int) -> bool:
    """Whether a verb of coming and going, or of replacing, stands at a token."""
    return any(cues(group).starting(page.tokens, at) is not None for group in ("personnel", "replacing"))


def post_before(page: Page, end: int, first: int) -> Post | None:
    """The longest post that ends right before a token: ``Acme's chief scientist`` before ``Roe``."""
    first_word = max(first, end - LONGEST)
    if cues("people").openings.isdisjoint([token.key for token in page.tokens[first_word:end]]):
        return None  # most names
    doing = [at + 1 for at in range(first_word, end) if _is_doing(page, at)]
    for at in range(doing[-1] if doing else first_word, end):
        inside = at > first and page.tokens[at].kind == "mark"
        if at > first and _is_said(page, at):
            continue  # “Good,” quipped chief executive Jane Roe
        post = None if inside else post_from(page, at, end)
        if (
            post is not None
            and post.end == end
            and post.core > at
            and not (at > first and _is_inside(page, at))
        ):
            return post
    return None


def _is_doing(page: Page, at: int) -> bool:
    """Whether a verb stands before a name at a token: ``digesting | Acme chief Jane Roe``."""
    token = page.tokens[at]
    return token.text.islower() and token.key.endswith("ing") and page.name_at(at + 1) is not None


def _is_inside(page: Page, at: int) -> bool:
    """Whether a name goes on at a token: no post begins with the last word of one."""
    token = page.tokens[at]
    if page.tokens[at - 1].text == "'":
        return token.key == "s"
    around = page.names_in(page.span(max(0, at - 3), at + 1)) if token.text[:1].isupper() else ()
    return any(name.span.start < token.start < name.span.end for name in around)


def _is_said(page: Page, at: int) -> bool:
    """Whether the verb of what was quoted right before stands at a token."""
    token = page.tokens[at]
    return (
        page.tokens[at - 1].text in ("”", '"', ",", "’") and token.text.islower() and token.key.endswith("ed")
    )


def group_from(page: Page, first: int, stop: int, *, counted: bool = True) -> Iterator[Span]:
    """The people that are counted from a token on, without and with what they belong to.

    ``five members``, ``five members of the design team``; also ``senior members`` if not ``counted``.
    """
    tokens, people = page.tokens, cues("people")
    at, parted = _behind_count(page, first)
    at = at if counted or at is not None else first
    last = min(stop, first + LONGEST)
    while at is not None and at < last:
        found = people.starting(tokens, at)
        if found is not None and (found[0] in ("nouns", "ranks") or (found[0] == "wholes" and parted)):
            yield page.span(first, found[1])
            if found[1] < stop and tokens[found[1]].key in ("of", "from", "in", "at", "on"):
                whole = complement_at(page, found[1] + 1, stop)
                if whole is not None:
                    yield page.span(first, whole)
            return
        token = tokens[at]
        is_word = token.kind == "number" or (
            token.kind == "word" and (token.key not in STOPS or token.key in PARTITIVE)
        )
        at = at + 1 if is_word or token.text in ("-", "'") else None


def _behind_count(page: Page, first: int) -> tuple[int | None, bool]:
    """The token behind a count, ``forty``, ``several``, ``half of``; and whether it can part a whole."""
    quantity = page.quantity_at(first)
    if quantity is not None:
        counts = quantity.value.unit in ("count", "fraction", "percent")
        return page.token_at(quantity.span.end) if counts else None, quantity.value.unit != "count"
    found = cues("people").starting(page.tokens, first)
    return (found[1], True) if found is not None and found[0] == "counts" else (None, False)
