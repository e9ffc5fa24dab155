"""What things do: verbs in the present with all that belongs to them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import Final

from ...english.clauses import cues
from ...english.nouns import COPULAS, Nouns
from ...english.referents import of_nouns
from ...english.stretches import covering
from ...wordclasses import (
    AUXILIARIES,
    CARDINALS,
    CONDITIONALS,
    DETERMINERS,
    FUNCTION_WORDS,
    POSSESSIVES,
    PREPOSITIONS,
)
from ...wording import forms_of, table
from .heads import head_of
from .links import Related, Subject
from .sides import is_made

__all__ = ["deeds"]

RUNNING: Final = frozenset("on in inside within across without at from offline locally natively".split())
ALSO: Final = frozenset("matches calls takes brings makes changes puts joins includes contains".split())
"""Verbs that say what a thing does only behind another that does."""
VAIN: Final = of_nouns("vain")
"""What nothing does anything to by what it is for."""
PAST: Final = frozenset(("was", "were", "has", "will"))
SEMICOLON: Final = frozenset((";",))
INSIDE: Final = frozenset(("of", "for", "in", "with"))
LISTING: Final = frozenset((",", "and", "but"))
STEADY: Final = ("now", "also")
CONDITIONS: Final = CONDITIONALS | {"until", "once", "when"}
WISHING: Final = frozenset("needs plans wants hopes aims tries".split())


@cache
def _excluded() -> frozenset[str]:
    lists: dict[str, list[str]] = table("relations")["does"]
    return frozenset(form for verb in lists["not"] for form, _ in forms_of(verb))


@cache
def _parted() -> dict[str, dict[str, str]]:
    """The form in -s of verbs that say what a thing does only with a word behind them: ``takes | in``."""
    lists: dict[str, list[str]] = table("relations")["does"]
    found: dict[str, dict[str, str]] = {}
    for verb in lists["verbs"]:
        forms = {what: form.partition(" ") for form, what in forms_of(verb)}
        for what in ("base", "gerund", "third"):
            form, _, behind = forms[what]
            if behind:
                found.setdefault(form, {})[behind] = forms["third"][0]
    return found


def _third(sentence: Nouns, at: int) -> str | None:
    """The form in -s of the verb at a token, if it is one that says what a thing does."""
    key = sentence.token(at).key
    return _thirds().get(key) or _parted().get(key, {}).get(sentence.token(at + 1).key)


@cache
def _never() -> frozenset[str]:
    """Words in -s that are no verbs, or none that say what a thing does."""
    return (_excluded() | FUNCTION_WORDS) - {"runs", *_parted()}


@cache
def _thirds() -> dict[str, str]:
    """The form in -s of each form of a verb that says what a thing does."""
    lists: dict[str, list[str]] = table("relations")["does"]
    found: dict[str, str] = {}
    for verb in (one for one in lists["verbs"] if " " not in one):
        forms = {what: form for form, what in forms_of(verb)}
        found |= {forms[what]: forms["third"] for what in ("base", "gerund", "third")}
    return found


def deeds(related: Related, done: set[int]) -> None:
    """Note what the things of a sentence do: verbs in the present, with all that belongs to them."""
    sentence = related.sentence
    if sentence.passage.block.kind == "heading":
        return
    thirds, never = _thirds(), _never()
    purposes = _purposes(related)
    verbs = [key for key in sentence.keys if key in thirds or (key[-1:] == "s" and key not in never)]
    places = sentence.places(frozenset(verbs)) if verbs else ()
    fits = related.sides("does")[0]
    last: tuple[int, Subject] | None = None
    told_before = sorted(done)
    for at in places:
        token, before = sentence.tokens[at], sentence.token(at - 1)
        if not (token.text.islower() or at == sentence.opening) or at in done or at in sentence.starting:
            continue
        if at >= purposes:
            return
        counted = at not in sentence.ending and (before.key in CARDINALS or before.kind == "number")
        if counted or before.key in of_nouns("act"):
            continue  # the launch gives Acme an edge, two places behind
        if covering(related.page.quotations, token.start) is not None:
            continue
        goes_on = last is not None and _goes_on(related, last[0], at)
        behind = bisect_left(told_before, at) if before.key in LISTING else 0
        prior = told_before[behind - 1] if behind else None
        along = prior is not None and _goes_on(related, sentence.clause_end(prior), at)
        loose = (goes_on or along) and (_is_open(related, at) or token.key in ALSO)
        form = token.key if loose else _form(related, at)
        if form is None:
            continue
        subject = last[1] if last is not None and goes_on else related.subject(at, fits)
        if subject is None or sentence.token(subject.first - 1).key in CONDITIONS:
            continue
        end = _shortened(related, at, sentence.clause_end(at))
        end -= sentence.token(end - 1).key == "and"
        if end - at < 2:
            continue
        done.add(at)
        last = end, subject
        said = sentence.page.quote(sentence.span(at, end))
        phrase = form + said[len(token.text) :]
        for entity in subject.entities:
            related.add("does", entity, phrase, min(subject.first, at) if form == token.key else at, end)


def _shortened(related: Related, at: int, end: int) -> int:
    """Where a verb phrase ends before what only repeats a property: ``fits a phone | with its 6 billion``."""
    sentence = related.sentence
    if sentence.token(at - 1).key in ("that", "which"):  # the tool that reads maps | was sold
        end = next((one for one in range(at + 1, end) if sentence.token(one).key in PAST), end)
    own = (one for one in range(at + 2, end) if sentence.token(one).key == "with")
    end = next((one for one in own if sentence.token(one + 1).key in POSSESSIVES), end)
    phrase = sentence.phrase_at(at + 1)
    return (
        at if phrase is not None and phrase.article and phrase.name is None and phrase.noun in VAIN else end
    )


def _purposes(related: Related) -> int:
    """Where a list item begins to say in bare nouns what it is for: ``- Foo — $5; | office work, maps``."""
    sentence, label = related.sentence, related.labelled()
    marks = sentence.places(SEMICOLON) if sentence.passage.block.kind == "list_item" else ()
    if not marks or not label or not related.sides("optimised_for")[0](label[0]):
        return sentence.end
    found, at = list[tuple[int, int]](), marks[-1] + 1
    while at < sentence.end:
        phrase = sentence.phrase_at(at)
        end = sentence.whole(phrase, across=INSIDE, lists=False) if phrase is not None else at
        if sentence.token(end).key == "and" and (more := sentence.phrase_at(end + 1)) is not None:
            end = sentence.whole(more, across=INSIDE, lists=False)
        plain = phrase is not None and phrase.name is None and not phrase.article
        told = any(sentence.token(one).kind == "number" or sentence.is_verbal(one) for one in range(at, end))
        closes = end + (sentence.token(end).key == "only")
        if not plain or told or sentence.token(closes).text not in ("", ",", ".", "\n"):
            return sentence.end
        found.append((at, end))
        at = closes + 1
    for first, end in found:
        words = sentence.page.quote(sentence.span(first, end))
        related.add("optimised_for", label[0], words, sentence.opening, end)
    return marks[-1] + 1


def _goes_on(related: Related, end: int, at: int) -> bool:
    """Whether a verb has the subject of the one whose phrase ended at a token: ``reads maps | and cites``."""
    sentence = related.sentence
    end += sentence.token(end).text == ","
    end += sentence.token(end).key in ("and", "but")
    return end == at


def _says_other(related: Related, at: int) -> bool:
    """Whether a verb does not say what a thing does: ``takes``, but not ``takes in``."""
    key = related.sentence.token(at).key
    return key in _excluded() and related.sentence.token(at + 1).key not in _parted().get(key, {})


def _is_open(related: Related, at: int) -> bool:
    """Whether a word looks like the form in -s of any verb, and none that says something else."""
    key = related.sentence.token(at).key
    ending = key.endswith("s") and not key.endswith(("ss", "us", "is", "ous"))
    return ending and not _says_other(related, at) and key not in FUNCTION_WORDS


def _is_definite(related: Related, at: int) -> bool:
    """Whether what is right before a token is its subject: ``the tool``, ``every plan``, ``a tool, Foo,``."""
    sentence, apart = related.sentence, related.sentence.token(at - 1).text == ","
    noun, plain = sentence.noun_ending(at), sentence.token(at - 1).text.islower()
    if not apart and not (plain and (is_made(noun) or related.referents.meant(noun) is not None)):
        return False
    head = head_of(sentence, at)
    if head is None or apart:
        return head is not None and (head.name or head.phrases[0].name) is not None
    return head.phrases[0].article in ("the", "this", "every", "each") and head.phrases[0].end == at


def _form(related: Related, at: int) -> str | None:
    """The form in -s of the verb at a token, if it is one that says what a thing does."""
    sentence = related.sentence
    token, before, following = sentence.token(at), sentence.token(at - 1), sentence.token(at + 1)
    if (
        following.key in COPULAS
        or following.key in AUXILIARIES
        or (token.key in WISHING and following.key == "to")
        or following.key == "that"
        or (following.kind == "mark" and following.text not in ("“", '"', "$", "€"))
    ):
        return None
    third = _third(sentence, at)
    if token.key == "runs" and following.key in RUNNING:
        return (
            token.key
            if before.key in ("that", "which", "it", "and", *STEADY) or following.key != "on"
            else None
        )
    listed = (
        at in sentence.ending and sentence.token(sentence.name_first(sentence.ending[at]) - 1).key == "and"
    )
    plain = third is not None and third != token.key and not token.key.endswith("ing")
    several = before.key in ("that", "which") and _is_plural(related, at - 1)
    if plain and (listed or several or before.key in ("both", "all")):
        return third
    known = third == token.key and not _says_other(related, at)
    if at == sentence.opening:  # - Reads maps
        return token.key if known and sentence.passage.block.kind == "list_item" else None
    again = before.key in ("that", "which", "it", "and", "also", "now") or before.text == ","
    again = again or (before.text == ";" and related.is_labelled)
    if known:
        named = at in sentence.ending or before.kind == "word"
        return (
            token.key
            if again or (named and before.key not in DETERMINERS and before.key not in PREPOSITIONS)
            else None
        )
    if third is not None and before.key in ("can", "also") and sentence.token(at - 1).key == "can":
        return third
    if (
        third is not None
        and third not in _excluded()
        and token.key.endswith("ing")
        and before.text in (",", "—", "–")
        and following.key not in PREPOSITIONS
        and sentence.token(at + 2).text != ","  # streaming platforms, and
        and cues("people").starting(sentence.tokens, at + 1) is None
    ):
        return third
    if not _is_open(related, at):
        return None
    first = at - (before.key in STEADY)
    if sentence.token(first - 1).key in ("that", "which", "it"):
        return token.key if sentence.token(first - 2).key not in PREPOSITIONS else None
    if before.text == ";":
        return token.key if related.is_labelled and following.key not in ("and", "or") else None
    opens = following.key in DETERMINERS or following.kind == "number"
    named = at in sentence.ending or before.key in ("it", "and")
    if opens and named:
        return token.key
    return token.key if opens and _is_definite(related, at) else None


def _is_plural(related: Related, at: int) -> bool:
    """Whether a relative pronoun at a token stands for several: ``the Foo models, | which read maps``."""
    noun = related.sentence.token(at - 1 - (related.sentence.token(at - 1).text == ",")).key
    return noun.endswith("s") and is_made(noun)
