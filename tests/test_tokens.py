"""Tokens and tables of phrases over them; and that every reader of characters and tokens is linear."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from math import inf
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qwenfacts.reading.english.sentences import sentences_of
from qwenfacts.reading.mentions.marks import find_links, find_quotations
from qwenfacts.reading.mentions.quantities import find_quantities
from qwenfacts.report import Block
from qwenfacts.tokens import NOTHING, Phrases, goes_on, peek, tokenize
from qwenfacts.values import Span


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.text, token.kind) for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("1,234,567.8", ["1,234,567.8"]),
        ("12,34,567", ["12,34,567"]),
        ("1\u2009234\u202f567", ["1\u2009234\u202f567"]),
        ("1,2345", ["1", ",", "2345"]),
        ("1,23", ["1", ",", "23"]),
        ("3.5.1", ["3.5.1"]),
        (".5", [".5"]),
        ("a.5", ["a", ".", "5"]),
        ("2½", ["2½"]),
        ("½", ["½"]),
        ("½x", ["½", "x"]),
        ("٤٢", ["٤٢"]),
        ("m²", ["m²"]),
        ("5nm", ["5", "nm"]),
        ("don’t", ["don", "'", "t"]),
        ("a\u2011b", ["a", "-", "b"]),
        ("a_b", ["a", "_", "b"]),
        ("a\r\nb\rc\nd", ["a", "\r\n", "b", "\r", "c", "\n", "d"]),
        ("中文 İ", ["中文", "İ"]),
        ("e\u0301", ["e", "\u0301"]),
        ("👍🏽", ["👍", "🏽"]),
    ],
)
def test_the_tokens_of_a_text(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


def test_a_token_says_where_it_stands_and_what_it_is() -> None:
    assert kinds("Up 5%\n") == [("Up", "word"), ("5", "number"), ("%", "mark"), ("\n", "newline")]
    up, five, percent, _ = tokenize("Up 5%\n")
    assert (up.start, up.end, up.key, up.glued) == (0, 2, "up", False)
    assert (five.glued, percent.glued) == (False, True)


@given(st.text())
@example("İ\r\n½²\x1c \u2028é👩‍👧1,2")
def test_tokens_cover_every_character_but_white_space_in_order(text: str) -> None:
    at = 0
    for token in tokenize(text):
        assert token.start >= at
        assert token.start < token.end
        assert not text[at : token.start].strip()
        assert token.glued == (token.start == at and token.start > 0)
        assert len(token.text) == token.end - token.start
        at = token.end
    assert not text[at:].strip()


def test_words_run_on_where_no_mark_or_space_stands_between() -> None:
    tokens = tokenize("Foo3 b-4 5")
    assert [goes_on(tokens, at) for at in range(-1, len(tokens) + 1)] == [False, False, True] + 5 * [False]


def test_beyond_a_text_there_is_nothing() -> None:
    tokens = tokenize("Foo")
    assert peek(tokens, 0) is tokens[0]
    assert peek(tokens, -1) is peek(tokens, 1) is NOTHING


# -- phrases -----------------------------------------------------------------------------------


def test_the_longest_phrase_wins() -> None:
    table = Phrases([("more", 1), ("more than", 2), ("more than a few", 3), ("than", 4)])
    tokens = tokenize("MORE than a lot more")
    assert table.starting(tokens, 0) == (2, 2)
    assert table.starting(tokens, 2) is None
    assert table.starting(tokens, 4) == (1, 5)
    assert table.starting(tokens, 9) is None
    assert table.ending(tokens, 1) == (2, 0)
    assert table.ending(tokens, 2) is None
    assert table.ending(tokens, -1) is None


def test_a_later_entry_replaces_an_earlier() -> None:
    assert Phrases([("a", 1), ("a", 2)]).starting(tokenize("a"), 0) == (2, 1)


def test_exact_phrases_mind_case_and_space() -> None:
    table = Phrases([("US$", 1), ("$", 2), ("sq km", 3)], exact=True)

    def ending(text: str) -> tuple[int, int] | None:
        tokens = tokenize(text)
        return table.ending(tokens, len(tokens) - 1)

    assert ending("US$") == (1, 0)
    assert ending("US $") == (2, 1)
    assert ending("us$") == (2, 1)
    assert ending("US") is None
    assert table.starting(tokenize("sq km"), 0) == (3, 2)
    assert table.starting(tokenize("sq-km"), 0) is None
    assert table.starting(tokenize("sq km2"), 0) is None


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=5), st.lists(st.sampled_from("abc"), max_size=9))
def test_a_phrase_is_found_from_both_ends(phrase: list[str], words: list[str]) -> None:
    table = Phrases([(" ".join(phrase), True)])
    tokens = tokenize(" ".join([*words, *phrase]))
    assert table.starting(tokens, len(words)) == (True, len(tokens))
    assert table.ending(tokens, len(tokens) - 1) == (True, len(words))


# -- time --------------------------------------------------------------------------------------

WORST = [
    *(
        "1,11",
        "1,111",
        "12,34,5",
        "1.1.",
        "1-",
        "1–",
        "1/",
        "1 ",
        "1\n",
        "+1 ",
        "01 ",
        "(1",
        "1",
        "½",
        ".5",
        "1:",
    ),
    *(
        "$",
        "$1",
        "US$",
        "(",
        ")",
        "“",
        "”",
        '"',
        "‘",
        "’ ",
        "«",
        ". ",
        ".",
        "!”",
        "A.",
        "A. ",
        "Mr. ",
        "—",
        "-",
    ),
    *(
        "a ",
        "a",
        "İ",
        "👍",
        "\n",
        "  ",
        "[",
        "_",
        "over ",
        "between ",
        "between 1 ",
        "from 1 to ",
        "one and ",
    ),
    *(
        "twenty-",
        "hundred ",
        "a hundred ",
        "two million ",
        "two and a half ",
        "thousand two hundred ",
        "1 in ",
    ),
    *(
        "1 out of ",
        "the ",
        "cross the ",
        "half ",
        "no. ",
        "ranked ",
        "second most ",
        "per ",
        "1 per ",
        "$1 a ",
    ),
    *(
        "hundreds of ",
        "1 or more ",
        "more than ",
        "https://",
        "www.",
        "https://a.b",
        "www.a)",
        "(a.",
        "(a.a/",
    ),
]


def read_quantities(text: str) -> Iterable[object]:
    tokens = tokenize(text)
    return find_quantities(text, tokens, [False] * len(tokens))


def read_sentences(text: str) -> Iterable[object]:
    return sentences_of(Block(Span(0, len(text)), text, "paragraph"))


def seconds(read: Callable[[str], Iterable[object]], text: str) -> float:
    gc.disable()
    start = process_time()
    for _ in read(text):
        pass
    end = process_time()
    gc.enable()
    return end - start


@pytest.mark.parametrize(
    ("read", "size", "opening"),
    [
        pytest.param(tokenize, 1_000, "", id="tokens"),
        pytest.param(read_quantities, 400, "", id="quantities"),
        pytest.param(find_links, 4_000, "(https://a", id="links"),
        pytest.param(find_quotations, 4_000, "“", id="quotations"),
        pytest.param(read_sentences, 4_000, "", id="sentences"),
    ],
)
def test_eight_times_the_text_takes_about_eight_times_as_long(
    read: Callable[[str], Iterable[object]], size: int, opening: str
) -> None:
    seconds(read, "warm 1 up.")
    for worst in WORST:
        small, large = (opening + worst * (times * size // len(worst)) for times in (1, 8))
        short = long = inf
        for _ in range(12):  # the best of each, so that a busy machine does not matter
            short, long = min(short, seconds(read, small)), min(long, seconds(read, large))
            if long < 32 * short:
                break
        assert long < 32 * short, worst


def test_a_number_of_a_hundred_thousand_digits_is_not_computed() -> None:
    (found,) = read_quantities("about " + "9" * 100_000 + " people")
    assert found == (Span(0, 100_006), None)
