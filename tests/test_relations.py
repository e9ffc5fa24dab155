"""Relations: which sentences tell one, of what kind, between whom."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from worst import assert_linear

import qwenfacts as qf
from qwenfacts.facts import RelationKind
from qwenfacts.reading.english.referents import of_nouns
from qwenfacts.reading.facts.relations.sides import SIDES
from qwenfacts.reading.wording import table

HEAD = "Acme Weekly Report May 7, 2027\n\n1. Acme and Bolt Labs\n\n"
DOCS = Path(__file__).parents[1] / "docs" / "relations.md"


def relations(text: str) -> set[tuple[str, str, str]]:
    facts = qf.parse(HEAD + text + "\n").facts.of_type(qf.Relation)
    return {
        (fact.subject.id, fact.kind, fact.object if isinstance(fact.object, str) else fact.object.id)
        for fact in facts
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # whom a verb is about, however much stands between them
        ("Wren-7B (the small one), a router from Oslo, reads maps.", "wren-7b does reads maps"),
        ("Wren-7B, Lark-2B and Owl-3B read maps. Nvidia uses Lark-2B.", "nvidia uses lark-2b"),
        ("Nvidia, Intel and Figma use Wren-7B.", "figma uses wren-7b"),
        ("Figma, whose support desk uses Wren-7B, grew.", "figma uses wren-7b"),
        ("Wren-7B, developed by Acme’s research arm in Oslo, was trained on letters.", "wren-7b developed_by acme"),
        ("Wren-7B, developed by Acme’s research arm in Oslo, was trained on letters.", "wren-7b trained_on letters"),
        ("The Wren-7B model, a tool that was trained on old letters, grew.", "wren-7b trained_on old letters"),
        ("Unveiled on Tuesday in Oslo by Nvidia, Wren-7B reads maps.", "wren-7b developed_by nvidia"),
        ("Wren-7B was launched on Monday by Nvidia.", "wren-7b developed_by nvidia"),
        ("A newer chip, code-named Kestrel-4, is made by Intel.", "kestrel-4 developed_by intel"),
        ("Wren-7B reads maps (it can draw too) and is made by Nvidia.", "wren-7b developed_by nvidia"),
        ("Kestrel Tools, now a unit of Acme, is run by Jane Roe.", "kestrel-tools led_by jane-roe"),
        # where what is said of it ends
        (
            "Wren-7B was trained on maps of roads in towns of hills in lands of kings at sea by night in winter.",
            "wren-7b trained_on maps of roads in towns of hills in lands of kings at sea by night in winter",
        ),
        ("Wren-7B was trained on letters and making the beds is easy.", "wren-7b trained_on letters"),
        ("Wren-7B is a router that reads maps", "wren-7b does reads maps"),
        # what stands before a name, or behind it
        ("The broker Kestrel Tools sold shares.", "kestrel-tools is_a broker"),
        ("Its nearest rival in Europe, Nvidia, grew.", "acme competes_with nvidia"),
        ("The group’s research unit Kestrel Tools grew.", "kestrel-tools part_of acme"),
        ("A reading edition, provisionally called Wren-8B, came.", "wren-8b is_a reading edition"),
        ("Nvidia released Wren-7B on Tuesday, a coding model of great speed.", "wren-7b is_a coding model of great speed"),
        ("Nvidia, already the largest user of Wren-7B, grew.", "nvidia uses wren-7b"),
        ("Nvidia, already the largest user of Wren-7B, grew.", "nvidia is_a largest user of Wren-7B"),
        ("Nvidia, by now the biggest client, grew.", "nvidia is_a biggest client"),
        ("Nvidia, the old rival, grew.", "acme competes_with nvidia"),
        ("Nvidia, the local partner, grew.", "nvidia partners_with acme"),
        ("Nvidia, its rival from Oslo, grew.", "nvidia located_in oslo"),
        ("Wren-7B, a model by Nvidia, grew.", "wren-7b developed_by nvidia"),
        ("Kestrel Tools, a Nvidia unit, grew.", "kestrel-tools part_of nvidia"),
        ("Kestrel Grid (a venture of Nvidia, Intel and Figma) grew.", "kestrel-grid owned_by figma"),
        ("Its biggest customer is Nvidia.", "nvidia uses acme"),
        ("Fab 9 in Lyon, the oldest plant of all, grew.", "fab-9 is_a oldest plant of all"),
        ("Wren-7B from Nvidia reads maps.", "wren-7b developed_by nvidia"),
        ("The Lark series consists of Lark-2B and Lark-9B.", "lark-9b part_of lark"),
        # posts
        ("Jane Roe becomes chief scientist of Nvidia.", "jane-roe member_of nvidia"),
        ("Jane Roe joins in May as chief scientist.", "jane-roe holds_role chief scientist"),
        ("Jane Roe, until now a clerk, was promoted to chief scientist.", "jane-roe holds_role chief scientist"),
        ("Acme named Jane Roe, who had run a shop, chief scientist.", "jane-roe holds_role chief scientist"),
        ("Acme named Jane Roe as chief scientist.", "jane-roe holds_role chief scientist"),
        ("Jane Roe, its founder, stays as chief executive.", "jane-roe holds_role founder"),
        ("Its chief scientist, Jane Roe, spoke.", "jane-roe holds_role chief scientist"),
        ("Its chief scientist is Jane Roe.", "jane-roe holds_role chief scientist"),
        ("Jane Roe, chief scientist, will leave in May.", "jane-roe holds_role chief scientist"),
        ("Jane Roe, a co-founder, resigned.", "jane-roe holds_role co-founder"),
        ("The appointment of Jane Roe as chief scientist pleased all.", "jane-roe holds_role chief scientist"),
        ("Two came: Jane Roe, as chief scientist, and a clerk.", "jane-roe holds_role chief scientist"),
        ("Kestrel Tools is a unit. Jane Roe, head of the unit, spoke.", "kestrel-tools led_by jane-roe"),
        ("Kestrel Tools is a unit. Jane Roe, head of the unit, spoke.", "jane-roe holds_role head"),
        ("Nvidia was set up. Jane Roe becomes its chief executive.", "nvidia led_by jane-roe"),
        # bodies, partners, owners
        ("The Kestrel group under Jane Roe grew.", "kestrel led_by jane-roe"),
        ("Nvidia and Intel have been partners since May.", "nvidia partners_with intel"),
        ("The partnership with Nvidia grew.", "acme partners_with nvidia"),
        ("Its stake in Kestrel Tools fell.", "kestrel-tools owned_by acme"),
        ("Nvidia holds 30% of the operating company, Kestrel Tools.", "kestrel-tools owned_by nvidia"),
        ("Nvidia’s 9% stake in Kestrel Tools fell.", "kestrel-tools owned_by nvidia"),
        ("Nvidia led a $5 million round in Figma, joined by Intel.", "figma owned_by intel"),
        ("Nvidia led a $5 million round in Figma, joined by Intel.", "figma owned_by nvidia"),
        ("Jane Roe will oversee finance, sales and the Kestrel unit.", "jane-roe oversees sales"),
        ("Wren-7B is used by 900 firms, among them Nvidia and Intel.", "intel uses wren-7b"),
        ("Wren-7B is used by many, including Nvidia.", "nvidia uses wren-7b"),
        ("A lab led by Jane Roe grew. Jane Roe built Wren-7B.", "jane-roe worked_on wren-7b"),
        ("The Oslo unit, Kestrel Tools, grew.", "kestrel-tools is_a Oslo unit"),
        ("The Kestrel unit under Jane Roe grew.", "kestrel led_by jane-roe"),
        ("Slack grew. The flagship reads maps.", "slack does reads maps"),
        ("Acme launched Wren-7B. Nvidia derived it from Llama.", "wren-7b built_on llama"),
        ("Kestrel Labs (Oslo) grew.", "kestrel-labs located_in oslo"),
        ("The drug maker Nvidia and the insurer Intel use Wren-7B.", "intel uses wren-7b"),
        ("Jane Roe runs payments.", "jane-roe oversees payments"),
        ("Wren-7B was trained on letters licensed from a court.", "wren-7b trained_on letters licensed from a court"),
        ("Wren-7B costs half as much as Claude Opus 4.1.", "wren-7b competes_with claude-opus-4.1"),
        ("Nvidia, trailing only Intel, grew.", "nvidia competes_with intel"),
        ("Figma uses Wren-7B to plan shifts in town.", "figma uses wren-7b"),
        ("Kestrel Labs is a charity that mends bikes.", "kestrel-labs is_a charity that mends bikes"),
        ("Nvidia, the rival that Acme fears, grew.", "acme competes_with nvidia"),
        ("Amazon’s AWS grew.", "amazon-web-services developed_by amazon"),
        ("Jane Roe, who is chief scientist, spoke.", "jane-roe holds_role chief scientist"),
        ("Jane Roe oversees sales, and it grew.", "jane-roe oversees sales"),
        ("Kestrel Labs, an old charity for cats, grew.", "kestrel-labs is_a old charity for cats"),
        ("Nvidia of Oslo grew.", "nvidia located_in oslo"),
        ("Acme’s Bazzle grew.", "bazzle developed_by acme"),
        ("Jane Roe (JR), chief scientist, spoke.", "jane-roe holds_role chief scientist"),
        ("Jane Roe serves as chief scientist.", "jane-roe holds_role chief scientist"),
        ("Wren-7B reads maps, now sorts mail and bikes.", "wren-7b does reads maps"),
        ("Wren-7B reads maps, the firm makes bikes and boats.", "wren-7b does reads maps"),
        ("Wren-7B reads maps, the firm claims, and draws bikes.", "wren-7b does reads maps"),
        # comparisons
        ("Wren-7B, which costs $2, is cheaper than Claude Opus 4.1.", "wren-7b competes_with claude-opus-4.1"),
        ("Wren-7B costs $2, half of what Nvidia charges for Lark-2B. The Lark-2B model grew.", "wren-7b competes_with lark-2b"),
        ("Asian rivals such as Nvidia and Intel grew.", "intel competes_with acme"),
        ("Its rivals, among them Nvidia, grew.", "acme competes_with nvidia"),
        ("Intel’s rivals include Nvidia.", "intel competes_with nvidia"),
        ("Wren-7B got 80%, against 70% for its older sibling, Lark-2B.", "wren-7b competes_with lark-2b"),
        ("Wren-7B is aimed at Claude Opus 4.1.", "wren-7b competes_with claude-opus-4.1"),
        # what things do, run on and are for
        ("Wren-7B reads maps and rides the lifts.", "wren-7b does rides the lifts"),
        ("Wren-7B can read maps, the firm claims, and should draw them.", "wren-7b does reads maps"),
        ("Wren-7B and Lark-2B both read maps.", "lark-2b does reads maps"),
        ("The Wren-7B router runs Lark-2B.", "wren-7b built_on lark-2b"),
        ("Wren-7B was published on Hugging Face.", "wren-7b available_on hugging-face"),
        # what stands behind a comma, and whom a figure is set against
        ("Wren-7B, a dense model of 7 billion parameters, sells well.", "wren-7b is_a dense model of 7 billion parameters"),
        ("Wren-7B, the first router from the Oslo yard, sells well.", "wren-7b is_a first router from the Oslo yard"),
        ("The Lark models sell well. Lark-2B and Lark-9B, its smallest members, are free.", "lark-2b part_of lark"),
        ("The Lark models sell well. Lark-2B and Lark-9B, its smallest members, are free.", "lark-9b part_of lark"),
        ("The Lark models sell well. A bigger sibling, Lark-40B, is dear.", "lark-40b part_of lark"),
        ("A lighter version, Wren-2B, came; it is tuned for SQL.", "wren-2b optimised_for SQL"),
        ("A speech unit called Kestrel Tools grew.", "kestrel-tools is_a speech unit"),
        ("Gull Lake, its first server chip, came. The chip blocks dust and noise.", "gull-lake does blocks dust and noise"),
        ("Its product, Reed Tracer, maps parcels in a town.", "reed-tracer does maps parcels in a town"),
        ("Nvidia, whose Wren-7B fell behind, grew.", "wren-7b developed_by nvidia"),
        ("Acme released the Wren-7B model. Figma, which already uses it, grew.", "figma uses wren-7b"),
        ("Work at Fab 9 in Lyon began.", "fab-9 located_in lyon"),
        ("Wren-7B, which runs on the phone itself, sells well.", "wren-7b does runs on the phone itself"),
        ("Wren-7B runs on Lark-2B.", "wren-7b built_on lark-2b"),
        ("The agency, Nvidia, which owns 4% of Intel, kept quiet.", "intel owned_by nvidia"),
        ("Acme closed a round led by Nvidia and joined by Intel.", "acme owned_by intel"),
        ("Exams: 61% for Wren-7B, compared with 58% for Lark-2B and 70% for Owl-3B.", "wren-7b competes_with lark-2b"),
        ("Exams: 61% for Wren-7B, compared with 58% for Lark-2B and 70% for Owl-3B.", "wren-7b competes_with owl-3b"),
        ("- Wren-7B: Bolt Labs put this small speech model on Hugging Face.", "wren-7b available_on hugging-face"),
        ("Wren-7B scores 71.4 in the exam; Lark-2B has 68.9.", "wren-7b competes_with lark-2b"),
        ("Jane Roe left; she had worked on Wren-7B.", "jane-roe worked_on wren-7b"),
        ("The Lark models sell well. Owl-3B and Lark-2B, its smallest member, are free.", "lark-2b part_of lark"),
        ("Nvidia sells well. The Lark family grew. Nvidia and Lark-2B, a sibling, met.", "lark-2b part_of lark"),
        ("Work at Fab 9 in Lyon, France, began.", "fab-9 located_in lyon"),
        ("Jane Roe was hired to lead the Kestrel Tools unit.", "kestrel-tools led_by jane-roe"),
        # what something is, and whose
        ("Wren, a compact router, sells well.", "wren is_a compact router"),
        ("Wren-7B, the fastest model in the Lark series, sells well.", "wren-7b is_a fastest model in the Lark series"),
        ("Wren-7B (a dense model) sells well.", "wren-7b is_a dense model"),
        ("Wren-7B — a dense model — sells well.", "wren-7b is_a dense model"),
        ("- Wren-7B: a dense model.", "wren-7b is_a dense model"),
        ("Wren-7B (W7), a dense model, sells well.", "wren-7b is_a dense model"),
        ("Wren-7B is now a dense model.", "wren-7b is_a dense model"),
        ("Wren-7B is a mixture-of-experts model with many heads.", "wren-7b is_a mixture-of-experts model with many heads"),
        ("Kestrel Tools, a start-up that mends bikes, grew.", "kestrel-tools is_a start-up that mends bikes"),
        ("The pension fund Kestrel Partners grew.", "kestrel-partners is_a pension fund"),
        ("The Paris pension manager Kestrel Partners grew.", "kestrel-partners is_a Paris pension manager"),
        ("The Paris pension manager Kestrel Partners grew.", "kestrel-partners located_in paris"),
        ("The Lisbon start-up Kestrel Tools grew.", "kestrel-tools is_a Lisbon start-up"),
        ("Work at the first campus, Kestrel One, began.", "kestrel-one is_a first campus"),
        ("Its first agent product (Wren-7B) sells well.", "wren-7b is_a first agent product"),
        ("The Wren-7B large language model sells well.", "wren-7b is_a large language model"),
        ("A new in-house model, Wren-7B, writes notes.", "wren-7b developed_by acme"),
        ("Three large firms (Netflix, Roblox, Epic Games) hired nobody.", "netflix is_a large firms"),
        ("It has two large units — Netflix and Roblox.", "roblox is_a large units"),
        ("Samsung, the company’s chip unit, grew.", "samsung-electronics part_of acme"),
        ("Kestrel Tools, the audio arm, grew.", "kestrel-tools part_of acme"),
        ("Its audio arm Kestrel Tools grew.", "kestrel-tools part_of acme"),
        ("Nvidia’s audio arm Kestrel Tools grew.", "kestrel-tools part_of nvidia"),
        ("Wren-7B, the largest model in the Llama family, grew.", "wren-7b part_of llama"),
        ("Meta’s Llama sells well.", "llama developed_by meta"),
        ("Meta’s new router Wren-7B sells well.", "wren-7b developed_by meta"),
        ("Meta sells well and runs its Wren-7B service.", "wren-7b developed_by meta"),
        ("ROCm, AMD’s open software stack, grew.", "rocm developed_by amd"),
        ("Samsung, its nearest rival, fell.", "acme competes_with samsung-electronics"),
        ("Zoom, an early backer, gained.", "acme owned_by zoom"),
        ("Zoom, Nvidia’s main shareholder, gained.", "nvidia owned_by zoom"),
        ("Zoom, Nvidia’s main partner, gained.", "zoom partners_with nvidia"),
        ("Kestrel Tools, maker of the Wren-7B router, grew.", "wren-7b developed_by kestrel-tools"),
        ("Kestrel Tools, maker of the Wren-7B router, grew.", "kestrel-tools is_a maker of the Wren-7B router"),
        ("They bought H100 processors from Nvidia.", "h100 developed_by nvidia"),
        # posts
        ("Chief executive Jane Roe spoke at noon.", "jane-roe holds_role Chief executive"),
        ("Nvidia CEO Jensen Huang spoke.", "nvidia led_by jensen-huang"),
        ("Jensen Huang, Nvidia’s chief executive, spoke.", "nvidia led_by jensen-huang"),
        ("Jensen Huang (CEO) spoke.", "jensen-huang holds_role CEO"),
        ("Jane Roe (罗), a fund manager at Nvidia, spoke.", "jane-roe holds_role fund manager"),
        ("Jensen Huang remains chairman and chief technology officer.", "jensen-huang holds_role chairman"),
        ("Jensen Huang, who is chairman, spoke.", "jensen-huang holds_role chairman"),
        ("Jane Roe stays on as head of the Radeon group.", "jane-roe holds_role head of the Radeon group"),
        ("Jane Roe, who leads research, spoke.", "jane-roe oversees research"),
        ("In May, Zoom keeps a fifth of the shares.", "acme owned_by zoom"),
        ("In May, keeping to it, Meta owns half of the shares.", "acme owned_by meta"),
        # places
        ("The Toronto company grew.", "acme located_in toronto"),
        ("Hangzhou-based DeepSeek grew.", "deepseek located_in hangzhou"),
        ("The Paris-based company grew.", "acme located_in paris"),
        ("Osaka’s Kestrel Tools grew.", "kestrel-tools located_in osaka"),
        ("Kestrel Labs, a data-centre campus in Ohio, grew.", "kestrel-labs located_in ohio"),
        ("They met the Competition and Markets Authority (CMA) in London.", "competition-and-markets-authority located_in london"),
        # verbs
        ("Wren-7B is built on Llama.", "wren-7b built_on llama"),
        ("Built on Llama, Wren-7B reads maps.", "wren-7b built_on llama"),
        ("Llama powers Wren-7B.", "wren-7b built_on llama"),
        ("Wren-7B is powered by Llama.", "wren-7b built_on llama"),
        ("Wren-7B runs on a pair of H100 cards.", "wren-7b built_on h100"),
        ("Wren-7B, a model that runs on Llama, grew.", "wren-7b built_on llama"),
        ("Wren-7B was trained on public text and licensed video.", "wren-7b trained_on public text and licensed video"),
        ("Wren-7B was trained on many tokens from FineWeb.", "wren-7b trained_on fineweb"),
        ("Wren-7B is tuned for laptops with a small screen.", "wren-7b optimised_for laptops with a small screen"),
        ("- Wren-7B – small and tuned for voice", "wren-7b optimised_for voice"),
        ("Wren-7B reads maps, and both it and Lark-2B are sold. Wren-7B is ideal for schools.", "wren-7b optimised_for schools"),
        ("Wren-7B rivals Llama.", "wren-7b competes_with llama"),
        ("Wren-7B, an answer to Llama, grew.", "wren-7b competes_with llama"),
        ("Wren-7B is Acme’s answer to Llama.", "wren-7b competes_with llama"),
        ("Wren-7B is positioned to compete with Llama.", "wren-7b competes_with llama"),
        ("Wren-7B and Lark-2B are cheap. Both compete with Llama.", "lark-2b competes_with llama"),
        ("- Competition: Nvidia opened a shop.", "acme competes_with nvidia"),
        ("Wren-7B pairs with Garmin watches.", "wren-7b integrates_with Garmin watches"),
        ("Wren-7B, compatible with Llama, grew.", "wren-7b integrates_with llama"),
        ("Nvidia launched Wren-7B, a router.", "wren-7b developed_by nvidia"),
        ("The company released the weights of Wren-7B.", "wren-7b developed_by acme"),
        ("Nvidia unveiled a new router, Wren-7B, in May.", "wren-7b developed_by nvidia"),
        ("Wren-7B was made by Nvidia.", "wren-7b developed_by nvidia"),
        ("Nvidia has chosen Llama for its shops.", "nvidia uses llama"),
        ("Llama was chosen by Nvidia for its shops, and by Meta.", "meta uses llama"),
        ("Nvidia oversees the Llama programme.", "nvidia oversees llama"),
        ("Nvidia oversees the chip shops in Asia.", "nvidia oversees chip shops in Asia"),
        ("Nvidia partners with Meta.", "nvidia partners_with meta"),
        ("Wren-7B addresses a real shortage of maps.", "wren-7b responds_to real shortage of maps"),
        ("Wren-7B, internally dubbed Kestrel, grew.", "wren-7b known_as kestrel"),
        ("Wren-7B belongs to Llama.", "wren-7b part_of llama"),
        ("Nvidia combines two teams — Kestrel Tools and Bolt Tools.", "bolt-tools part_of nvidia"),
        ("Nvidia combines Kestrel Tools and Bolt Tools.", "bolt-tools part_of nvidia"),
        ("Jane Roe, who built up the Llama group, spoke.", "jane-roe worked_on llama"),
        ("Nvidia acquired Kestrel Tools.", "kestrel-tools owned_by nvidia"),
        ("Kestrel Tools, a unit led by Jane Roe, grew.", "kestrel-tools led_by jane-roe"),
        ("Nvidia closed a round of $4 million led by Zoom, with Meta and AMD taking part.", "nvidia owned_by amd"),
        ("Nvidia holds a small stake in Zoom.", "zoom owned_by nvidia"),
        ("They looked at Nvidia’s stake in Zoom.", "zoom owned_by nvidia"),
        ("It positions Llama as the workshop of Asia, Qwen as the kitchen.", "llama likened_to workshop of Asia"),
        # where it can be had
        ("Wren-7B is available on Hugging Face and Amazon Bedrock.", "wren-7b available_on amazon-bedrock"),
        ("Acme launched Wren-7B. Customers reach it through Amazon Bedrock.", "wren-7b available_on amazon-bedrock"),
        ("Acme launched Wren-7B. Checkpoints sit on Hugging Face under the MIT licence.", "wren-7b licensed_under MIT"),
        ("Acme launched Wren-7B. A hosted preview runs on Microsoft Azure.", "wren-7b available_on microsoft-azure"),
        ("A preview bases Wren-7B on Lark-2B.", "wren-7b built_on lark-2b"),
        ("Acme released Wren-7B under an Apache 2.0 licence.", "wren-7b licensed_under Apache 2.0"),
        ("Acme launched Wren-7B. The licence is Apache 2.0.", "wren-7b licensed_under Apache 2.0"),
        ("Wren-7B costs $5 in France and Spain, and more elsewhere.", "wren-7b available_on spain"),
        # what it does
        ("Wren-7B handles 24 languages.", "wren-7b does handles 24 languages"),
        ("Wren-7B can translate letters.", "wren-7b does translates letters"),
        ("Wren-7B reads maps, reducing the cost of travel.", "wren-7b does reduces the cost of travel"),
        ("Wren-7B reads maps and detects when a speaker hesitates.", "wren-7b does detects when a speaker hesitates"),
        ("Acme launched Wren-7B, which zings old pots (of tin).", "wren-7b does zings old pots (of tin)"),
        ("Acme launched Wren-7B. It lets teams book rooms, desks, and cars.", "wren-7b does lets teams book rooms, desks, and cars"),
        ("Acme launched Wren-7B, a dense model. The model sorts mail; it reads maps.", "wren-7b does reads maps"),
        ("Acme launched Wren-7B, a router. Each router sorts mail.", "wren-7b does sorts mail"),
        ("Acme launched Wren-7B and Lark-2B. The pair sorts mail.", "lark-2b does sorts mail"),
        ("Wren-7B, in beta since May, sorts mail — says Acme.", "wren-7b does sorts mail"),
        ("The AI Platform Center (40 people), headed by Jane Roe, grew.", "ai-platform-center led_by jane-roe"),
        ("The Wren-7B router runs on Llama.", "wren-7b built_on llama"),
        ("Nvidia uses Llama and is tuned for maps.", "nvidia uses llama"),
        ("Acme launched Fusion Agent. The agent runs on Llama.", "fusion-agent built_on llama"),
        ("Acme launched Wren-7B. The model runs on Llama.", "wren-7b built_on llama"),
        ("Jane Kestrel, a router, sells. Jane Kestrel, a router, grew.", "jane-kestrel is_a router"),
        ("Netflix, Meta’s giant, grew.", "netflix is_a Meta’s giant"),
        ("Wren-7B, a router in use, grew.", "wren-7b is_a router"),
        ("Wren-7B reads and is built on Llama.", "wren-7b built_on llama"),
        ("Wren-7B runs on Llama, Qwen, Gemma, Llama, Qwen, Gemma, Llama, Qwen, Gemma, Llama and Qwen.", "wren-7b built_on gemma"),
        ("Kestrel, a bank, grew. It rained.", "kestrel is_a bank"),
        ("Jane Kestrel, a router with two ports, sells well.", "jane-kestrel is_a router with two ports"),
        ("Kestrel Tools, a Paris start-up in Ohio, grew.", "kestrel-tools located_in paris"),
        ("Alibaba Cloud’s Model Studio grew.", "model-studio part_of alibaba-cloud"),
        ("Wren-7B, the first model for schools, grew.", "wren-7b is_a first model for schools"),
        ("Paris-based Kestrel Tools and the Paris-based shop grew.", "kestrel-tools located_in paris"),
        ("Nvidia, creator of many old toys, grew.", "nvidia is_a creator of many old toys"),
        ("Nvidia, the maker of Wren-7B, grew.", "wren-7b developed_by nvidia"),
        ("Jane Roe, head of toys, spoke.", "jane-roe holds_role head of toys"),
        ("Jane Roe, head of the Llama group, spoke.", "llama led_by jane-roe"),
        ("Wren-7B, well behind Acme’s Llama, fell.", "wren-7b competes_with llama"),
        ("Wren-7B, the company’s answer to Llama, fell.", "wren-7b competes_with llama"),
        ("Wren-7B, long an equal, fell and is on a par with Llama.", "wren-7b competes_with llama"),
        ("Wren-7B is released on Monday, sold from Amazon Bedrock; more is said.", "wren-7b available_on amazon-bedrock"),
        ("Acme launched Wren-7B. They released it on Hugging Face.", "wren-7b available_on hugging-face"),
        ("They released Llama’s cousin Wren-7B on Hugging Face.", "wren-7b available_on hugging-face"),
        ("Wren-7B, a tool quietly built on Llama, grew.", "wren-7b built_on llama"),
        ("Wren-7B runs on Llama, Qwen (a family), and Gemma.", "wren-7b built_on qwen"),
        # who owns, who uses
        ("Zoom, Roblox and Jane Roe keep a fifth of the shares.", "acme owned_by zoom"),
        ("Zoom, Roblox and Jane Roe keep a fifth of the shares.", "acme owned_by jane-roe"),
        ("Zoom paid $2 billion for 8% of the company.", "acme owned_by zoom"),
        ("Zoom has many of the toys and half of its shares.", "acme owned_by zoom"),
        ("Roblox raised $5 million from Zoom and $2 million from Nvidia.", "roblox owned_by zoom"),
        ("Roblox raised $5 million from Zoom and $2 million from Nvidia.", "roblox owned_by nvidia"),
        ("Roblox raised $5 million from Zoom, and $2 million from Nvidia.", "roblox owned_by nvidia"),
        ("Roblox raised $5 million from Zoom and drew praise from Nvidia.", "roblox owned_by zoom"),
        ("Netflix, the studio that the bank Zoom owns, grew.", "netflix owned_by zoom"),
        ("Netflix, the studio that Zoom owns, grew.", "netflix owned_by zoom"),
        ("They say that the very old slow dear Zoom owns Netflix.", "netflix owned_by zoom"),
        ("Nvidia handed the first H100 racks to Meta and to Llama.", "meta uses h100"),
        ("Nvidia handed the first H100 racks to Meta and Llama.", "meta uses h100"),
        ("Acme launched Wren-7B. Customers, among them Zoom and Roblox, wait.", "roblox uses wren-7b"),
        ("Acme launched Wren-7B. Customers including Zoom wait.", "zoom uses wren-7b"),
        ("Zoom buys Llama seats.", "zoom uses llama"),
        ("The Qwen team released Qwen9-Coder. The model competes with Llama.", "qwen9-coder competes_with llama"),
        ("Nvidia signed a partnership with Meta.", "nvidia partners_with meta"),
        # places
        # measures of others
        ("Kestrel Research gives Spotify 31% of the market, ahead of Apple Music (12%) and Zoom.", "spotify competes_with apple-music"),
        ("Acme launched Wren-7B.\n\n- 30 hours of work, against seven hours for Claude Opus 4.1", "wren-7b competes_with claude-opus-4.1"),
        ("Wren-7B runs 30 hours, against seven hours for Claude Opus 4.1.", "wren-7b competes_with claude-opus-4.1"),
        ("Nvidia answered with Llama, and Meta followed.", "llama developed_by nvidia"),
        ("Nvidia answered with Llama, and Meta moved Qwen forward.", "llama developed_by nvidia"),
        # two at once, small and large
        ("Acme released Wren-2B and Wren-7B under the Apache 2.0 licence.", "wren-2b licensed_under Apache 2.0"),
        ("Acme released Wren-2B and Wren-7B on Hugging Face.", "wren-7b available_on hugging-face"),
        ("Acme released Wren-2B and Wren-7B. The pair sorts mail. Weights are on Hugging Face.", "wren-2b available_on hugging-face"),
        ("Acme released Wren-2B and Wren-7B. The pair sorts mail. A preview runs on Hugging Face.", "wren-7b available_on hugging-face"),
        ("Acme released Wren-2B and Wren-7B. The smaller model sorts mail.", "wren-2b does sorts mail"),
        ("Acme released Wren-2B and Wren-7B. The largest of them scored 80%, just behind Llama.", "wren-7b competes_with llama"),
        ("Acme released Wren-2B. The smaller model sorts mail.", "wren-2b does sorts mail"),
        ("Acme launched Wren-7B.\n\n- Wren-9B: open since Monday, the new model sorts mail.", "wren-9b does sorts mail"),
        ("Kestrel Labs, a Munich subsidiary led by Jane Roe, grew.", "kestrel-labs led_by jane-roe"),
        ("Wren-7B is sold through the Wren-2B shop and, since May, through Amazon Bedrock.", "wren-7b available_on amazon-bedrock"),
        ("Wren-7B is tuned for offices: letters (long), minutes, and tables.", "wren-7b optimised_for tables"),
        ("Wren-7B is tuned for offices: Paris.", "wren-7b optimised_for paris"),
        ("Wren-7B is tuned for offices: letters, and", "wren-7b optimised_for letters"),
        # posts of two
        ("“Much comes from toys,” said Jane Roe, a fund manager at Kestrel Labs.", "jane-roe holds_role fund manager"),
        # whom it is said of
        ("Wren-7B (a router) runs on Llama.", "wren-7b built_on llama"),
        ("Wren-7B (W7) — a router that runs on Llama — grew.", "wren-7b built_on llama"),
        ("Wren-7B — a router — runs on Llama.", "wren-7b built_on llama"),
        ("Acme launched Wren-7B. Built on Llama, it reads maps.", "wren-7b built_on llama"),
        ("Acme launched Wren-7B, a router. Built on Llama, the router reads maps.", "wren-7b built_on llama"),
        ("Acme launched Wren-7B.\n\n• Optimised for schools in Asia", "wren-7b optimised_for schools in Asia"),
        ("Wren-7B and Lark-2B are built on Llama.", "lark-2b built_on llama"),
        ("Acme launched Wren-7B. A smaller version is sold through Amazon Bedrock.", "wren-7b available_on amazon-bedrock"),
        ("Wren-7B is a router that runs on Llama.", "wren-7b built_on llama"),
        ("Wren-7B from Nvidia runs on Llama.", "wren-7b built_on llama"),
        ("Meta’s cheap Wren-7B runs on Llama.", "wren-7b built_on llama"),
        ("Wren-7B (sold by Nvidia since May) runs on Llama.", "wren-7b built_on llama"),
        ("Wren-7B is the “fastest model” in town.", "wren-7b is_a fastest model"),
        ("Wren-7B is an assistant for doctors and nurses.", "wren-7b optimised_for doctors and nurses"),
        ("Wren-7B is an assistant for the young.", "wren-7b optimised_for young"),
        ("Wren-7B is a fast assistant for doctors.", "wren-7b is_a fast assistant for doctors"),
        ("The lab makes Wren-7B, a group of models combining two ideas.", "wren-7b is_a group of models"),
        ("Wren-7B was trained on letters, maps, and old songs.", "wren-7b trained_on letters, maps, and old songs"),
        ("Wren-7B was trained on letters in May 2027.", "wren-7b trained_on letters"),
        ("Wren-7B is tuned for people who drive, walk and ride.", "wren-7b optimised_for people who drive, walk and ride"),
        ("Wren-7B is tuned for maps and is built on Llama.", "wren-7b optimised_for maps"),
        ("Wren-7B is tuned for maps, letters and is cheap.", "wren-7b optimised_for maps"),
        ("Wren-7B sorts mail, which is slow.", "wren-7b does sorts mail"),
        ("Wren-7B sorts mail, and is built on Llama.", "wren-7b does sorts mail"),
        ("Wren-7B sorts mail while it rains.", "wren-7b does sorts mail"),
        ("Wren-7B sorts mail (and maps) at night.", "wren-7b does sorts mail (and maps) at night"),
        ("They sell it (Wren-7B sorts mail at night).", "wren-7b does sorts mail at night"),
        ("Wren-7B runs on Llama (a family), Qwen and Gemma.", "wren-7b built_on gemma"),
        ("Wren-7B runs on Llama/Qwen.", "wren-7b built_on qwen"),
        ("Wren-7B runs on Llama, Qwen, and Gemma.", "wren-7b built_on gemma"),
        ("Wren-7B runs on Llama, Qwen said.", "wren-7b built_on llama"),
        ("Kestrel Tools, the group’s retail maker, grew.", "kestrel-tools is_a retail maker"),
        ("Nvidia combines a team: Kestrel Tools and Jane Roe.", "jane-roe member_of nvidia"),
        ("Nvidia combines Kestrel Tools and chief Jane Roe.", "jane-roe member_of nvidia"),
        ("Jane Roe continues to lead Kestrel Tools.", "kestrel-tools led_by jane-roe"),
        ("The round, led by Zoom, closed.", "acme owned_by zoom"),
        ("A round of $4 million led by Zoom, with pride, closed.", "acme owned_by zoom"),
        ("Wren-7B, Acme’s own first answer to Llama, grew.", "wren-7b competes_with llama"),
        ("Acme launched Wren-7B.\n\n- Ranked second, behind Llama", "wren-7b competes_with llama"),
        ("Wren-7B came first, ahead of Llama.", "wren-7b competes_with llama"),
        ("Acme launched Wren-7B. People reach it through Amazon Bedrock; the weights are on Hugging Face.", "wren-7b available_on hugging-face"),
        ("Acme launched Wren-7B. It sells in France for $5.", "wren-7b available_on france"),
        # by its noun, a pronoun, or what is bought
        ("The Nvidia research unit Kestrel Tools grew.", "kestrel-tools is_a research unit"),
        ("Fast-growing chip maker Kestrel Tools grew.", "kestrel-tools is_a Fast-growing chip maker"),
        ("Kestrel Tools is a start-up. Nvidia owns 9% of it.", "kestrel-tools owned_by nvidia"),
        ("Wren-7B has been described as the Claude of routers.", "wren-7b likened_to Claude of routers"),
        ("Wren-7B, a router for Nvidia, sells well.", "wren-7b is_a router for Nvidia"),
    ],
)  # fmt: skip
def test_what_a_sentence_tells(text: str, found: str) -> None:
    told = {" ".join(one) for one in relations(text)}
    assert found in told


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose by a third.",
        "Acme shares fell.",
        "In May, the company hired nobody.",
        "Wren-7B does not support maps.",
        "Wren-7B will be built on Llama.",
        "Whether Wren-7B is built on Llama is not known.",
        "Wren-7B, the reason for the delay, sells well.",
        "Wren-7B samples should reach Nvidia.",
        "Nvidia said the plan works.",
        "Jane Roe, head of research, resigned in May.",
        "Jane Roe, formerly head of research, spoke.",
        "A user, Kestrel Tools, called the model good.",
        "Llama was in 2024 a dense model.",
        "This is a router.",
        "Nvidia beat forecasts.",
        "Its members include Nvidia.",
        "Work under Jane Roe began.",
        "The year, Nvidia, passed.",
        "Unlike Lark-2B, they left.",
        "Its rivals grew.",
        "She may become chief scientist.",
        "They sat behind a desk.",
        "Under pressure the price fell.",
        "Nvidia grew. It handles 24 languages.",
        "The Nvidia service reads maps.",
        "Wren-7B, internally dubbed Wren-7B, grew.",
        "Reads maps.",
        "Both run on Llama.",
        "It runs on Llama.",
        "maps) runs on Llama.",
        "A table that runs on Llama broke.",
        "The table runs on Llama.",
        "Nvidia managed nearly RMB 70 billion.",
        "Jane Roe, who leads Nvidia’s",
        "Foo, and the rest, grew.",
        "Wren-7B, this model, grew.",
        "On Wren-7B, the model, and others they agreed.",
        "Wren-7B is there.",
        "There is a router.",
        "A stake in Zoom was sold.",
        "It describes the day as long.",
        "It describes Llama today.",
        "It sits behind.",
        "- Rivals: prices fell.",
        "- Integrations: none.",
        "Two shops (Foo) grew.",
        "Shops (Foo, Bar grew.",
        "The status as the first was lost.",
        "It costs $5 in France.",
        "Nothing is released on Hugging Face.",
        "The law is under review.",
        "Figma, which already uses it, grew.",
        "Exams: 61 pages, compared with 58% for Lark-2B and a great deal more of it.",
        "Then owns 4% of Intel.",
        "Wren-7B, a model with a window of 2 million tokens, grew.",
        "Wren-7B was hailed by critics in the press of the land.",
        "Jane Roe said she may become chief scientist.",
        "Nvidia derived it from Llama.",
        "The staff are at work at Nvidia.",
        "It can read maps. It mangles maps.",
        "Wren-7B-2 of the Wren-7B team grew.",
        "This chip, Wren-7B, sells.",
        "The Slack design team grew.",
        "Its rivals grew, such as they are.",
        "Nvidia, the owner, grew.",
        "Nvidia owns 9% of Wren-7B.",
        "Wren-7B was released for Slack.",
        "Nvidia holds a stake in.",
        "Wren-7B is in use at Oslo.",
        "The firm becomes chief adviser of all.",
        "Wren-7B, an app, was released for Slack users.",
        "Wren-7B was trained from scratch on Nvidia chips.",
        "Last year, they keep a fifth of the shares.",
        "Paris, the city of lights, grew.",
        "The Paris data centre grew.",
        "Netflix, a netflix, grew.",
        "Compatible with Llama.",
        "Wren-7B costs more than any of the old slow toys that people ever bought there.",
        "Wren-7B is released; they met on Hugging Face.",
        "A day costs $5 in France.",
        "There, available on Hugging Face, they met.",
        "Built on Llama, people say.",
        "Built on Llama, people say, they sell.",
        "Sources: Reuters | CNBC",
        "They saw the campus, Kestrel Labs and others.",
        "They saw 12-layer HBM4 parts.",
        "They saw model Wren-7B.",
        "They saw the model Wren-7B.",
        "Meta’s Wren-7B-based phones sell.",
        "Anthropic was a start-up.",
        "Wren-7B is a plan to win.",
        "Wren-7B is our router.",
        "The router is a model.",
        "H100 cards from Paris sell.",
        "Wren-7B was chosen.",
        "The plan was chosen by Nvidia.",
        "They choose using Llama.",
        "Acme released it on Hugging Face.",
        "Wren-7B costs a lot.",
        "Wren-7B is sold under the",
        "Wren-7B reads.",
        "The weights run on Llama.",
        "The pair runs on Llama.",
        "• Built on Llama",
        "The chips’ maker grew.",
        "The router & the rest grew.",
        "It took its place of old, out of many and of few and of all there is and was.",
        "Roblox raised $5 million from Llama.",
        "Roblox raised old hopes from Zoom.",
        "Roblox raised from Zoom what it could.",
        "Roblox raised prices\nagain.",
        "There, the studio that Zoom owns grew.",
        "Nvidia handed the first H100 racks over.",
        "Nvidia handed the keys over, sold by Meta.",
        "They met in Paris, London and Rome.",
        "In Mumbai, Meta grew.",
        "In Mumbai, sales grew.",
        "Sales came to 30, against seven for Llama.",
        "It ran 30 hours, against seven, or so it seems, and against all of the very old and slow.",
        "Nvidia, Jane Roe and John Doe spoke.",
        "The Wren-7B Extra model grew.",
        "Lark-2B, the predecessor of Wren-7B, is slow.",
        "They praised the old router maker (Nvidia had none).",
        "Wren-7B was released with help from Nvidia.",
        "Claude seats are dear.",
        "Jane Roe pays for Claude seats.",
        "Nvidia bought window seats.",
        "They belong to the firm for which Nvidia and Intel belong together.",
        "The chips, to which the toys belong, sell well.",
        "Nvidia and Zoom compared notes.",
        "In May Nvidia charges Zoom a lot.",
        "Wren-7B came first.",
        "In the room, in which Nvidia and Intel hold 10% each, it rained.",
        "Wren-7B may be released under an MIT licence.",
        "Nvidia, they say, called talks “dead”.",
        "Nvidia likes rock’n’roll.",
        "Wren-7B is available on Nvidia chips.",
        "Wren-7B wrote 40 pages, against all hope for Llama.",
    ],
)
def test_a_sentence_that_tells_none(text: str) -> None:
    assert not relations(text)


def test_members_of_a_family_stand_in_a_list() -> None:
    text = "Acme launched Wren-3. The family comes in two sizes:\n\n- Wren-3-2B – small\n- Wren-3-7B – large\n- and more"
    assert {("wren-3-2b", "part_of", "wren-3"), ("wren-3-7b", "part_of", "wren-3")} <= relations(text)


def test_places_that_say_the_same_are_one_relation() -> None:
    text = f"{HEAD}Wren-7B is built on Llama.\n\nBuilt on Llama, Wren-7B reads maps.\n"
    facts = qf.parse(text).facts.of_type(qf.Relation).where(kind="built_on")
    assert [len(fact.evidence) for fact in facts] == [2]


def test_evidence_is_short_and_mentions_are_used() -> None:
    report = qf.parse(f"{HEAD}On Monday it rained. Wren-7B handles 24 languages, they say.\n")
    fact = report.facts.of_type(qf.Relation).one()
    assert fact.evidence[0].quote == "Wren-7B handles 24 languages"
    used = {report.text[span.start : span.end] for span in fact.mentions}
    assert used == {"Wren-7B", "24"}


def test_the_kinds_are_those_of_the_page_and_of_the_sides() -> None:
    documented = re.findall(r"^\| `([a-z_]+)` \|", DOCS.read_text("utf-8"), re.MULTILINE)
    assert set(documented) == set(get_args(RelationKind)) == SIDES.keys()


def test_the_lexicon_has_no_other_kinds() -> None:
    wording = table("relations")
    named = (*wording["verbs"], *wording["words"], *wording["labels"])
    assert {name.partition("/")[0] for name in named} <= set(get_args(RelationKind))
    ways = "link like act back as it into out over matter between onto"
    assert {name.partition("/")[2] for name in wording["verbs"]} == set(ways.split())


def test_no_noun_is_both_empty_and_telling() -> None:
    telling = of_nouns("thing") | of_nouns("model") | of_nouns("company")
    assert not of_nouns("empty") & telling


@pytest.mark.parametrize(
    "unit", ["it sorts and ", "its bid to ", "owns were ", "made with as are ", "built which is "]
)
def test_a_sentence_may_be_of_any_length(unit: str) -> None:
    """What a word means is looked for further left: not so often that Python's stack ends."""
    assert qf.parse(f"{HEAD}Acme launched Wren-7B. {unit * 700}.\n").names


def test_a_pronoun_behind_nothing_is_about_nobody() -> None:
    torn = "( , ) it sells and series Wren-7B gpt-oss with on into 20b was on"
    assert qf.parse(f"{HEAD}{torn}\n").names


@pytest.mark.parametrize(
    "unit",
    [
        "Wren-7B, a router, ", "built on Foo, ", "(Foo, ", "it sorts and ", "the model of the model ", "and by Foo ",
        "Foo’s ", "led behind ", "released under but ", "users of Foo shift to Bar, ", "Reuters bought ",
    ],
)  # fmt: skip
@pytest.mark.slow
def test_takes_time_in_proportion_to_the_text(unit: str) -> None:
    assert_linear(lambda text: qf.parse(text), unit, HEAD)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On the Vista leaderboard Wren-7B sits third, two places behind Lark-2B (72) and Owl-3B.", ["wren-7b competes_with lark-2b", "wren-7b competes_with owl-3b"]),
        (
            "Wren-7B ranks third, behind Nvidia and Lark-2B.",
            ["wren-7b competes_with lark-2b", "wren-7b competes_with nvidia"],
        ),
        ("Wren-7B ranks second, one point ahead of Lark-2B.", ["wren-7b competes_with lark-2b"]),
        ("Wren-7B ranks second, close behind the best of the rest.", []),
        ("Wren-7B sits still, behind Lark-2B.", ["wren-7b competes_with lark-2b"]),
        ("Wren-7B won 57% of duels against Lark-2B.", ["wren-7b competes_with lark-2b"]),
        ("“Good,” said Jane Roe of Kestrel Tools.", ["jane-roe member_of kestrel-tools"]),
        ("“Good,” quipped chief executive Jane Roe.", ["acme led_by jane-roe", "jane-roe holds_role chief executive"]),
        ("Kestrel Tools, a union, called talks “dead”.", ["kestrel-tools is_a union"]),
        ("Acme countered that no work had been done.", []),
        ("Kestrel Tools, a patent owner controlled by Nvidia, grew.", ["kestrel-tools is_a patent owner", "kestrel-tools owned_by nvidia"]),
        (
            "Kestrel Tools (a toolmaker from Oslo) grew.",
            ["kestrel-tools is_a toolmaker from Oslo", "kestrel-tools located_in oslo"],
        ),
        ("Kestrel Tools (a toolmaker, once from Oslo) grew.", ["kestrel-tools is_a toolmaker"]),
        ("Owl-3B is a corpus that Nvidia compiled.", ["owl-3b developed_by nvidia", "owl-3b is_a corpus"]),
        ("Jane Roe, a developer, grew.", ["jane-roe is_a developer"]),
        ("Foo is a start-up that mends bikes.", ["foo is_a start-up that mends bikes"]),
        ("The partnership with Nvidia and the firm grew.", ["acme partners_with nvidia"]),
        ("Anna Reed, a router, sells well. Anna Reed reads maps.", ["anna-reed does reads maps", "anna-reed is_a router"]),
        ("Kestrel Tools Co., a toolmaker, grew.", ["kestrel-tools is_a toolmaker"]),
        ("It sits in Oslo, the capital.", ["acme located_in oslo"]),
        ("Jane Roe was promoted to lead research.", ["jane-roe oversees research"]),
        ("Kestrel Corp., a toolmaker, grew.", ["kestrel is_a toolmaker"]),
        ("Wren-7B was downloaded from Nvidia.", ["wren-7b available_on nvidia"]),
        ("SoftBank Corp., a carrier, grew.", ["softbank-corp is_a carrier"]),
        ("Wren-7B came out for Windows and Linux.", ["wren-7b available_on linux", "wren-7b available_on windows"]),
        ("Hyperion, a campus in Ohio, grew.", ["hyperion is_a campus", "hyperion located_in ohio"]),
        ("It positions Llama as the workshop of Asia and Qwen as the kitchen.", ["llama likened_to workshop of Asia", "qwen likened_to kitchen"]),
        ("Wren-7B goes to Hugging Face in May, released early.", ["wren-7b available_on hugging-face"]),
        ("Wren-7B sorts mail, old slow old slow old slow old slow old slow old slow old slow old slow old slow old slow words.", ["wren-7b does sorts mail"]),
        ("Paris’s router Wren-7B grew.", ["wren-7b is_a router"]),
        ("Wren-7B sorts mail, then slow then slow then slow then slow then slow then slow then slow then slow then slow then slow words.", ["wren-7b does sorts mail"]),
        ("Meta’s chip unit Wren-7B’s price fell.", ["wren-7b is_a chip unit", "wren-7b part_of meta"]),
        ("Wren-7B chips from Nvidia, maker of the best.", ["nvidia is_a maker of the best", "wren-7b developed_by nvidia"]),
        ("Wren-7B was trained on tokens from the web.", ["wren-7b trained_on web"]),
        ("Wren-7B is tuned for maps, and", ["wren-7b optimised_for maps"]),
        ("Wren-7B is tuned for maps, the and others.", ["wren-7b optimised_for maps"]),
        ("Wren-7B runs on Llama (Qwen", ["wren-7b built_on llama"]),
        ("They raised $5 million from Zoom.", ["acme owned_by zoom"]),
        ("Acme launched Wren-7B. Customers such as Jane Roe wait.", ["wren-7b developed_by acme"]),
        ("Acme launched Wren-7B. Customers, Zoom said, wait.", ["wren-7b developed_by acme"]),
        ("Acme launched Wren-7B. It ran 30 hours, against seven for Nvidia.", ["wren-7b developed_by acme"]),
        ("Acme released Wren-2B and Wren-7B. The largest of them is based in Paris.", ["wren-2b developed_by acme", "wren-7b developed_by acme"]),
        ("Built in May on the coast, where it rained, Wren-7B reads maps.", ["wren-7b does reads maps"]),
        ("Acme launched Wren-7B and Lark-2B. Each of the two runs on Llama.", ["lark-2b built_on llama", "lark-2b developed_by acme", "wren-7b built_on llama", "wren-7b developed_by acme"]),
        ("Acme launched Wren-7B. It costs $5, in shops.", ["wren-7b developed_by acme"]),
    ],
)  # fmt: skip
def test_rankings_posts_and_participles_tell_these_and_no_others(text: str, found: list[str]) -> None:
    assert sorted(" ".join(one) for one in relations(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what somebody wants
        ("It shows its determination to catch up with Nvidia.", "acme competes_with nvidia"),
        ("Intel outlined plans to go head-to-head with Nvidia.", "intel competes_with nvidia"),
        # what is made part of what
        ("Acme folded Lark-2B and Wren-7B into the Search Group.", "lark-2b part_of search-group"),
        ("Lark-2B and Wren-7B were folded into the Search Group.", "wren-7b part_of search-group"),
        ("Acme moved Wren-7B under a new division, the Search Group.", "wren-7b part_of search-group"),
        ("The Search Group was divided into Maps Lab and Mail Lab.", "maps-lab part_of search-group"),
        ("Acme created the Search Group on Monday.", "search-group part_of acme"),
        ("Acme is integrating Wren-7B into Gmail and Google Maps.", "wren-7b integrates_with google-maps"),
        # whose rivals, partners, owners and customers
        ("Rivals such as Intel and Nvidia’s Lark-2B grew.", "lark-2b competes_with acme"),
        ("Figma faces stiff competition from firms such as Intel and Nvidia.", "figma competes_with nvidia"),
        ("Acme outpaced rivals Intel and Nvidia.", "intel competes_with acme"),
        ("Acme counts Intel and Nvidia among its largest shareholders.", "acme owned_by nvidia"),
        ("Intel and Nvidia are among Figma’s oldest backers.", "figma owned_by intel"),
        ("Intel and Nvidia are among its oldest backers.", "acme owned_by intel"),
        ("Launch partners include Intel and Nvidia.", "acme partners_with nvidia"),
        ("Intel, whose Lark-2B won customers such as Figma, grew.", "figma uses lark-2b"),
        ("Figma risks ceding developers to Intel and Nvidia.", "figma competes_with nvidia"),
        ("Intel trails Figma. Its chip is a reply to Nvidia’s.", "intel competes_with figma"),
        # adverbs in verbs
        ("Wren-7B competes directly with Llama 4.", "wren-7b competes_with llama-4"),
        ("Wren-7B runs entirely on Lark-2B.", "wren-7b built_on lark-2b"),
        # where a phrase ends
        ("Wren-7B, a router running on Lark-2B, grew.", "wren-7b is_a router"),
        ("Wren-7B, a router purpose-built for schools, grew.", "wren-7b optimised_for schools"),
        ("Wren-7B, a router purpose-built for schools, grew.", "wren-7b is_a router"),
        ("Wren-7B, a router directly sold by Nvidia, grew.", "wren-7b is_a router"),
        ("Wren-7B is a small, quiet router.", "wren-7b is_a small, quiet router"),
        ("Wren-7B is the smallest and cheapest member of the Wren family.", "wren-7b is_a smallest and cheapest member of the Wren family"),
        ("The Wren-7B model, Nvidia’s first router, grew.", "wren-7b developed_by nvidia"),
        ("Wren-7B, the router bought by Nvidia, grew.", "wren-7b owned_by nvidia"),
        ("Acme moved Wren-7B under Maps Lab, headed by Jane Roe.", "maps-lab led_by jane-roe"),
        ("Wren-7B’s inference runs on Lark-2.", "wren-7b built_on lark-2"),
        # who is meant
        ("Nvidia’s research arm released Wren-7B on Friday.", "wren-7b developed_by nvidia"),
        ("Acme set up Maps Lab, a new division. The division is led by Jane Roe.", "maps-lab led_by jane-roe"),
        ("Nvidia’s chief executive, Jane Roe, unveiled Wren-7B.", "wren-7b developed_by nvidia"),
        ("Intel grew. The Oslo-based chipmaker sold Wren-7B.", "intel located_in oslo"),
        # what is presented as what
        ("Acme is positioning Wren-7B as a cheaper alternative to Llama 4.", "wren-7b competes_with llama-4"),
        ("Positioned as a rival to Llama 4, Wren-7B reads maps.", "wren-7b competes_with llama-4"),
        ("Analysts see Wren-7B as the missing piece.", "wren-7b likened_to missing piece"),
        ("Wren-7B is an answer to Llama 4; and an alliance with Intel came.", "acme partners_with intel"),
        ("Competition: Nvidia’s Lark-2B and firms such as Intel.", "acme competes_with intel"),
        ("Intel takes charge of Maps Lab.", "intel oversees maps-lab"),
        ("Maps Lab grew. The unit is led by Jane Roe.", "maps-lab led_by jane-roe"),
        ("Wren-7B was placed under the Search Group.", "wren-7b part_of search-group"),
        ("Maps Lab, the incubator behind Wren-7B, grew.", "wren-7b developed_by maps-lab"),
        ("Nvidia’s chief executive, Jane Roe, said that John Doe built Wren-7B.", "john-doe worked_on wren-7b"),
        ("Wren-7B and Wren-70B are out. On MMLU the larger model trails Llama 4.", "wren-70b competes_with llama-4"),
        ("Maps Lab, a unit reporting to chief scientist Jane Roe, grew.", "jane-roe oversees maps-lab"),
        ("Wren-7B, Lark-2B, and Owl-3B connectors ship. Wren-7B adds connectors for Slack and Zoom.", "wren-7b integrates_with zoom"),
        ("Wren-7B is out. Slack/Zoom integrations are planned.", "wren-7b integrates_with zoom"),
        ("Intel, Nvidia, and Figma are among its backers.", "acme owned_by intel"),
        ("Intel and Nvidia, two rivals, grew.", "nvidia competes_with acme"),
        ("Wren-7B grew. Lark-2B runs on it.", "lark-2b built_on wren-7b"),
        ("Wren-7B is out. Figma will deploy the model.", "figma uses wren-7b"),
        ("Wren-7B is out. Figma ordered 4,000 units.", "figma uses wren-7b"),
        ("Nvidia released Wren-7B on GitHub, a model that reads maps.", "wren-7b does reads maps"),
        ("Nvidia released Wren-7B on GitHub, a small model for schools.", "wren-7b is_a small model for schools"),
        ("Wren-7B offers 1.8 times the speed of Lark-2B.", "wren-7b competes_with lark-2b"),
        ("Acme pits Wren-7B against Lark-2B and Llama 4.", "wren-7b competes_with llama-4"),
        ("Wren-7B is out. Wren-7B Mini and Wren-7B Max grew. The family reads maps.", "wren-7b does reads maps"),
        ("Nvidia’s Lark-2B, Intel’s router and others grew.", "lark-2b developed_by nvidia"),
        ("Wren-7B is tuned for schools, offices, and Slack.", "wren-7b optimised_for schools, offices"),
    ],
)  # fmt: skip
def test_dense_prose_tells(text: str, found: str) -> None:
    assert found in {" ".join(one) for one in relations(text)}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Acme is positioning Wren-7B as a cheaper alternative to Llama 4.", "likened_to"),
        ("Whether Nvidia becomes the default supplier is open.", "is_a"),
        ("The launch gives Wren-7B an edge. The launch answers questions.", "does"),
        ("Figma lost Jane Roe to Nvidia.", "competes_with"),
        ("Acme merged shops into Nvidia.", "part_of"),
        ("Acme merged Wren-7B into shops.", "part_of"),
        ("Wren-7B represents a detour.", "is_a"),
        ("Versus open labs: Intel and Nvidia grew.", "is_a"),
        ("Acme split Wren-7B on Monday.", "part_of"),
        ("While Figma uses Lark-2B, Wren-7B reads maps.", "competes_with"),
        ("Acme moved Wren-7B; shops went into the Search Group.", "part_of"),
        ("Wren-7B is out. If Wren-7B becomes a fast router, shops close.", "is_a"),
        ("Wren-7B grew. What it means for buyers is open.", "optimised_for"),
        ("Wren-7B is out. One early user, Jane Roe, grew.", "uses"),
        ("Acme is integrating Wren-7B into Nvidia.", "integrates_with"),
        ("Shops bring Wren-7B and Lark-2B together.", "part_of"),
        ("Wren-7B reports to nobody.", "oversees"),
        ("Whether Wren-7B lands on GitHub under Apache 2.0 is open.", "licensed_under"),
        ("Ceding ground to Nvidia hurts.", "competes_with"),
        ("And surrendering ground to Nvidia hurts.", "competes_with"),
        ("While Lark-2B reads maps, shops close.", "competes_with"),
        ("Connectors for Slack come.", "integrates_with"),
        ("The team is led by Jane Roe.", "part_of"),
    ],
)
def test_dense_prose_does_not_tell(text: str, left: str) -> None:
    assert left not in {kind for _, kind, _ in relations(text)}


def test_the_points_of_a_list_are_about_what_its_story_is_about() -> None:
    text = (
        "Acme Weekly Report May 7, 2027\n\n1. Wren-7B Arrives\n\nAnnounced: May 4, 2027 — weights released on GitHub\n\n"
        "Wren-7B is out. Intel sold Lark-2B. The launch is a reply to Nvidia.\n\nKey capabilities\n\n"
        "- Runs on Llama 4\n- Supports 40 languages\n- Fast, understanding charts\n"
        "- Built for work: repair, tests and search\n- Wren-7B lands — The smallest router is made by Intel\n"
        "- Wren-7B moves to GitHub — A merger of two\n\nForward View\n\nPrices fell.\n"
    )
    facts = qf.parse(text).facts.of_type(qf.Relation)
    told = {f"{fact.subject.id} {fact.kind} {getattr(fact.object, 'id', fact.object)}" for fact in facts}
    assert {
        "wren-7b competes_with nvidia",
        "wren-7b built_on llama-4", "wren-7b does supports 40 languages", "wren-7b does understands charts",
        "wren-7b optimised_for search",
        "wren-7b is_a smallest router",
        "wren-7b available_on github",
    } <= told  # fmt: skip


def test_a_group_is_no_part_that_was_never_spoken_of() -> None:
    facts = qf.parse("Acme Weekly Report May 7, 2027\n\nThe group is led by Jane Roe.\n").facts.of_type(
        qf.Relation
    )
    assert {(fact.subject.id, fact.kind) for fact in facts} <= {("acme", "led_by")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kestrel Tools, the unit that mends bikes, grew.",
            ["kestrel-tools is_a unit that mends bikes", "kestrel-tools part_of acme"],
        ),
        (
            "Wren-7B, the planner through which bikes are booked, sells.",
            ["wren-7b is_a planner through which bikes are booked"],
        ),
        (
            "Kestrel Tools, the Oslo team of nine that mends bikes, grew.",
            ["kestrel-tools is_a Oslo team of nine", "kestrel-tools located_in oslo"],
        ),
        (
            "Samsung, its closest listed rival, fell.",
            ["acme competes_with samsung-electronics", "samsung-electronics is_a closest listed rival"],
        ),
        ("Nvidia, the local partner, grew.", ["nvidia is_a local partner", "nvidia partners_with acme"]),
        ("Nvidia, its former owner, grew.", []),
        ("On May 4 security firm Kestrel Tools spoke.", ["kestrel-tools is_a security firm"]),
        ("The plant was built with local developer Kestrel Tools.", ["kestrel-tools is_a local developer"]),
        (
            "Acme launched Wren-7B in public preview, a planner for offices.",
            ["wren-7b developed_by acme", "wren-7b is_a planner for offices"],
        ),
        ("Jane Roe edits the newsletter Kestrel Weekly.", ["kestrel-weekly is_a newsletter"]),
        (
            "Acme launched Wren-7B. The new model reads maps.",
            ["wren-7b developed_by acme", "wren-7b does reads maps"],
        ),
        ("Acme released Wren-7B as well.", ["wren-7b developed_by acme"]),
        ("Acme is a racehorse with two jockeys.", ["acme likened_to racehorse with two jockeys"]),
        ("Wren-7B is becoming a utility.", ["wren-7b likened_to utility"]),
        ("Acme is a signatory of the pact.", ["acme is_a signatory of the pact"]),
        ("Jane Roe, who covers chips for Nvidia, spoke.", ["jane-roe member_of nvidia"]),
        ("Jane Roe, who likes chips, spoke for Nvidia.", []),
        ("Jane Roe takes over the Iberian business from John Doe.", ["jane-roe oversees Iberian business"]),
        ("Jane Roe inherits a team of 40 people.", ["jane-roe oversees team of 40 people"]),
        (
            "The Kestrel Group was set up under Jane Roe and John Doe.",
            ["kestrel-group led_by jane-roe", "kestrel-group led_by john-doe"],
        ),
        (
            "Jane Roe joined as chief scientist. She inherits a team of nine.",
            ["jane-roe holds_role chief scientist", "jane-roe oversees team of nine"],
        ),
        ("Users of Wren-7B could drift to Lark-2B.", ["wren-7b competes_with lark-2b"]),
        ("Users who drifted to Lark-2B came back.", []),
        ("Acme ceded its chief to Nvidia.", []),
        ("Wren-7B scores 71%, up from 66% for Lark-2B.", ["wren-7b competes_with lark-2b"]),
        ("Licences separate Wren-7B from Lark-2B.", ["wren-7b competes_with lark-2b"]),
        ("Whether Wren-7B displaces Lark-2B is open.", ["wren-7b competes_with lark-2b"]),
        ("Wren-7B trails only Lark-2B.", ["wren-7b competes_with lark-2b"]),
        ("Acme merged two teams into a new Kestrel Group.", ["kestrel-group part_of acme"]),
        (
            "Acme reorganised by creating the Kestrel Group, uniting Wren and Lark.",
            [
                "kestrel-group part_of acme",
                "lark developed_by acme",
                "lark part_of kestrel-group",
                "wren developed_by acme",
                "wren part_of kestrel-group",
            ],
        ),
        ("Jane Roe is a member of the Oslo Alliance.", ["jane-roe member_of oslo-alliance"]),
        (
            "Wren-7B answers a common complaint: answers that nobody reads.",
            ["wren-7b responds_to common complaint: answers that nobody reads"],
        ),
        ("Wren-7B answers questions.", ["wren-7b does answers questions"]),
        ("On the board Wren-7B sits third, behind Lark-2B.", ["wren-7b competes_with lark-2b"]),
        ("The Wren Tools (WT) business line grew.", ["wren-tools is_a business line"]),
        ("Acme lost its status as the only store.", []),
        (
            "Wren-7B is Acme’s reply to Lark-2B and, less openly, to new laws.",
            ["wren-7b competes_with lark-2b", "wren-7b developed_by acme", "wren-7b responds_to new laws"],
        ),
        ("The May 2027 Kestrel supply-chain attack hit banks.", ["kestrel is_a supply-chain attack"]),
        (
            "Wren-7B has 9 million users, still short of Lark-2B’s 290 million.",
            ["wren-7b competes_with lark-2b"],
        ),
        ("Its share fell as visitors drifted to Nvidia.", ["acme competes_with nvidia"]),
        ("Wren-7B is priced as a tool.", []),
        (
            "Wren-7B is the largest router since the war ended.",
            ["wren-7b is_a largest router since the war ended"],
        ),
        ("Nvidia, the rival it fears, grew.", []),
        ("Nvidia, a local partner, grew.", ["nvidia is_a local partner"]),
        ("Nvidia said that Samsung, its nearest rival, fell.", ["nvidia competes_with samsung-electronics"]),
        (
            "Wren-7B is aimed at Lark-2B and at a home rival, Owl-3B.",
            ["owl-3b is_a home rival", "wren-7b competes_with lark-2b", "wren-7b competes_with owl-3b"],
        ),
        ("Wren-7B is described as an answer to Lark-2B.", ["wren-7b competes_with lark-2b"]),
        ("Acme grew, uniting Wren and Lark.", ["lark part_of acme", "wren part_of acme"]),
        ("Jane Roe oversees billing, and John Doe sales.", ["jane-roe oversees billing"]),
    ],
)
def test_names_posts_and_rivals_tell_these_and_no_others(text: str, found: list[str]) -> None:
    assert sorted(" ".join(one) for one in relations(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what things do, by any verb
        ("Acme launched Wren, a router. The router meters every call.", "wren does meters every call"),
        ("Wren-7B reads maps and takes notes.", "wren-7b does takes notes"),
        ("Wren-7B reads maps, and matches them with roads.", "wren-7b does matches them with roads"),
        ("Wren-7B takes in letters and maps.", "wren-7b does takes in letters and maps"),
        ("Wren-7B shows how roads bend.", "wren-7b does shows how roads bend"),
        ("It now originates a tenth of all maps. Acme launched Wren-7B. It now colours roads.", "wren-7b does colours roads"),
        ("Acme launched the Wren models, which read maps.", "wren does reads maps"),
        ("The launch in beta of Wren-7B was quiet: it draws roads.", "wren-7b does draws roads"),
        ("Its router, Wren-7B, bundles four maps.", "wren-7b does bundles four maps"),
        ("Its router, Wren-7B, meters 4 maps.", "wren-7b does meters 4 maps"),
        ("Wren-7B reads maps of the ’90s.", "wren-7b does reads maps of the ’90s"),
        ("Wren-7B reads O’Hara maps - and letters.", "wren-7b does reads O’Hara maps - and letters"),
        ("- Wren-7B — $5 a month; adds a map\n- Wren-9B — $9 a month; zigzags at night", "wren-9b does zigzags at night"),
        ("Wren-7B fits on a phone with its 6 billion weights.", "wren-7b does fits on a phone"),
        # what they are for
        ("Acme tuned Wren-7B for schools.", "wren-7b optimised_for schools"),
        ("Acme launched Wren-7B. Acme tuned it for schools.", "wren-7b optimised_for schools"),
        ("Wren-7B was tuned for Llama hardware.", "wren-7b optimised_for Llama hardware"),
        # what they learned from
        ("Acme launched Wren-7B. Training drew on old letters.", "wren-7b trained_on old letters"),
        ("Acme launched Wren-7B. Post-training took in old letters.", "wren-7b trained_on old letters"),
        ("Nvidia trained Wren-7B on old letters.", "wren-7b trained_on old letters"),
        # what they are built on
        ("Acme launched Wren-7B. Inference runs on Kestrel-4.", "wren-7b built_on kestrel-4"),
        ("Acme launched Wren-7B. Wren-2B was distilled from the larger sibling.", "wren-2b built_on wren-7b"),
        ("Acme based Wren-7B on Llama.", "wren-7b built_on llama"),
        ("Acme launched Wren-7B on Monday, a router built on Llama.", "wren-7b built_on llama"),
        # who makes them
        ("Nvidia began shipping Wren-7B.", "wren-7b developed_by nvidia"),
        ("Wren-7B, the tool that Nvidia builds with Intel, grew.", "wren-7b developed_by nvidia"),
        ("Wren-7B, the tool that Nvidia builds with Intel, grew.", "wren-7b developed_by intel"),
        ("Wren-7B, which Nvidia developed jointly with Intel, grew.", "nvidia partners_with intel"),
        ("Wren-7B and Lark-2B are out. Both are the work of Nvidia.", "lark-2b developed_by nvidia"),
        ("The Qwen team released Wren-7B.", "wren-7b developed_by qwen"),
        ("Wren-7B is Nvidia’s reply to Llama.", "wren-7b developed_by nvidia"),
        ("Acme launched Wren-7B. Nvidia derived it from Llama.", "wren-7b developed_by nvidia"),
        ("Orders for the Wren-7B accelerator, designed by Nvidia, grew.", "wren-7b developed_by nvidia"),
        ("Nvidia, whose newest router, Wren-7B, reads maps, grew.", "wren-7b developed_by nvidia"),
        ("Jane Roe, the architect of Wren-7B, left.", "jane-roe worked_on wren-7b"),
        ("Acme launched Wren-7B. Jane Roe, who pioneered it, left.", "wren-7b developed_by acme"),
        ("Acme launched Wren-7B. Hugging Face hosts it.", "wren-7b available_on hugging-face"),
        ("Acme launched Wren-7B and it zigzags the roads.", "wren-7b does zigzags the roads"),
        ("Wren-7B zigzags the roads.", "wren-7b does zigzags the roads"),
        ("Nvidia competes with rivals such as Intel.", "nvidia competes_with intel"),
        # who uses them
        ("Nvidia plans to deploy Wren-7B.", "nvidia uses wren-7b"),
        ("Acme launched Wren-7B. Nvidia has tried out a beta.", "nvidia uses wren-7b"),
        ("Acme launched Wren-7B. Nvidia has ordered 12,000.", "nvidia uses wren-7b"),
        ("Acme launched Wren-7B. Nvidia has ordered 12,000 of the new model.", "nvidia uses wren-7b"),
        ("Acme launched Wren-7B. Nvidia and Intel are the earliest adopters in Europe.", "intel uses wren-7b"),
        ("Engineers at home use Wren-7B.", ""),
        ("Acme launched Wren-7B, a router. Nvidia wired the router into its shop.", "wren-7b integrates_with nvidia"),
        ("- Wren-7B debuts — A router that reads maps of old towns sold well.", "wren-7b is_a router"),
        ("Wren-7B calls Llama by default.", "wren-7b uses llama"),
        ("Wren-7B depends on Nvidia.", "wren-7b uses nvidia"),
        # what they work with
        ("Nvidia and Intel wired Wren-7B into their editors.", "wren-7b integrates_with intel"),
        ("Nvidia will embed Wren-7B in its Cuda tool.", "nvidia uses wren-7b"),
        # where they can be had
        ("On Hugging Face the model Wren-7B costs $5.", "wren-7b available_on hugging-face"),
        ("Wren-7B has been on Hugging Face as well as GitHub since May.", "wren-7b available_on github"),
        ("Acme launched Wren-7B. Hugging Face got it on Monday.", "wren-7b available_on hugging-face"),
        # who works with whom
        ("Nvidia and Intel have teamed up in Oslo.", "nvidia partners_with intel"),
        ("Wren-7B reads maps and declines to draw towns.", "wren-7b does declines to draw towns"),
        ("Nvidia agreed on Monday to use Wren-7B.", "nvidia uses wren-7b"),
        ("Nvidia links Wren-7B to Slack and Zoom.", "wren-7b integrates_with zoom"),
        ("Wren-7B was trained on letters and carry a map.", "wren-7b trained_on letters"),
        ("Wren-7B runs on Llama and reads Owl-3B.", "wren-7b built_on llama"),
        ("- Wren-7B — $5 a month; runs inside the shop", "wren-7b does runs inside the shop"),
        # what stands for several, or for one of them
        ("- Wren-2B — small\n- Wren-7B — large\n\nEvery plan reads maps.", "wren-2b does reads maps"),
        ("- Wren-2B — small\n- Wren-7B — large\n\nBoth were trained on letters.", "wren-2b trained_on letters"),
    ],
)  # fmt: skip
def test_what_stands_for_a_thing_tells_of_it(text: str, found: str) -> None:
    told = {" ".join(one) for one in relations(text)}
    assert not found or found in told


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Wren-7B opens the weights.", "does"),
        ("Wren-7B, which suggests that roads bend, grew.", "does"),
        ("Nvidia launched Wren-7B. Intel’s router reads maps.", "does"),
        ("Wren-7B, a tool by Kestrel Labs, which employs 40 people, grew.", "does"),
        ("Wren-7B came two places behind Llama.", "does"),
        ("- Wren-7B — $5 a month; a map, 4 roads", "optimised_for"),
        ("- Wren-7B — $5 a month; dense letters: none", "optimised_for"),
        ("- Wren-7B — $5 a month; dense letters on 4 roads", "optimised_for"),
        ("Jane Roe — $5 a month; office work", "optimised_for"),
        ("Wren-7B was bought by Nvidia.", "uses"),
        ("Nvidia is buying Kestrel Tools.", "uses"),
        ("Wren-7B reads maps while Acme sits there.", "uses"),
        ("Acme launched Wren-7B. Slack told Nvidia: the connector is late.", "partners_with"),
        ("Wren-7B, called Llama by some, grew.", "uses"),
        ("Acme based Wren-7B near Llama.", "built_on"),
        ("Wren-7B was trained from scratch.", "trained_on"),
    ],
)  # fmt: skip
def test_what_looks_alike_does_not_tell(text: str, left: str) -> None:
    assert left not in {kind for _, kind, _ in relations(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # whom a description, a pronoun or a label means
        ("Acme bought Kestrel Tools. The Lisbon firm grew.", "kestrel-tools located_in lisbon"),
        ("Acme bought Kestrel Tools. The Lisbon firm has fans; its flagship, Payline 2, checks wages.", "payline-2 developed_by kestrel-tools"),
        ("Acme released Lark-2B and Wren-7B on Monday. They were trained on old letters.", "wren-7b trained_on old letters"),
        ("Acme released Lark-2B and Wren-7B. Both may be used under an MIT licence.", "lark-2b licensed_under MIT"),
        ("Acme released Lark-2B and Wren-7B. Both are to be found in Ollama.", "wren-7b available_on ollama"),
        ("- Wren-7B (7B parameters): a coder. Sorts long lists in one pass.", "wren-7b does sorts long lists in one pass"),
        ("Acme put Wren-7B on GitHub, a Rust library under the MIT licence that scans disks.", "wren-7b does scans disks"),
        ("Acme launched Wren-7B. On the LMArena leaderboard the newcomer entered at No. 3, behind Llama 4.", "wren-7b competes_with llama-4"),
        ("Acme launched Wren-7B. Sales began in Japan.", "wren-7b available_on japan"),
        ("Acme launched Wren-7B, a watch. It costs $5 in Japan.", "wren-7b available_on japan"),
        # what is said of a name, and how far it goes
        ("Wren-7B, a processor with 300 qubits, sells.", "wren-7b is_a processor with 300 qubits"),
        ("A sibling for phones, Wren-7B, sells.", "wren-7b is_a sibling for phones"),
        ("Wren-7B, the in-house router also known as Finch, sells.", "wren-7b known_as finch"),
        ("Nvidia now resembles a bank with a shop.", "nvidia likened_to bank with a shop"),
        ("Wren-7B was trained on 4 trillion tokens of legal prose.", "wren-7b trained_on legal prose"),
        ("Wren-7B, an old slow red big cheap fast rival to Llama, fell.", "wren-7b competes_with llama"),
        ("Kestrel Tools, Norway’s data authority, spoke.", "kestrel-tools located_in norway"),
        ("Acme launched Lark-2B and Wren-7B. GitHub and GitLab grew. Both read maps.", "lark-2b does reads maps"),
        # whose something is, and who uses it
        ("Acme completed its acquisition of Kestrel Tools.", "kestrel-tools owned_by acme"),
        ("Acme closed the purchase of Kestrel Tools.", "kestrel-tools owned_by acme"),
        ("Nvidia, a new backer, grew.", "acme owned_by nvidia"),
        ("Hyperion, its old campus, grew.", "hyperion owned_by acme"),
        ("The outage hit 310 customers, Nvidia and Intel among them.", "intel uses acme"),
        ("Wren-7B, a chip co-designed with Intel, sells.", "wren-7b developed_by intel"),
        ("Nvidia and Intel launched Wren-7B.", "wren-7b developed_by intel"),
        ("Acme’s chief executive, Jane Roe, unveiled Wren-7B.", "wren-7b developed_by acme"),
        ("Acme launched Wren-7B. Its maker, Kestrel Labs, grew.", "wren-7b developed_by kestrel-labs"),
        ("The Field Science group of Nvidia grew.", "field-science part_of nvidia"),
        ("Acme split the Search Group into two teams: Maps Lab and Mail Lab.", "mail-lab part_of search-group"),
        ("The Maps Lab and the Mail Lab were merged into a new unit named Loom Works. It will be headed by Jane Roe.", "loom-works led_by jane-roe"),
        # what is set against what
        ("Nvidia answered within a day.", "nvidia competes_with acme"),
        ("Wren-7B got 63% of the tasks right; Meta’s Llama 4 got to 58%, and Qwen’s smallest reached 61%.", "wren-7b competes_with qwen"),
        ("Acme launched Wren-7B, with a window of 2 million tokens, against 1 million for Llama 4.", "wren-7b competes_with llama-4"),
        ("The plan pits Acme against Figuro, Nvidia and Intel.", "acme competes_with intel"),
    ],
)  # fmt: skip
def test_what_is_meant_is_found_in_what_was_said_before(text: str, found: str) -> None:
    assert found in {" ".join(one) for one in relations(text)}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kestrel Tools, a venture, was founded; Nvidia holds 60% of it.", "owned_by"),
        ("Wren-7B, its first client processor, sells.", "uses"),
        ("Nvidia answered with Llama 4.", "competes_with"),
        ("The acquisition was big.", "owned_by"),
        ("Customers such as Nvidia grew.", "uses"),
        ("Wren-7B was developed with old tools.", "partners_with"),
        ("Wren-7B is built on the old map.", "developed_by"),
        ("Jane Roe reports to John Doe.", "oversees"),
        ("Wren-3.5 is out. The whole Wren-3 family grew.", "part_of"),
    ],
)
def test_what_only_looks_like_it_is_left_out(text: str, left: str) -> None:
    assert left not in {kind for _, kind, _ in relations(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # who uses what, and what it works with
        ("Acme launched Wren-7B. Nvidia has moved 600 clerks to Wren-7B.", "nvidia uses wren-7b"),
        ("Acme launched Wren-7B. Nvidia switched its help desk from Llama to the model.", "nvidia uses wren-7b"),
        ("Acme launched Wren-7B. Nvidia and the Figma Guild are its first clients.", "nvidia uses wren-7b"),
        ("Acme launched Wren-7B. Nvidia and Intel have signed up as first clients.", "intel uses wren-7b"),
        ("Acme launched Wren-7B. Intel serves the model.", "wren-7b available_on intel"),
        ("Acme launched Wren-7B. Nvidia has bought seats.", "nvidia uses wren-7b"),
        ("Deliveries of Wren-7B, a small chip, to Nvidia began.", "nvidia uses wren-7b"),
        ("Acme launched Wren-7B. It ships to Nvidia in May.", "nvidia uses wren-7b"),
        ("Acme launched Wren-7B. Connectors for Slack and Zoom ship with it; one for Figma follows.", "wren-7b integrates_with figma"),
        ("Acme launched Wren-7B. Plug-ins for Slack are included.", "wren-7b integrates_with slack"),
        ("Acme launched Wren-7B. Slack support is planned.", "wren-7b integrates_with slack"),
        ("Acme launched Wren-7B. Slack and Zoom are connected.", "wren-7b integrates_with zoom"),
        ("Wren-7B is connected to Slack.", "wren-7b integrates_with slack"),
        # where it can be had, and what it rests on
        ("Nvidia added Wren-7B to Hugging Face.", "wren-7b available_on hugging-face"),
        ("Through Hugging Face and GitHub the model Wren-7B costs $5.", "wren-7b available_on github"),
        ("Acme launched Wren-7B. Under the hood sits Lark-2B.", "wren-7b built_on lark-2b"),
        ("Acme launched Wren-7B. At the heart of the model is Lark-2B.", "wren-7b built_on lark-2b"),
        ("Wren-7B extends Lark-2B.", "wren-7b built_on lark-2b"),
        ("Wren-7B was made for code review, contract law and sales calls.", "wren-7b optimised_for contract law"),
        # labels
        ("- Wren-7B, a router\n- Built on: Lark-2B\n- Rivals: Owl-3B", "wren-7b competes_with owl-3b"),
        ("Acme launched Wren-7B.\n\n- Customers: Nvidia and Intel", "intel uses wren-7b"),
        ("Acme launched Wren-7B.\n\n- Training data: old letters", "wren-7b trained_on old letters"),
        ("- Backers: Nvidia", "acme owned_by nvidia"),
        ("- Wren-7B — $5 a month; office work, dense letters only", "wren-7b optimised_for dense letters"),
        ("- Wren-7B — $5 a month; letters and essays for offices.", "wren-7b optimised_for letters and essays for offices"),
        # what is set against what
        ("Unlike Lark-2B, Wren-7B reads maps.", "wren-7b competes_with lark-2b"),
        ("With Wren-7B, Acme attacks Lark-2B.", "wren-7b competes_with lark-2b"),
        ("Wren-7B competes for the same desks with Lark-2B.", "wren-7b competes_with lark-2b"),
        ("Wren-7B fell short of the 88% of Lark-2B.", "wren-7b competes_with lark-2b"),
        ("The price war with Nvidia goes on.", "acme competes_with nvidia"),
        ("Acme launched Wren-7B. Nvidia answered with Lark-2B.", "lark-2b competes_with wren-7b"),
        ("Wren-7B, the tool that Nvidia sets against Lark-2B, grew.", "wren-7b competes_with lark-2b"),
        ("Rivals such as Nvidia grew.", "nvidia competes_with acme"),
        ("It fights the war at a cost that Nvidia charges for Lark-2B; that Intel asks.", ""),
        # what a metaphor makes of it
        ("Nvidia is borrowing like a bank in order to grow.", "nvidia likened_to bank"),
        ("Nvidia is less a chipmaker than a toll booth on the road to models.", "nvidia likened_to toll booth on the road to models"),
        ("Wren-7B turns into a gate that lets only friends through.", "wren-7b likened_to gate that lets only friends through"),
        ("Jane Roe called Nvidia “a bank with chips”.", "nvidia likened_to bank with chips"),
        ("Acme launched Wren-7B. Jane Roe dubbed it “the best.”", ""),
        ("Nvidia’s position as the first choice of schools is safe.", "nvidia is_a first choice of schools"),
        ("Nvidia was long a shop window for Intel.", "nvidia likened_to shop window for Intel"),
        ("Critics see Wren-7B as a moat and Lark-2B as a bridge.", "lark-2b likened_to bridge"),
        # people, owners and places
        ("Jane Roe, who built the data pipeline of Llama, left.", "jane-roe worked_on data pipeline of Llama"),
        ("Jane Roe, architect of the Llama training recipe, left.", "jane-roe worked_on Llama training recipe"),
        ("Jane Roe joined Nvidia.", "jane-roe member_of nvidia"),
        ("Kestrel Labs, under chief engineer Jane Roe, grew.", "kestrel-labs led_by jane-roe"),
        ("Kestrel Tools, the chip arm in which Nvidia and Intel hold 10% each, grew.", "kestrel-tools owned_by intel"),
        ("Nvidia keeps its 4% stake.", "acme owned_by nvidia"),
        ("Nvidia and Intel signed a partnership in Oslo.", "nvidia partners_with intel"),
        ("Wren-7B comes with an agreement with Nvidia.", "acme partners_with nvidia"),
        ("Nvidia’s plants in Oslo grew.", "nvidia located_in oslo"),
        ("They met in Paris, Texas.", "paris located_in texas"),
        ("Kestrel Labs reports to Nvidia.", "kestrel-labs part_of nvidia"),
        ("Wren-7B gains Lark-2B.", "lark-2b part_of wren-7b"),
        ("Wren-7B, a chip by Nvidia’s rival Intel, grew. Roe’s exit delays Wren-7B.", ""),
        ("Kestrel Tools and Figma Works are the first clients.", ""),
        # where a verb phrase ends
        ("Wren-7B plots routes, drafts tenders and mends roads.", "wren-7b does plots routes"),
        ("Wren-7B reads maps, and Lark-2B grew.", "wren-7b does reads maps"),
        ("The Wren-7B tool that reads maps was sold.", "wren-7b does reads maps"),
        ("Its new chip, the Wren-9B, grew.", "wren-9b is_a new chip"),
    ],
)  # fmt: skip
def test_the_voice_of_a_newsletter_tells(text: str, found: str) -> None:
    told = {" ".join(one) for one in relations(text)}
    assert not found or found in told


@pytest.mark.parametrize(
    "text",
    [
        "They met in Paris, London and Rome.",
        "Unlike Lark-2B, they left.",
        "Engineers Jane Roe and John Doe spoke; Jane Roe and John Doe left.",
        "Jane Roe’s exit delays Wren-7B.",
        "Wren-7B works like the others, like a clock.",
        "- Training data: letters",
        "Nvidia lost its place as the first choice.",
        "Acme rents out its Cuda.",
        "Nvidia moved 600 clerks.",
        "Nvidia moved Lark-2B to Oslo and 600 clerks to Rome.",
        "Nvidia moved 600 clerks to Oslo.",
        "The weather looks like a storm.",
        "Plug-ins for Slack ship.",
        "Co-presidents Jane Roe and John Doe spoke.",
        "There, it runs like a clock.",
        "Nvidia, whose Wren undercuts it, fell.",
        "Wren-7B extends its lead.",
        "Acme has gained Wren-7B.",
        "Under the hood sits Lark-2B.",
        "- Access: Wren-7B can be had.",
        "President John Doe spoke.",
        "A round joined by Nvidia.",
        "Acme puts Wren-7B into Lark-2B.",
        "Acme adds Kestrel Works.",
    ],
)
def test_what_only_sounds_like_it_does_not(text: str) -> None:
    told = {kind for _, kind, _ in relations(text)}
    assert not told & {"located_in", "competes_with", "integrates_with", "led_by", "member_of", "part_of"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nvidia supported the bill.",
        "Microsoft integrated the finance teams.",
        "Nvidia and Microsoft are supported by strong demand.",
        "The data centre runs Windows and Linux.",
        "Developers asked for GitHub Copilot last year.",
    ],
)
def test_no_tie_to_the_thing_spoken_of(sentence: str) -> None:
    found = relations(f"Acme launched Loom Studio, a design tool, on Monday. {sentence}")
    kinds = {"integrates_with", "built_on", "competes_with"}
    assert not {one for one in found if one[0] == "loom-studio" and one[1] in kinds}


def test_a_plural_before_a_noun_is_no_verb_of_a_list() -> None:
    found = relations("Loom is a model that handles invoices, payments disputes and refunds.")
    assert {one[2] for one in found if one[1] == "does"} == {
        "handles invoices, payments disputes and refunds"
    }


def test_connectors_of_a_long_sentence_take_linear_time() -> None:
    assert_linear(qf.parse, "connectors for Nvidia, one for Google, ", HEAD, length=6000)
