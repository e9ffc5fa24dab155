"""Relations of posts: who holds one, and whom that puts at the head of what."""

from __future__ import annotations

from functools import cache
from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.clauses import cues
from ...english.posts import Post, post_before, post_from
from ...wording import table
from .links import Related

__all__ = ["post_links"]

CLOSES: Final = frozenset((",", ")", "—", "–", ".", ";", ":", "", "?"))
NEAR: Final = 16
COMING: Final = (
    "departs",
    "dismisses",
    "hires",
    "joins",
    "appoints",
    "becomes",
    "succeeds",
    "moves",
    "passes",
)


@cache
def _leading() -> frozenset[str]:
    return frozenset(table("relations")["posts"]["lead"])


def post_links(related: Related, name: Mention[Entity], at: int) -> None:
    """The posts of a person, before the name and behind it, in commas or brackets."""
    sentence, page = related.sentence, related.page
    if _comes_or_goes(related, name):
        return
    before = post_before(page, at, sentence.first)
    if before is not None:
        _holds(related, name, before, page.token_at(before.words.start), sentence.name_end(name))
    else:
        _shared(related, name, at)
    end = sentence.name_end(name)
    if (
        sentence.token(end).text == "("
        and 0 < sentence.closing(end) - end <= 4
        and sentence.token(sentence.closing(end)).text == ","
    ):
        end = sentence.closing(end)
    mark = sentence.token(end).text
    index: int | None = None
    if mark in (",", "(", "—", "–") and sentence.token(end + 1).key not in ("and", "or"):
        index = end + 1
        if sentence.token(index).key == "who" and sentence.token(index + 1).key in ("is", "remains"):
            index += 2
    elif sentence.token(end).key in ("remains", "is") or (
        sentence.token(end).key in ("stays", "continues", "serves")
        and sentence.token(end + 1).key in ("on", "as")
    ):
        index = end + 1
        while sentence.token(index).key in ("on", "as", "now"):
            index += 1
    if index is None:
        return
    stop = min(sentence.end, index + 30)
    post = post_from(page, index, stop)
    if (
        post is not None
        and page.token_at(post.words.start) - index <= 6
        and (
            mark != ","
            or sentence.token(post.end).text in CLOSES
            or sentence.token(post.end).key in ("of", "at", "who")
        )
    ):
        _holds(related, name, post, sentence.name_first(name), post.end)


def _shared(related: Related, name: Mention[Entity], at: int) -> None:
    """``Co-presidents Jane Roe and John Doe``: each of the two holds the post."""
    sentence, first, others = related.sentence, at, 0
    while sentence.token(first - 1).key == "and" or sentence.token(first - 1).text == ",":
        before = sentence.ending.get(first - 1)
        if before is None or before.value.kind != "person":
            return
        first, others = sentence.name_first(before), others + 1
    following = sentence.starting.get(sentence.name_end(name) + 1)
    if not others and (following is None or following.value.kind != "person"):
        return
    noun = sentence.noun_ending(first)
    post = noun.removesuffix("s")
    if post == noun or post.rsplit("-", 1)[-1] not in table("cues")["people"]["roles"]:
        return
    start, end = first - (3 if "-" in noun else 1), sentence.name_end(name)
    words = sentence.page.quote(sentence.span(start, first))[:-1]
    related.add("holds_role", name.value, words, start, end, (name,))
    if post in _leading():
        related.add("led_by", related.referents.company, name.value, start, end, (name,))


def _comes_or_goes(related: Related, name: Mention[Entity]) -> bool:
    """Whether a verb near a person says that somebody comes or goes: posts belong to that change."""
    sentence, phrases, at = related.sentence, cues("personnel"), related.sentence.name_first(name)
    first, end = max(sentence.first, at - NEAR), min(sentence.end, at + NEAR)
    first = max((index + 1 for index in range(first, at) if sentence.token(index).text == "”"), default=first)
    for index in range(first, end):  # what somebody is quoted to say is no news of the speaker
        found = phrases.starting(sentence.tokens, index)
        if found is not None and found[0] in COMING:
            return True
    return False


def _holds(related: Related, name: Mention[Entity], post: Post, first: int, end: int) -> None:
    if post.formerly or post.lately:
        return
    page = related.page
    words = page.quote(post.words)
    parts = [part.strip() for part in words.split(" and ")] if _are_posts(words) else [words]
    for part in parts:
        related.add("holds_role", name.value, part, first, end, (name, post.employer))
    if any(part.casefold() in _leading() for part in parts):
        whole = post.employer.value if post.employer is not None else related.referents.company
        related.add("led_by", whole, name.value, first, end, (name, post.employer))
    elif words.casefold().startswith(
        ("head of", "chief of", "boss of", "leader of", "director of", "general manager of", "president of")
    ):
        unit = next((n for n in page.names_in(post.words)), None)
        if unit is not None:
            related.add("led_by", unit.value, name.value, first, end, (name, unit))


def _are_posts(words: str) -> bool:
    """Whether words are two posts and not one for two things: ``chairman and chief technology officer``."""
    parts = words.casefold().split(" and ")
    roles = frozenset(table("cues")["people"]["roles"])
    return (
        len(parts) == 2
        and " of " not in words
        and all(part.split()[-1] in roles and " for " not in part for part in parts)
    )
