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
        ("Wren-7B, its fastest model so far, sells well.", "wren-7b is_a fastest model so far"),
        ("The pension fund Kestrel Partners grew.", "kestrel-partners is_a pension fund"),
        ("The Paris pension manager Kestrel Partners grew.", "kestrel-partners is_a Paris pension manager"),
        ("The Paris pension manager Kestrel Partners grew.", "kestrel-partners located_in paris"),
        ("The Lisbon start-up Kestrel Tools grew.", "kestrel-tools is_a Lisbon start-up"),
        ("Work at the first campus, Kestrel One, began.", "kestrel-one is_a first campus"),
        ("Its first agent product (Wren-7B) sells well.", "wren-7b is_a first agent product"),
        ("The Wren-7B large language model sells well.", "wren-7b is_a large language model"),
        ("A new in-house model, Wren-7B, writes notes.", "wren-7b developed_by acme"),
        ("Wren-7B’s position as the first choice of schools is safe.", "wren-7b is_a first choice of schools"),
        ("Three large firms (Netflix, Roblox, Epic Games) hired nobody.", "netflix is_a large firms"),
        ("It has two large units — Netflix and Roblox.", "roblox is_a large units"),
        ("Toy and video firms (Netflix, Roblox) hired nobody.", "netflix is_a Toy and video firms"),
        ("Samsung, the company’s chip unit, grew.", "samsung-electronics part_of acme"),
        ("Kestrel Tools, the audio arm, grew.", "kestrel-tools part_of acme"),
        ("Its audio arm Kestrel Tools grew.", "kestrel-tools part_of acme"),
        ("Nvidia’s audio arm Kestrel Tools grew.", "kestrel-tools part_of nvidia"),
        ("Wren-7B, the largest model in the Llama family, grew.", "wren-7b part_of llama"),
        ("Meta’s Llama sells well.", "llama developed_by meta"),
        ("Meta’s new router Wren-7B sells well.", "wren-7b developed_by meta"),
        ("Meta sells well and runs its Wren-7B service.", "wren-7b developed_by meta"),
        ("ROCm, AMD’s open software stack, grew.", "rocm developed_by amd"),
        ("Samsung, its nearest rival, fell.", "samsung-electronics competes_with acme"),
        ("Zoom, an early backer, gained.", "acme owned_by zoom"),
        ("Zoom, Nvidia’s main shareholder, gained.", "nvidia owned_by zoom"),
        ("Zoom, Nvidia’s main partner, gained.", "zoom partners_with nvidia"),
        ("Zoom, Anthropic’s largest customer, gained.", None),
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
        ("Last year, they keep a fifth of the shares.", None),
        # places
        ("Hyperion, a campus in Ohio, grew.", None),
        ("Paris, the city of lights, grew.", None),
        ("The Paris data centre grew.", None),
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
        ("Acme launched Wren-7B. Integrations: Slack, Excel.", "wren-7b integrates_with slack"),
        ("Nvidia launched Wren-7B, a router.", "wren-7b developed_by nvidia"),
        ("The company released the weights of Wren-7B.", "wren-7b developed_by acme"),
        ("Nvidia unveiled a new router, Wren-7B, in May.", "wren-7b developed_by nvidia"),
        ("Wren-7B was made by Nvidia.", "wren-7b developed_by nvidia"),
        ("Nvidia has chosen Llama for its shops.", "nvidia uses llama"),
        ("Llama was chosen by Nvidia for its shops, and by Meta.", "meta uses llama"),
        ("Nvidia oversees the Llama programme.", "nvidia oversees llama"),
        ("Nvidia oversees the chip shops in Asia.", "nvidia oversees chip shops in Asia"),
        ("Nvidia partners with Meta.", "nvidia partners_with meta"),
        ("Nvidia launched Wren-7B, a router made with Meta.", "nvidia partners_with meta"),
        ("Wren-7B addresses a real shortage of maps.", "wren-7b responds_to real shortage of maps"),
        ("Wren-7B, internally dubbed Kestrel, grew.", "wren-7b known_as kestrel"),
        ("Wren-7B belongs to Llama.", "wren-7b part_of llama"),
        ("Nvidia combines two teams — Kestrel Tools and Bolt Tools.", "bolt-tools part_of nvidia"),
        ("Nvidia combines Kestrel Tools and Bolt Tools.", "bolt-tools part_of nvidia"),
        ("Jane Roe, who built up the Llama group, spoke.", "jane-roe worked_on llama"),
        ("Nvidia acquired Kestrel Tools.", "kestrel-tools owned_by nvidia"),
        ("Nvidia bought Meta’s Llama unit.", None),
        ("Kestrel Tools, a unit led by Jane Roe, grew.", "kestrel-tools led_by jane-roe"),
        ("Nvidia closed a round of $4 million led by Zoom, with Meta and AMD taking part.", "nvidia owned_by amd"),
        ("Nvidia holds a small stake in Zoom.", "zoom owned_by nvidia"),
        ("They looked at Nvidia’s stake in Zoom.", "zoom owned_by nvidia"),
        ("It positions Llama as the workshop of Asia, Qwen as the kitchen.", "llama likened_to workshop of Asia"),
        ("It positions Llama as the workshop of Asia and Qwen as the kitchen.", None),
        # where it can be had
        ("Wren-7B is available on Hugging Face and Amazon Bedrock.", "wren-7b available_on amazon-bedrock"),
        ("Acme launched Wren-7B. Customers reach it through Amazon Bedrock.", "wren-7b available_on amazon-bedrock"),
        ("Acme launched Wren-7B. Checkpoints sit on Hugging Face under the MIT licence.", "wren-7b licensed_under MIT"),
        ("Acme launched Wren-7B. A hosted preview runs on Microsoft Azure.", "wren-7b available_on microsoft-azure"),
        ("Acme released Wren-7B under an Apache 2.0 licence.", "wren-7b licensed_under Apache 2.0"),
        ("Acme launched Wren-7B. The licence is Apache 2.0.", "wren-7b licensed_under Apache 2.0"),
        ("Wren-7B costs $5 in France and Spain, and more elsewhere.", "wren-7b available_on spain"),
        ("Wren-7B goes to Hugging Face in May, released early.", None),
        ("Wren-7B will be released on Hugging Face.", None),
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
        ("Netflix, a netflix, grew.", None),
        ("Compatible with Llama.", None),
        ("Unit 3 runs on Llama.", None),
        ("The Wren-7B router runs on Llama.", "wren-7b built_on llama"),
        ("Nvidia uses Llama and is tuned for maps.", "nvidia uses llama"),
        ("Wren-7B sorts mail, old slow old slow old slow old slow old slow old slow old slow old slow old slow old slow words.", None),
        ("Paris’s router Wren-7B grew.", None),
        ("Wren-7B costs more than any of the old slow toys that people ever bought there.", None),
        ("Acme launched Fusion Agent. The agent runs on Llama.", "fusion-agent built_on llama"),
        ("Acme launched Wren-7B. The model runs on Llama.", "wren-7b built_on llama"),
        ("Jane Kestrel, a router, sells. Jane Kestrel, a router, grew.", "jane-kestrel is_a router"),
        ("Zoom, a partner, grew.", None),
        ("Netflix, Meta’s giant, grew.", "netflix is_a giant"),
        ("Wren-7B, a router in use, grew.", "wren-7b is_a router"),
        ("The Nvidia chip maker Kestrel Tools grew.", None),
        ("The very old slow red big cheap small chip maker Kestrel Tools grew.", None),
        ("Osaka’s old Kestrel Tools grew.", None),
        ("Wren-7B is released; they met on Hugging Face.", None),
        ("A day costs $5 in France.", None),
        ("Wren-7B will be released under an MIT licence.", None),
        ("There, available on Hugging Face, they met.", None),
        ("Wren-7B, an old slow red big cheap fast rival to Llama, fell.", None),
        ("Wren-7B is described as Llama.", None),
        ("Wren-7B reads and is built on Llama.", "wren-7b built_on llama"),
        ("Built on Llama, people say.", None),
        ("Built on Llama, people say, they sell.", None),
        ("Sources: Reuters | CNBC", None),
        ("Wren-7B is tuned for maps of the maps of the maps of the maps of the maps of the maps of the maps of the maps of the maps of the maps of the maps of the maps of the maps.", None),
        ("Wren-7B sorts mail, then slow then slow then slow then slow then slow then slow then slow then slow then slow then slow words.", None),
        ("Wren-7B sorts mail at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night at night .", None),
        ("Wren-7B runs on Llama, Qwen, Gemma, Llama, Qwen, Gemma, Llama, Qwen, Gemma, Llama and Qwen.", "wren-7b built_on gemma"),
        ("Zoom, Anthropic’s largest customer, gained. Wren-7B, its successor, grew.", None),
        ("Kestrel, a bank, grew. It rained.", "kestrel is_a bank"),
        ("Jane Kestrel, a router with two ports, sells well.", "jane-kestrel is_a router with two ports"),
        ("Kestrel Tools, a Paris start-up in Ohio, grew.", "kestrel-tools located_in paris"),
        ("Llama, Qwen’s cousin and a model, grew.", None),
        ("Gemma, Qwen’s smaller model, grew.", "gemma part_of qwen"),
        ("Alibaba Cloud’s Model Studio grew.", "model-studio part_of alibaba-cloud"),
        ("A router (Wren-7B and more) sells.", None),
        ("They saw the campus, Kestrel Labs and others.", None),
        ("They saw 12-layer HBM4 parts.", None),
        ("They saw stricter Wren-7B terms from the maker Kestrel Tools.", None),
        ("They saw model Wren-7B.", None),
        ("They saw the model Wren-7B.", None),
        ("The Ohio and Paris maker Kestrel Tools grew.", None),
        ("Meta’s chip unit Wren-7B’s price fell.", None),
        ("Meta’s Wren-7B-based phones sell.", None),
        ("The Paris Wren-7B large language model grew.", None),
        ("Anthropic was a start-up.", None),
        ("Wren-7B is a plan to win.", None),
        ("Wren-7B is our router.", None),
        ("It is a router.", None),
        ("The router is a model.", None),
        ("Wren-7B, the first model for schools, grew.", "wren-7b is_a first model for schools"),
        ("Wren-7B’s role as a teacher was praised.", "wren-7b is_a teacher"),
        ("Acme launched Wren-7B. Its position as the first choice is safe.", "wren-7b is_a first choice"),
        ("Wren-7B chips from Nvidia, maker of the best.", None),
        ("H100 cards from Paris sell.", None),
        ("Paris-based Kestrel Tools and the Paris-based shop grew.", "kestrel-tools located_in paris"),
        ("Nvidia, creator of many old toys, grew.", "nvidia is_a creator of many old toys"),
        ("Nvidia, the maker of Wren-7B, grew.", "wren-7b developed_by nvidia"),
        ("Large toy firms (Netflix, Roblox and more) hired nobody.", None),
        ("The Acme shops (Netflix, Roblox) grew.", None),
        ("Jane Roe, head of toys, spoke.", "jane-roe holds_role head of toys"),
        ("Jane Roe, head of the Llama group, spoke.", "llama led_by jane-roe"),
        ("Wren-7B was chosen.", None),
        ("The plan was chosen by Nvidia.", None),
        ("Wren-7B was trained on tokens from the web.", None),
        ("Wren-7B, well behind Acme’s Llama, fell.", "wren-7b competes_with llama"),
        ("Wren-7B, the company’s answer to Llama, fell.", "wren-7b competes_with llama"),
        ("Wren-7B, long an equal, fell and is on a par with Llama.", "wren-7b competes_with llama"),
        ("They choose using Llama.", None),
        ("Nvidia tested many, using Llama.", None),
        ("Wren-7B is released on Monday, sold from Amazon Bedrock; more is said.", "wren-7b available_on amazon-bedrock"),
        ("Wren-7B is released from Nvidia.", None),
        ("Acme released it on Hugging Face.", None),
        ("Acme launched Wren-7B. They released it on Hugging Face.", "wren-7b available_on hugging-face"),
        ("They released Llama’s cousin Wren-7B on Hugging Face.", "wren-7b available_on hugging-face"),
        ("Wren-7B costs a lot.", None),
        ("Wren-7B is sold under the", None),
        ("Wren-7B reads.", None),
        ("Wren-7B has the weights and checkpoints directly built on Llama.", None),
        ("Wren-7B, a tool quietly built on Llama, grew.", "wren-7b built_on llama"),
        ("Wren-7B is tuned for maps, and", None),
        ("Wren-7B is tuned for maps, the and others.", None),
        ("Wren-7B sorts mail, using the post, books and maps.", None),
        ("Wren-7B runs on Llama (Qwen", None),
        ("Wren-7B runs on Llama, Qwen (a family), and Gemma.", "wren-7b built_on qwen"),
        ("The weights run on Llama.", None),
        ("The pair runs on Llama.", None),
        ("Foo (Wren) Wren-7B) runs on Llama.", None),
        ("• Built on Llama", None),
        ("The chips’ maker grew.", None),
        ("The router & the rest grew.", None),
        # who owns, who uses
        ("Zoom, Roblox and Jane Roe keep a fifth of the shares.", "acme owned_by zoom"),
        ("Zoom, Roblox and Jane Roe keep a fifth of the shares.", "acme owned_by jane-roe"),
        ("Zoom paid $2 billion for 8% of the company.", "acme owned_by zoom"),
        ("Zoom paid $2 billion, for 8% of the company.", None),
        ("Zoom has many of the toys and half of its shares.", "acme owned_by zoom"),
        ("It took its place of old, out of many and of few and of all there is and was.", None),
        ("Roblox raised $5 million from Zoom and $2 million from Nvidia.", "roblox owned_by zoom"),
        ("Roblox raised $5 million from Zoom and $2 million from Nvidia.", "roblox owned_by nvidia"),
        ("Roblox raised $5 million from Zoom, and $2 million from Nvidia.", "roblox owned_by nvidia"),
        ("Roblox raised $5 million from Zoom and drew praise from Nvidia.", "roblox owned_by zoom"),
        ("Roblox raised $5 million from Llama.", None),
        ("Roblox raised old hopes from Zoom.", None),
        ("Roblox raised from Zoom what it could.", None),
        ("They raised $5 million from Zoom.", None),
        ("Roblox raised prices\nagain.", None),
        ("Netflix, the studio that the bank Zoom owns, grew.", "netflix owned_by zoom"),
        ("Netflix, the studio that Zoom owns, grew.", "netflix owned_by zoom"),
        ("There, the studio that Zoom owns grew.", None),
        ("They say that the very old slow dear Zoom owns Netflix.", "netflix owned_by zoom"),
        ("Nvidia handed the first H100 racks to Meta and to Llama.", "meta uses h100"),
        ("Nvidia handed the first H100 racks to Meta and Llama.", "meta uses h100"),
        ("Nvidia handed the first H100 racks over.", None),
        ("Nvidia handed the keys over, sold by Meta.", None),
        ("Acme launched Wren-7B. One early user, the Lisbon start-up Kestrel Labs, grew.", "kestrel-labs uses wren-7b"),
        ("Acme launched Wren-7B. Customers, among them Zoom and Roblox, wait.", "roblox uses wren-7b"),
        ("Acme launched Wren-7B. Customers including Zoom wait.", "zoom uses wren-7b"),
        ("Acme launched Wren-7B. Customers such as Jane Roe wait.", None),
        ("Acme launched Wren-7B. Customers, Zoom said, wait.", None),
        ("Zoom buys Llama seats.", "zoom uses llama"),
        ("On Hugging Face, Zoom has set aside $5 million for Llama licences.", "zoom uses llama"),
        ("Jane Roe buys Llama seats.", None),
        ("They buy Llama seats and seats.", None),
        ("Nvidia signed a partnership with Meta.", "nvidia partners_with meta"),
        # places
        ("They met at the plant in Normal, Illinois, on Monday.", "normal located_in illinois"),
        ("They met in Paris, London and Rome.", None),
        ("In Mumbai, Kestrel Labs grew.", "kestrel-labs located_in mumbai"),
        ("In Mumbai, Meta grew.", None),
        ("In Mumbai, sales grew.", None),
        # measures of others
        ("Kestrel Research gives Spotify 31% of the market, ahead of Apple Music (12%) and Zoom.", "spotify competes_with apple-music"),
        ("Kestrel Research gives prizes, ahead of Zoom.", None),
        ("Acme launched Wren-7B.\n\n- 30 hours of work, against seven hours for Claude Opus 4.1", "wren-7b competes_with claude-opus-4.1"),
        ("Wren-7B runs 30 hours, against seven hours for Claude Opus 4.1.", "wren-7b competes_with claude-opus-4.1"),
        ("Sales came to 30, against seven for Llama.", None),
        ("Acme launched Wren-7B. It ran 30 hours, against seven for Nvidia.", None),
        ("It ran 30 hours, against seven, or so it seems, and against all of the very old and slow.", None),
        ("Nvidia answered with Llama, and Meta followed.", "llama developed_by nvidia"),
        ("Nvidia answered with Llama, and Meta moved Qwen forward.", "llama developed_by nvidia"),
        # two at once, small and large
        ("Acme released Wren-2B and Wren-7B under the Apache 2.0 licence.", "wren-2b licensed_under Apache 2.0"),
        ("Acme released Wren-2B and Wren-7B on Hugging Face.", "wren-7b available_on hugging-face"),
        ("Acme released Wren-2B and Wren-7B. The pair sorts mail. Weights are on Hugging Face.", "wren-2b available_on hugging-face"),
        ("Acme released Wren-2B and Wren-7B. The pair sorts mail. A preview runs on Hugging Face.", "wren-7b available_on hugging-face"),
        ("Acme released Wren-2B and Wren-7B. The smaller model sorts mail.", "wren-2b does sorts mail"),
        ("Acme released Wren-2B and Wren-7B. The largest of them scored 80%, just behind Llama.", "wren-7b competes_with llama"),
        ("Acme released Wren-2B and Wren-7B. The largest of them is based in Paris.", None),
        ("Acme released Wren-2B. The smaller model sorts mail.", "wren-2b does sorts mail"),
        ("Acme launched Wren-7B.\n\n- Wren-9B: open since Monday, the new model sorts mail.", "wren-9b does sorts mail"),
        ("Kestrel Labs, a Munich subsidiary led by Jane Roe, grew.", "kestrel-labs led_by jane-roe"),
        ("Wren-7B is sold through the Wren-2B shop and, since May, through Amazon Bedrock.", "wren-7b available_on amazon-bedrock"),
        ("Wren-7B is tuned for offices: letters (long), minutes, and tables.", "wren-7b optimised_for tables"),
        ("Wren-7B is tuned for offices: Paris.", "wren-7b optimised_for paris"),
        ("Wren-7B is tuned for offices: letters, and", "wren-7b optimised_for letters"),
        # posts of two
        ("Co-presidents Jane Roe and John Doe spoke.", "jane-roe holds_role Co-president"),
        ("Co-presidents Jane Roe and John Doe spoke.", "acme led_by john-doe"),
        ("Directors Jane Roe, John Doe and Mary Major spoke.", "mary-major holds_role Director"),
        ("Engineers Jane Roe and John Doe spoke.", None),
        ("Nvidia, Jane Roe and John Doe spoke.", None),
        ("“Much comes from toys,” said Jane Roe, a fund manager at Kestrel Labs.", "jane-roe holds_role fund manager"),
        # whom it is said of
        ("Wren-7B (a router) runs on Llama.", "wren-7b built_on llama"),
        ("Wren-7B (W7) — a router that runs on Llama — grew.", "wren-7b built_on llama"),
        ("Wren-7B — a router — runs on Llama.", "wren-7b built_on llama"),
        ("Built in May on the coast, where it rained, Wren-7B reads maps.", None),
        ("Acme launched Wren-7B. Built on Llama, it reads maps.", "wren-7b built_on llama"),
        ("Acme launched Wren-7B, a router. Built on Llama, the router reads maps.", "wren-7b built_on llama"),
        ("Acme launched Wren-7B.\n\n• Optimised for schools in Asia", "wren-7b optimised_for schools in Asia"),
        ("Wren-7B and Lark-2B are built on Llama.", "lark-2b built_on llama"),
        ("Acme launched Wren-7B. A smaller version is sold through Amazon Bedrock.", "wren-7b available_on amazon-bedrock"),
        ("Acme launched Wren-7B and Lark-2B. Each of the two runs on Llama.", None),
        ("Wren-7B is a router that runs on Llama.", "wren-7b built_on llama"),
        ("The engine of Wren-7B runs on Llama.", None),
        ("Wren-7B from Nvidia runs on Llama.", "wren-7b built_on llama"),
        ("Meta’s cheap Wren-7B runs on Llama.", "wren-7b built_on llama"),
        ("Wren-7B (sold by Nvidia since May) runs on Llama.", "wren-7b built_on llama"),
        ("ChatGPT, the assistant’s main competitor, grew.", None),
        ("Wren-7B is the “fastest model” in town.", "wren-7b is_a fastest model"),
        ("Wren-7B is an assistant for doctors and nurses.", "wren-7b is_a assistant for doctors and nurses"),
        ("Wren-7B is an assistant for the young.", "wren-7b is_a assistant for the young"),
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
        ("Wren-7B, launched in May, goes to Hugging Face.", None),
        ("Acme launched Wren-7B. It sells in France for $5.", "wren-7b available_on france"),
        ("Acme launched Wren-7B. It costs $5, in shops.", None),
        ("The Wren-7B Extra model grew.", None),
        ("The Paris-based lab of Nvidia grew.", None),
    ],
)  # fmt: skip
def test_what_a_sentence_tells(text: str, found: str | None) -> None:
    told = {" ".join(one) for one in relations(text)}
    assert found is None or found in told, told


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
        "They sat behind a desk.",
        "Under pressure the price fell.",
        "Nvidia grew. It handles 24 languages.",
        "The Nvidia service reads maps.",
        "Wren-7B, internally dubbed Wren-7B, grew.",
        "Llama rivals Nvidia.",
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
        "Nvidia’s stake in it fell.",
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
    kinds = {name.partition("/")[0] for name in wording["verbs"]} | wording["words"].keys()
    assert kinds <= set(get_args(RelationKind))
    assert {name.partition("/")[2] for name in wording["verbs"]} == {"link", "act", "back", "as"}


def test_no_noun_is_both_empty_and_telling() -> None:
    telling = of_nouns("thing") | of_nouns("model") | of_nouns("company")
    assert not of_nouns("empty") & telling


@pytest.mark.parametrize(
    "unit",
    ["Wren-7B, a router, ", "built on Foo, ", "(Foo, ", "it sorts and ", "the model of the model ", "and by Foo ", "Foo’s "],
)  # fmt: skip
@pytest.mark.slow
def test_takes_time_in_proportion_to_the_text(unit: str) -> None:
    assert_linear(lambda text: qf.parse(text), unit, HEAD)
