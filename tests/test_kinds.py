"""Kinds of names that no lexicon has, by all that a text tells of them; names in small letters."""

from __future__ import annotations

import pytest
from test_names import meant, read
from worst import assert_linear

import qwenfacts as qf
from qwenfacts.reading.mentions.evidence import votes
from qwenfacts.reading.mentions.telling import decided, votes_of_form
from qwenfacts.tokens import tokenize


def kind_of(name: str, text: str) -> str:
    """The kind of a name in a text."""
    return next(found.value.kind for found in qf.parse(text, errata=()).names if found.text == name)


# -- one place ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # what stands before it
        ("It bought the map maker Quorlax.", "Quorlax", "organisation"),
        ("Its voice assistant, Quorlax, is slow.", "Quorlax", "product"),
        ("The group's speech model, Quorlax, is slow.", "Quorlax", "model"),
        ("Its new network chief, Tavla Brunt, left.", "Tavla Brunt", "person"),
        ("There is a leak, known in the trade as Quorlax.", "Quorlax", "incident"),
        ("A model of theirs is called Quorlax.", "Quorlax", "model"),
        ("It has customers such as Quorlax and Tavlin.", "Tavlin", "organisation"),
        ("It has two models: Quorlax, Tavlin. It met Quorlax.", "Quorlax", "model"),
        ("The rivals Quorlax and Tavlin met.", "Quorlax", "organisation"),
        ("Engineers at Quorlax said so.", "Quorlax", "organisation"),
        ("It also tests Quorlax daily.", "Quorlax", "product"),
        ("It appointed Quor Tavl.", "Quor Tavl", "person"),
        ("It sued Quor Tavl.", "Quor Tavl", "organisation"),
        ("The suit against Quorlax is old.", "Quorlax", "organisation"),
        ("Then it scored 71% on Quorlax.", "Quorlax", "benchmark"),
        ("It runs here on Quorlax.", "Quorlax", "organisation"),
        ("It was listed on the Quorlax marketplace.", "Quorlax", "platform"),
        ("It worked on Acme's Quorlax for years.", "Quorlax", "product"),
        ("Its rivals, including Quorlax, met.", "Quorlax", "organisation"),
        ("Nothing like Quorlax is here.", "Quorlax", "organisation"),
        ("It hired Quorlax.", "Quorlax", "organisation"),
        # what stands behind it
        ("It met a Quorlax company there.", "Quorlax", "place"),
        ("It saw the Quorlax group grow.", "Quorlax", "organisation"),
        ("It saw Quorlax shares fall.", "Quorlax", "organisation"),
        ("It saw Quorlax's new weights.", "Quorlax", "model"),
        ("It likes Quorlax's next video model.", "Quorlax", "organisation"),
        ("It likes Quorlaxes' chief.", "Quorlaxes", "organisation"),
        ("It likes Quorlax's very new old thing.", "Quorlax", "organisation"),
        ("It met Quor Tavl, Acme Tob Foo Baz Qux Ann.", "Quor Tavl", "person"),
        ("It likes Quorlax' chief.", "Quorlax", "organisation"),
        ("It likes Quorlax from Acme Labs.", "Quorlax", "product"),
        ("The head of its cloud unit, Quor Tavl, left.", "Quor Tavl", "person"),
        ("It spent years at Quor Tavl, most recently as deputy chief.", "Quor Tavl", "organisation"),
        ("Then came Quor Tavl from Acme Labs.", "Quor Tavl", "person"),
        ("With 12 billion parameters, the Quorlax engine is small.", "Quorlax", "product"),
        # what it is said to be
        ("It saw Quorlax, a harbour firm.", "Quorlax", "organisation"),
        ("It saw Quorlax, a family of three small models.", "Quorlax", "model_family"),
        ("It saw Quorlax, a set of 9 million satellite images.", "Quorlax", "dataset"),
        ("On Quorlax, the group's shopping site, it is dear.", "Quorlax", "platform"),
        ("On Quorlax, the group met its rival.", "Quorlax", "organisation"),
        ("It saw Quorlax, now a maker of shoes.", "Quorlax", "organisation"),
        ("It saw Quorlax, one of the largest lenders.", "Quorlax", "organisation"),
        ("It saw Quorlax, Acme's video model.", "Quorlax", "model"),
        ("It saw Quorlax (a video model).", "Quorlax", "model"),
        ("It saw Quor Tavl, devices chief since May.", "Quor Tavl", "person"),
        ("It saw Quor Tavl, the port operator that had paid.", "Quor Tavl", "organisation"),
        ("It saw Quor Tavl, 3rd.", "Quor Tavl", "person"),
        ("It saw Quor Tavl, chief designer, there.", "Quor Tavl", "person"),
        ("It saw Jane Tavl, a port operator.", "Jane Tavl", "person"),
        # what it does and suffers
        ("Then Quorlax will also hire clerks.", "Quorlax", "organisation"),
        ("Then Quorlax was quietly released.", "Quorlax", "product"),
        ("Then Quorlax transcribed it.", "Quorlax", "model"),
        ("Then Quor Tavl quipped on.", "Quor Tavl", "person"),
        ("Then Quor Tavl, who sang, left.", "Quor Tavl", "person"),
        ("It saw Quorlax, which employs ten.", "Quorlax", "organisation"),
        ("It saw Quorlax, that is all.", "Quorlax", "organisation"),
        ("It was said by Quorlax, and so on.", "Quorlax", "organisation"),
        ("Quorlax opened its doors here. The lender has grown.", "Quorlax", "organisation"),
        ("Quorlax was opened here. This tool is slow.", "Quorlax", "product"),
        ("Quorlax grew after Acme left. The lender has grown.", "Quorlax", "organisation"),
        # its form
        ("It met VoxArena there.", "VoxArena", "benchmark"),
        ("It met Quorlax Chat there.", "Quorlax Chat", "product"),
        ("Nobody met Fjordcloud there.", "Fjordcloud", "platform"),
        ("It met Tully & Marsh there.", "Tully & Marsh", "organisation"),
        ("Yes, Quor Tavl hired bakers.", "Quor Tavl", "person"),
        ("It met J. Quorlax there.", "J. Quorlax", "person"),
        ("It met Yuxong He there.", "Yuxong He", "person"),
        ("It met the Norwegian Coast Guard there.", "Norwegian Coast Guard", "organisation"),
        ("It met the Quorlax Conduct Board there.", "Quorlax Conduct Board", "body"),
        ("It met the Board of Quorlax Trades there.", "Board of Quorlax Trades", "body"),
        ("It stands in Fab 18 now.", "Fab 18", "place"),
        # people
        ("It put the team under Panos Tavl.", "Panos Tavl", "person"),
        ("Ales Tavl keeps his post.", "Ales Tavl", "person"),
        ("It met JB Tavl, a director.", "JB Tavl", "person"),
        ("It was founded by Yara Quor.", "Yara Quor", "person"),
        ("It was founded by Quorlax.", "Quorlax", "organisation"),
        # what has a name of its own
        ("It gains Quor Tavl, a thingummy that sings.", "Quor Tavl", "product"),
        ("It paid for Tavlin, the third generation of its chip.", "Tavlin", "product"),
        ("It sells an assistant under the name Quor Tavl.", "Quor Tavl", "product"),
        ("It formed Quorlax Studio then.", "Quorlax Studio", "organisation"),
        ("It met OpenAI's Quorlax.", "Quorlax", "product"),
        ("It met Ohio's Quorlax.", "Quorlax", "organisation"),
        ("It got 61% with Claude on QuorQA and 9% with Gemini.", "QuorQA", "benchmark"),
        ("It met Han Jin-man. The deal Han hired it for made Han shares rise.", "Han Jin-man", "person"),
    ],
)  # fmt: skip
def test_the_words_around_a_name_tell_its_kind(text: str, name: str, kind: str) -> None:
    assert kind_of(name, text) == kind


def test_a_name_at_the_end_of_a_line_is_told_nothing_by_the_next() -> None:
    assert list(votes(tokenize("It met Foo\nThe tool is slow."), 2, 3)) == []
    assert list(votes(tokenize("Foo met\nThe tool."), 0, 1)) == []


def test_quotation_marks_hide_no_noun_and_other_marks_end_its_phrase() -> None:
    assert list(votes(tokenize("the app “Foo” here"), 3, 4)) == [("product", 5)]
    assert list(votes(tokenize("It left; tool, Foo, too"), 5, 6)) == []
    assert list(votes(tokenize("Tool, Foo, too"), 2, 3)) == []


def test_the_form_of_a_name_speaks_for_a_kind() -> None:
    assert [vote.kind for vote in votes_of_form("Foo AI")] == ["organisation"]
    assert [vote.kind for vote in votes_of_form("FooOS")] == ["platform"]
    assert [vote.kind for vote in votes_of_form("Foo-3")] == ["thing"]
    assert list(votes_of_form("AI")) == list(votes_of_form("Foo")) == []


def test_things_are_counted_together_before_their_kinds_are() -> None:
    assert decided({"thing": 2, "organisation": 3, "platform": 2}) == ("platform", 4)
    assert decided({"thing": 2, "like a model": 1}) == ("model", 2)
    assert decided({"organisation": 2, "like a model": 9}) == ("organisation", 2)
    assert decided({"organisation": 1, "body": 2}) == ("body", 3)
    assert decided({"person": -3}) is None


# -- the whole text ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It met Quorlax. Then Quorlax hired clerks.", "Quorlax", "organisation"),
        ("It shipped Quorlax. Then Quorlax, an editor, grew.", "Quorlax", "product"),
        # kin
        ("It met Quorlax-2, a coding model. It met Quorlax-3.", "Quorlax-3", "model"),
        ("It met Quorlax 2, a coding model. It met Quorlax too.", "Quorlax", "model_family"),
        ("It has Quorlax-2, a coding model, and Quorlax-2 Max and Quorlax-2 Lite.", "Quorlax-2", "model_family"),
        ("It met Quorlax 2, a coding model. Quorlax, a coding model, grew.", "Quorlax", "model"),
        # owners
        ("It met Quorlax, a bank. It met Quorlax Go.", "Quorlax Go", "product"),
        # short forms
        ("It met Quorlax Micro. Then Quorlax makes ten.", "Quorlax Micro", "organisation"),
        ("It met Lanor Micro. Then Lanor grew.", "Lanor", "person"),
        # neighbours
        ("It met Acme Labs and Quorlax.", "Quorlax", "organisation"),
        ("It met Tavlin, a coding model. Then Tavlin trails Quorlax.", "Quorlax", "model"),
        ("In Tavlin, a town, Quorlax rose.", "Quorlax", "organisation"),
        ("It got 71.2% with Claude and 70.1% with Quorlax 3.", "Quorlax 3", "model"),
        ("It got Quorlax 3 beside Claude.", "Quorlax 3", "model"),
        ("It got Quorlax 3.\n\nThen came Claude.", "Quorlax 3", "product"),
    ],
)  # fmt: skip
def test_the_whole_text_tells_a_kind(text: str, name: str, kind: str) -> None:
    assert kind_of(name, text) == kind


# -- what a name is called elsewhere -----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It launched Quorlax Drift, a video model. Drift, which sings, grew.",
         [("Quorlax Drift", "quorlax-drift"), ("Drift", "quorlax-drift")]),
        ("It met the Quorlax Trade Commission. Then the QTC ruled. The FTC did not.",
         [("Quorlax Trade Commission", "quorlax-trade-commission"), ("QTC", "quorlax-trade-commission"),
          ("FTC", "federal-trade-commission")]),
        ("It met the Federal Toy Commission. Then the FTC ruled.",
         [("Federal Toy Commission", "federal-toy-commission"), ("FTC", "federal-toy-commission")]),
        ("Microsoft sells Entra. It met Quorlax.",
         [("Microsoft", "microsoft"), ("Entra", "microsoft-entra"), ("Quorlax", "quorlax")]),
        ("It met Quorlax Services. Then Quorlax Japan grew, and Quorlax Pay.",
         [("Quorlax Services", "quorlax-services"), ("Quorlax Japan", "quorlax-japan"),
          ("Quorlax Pay", "quorlax-pay")]),
        ("It met Kwon Da-in. In Da Nang it met her.",
         [("Kwon Da-in", "kwon-da-in"), ("Da Nang", "da-nang")]),
        ("It met Tessel 40B. Then Tessel grew.", [("Tessel 40B", "tessel-40b"), ("Tessel", "tessel-40b")]),
    ],
)  # fmt: skip
def test_short_forms_and_initials_mean_the_longer_name(text: str, names: list[tuple[str, str]]) -> None:
    assert meant(text) == names


def test_whom_the_title_names_is_not_called_after_its_units() -> None:
    report = qf.parse("Quorlax Weekly Report\n\nIt met Quorlax Studios. Then Quorlax grew.", errata=())
    assert [name.value.id for name in report.names] == ["quorlax", "quorlax-studios", "quorlax"]


# -- boundaries --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It met Onda-4 Mote, which is tiny.", ["Onda-4 Mote"]),
        ("It met Onda-4 8B, which is tiny.", ["Onda-4 8B"]),
        ("It met Onda-4 In all.", ["Onda-4"]),
        ("It met Onda 4 Mini-9B there.", ["Onda 4 Mini-9B"]),
        ("It met Seed-Sower-48B there.", ["Seed-Sower-48B"]),
        ("It met Smart Infrastructure, a unit.", ["Smart Infrastructure"]),
        ("It met Video Harvest there.", ["Video Harvest"]),
        ("Abroad, the unit opened.", []),
        ("Abroad, the unit, and so on, opened.", []),
        ("Quorlax, the sister unit, opened.", ["Quorlax"]),
        ("Quorlax, its rival said, opened.", []),
        ("Quorlax, that have it, opened.", []),
        ("Notices went out.", []),
        ("Krones says so.", ["Krones"]),
        ("Quorlax, the old and new and big and red and dark and small and odd and wide unit here.", []),
        ("It runs on Azure Foundry and OpenAI Studio.", ["Azure Foundry", "OpenAI Studio"]),
        ("It read the OpenAI Security Bulletin.", ["OpenAI Security Bulletin"]),
        ("Competitor Quorlax said so.", ["Quorlax"]),
        ("It bought Dynamics there.", ["Dynamics"]),
        ("It bought the Dynamics there.", []),
        ("In Dorset Life goes on.", ["Dorset"]),
        ("It uses SWE-bench-Hard there.", ["SWE-bench-Hard"]),
        ("It met Reuters-Online there, and Nvidia-Intel too.", ["Reuters", "Nvidia", "Intel"]),
        ("It met Nvidia-Online.", ["Nvidia-Online"]),
        ("It has the OpenAI API and the Nvidia Blog.", ["OpenAI API", "Nvidia Blog"]),
        ("It met Boston Business Post there.", ["Boston Business Post"]),
        ("Mothlight 2, a model, grew.", ["Mothlight 2"]),
        ("It leads ferr-mini. It met Ferr.", ["ferr-mini", "Ferr"]),
        ("It met Solano and solano-mini.", ["Solano", "solano-mini"]),
    ],
)  # fmt: skip
def test_where_a_name_starts_and_ends(text: str, names: list[str]) -> None:
    assert [found.text for found in qf.parse(text, errata=()).names] == names


# -- small letters -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It met ferret-2-mini there.", "ferret-2-mini: product"),
        ("At its heart sits ferret-3, an open-weight model of 9 billion parameters.", "ferret-3: model"),
        ("At its heart sits ferret-3 mini, an open-weight model.", "ferret-3 mini: model"),
        ("It came from the start-up nibble9.", "nibble9: organisation"),
        ("It runs a model called tern.", "tern: model"),
        ("A smaller sibling, tern, turns speech into text. Tern was trained on calls.", "tern: model; Tern: model"),
        ("Cooling comes from frostel, a Kyoto start-up.", "frostel: organisation; Kyoto: place"),
        ("It was not called tern.", ""),
        ("It met nibble9-b and nibble2026 and nibble-2026 and nibble-3rd.", ""),
        ("It met covid-19 and level-4 and mp3 and foo/nibble9.", ""),
        ("It runs a model called open, a model called slowly, a model called cakes.", ""),
        ("It met a tern, a bird. The tern, an app, grew.", ""),
        ("Its model, tern, and so on.", ""),
        ("It was said of tern, a bird.", ""),
        ("It met https://a.example/ferret-2 there.", ""),
        ("It is of ferret 4, the best.", ""),
        ("It met the person ferret-2.", "ferret-2: product"),
        ("It lies in the town of ferret-2.", ""),
    ],
)  # fmt: skip
def test_a_name_in_small_letters(text: str, names: str) -> None:
    assert "; ".join(f"{name.text}: {name.value.kind}" for name in qf.parse(text, errata=()).names) == names


# -- time --------------------------------------------------------------------------------------


@pytest.mark.parametrize("piece", ["ferret-2, ", "Foo-2 and Foo-3 met. ", "It met Foo Bar. ", "of Foo, the "])
def test_kinds_are_told_in_linear_time(piece: str) -> None:
    assert_linear(read, piece)
