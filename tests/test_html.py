"""The evidence page: all of the text, every fact where it is said, and nothing that could act."""

# mypy: disable-error-code="arg-type, list-item"
# (it cannot solve the type variable of ``converter=tuple`` in an attrs field)

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pendulum
import pytest
from builders import ACME, a_dataset, a_report
from htmltree import Element, as_read, tree
from hypothesis import example, given
from hypothesis import strategies as st

import qwenfacts as qf
from qwenfacts.dataset import Dataset
from qwenfacts.exchange import markup
from qwenfacts.exchange.html import page
from qwenfacts.exchange.pieces import cut
from qwenfacts.facts import Evidence, Statement
from qwenfacts.query import FACT_TYPES
from qwenfacts.report import Block, Mention, Report, Unread
from qwenfacts.values import Span

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- ",
    "]]>",
    "<?php ",
    "\"' autofocus onfocus=alert(1) x='",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "https://acme.example/?a=1&lt;b=2",
    'https://acme.example/"onmouseover="x',
    "data:text/html,<b>",
    "&amp;&#0;&lt",
    "\u202eevil\u202c \u2066 \u200f",
    "\0 \x07 \x1b[31m \x85 \ufeff \ufffe",
    "İ ß 😀 👩‍👩‍👧 e\u0301 שלום",
    "\r\n",
    "\r",
    "\n\n",
    "Acme's revenue rose 4% in April 2027.",
    "“We are <b>early</b>,” said Mira Cole of Acme.",
    "1. Wren 2 & co: 7 of 9 <things>",
    "Source: The Daily <i>Wire</i> | https://wire.example/a'b",
]
TEXTS = st.lists(
    st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
).map(lambda parts: "Acme Weekly Report May 7, 2027\n\n" + " ".join(parts))


def texts_of(root: Element) -> list[str]:
    return [element.text for element in root.all("div", "text")]


def highlighted(root: Element, entry: str) -> str:
    """The characters that are marked as saying a fact, in the order of the text."""
    return "".join(hit.text for hit in root.all("a", "hit") if entry in hit["data-facts"].split())


def check_page(html: str, *reports: Report) -> Element:
    root = tree(html)
    assert texts_of(root) == [as_read(report.text) for report in reports]
    for at, report in enumerate(reports):
        for number, fact in enumerate(report.facts):
            said = {place for e in fact.evidence for place in range(e.span.start, e.span.end)}
            assert highlighted(root, f"fact{at}-{number}") == as_read(
                "".join(report.text[place] for place in sorted(said))
            )
    assert len([*root.all("script")]) == 1
    return root


def quoting(text: str, *spans: tuple[int, int], **more: object) -> Report:
    """A report of one line that says a statement at each span."""
    key = "acme-2027-05-07"
    facts = [
        Statement(
            id=f"{key}/statement@{start}" + (f"-{at}" if at else ""),
            report=key,
            evidence=[Evidence(key, Span(start, end), text[start:end], text)],
            mentions=[],
            text=text[start:end],
            verbatim=False,
        )
        for at, (start, end) in enumerate(sorted(spans))
    ]
    blocks = [
        Block(Span(match.start(), match.end()), match[0], "paragraph")
        for match in re.finditer(r"\S.*\S", text)
    ]
    return Report(
        title="Acme",
        subject=ACME,
        published=pendulum.Date(2027, 5, 7),
        text=text,
        blocks=blocks,
        facts=facts,
        entities=[ACME],
        **more,
    )


# -- text and facts --


def test_the_bundled_reports_stand_there_whole_with_every_fact_where_it_is_said() -> None:
    check_page(qf.load().to_html(), *qf.load().reports)


def test_reports_with_facts_of_every_type_stand_there_whole() -> None:
    dataset = a_dataset()
    root = check_page(dataset.to_html(), *dataset.reports)
    assert {entry["data-type"] for entry in root.all("li", "fact")} == {fact.type for fact in dataset.facts}


@given(TEXTS)
@example("\r \r\n x")
def test_hostile_text_stays_text(text: str) -> None:
    report = qf.parse(text)
    check_page(report.to_html(), report)


@given(
    st.lists(
        st.tuples(st.integers(0, 19), st.integers(1, 20)).filter(lambda span: span[0] < span[1]), max_size=6
    )
)
def test_spans_that_nest_and_overlap_are_each_highlighted_whole(spans: list[tuple[int, int]]) -> None:
    report = quoting("abcde fghij 12345 xyz", *spans)
    check_page(report.to_html(), report)


def test_a_piece_leads_to_the_shortest_of_its_facts_and_only_starts_take_the_keyboard() -> None:
    report = quoting("Acme says it grew fast", (0, 22), (10, 17))
    hits = [*tree(report.to_html()).all("a", "hit")]
    assert [(hit.text, hit["href"], hit.get("tabindex"), hit.get("data-notes")) for hit in hits] == [
        ("Acme says ", "#fact0-0", "", ""),
        ("it grew", "#fact0-1", "", "2"),
        (" fast", "#fact0-0", "-1", "1"),
    ]
    assert hits[1]["data-facts"] == "fact0-1 fact0-0"


def test_evidence_between_blocks_is_not_lost() -> None:
    report = quoting("one\n\ntwo", (3, 5), (1, 7))
    root = tree(report.to_html())
    assert texts_of(root) == ["one\n\ntwo"]
    assert highlighted(root, "fact0-0") == "netw"
    ways = [link["href"] for link in root.all("a", "go")]
    assert ways == ["#at0-1", "#report0"]


def test_text_is_cut_once_for_each_thing_that_covers_it() -> None:
    text = "see https://acme.example/a now"
    report = quoting(
        text,
        (0, 14),
        links=[Mention(Span(4, 26), text[4:26], text[4:26])],
        unread=[Unread(Span(4, 26), text[4:26], "link", "only-mentioned")],
    )
    pieces = [(text[p.span.slice], p.facts, bool(p.link), bool(p.unread)) for p in cut(report).blocks[0]]
    assert pieces == [
        ("see ", (0,), False, False),
        ("https://ac", (0,), True, True),
        ("me.example/a", (), True, True),
        (" now", (), False, False),
    ]


# -- the list, the record, what was not read --


def test_an_entry_leads_to_the_place_and_holds_the_whole_record() -> None:
    report = a_report()
    root = tree(report.to_html())
    entries = [*root.all("li", "fact")]
    for fact, entry in zip(report.facts, entries, strict=True):
        way = entry.one("a", "go")
        (target,) = [element for element in root.all() if element.get("id") == way["href"][1:]]
        assert fact.evidence[0].quote.startswith(target.text)
        names = [element.text for element in entry.all("dt")]
        for name in ("id", "report", "origin", "evidence", "mentions"):
            assert name in names
        assert set(entry["data-entities"].split()) == {entity.id for entity in fact.entities()}
    metric = next(entry for entry in entries if entry["data-type"] == "metric")
    values = dict(zip((e.text for e in metric.all("dt")), (e.text for e in metric.all("dd")), strict=True))
    assert values["quantity"] == "about 4.5% 4.5 percent · about · 4.45 to 4.55"
    assert values["period"] == "May 2027 2027-05-01/2027-05-31 · month"
    assert values["subject"] == "Acme organisation · acme"
    assert values["evidence"].startswith("about 4.5% Wren 2 was released")


def test_unread_mentions_are_listed_with_their_reasons_and_marked_in_the_text() -> None:
    report = a_report(rows=2)
    root = tree(report.to_html())
    ledger = root.one("details", "ledger")
    assert ledger.one("summary").text == "2 mentions that no fact uses"
    ids = {element.get("id"): element for element in root.all("span", "unread")}
    assert [ids[link["href"][1:]].text for link in ledger.all("a")] == ["$3", "$3"]
    assert all(element["title"] == "no-rule" for element in ids.values())


def test_what_a_report_says_wrongly_of_itself_is_shown() -> None:
    assert "says 3 stories, has fewer" in tree(a_report().to_html()).one("header", "about").text


def test_filters_offer_the_types_and_entities_of_the_facts() -> None:
    report = a_report()
    root = tree(report.to_html())
    boxes = [element["value"] for element in root.all("input") if element.get("name") == "type"]
    assert boxes == [kind.type for kind in FACT_TYPES]
    options = {element["value"]: element.text for element in root.all("option")}
    assert options["acme"] == f"Acme ({len(report.facts.about('acme'))})"
    assert options[""] == "all"
    assert {element["label"] for element in root.all("optgroup")} >= {"person", "model family"}


# -- conflicts --


def conflict(*facts: qf.Fact, field: str | None = "quantity") -> SimpleNamespace:
    return SimpleNamespace(kind="metric", field=field, facts=facts, severity="hard", why="too <far> apart")


def test_conflicts_lead_to_both_reports() -> None:
    one, two = a_report(), a_report(day=14)
    metrics = [next(fact for fact in report.facts if fact.type == "metric") for report in (one, two)]
    root = tree(page([one, two], [conflict(*metrics), conflict(metrics[0], field=None)]))
    section = root.one("section", "conflicts")
    assert [link["href"].split("-")[0] for link in section.all("a")] == ["#at0", "#at1", "#at0"]
    assert "hard metric, quantity: too <far> apart" in section.text
    assert "hard metric: too <far> apart" in section.text
    assert [link.text for link in root.one("nav").all("a")] == ["2 conflicts", one.id, two.id]
    entries = [entry for entry in root.all("li", "fact") if "too <far> apart" in entry.text]
    assert len(entries) == 2
    assert len([*root.all("a", "disputed")]) >= 2


def test_a_conflict_with_a_report_elsewhere_names_it() -> None:
    here, there = a_report().facts[3], a_report(day=14).facts[3]
    section = tree(page([a_report()], [conflict(here, there)])).one("section", "conflicts")
    assert len([*section.all("a")]) == 1
    assert f"{there.report}: " in section.one("bdi").text


def test_a_dataset_that_can_tell_its_conflicts_shows_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Dataset, "conflicts", lambda self: (conflict(*self.facts[:2]),), raising=False)
    assert tree(a_report().to_html()).one("section", "conflicts").one("h2").text == "1 conflict"


def test_a_page_without_conflicts_has_no_such_section(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Dataset, "conflicts", raising=False)
    root = tree(a_report().to_html())
    assert not [*root.all("section", "conflicts")]
    assert not [*root.all("nav")]


# -- the page --


def test_nothing_may_run_or_load_but_what_stands_in_the_page() -> None:
    root = tree(qf.load().to_html())
    (policy,) = [
        element["content"]
        for element in root.all("meta")
        if element.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.split(maxsplit=1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for name, tag in (("style-src", "style"), ("script-src", "script")):
        digest = hashlib.sha256(root.one(tag).text.encode()).digest()
        assert rules[name] == f"'sha256-{base64.b64encode(digest).decode()}'"
    assert not re.search(
        r"url\(|@import|innerHTML|insertAdjacent|eval\(|fetch\(",
        root.one("style").text + root.one("script").text,
    )


def test_it_is_the_same_bytes_each_time_and_in_any_process() -> None:
    code = "import qwenfacts as qf, hashlib; print(hashlib.sha256(qf.load().to_html().encode()).hexdigest())"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    html = qf.load().to_html()
    assert html == qf.load().to_html()
    assert run.stdout.strip() == hashlib.sha256(html.encode()).hexdigest()


@pytest.mark.parametrize("thing", [a_report(), a_dataset()], ids=["report", "dataset"])
def test_it_is_written_as_it_is_given(thing: Report | Dataset, tmp_path: Path) -> None:
    html = thing.to_html(tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes() == html.encode()
    assert thing.to_html(str(tmp_path / "page.html")) == html == thing.to_html()


def test_the_title_is_that_of_the_only_report_or_the_number_of_reports() -> None:
    assert tree(a_report().to_html()).one("title").text == "Acme Weekly Report 7 May 2027 – evidence"
    assert tree(a_dataset().to_html()).one("title").text == "2 reports – evidence"
    assert tree(Dataset.of().to_html()).one("title").text == "0 reports – evidence"


def test_everything_has_a_name_for_those_who_do_not_see_it() -> None:
    root = tree(a_dataset().to_html())
    ids = {element.get("id") for element in root.all()}
    labelled = {element["for"] for element in root.all("label") if "for" in element.attributes}
    for element in root.all():
        if element.tag in ("nav", "aside", "section"):
            assert element.get("aria-label") or element["aria-labelledby"] in ids
        if element.tag == "select" or element.get("type") == "search":
            assert element["id"] in labelled
        if element.tag in ("a", "button", "summary", "option"):
            assert element.text.strip() or element.get("aria-label")
    assert {"header", "main", "footer"} <= {element.tag for element in root.all()}
    assert root.one("html")["lang"] == "en"


# -- markup --


def test_what_is_joined_or_formatted_is_text_again() -> None:
    bold = markup.element("b", "x")
    assert markup.element("p", f"{bold}") == "<p>&lt;b&gt;x&lt;/b&gt;</p>"
    assert markup.element("p", bold + "!") == "<p>&lt;b&gt;x&lt;/b&gt;!</p>"


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(HOSTILE))
def test_any_text_and_any_attribute_comes_back(text: str) -> None:
    root = tree(markup.element("p", text, title=text) + markup.element("title", text))
    assert root.one("p").text == root.one("title").text == root.one("p")["title"] == as_read(text)


def test_marks_that_turn_text_around_are_shut_in() -> None:
    (control,) = tree(markup.element("p", "a\u202eb")).all("span", "control")
    assert (control.text, control["data-code"]) == ("\u202e", "U+202E")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " https://a.example",
        "https://a.example/\u202ex",
        "https:// a",
        "ftp://a.example",
        "https://a\\b",
        "//a.example",
        "https://a.example\n",
        "data:text/html,x",
    ],
)
def test_only_plain_web_addresses_become_links(address: str) -> None:
    assert markup.outside(address, "x") is None


@pytest.mark.parametrize("source", ["a</style>", "<!-- a"])
def test_code_that_could_end_its_element_is_refused(source: str) -> None:
    with pytest.raises(AssertionError):
        markup.code("style", source)
