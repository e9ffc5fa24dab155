"""The laws of the design, on the seeds, on strange text, and on reports whose answers are known."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib.resources import files
from itertools import chain, pairwise
from time import process_time
from typing import Any

import pytest
import score
from family import Answers, written_reports
from hypothesis import example, given, settings
from hypothesis import strategies as st

import qwenfacts as qf
from qwenfacts.errors import TextError
from qwenfacts.facts import ModelRelease, PersonnelChange
from qwenfacts.report import Block, Mention, Report, Row, Unread
from qwenfacts.values import Span

SEEDS = tuple(
    files("qwenfacts").joinpath("data", "reports", f"{day}.txt").read_bytes().decode()
    for day in ("2026-03-21", "2026-03-28")
)
SENTENCES = [
    line
    for gold in score.load(["sisters", "wider"])
    for line in re.split(r"(?<=[.!?])\s+|\n+", gold.text)
    if line.strip()
]
"""What reports about other companies say, sentence by sentence."""
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\d{1,2}\s*[ap]\.?m\b", re.IGNORECASE)


# -- texts -------------------------------------------------------------------------------------

NASTY = (
    *"aZ \n\r\t.,:;!?()[]{}“”\"‘’'«»–—-*#|/•&@%$€£¥₹°×½²0123456789٣３",
    "\r\n",
    "İ",
    "ß",
    "ﬁ",
    "é",
    "e\u0301",
    "n\u0303",
    "\u2011",
    "\u00a0",
    "\u2009",
    "\u202f",
    "\u200b",
    "\u200d",
    "\u202e",
    "\u2066",
    "\u2069",
    "\ufeff",
    "\ufe0f",
    "\x00",
    "\x1f",
    "\x85",
    "\u2028",
    "幻方量化",
    "、",
    "日本",
    "😀",
    "👩\u200d💻",
    "📌",
    "🔗",
)
WORDS = (
    *("Acme", "Mistral AI", "Jane Roe", "Foo-35B", "GPT-5.4", "Hugging Face", "Reuters", "Qwen", "Q3 FY2026"),
    *(
        "Revenue",
        "downloads",
        "users",
        "rose",
        "fell",
        "doubled",
        "released",
        "resigned",
        "hired",
        "replacing",
    ),
    *("departure of", "was appointed head of", "of", "by", "and", "the", "with", "going", "on", "in", "per"),
    *(
        "about",
        "over",
        "up to",
        "no more than",
        "between",
        "from",
        "to",
        "year-over-year",
        "target",
        "several",
    ),
    *("5%", "$1.2bn", "RMB 284.8 billion", "two", "1,200", "6×", "No. 3", "4 May 2026", "this week", "2026"),
    *("09:10 PM", "“a quote”", "https://a.example/b", "(Reuters)", "(b.example)", "(", ")", "researchers"),
    *(
        "\n\n",
        "\n",
        "\n1. ",
        "\n• ",
        "\nSource: ",
        "\nPublished: ",
        "\nEvent Source Date\n",
        ". ",
        ", ",
        "; ",
    ),
    *("Weekly Report", "Posted on May 7, 2026 at 04:12 PM", "Executive Summary", "Story 1: ", "—", "\u2011"),
    *("1" * 30, "0." + "1" * 15, "1e5", "-3%", "+4%", "3.5.1", "99999999999 trillion", "31 February 2026"),
)

strange_texts = st.text() | st.lists(st.sampled_from(NASTY), max_size=60).map("".join)
pieced_texts = st.lists(st.sampled_from((*WORDS, *NASTY)), max_size=60).map(" ".join)


# -- laws 1 to 6, one by one -------------------------------------------------------------------


def spans_hold_their_quotes(report: Report) -> None:
    """Law 1."""
    sections = (*report.sections, *(section for story in report.stories for section in story.sections))
    parts: tuple[Iterable[Mention[Any] | Block | Row | Unread], ...] = (
        *(report.quantities, report.dates, report.names, report.quotations, report.links),
        *(report.blocks, report.summary, report.unread),
        *(group for section in sections for group in (section.blocks, section.rows)),
    )
    for part in chain.from_iterable(parts):
        assert report.text[part.span.start : part.span.end] == part.text
    for fact in report.facts:
        for evidence in fact.evidence:
            assert report.text[evidence.span.start : evidence.span.end] == evidence.quote
            assert evidence.quote in evidence.sentence
            assert evidence.sentence in report.text


def nothing_is_lost(report: Report) -> None:
    """Law 2."""
    at = 0
    for block in report.blocks:
        assert block.span.start >= at
        assert not report.text[at : block.span.start].strip()
        at = block.span.end
    assert not report.text[at:].strip()


def the_ledger_is_complete(report: Report) -> None:
    """Law 3."""
    used = {span for fact in report.facts for span in fact.mentions}
    left: set[tuple[Span, str]] = {(entry.span, entry.kind) for entry in report.unread}
    kinds: dict[str, tuple[Mention[Any], ...]] = {
        "quantity": report.quantities,
        "date": report.dates,
        "name": tuple(name for name in report.names if not name.value.known),
        "quotation": report.quotations,
        "link": report.links,
    }
    known = {mention.span for group in kinds.values() for mention in group} | {n.span for n in report.names}
    for kind, group in kinds.items():
        for mention in group:
            assert (mention.span in used) != ((mention.span, kind) in left), (kind, mention)
    assert used <= known
    assert len(left) == len(report.unread)
    digits = [entry.span for entry in report.unread if entry.kind == "digits"]
    assert {(span, kind) for span, kind in left if span not in known} == {(span, "digits") for span in digits}

    read = bytearray(len(report.text))
    clocks = [match.span() for match in CLOCK.finditer(report.text)]
    numbered = [
        (block.span.start + number.start(), block.span.start + number.end())
        for block in report.blocks
        if block.kind in ("heading", "list_item") and (number := re.search(r"\d+", block.text))
    ]
    for start, end in (*clocks, *numbered, *((s.start, s.end) for s in (*known, *digits))):
        read[start:end] = b"\1" * (end - start)
    assert all(read[match.start()] for match in re.finditer(r"\d", report.text))


def facts_are_in_order(report: Report) -> None:
    """Law 5, as far as one report shows it: ids by the recipe, facts by start."""
    recipe = re.compile(re.escape(report.id) + r"/[a-z-]+@(\d+)(?:-\d+)?")
    matches = [recipe.fullmatch(fact.id) for fact in report.facts]
    starts = [int(match[1]) for match in matches if match]
    assert len(starts) == len(report.facts) == len({fact.id for fact in report.facts})
    assert all(before <= after for before, after in pairwise(starts))


def it_comes_back_equal(report: Report) -> None:
    """Law 6."""
    dataset = qf.Dataset.of(report)
    assert qf.Dataset.from_json(dataset.to_json()) == dataset
    again = pickle.loads(pickle.dumps(dataset))
    assert again == dataset
    assert again.fingerprint == dataset.fingerprint


LAWS: tuple[Callable[[Report], None], ...] = (
    spans_hold_their_quotes,
    nothing_is_lost,
    the_ledger_is_complete,
    facts_are_in_order,
    it_comes_back_equal,
)


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("seed", SEEDS, ids=("2026-03-21", "2026-03-28"))
def test_the_seeds_obey(seed: str, law: Callable[[Report], None]) -> None:
    law(qf.parse(seed))


@given(strange_texts | pieced_texts)
@example("")
@example("\ufeff")
@example("İ 5% İ")
def test_every_text_obeys(text: str) -> None:
    report = qf.parse(text)
    assert report.text == text
    for law in LAWS:
        law(report)
    assert qf.parse(text) == report


@given(st.integers(0, 1), st.integers(0, 18_000), st.integers(0, 2_000), st.sampled_from((*NASTY, *WORDS)))
def test_a_torn_seed_obeys(seed: int, start: int, length: int, put: str) -> None:
    report = qf.parse(put + SEEDS[seed][start : start + length] + put)
    for law in LAWS:
        law(report)


@settings(max_examples=60, derandomize=True)
@given(st.lists(st.tuples(st.sampled_from(SENTENCES), st.integers(0, 40)), min_size=1, max_size=8))
def test_sentences_that_lost_a_word_obey(torn: list[tuple[str, int]]) -> None:
    words = [sentence.split() for sentence, _ in torn]
    lines = [" ".join(some[:at] + some[at + 1 :]) for some, (_, at) in zip(words, torn, strict=True)]
    report = qf.parse("Acme Weekly Report May 7, 2027\n\n" + "\n".join(lines))
    for law in LAWS:
        law(report)


def test_every_digit_of_the_seeds_is_read() -> None:
    reasons = {entry.reason for seed in SEEDS for entry in qf.parse(seed).unread}
    assert not reasons & {"number-not-read", "number-too-large"}


# -- what a written report says ----------------------------------------------------------------


@given(written_reports())
def test_a_written_report_obeys(written: tuple[str, Answers]) -> None:
    report = qf.parse(written[0])
    for law in LAWS:
        law(report)


@given(written_reports())
def test_its_structure_is_found(written: tuple[str, Answers]) -> None:
    report, answers = qf.parse(written[0]), written[1]
    assert (report.title, report.subject.id) == (answers.title, answers.subject)
    assert (report.published, report.posted_at) == (answers.published, answers.posted_at)
    assert (report.period and (report.period.start, report.period.end)) == answers.period
    assert (report.audience, report.analyst, report.coverage) == (
        answers.audience,
        answers.analyst,
        answers.coverage,
    )
    points = [block.text.lstrip("•-0123456789. ") for block in report.summary if block.kind == "list_item"]
    assert points == list(answers.summary_points)
    assert [section.heading for section in report.sections if section.heading] == list(answers.sections)
    rows = [row for section in report.sections for row in section.rows]
    found = [
        (row.cells and row.cells[:2], row.date and row.date.start, row.source and row.source.name)
        for row in rows
    ]
    assert found == [((row.event, row.source), row.date, row.source) for row in answers.rows]
    assert len(report.stories) == len(answers.stories)
    for story, wanted in zip(report.stories, answers.stories, strict=True):
        assert (story.number, story.title) == (wanted.number, wanted.title)
        assert (story.period and (story.period.start, story.period.end)) == wanted.period
        assert tuple(source.name for source in story.sources) == wanted.sources
        assert tuple(link.value for link in story.links) == wanted.links
        assert tuple(section.heading for section in story.sections if section.heading) == wanted.sections
        cited = {fact.source.name for fact in story.facts if isinstance(fact, qf.Citation)}
        assert {*wanted.sources, *wanted.cited} <= cited


@given(written_reports())
def test_its_quantities_dates_and_links_are_read(written: tuple[str, Answers]) -> None:
    report, answers = qf.parse(written[0]), written[1]
    quantities = [
        (m.text, m.value.value, m.value.unit, m.value.bound, m.value.low, m.value.high, m.value.per)
        for m in report.quantities
    ]
    assert quantities == [tuple(amount) for amount in answers.quantities]
    dates = [(m.text, m.value.start, m.value.end) for m in report.dates]
    assert dates == [tuple(when) for when in answers.dates]
    assert tuple(link.value for link in report.links) == answers.links


@given(written_reports())
def test_its_releases_and_changes_are_facts(written: tuple[str, Answers]) -> None:
    report, answers = qf.parse(written[0]), written[1]
    releases = [fact for fact in report.facts if isinstance(fact, ModelRelease)]
    days = {story.number: story.period for story in report.stories}
    found = [
        # a release that has no day of its own has that of its story's label, if that says when it came out
        (
            r.model.id,
            r.developer and r.developer.id,
            r.date and r.date.start,
            r.date is not None and r.date == days.get(r.story or 0),
        )
        for r in releases
    ]
    assert [(model, developer, None if labelled else day) for model, developer, day, labelled in found] == [
        (release.model, release.developer, None if labelled else release.date)
        for release, (*_, labelled) in zip(answers.releases, found, strict=True)
    ]
    changes = [fact for fact in report.facts if isinstance(fact, PersonnelChange)]
    subject = report.subject.id  # whom somebody leaves or joins, where nobody is named
    assert [
        (c.person and c.person.id, c.kind, c.organisation and c.organisation.id, c.date and c.date.start)
        for c in changes
    ] == [(c.person, c.kind, c.organisation or subject, c.date) for c in answers.changes]
    measured = {span for fact in report.facts if isinstance(fact, qf.Metric) for span in fact.mentions}
    lengths = {m.span for m in report.quantities if m.value.unit == "day"}
    assert not measured & lengths


# -- law 5 -------------------------------------------------------------------------------------

FINGERPRINT = """
import sys
import qwenfacts as qf
texts = sys.stdin.buffer.read().decode().split("\\f")
print(qf.Dataset.of(*(qf.parse(text) for text in texts)).fingerprint)
"""


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    ],
    ids=("one", "other"),
)
def test_the_surroundings_change_nothing(environment: dict[str, str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FINGERPRINT],
        input="\f".join(SEEDS).encode(),
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    assert ran.stdout.decode().strip() == qf.Dataset.of(*map(qf.parse, SEEDS)).fingerprint


# -- law 7 -------------------------------------------------------------------------------------


@given(st.text(), st.characters(categories=["Cs"]), st.text())
def test_lone_surrogates_are_refused(before: str, surrogate: str, after: str) -> None:
    with pytest.raises(TextError, match=f"character {len(before)}"):
        qf.parse(before + surrogate + after)


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = process_time()
        qf.parse(text)
        best = min(best, process_time() - start)
    return best


ENDLESS = {
    "seed": SEEDS[0] + "\n\n",
    "one line": " ".join(SEEDS[0].replace(".", "").split()) + " ",
    "capitals": "Foo Bar ",
    "parentheses": "(Acme 5% revenue ",
    "figures": "Revenue rose 5%, to $3 million, ",
    "people": "Jane Roe left Acme on May 4 and ",
    "releases": "Acme released GPT-5.4 on 4 May 2026 and ",
    "stories": "1. Acme grows\nSource: Reuters\n\nRevenue rose 5%. Jane Roe left Acme.\n\n",
    "rows": "Event Source Date\nFoo launch Reuters May 4, 2026\n\n",
    "marks": "“a ” https://a.example/x (b.example) ",
    "lines": "\n",
    "digits": "1",
    "hyphens": "a-",
}


@pytest.mark.parametrize("piece", ENDLESS.values(), ids=ENDLESS)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    head = "Acme Weekly Report May 7, 2027\n\n"
    few, many = (head + (piece * (size // len(piece) + 1))[:size] for size in (2_500, 20_000))
    assert seconds(many) < 32 * seconds(few) + 0.02
