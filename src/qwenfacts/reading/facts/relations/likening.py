"""What a metaphor makes of something: ``sees Foo as a moat``, ``behaves like a clerk``."""

from __future__ import annotations

from typing import Final

from ...english.nouns import Phrase
from ...english.stretches import covering
from ...english.verbs import Verb
from .links import Related, Subject
from .telling import SET_AGAINST

__all__ = ["image_links", "liken", "likened"]

CHARGED: Final = frozenset(("of", "for", "in", "with", "against", "on", "under", "between", "to"))
LIKE: Final = frozenset(("like", "less", "into"))
CALLING: Final = frozenset("call calls called calling dubs dubbed".split())
INDEFINITE: Final = frozenset(("a", "an"))


def likened(related: Related, verb: Verb) -> bool:
    """``positions Foo as the workshop of Asia``, ``describes the group as a bank``."""
    sentence = related.sentence
    told, at = False, verb.end
    while True:
        fits = related.sides("likened_to")[0]
        found = related.meant_at(at, fits)
        thing, as_ = found if found is not None else (None, at)
        behind = sentence.phrase_at(as_ + 1) if sentence.token(as_).key in ("as", "to") else None
        if thing is None or behind is None or behind.noun in SET_AGAINST:
            return told  # as an answer to Bar
        end = liken(related, thing, behind, verb.start)
        told, at = True, end + 2 if sentence.token(end + 1).key == "and" else end + 1


def image_links(related: Related) -> None:
    """``behaves like a clerk``, ``is less a tool than a toll booth``, ``turns into a utility``."""
    related.read((LIKE, _images), (CALLING, _called))


def _called(related: Related) -> None:
    """``called the release “a price cut in disguise”``."""
    sentence = related.sentence
    for at in sentence.places(CALLING, 2):
        thing = related.meant_at(at + 1, related.sides("likened_to")[0])
        if thing is not None and sentence.token(thing[1]).text in ("“", '"'):
            image = sentence.phrase_at(thing[1] + 1)
            if image is not None and image.article in INDEFINITE:
                liken(related, thing[0], image, at)


def _images(related: Related) -> None:
    sentence, fits = related.sentence, related.sides("likened_to")[0]
    for at in sentence.places(LIKE, 1):
        key, before = sentence.token(at).key, sentence.token(at - 1)
        start, verb = at + 1, at - 1
        if key == "less":
            than = (i for i in range(at, sentence.clause_end(at)) if sentence.token(i).key == "than")
            start = next(than, sentence.end) + 1
        elif key == "into":
            if not before.key.startswith("turn"):
                continue
        elif key != "like" or not before.text.islower() or before.key.endswith(("ly", "thing")):
            continue
        image = sentence.phrase_at(start)
        if image is None or image.article not in INDEFINITE or image.name is not None:
            continue
        thing = related.subject(verb, fits)
        if thing is not None and thing.first < at:
            liken(related, thing, image, verb)


def liken(related: Related, thing: Subject, image: Phrase, at: int) -> int:
    """Note that something is likened to what a phrase says, and the token behind the phrase."""
    sentence = related.sentence
    end = sentence.whole(image, across=CHARGED, lists=False)
    end = next((at - 1 for at in range(image.end, end) if sentence.token(at).key == "order"), end)
    said = covering(related.page.quotations, sentence.token(image.first).start)
    if said is not None:
        end = max(end, related.page.token_at(said.span.end) - 1)
    elif sentence.token(end).key in ("that", "who"):
        end = sentence.clause_end(end)
    words = sentence.page.quote(sentence.span(image.first, end)).strip(" “”\"'.,")
    for entity in thing.entities:
        related.add("likened_to", entity, words, min(thing.first, at), end, (thing.mention,))
    return end
