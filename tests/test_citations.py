"""Citations: which sources a text names, and which link is on whose site."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worst import assert_linear

import qwenfacts as qf
from qwenfacts.facts import Citation
from qwenfacts.lexicon import lexicon_of
from qwenfacts.reading.mentions.sites import host_of, links_of, owner_of
from qwenfacts.reading.mentions.sources import source_of, split_sources
from qwenfacts.values import Span

HEAD = "Acme Weekly Report May 7, 2027\n\n"


def cited(text: str) -> list[tuple[str, str | None, int | str | None]]:
    """Each citation's source, link and what it supports."""
    facts = qf.parse(HEAD + text).facts
    return [(fact.source.name, fact.link, fact.supports) for fact in facts if isinstance(fact, Citation)]


# -- sources -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "key", "known"),
    [
        ("Reuters", "reuters", True),
        ("the Guardian", "the-guardian", True),
        ("The Wall Street Journal", "the-wall-street-journal", True),
        ("The Harbour Post", "the-harbour-post", False),
        ("GitHub – acme/tool", "github", True),
        (" Harbour – a tool ", "harbour", False),
        ("S P 500", "s-p-500", True),
    ],
)
def test_a_source_is_known_or_keeps_its_name(written: str, key: str, known: bool) -> None:
    source = source_of(written, lexicon_of())
    assert (source.id, source.known) == (key, known)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("A, B", ["A", "B"]),
        ("A,  and B and C", ["A", "B", "C"]),
        ("A | B; C / D", ["A", "B", "C", "D"]),
        ("A/B", ["A", "B"]),
        ("GitHub – a/b, https://a.example/x", ["GitHub – a/b", "https://a.example/x"]),
        ("**A**, , (B).", ["A", "B"]),
        (" , ", []),
        ("A   |   B", ["A", "B"]),
    ],
)
def test_a_list_of_sources_is_split(line: str, parts: list[str]) -> None:
    assert [line[span.slice] for span in split_sources(line, Span(0, len(line)))] == parts


# -- sites -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "address"),
    [
        (["Yahoo Finance"], "https://finance.yahoo.com/x"),
        (["Alibaba Cloud Blog"], "https://www.alibabacloud.com/blog/602536"),
        (["Alibaba Cloud Blog"], "https://www.alibabacloud.com/press"),
        (["Open Source For You"], "https://www.opensourceforu.com/2026/01/x"),
        (["Wall Street Journal"], "https://www.wsj.com/x"),
        (["New York Times"], "https://www.nytimes.com/x"),
        (["Financial Times"], "https://ft.com/x"),
        (["South China Morning Post"], "https://www.scmp.com"),
        (["MIT Technology Review"], "https://www.technologyreview.com/x"),
        (["Les Échos"], "https://lesechos.fr/x"),
        (["Simon Willison’s Weblog"], "https://simonwillison.net/2026"),
        (["The Verge"], "theverge.com"),
        (["The Next Platform"], "https://nextplatform.com"),
        (["Quorlax", "BBC"], "https://www.bbc.co.uk/news"),
        (["GitHub – acme/tool", "GitHub"], "https://github.com/acme/tool"),
        (["Crunchbase News"], "https://news.crunchbase.com/ai"),
        (["TechNode"], "http://technode.com?x=1"),
    ],
)
def test_a_link_is_on_the_site_of_its_source(names: list[str], address: str) -> None:
    assert links_of([names], [address]) == {0: 0}


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Time", "https://timesofindia.com"),
        ("Reuters", "https://a.example/reuters"),
        ("Yahoo Finance", "https://news.yahoo.example.org"),
        ("X", "https://x.com"),
        ("Quorlax", "https://"),
        ("The", "https://verge.com"),
        ("--", "https://verge.com"),
    ],
)
def test_a_link_is_not_on_another_site(name: str, address: str) -> None:
    assert links_of([[name]], [address]) == {}


def test_the_source_with_the_most_letters_has_the_link_and_each_source_one() -> None:
    names = [["Yahoo"], ["Yahoo Finance"], ["Reuters"], ["Reuters"]]
    addresses = [
        "https://finance.yahoo.com/1",
        "https://reuters.com/1",
        "https://reuters.com/2",
        "https://reuters.com/3",
    ]
    assert links_of(names, addresses) == {1: 0, 2: 1, 3: 2}
    github = [["GitHub – a/one", "GitHub"], ["GitHub – a/two", "GitHub"]]
    assert links_of(github, ["https://github.com/a/two", "https://github.com/a/one"]) == {0: 1, 1: 0}


def test_a_site_has_a_host_and_an_owner() -> None:
    assert host_of("HTTPS://WWW.A.example:80/x") == "a.example"
    assert owner_of("https://edition.cnn.com/x", lexicon_of()).id == "cnn"
    assert owner_of("https://a.quorlax.example", lexicon_of()).name == "a.quorlax.example"
    assert owner_of("https://bbc.co.uk", lexicon_of()).id == "bbc"
    assert owner_of("quorlax", lexicon_of()).name == "quorlax"


@given(
    st.lists(st.lists(st.text(max_size=8), max_size=2), max_size=4),
    st.lists(st.text(max_size=20), max_size=4),
)
def test_links_go_to_sources_one_to_one(sources: list[list[str]], addresses: list[str]) -> None:
    found = links_of(sources, addresses)
    assert set(found) <= set(range(len(sources)))
    assert set(found.values()) <= set(range(len(addresses)))
    assert len(set(found.values())) == len(found)


# -- stories -----------------------------------------------------------------------------------


def test_the_sources_of_a_story_have_their_links_and_links_left_over_their_owners() -> None:
    story = "1. Sales rose\nSources: Reuters, The Quill 🔗 https://quill.example/1 https://reuters.com/2\n"
    rest = "🔗 https://other.example/3\n🔗 https://www.reuters.com/4\n\nSales rose.\n"
    assert cited(story + rest) == [
        ("Reuters", "https://reuters.com/2", 1),
        ("The Quill", "https://quill.example/1", 1),
        ("other.example", "https://other.example/3", 1),
        ("Reuters", "https://www.reuters.com/4", 1),
    ]


def test_an_address_and_a_newspaper_of_two_names_are_sources() -> None:
    story = "1. Sales rose\nSource: The Globe and Mail | blogs.quill.example, The Ledger (ledger.example)\n"
    rest = "🔗 https://blogs.quill.example/1\n\nSales rose (The Globe and Mail), and fell (The Ledger).\n"
    assert cited(story + rest) == [
        ("The Globe and Mail", None, 1),
        ("blogs.quill.example", "https://blogs.quill.example/1", 1),
        ("The Ledger", "ledger.example", 1),
    ]


def test_a_label_line_may_hold_a_date_as_well() -> None:
    story = "1. Sales rose\nAnnounced: May 5, 2027 | Source: Reuters\n\nSales rose.\n"
    assert cited(story) == [("Reuters", None, 1)]


def test_what_is_used_by_a_citation() -> None:
    text = HEAD + "1. Sales rose\nSource: Reuters 🔗 https://reuters.com/2\n\nSales rose.\n"
    report = qf.parse(text)
    (citation,) = [fact for fact in report.facts if isinstance(fact, Citation)]
    assert [evidence.quote for evidence in citation.evidence] == ["Reuters", "https://reuters.com/2"]
    assert [text[span.slice] for span in citation.mentions] == ["Reuters", "https://reuters.com/2"]
    assert citation.text == "Reuters"


# -- markers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prose", "names"),
    [
        ("Sales rose (Reuters).", ["Reuters"]),
        ("Sales rose. (Reuters)", ["Reuters"]),
        ("Sales rose (Reuters), as did costs (CNBC / Reuters).", ["Reuters", "CNBC", "Reuters"]),
        ("Sales rose (quill.example).", ["quill.example"]),
        ("- Sales rose (Harbour Post)", ["Harbour Post"]),
        ("Sales rose (Reuters) in May.", []),
        ("Sales rose (Voltrex).", []),
        ("Sales rose (Apple).", []),
        ("The Competition Board (CB).", []),
        ("Sales rose (e.g. Harbour Post).", []),
        ("Sales rose (harbour post).", []),
        ("Sales rose (toward ~5,000 staff).", []),
        ("Sales rose (Foo Inc.).", []),
        ("Sales rose (, ).", []),
        ("Sales rose (the 2nd Harbour Post).", []),
    ],
)
def test_a_source_in_parentheses(prose: str, names: list[str]) -> None:
    assert [name for name, _, _ in cited(prose)] == names


def test_a_heading_has_no_markers() -> None:
    assert cited("1. Sales rose (Reuters)\n\nIt is so.\n") == []


# -- tables ------------------------------------------------------------------------------------

STORIES = "1. Voltrex Labs rose\n\nIt rose at Voltrex Labs.\n\n2. Apple fell\n\nIt fell.\n\n"
TABLE = "Sources\nEvent Source Date\n"


@pytest.mark.parametrize(
    ("row", "name", "supports"),
    [
        ("Apple slump noted Reuters 5 May 2027", "Reuters", 2),
        ("Voltrex Labs gain noted The Quill Post 5 May 2027", "The Quill Post", 1),
        ("Rain noted The Guardian 5 May 2027", "The Guardian", None),
        ("Apple talks noted The Wall Street Journal 5 May 2027", "The Wall Street Journal", 2),
    ],
)
def test_a_row_cites_its_source_for_the_story_that_it_tells_of(
    row: str, name: str, supports: int | None
) -> None:
    report = qf.parse(HEAD + STORIES + TABLE + row + "\n")
    (citation,) = [fact for fact in report.facts if isinstance(fact, Citation)]
    assert (citation.source.name, citation.supports, citation.story) == (name, supports, None)
    assert citation.date is not None
    assert citation.date.text == "5 May 2027"


def test_a_row_without_a_source_cites_nothing() -> None:
    assert cited(STORIES + "Data\nMetric Value Change\nRevenue $4 3%\n") == []


def test_a_name_that_every_title_has_tells_little() -> None:
    stories = "".join(f"{number}. Apple went\n\nIt did.\n\n" for number in range(1, 61))
    found = cited(stories + TABLE + "Apple slump noted Reuters 5 May 2027\n")
    assert found == [("Reuters", None, 1)]


@pytest.mark.parametrize(
    ("prose", "names"),
    [
        ("Sales rose. (Quill Ledger)", ["Quill Ledger"]),
        ("Sales rose (via Reuters).", ["Reuters"]),
        ("Sales rose (source: Quill Ledger).", ["Quill Ledger"]),
        ("Sales rose [Reuters].", ["Reuters"]),
        ("Sales rose [1].", []),
        ("Sales rose (Reuters, 5 May).", ["Reuters"]),
        ("Sales rose on the back of chips (Reuters, Quill Ledger).", ["Reuters", "Quill Ledger"]),
        ("- Sales rose. Source: Quill Ledger.", ["Quill Ledger"]),
        ("- Sales rose. — Reuters", ["Reuters"]),
        ("- Sales rose. — a lot", []),
        ("Sales rose. (CMA)", []),
        ("Sales rose. (Germany)", []),
        ("Sales rose. (Sam Altman)", []),
        ("Sales rose (Reuters). Chips sold out (Quill).", ["Reuters", "Quill"]),
        ("Sales rose (Quill).", []),
        ("Sales rose (Reuters).\n\n2. Sales fell\n\nSales fell a lot.", ["Reuters"]),
        ("Sales rose (Reuters). The lab (Quill) sold out.", ["Reuters"]),
        ("Source(s): Reuters, Quill Ledger\n\nSales rose.", ["Reuters", "Quill Ledger"]),
        ("Source – quill.example, heise online\n\nSales rose.", ["quill.example", "Heise Online"]),
    ],
)
def test_forms_in_which_a_story_names_its_sources(prose: str, names: list[str]) -> None:
    found = cited(f"1. Sales rose\n\n{prose}\n")
    assert [name for name, _, _ in found] == names
    assert {supports for *_, supports in found} <= {1}


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("- Reuters, 5 May 2027\n- Quill Ledger: A title", [("Reuters", None), ("Quill Ledger", None)]),
        ("Reuters — https://reuters.com/x", [("Reuters", "https://reuters.com/x")]),
        ("https://quill.example/y", [("quill.example", "https://quill.example/y")]),
        ("Nobody would tell.", []),
    ],
)
def test_a_list_of_sources_behind_the_stories(lines: str, found: list[tuple[str, str | None]]) -> None:
    text = f"1. Sales rose\n\nSales rose.\n\n\nReferences\n\n{lines}\n"
    assert [(name, link) for name, link, _ in cited(text)] == found


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("Chips sold out Reuters / Bloomberg 5 May 2027", ["Bloomberg", "Reuters"]),
        ("Chips sold out The Verge, Bloomberg 5 May 2027", ["The Verge", "Bloomberg"]),
        ("Chips sold out in shops, Bloomberg 5 May 2027", ["Bloomberg"]),
        ("Chips sold out (Reuters) 5 May 2027", ["Reuters"]),
    ],
)
def test_a_row_may_have_two_sources(row: str, names: list[str]) -> None:
    found = cited(STORIES + TABLE + row + "\n")
    assert sorted(name for name, _, _ in found) == sorted(names)


# -- laws --------------------------------------------------------------------------------------


@given(st.text(alphabet="AB a,/|–().:\n1é", max_size=60))
def test_anything_may_stand_in_a_source_line(written: str) -> None:
    qf.parse(f"{HEAD}1. Sales rose\nSource: {written}\n\nSales rose. ({written})\n")


@pytest.mark.parametrize(
    ("unit", "before"),
    [
        ("Sales rose (Reuters).\n", ""),
        ("- It fell (quill.example)\n", ""),
        ("A, ", "1. Sales rose\nSources: "),
        ("https://reuters.com/x ", "1. Sales rose\nSources: Reuters "),
        ("(", ""),
        (" ", "1. Sales rose\nSource: a"),
        ("1. Apple went\nSource: Reuters\n\nIt did.\n", ""),
    ],
)
def test_citations_are_found_in_linear_time(unit: str, before: str) -> None:
    assert_linear(qf.parse, unit, HEAD + before)


def test_links_are_given_out_in_linear_time() -> None:
    def give(text: str) -> object:
        count = len(text) // 4
        return links_of([["Foo Post"]] * count, ["https://foo.example/post"] * count)

    assert_linear(give, "abcd")
