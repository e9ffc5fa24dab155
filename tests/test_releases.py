"""Model releases: one sentence, and what was released."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worst import assert_linear

import qwenfacts as qf
from qwenfacts.facts import ModelRelease

HEAD = "Cohere Weekly Report May 7, 2027\n\n"


def releases_of(prose: str) -> list[ModelRelease]:
    return [fact for fact in qf.parse(HEAD + prose).facts if isinstance(fact, ModelRelease)]


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        (
            "Cohere released GPT-5.4 on May 4, 2027.",
            {"developer": "cohere", "date": "2027-05-04", "stage": "general"},
        ),
        ("Cohere, a rival of Intel, released GPT-5.4.", {"developer": "cohere"}),
        ("GPT-5.4 was released.", {"developer": "openai", "date": None}),
        (
            "Codestral, a coder, became available on Hugging Face and GitHub.",
            {"channels": ("hugging-face", "github")},
        ),
        ("Cohere made GPT-5.4 available via Azure.", {"model": "gpt-5.4", "channels": ("microsoft-azure",)}),
        ("1. Codestral Open-Sourced\n\nA gift.", {"access": "open_weight"}),
        ("Cohere unveiled Codestral.", {"stage": "announced"}),
        ("Codestral is in preview, invite-only.", {"stage": "preview", "access": "invite_only"}),
        ("Cohere launched Codestral in beta under Apache 2.0.", {"stage": "beta", "licence": "Apache 2.0"}),
        ("Cohere released Codestral with 4 billion parameters.", {"parameters": "4 billion"}),
        ("Cohere released the checkpoints for Codestral.", {"model": "codestral"}),
        (
            "Codestral is now available at Microsoft’s Azure through GitHub.",
            {"channels": ("microsoft-azure", "github")},
        ),
        ("Cohere released Codestral; Intel fell on May 4, 2027.", {"date": None}),
        ("Cohere released Codestral. Intel fell on May 4, 2027.", {"date": None}),
        ("Cohere released Qwen3.5-Max Preview.", {"stage": "preview"}),
    ],
)
def test_what_was_released(prose: str, wanted: dict[str, Any]) -> None:
    (release,) = releases_of(prose)
    found = told(release)
    assert {name: found[name] for name in wanted} == wanted


def told(release: ModelRelease) -> dict[str, Any]:
    return {
        "model": release.model.id,
        "developer": release.developer and release.developer.id,
        "date": release.date and str(release.date),
        "stage": release.stage,
        "access": release.access,
        "channels": tuple(channel.id for channel in release.channels),
        "parameters": release.parameters and release.parameters.text,
        "licence": release.licence,
    }


@pytest.mark.parametrize(
    "prose",
    [
        "Cohere launched Slack, a tool built on Codestral.",
        "Cohere launched a tool built on Codestral.",
        "Cohere released a note saying that Codestral is slow.",
        "Cohere made Codestral slower.",
        "Cohere made a cake.",
        "Nobody released Codestral models of worth.",
        "They released GPT-5.4.",
        "Cohere released",
        "Forty Codestral models open-sourced.",
        "A rival of Codestral was released.",
        "Cohere released a cake — Codestral helped.",
        "Codestral released its plans.",
    ],
)
def test_nothing_was(prose: str) -> None:
    assert releases_of(prose) == []


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        # verbs with an object
        (
            "Cohere open-sourced the weights of Zephyrus-2-8B on May 3, 2027 under the MIT licence.",
            {"developer": "cohere", "date": "2027-05-03", "access": "open_weight", "parameters": "8B", "licence": "MIT"},
        ),
        ("Cohere will release Zephyrus-2-8B in June 2027.", {"stage": "announced", "date": "2027-06-01/2027-06-30"}),
        ("Intel moved Zephyrus-2-8B out of beta.", {"developer": "intel", "stage": "general"}),
        ("Intel added Cohere’s Zephyrus-2-8B to Azure in preview.", {"developer": "cohere", "stage": "preview"}),
        ("The company rolled out Zephyrus-2-8B to selected customers.", {"access": "invite_only"}),
        ("Intel answered with Zephyrus-2-8B on Wednesday.", {"developer": "intel", "date": "2027-05-05"}),
        ("Intel published a preview of Zephyrus-2-8B, a model trained on Wikipedia.", {"stage": "preview", "channels": ()}),
        # verbs without one
        ("Zephyrus-2-8B left beta on May 5, 2027.", {"stage": "general", "date": "2027-05-05", "developer": "cohere"}),
        ("Zephyrus-2-8B, in closed beta since April, arrived on Azure.", {"stage": "general", "access": "hosted"}),
        ("Zephyrus-2-8B is due in June 2027.", {"stage": "announced"}),
        ("Last came Zephyrus-2-8B, a model that reads forms.", {"stage": "general"}),
        ("Released on May 4, 2027, Zephyrus-2-8B is cheap.", {"date": "2027-05-04"}),
        ("- Zephyrus-2-8B: generally available as of Thursday, it is cheap.", {"stage": "general"}),
        ("Zephyrus-2-8B, a hosted-only model, is available through Azure.", {"access": "hosted"}),
        ("The Zephyrus-2-8B speech series became available on Friday.", {"date": "2027-05-07"}),
        ("Zephyrus-2-8B was published by Intel on Thursday.", {"developer": "intel", "date": "2027-05-06"}),
        ("Zephyrus-2-8B was added to Azure.", {"channels": ("microsoft-azure",)}),
        ("Zephyrus-2-8B goes to Hugging Face.", {"channels": ("hugging-face",)}),
        ("Zephyrus-2-8B, open since last month, is cheap.", {"access": "open_weight", "date": "2027-04-01/2027-04-30"}),
        ("Zephyrus-2-8B is free and can be downloaded from GitHub.", {"channels": ("github",)}),
        # what the next sentences say
        ("Zephyrus-2-8B is fast. It was released on Monday.", {"date": "2027-05-03"}),
        (
            "Cohere released Zephyrus-2-8B. The weights are on GitHub under a modified MIT license.",
            {"access": "open_weight", "channels": ("github",), "licence": "modified MIT"},
        ),
        ("Cohere released Zephyrus-2-8B. Customers reach it through Azure; it is cheap.", {"channels": ("microsoft-azure",)}),
        (
            "Cohere unveiled Zephyrus-2-8B on May 3, 2027. It will be available in June 2027.",
            {"stage": "announced", "date": "2027-06-01/2027-06-30"},
        ),
        ("Cohere announced Zephyrus-2-8B on May 3, 2027. It came out on May 5, 2027.", {"stage": "general", "date": "2027-05-05"}),
        ("Zephyrus-2-8B came out on Monday. Intel will release Zephyrus-2-8B in June 2027.", {"date": "2027-05-03"}),
        ("Everybody likes the open-weight Zephyrus-2-8B. Zephyrus-2-8B came out.", {"access": "open_weight"}),
        ("Intel released Zephyrus-2-8B with open weights", {"access": "open_weight"}),
        ("Zephyrus-2-8B, which was released on Monday, is small.", {"date": "2027-05-03"}),
        ("Zephyrus-2-8B came out on Monday. It is fast; access is by invitation only.", {"access": "invite_only"}),
        # licences
        ("Cohere released Zephyrus-2-8B. It is sold under The Borealis License.", {"licence": "Borealis License"}),
        ("Intel released Zephyrus-2-8B under CC-BY-NC.", {"licence": "CC-BY-NC"}),
        ("Intel released Zephyrus-2-8B under the Borealis Community License 2.", {"licence": "Borealis Community License 2"}),
        ("Intel released Zephyrus-2-8B, not under the MIT licence.", {"licence": None}),
    ],
)  # fmt: skip
def test_what_a_text_says_of_a_release(prose: str, wanted: dict[str, Any]) -> None:
    (release,) = releases_of(prose)
    found = {
        "developer": release.developer and release.developer.id,
        "date": release.date and str(release.date),
        "stage": release.stage,
        "access": release.access,
        "channels": tuple(channel.id for channel in release.channels),
        "parameters": release.parameters and release.parameters.text,
        "licence": release.licence,
    }
    assert release.model.id == "zephyrus-2-8b"
    assert {name: found[name] for name in wanted} == wanted


@pytest.mark.parametrize(
    ("prose", "models"),
    [
        ("Cohere released Zephyrus-2-8B and Zephyrus-2-70B.", ["zephyrus-2-70b", "zephyrus-2-8b"]),
        ("Zephyrus-2-8B and the open-weight Zephyrus-2-70B came out.", ["zephyrus-2-70b", "zephyrus-2-8b"]),
        (
            "Intel released Zephyrus-2-8B, a coder, and a smaller sister, Quanta-3B.",
            ["quanta-3b", "zephyrus-2-8b"],
        ),
        ("Intel released Zephyrus-2-8B, and SAP likes Quanta-3B.", ["zephyrus-2-8b"]),
        ("Intel released Zephyrus-2-8B, which Quanta-3B beats.", ["zephyrus-2-8b"]),
        ("Intel released Zephyrus-2-8B; Quanta-3B followed on Thursday.", ["quanta-3b", "zephyrus-2-8b"]),
        ("Zephyrus-2-8B, a model built on the smallest Llama, followed on Thursday.", ["zephyrus-2-8b"]),
        ("Intel released Vantor 3, a speech model.", ["vantor-3"]),
        ("Intel released Vantor 3, with 9 billion parameters.", ["vantor-3"]),
        ("Intel released Vantor 3, a cake.", []),
        ("Intel released Tiny Ovid 2, a 3.5-billion-parameter multilingual model.", ["tiny-ovid-2"]),
        ("Intel released Vantor 3, a very old and dry and rather stale cake.", []),
        ("Intel released Zephyrus-2-8B models worth a lot.", []),
        (
            "Intel released Zephyrus-2-8B and cake tea milk honey salt pepper oil rice flour eggs.",
            ["zephyrus-2-8b"],
        ),
        ("Intel released Zephyrus-2-8B and it is near Quanta-3B.", ["zephyrus-2-8b"]),
        ("They slept, came out, saw Zephyrus-2-8B.", []),
        ("Zephyrus-2-8B slept; cake came out.", []),
        ("Zephyrus-2-8B: tea cake milk honey salt pepper oil rice flour eggs came out.", []),
        ("Intel released Vantor 3 with 9 billion parameters.", ["vantor-3"]),
        ("Intel released Vantor 3 with", []),
        ("Intel released Vantor 3, with glee.", []),
        ("Intel released Vantor 3", []),
        ("Intel has not released Zephyrus-2-8B.", []),
        ("Zephyrus-2-8B may be released.", []),
        ("Zephyrus-2-8B joins the club.", []),
        ("Zephyrus-2-8B joins", ["zephyrus-2-8b"]),
        ("The Zephyrus-2-8B app became available.", []),
        ("Intel shipped an app, Zephyrus-2-8B in it.", []),
        ("Users of Zephyrus-2-8B were moved to tears and it came out.", []),
        ("Released on May 4, 2027, it is cheap, says Zephyrus-2-8B.", []),
        ("Sleep, released", []),
        ("Zephyrus-2-8B slept, and nobody, released.", []),
    ],
)
def test_which_models_are_released(prose: str, models: list[str]) -> None:
    assert sorted(release.model.id for release in releases_of(prose)) == models


def test_members_of_a_series_are_its_variants() -> None:
    text = """1. One

Intel released Zephyrus-2 on May 4, 2027. It has two sizes, Zephyrus-2-3B and Zephyrus-2-9B:

- Zephyrus-2-9B – for phones
- Zephyrus-2-70B – for offices
- Quanta-3B – for rivals

2. Two

Sales fell with Zephyrus-2-1B.
"""
    (release,) = releases_of(text)
    assert [one.id for one in release.variants] == ["zephyrus-2-3b", "zephyrus-2-9b", "zephyrus-2-70b"]


def test_the_label_of_a_story_tells_the_day_and_where_the_weights_are() -> None:
    prose = (
        "1. Korvid-9B Opens Up\nReleased: May 4, 2027 — Weights posted to Hugging Face and GitHub\n\n"
        "Cohere released Korvid-9B. GPT-5.4 was released as well."
    )
    first, second = releases_of(prose)
    assert (str(first.date), [channel.id for channel in first.channels]) == (
        "2027-05-04",
        ["hugging-face", "github"],
    )
    assert second.date is None


def test_what_is_called_after_a_series_and_its_size_is_a_variant() -> None:
    (release,) = releases_of("Cohere released Quill, a language model. Quill-14B fits on a laptop.")
    assert [variant.id for variant in release.variants] == ["quill-14b"]


def test_a_row_of_a_table_releases_nothing() -> None:
    rows = "| Item | Paper |\n|---|---|\n| Korvid-70B released | Reuters |"
    assert [release.model.id for release in releases_of(f"Korvid-9B was released.\n\n{rows}")] == [
        "korvid-9b"
    ]


def test_of_very_many_models_the_last_count() -> None:
    names = ", ".join(f"Zephyrus-2-{size}B" for size in range(1, 13))
    assert len(releases_of(f"{names} came out.")) == 8


def test_the_parameters_that_are_active_are_not_all() -> None:
    (release,) = releases_of("Cohere released Codestral with 4 billion parameters active at a time.")
    assert release.parameters is None


def test_a_sibling_has_the_same_maker() -> None:
    one, other = releases_of("1. One\n\nIntel released Zephyrus-2-8B. Zephyrus-2-70B is in private beta.\n")
    assert (one.developer, other.stage, other.access) == (other.developer, "beta", "invite_only")


def test_a_story_is_about_the_model_of_its_title() -> None:
    text = "Intel released Zephyrus-2-8B.\n\n1. Zephyrus-2-8B is small\nSource: Reuters\n\nThe licence is MIT.\n\nIt sits on Azure;"
    (release,) = releases_of(text)
    assert release.licence == "MIT"


def test_one_release_for_all_the_places_that_say_it() -> None:
    (release,) = releases_of("Cohere released Codestral on May 4, 2027.\n\nCodestral was released on GitHub.")
    assert len(release.evidence) == 2
    assert ([channel.id for channel in release.channels], str(release.date)) == (["github"], "2027-05-04")


def test_two_where_the_places_disagree() -> None:
    releases = releases_of(
        "Cohere released Codestral on May 4, 2027.\n\nCodestral was released on May 6, 2027."
    )
    assert [str(release.date) for release in releases] == ["2027-05-04", "2027-05-06"]


WORDS = (
    "Zephyrus-2-8B|Zephyrus-2-70B|Zephyrus-2|Intel|Cohere|it|the model|the weights|was|will be|released|released on|came|"
    "came out|followed on|available via|made|available|moved|added|is due|unveiled|open-weight|hosted|in beta|and|a coder|,|(|)|"
    "—|;|:|.|on|under|MIT|licence|Apache 2.0|Azure|GitHub|on May 4|in June|since April|9 billion parameters|models|by|the"
).split("|")


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_any_words_may_stand_in_a_sentence(prose: str) -> None:
    for release in releases_of(prose):
        assert release.stage in (None, "general", "beta", "preview", "announced")


@pytest.mark.parametrize(
    ("unit", "before"),
    [
        ("Zephyrus-2-8B came out and ", ""),
        ("Zephyrus-2-8B, ", "Intel released "),
        ("and Zephyrus-2-8B released ", "Intel "),
        ("It is on Azure. ", "Intel released Zephyrus-2-8B. "),
        ("released on May 4 ", "Zephyrus-2-8B "),
        ("on Azure and GitHub, ", "Zephyrus-2-8B is available "),
        ("Borealis ", "Intel released Zephyrus-2-8B under the "),
        ("- Zephyrus-2-9B is small\n", "Zephyrus-2-8B came out.\n"),
        ("Zephyrus-2-8B was, ", ""),
        ("9 billion parameters ", "Intel released Zephyrus-3 with "),
    ],
)
def test_releases_are_found_in_linear_time(unit: str, before: str) -> None:
    assert_linear(qf.parse, unit, HEAD + before)


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        (
            "A vision model, Vantor Sky, was announced on Monday.",
            {"model": "vantor-sky", "stage": "announced"},
        ),
        ("Cohere released Vantor, a family of tiny speech models.", {"model": "vantor"}),
        (
            "A preview of the Codestral coder, Codestral 3, went to invited studios on Monday.",
            {"model": "codestral-3", "access": "invite_only"},
        ),
        ("A preview of Codestral went to testers.", {"stage": "preview"}),
        ("A beta of the Codestral went to testers.", {"stage": "beta"}),
        ("Codestral has been on Hugging Face since Monday.", {"channels": ("hugging-face",)}),
        ("Cohere put Codestral on Hugging Face on Monday.", {"developer": "cohere", "date": "2027-05-03"}),
        (
            "- Vantor-3B: Cohere put this little model on GitHub.",
            {"model": "vantor-3b", "developer": "cohere", "channels": ("github",), "parameters": "3B"},
        ),
        (
            "Codestral was released. It is small and has 7 billion parameters (2 billion of them active).",
            {"parameters": "7 billion"},
        ),
    ],
)
def test_further_wordings_of_a_release(prose: str, wanted: dict[str, Any]) -> None:
    (release,) = releases_of(prose)
    assert {name: told(release)[name] for name in wanted} == wanted


@pytest.mark.parametrize(
    "prose",
    [
        "Codestral went to lunch.",
        "Codestral has been on everybody's mind.",
        "Cohere put Codestral to sleep.",
        "Cohere put Codestral on a diet.",
        "Cohere put this model on GitHub.",
    ],
)
def test_other_things_done_with_a_model(prose: str) -> None:
    assert releases_of(prose) == []


def test_the_model_of_the_sentence_before_is_put_somewhere() -> None:
    (release,) = releases_of("Codestral is fast. Mistral put the model on GitHub.")
    assert release.model.id == "codestral"


def test_the_parameters_of_several_models_are_nobodys() -> None:
    found = releases_of("Codestral and GPT-5.4 were released. It is small and has 7 billion parameters.")
    assert [release.parameters for release in found] == [None, None]


WORDINGS = """
Solano, a family of three models, went on sale on Bedrock. > solano
Weights for the third member, solano-mini, a model with 9 billion parameters, were posted on Hugging Face. > solano-mini
A 7B cut, Weaver Mini, follows on Gitee in June with open weights. > weaver-mini
Out went Harbor-2, a coding model, and tern, a speech model. > harbor-2 tern
Tessera 40B is free to download. > tessera-40b
An offshoot of 4 billion parameters, kestrel-nano, will be opened under Apache 2.0 in September. > kestrel-nano
On Tuesday the company introduced Dravik Motion, a video model that turns a page into clips. > dravik-motion
Pangu Weaver 5, a mixture-of-experts model with 430 billion parameters, opened in preview on Huawei Cloud. > pangu-weaver-5
Weights of Korvid-9B were uploaded to Hugging Face on Monday. > korvid-9b
The start-up put the weights of Korvid-9B on Hugging Face. > korvid-9b
Korvid-9B and Korvid-70B, both language models, were made available through the Cohere API. > korvid-70b korvid-9b
Cohere shipped three models at once: Korvid-9B, Korvid-70B and Korvid Vision, an image model. > korvid-70b korvid-9b korvid-vision
Korvid-9B, released on Monday, is a language model. > korvid-9b
Korvid-9B, which Cohere released on Monday, writes code. > korvid-9b
The release of Korvid-9B on Monday drew 300,000 downloads. > korvid-9b
Cohere followed up with Korvid-70B on Thursday. > korvid-70b
A preview of Korvid 2, a reasoning model, went live on Azure on Friday. > korvid-2
Korvid 2, a reasoning model, can be had on Azure. > korvid-2
Korvid 2, a reasoning model, is sold through Azure only. > korvid-2
Korvid 2, a reasoning model, is offered on Azure at $2 per million tokens. > korvid-2
Cohere opened the weights of Korvid 2, a reasoning model, on Monday. > korvid-2
The model, called Korvid 2, was unveiled on Monday. > korvid-2
Cohere unveiled a speech model named Lark Voice. > lark-voice
The laboratory's new translation model, Lark Babel, is out in beta. > lark-babel
Cohere took the wraps off Lark Babel, a translation model. > lark-babel
Now comes Lark Babel, a translation model with 8 billion parameters. > lark-babel
Lark Babel, a translation model, arrived on GitHub and Hugging Face on Tuesday. > lark-babel
Cohere also released Lark Babel, a translation model, and Lark Clip, an image encoder. > lark-babel lark-clip
Cohere said on Monday it had released Lark Babel, a translation model. > lark-babel
Cohere gave away Lark-8B, its translation model, under the MIT licence. > lark-8b
Cohere's Lark-8B became generally available on Thursday. > lark-8b
Cohere's Lark-8B left beta on Thursday. > lark-8b
Lark-8B, a translation model, hit general availability on Thursday. > lark-8b
On Thursday Cohere brought out Lark-8B and, a day later, Lark-70B. > lark-70b lark-8b
The open-weight Lark-8B debuted on Monday; the larger Lark-70B is hosted only. > lark-70b lark-8b
Cohere previewed Lark-70B at a conference in Toronto. > lark-70b
Lark-70B was announced on Monday and ships in June. > lark-70b
In June Lark-70B follows. > lark-70b
Lark-8B's weights are on Hugging Face. > lark-8b
Loupe, a new vision model, looks for faulty welds. > loupe
Shown next to it was Lark Sight, a new vision model. > lark-sight
A new version of its translation model, Lark 3, went live on Monday. > lark-3
The company published Lark 3 with 8 billion parameters, a model for translation, on ModelScope. > lark-3
Lark 3, a translation model, was trained on 40 trillion tokens. >
Lark 3 scored 71.4% on SWE-bench, ahead of GPT-5.4. >
OpenAI released GPT-5.4 in March. > gpt-5.4
Lark 3 beats Claude Opus 4.6, which Anthropic released in February. > claude-opus-4.6
Oracle uses Lark 3 for its help desk. >
Cohere may release Lark 3 next year. >
Cohere has not released Lark 3. >
Cohere launched an app that runs on Lark 3. >
Adobe added Lark 3 to its app. >
Lark 3 will be retired in June. >
Cohere released benchmarks for Lark 3. >
Cohere cut the price of Lark 3. >
The team behind Lark 3 left. >
Unveiled in Toronto on Tuesday, Korvid-9B is a language model. > korvid-9b
Shown next to it was Korvid-9B, a language model. > korvid-9b
Shown next to it, Intel said. >
Released in haste. >
Claude Opus 4.6 came out on top with 58.3%. >
Korvid-9 consists of a flagship, Korvid-9-70B, and Korvid-9-8B. > korvid-9-70b korvid-9-8b
The debut: Korvid-9B, a language model. > korvid-9b
The planned release of Korvid-9B drew crowds. >
Korvid-9B's debut drew crowds. > korvid-9b
The launch drew crowds to Korvid-9B. >
Korvid-9B is fast. Its weights went up on Hugging Face. > korvid-9b
Korvid-9B, a language model, fits on a phone; its weights went up on Hugging Face. > korvid-9b
Cohere shipped two models at once: Korvid-9B and Korvid-70B. > korvid-70b korvid-9b
Cohere shipped two things at once: chips and Korvid-9B. >
Korvid-9B (9 billion parameters) and Korvid-70B (70 billion) were released on Monday. > korvid-70b korvid-9b
Of the sequel (a big one, they say (or so) and Korvid-9B) was released. >
It grew; Korvid-9B was released under Apache 2.0. > korvid-9b
Korvid-9B, which the company released on Monday, writes code. > korvid-9b
The week saw Korvid-9B, a new language model that writes code. > korvid-9b
Cohere released Quill Studio, a speech model. > quill-studio
Cohere released Quill Cloud, a set of speech models. > quill-cloud
Cohere released Quill Bench, a speech model. > quill-bench
Cohere released the Quill app, and Quill, a speech model, runs in it. The Quill app sells. > quill
Jane Quill, a speech model, went live on Monday. > jane-quill
Shown there to much applause by a happy crowd of many thousand people was nothing. >
Korvid-9B came > korvid-9b
Cohere released Jane Quill, a set of speech models. > jane-quill
Editors are the audience for Korvid-9B, a model that Cohere opened on Tuesday. > korvid-9b
Korvid-9B runs on the chips that Cohere released. >
Oracle makes the chips that Cohere released, and Korvid-9B runs. >
Shown to a very happy and very noisy crowd of many people was Korvid-9B, a model. > korvid-9b
"""

FIELDS = """
Cohere unveiled Korvid-9 Preview through its own API and Oracle Cloud, while the weights of Korvid-9B were published on Hugging Face. > korvid-9-preview hosted preview oracle-cloud + korvid-9b open_weight general hugging-face
Cohere unveiled Korvid-70B via its API, and checkpoints for Korvid-9B were uploaded to Hugging Face under MIT. > korvid-70b hosted announced + korvid-9b open_weight general hugging-face
Cohere put Korvid-70B on Oracle Cloud and on May 4 open-sourced Korvid-9B. > korvid-70b hosted general oracle-cloud + korvid-9b open_weight 2027-05-04 general
Cohere introduced Korvid-3 Large and Korvid-3 Small. The larger model is served only through Oracle Cloud; the smaller sibling is open-weight and available on Hugging Face. > korvid-3-large hosted general oracle-cloud + korvid-3-small open_weight general hugging-face
Cohere introduced Korvid-3 Large and Korvid-3 Small. The smaller model can be downloaded from Hugging Face, while the flagship remains API-only. > korvid-3-large hosted general + korvid-3-small open_weight general hugging-face
Cohere introduced Korvid-9B and Korvid-70B. The lighter one is available on GitHub. > korvid-70b general + korvid-9b open_weight general github
Cohere introduced Korvid-9B. The smaller model is available on GitHub. > korvid-9b general
Cohere introduced Korvid-3 Large and Korvid-3 Small. The prettier model is available on GitHub. > korvid-3-large general + korvid-3-small general
Cohere introduced Korvid-3 Large. It is fast. Korvid-3 Large is better than Llama, but it can be had on Oracle Cloud. > korvid-3-large hosted general oracle-cloud
Cohere pushed Korvid-9B to Hugging Face on Monday. > korvid-9b open_weight 2027-05-03 general hugging-face
Cohere rounded out the range with Korvid-9B, a small language model. > korvid-9b general
Cohere responded on Monday with Korvid-9B. > korvid-9b 2027-05-03 general
Cohere kicked off the week, and Oracle went ahead with Korvid-9B. >
With Korvid-9B now in public beta, rivals hurry. > korvid-9b beta
Korvid-9B is in closed preview until August. > korvid-9b preview
Korvid-9B has exited preview. > korvid-9b general
Korvid-9B graduated to general availability on Monday. > korvid-9b 2027-05-03 general
Cohere opened Korvid-9B to all, ending a ten-week preview. > korvid-9b general
Developers can now download Korvid-9B from Hugging Face. > korvid-9b open_weight general hugging-face
Korvid-9B joins the open-weight line-up under the MIT licence. > korvid-9b open_weight general
Cohere and Oracle entered a pact under which Korvid-9B is offered through Amazon Bedrock. > korvid-9b hosted general amazon-bedrock
Korvid-9B's general availability came on Monday. > korvid-9b 2027-05-03 general
Following last week's preview of Korvid-9B, prices fell. > korvid-9b 2027-04-26/2027-05-02 preview
The release of the Llama app drew crowds. >
Cohere announced the rollout of Llama for Finance. >
Cohere took the wraps off Korvid-9 Preview and Korvid-9B, the latter available on Hugging Face. > korvid-9-preview preview + korvid-9b open_weight general hugging-face
Korvid-9B open-sourced — 9B parameters, on GitHub, MIT licensed. > korvid-9b open_weight general github
Korvid-9B followed two days later. > korvid-9b general
Cohere released Korvid-70B alongside Korvid-9B and Korvid-3B. > korvid-3b general + korvid-70b general + korvid-9b general
Cohere released Korvid-70B alongside GPT-5.4. > korvid-70b general
Cohere released Korvid-70B; alongside Korvid-9B it is slow. > korvid-70b general
Critics ask how soon Cohere follows up with Korvid-9B. >
Two sizes are offered: Korvid-9B for phones and Korvid-70B for servers. > korvid-70b general + korvid-9b general
Korvid-9B is offered for use with Korvid-70B. > korvid-9b general
Korvid-9B is out. Korvid-9B Agent Builder, a workflow tool for editors, was launched. > korvid-9b general
Korvid-9B, a new model, is promised to schools. > korvid-9b announced
Korvid-9B is a hosted thing — available on Oracle Cloud. > korvid-9b hosted general oracle-cloud
Korvid-9B made its debut on the API of Oracle. > korvid-9b hosted general
Cohere released Korvid-9B for Korvid-70B and others. > korvid-9b general
Korvid-9B made its debut; the API grew. > korvid-9b general
Cohere released Korvid-9B for Japanese readers. > korvid-9b general
Cohere promised an open-weight edition, Korvid-9B, for June 2027. > korvid-9b open_weight 2027-06-01/2027-06-30 announced
Korvid-9B stays behind the Oracle API as a gated preview. > korvid-9b hosted preview
Korvid-9B is out. Korvid-9B Studio, a workflow tool for editors, is out as well. > korvid-9b general
Korvid-9B is out on Hugging Face. It can be had via API on Oracle Cloud. > korvid-9b open_weight general hugging-face,oracle-cloud
Korvid-9B is out; it can be had only through Oracle Cloud. > korvid-9b hosted general oracle-cloud
Korvid-9B is fast; Korvid-70B, at 70B parameters, is slow and comes under the Korvid License. > korvid-70b open_weight general
Korvid-9B is out. Brindle, a first-tier department for research, is out. > korvid-9b general
Korvid-9B was previewed on Monday. Korvid-9B is now available. > korvid-9b 2027-05-03 general
Cohere shipped a 7-billion-parameter language model, Korvid Nano, for phones. > korvid-nano general 7-billion
Cohere unveiled the 30-billion-parameter Korvid-A, a language model. > korvid-a announced 30-billion
Cohere released Korvid-A, a language model of 7 billion parameters, and Korvid-B, a language model. > korvid-a general 7 billion + korvid-b general
Codestral moves up in the table. >
Cohere released Korvid-9B. Weights are on Hugging Face, and Replicate hosts it. > korvid-9b open_weight general hugging-face,replicate
Cohere released Korvid-9B. The on-device model is available on Hugging Face. > korvid-9b open_weight general hugging-face
Cohere answered with Korvid-9B. Said the firm: it costs $2 on Oracle Cloud, half of what GPT-5.4 does. > korvid-9b hosted general oracle-cloud
Cohere released Korvid Nano, a language model. It has 7 billion parameters, 8 billion fewer than GPT-5.4. > korvid-nano general 7 billion
Cohere released Korvid-9B in 9B and 30B sizes. > korvid-9b general
Cohere released Korvid-3, a language model. Weights for the 9B and 30B versions are on Hugging Face. > korvid-3 open_weight general hugging-face
Two language models came out:\\n\\n- Korvid-A — a small coder\\n- Korvid-B — a big coder > korvid-a general + korvid-b general
Two language models stand out.\\n\\n- Korvid-A — a small coder\\n- Korvid-B — a big coder\\n\\nBoth carry an MIT licence and can be downloaded from GitHub. > korvid-a open_weight general github + korvid-b open_weight general github
Cohere: Korvid-9B live on Oracle Cloud. > korvid-9b hosted general oracle-cloud
Cohere — Korvid-9B in closed beta. > korvid-9b invite_only beta
Korvid-9B: now on Oracle Cloud. > korvid-9b hosted general oracle-cloud
Korvid-9B, which was announced on May 3, is finally here. > korvid-9b 2027-05-03 general
Korvid-9B had its public release on May 4. > korvid-9b 2027-05-04 general
Also released: Korvid-9B. > korvid-9b general
Korvid-9B came out on May 4. Alongside it came Korvid-3B. > korvid-3b 2027-05-04 general + korvid-9b 2027-05-04 general
Cohere released Korvid-9B, and a listing on Hugging Face is planned. > korvid-9b general
Cohere unveiled Korvid-9B on Weibo. > korvid-9b announced
Korvid-9B is out for ChatGPT subscribers. > korvid-9b hosted general chatgpt
Korvid-9B is no longer reserved for partners. > korvid-9b general
Cohere is closing the gap: Korvid-9B is small and the model, free until June, is open to all Oracle Cloud tenants. > korvid-9b hosted general oracle-cloud
Cohere released Korvid Nano, a 7-billion-parameter language model. Korvid Nano, a model of 7 billion parameters, was published. > korvid-nano general 7-billion
Cohere released Korvid Nano, a language model. Both are available on Hugging Face. > korvid-nano open_weight general hugging-face
Cohere released Korvid-9B. Replicate serves it for $2. > korvid-9b hosted general replicate
Cohere released Korvid-9B. Firms fetch it from Hugging Face. > korvid-9b open_weight general hugging-face
Cohere released Korvid-9B. The company promises weights on Hugging Face under MIT for August. > korvid-9b general
Cohere released Korvid-9B.\\n\\n- Where: Hugging Face and Replicate > korvid-9b open_weight general hugging-face,replicate
Cohere released Korvid-9B.\\n\\n- Available on: Replicate > korvid-9b hosted general replicate
Cohere began to roll out Korvid-9B on May 3. > korvid-9b 2027-05-03 general
Cohere followed on May 3 with Korvid-9B. > korvid-9b 2027-05-03 general
Cohere released Korvid-9B. Replicate and Groq now serve the model. > korvid-9b hosted general groq,replicate
Cohere released Korvid-9B. Replicate hosts Korvid-9B. > korvid-9b hosted general replicate
Cohere unveiled Korvid-9B. It is on Hugging Face. > korvid-9b open_weight general hugging-face
Cohere released Korvid-9B. Its model Wren-9B stays on sale. > korvid-9b general
Cohere released Korvid-9B. The model, built on Wren-9B, is small. Replicate hosts it. > korvid-9b hosted general replicate
"""


@pytest.mark.parametrize("case", FIELDS.strip().splitlines())
def test_each_model_has_the_fields_of_its_own_clause(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    found: list[str] = []
    for release in map(told, releases_of(prose.replace("\\n", "\n"))):
        size = release["parameters"] or ""
        fields = [release[name] for name in ("model", "access", "date", "stage")]
        fields += [",".join(sorted(release["channels"])), size if size[-1:] != "B" else ""]
        found.append(" ".join(field for field in fields if field))
    assert sorted(found) == sorted(one.strip() for one in wanted.split(" + ") if one.strip())


@pytest.mark.parametrize("case", WORDINGS.strip().splitlines())
def test_however_it_is_worded_a_text_says_which_models_came_out(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    assert sorted({release.model.id for release in releases_of(prose)}) == sorted(wanted.split())


OPENINGS = """
A day later Korvid-9B (9 billion parameters) went up on Hugging Face. > korvid-9b
Korvid-9B, the bigger one, stays in preview. > korvid-9b
Running on it is pebble, a language model of 2 billion parameters. Its weights were put on Hugging Face. > pebble
For poets there is Korvid-9B, a language model. > korvid-9b
Running on it is pebble-9B, a language model, and pebble-70B. Its weights were put on Hugging Face. >
"""


@pytest.mark.parametrize("case", OPENINGS.strip().splitlines())
def test_a_model_is_out_however_the_sentence_begins(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    assert [release.model.id for release in releases_of(prose)] == wanted.split()


def test_what_a_model_is_built_on_does_not_hide_what_is_said_of_it() -> None:
    prose = "Cohere put out Korvid-9B, a model. Built on GPT-5.4, it can be downloaded from Hugging Face under Apache 2.0."
    (added,) = [told(release) for release in releases_of(prose)]
    assert (added["model"], added["channels"], added["licence"]) == (
        "korvid-9b",
        ("hugging-face",),
        "Apache 2.0",
    )


def test_as_well_as_goes_on_with_where_a_model_can_be_had() -> None:
    (release,) = releases_of("Cohere released Korvid-9B on Hugging Face as well as GitHub.")
    assert told(release)["channels"] == ("hugging-face", "github")


@pytest.mark.parametrize("what", ["what Wren-2 will look like", "how Wren-2 works", "plans for Wren-2"])
def test_what_is_told_of_a_model_is_no_release_of_it(what: str) -> None:
    text = f"Acme Weekly Report May 7, 2027\n\nWren-2 is a model. Acme previewed {what}.\n"
    assert not qf.parse(text).facts.of_type(qf.ModelRelease)


STORIES = """
Weeks of whispers ended when Cohere lifted the veil on Wren 6 Air, a 106B language model. > wren-6-air
Cohere’s new catalogue has Wren-7, a text-to-speech model for phones, and it went live. > wren-7
With Wren Nano 2, a 4-billion-parameter reasoner, Cohere courts laptops. The company published the weights on GitHub. > wren-nano-2
Wren 3.0-Edit made its way to GitHub on Tuesday. > wren-3.0-edit
Cohere put Wren 4 Pro into everyone’s hands; the model is free. > wren-4-pro
Cohere put Wren 4 Pro out of its misery; the model was old. >
General availability of Wren 5 Lite reached the clients of the model on Monday. > wren-5-lite
Wren-9B was joined by a lighter Wren-2B. > wren-2b
Wren-9B joined by a crowd was shown. >
Wren-9B was joined by many. >
Lark 5, a model, replaced Wren 4, a model, at a bank. >
Wren-9B is out, and so is its Arabic-only twin, Wren-2B. > wren-9b wren-2b
In the menus of all clients stood Wren-9B, and then came for everyone Wren-2B. >
Wren-9B has been dropped. >
Wren-9B dropped to seventh place. >
Wren-9B dropped on Monday. > wren-9b
Oracle added GPT-5.4 quietly. >
Wren-9B went GA on Monday. > wren-9b
Luma, which shipped Wren-9B in spring, waits. >
Wren-9B shipped in the autumn. >
Wren-9B is a model. Released to all without much noise. >
Wren-9B will follow in the autumn. > wren-9b
Cohere rolled Wren-9B into production. > wren-9b
Cohere completed Wren-9B and has uploaded every checkpoint to GitHub. > wren-9b
Early testers hold early-access credentials for Wren-9B. > wren-9b
Cohere praised Wren-9B’s weights, for download on GitHub. > wren-9b
Cohere wrote of Wren-9B’s rivals, for download on GitHub. >
Cohere wrote of the Wren-9B app, for download on GitHub. >
The shelves of Hugging Face gained Wren-9B on Tuesday. > wren-9b
Subscribers who pay can summon Wren-9B since Tuesday. > wren-9b
Subscribers who pay can summon Wren-9B since long ago. >
Oracle opened Wren 7, billed as the first coder of its kind, on Monday. > wren-7
Oracle opened Wren 7, Cohere’s first coder, on Monday. > wren-7
Oracle opened Wren 7 (8B) on Monday. > wren-7
Oracle opened Wren 7 on Monday, a coder of its own. > wren-7
Oracle opened Wren 7 on Monday, a phone with an API. >
Oracle opened Wren 7 on Monday. The weather is fine. >
Oracle opened Wren 7, a hybrid family, on Monday with 8B of weights. > wren-7
Cohere has three coders: Wren-9B is small. They were released. > wren-9b
Wren-9B and Lark-2B are good. The smaller model came out. >
Wren-9B is good. The news of the model came out. >
Wren-9B is good. Weights came out. > wren-9b
Wren-9B is good. This Intel model came out. >
Cohere likes Wren-9B. It posted the very odd and rather long reading list. >
Wren-9B is good. Some weights came out. >
Cohere likes Wren-9B. It posted the recipe; it posted the weights of others. >
Wren-2, a series of models, comprises a flagship, Wren-2 Max, a mid-sized Wren-2 Lite and the small Wren-2 Mini. > wren-2-max wren-2-lite wren-2-mini
Cohere released Wren-9B and, for a friend, a Lark-2B. > wren-9b
"""


@pytest.mark.parametrize("case", STORIES.strip().splitlines())
def test_a_story_brings_models_in_whatever_words(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    text = "1. News of the Week\n\n" + prose.replace(" • ", "\n\n• ")
    assert sorted({release.model.id for release in releases_of(text)}) == sorted(wanted.split())


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        ("Cohere released Wren-2 in 8B and 70B editions.", {"variants": ("wren-2-8b", "wren-2-70b")}),
        ("Cohere released Wren-2 in two sizes, 8B and, later on in May, 70B.", {"parameters": "8B"}),
        ("Cohere released Wren-2. The 8B checkpoint is on GitHub.", {"parameters": "8B"}),
        ("Cohere released Wren-9B. Schools get it through GitHub.", {"channels": ("github",)}),
        (
            "Cohere released Wren-9B. Hugging Face sells it on Azure.",
            {"channels": ("hugging-face", "microsoft-azure")},
        ),
        ("Cohere released Wren-9B, billed at $2 per million tokens.", {"access": "hosted"}),
        ("Cohere released Wren-9B on the institute’s GitHub.", {"channels": ("github",)}),
        ("Cohere released Wren-9B to all Azure users.", {"channels": ("microsoft-azure",)}),
        ("Cohere released Wren-9B to Xorvex users.", {"channels": ()}),
        ("Wren-9B, a model by the Lisbon start-up Qorlax Labs, came out.", {"developer": "qorlax-labs"}),
        ("Out came Wren-9B that Oracle tuned.", {"developer": "oracle"}),
        ("Intel: Wren-9B came out.", {"developer": "intel"}),
        ("Codestralia-2B came out.", {"developer": "mistral-ai"}),
        ("Intel rose. The day was long. Wren-9B came out.", {"developer": "intel"}),
        ("Cohere rose with Intel. The day was long. Wren-9B came out.", {"developer": "cohere"}),
    ],
)
def test_what_a_story_says_of_a_model(prose: str, wanted: dict[str, Any]) -> None:
    (release,) = releases_of("1. News of the Week\n\n" + prose)
    found = told(release) | {"variants": tuple(one.id for one in release.variants)}
    assert {name: found[name] for name in wanted} == wanted


def test_in_a_report_on_models_what_has_a_version_is_one() -> None:
    models = "".join(f"{number}. Weights\n\nThe model is free.\n\n" for number in range(1, 4))
    stories = f"{models}4. Day\n\nOracle opened Wren 7 on Monday."
    assert [release.model.id for release in releases_of(stories)] == ["wren-7"]


def test_a_member_of_a_line_of_products_is_no_model() -> None:
    assert releases_of("1. Chips\n\nIntel opened Xeon 9 on Monday with an API.") == []


def test_what_is_said_of_models_far_away_makes_no_model() -> None:
    rain = "It rained. " * 30
    assert releases_of(f"1. Day\n\nThe API is free. {rain}Oracle opened Wren 7 on Monday.") == []


@pytest.mark.parametrize(
    "unit", ["Wren-9B; ", "Wren 3 is free on GitHub; ", "the weights of Wren-9B, whose ", "A4 is "]
)
def test_the_time_grows_with_the_story(unit: str) -> None:
    assert_linear(lambda text: qf.parse(HEAD + "1. News\n\n" + text), unit)


UNSAID = """
Next to it on the price list is Wren-9B, a preview at $0.10 per million tokens. > wren-9b
Oracle had two checkpoints in its bag on May 4: Wren-9B, a coder, and Wren-70B. > wren-70b wren-9b
IBM — Granite 6 Micro, general availability on watsonx, May 5 > granite-6-micro
The latest addition to Amazon Bedrock is Wren-9B, callable without a contract. > wren-9b
Tenants of Amazon Bedrock gained one more choice on Wednesday: Wren-9B. > wren-9b
Wren-9B is downloadable. Developers pay $3 for Lark-9B, a new coder. > wren-9b
A free API for developers is set against Wren-9B, Owl-9B, and Lark-9B. >
Oracle closed the trial of Wren-9B on May 3: holders of an account may call it. > wren-9b
Wren-9B may reach subscribers at $3 a month. >
Nothing but a tweet heralded Wren-9B; the checkpoints were on ModelScope within the hour. > wren-9b
Nothing but a tweet heralded Wren-9B; the checkpoints of Lark-9B were on ModelScope, an API hub. > lark-9b
Wren-9B was on show; nobody can call it by the API for free. >
Members of the club found a new tool on Friday. Wren-9B keeps a page in mind. > wren-9b
Two years of work culminate in Wren-9B, a model whose weights are free. > wren-9b
Clerks work with the weights and the API of Wren-9B for free. >
Bills for Lark-9B, which remains free, come by API. >
The download counts of Wren-9B passed 10 million on GitHub. >
Oracle stays with Wren-9B, which remains the default for free users. >
Wren-9B was joined by free users of the API. >
Wren-9B came out first, ahead of GPT-5.4. >
Wren-9B vanished from the free API on Monday. >
After a week of rain and wind and snow and hail, Lark Cloud, was out. Wren-9B is a model. >
Google posted Gemma 5n, a coder, and Gemma 5n E2B, a coder. > gemma-5n gemma-5n-e2b
Oracle posted Wren 4 Banana, a coder. > wren-4-banana
Oracle posted Wren 5 7B Think. > wren-5-7b-think
Oracle left Llama 9 Pro as it was. Cohere rolled Wren-9B out to Free, Pro and Team accounts. > wren-9b
Wren-9B has shed its beta label, and Azure has it in general availability, free of charge. > wren-9b
A sibling for phones, Lark Cloud, went live. Wren-9B is slow. >
"""


@pytest.mark.parametrize("case", UNSAID.strip().splitlines())
def test_who_may_use_a_model_for_how_much_tells_that_it_is_out(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    found = releases_of("1. News of the Week\n\n" + prose)
    assert sorted({release.model.id for release in found}) == sorted(wanted.split())


TERMS = """
Cohere gave away two checkpoints on May 4: Wren-9B and Wren-70B. Either can be had on GitHub under the Wren Open License. > wren-70b open_weight github Wren Open License + wren-9b open_weight github Wren Open License
Cohere put out Wren-9B, and Oracle Cloud and Amazon Bedrock received it. > wren-9b hosted amazon-bedrock,oracle-cloud
Cohere put out Wren-9B. The files carry an Apache 2.0 notice. > wren-9b open_weight Apache 2.0
Cohere put out Wren-9B. The smaller model carries an Apache 2.0 notice. > wren-9b
Cohere put out Wren-9B. Banks will see an Apache 2.0 notice. > wren-9b
Cohere put out Wren-9B. Clinics see it inside Amazon Bedrock. > wren-9b hosted amazon-bedrock
Cohere put out Wren-9B. Word spread on X. > wren-9b
Cohere keeps the preview of Wren-9B to invited tenants of Amazon Bedrock. > wren-9b invite_only amazon-bedrock
New in Amazon Bedrock and, for some, in Azure, Wren-9B writes code. > wren-9b hosted amazon-bedrock,microsoft-azure
Cohere put out Wren-9B on GitHub. The weights are hosted on Oracle Cloud as a service only. > wren-9b open_weight github,oracle-cloud
Cohere put out Wren-9B with MIT-licensed weights. > wren-9b open_weight MIT
Cohere put out Wren-9B under the Wren Terms of Use. > wren-9b open_weight Wren Terms of Use
"""


@pytest.mark.parametrize("case", TERMS.strip().splitlines())
def test_what_goes_on_about_a_model_tells_its_terms(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    found: list[str] = []
    for release in map(told, releases_of("1. News of the Week\n\n" + prose)):
        channels = ",".join(sorted(release["channels"]))
        fields = (release["model"], release["access"], channels, release["licence"])
        found.append(" ".join(field for field in fields if field))
    assert sorted(found) == sorted(one.strip() for one in wanted.split(" + "))


@pytest.mark.parametrize("when", ["from May 5", "since Wednesday"])
def test_a_day_from_which_a_model_is_out_is_the_day_of_its_release(when: str) -> None:
    (release,) = releases_of(f"Wren-9B has been on Hugging Face {when}.")
    assert str(release.date) == "2027-05-05"


@pytest.mark.parametrize(
    ("prose", "models"),
    [
        ("1. Llama 9 in Numbers\n\nMeta released Llama-9-8B and Llama-9-70B.", ["llama-9"]),
        ("1. News of the Week\n\nMeta released Llama-9-8B and Llama-9-70B.", ["llama-9-70b", "llama-9-8b"]),
        ("1. Llama 9 in Numbers\n\nMeta released Llama-9-8B.", ["llama-9-8b"]),
    ],
)
def test_all_sizes_of_a_series_are_one_release_of_it(prose: str, models: list[str]) -> None:
    found = releases_of(prose)
    assert sorted(release.model.id for release in found) == models
    if len(found) == 1 and found[0].variants:
        assert [one.id for one in found[0].variants] == ["llama-9-8b", "llama-9-70b"]


@pytest.mark.parametrize(
    ("prose", "maker"),
    [
        ("Out came Wren-9B from Oracle.", "oracle"),
        ("Out came Wren-9B, a model from Oracle.", "oracle"),
    ],
)
def test_who_a_model_comes_from_made_it(prose: str, maker: str) -> None:
    (release,) = releases_of("1. News of the Week\n\n" + prose)
    assert told(release)["developer"] == maker


def test_a_verb_behind_a_version_is_no_part_of_the_name() -> None:
    report = qf.parse(HEAD + "- Oracle says Wren 4 Opens up as a coder; a shop opens too")
    assert [name.text for name in report.names if "Wren" in name.text] == ["Wren 4"]


def test_what_a_summary_hints_at_is_told_in_its_story() -> None:
    text = "Free on GitHub since Monday: Wren-9B.\n\n1. Rain\n\nIt rained.\n\n2. Snow\n\nIt snowed."
    assert releases_of(text) == []


def test_a_size_that_is_named_as_well_is_one_entity() -> None:
    prose = "1. Cohere opens Wren 2\n\nCohere made Wren 2 available in three sizes: 3B, 14B and 70B. Wren 2 70B is large."
    (variants,) = {release.variants for release in releases_of(prose) if release.variants}
    assert sorted(one.id for one in variants) == ["wren-2-14b", "wren-2-3b", "wren-2-70b"]


@pytest.mark.parametrize(
    ("prose", "models"),
    [
        ("Cohere released Wren-9B, with 9B parameters. It was trained on 14T tokens.", ["wren-9b"]),
        ("Cohere fell. Codestral gained 12% to 210 million users.", []),
        ("Cohere fell. Codestral tops its rivals and comes within two points of GPT-5.4.", []),
        ("Codestral followed on Monday.", ["codestral"]),
    ],
)
def test_what_is_said_of_a_model_besides_brings_out_no_other(prose: str, models: list[str]) -> None:
    assert [release.model.id for release in releases_of(prose)] == models


def test_the_day_of_a_source_does_not_make_that_of_the_papers_the_day_of_the_news() -> None:
    text = (
        "1. Bar opens\nDate: May 3, 2027\nSource: Reuters, May 4, 2027\n\nAcme has launched Bar 2, a model.\n"
    )
    assert [release.date for release in releases_of(text)] == [None]
