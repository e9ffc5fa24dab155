"""Relations of posts: who holds one, and whom that puts at the head of what."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.clauses import cues
from ...english.posts import Post, post_before, post_from
from ...english.referents import of_nouns
from ...english.stretches import BE
from ...page import Page
from ...wordclasses import CONDITIONALS, FUTURE, NEGATIONS, POTENTIALS
from ...wording import table
from .identity import CLOSES
from .links import Related
from .sides import is_role

__all__ = ["post_links", "taken_links"]

NEAR: Final = 16
OFTEN: Final = ("President", "director")
"""Posts of which a company has many, and others have them too."""
COMING: Final = ("departs", "joins", "becomes", "succeeds", "moves", "hands")
"""What the one who comes or goes does."""
DONE_TO: Final = ("dismisses", "hires", "appoints")
"""What is done to the one who comes or goes."""
HEADED: Final = re.compile(r"\w+ of (?:the|its) ([\w-]+)")
TAKING: Final = frozenset(
    "becomes become became remains remain remained stays stayed named appointed elected".split()
)
"""Verbs right behind which a post is told."""
RISING: Final = frozenset("promoted elevated moves moved moving rises rose risen step steps stepped".split())
NOT_YET: Final = POTENTIALS | NEGATIONS | CONDITIONALS | {"were"}
APPOINTING: Final = frozenset("appointment promotion elevation hiring nomination return arrival".split())
AHEAD: Final = FUTURE | {"to"}
LINKING: Final = TAKING | {"as", "to"}
TOLD: Final = frozenset("said says told wrote added argued noted warned”".split())


@cache
def _leading() -> frozenset[str]:
    return frozenset(table("relations")["posts"]["lead"])


def post_links(related: Related, name: Mention[Entity], at: int) -> None:
    """The posts of a person, before the name and behind it, in commas or brackets."""
    sentence, page = related.sentence, related.page
    gone = _comes_or_goes(related, name)
    end = sentence.name_end(name)
    before = post_before(page, at, sentence.first)
    if before is not None and _is_plural(page, before):
        before = None
    elif before is None and sentence.token(at - 1).text == "," and sentence.token(end).text in CLOSES:
        before = post_before(page, at - 1, sentence.first)  # its founder, Jane Roe,
    elif before is None and sentence.token(at - 1).key == "is":
        before = post_before(page, at - 1, sentence.first)  # its chief scientist is Jane Roe
    if before is not None and (not gone or _is_lasting(page, before)):
        _holds(related, name, before, page.token_at(before.words.start), end)
    if (
        sentence.token(end).text == "("
        and 0 < sentence.closing(end) - end <= 4
        and sentence.token(sentence.closing(end)).text == ","
    ):
        end = sentence.closing(end)
    mark = sentence.token(end).text
    firm = sentence.starting.get(end + 1) if sentence.token(end).key in ("of", "at") else None
    if firm is not None and firm.value.kind == "organisation" and before is None and not gone:
        related.tie("member_of", name, firm)
    index: int | None = None
    if mark in (",", "(", "—", "–") and sentence.token(end + 1).key not in ("and", "or"):
        index = end + 1
        if sentence.token(index).key == "who" and sentence.token(index + 1).key in ("is", "remains"):
            index += 2
    elif sentence.token(end).key in ("is", "serves"):
        index = end + 1 + (sentence.token(end + 1).key in ("as", "now"))
    if index is None:
        return
    post = post_from(page, index, min(sentence.end, index + 30))
    if (
        post is not None
        and page.token_at(post.words.start) - index <= 6
        and (not gone or _is_lasting(page, post))
        and (
            mark != ","
            or sentence.token(post.end).text in CLOSES
            or sentence.token(post.end).key in ("of", "at", "who", "since", "and", "for", "from")
        )
    ):
        _holds(related, name, post, sentence.name_first(name), post.end)


def _is_plural(page: Page, post: Post) -> bool:
    """Whether a post is that of several: ``co-presidents Jane Roe and John Doe``."""
    last = page.tokens[page.token_at(post.words.end) - 1].key
    return last.endswith("s") and is_role(last[:-1])


def _is_lasting(page: Page, post: Post) -> bool:
    """Whether a post stays with whoever comes or goes: a founder remains one."""
    return "founder" in page.quote(post.words).casefold()


def taken_links(related: Related) -> None:
    """The posts that people take or keep: ``becomes chief``, ``joins as head``, ``was promoted to head``."""
    sentence = related.sentence
    for at in sentence.places(LINKING):
        key = sentence.tokens[at].key
        if key == "to" and not _rises(related, at):
            continue
        if key == "to" and sentence.token(at + 1).key in ("lead", "head"):
            continue
        named = sentence.starting.get(at + 1) if key in TAKING else None
        index = at + 1
        if named is not None and named.value.kind == "person":  # named Jane Roe, of Foo, chief scientist
            index = sentence.name_end(named)
            if sentence.token(index).text == ",":
                commas = range(index + 1, min(sentence.end, index + NEAR))
                index = next((i for i in commas if sentence.token(i).text == ","), index)
            index += sentence.token(index).text == "," or sentence.token(index).key == "as"
        post = post_from(related.page, index, min(sentence.end, index + NEAR))
        if post is None or related.page.token_at(post.words.start) - index > 4:
            continue
        person = _taker(related, at, key) if index == at + 1 else named
        if person is not None:
            _holds(related, person, post, sentence.name_first(person), post.end, taken=True)


def _rises(related: Related, at: int) -> bool:
    sentence = related.sentence
    near = () if sentence.keys.isdisjoint(RISING) else range(at - 10, at)
    return any(sentence.token(index).key in RISING for index in near)


def _taker(related: Related, at: int, key: str) -> Mention[Entity] | None:
    """Who takes or keeps the post that is told behind a token."""
    sentence = related.sentence
    moved = key != "as"
    for index in range(at - 1, max(sentence.first, at - 2 * NEAR) - 1, -1):
        token = sentence.token(index)
        if token.text in (";", "“", "”", ":") or (token.text in NOT_YET and at - index < 4):
            return None
        name = sentence.ending.get(index + 1)
        if name is not None and name.value.kind == "person":
            noun = sentence.token(sentence.name_first(name) - 2).key
            near = sentence.token(at - 1).text == "," and at - index < 5
            return name if moved or near or noun in APPOINTING else None
        found = cues("personnel").starting(sentence.tokens, index)
        moved = moved or (found is not None and found[0] not in ("departs", "dismisses"))
    return None


def _comes_or_goes(related: Related, name: Mention[Entity]) -> bool:
    """Whether a verb says that a person comes or goes: the posts around the name are those of before."""
    sentence, phrases = related.sentence, cues("personnel")
    if phrases.openings.isdisjoint(sentence.keys):
        return False
    at, end = sentence.name_first(name), sentence.name_end(name)
    for index in range(max(sentence.first, at - 4), at):
        found = phrases.starting(sentence.tokens, index)
        if found is not None and found[0] in DONE_TO and found[1] <= at and at - found[1] < 2:
            return True
    for index in range(end, min(sentence.end, end + NEAR)):
        token, other = sentence.token(index), sentence.starting.get(index)
        if token.text in (";", "”", "“") or token.key in TOLD:
            return False
        if other is not None and other.value.kind == "person":
            return False
        found = phrases.starting(sentence.tokens, index)
        if found is not None and sentence.token(index - 1).key in AHEAD and found[0] in ("departs", "hands"):
            return False  # will leave in May, and is still chief
        if found is not None and (
            found[0] in COMING or (found[0] in DONE_TO and sentence.token(index - 1).key in BE)
        ):
            return True
    return False


def _holds(
    related: Related, name: Mention[Entity], post: Post, first: int, end: int, *, taken: bool = False
) -> None:
    """Note a post; who takes one of which nobody says where is not said to lead the company."""
    if post.formerly or post.lately:
        return
    page = related.page
    words = page.quote(post.words)
    before = page.tokens[page.token_at(post.words.start) - 1]
    spoken = related.referents.meant("it") if before.key in ("its", "first") else None
    parts = [part.strip() for part in words.split(" and ")] if _are_posts(words) else [words]
    inside = HEADED.fullmatch(words.casefold())
    if inside is not None and inside[1] in of_nouns("unit"):
        parts = words.split()[:1]  # head | of the unit
    for part in parts:
        related.add("holds_role", name.value, part, first, end, (name, post.employer))
    lead = parts != words.split()[:1] or inside is None
    lead = lead and any(part.casefold() in _leading() for part in parts)
    lead = lead and not (post.employer is None and (words in OFTEN or (taken and spoken is None)))
    if post.employer is not None and not lead:
        related.add("member_of", name.value, post.employer.value, first, end, (name, post.employer))
    if lead:
        whole = post.employer.value if post.employer is not None else related.referents.company
        if post.employer is None and spoken is not None and related.sides("led_by")[0](spoken):
            whole = spoken
        related.add("led_by", whole, name.value, first, end, (name, post.employer))
    elif words.casefold().startswith(
        ("head of", "chief of", "boss of", "leader of", "director of", "general manager of", "president of")
    ):
        unit = next(iter(page.names_in(post.words)), None)
        meant = unit.value if unit is not None else related.referents.unit(words.casefold().split()[-1])
        if meant is not None:
            related.add("led_by", meant, name.value, first, end, (name, unit))


def _are_posts(words: str) -> bool:
    """Whether words are two posts and not one for two things: ``chairman and chief technology officer``."""
    parts = words.casefold().split(" and ")
    return (
        len(parts) == 2
        and " of " not in words
        and all(is_role(part.split()[-1]) and " for " not in part for part in parts)
    )
