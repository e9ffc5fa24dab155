"""Names: which words are one, and of what kind, sentence by sentence."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from worst import assert_linear

import qwenfacts as qf
from qwenfacts.lexicon import lexicon_of
from qwenfacts.reading.mentions.names import FoundName, find_names
from qwenfacts.tokens import tokenize


def found_in(text: str) -> list[FoundName]:
    tokens = tokenize(text)
    none = [False] * len(tokens)
    return find_names(tokens, lexicon_of(), none, none)


def read(text: str) -> str:
    """The names of a sentence with their kinds: ``Jane Roe: person; Acme: organisation``."""
    return "; ".join(f"{text[found.span.slice]}: {found.value.kind}" for found in found_in(text))


def meant(text: str) -> list[tuple[str, str]]:
    """The names of a sentence with their ids."""
    return [(text[found.span.slice], found.value.id) for found in found_in(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # the verb, maker or noun behind, or the verb before
        ("Zorbel 5 spans four sizes.", "Zorbel 5"),
        ("Zorbel 5 outpaced it.", "Zorbel 5"),
        ("Zorbel 5 drew praise.", "Zorbel 5"),
        ("Zorbel 5's price fell.", "Zorbel 5"),
        ("Zorbel 5 weights leaked.", "Zorbel 5"),
        ("Zorbel 5 from Tavlin fell.", "Zorbel 5|Tavlin"),
        ("It released Hermes 6 then.", "Hermes 6"),
        ("It met Hermes 6 times.", "Hermes"),
        ("Composer 2.5 is out.", "Composer 2.5"),
        ("It trained Composer 3 then.", "Composer 3"),
        ("Version 3 is out.", ""),
        # tiers behind a version
        ("It is Ideogram 4 Open then.", "Ideogram 4 Open"),
        ("It is GPT-6 Codex Max then.", "GPT-6 Codex Max"),
        ("It is Grok 5 Gov then.", "Grok 5 Gov"),
        ("Zorbel 3 Server works.", "Zorbel 3 Server"),
        ("It uses Zorbel 3 Search Tavlin.", "Zorbel 3|Search Tavlin"),
        ("Voxtral Live reads it.", "Voxtral Live"),
        ("Seed 3 Pro works.", "Seed 3 Pro"),
        ("Step 3 Flash works.", "Step 3 Flash"),
        ("Step 6 works.", ""),
        # people whose first name is a month or a verb
        ("It met Jun Okabe then.", "Jun Okabe"),
        ("Will Abbey becomes the head.", "Will Abbey"),
    ],
)  # fmt: skip
def test_a_name_takes_its_version_and_variant(text: str, names: str) -> None:
    assert "|".join(name for name, _ in meant(text)) == names


def test_a_plain_word_behind_a_version_is_the_headings_own() -> None:
    tokens = tokenize("Grok 6 Live in Pune")
    found = find_names(tokens, lexicon_of(), [False] * len(tokens), [True] * len(tokens))
    assert [one.value.id for one in found] == ["grok-6", "pune"]


# -- kinds -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # by titles and roles
        ("It was Dr. Nwosane who left.", "Nwosane: person"),
        ("It was Mr Nwosane who left.", "Nwosane: person"),
        ("It hired chief executive Tavla Brunt.", "Tavla Brunt: person"),
        ("Analyst: Tavla Brunt", "Tavla Brunt: person"),
        ("Striker Diego Montalvo scored.", "Diego Montalvo: person"),
        ("It was striker Montalvo.", "Montalvo: person"),
        ("The fund manager Fjordlane sold.", "Fjordlane: organisation"),
        ("It met Tavla Brunt, the club's new coach.", "Tavla Brunt: person"),
        ("It met Tavla Brunt, 34, at noon.", "Tavla Brunt: person"),
        ("Brennax, 28, threw it.", "Brennax: person"),
        ("It met Tavla Brunt, (yes) the coach.", "Tavla Brunt: person"),
        ("It met Quor Tavl, a very very old and big and red thing.", "Quor Tavl: person"),
        ("It met Tavlin, a very very old and big and red thing.", "Tavlin: organisation"),
        # by given and family names
        ("It met Jane Qintro.", "Jane Qintro: person"),
        ("It met Quor Tavl (see), Quor Brunt (A) and Quor Mort (CEO).",
         "Quor Tavl: person; Quor Brunt: person; Quor Mort: person"),
        ("It uses Tavlin-Brunted Quoration (TBQ).", "Tavlin-Brunted Quoration: other; TBQ: other"),
        ("It met Tan Yifei.", "Tan Yifei: person"),
        ("Sun Ruolan left.", "Sun Ruolan: person"),
        ("Long Weidong, who left, won.", "Long Weidong: person"),
        ("Sun Tavlin left.", "Tavlin: organisation"),
        ("Sun Alibaba left.", "Alibaba: organisation"),
        ("Hope Qintro left.", "Hope Qintro: person"),
        ("Young Song left.", "Young Song: person"),
        ("Will Zhang leaves it.", "Will Zhang: person"),
        ("Will Qintro leave it?", "Qintro: organisation"),
        ("Mark Monday came.", ""),
        ("Ex-Alibaba staff left.", "Alibaba: organisation"),
        ("It comes in Tavlin and Zorb tiers.", ""),
        ("It met Deputy Quor Brunt.", "Quor Brunt: person"),
        ("It met He Ruolan.", "He Ruolan: person"),
        ("He Ruolan left.", "He Ruolan: person"),
        ("It met Baek Seo-yun in May.", "Baek Seo-yun: person"),
        ("It met Bo-yun today.", "Bo: organisation"),
        ("It met Seo-yun Baek in May.", "Seo-yun Baek: person"),
        ("It met Lai Ching-te and Tan Mei-qax.", "Lai Ching-te: person; Tan Mei-qax: person"),
        ("It met J. K. Rowntrax.", "J. K. Rowntrax: person"),
        ("It met Qala de la Cruz and Qala van der Heyd.", "Qala de la Cruz: person; Qala van der Heyd: person"),
        ("It met Abdul al-Sabah and Ludwig von Taxis.", "Abdul al-Sabah: person; Ludwig von Taxis: person"),
        ("It met Pat O'Connox.", "Pat O'Connox: person"),
        ("It met Ada King and Jan Verhoeven.", "Ada King: person; Jan Verhoeven: person"),
        ("It met Elena Marsh at home.", "Elena Marsh: person"),
        ("It met Rosalinda, and Elena.", "Rosalinda: organisation; Elena: person"),
        # by what people do
        ("It is, said Quor Tavl.", "Quor Tavl: person"),
        ("It is what Quor Tavl said.", "Quor Tavl: person"),
        ("It met Quor Tavl, who left.", "Quor Tavl: person"),
        ("It was found by Quor Tavl.", "Quor Tavl: organisation"),
        ("It met Quor Tavl.", "Quor Tavl: person"),
        ("It met the Quor Tavl.", "Quor Tavl: organisation"),
        ("It met QUOR Tavl.", "QUOR Tavl: organisation"),
        ("It met Quor Tavl Mort Brint.", "Quor Tavl Mort Brint: organisation"),
        ("It met Hapag-Lloyx.", "Hapag-Lloyx: organisation"),
        # organisations by their words
        ("It met Halyard Research.", "Halyard Research: organisation"),
        ("It met Kaveri Pvt. Ltd. today.", "Kaveri Pvt. Ltd.: organisation"),
        ("Also Inc. is new.", "Also Inc.: organisation"),
        ("It met Qorlax Alibaba Cloud.", "Qorlax: organisation; Alibaba Cloud: organisation"),
        ("It met Holm & Vega.", "Holm & Vega: organisation"),
        ("It met Marsh & Baker.", "Marsh & Baker: organisation"),
        ("It joined Institute for Foo Policy.", "Institute for Foo Policy: organisation"),
        ("It joined University of Quor.", "University of Quor: organisation"),
        ("It joined Quor Institute for Stars.", "Quor Institute for Stars: organisation"),
        ("It met Competition and Quor Authority.", "Competition and Quor Authority: organisation"),
        ("It met Quor and Tavl.", "Quor: organisation; Tavl: organisation"),
        ("It met Applied Lattice.", "Applied Lattice: organisation"),
        ("It met National Roads.", "National Roads: organisation"),
        ("It met British Quor Industry.", "British Quor Industry: organisation"),
        ("Then a Chinese Quorlax came.", "Quorlax: organisation"),
        ("Then a South Korean Quorlax came.", "Quorlax: organisation"),
        ("It joined the Quorlax Teachers' Union.", "Quorlax Teachers' Union: organisation"),
        ("It joined King's Quor College.", "King's Quor College: organisation"),
        ("It met Quorlax's Foo.", "Quorlax: organisation; Foo: organisation"),
        ("It met Brothers' lawyers.", ""),
        ("It joined FC Dornau.", "FC Dornau: organisation"),
        ("The Ohio Department of Health said so.", "Ohio Department of Health: organisation"),
        ("Hyundai Motor India rose.", "Hyundai Motor India: organisation"),
        ("It met Hyundai Motor China, the firm.", "Hyundai Motor China: organisation"),
        ("It met Hyundai Motor in India.", "Hyundai Motor: organisation; India: place"),
        # organisations by the words around them
        ("The budget airline Skylax rose.", "Skylax: organisation"),
        ("Carmaker Velora recalled it.", "Velora: organisation"),
        ("A start-up Velora, it grew up Velora.", "Velora: organisation; Velora: organisation"),
        ("It met Velora, a Berlin start-up.", "Velora: organisation; Berlin: place"),
        ("It met Velora, a set.", "Velora: organisation"),
        ("It met Velora, its newspaper.", "Velora: publication"),
        ("It met Velora, a language model.", "Velora: model"),
        ("It met Velora, a coastal town.", "Velora: place"),
        ("It met Velora, the best of banks.", "Velora: organisation"),
        ("It met Velora, the.", "Velora: organisation"),
        ("It met Velora, the very big (and old) bank.", "Velora: organisation"),
        ("It met Velora,", "Velora: organisation"),
        # bodies, events, laws, works
        ("It asked the Joint Quor Task Force.", "Joint Quor Task Force: body"),
        ("It asked the Quor Committee.", "Quor Committee: body"),
        ("It asked the Quor Court of Appeal.", "Quor Court of Appeal: body"),
        ("The 9th Circuit and the 7th Congressional District.", "9th Circuit: body; 7th Congressional District: place"),
        ("It came 9th Quor, 9th in line, 9 th Quor.", "Quor: organisation; Quor: organisation"),
        ("Storm Beatrix came; Storm Center too.", "Storm Beatrix: incident; Storm Center: organisation"),
        ("It was the Battle of Towton.", "Battle of Towton: incident"),
        ("It won the Quor Cup.", "Quor Cup: other"),
        ("It was the Treaty of Quor.", "Treaty of Quor: other"),
        ("Under Section 21 of the Quor Act 1964 and Regulation 1/2003.",
         "Section 21: other; Quor Act 1964: other; Regulation 1/2003: other"),
        ("It broke the Quor Act.", "Quor Act: other"),
        ("It met Basel III.", "Basel III: other"),
        ("HMS Carlow and the freighter Jane Roe.", "HMS Carlow: other; Jane Roe: other"),
        ("In the film Silent Qarbour.", "Silent Qarbour: other"),
        ("Sales for The Long Qauseway rose.", "The Long Qauseway: other"),
        ("A group, The Velvet Records, rose.", "The Velvet Records: organisation"),
        # publications
        ("The Harbour Post and the Daily Quor.", "Harbour Post: publication; Daily Quor: publication"),
        ("It wrote in the Journal of Quor.", "Journal of Quor: publication"),
        ("The newspaper Quorlax rose.", "Quorlax: publication"),
        # products, models, benchmarks
        ("The Zephyx phone sold.", "Zephyx: product"),
        ("The Zephyx phones sold.", "Zephyx: product"),
        ("The phone Zephyx sold.", "Zephyx: product"),
        ("The Zephyx family of models sold.", "Zephyx: model_family"),
        ("Expect Zephyx Labs to grow. Expect OpenAI to fall.", "Zephyx Labs: organisation; OpenAI: organisation"),
        ("It scored 4 on QuorBench and QuorEval.", "QuorBench: benchmark; QuorEval: benchmark"),
        ("It scored 4 on the Quorlax benchmark.", "Quorlax: benchmark"),
        ("The drug Lexomab and Lexocept.", "Lexomab: product; Lexocept: product"),
        ("It saw the Quor Space Telescope.", "Quor Space Telescope: product"),
        # places
        ("It is in Quorlax.", "Quorlax: place"),
        ("It has a stake in Quorlax.", "Quorlax: organisation"),
        ("It met in Jane Roe Tavl Mort.", "Jane Roe Tavl Mort: person"),
        ("It is beneath the Quorlax.", "Quorlax: place"),
        ("The town of Quorlax and the mayor of Tavlin.", "Quorlax: place; Tavlin: place"),
        ("It was towed to Quorlax.", "Quorlax: place"),
        ("It was sold to Quorlax.", "Quorlax: organisation"),
        ("The striker from Quorlax and trains between Tavlin and Mortin.",
         "Quorlax: place; Tavlin: place; Mortin: place"),
        ("It landed at Quorlax.", "Quorlax: place"),
        ("The Quorlax-based Tavlin-led firm.", "Quorlax: place; Tavlin: organisation"),
        ("In Quorlax's shop.", "Quorlax: organisation"),
        ("The Quorlax mine and the town Tavlin.", "Quorlax: place; Tavlin: place"),
        ("It is in Paris, Quorlax, and Tavlin.", "Paris: place; Quorlax: place; Tavlin: place"),
        ("In Paris, Quorlax rose.", "Paris: place; Quorlax: organisation"),
        ("It met Sofia Brandt and Austin Hale in Sofia.",
         "Sofia Brandt: person; Austin Hale: person; Sofia: place"),
        ("Ships left Boston Harbor.", "Boston Harbor: place"),
        ("Lake Quor, Mount Tavl, Quor Valley.", "Lake Quor: place; Mount Tavl: place; Quor Valley: place"),
        ("On the Isle of May and Quor Street.", "Isle of May: place; Quor Street: place"),
        ("It saw St. Brendax's Cathedral.", "St. Brendax's Cathedral: place"),
        ("On Castel d'Aiano and Sant'Elmo.", "Castel d'Aiano: place; Sant'Elmo: place"),
    ],
)  # fmt: skip
def test_a_name_and_its_kind(text: str, names: str) -> None:
    assert read(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the Chinese CEO said No. 3 in AI and EV sales.",
        "Barley prices rose. Yesterday it rained. Ground was broken. Compute is cheap.",
        "Snowing stopped. Tiredness said so. Wolves will come. Widgets moved.",
        "The Board met. The Company, the Government and the Ministry agreed.",
        "It has a phone. Phone sales rose and phones sold. ‘Phones’ are up.",
        "A. The first. B. The second.",
        "It rose 4% for 5 days.",
        "In 3rdParty, Q3, H1 and 2Foo.",
        "Xyz",
        "“Qorlax",
        "Zed",
    ],
)
def test_what_is_no_name(text: str) -> None:
    names = [text[found.span.slice] for found in found_in(text)]
    assert [name for name in names if name != "US"] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Quorlax said so.", "Quorlax"),
        ("Quorlax's sales rose.", "Quorlax"),
        ("Quorlax, a firm, rose.", "Quorlax"),
        ("Quorlax spokesman said so.", "Quorlax"),
        ("Quorlax rejected it.", "Quorlax"),
        ("Quorlaxes will go.", ""),
        ("Wheat rejected it.", ""),
        ("Quorlaxes rejected it.", ""),
        ("Quorlaxes has gone.", "Quorlaxes"),
        ("QRLX fell.", "QRLX"),
        ("QuorLax fell.", "QuorLax"),
        ("Quorlax slowly fell.", ""),
        ("Then Quorlax slowly fell. Quorlax slowly fell.", "Quorlax|Quorlax"),
        ("He said ‘Quorlax slowly fell’ and 'Quorlax' fell.", ""),
        ("The quorlax met Quorlax.", ""),
        ("'Quorlax slowly fell'", ""),
        ("Brunt it was. It met Tavla Brunt at noon.", "Tavla Brunt"),
        ("It met Jane Brand. Brand loyalty is no brand.", "Jane Brand"),
    ],
)
def test_a_word_that_opens_a_sentence(text: str, names: str) -> None:
    assert "|".join(text[found.span.slice] for found in found_in(text)) == names


# -- the company that names keep -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They blocked Route 315 near it.", "Route 315: place"),
        # by the head of a noun phrase with more behind it
        ("A cousin for phones, Nimbrel, has 2 billion parameters.", "Nimbrel: model"),
        ("The head of the cloud team, Quor Tavl, left.", "Quor Tavl: person"),
        ("Its shop for plugins, Corvanax, opened.", "Corvanax: organisation"),
        # by where a company or site is
        ("Sales at the Vessano company rose.", "Vessano: place"),
        ("The Vessano start-up rose.", "Vessano: place"),
        ("It knocked the Velmo site out.", "Velmo: place"),
        # people do not do it
        ("Two aides, Jane Roe and Dov Oyelax, counts 40 shops.", "Jane Roe: person; Dov Oyelax: person"),
        ("Then Ortano Vale dropped its plan.", "Ortano Vale: organisation"),
        # marks between letters
        ("It met Q&T Bank, and Q&R.", "Q&T Bank: organisation"),
        ("It has a Q&A for R&D. It met R&D.", ""),
        ("Predictive-AI projects grew at Quor-AI.", "Quor-AI: organisation"),
        # labels
        ("• kitelax: an object store that keeps data.", "kitelax: product"),
        ("Kitelax: a tool that keeps data.", ""),
        ("• costs: a wall that grows.", ""),
        # companies by what they do and have
        ("Then Ortano Vale builds boats.", "Ortano Vale: organisation"),
        ("Then Ortano Vale, which is small, grew.", "Ortano Vale: organisation"),
        ("Then Ortano Vale's revenue doubled.", "Ortano Vale: organisation"),
        ("It has shares in Ortano Vale.", "Ortano Vale: organisation"),
        ("The analysts at Ortano Vale rest.", "Ortano Vale: organisation"),
        ("Then Ortano Vale is a maker of boats.", "Ortano Vale: organisation"),
        ("Then Lumen Road plans a float.", "Lumen Road: organisation"),
        ("The start-up Lumen Road rose.", "Lumen Road: organisation"),
        ("They met on Lumen Road at noon.", "Lumen Road: place"),
        ("A firm called Ortano fell.", "Ortano: organisation"),
        # people
        ("Then Ortano Vale said so.", "Ortano Vale: person"),
        ("Then Ortano Vale dropped his plan.", "Ortano Vale: person"),
        ("Ortano's Marlow Peake expects rain.", "Ortano: organisation; Marlow Peake: person"),
        ("Two directors, Aled Prys and Jane Tolvan, rest.", "Aled Prys: person; Jane Tolvan: person"),
        # sites
        ("The Ortano campus grew.", "Ortano: place"),
        ("The Ortano data centre grew.", "Ortano: place"),
        ("At Ortano One, a 900 MW campus, it rained.", "Ortano One: place"),
        ("Then Ortano One, a data centre, grew.", "Ortano One: place"),
        ("Then Ortano Vale is a $9 billion campus.", "Ortano Vale: place"),
        ("A site called Ortano grew.", "Ortano: place"),
        ("A third campus, Ortano Flats, grew.", "Ortano Flats: place"),
        ("Ortano, Ohio, gets a plant.", "Ortano: place; Ohio: place"),
        ("Its Ortano, Ohio, plant grew.", "Ortano: place; Ohio: place"),
        ("Then Stargate Abilene grew.", "Stargate Abilene: place"),
        # products and models
        ("Then came Torvex B, a model.", "Torvex B: model"),
        ("Torvex B scores well.", "Torvex B: model"),
        ("Torvex 5: a model.", "Torvex 5: model"),
        ("Torvex 5 handles it.", "Torvex 5: product"),
        ("Then Acme Torvex 5 costs less.", "Acme Torvex 5: product"),
        ("Then came GPT-7 mini.", "GPT-7 mini: model"),
        ("A model called Torvex grew.", "Torvex: model"),
        ("It is on AMD Quoron Brenx Torven Quorla now.", "AMD Quoron Brenx Torven Quorla: product"),
        ("It has the Torvex Licence 1.1 now.", "Torvex Licence 1.1: other"),
        ("It is on Ortano Cloud.", "Ortano Cloud: platform"),
        ("It raised Series B money. Plan B failed.", ""),
        ("Then 5 Pro users left.", ""),
        ("It has the Intel Model License 1.1 now.", "Intel Model License 1.1: other"),
        ("It has the DeepSeek Model License 1.1 now.", "DeepSeek Model License 1.1: other"),
        ("It had Torvex-5 82.4 here.", "Torvex-5: product"),
        ("Intel picked Ride Torvex, Nvidia's driver-assistance platform.", "Intel: organisation; Ride Torvex: platform; Nvidia: organisation"),
        ("It sold Ortano, the company's pay-as-you-go inference tier.", "Ortano: product"),
        # benchmarks and their scores
        ("It had MMLU-Pro 82.4 here.", "MMLU-Pro: benchmark"),
        ("It had OrtanoBench 82.4 here.", "OrtanoBench: benchmark"),
        # bodies
        ("The Ohio Department of Trade and Industry rose.", "Ohio Department of Trade and Industry: organisation"),
        ("The Ministry of Finance and Ortano met.", "Ministry of Finance: organisation; Ortano: organisation"),
    ],
)  # fmt: skip
def test_the_words_beside_a_name_tell_its_kind(text: str, names: str) -> None:
    assert read(text) == names


def test_a_benchmark_that_opens_a_row_of_a_table_is_a_name() -> None:
    tokens = tokenize("OrtanoBench 71.5")
    none, all_of_them = [False] * len(tokens), [True] * len(tokens)
    found = find_names(tokens, lexicon_of(), none, all_of_them)
    assert [name.value.kind for name in found] == ["benchmark"]


# -- shapes ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It ran Kestrex-7B and the Galaxy Z Fold8.", "Kestrex-7B: model; Galaxy Z Fold8: product"),
        ("It ran GPT-5.4 Pro.", "GPT-5.4 Pro: model"),
        ("It ran DeepSeek‑V3.2-Lite.", "DeepSeek‑V3.2-Lite: model"),
        ("The Kia EV99 and Volvo EX40 sold.", "Kia EV99: product; Volvo EX40: product"),
        ("The model ran on Qax4.", "Qax4: model"),
        ("It sold Qax4 and Quor Tavl X9.", "Qax4: product; Quor Tavl X9: product"),
        ("It runs Windows 12 and Android 17.", "Windows 12: product; Android 17: product"),
        ("It runs Android 17 phones, GitHub 3 million.", "Android: platform; GitHub: platform"),
        ("It runs Quorlax 3.5, Quorlax 3 percent, Tavlin 1,000.",
         "Quorlax 3.5: product; Quorlax: product; Tavlin: organisation"),
        ("It runs Quorlax 3 Pro today.", "Quorlax 3 Pro: product"),
        ("It beat Quorlax 98-91 on Tavlin 7 May.", "Quorlax: organisation; Tavlin: organisation"),
        ("It runs Quorlax 2026 and Quorlax 3%.", "Quorlax: product; Quorlax: product"),
        ("It runs Quorlax 3", "Quorlax 3: product"),
        ("It runs Quorlax 3x and Mortin R12 million.", "Quorlax: product; Mortin: organisation"),
        ("It fined Qaxo-2024, Top-10, Paris-2 and 4-Qax.", "Qaxo: organisation; Paris: place; Qax: organisation"),
        ("It read 36Kr and flew a 737 MAX 7.", "36Kr: publication; 737 MAX 7: product"),
        ("The R1T and Tesla Model Y sold.", "R1T: product; Tesla Model Y: product"),
        ("It has a wexel and a Wexel X9.", "Wexel X9: product"),
        ("A Galaxy Z Ⓐ3 sold.", "Galaxy: product"),
        ("It sold Malcolm X and Quor X.", "Malcolm X: person; Quor X: person"),
        ("It has 12 Qax-3, 1.2.3.4 Qax-1,000.", "Qax-3: product; Qax: product"),
        ("It sold Acme Foo-Qwen3.", "Acme Foo-Qwen3: model"),
        ("In the Qwen app and Alibaba app.", "Qwen app: product; Alibaba app: product"),
        ("It has Apple Qusic, Apple Jane Roe and Apple Cloud.",
         "Apple Qusic: product; Apple: organisation; Jane Roe: person; Apple Cloud: platform"),
        ("It has Apple Quor Research and Reuters Weekly.",
         "Apple Quor Research: organisation; Reuters Weekly: publication"),
        ("It has Apple Nvidia chips.", "Apple: organisation; Nvidia: organisation"),
        ("It has an MIT licence, an Apple license and MIT.", "MIT: other; Apple: organisation; MIT: organisation"),
        ("It joined United Airlines Flight 1482.", "United Airlines: organisation"),
    ],
)  # fmt: skip
def test_a_shape(text: str, names: str) -> None:
    assert read(text) == names


# -- one name, many forms ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wanted", "key"),
    [
        ("The European Quor Agency (EQA) met; EQA left.", "EQA", "european-quor-agency"),
        ("The European Quor Agency (AI) met; the AI rose.", "AI", None),
        ("The European Quor Agency (XYZ) met.", "XYZ", "xyz"),
        ("The European Quor Agency (Toolongs) met.", "Toolongs", "toolongs"),
        ("It met Jane Roe (罗) and 罗 left.", "罗", "jane-roe"),
        ("It met Jane Roe (3).", "3", None),
        ("It met Alibaba Cloud (ABC), not ABC.", "ABC", "alibaba-cloud"),
        ("It met Voltrex Robotics. Then Voltrex left.", "Voltrex", "voltrex-robotics"),
        ("Then Voltrex left. It met Voltrex Robotics.", "Voltrex", "voltrex-robotics"),
        ("It met Saltmarx Compute. Then Saltmarx left.", "Saltmarx", "saltmarx-compute"),
        ("The Quor Stress Team met, and the Stress Team left.", "Stress Team", "quor-stress-team"),
        ("It met Jane Roe. Roe left, and Jane came.", "Jane", "jane-roe"),
        ("It met Jane Roe and Jane Doe. Then Jane left.", "Jane", "jane-doe"),
        ("Then Quorlax left. Jane Quorlax did.", "Quorlax", "jane-quorlax"),
        ("Altman spoke.", "Altman", "sam-altman"),
        ("It met Jan Leike. Then it met on 7 Jan, or Jan 8.", "Jan", None),
        ("It met Jan Leike. Then Jan left on 7 Jan.", "Jan", "jan-leike"),
        ("Sam Altman met Jane Altman. Then Altman spoke.", "Altman", "jane-altman"),
        ("Mistral Medium 3.5 came; Medium 3.5 is new.", "Medium 3.5", "mistral-medium-3.5"),
        ("DeepSeek-V4-Lite came; then V4-Lite rose.", "V4-Lite", "deepseek-v4-lite"),
        ("Quax-2-70B came; then Quax-2 rose.", "Quax-2", "quax-2-70b"),
        ("Quax-2-70B came, and Quax-2-7B; then Quax-2 rose.", "Quax-2", "quax-2"),
        ("Nemotron-Quax-70B came, and Nemotron-Quax-7B; then Quax rose.", "Quax", "nemotron-quax"),
        ("Quax-2-70B came, and Quax-2-Preview; then Quax-2 rose.", "Quax-2", "quax-2"),
        ("Quax-2 is a model; its Quax-2-Preview came.", "Quax-2-Preview", "quax-2"),
        ("Quax-2-Preview is a model; Quax-2 follows.", "Quax-2-Preview", "quax-2-preview"),
        ("Quax 2 Max came, and Quax 2 7B; then Quax 2 rose.", "Quax 2", "quax-2"),
        ("Quax 2 Mini 7B came; then Quax 2 Mini rose.", "Quax 2 Mini", "quax-2-mini-7b"),
        ("MiniMax M9 came after M9 fell. Then M9 rose.", "M9", "minimax-m9"),
        ("M9 came. Then MiniMax M9 did.", "M9", "minimax-m9"),
        ("The repair took 737 days.", "737", None),
        ("It flew a Boeing 737, then a 737 MAX.", "737 MAX", "boeing-737-max"),
        (
            "Devstral 9 sets a record. Mistral released Devstral 9. Then Devstral 9 rose.",
            "Devstral 9",
            "devstral-9",
        ),
        ("It met Quaxtrip.com's chief. Quaxtrip.com rose.", "Quaxtrip.com", "quaxtrip.com"),
        ("It met Quaxtrip Ltd. Then came Quaxtrip.com/blog.", "Quaxtrip", "quaxtrip"),
        ("Qwen9 Flash and Qwen9 Max came; then Flash rose.", "Flash", "qwen9-flash"),
        ("Qwen9 Flash and Qwen8 Flash came; then Flash rose.", "Flash", "flash"),
        ("Qwen9 Porch came. It was cut from Porch.", "Porch", "qwen9-porch"),
        ("Gemini 9 Porch came. It was cut from Porch.", "Porch", "gemini-9-porch"),
        ("DeepSeek met Baidu. Its P900 is new.", "P900", "p900"),
        ("Licence: MIT for Foo-7B.", "MIT", "mit-license"),
        ("Licence: Alibaba Health lets all use Foo-7B.", "Alibaba Health", "alibaba-health"),
        ("Qwen-Quax-Next came, made by a Qwen-Based Stack.", "Qwen-Quax-Next", "qwen-quax-next"),
        ("It met Zelina Yuan. Then Yuan left.", "Yuan", "zelina-yuan"),
        ("It met Zhang Ping'an. Then Zhang Ping’an left.", "Zhang Ping’an", "zhang-pingan"),
        ("It runs on 96 Quax 910D cards.", "Quax 910D", "quax-910d"),
        ("It runs on the Quax 910, at 910W each.", "Quax 910", "quax-910"),
        ("Microsoft Teams came. It works in Slack/Teams.", "Teams", "microsoft-teams"),
        ("Microsoft Teams came. Teams rose.", "Teams", None),
        ("Jane Lincolx met in Lincolx. Then Lincolx rose.", "Lincolx", "lincolx"),
        ("The Reliance Industries plan for Reliance rose.", "Reliance", "reliance-industries"),
        ("It met Foo Qax Ltd. and Foo Qax.", "Foo Qax", "foo-qax"),
        ("It met Johnson Johnson.", "Johnson Johnson", "johnson-johnson"),
    ],
)
def test_the_last_mention_has_the_id_of_the_full_name(text: str, wanted: str, key: str | None) -> None:
    last = dict(meant(text))
    assert last.get(wanted) == key


def test_an_unknown_name_keeps_its_forms_and_its_surest_kind() -> None:
    text = "It met Quorlax. Then, in Quorlax, the European Quor Agency (EQA) met Foo Ltd. and Foo AG."
    entities = {found.value.id: found.value for found in found_in(text)}
    assert entities["quorlax"].kind == "place"
    assert entities["european-quor-agency"].aliases == ("EQA",)
    assert not entities["european-quor-agency"].known
    assert entities["foo"].aliases == ()


def test_an_entity_has_only_so_many_aliases() -> None:
    text = " ".join(f"Jane Roe ({chr(0x4E00 + index)})." for index in range(40))
    found = found_in(text)
    assert len(found) == 80
    assert {name.value.id for name in found} == {"jane-roe"}
    assert len(found[0].value.aliases) == 16


@pytest.mark.parametrize(
    ("title", "wanted"),
    [("Weekly Report on Tavlin Robotics", "tavlin-robotics"), ("Tavlin Weekly Report", "tavlin")],
)
def test_the_first_word_of_a_titled_name_is_that_name_unless_the_title_has_it_alone(
    title: str, wanted: str
) -> None:
    report = qf.parse(f"{title}\n\nMay 7, 2027\n\nToday Tavlin left. Tavlin Robotics won. Tavlin lost.\n")
    assert {name.value.id for name in report.names if name.text == "Tavlin"} == {wanted}


def test_headings_have_only_names_that_are_sure() -> None:
    text = "Big Deal For Ada Lovelax At Qorlax And Apple Today\n\nThe big deal was made with Qorlax."
    tokens = tokenize(text)
    headings = [token.start < text.index("\n") for token in tokens]
    found = find_names(tokens, lexicon_of(), [False] * len(tokens), headings)
    assert [text[name.span.slice] for name in found] == ["Ada Lovelax", "Qorlax", "Apple", "Qorlax"]


def test_a_heading_has_the_whole_of_a_name_that_begins_with_a_known_one() -> None:
    story = "Bailian Orrery Reaches General Use\n\nBailian Orrery, a managed runtime, left preview. It grew."
    report = qf.parse(f"Acme Weekly Report May 7, 2027\n\n1. {story}\n")
    assert [name.value.id for name in report.names] == ["bailian-orrery", "bailian-orrery"]


def test_a_label_ends_a_name() -> None:
    text = "Analyst: Tavla Brunt Coverage: Telecom"
    tokens = tokenize(text)
    found = find_names(tokens, lexicon_of(), [False] * len(tokens), [True] * len(tokens))
    assert [text[name.span.slice] for name in found] == ["Tavla Brunt"]


def test_a_unit_is_no_name_but_may_be_part_of_one() -> None:
    text = "The S&P 500 cost US$5 in the US."
    tokens = tokenize(text)
    units = [token.text in ("P", "$") or (token.text == "US" and token.start < 25) for token in tokens]
    found = find_names(tokens, lexicon_of(), [False] * len(tokens), units, units)
    assert [text[name.span.slice] for name in found] == ["S&P 500", "US"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It took Gemini 3.5 Flash-Lite out.", "gemini-3.5-flash-lite"),
        ("Wren 3.0-Edit made its way.", "wren-3.0-edit"),
        ("Wren V4 in beta.", "wren-v4"),
        ("It sold Wren Echo v3 today.", "wren-echo-v3"),
        ("It sold Wren-A2-v3 today.", "wren-a2-v3"),
        ("It took Jais 3-70B-Chat along.", "jais-3-70b-chat"),
        ("It let WREN.3 Klein loose.", "wren.3-klein"),
        ("It sold Wren VLA-2 today.", "wren-vla-2"),
        ("It gave Claude Counsel 1 this week.", "claude-counsel-1"),
        ("It took Hunyuan-Image 4 Turbo along.", "hunyuan-image-4-turbo"),
        ("A rival’s Wren Operator 3 gives help.", "wren-operator-3"),
        ("It took Jais-3 Vision 20B along.", "jais-3-vision-20b"),
        ("It took Hermes 5 405B and Hermes 6-36B along.", "hermes-5-405b hermes-6-36b"),
        ("It took Llama Guard 6 12B along.", "llama-guard-6-12b"),
        ("It took Nemotron 4 Nano VL 12B along.", "nemotron-4-nano-vl-12b"),
        ("It took GPT-5.7 Monday and GPT-5.6 API keys.", "gpt-5.7 gpt-5.6"),
        ("It took Qwen9-VL Hugging Face and GPT-5.6 Zed-like.", "qwen9-vl hugging-face gpt-5.6"),
        ("It took gpt-oss-2-20b along, as did wren-embed-2.", "gpt-oss-2-20b wren-embed-2"),
        ("The Llama 7 Community License holds.", "llama-7-community-license"),
        ("It holds under the Llama 7 Community License.", "llama-7-community-license"),
        ("It took Qwen-based tools along.", "qwen"),
        (
            "It took Granite 5 H and Granite 5 X along; Granite 5 A. Roe saw.",
            "granite-5-h granite-5-x granite-5",
        ),
        ("Wren Live 2 links 34 languages. Wren 3 tops the charts.", "wren-live-2 wren-3"),
        ("DeepSeek put V4.9-Exp up.", "deepseek deepseek-v4.9-exp"),
        ("MIT met Korvid-9B, Korvid Face and gpt-oss Korvid-9B today.", ""),
    ],
)
def test_the_name_of_a_model_goes_on_with_versions_sizes_and_words(text: str, wanted: str) -> None:
    found = [key for _, key in meant(text)]
    assert not wanted or [key for key in found if key in wanted.split()] == wanted.split()


def test_a_letter_behind_a_name_in_a_heading_is_its_version() -> None:
    assert "wren-v4" in {name.value.id for name in qf.parse("1. Wren V4 Opens Doors\n\nIt sells well.").names}


def test_a_name_of_which_a_part_is_held_is_none() -> None:
    tokens = tokenize("It met Goldman Sachs.")
    found = find_names(
        tokens, lexicon_of(), [token.text == "Sachs" for token in tokens], [False] * len(tokens)
    )
    assert [(name.first, name.end) for name in found] == [(2, 3)]


def test_a_unit_behind_per_is_no_name() -> None:
    assert [name.text for name in qf.parse("It costs $3 per GB, and Apple pays.").names] == ["Apple"]


# -- laws --------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    "the The A of and He Jane Roe Ltd Ltd. Inc. Bank Qwen Qwen3.5 Foo-7B (CB) (罗) 's ' - . , : ; ( ) 3 9th St."
    " d'Or Seo-yun de la Hurricane Section CEO Monday Chinese iPhone US$ “ ” \n • X 2026 🙂 İ İstanbul ﬁ é".split(
        " "
    )
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=25).map(" ".join), st.text(alphabet="AaBb .'-&(3\n")))
@example("A" * 50 + "-" * 50)
@example("İİ İ")
def test_names_never_overlap_and_match_their_spans(text: str) -> None:
    end = 0
    for name in found_in(text):
        assert end <= name.span.start < name.span.end
        end = name.span.end
        assert text[name.span.slice].strip() == text[name.span.slice] != ""
    for mention in qf.parse(text).names:
        assert text[mention.span.slice] == mention.text


@given(st.permutations(["It met Jane Roe.", "Then Roe left.", "Qorlax Labs rose.", "Qorlax fell."]))
def test_the_order_of_sentences_does_not_change_who_is_meant(sentences: list[str]) -> None:
    assert {key for _, key in meant(" ".join(sentences))} == {"jane-roe", "qorlax-labs"}


def numbered_words(count: int) -> str:
    """Different capitalised words."""
    letters = string.ascii_lowercase
    return " ".join(
        f"Q{letters[at % 26]}{letters[at // 26 % 26]}{letters[at // 676]}x Labs is" for at in range(count)
    )


@pytest.mark.parametrize(
    "unit",
    [
        "Voltrex ",
        "Voltrex, ",
        "A-A-A-",
        "Foo3-",
        "a (B) ",
        "X of X of ",
        "Bank of Bank of ",
        "Zed and Zed and ",
        "Mr ",
        "Voltrex Board (VB) ",
        "It met Jane Roe. ",
        "It sells Foo 4 Pro and Foo 4 Max. Max fell. ",
        "called Foo for Foo ",
        "A, ",
        "(",
        "'s A' ",
    ],
)
def test_names_are_found_in_linear_time(unit: str) -> None:
    assert_linear(found_in, unit)


def test_many_names_are_found_in_linear_time() -> None:
    words = numbered_words(1600)
    assert_linear(lambda text: found_in(words[: len(text)]), "Qaxxx Labs is ")


@pytest.mark.parametrize(
    ("text", "names", "date"),
    [
        ("A report on Mistral 3 May 2027", ["Mistral"], "3 May 2027"),
        ("A report on Renault 5 May 2027", ["Renault"], "5 May 2027"),
        ("They drove a Polestar 2 May be", ["Polestar 2"], None),
    ],
)
def test_a_day_is_no_version(text: str, names: list[str], date: str | None) -> None:
    report = qf.parse(text)
    assert [name.text for name in report.names] == names
    assert [found.text for found in report.dates] == ([date] if date else [])


@pytest.mark.parametrize(
    ("line", "then", "names"),
    [
        ("It sells Quax 4 Grand and Quax 4 Petit.", "Grand wins.", "Grand=quax-4-grand"),
        ("It sells Quax 4 Grand and Quax 4 Petit.", "Petit, at $1, costs less.", "Petit=quax-4-petit"),
        ("It sells Quax 4 Grand and Quax 4 Petit.", "Petit and Grand grew.", "Petit=quax-4-petit|Grand=quax-4-grand"),
        ("It sells Quax 4 Grand and Quax 4 Petit.", "Petit alone is open.", "Petit=quax-4-petit"),
        ("It sells Quax 4 Grand and Quax 4 Petit.", "Soon Petit also fell.", "Petit=quax-4-petit"),
        ("It sells Quax 4 Grand and Quax 4 Petit.", "Fees for Petit fell.", "Petit=quax-4-petit"),
        ("It sells Quax 4 Grand and Quax 4 Petit.", "Grand ideas need money.", "Grand=quax-4-grand"),
        ("It sells Quax 4 Max and Quax 4 Mini.", "Max ideas need money.", "Max=max"),
        ("It sells Quax 4 Max and Quax 4 Mini.", "A million tokens of Max cost $3.", "Max=quax-4-max"),
        ("It sells Quax 4 Max and Quax 4 Mini.", "Max and Mini grew.", "Max=quax-4-max|Mini=quax-4-mini"),
        ("It sells Quax 4 Pro and Quax 4 Mini.", "It sold 3 Pro seats.", ""),
        ("It sells Quax 4 Pro and Quax 4 Mini.", "It serves Free, Pro and Team accounts.", ""),
        ("It sells Quax 4 Pro, Quax 4 Mini, Zorb 5 Pro and Zorb 5 Mini.", "Soon Pro fell.", "Pro=pro"),
        ("It sells the Quax 790.", "The 790 sold out.", "790=quax-790"),
        ("It sells the Quax 790.", "It runs on the 790.", "790=quax-790"),
        ("It sells the Quax 790.", "It sold the 790 chips, a 790 and 790.", ""),
        ("It sells Quax-7B and Quax-72B.", "The 72B wins; the 7B is free.", "72B=quax-72b|7B=quax-7b"),
        ("It sells Quax-7B and Quax-72B.", "It runs the 72B version, or 72B-based ones.", ""),
        ("It sells Ray-Ban Meta and Ray-Ban Duo.", "Soon Meta won.", "Meta=meta"),
        ("It met Kofi Mensah-Dietz.", "Mensah-Dietz left.", "Mensah-Dietz=kofi-mensah-dietz"),
        ("It met Lin Junyang.", "It met post-Lin staff.", "Lin=lin-junyang"),
        ("It met Lin Junyang.", "It met QWX-Lin.", "QWX-Lin=qwx-lin"),
        ("It met Stability AI.", "It paid Stability again.", "Stability=stability-ai"),
        ("It met Microsoft.", "An update knocked Teams offline.", "Teams=microsoft-teams"),
        ("It met Microsoft.", "An update knocked Quorl offline.", "Quorl=quorl"),
        ("Quax Draw came.", "It used the Acme Quax Draw.", "Acme Quax Draw=acme-quax-draw"),
        ("Its unit, dubbed Night Foo, grew.", "Night Foo sleeps.", "Night Foo=night-foo"),
    ],
)  # fmt: skip
def test_a_part_of_a_name_stands_for_what_was_named_in_full(line: str, then: str, names: str) -> None:
    text = f"{line} {then}"
    found = [f"{text[one.span.slice]}={one.value.id}" for one in found_in(text) if one.span.start > len(line)]
    assert "|".join(found) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It sells Copilot for Sales and Foo for Law Firms.", "Copilot for Sales|Foo for Law Firms"),
        ("It sells Foo for Qualcomm.", "Foo|Qualcomm"),
        ("It made a unit named Partner Revenue.", "Partner Revenue"),
        ("It is known as Night Foo.", "Night Foo"),
        ("It is sold under the name Night Foo.", "Night Foo"),
        ("It was named Chief Executive.", ""),
        ("It was named Monday.", ""),
        ("It uses Copilot Clerk then.", "Copilot Clerk"),
        ("It uses Copilot Monday.", "Copilot"),
        ("It uses the Atlas 960 SuperRack.", "Atlas 960 SuperRack"),
        ("It sold 3 million Quax 90 phones.", "Quax 90"),
        ("It sold Acme's Quax 90 phones.", "Acme|Quax 90"),
        ("It gave Quax 90 phones.", "Quax"),
        ("It uses Acme's Jupiter 3 then.", "Acme|Jupiter 3"),
        ("It is in Wichita Falls then.", "Wichita Falls"),
        ("Tighter US rules came.", "US"),
        ("It fears the August US ban.", "US"),
        ("Bundling Copilot hurts.", "Copilot"),
        ("Scored 74.2 on it.", ""),
        ("Effective May 1, it grew.", ""),
        ("Throughput has fallen.", ""),
        ("Quorl and Nvidia are in.", "Quorl|Nvidia"),
        ("Quorl Draft, a tool, grew.", "Quorl Draft"),
        ("It met Dorset Life there.", "Dorset Life"),
        ("In Ohio 36Kr grew.", "Ohio|36Kr"),
        ("It sells Quax 2 Rises then, which rises.", "Quax 2"),
    ],
)
def test_a_name_among_ordinary_words(text: str, names: str) -> None:
    assert "|".join(text[found.span.slice] for found in found_in(text)) == names


def test_a_heading_in_capitals_has_the_names_of_the_text() -> None:
    text = "STORY 2: HUGGING FACE BUYS ORBITAL FOO\n\nApple and Hugging Face met Orbital Foo."
    found = qf.parse(text, errata=()).names
    assert [name.value.id for name in found[:2]] == ["hugging-face", "orbital-foo"]


def test_half_of_a_hyphened_name_is_nobody_elses() -> None:
    text = "Acme Weekly Report\n\nPublished: May 9, 2026 | Analyst: Mei-Lin Ostrander\n\nIt met Lin Junyang."
    assert [name.text for name in qf.parse(text, errata=()).names if "Lin" in name.text] == ["Lin Junyang"]


def test_what_may_be_one_of_very_many_members_is_left_alone() -> None:
    line = ", ".join(f"Quax {number} Gamma" for number in range(100, 170))
    assert meant(f"It sells {line}. Then Gamma fell.")[-1] == ("Gamma", "gamma")
