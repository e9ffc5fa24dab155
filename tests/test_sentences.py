"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qwenfacts.reading.english.sentences import sentences_of
from qwenfacts.report import Block, BlockKind
from qwenfacts.values import Span


def sentences(text: str, kind: BlockKind = "paragraph", offset: int = 0) -> list[str]:
    block = Block(Span(offset, offset + len(text)), text, kind)
    return [text[span.start - offset : span.end - offset] for span in sentences_of(block)]


ENDS = """
    It rose. | It fell.
    It rose! | “It fell,” he said.
    It rose? | (It fell.) | It rose.
    “It rose.” | It fell.
    It rose… | It fell.
    It rose 1.5%. | 3 fell.
    It rose. | ‘It’ fell.
    It rose.It fell.
    It rose. it fell.
    It rose... | Then it fell.
    The U.S. President left.
    He left the U.S. | The rest stayed.
    Dr. Roe left. | Prof. He stayed.
    **Up and away.** | Sales rose. | *So did costs.* | Bonds fell.
    Sales rose.[1][2] | Bonds fell.[12] | _All else_ stayed.
    J. A. Roe left.
    He left Acme Inc. | The rest stayed.
    He left Acme Inc. Chairman Roe stayed.
    He left in Sept. 2025.
    He is No. 3 there.
    Did he? | No. | Nobody did.
    At 5 p.m. ET it rose.
    It rose at 5 p.m. | It fell.
    It rose at 5 p.m. | Acme fell.
    1. The first point. | It rose.
    It rose. | 涨了。
    It rose.  \u2003| It fell.
    It rose. | [1] It fell.
    It paid Rs. 500.
    chips, phones, etc. | It rose.
"""


@pytest.mark.parametrize("row", [line.strip() for line in ENDS.strip().splitlines()])
def test_where_sentences_end(row: str) -> None:
    assert sentences(row.replace("| ", "").replace("|", "")) == [part.strip() for part in row.split("|")]


def test_a_line_of_data_is_one_sentence() -> None:
    assert sentences("It rose. It fell.", "table_row", 7) == ["It rose. It fell."]


def test_offsets_are_those_of_the_text() -> None:
    assert sentences("It rose. It fell.", "list_item", 7) == ["It rose.", "It fell."]


@given(
    st.text(min_size=1)
    | st.lists(st.sampled_from(["A", "a", ".", " ", "\r\n", "Dr", "p.m", "1", "”", "İ", "👍"])).map("".join)
)
def test_sentences_hold_every_character_but_white_space(text: str) -> None:
    text = text.strip() or "."
    spans = list(sentences_of(Block(Span(3, 3 + len(text)), text, "paragraph")))
    assert (spans[0].start, spans[-1].end) == (3, 3 + len(text))
    for before, after in pairwise(spans):
        assert before.end < after.start
        assert not text[before.end - 3 : after.start - 3].strip()
