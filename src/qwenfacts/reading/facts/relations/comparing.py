"""What is set against what: a figure against another one, and a thing against what it is called like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.nouns import Phrase
from ...english.referents import MODELS
from ...spans import within
from .links import Related

__all__ = ["comparison_links"]

SCORING: Final = frozenset("scores scored has gets got reached reaches had".split())


def comparison_links(related: Related) -> None:
    """Note which things a sentence measures against each other, and what it likens one to."""
    _against(related)
    if not SCORING.isdisjoint(related.sentence.keys):
        _outdone(related)
    if "it" in related.sentence.keys:
        _called(related)


def _outdone(related: Related) -> None:
    """``Foo scores 71 on the exam; Acme's Bar has 69``: two models with a figure each."""
    sentence = related.sentence
    scored: list[Mention[Entity]] = []
    for at in range(sentence.first, sentence.end):
        name = sentence.ending.get(at)
        if (
            name is not None
            and name.value.kind in MODELS
            and sentence.token(at).key in SCORING
            and sentence.token(at + 1).kind == "number"
        ):
            scored.append(name)
    for name in scored[1:]:
        first, end = sentence.name_first(scored[0]), sentence.name_end(name)
        related.add("competes_with", scored[0].value, name.value, first, end, (scored[0], name))


def _called(related: Related) -> None:
    """``Foo, which uses it, calls it “a second shop window”``: what somebody likens a thing to."""
    sentence, thing = related.sentence, related.referents.made()
    for at in range(sentence.first + 1, sentence.end):
        if sentence.token(at).key != "it" or sentence.token(at - 1).key not in ("calls", "called"):
            continue
        quoted = within(related.page.quotations, sentence.span(at, sentence.end))
        article = sentence.token(at + 2).key in ("a", "an")
        if thing is None or not quoted or not article or sentence.token(at + 1).text not in ("“", '"'):
            continue
        end = related.page.token_at(quoted[0].span.end) - 1
        words = related.page.quote(sentence.span(at + 3, end)).strip(' .,”"')
        related.add("likened_to", thing, words, at - 1, end)


def _against(related: Related) -> None:
    """``40 pages, against seven for Foo``: what has been measured is set against another."""
    sentence = related.sentence
    for at in range(sentence.first, sentence.end):
        compared = sentence.tokens[at].key == "compared" and sentence.token(at + 1).key in ("with", "to")
        if sentence.tokens[at].key not in ("against", "versus") and not compared:
            continue
        for index in range(at + 2, min(sentence.end, at + 7)):
            if sentence.token(index).key == "for":
                subject = related.joined(at, related.sides("competes_with")[0])
                thing = subject.entity if subject is not None else related.referents.made()
                if compared and (before := _scored(related, at)) is not None:
                    thing = before.value
                others = [*sentence.names(index + 1)]
                if others and sentence.token(others[-1][0].end).key == "and":
                    others += _also(related, others[-1][0].end)
                for phrase, other in others:
                    if thing is not None and other.value.kind in MODELS | {"product"}:
                        related.add("competes_with", thing, other.value, at, phrase.end, (other,))
                break
            if sentence.token(index).text in (",", ";"):
                break


def _scored(related: Related, at: int) -> Mention[Entity] | None:
    """The thing whose figure stands right before a comparison: ``68% for Foo, compared with``."""
    end = at - 1 if related.sentence.token(at - 1).text == "," else at
    name = related.sentence.ending.get(end)
    scored = name is not None and related.sentence.token(related.sentence.name_first(name) - 1).key == "for"
    return name if scored else None


def _also(related: Related, at: int) -> Iterator[tuple[Phrase, Mention[Entity]]]:
    """The second of two that are compared: ``… for Foo and 70% for Bar``."""
    for index in range(at + 1, at + 6):
        if related.sentence.token(index).key == "for":
            yield from related.sentence.names(index + 1)
            return
