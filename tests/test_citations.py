"""Citations: which sources a text names, and which link is on whose site."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worst import assert_linear

import qwenfacts as qf
from qwenfacts.facts import Citation
from qwenfacts.lexicon import lexicon_of
from qwenfacts.reading.mentions.references import split_sources
from qwenfacts.reading.mentions.sites import host_of, links_of, owner_of
from qwenfacts.reading.mentions.sources import source_of
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
        ("GitHub – a/b, https://a.example/x", ["GitHub – a/b"]),
        ("**A**, , (B).", ["A", "B"]),
        (" , ", []),
        (
            "Reuters: Up and away, A – B; The Quill – “A, B” (5 May), GitHub",
            ["Reuters", "The Quill", "GitHub"],
        ),
        ("Reuters, 11 March 2027 and CNBC on Monday", ["Reuters", "CNBC"]),
        (
            "Blocks and Files, Quill & Ink, CNBC & Reuters",
            ["Blocks and Files", "Quill & Ink", "CNBC", "Reuters"],
        ),
        ("Marisol Health, Augment Today", ["Marisol Health", "Augment Today"]),
        ("City A.M., Reuters.", ["City A.M.", "Reuters"]),
        ("Reuters exclusive, people familiar with the matter", ["Reuters"]),
        ("quill.example/a/b, [The Ledger](https://ledger.example)", ["quill.example/a/b", "The Ledger"]),
        ("A   |   B", ["A", "B"]),
    ],
)
def test_a_list_of_sources_is_split(line: str, parts: list[str]) -> None:
    found = split_sources(line, Span(0, len(line)), lexicon_of())
    assert [line[reference.span.slice] for reference in found] == parts


# -- sites -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "address"),
    [
        (["Yahoo Finance"], "https://finance.yahoo.com/x"),
        (["Alibaba Cloud Blog"], "https://www.alibabacloud.com/press"),
        (["Open Source For You"], "https://opensourceforu.com/news/77"),
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
        ("Sales rose (Reuters), as did costs (CNBC / Reuters).", ["Reuters", "CNBC"]),
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


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("Event Detail Source Date\nChips Big news Reuters 5 May 2027", ["Reuters"]),
        ("Event Detail Source Date\nChips Big news The Quill Post 5 May 2027", ["The Quill Post"]),
        ("Event Detail Source Date\nChips Big news FT 5 May 2027", ["FT"]),
        ("Event | Source\nChips | Reuters, CNBC (5 May)", ["Reuters", "CNBC"]),
        ("Event | Source\nChips | 5 May 2027", []),
        ("Date Outlet Headline\n5 May 2027 The Quill Post Up and away", ["The Quill Post"]),
    ],
)
def test_tables_of_other_columns_name_their_sources(table: str, names: list[str]) -> None:
    report = qf.parse(f"{HEAD}{STORIES}Sources\n{table}\n")
    found = [fact.text for fact in report.facts if isinstance(fact, Citation)]
    assert sorted(found) == sorted(names)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("Source: Reuters", ["Reuters"]),
        ("- “A title”, May 5", []),
        ("- Unheard of: up and away", ["Unheard of"]),
        ("Reuters\n\nThe week in the shops\n\nThey were full.", ["Reuters"]),
        ("- Source: –\n- Published: May 4, 2027", []),
    ],
)
def test_odd_lines_in_a_list_of_sources(lines: str, found: list[str]) -> None:
    text = f"1. Sales rose\n\nSales rose.\n\n\nSources\n{lines}\n"
    assert [name for name, *_ in cited(text)] == found


NOTED = (
    "Acme Weekly Report\n\n1. A\n\nSales rose.[1] Costs fell [2, 3].\n\n2. B\n\nIt grew.[3]\n\n"
    "{}[1] Reuters, 7 May 2027\n[2] CNBC, https://cnbc.com/x\n[3] The Quill\n[4] Bloomberg\n"
)


@pytest.mark.parametrize("heading", ["", "Sources\n", "## References\n"])
def test_notes_support_the_story_that_points_at_them(heading: str) -> None:
    report = qf.parse(NOTED.format(heading))
    told = [(c.text, c.supports, [e.quote for e in c.evidence]) for c in report.facts.of_type(Citation)]
    assert sorted(told, key=lambda one: one[0]) == [
        ("Bloomberg", None, ["Bloomberg"]),
        ("CNBC", 1, ["CNBC", "https://cnbc.com/x", "[2, 3]"]),
        ("Reuters", 1, ["Reuters", "[1]"]),
        ("The Quill", 1, ["The Quill", "[2, 3]", "[3]"]),
    ]
    assert not [entry for entry in report.unread if entry.kind == "digits"]


def test_a_label_inside_a_line_of_a_list_names_nothing_twice() -> None:
    report = qf.parse(f"{HEAD}1. A\n\nIt rose.\n\nSources\n\nThe Quill Sources: The Quill\n\n")
    assert len({name.span for name in report.names}) == len(report.names)


def test_a_source_that_starts_inside_another_name_is_no_name_of_its_own() -> None:
    report = qf.parse(f"{HEAD}1. A\nSource: Nextgov/FCW Daily\n\nIt rose.\n")
    assert [source.name for source in report.stories[0].sources] == ["Nextgov", "FCW Daily"]


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
        ("a & b ", "1. Sales rose\nSources: "),
        ("Ab and Cd ", "1. Sales rose\nSources: "),
        ("“", "1. Sales rose\nSources: "),
        ("- Reuters – a: b, 5 May\n", "Sources\n"),
        ("1. Reuters\n\n", "Sources\n\n"),
        ("a.com/", ""),
        ("[1", ""),
        ("via ", "- "),
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


# -- whole reports ---------------------------------------------------------------------------

FAMILY = {
    "bold labels, notes and a list of links": """\
# Mistwood Weekly Digest, May 3–9, 2027

*Published: May 9, 2027*

## 1. A unit is sold

**Date:** May 4, 2027
**Source:** Bloomberg / Mistwood press release

**What happened:** Mistwood sold its drone unit.[1] It lost money (source: company data).

## 2. A scientist joins

**Date:** May 6, 2027
**Source:** [The Information](https://www.theinformation.com/x)

**What happened:** Dr. Belov joins (via The Ledger).

## Sources

[1] Bloomberg — Mistwood sells – May 4, 2027
[2] “A hire,” The Information, https://www.theinformation.com/x
[3] A unit is sold: The Quill Post
""",
    "a source under each point and one line for the whole report": """\
Quantrel Weekly Briefing — 21 June 2027
Published 21 June 2027

1. A mine
• Quantrel bought a mine.
Source: Reuters
• It employs 340 people.
Source(s): company filing, June 17

2. A court
• Quantrel lost in court.
Source – E24

Sources: Reuters, E24
""",
    "stories told by number in a list, and numbers that go on": """\
Solvane Weekly Report July 5, 2027

📌 1. Prices fall

Solvane cut its prices.

📌 2. An economist

She joins in May.

📚 References

Story 1: Financial Times, Bloomberg

Story 2: Solvane blog

1. Reuters – A title – July 3, 2027
""",
    "links alone, a table by story, and prose in a list": """\
Delmore Weekly Report 2 July 2028

Story 1: Ships
Reported: June 28, 2028 (TradeWinds)

Ships were sold. See mining.example/a for more.

Story 2: Strike
Published: 30 June 2028 | Via De Telegraaf

Dockers walked out.

Source table
Story | Source | Date | Link
1 | TradeWinds, Reuters | 28 June 2028 | https://tradewinds.example/x
7 | De Telegraaf | 30 June 2028 | https://telegraaf.example/y

Further reading
This list was made with care.
Reuters
https://reuters.com/ships
lemonde.fr/ships
""",
}
SAID: dict[str, list[tuple[str, str | None, int | None]]] = {
    "bold labels, notes and a list of links": [
        ("Bloomberg", None, 1),
        ("Mistwood press release", None, 1),
        ("company data", None, 1),
        ("The Information", "https://www.theinformation.com/x", 2),
        ("The Ledger", None, 2),
        ("Bloomberg", None, 1),
        ("The Information", "https://www.theinformation.com/x", None),
        ("The Quill Post", None, 1),
    ],
    "a source under each point and one line for the whole report": [
        ("Reuters", None, 1),
        ("company filing", None, 1),
        ("E24", None, 2),
        ("Reuters", None, None),
        ("E24", None, None),
    ],
    "stories told by number in a list, and numbers that go on": [
        ("Financial Times", None, 1),
        ("Bloomberg", None, 1),
        ("Solvane blog", None, 2),
        ("Reuters", None, None),
    ],
    "links alone, a table by story, and prose in a list": [
        ("TradeWinds", None, 1),
        ("mining.example", "mining.example/a", 1),
        ("De Telegraaf", None, 2),
        ("TradeWinds", "https://tradewinds.example/x", 1),
        ("Reuters", "https://tradewinds.example/x", 1),
        ("De Telegraaf", "https://telegraaf.example/y", None),
        ("Reuters", "https://reuters.com/ships", None),
        ("Le Monde", "lemonde.fr/ships", None),
    ],
}


POINTING = {
    "bold labels, notes and a list of links": {"1", "2"},
    "stories told by number in a list, and numbers that go on": {"1", "2"},
}
"""The numbers of notes and stories that a text refers to, which belong to nothing that is read."""


@pytest.mark.parametrize("name", list(FAMILY))
def test_a_report_in_another_layout_names_its_sources(name: str) -> None:
    report = qf.parse(FAMILY[name], errata=())
    found = [
        (fact.source.name, fact.link, fact.supports) for fact in report.facts if isinstance(fact, Citation)
    ]
    assert sorted(found, key=repr) == sorted(SAID[name], key=repr)
    digits = {entry.text for entry in report.unread if entry.reason == "number-not-read"}
    assert digits <= POINTING.get(name, set())
    assert {block.kind for block in report.blocks} <= {
        "title",
        "meta",
        "heading",
        "paragraph",
        "list_item",
        "label",
        "link",
        "table_row",
    }


def test_a_story_has_the_sources_of_its_own_list() -> None:
    text = f"{HEAD}1) Halm\n\nSources:\n- Handelsblatt\n- Halm newsroom: https://halm.example\n\n2) Otter\n\nIt fell.\n"
    report = qf.parse(text)
    assert [source.name for source in report.stories[0].sources] == ["Handelsblatt", "Halm newsroom"]
    assert [link.value for link in report.stories[0].links] == ["https://halm.example"]


def test_titles_in_a_list_of_sources_tell_no_facts() -> None:
    entries = "- Reuters: Voltrex raises $4 billion\n- CNBC: Voltrex hires 40 engineers\n"
    report = qf.parse(f"{HEAD}1. A\n\nIt is so.\n\nSources\n{entries}")
    assert {type(fact) for fact in report.facts} == {Citation}


@pytest.mark.parametrize(
    ("prose", "days"),
    [
        ("It rose (Reuters, May 3).", {"Reuters": "May 3"}),
        ("It rose (Reuters, CNBC, 3 May 2027).", {"Reuters": "3 May 2027", "CNBC": "3 May 2027"}),
        ("It rose (Reuters, May 3; CNBC, May 4).", {"Reuters": "May 3", "CNBC": "May 4"}),
        ("It rose (Reuters). It fell (Reuters, May 3).", {"Reuters": "May 3"}),
        ("It rose on May 3 (Reuters).", {"Reuters": None}),
    ],
)
def test_a_source_has_its_day(prose: str, days: dict[str, str | None]) -> None:
    facts = qf.parse(f"{HEAD}1. A\n\n{prose}\n").facts
    found = {fact.source.name: fact.date and fact.date.text for fact in facts if isinstance(fact, Citation)}
    assert found == days


def test_a_source_with_two_days_is_cited_twice() -> None:
    found = cited("1. A\n\nIt rose (Reuters, May 3). It fell (Reuters, May 4).\n")
    assert [name for name, *_ in found] == ["Reuters", "Reuters"]


@pytest.mark.parametrize(
    ("prose", "names"),
    [
        ("It rose (Reuters) and fell.", ["Reuters"]),
        ("It rose (Reuters exclusive).", ["Reuters"]),
        ("It rose (as Reuters reported on Friday).", ["Reuters"]),
        ("It rose (valued at $4 billion, per Reuters) again.", ["Reuters"]),
        ("It rose. (Reuters) It fell.", ["Reuters"]),
        ("It rose (Reuters: “Up”; CNBC & Bloomberg).", ["Reuters", "CNBC", "Bloomberg"]),
        ("It rose (Leipziger Morgenzeitung).", ["Leipziger Morgenzeitung"]),
        ("It rose (Corriere di Trento).", ["Corriere di Trento"]),
        ("It rose (The Quill).", ["The Quill"]),
        ("It rose (IntraFish, April 5).", ["IntraFish"]),
        ("It rose [Faro de Vigo].", ["Faro de Vigo"]),
        ("It rose (IntraFish).", []),
        ("It rose (Voltrex press release, May 4).", ["Voltrex press release"]),
        ("It rose (IDC).", ["IDC"]),
        ("It rose (Form 10-Q).", ["Form 10-Q"]),
        ("It rose. (LinkedIn)", ["LinkedIn"]),
        ("It rose (GitHub – acme/tool).", ["GitHub"]),
        ("It rose ([Reuters](https://reuters.com/x)).", ["Reuters"]),
        ("It rose (https://reuters.com/x).", ["Reuters"]),
        ("It rose (Heise; Kappa status page).", ["Heise Online", "Kappa status page"]),
        ("It rose (sources: IDC, company filings).", ["IDC", "company filings"]),
        ("- It rose — Reuters", ["Reuters"]),
        ("- It rose — Quorlax", []),
        ("- Reuters: It rose.", ["Reuters"]),
        ("It rose. Via Reuters.", ["Reuters"]),
        ("It rose. Via Azure.", []),
        ("It rose (Reuters).\n(CNBC)\n", ["Reuters", "CNBC"]),
        ("The magazine (Wired) sold out.", []),
        ("It owns a paper (the Financial Times).", []),
        ("It rose (NYSE: VTX).", []),
        ("It rose (according to Quorl).", []),
        ("It rose (formerly Quorl).", []),
        ("It sells cars (Polo, Golf and Wired).", []),
        ("It rose (Apple, Wired).", []),
        ("It rose (such as Reuters).", []),
        ("It rose (source: ).", []),
        ("It rose (people familiar with the matter).", []),
        ("It rose (Reuters poll).", []),
        ("It rose (in a blog post).", []),
        ("It rose (Vietnam, Laos).", []),
    ],
)
def test_what_a_careful_reader_takes_for_a_source(prose: str, names: list[str]) -> None:
    assert [name for name, *_ in cited(prose + "\n\nText follows.")] == names


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (
            "Sources: AWS News Blog, Reuters\n🔗 https://aws.amazon.com/blogs/aws/x",
            [("AWS News Blog", "https://aws.amazon.com/blogs/aws/x"), ("Reuters", None)],
        ),
        (
            "Sources: Acme Newsroom, Quill (lintel.example/3)",
            [("Acme Newsroom", None), ("Quill", None), ("lintel.example", "lintel.example/3")],
        ),
        ("Source: (quill.example)", [("quill.example", "quill.example")]),
        (
            "Sources: Quill – https://a.example/x; Reuters: https://reuters.com/y",
            [("Quill", "https://a.example/x"), ("Reuters", "https://reuters.com/y")],
        ),
    ],
)
def test_a_link_belongs_to_the_source_that_it_stands_with(
    labels: str, found: list[tuple[str, str | None]]
) -> None:
    assert [(name, link) for name, link, _ in cited(f"1. A\n{labels}\n\nIt rose.\n")] == found


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.theinformation.com/x", "The Information"),
        ("https://cincodias.elpais.com/x", "Cinco Días"),
        ("https://asia.nikkei.com/x", "Nikkei Asia"),
        ("https://verge.com/x", "verge.com"),
    ],
)
def test_the_site_of_a_paper_is_known_by_its_letters(address: str, name: str) -> None:
    assert owner_of(address, lexicon_of()).name == name
