"""Closed word classes: every word of a class reads as the others of it do."""

from __future__ import annotations

import pytest

import qwenfacts as qf
from qwenfacts.reading import wordclasses
from qwenfacts.reading.wordclasses import (
    ADNOMINALS,
    ARTICLES,
    CONDITIONALS,
    DEMONSTRATIVES,
    INDEFINITES,
    INTERROGATIVES,
    POSSESSIVES,
    POTENTIALS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    SUBORDINATORS,
)

OF_PEOPLE = {"his", "her"}


def told(text: str) -> set[tuple[str, str]]:
    """What the facts of a text are, with whom they are about."""
    found: set[tuple[str, str]] = set()
    for fact in qf.parse(text, published=None).facts:
        if isinstance(fact, qf.Relation):
            found.add((fact.kind, fact.subject.id))
        elif isinstance(fact, qf.Metric):
            found.add((fact.measure, fact.subject.id))
    return found


@pytest.mark.parametrize("word", sorted((ADNOMINALS | {"another"}) - OF_PEOPLE))
def test_any_determiner_opens_an_apposition(word: str) -> None:
    assert ("is_a", "kestrel-tools") in told(f"Kestrel Tools, {word} maker of bikes, grew.")


@pytest.mark.parametrize("word", sorted(ADNOMINALS | {"another"}))
def test_any_determiner_stands_before_what_a_name_is_called(word: str) -> None:
    assert ("is_a", "kestrel-tools") in told(f"{word.capitalize()} chipmaker Kestrel Tools grew.")


@pytest.mark.parametrize("word", sorted(ARTICLES | POSSESSIVES | DEMONSTRATIVES))
def test_a_market_is_one_with_any_determiner(word: str) -> None:
    assert ("market-share", "nvidia") in told(f"Nvidia has 20% of {word} market.")


@pytest.mark.parametrize("word", sorted(RELATIVES))
def test_any_relative_ends_the_phrase_before_it(word: str) -> None:
    assert ("owned_by", "kestrel-tools") in told(f"Nvidia owns Kestrel Tools, {word} makes bikes.")


@pytest.mark.parametrize("words", [f"Nvidia {word} buy" for word in sorted(POTENTIALS)])
def test_what_only_may_be_is_no_event(words: str) -> None:
    assert not qf.parse(f"{words} Kestrel Tools.", published=None).facts.of_type(qf.Event)


@pytest.mark.parametrize("word", sorted(CONDITIONALS))
def test_what_is_only_supposed_is_no_event(word: str) -> None:
    text = f"Nobody knows {word} Nvidia bought Kestrel Tools."
    assert not qf.parse(text, published=None).facts.of_type(qf.Event)


@pytest.mark.parametrize(
    "classes",
    [
        (ADNOMINALS, DEMONSTRATIVES, RELATIVES - {"that"}, SUBJECTS, PREPOSITIONS, SUBORDINATORS),
        (INTERROGATIVES - CONDITIONALS - {"when"}, SUBORDINATORS, PREPOSITIONS),
        (INDEFINITES, POSSESSIVES),
    ],
)
def test_no_word_is_of_two_classes_that_exclude_each_other(classes: tuple[frozenset[str], ...]) -> None:
    words = [word for one in classes for word in one]
    assert len(words) == len(set(words))


def test_all_words_are_as_tokens_have_them() -> None:
    for name in filter(str.isupper, vars(wordclasses)):
        assert all(word.isalpha() and word == word.casefold() for word in getattr(wordclasses, name)), name
