"""What was read and not used, with the reason; what a report says wrongly of itself."""

from __future__ import annotations

import pytest

import qwenfacts as qf

HEAD = "Cohere Weekly Report May 7, 2027\n\n"


def reasons(prose: str) -> dict[str, str]:
    return {
        entry.text: entry.reason for entry in qf.parse(HEAD + prose).unread if entry.span.start >= len(HEAD)
    }


@pytest.mark.parametrize(
    ("prose", "text", "reason"),
    [
        ("It took three weeks.", "three weeks", "length-of-time"),
        ("There were three cats:\n- a\n- b", "three", "announces-a-list"),
        ("There were three cats: they slept.", "three", "no-subject"),
        ("There were 40 cats.", "40", "no-rule"),
        ("Firms (e.g., those with 40 employees) pay.", "40", "example"),
        ("A “snug” fit it was.", "“snug”", "scare-quotes"),
        ("It matters for two reasons.", "two", "announces-a-list"),
        ("A 40-page paper came out.", "40-page", "length-of-text"),
        ("It holds 40", "40", "no-rule"),
        ("He spoke in May 2027.", "May 2027", "only-mentioned"),
        ("He met Zorblax Prime there.", "Zorblax Prime", "only-mentioned"),
        ("See https://a.example/b there.", "https://a.example/b", "no-rule"),
        (f"It had {'1' * 30} cats.", "1" * 30, "number-too-large"),
    ],
)
def test_why_it_was_not_used(prose: str, text: str, reason: str) -> None:
    assert reasons(prose)[text] == reason


def test_what_a_fact_uses_is_not_listed() -> None:
    assert reasons("Sales came to $4 million in May 2027.") == {}


STORIES = "1. Cats sleep\n\nThey do.\n\n\n2. Dogs bark\n\nThey do.\n"


def test_a_wrong_count_of_stories_is_a_warning() -> None:
    text = HEAD + "Executive Summary\n\nThree stories define the week.\n\n\n" + STORIES
    (warning,) = qf.parse(text).warnings
    assert warning == f"says 'Three' stories at {text.index('Three')}, but has 2"


@pytest.mark.parametrize(
    "words", ["Two stories define the week.", "Over three stories.", "Three cats sleep.", "Three."]
)
def test_a_right_one_is_not(words: str) -> None:
    assert qf.parse(f"{HEAD}Executive Summary\n\n{words}\n\n\n{STORIES}").warnings == ()


def test_stories_out_of_order_are_a_warning() -> None:
    assert qf.parse(HEAD + STORIES.replace("2.", "4.")).warnings == ("the stories are numbered 1, 4",)
