"""Links and quotations."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qwenfacts.reading.mentions.marks import find_links, find_quotations


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See https://a.example/x.", ["https://a.example/x"]),
        ("See https://a.example/x?y=1&z=2#w, and", ["https://a.example/x?y=1&z=2#w"]),
        ("(https://a.example/x)", ["https://a.example/x"]),
        ("https://a.example/b_(c)", ["https://a.example/b_(c)"]),
        ("(https://a.example/b_(c)).", ["https://a.example/b_(c)"]),
        ("**https://a.example**", ["https://a.example"]),
        ("www.a.example", ["www.a.example"]),
        ("(www.a.example)", ["www.a.example"]),
        ("(a.example)", ["a.example"]),
        ("(a.example/x)", ["a.example/x"]),
        ("(a.example/www.b.example)", ["a.example/www.b.example"]),
        ("🔗 https://a.example | https://b.example", ["https://a.example", "https://b.example"]),
        ("https://a.example\r\nhttps://b.example", ["https://a.example", "https://b.example"]),
        ("a.example", []),
        ("www.", []),
        ("www.))).", []),
        ("(e.g.)", []),
        ("(Acme Inc.)", []),
    ],
)
def test_links(text: str, links: list[str]) -> None:
    assert [link.value for link in find_links(text)] == links


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “wait” and left.", ["“wait”"]),
        ('He said "wait", then "go".', ['"wait"', '"go"']),
        ('a 5" or 6" pipe is “thin”', ["“thin”"]),
        ("«wait»", ["«wait»"]),
        ("„wait“", ["„wait“"]),
        ("「wait」", ["「wait」"]),
        ("the ‘fast’ one isn’t ‘it’s’", ["‘fast’"]),
        ("“a ‘b’ c”", ["“a ‘b’ c”"]),
        ("“ ”", []),
        ("“never\nclosed", []),
        ("““twice”", ["“twice”"]),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    found = list(find_quotations(text))
    assert [text[mention.span.slice] for mention in found] == quoted
    assert [mention.value for mention in found] == [mark[1:-1] for mark in quoted]


PIECES = st.sampled_from(
    [
        "https://",
        "www.",
        "a.example",
        "/x",
        "(",
        ")",
        ".",
        " ",
        "\r\n",
        "“",
        "”",
        '"',
        "‘",
        "’",
        "«",
        "»",
        "İ",
        "👍",
        "中",
        "e\u0301",
    ]
)


@given(st.text() | st.lists(PIECES).map("".join))
def test_links_and_quotations_are_in_the_text_in_order_and_apart(text: str) -> None:
    for found in (list(find_links(text)), list(find_quotations(text))):
        assert all(mention.text == text[mention.span.slice] for mention in found)
        assert all(mention.value in mention.text for mention in found)
        assert all(before.span.end <= after.span.start for before, after in pairwise(found))
