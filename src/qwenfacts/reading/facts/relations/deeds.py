"""What things do: verbs in the present with all that belongs to them."""

from __future__ import annotations

from functools import cache
from typing import Final

from ...english.clauses import cues
from ...english.nouns import ARTICLES, COPULAS, MODALS, PREPOSITIONS, verb_forms
from ...english.referents import of_nouns
from ...english.stretches import covering
from ...wording import FUNCTION_WORDS, forms_of, table
from .links import Related

__all__ = ["deeds"]

RUNNING: Final = frozenset("on in without at from offline locally".split())
CONDITIONS: Final = frozenset("if whether unless once until when".split())
WISHING: Final = frozenset("needs plans wants hopes aims tries".split())
DETERMINERS: Final = ARTICLES - {"that"}
AUXILIARIES: Final = COPULAS | MODALS


@cache
def _excluded() -> frozenset[str]:
    lists: dict[str, list[str]] = table("relations")["does"]
    return frozenset(form for verb in lists["not"] for form, _ in forms_of(verb))


@cache
def _never() -> frozenset[str]:
    """Words in -s that are no verbs, or none that say what a thing does."""
    return (_excluded() | FUNCTION_WORDS) - {"runs"}


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
    if sentence.passage.block.kind == "heading":
        return
    thirds, never = _thirds(), _never()
    words = frozenset(
        [key for key in sentence.keys if key in thirds or (key.endswith("s") and key not in never)]
    )
    for at in sentence.places(words):
        token = sentence.tokens[at]
        if not (token.text.islower() or at == sentence.opening) or at in done or at in sentence.starting:
            continue
        if sentence.token(at - 1).key in of_nouns("act"):
            continue  # the launch gives Acme an edge
        if covering(related.page.quotations, token.start) is not None:
            continue
        form = _form(related, at)
        if form is None:
            continue
        subject = related.subject(at, related.sides("does")[0])
        if subject is None or sentence.token(subject.first - 1).key in CONDITIONS:
            continue
        told = at + 2 if _is_paired(related, at) else at  # writes and tests code
        end = sentence.clause_end(told)
        if end - told < 2:
            continue
        done.add(told)
        said = sentence.page.quote(sentence.span(at, end))
        phrase = form + said[len(token.text) :]
        for entity in subject.entities:
            related.add("does", entity, phrase, min(subject.first, at) if form == token.key else at, end)


def _is_paired(related: Related, at: int) -> bool:
    """Whether another verb shares what belongs to the one at a token: ``reads | and writes files``."""
    joined, other = related.sentence.token(at + 1), related.sentence.token(at + 2)
    return joined.key in ("and", "or") and _thirds().get(other.key) == other.key


def _form(related: Related, at: int) -> str | None:
    """The form in -s of the verb at a token, if it is one that says what a thing does."""
    sentence = related.sentence
    token, before, following = sentence.token(at), sentence.token(at - 1), sentence.token(at + 1)
    if (
        following.key in AUXILIARIES
        or (token.key in WISHING and following.key == "to")
        or (following.kind == "mark" and following.text not in ("“", '"', "$", "€"))
    ):
        return None
    third = _thirds().get(token.key)
    if third == token.key and _thirds().get(before.key) == before.key:
        return None  # books repairs
    if token.key == "runs" and following.key in RUNNING:
        steady = ("that", "which", "it", "and", "now", "also")
        return token.key if before.key in steady or following.key != "on" else None
    listed = (
        at in sentence.ending and sentence.token(sentence.name_first(sentence.ending[at]) - 1).key == "and"
    )
    plain = third is not None and third != token.key and not token.key.endswith("ing")
    if plain and (listed or before.key in ("both", "all")):
        return third
    if sentence.token(at - 2).key == "to" and verb_forms("does").get(before.key) == "base":
        return None  # to plan shifts
    known = third == token.key and token.key not in _excluded()
    if at == sentence.opening:  # - Reads maps
        return token.key if known and sentence.passage.block.kind == "list_item" else None
    again = before.key in ("that", "which", "it", "and", "also", "now") or before.text == ","
    if known:
        named = at in sentence.ending or before.kind == "word"
        return (
            token.key
            if again or (named and before.key not in ARTICLES and before.key not in PREPOSITIONS)
            else None
        )
    if third is not None and before.key in ("can", "also") and sentence.token(at - 1).key == "can":
        return third
    if (
        third is not None
        and third not in _excluded()
        and token.key.endswith("ing")
        and before.text == ","
        and following.key not in PREPOSITIONS
        and cues("people").starting(sentence.tokens, at + 1) is None
    ):
        return third
    open_ = (
        token.key.endswith("s")
        and not token.key.endswith(("ss", "us", "is", "ous"))
        and token.key not in _excluded()
    )
    named = at in sentence.ending or before.key in ("it", "and")
    if (
        open_
        and named
        and (following.key in DETERMINERS or following.kind == "number")
        and token.key not in FUNCTION_WORDS
    ):
        return token.key
    if (
        open_
        and before.key in ("that", "which", "it")
        and sentence.token(at - 2).key not in PREPOSITIONS
        and token.key not in FUNCTION_WORDS
    ):
        return token.key
    return None
