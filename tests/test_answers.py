"""The questions of the gold are answered by typed fields, and the answers are right."""

from __future__ import annotations

from functools import cache
from itertools import permutations

import pendulum
import pytest
from answers import ANSWERS, Question, answer, main, questions

import qwenfacts as qf

QUESTIONS = questions()


AUGUST = qf.Period(pendulum.Date(2025, 8, 1), pendulum.Date(2025, 8, 31), "month", "August 2025")


def quantity(words: str) -> qf.Quantity:
    """The quantity in some words."""
    return qf.parse(f"There are {words}.", errata=()).quantities[0].value


@cache
def actual(question: Question) -> object:
    """The answer of the bundled dataset."""
    return answer(question, qf.load())


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_question_has_its_answer_in_typed_fields(question: Question) -> None:
    assert question.accepts(actual(question)), f"{question.text} {actual(question)}"


def test_every_question_of_the_gold_is_asked() -> None:
    assert [question.id for question in QUESTIONS] == list(ANSWERS)
    assert len(QUESTIONS) == 80


def test_no_question_takes_the_answer_of_another() -> None:
    taken = [(one.id, other.id) for one, other in permutations(QUESTIONS, 2) if one.accepts(actual(other))]
    assert taken == []


@pytest.mark.parametrize(
    "wrong", ["290,000", "nearly 290,000", "over 280,000", "over 290,000 tokens", "over 29%"]
)
def test_another_number_bound_or_unit_does_not_pass(wrong: str) -> None:
    question = Question("q00", "How many users are there?", "over 290,000")
    assert question.accepts(quantity("over 290,000"))
    assert not question.accepts(quantity(wrong))


@pytest.mark.parametrize(
    "wrong", [(AUGUST,), (quantity("26%"),), (AUGUST, quantity("26%")), (quantity("27%"), AUGUST)]
)
def test_every_part_of_an_answer_is_wanted(wrong: tuple[object, ...]) -> None:
    question = Question("q00", "How much, and when?", "26%, as of August 2025")
    assert question.accepts((quantity("26%"), AUGUST))
    assert not question.accepts(wrong)


@pytest.mark.parametrize("expected", ["2025-09", "2025-08-01", "2025-08-01 to 2025-08-30", "by August 2025"])
def test_other_days_do_not_pass(expected: str) -> None:
    assert Question("q00", "When?", "2025-08").accepts(AUGUST)
    assert not Question("q00", "When?", expected).accepts(AUGUST)


def test_words_that_are_not_in_the_question_do_not_pass() -> None:
    question = Question("q00", "What does Wren, a router, carry?", "only parcels")
    assert question.accepts("carries only parcels") is False
    assert question.accepts("Carry only parcels.")
    assert not question.accepts("Carry parcels.")
    assert not question.accepts("Carry only parcels and letters.")


def test_the_script_prints_the_score(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    assert capsys.readouterr().out.endswith("80 of 80 right\n")
