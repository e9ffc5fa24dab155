"""What things do: verbs in the present with all that belongs to them."""

from __future__ import annotations

from functools import cache

from ...english.nouns import ARTICLES, COPULAS, MODALS, PREPOSITIONS
from ...english.verbs import forms_of
from ...wording import FUNCTION_WORDS, table
from .links import Related

__all__ = ["deeds"]


@cache
def _excluded() -> frozenset[str]:
    lists: dict[str, list[str]] = table("relations")["does"]
    return frozenset(form for verb in lists["not"] for form, _ in forms_of(verb))


@cache
def _thirds() -> dict[str, str]:
    """The form in -s of each form of a verb that says what a thing does."""
    lists: dict[str, list[str]] = table("relations")["does"]
    found: dict[str, str] = {}
    for verb in lists["verbs"]:
        forms = {what: form for form, what in forms_of(verb)}
        found |= {forms[what]: forms["third"] for what in ("base", "gerund", "third")}
    return found


def deeds(related: Related, done: set[int]) -> None:
    """Note what the things of a sentence do: verbs in the present, with all that belongs to them."""
    sentence = related.sentence
    thirds = _thirds()
    for at in range(sentence.first, sentence.end):
        token = sentence.tokens[at]
        if token.key not in thirds and not (token.key.endswith("s") and token.kind == "word"):
            continue
        if not token.text.islower() or at in done or at in sentence.starting:
            continue
        form = _form(related, at)
        if form is None:
            continue
        subject = related.subject(at, related.sides("does")[0])
        if subject is None:
            continue
        end = sentence.clause_end(at)
        if end - at < 2:
            continue
        words = sentence.page.quote(sentence.span(at, end))
        phrase = words if form == token.key else form + words[len(token.text) :]
        for entity in subject.entities:
            related.add("does", entity, phrase, min(subject.first, at) if form == token.key else at, end)


def _form(related: Related, at: int) -> str | None:
    """The form in -s of the verb at a token, if it is one that says what a thing does."""
    sentence = related.sentence
    token, before, following = sentence.token(at), sentence.token(at - 1), sentence.token(at + 1)
    if (
        following.key in COPULAS | MODALS
        or (token.key == "needs" and following.key == "to")
        or (following.kind == "mark" and following.text not in ("“", '"', "$", "€"))
    ):
        return None
    third = _thirds().get(token.key)
    if token.key == "runs" and following.key == "on":
        return token.key if before.key in ("that", "which", "it", "and") else None
    known = third == token.key and token.key not in _excluded()
    steady = before.key in ("that", "which", "it", "and", "also", "now") or before.text == ","
    if known:
        named = at in sentence.ending or before.kind == "word"
        return (
            token.key
            if steady or (named and before.key not in ARTICLES and before.key not in PREPOSITIONS)
            else None
        )
    if third is not None and before.key in ("can", "also") and sentence.token(at - 1).key == "can":
        return third
    if (
        third is not None
        and token.key.endswith("ing")
        and before.text == ","
        and following.key not in PREPOSITIONS
    ):
        return third
    open_ = (
        token.key.endswith("s")
        and not token.key.endswith(("ss", "us", "is", "ous"))
        and token.key not in _excluded()
    )
    if (
        open_
        and before.key in ("that", "which")
        and sentence.token(at - 2).key not in PREPOSITIONS
        and token.key not in FUNCTION_WORDS
    ):
        return token.key
    return None
