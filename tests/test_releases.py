"""Model releases: one sentence, and what was released."""

from __future__ import annotations

from typing import Any

import pytest

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
        ("Codestral is now available at Microsoft’s Azure through GitHub.", {"channels": ("github",)}),
        ("Cohere released Codestral; Intel fell on May 4, 2027.", {"date": None}),
        ("Cohere released Codestral. Intel fell on May 4, 2027.", {"date": None}),
        ("Cohere released Qwen3.5-Max Preview.", {"stage": "preview"}),
    ],
)
def test_what_was_released(prose: str, wanted: dict[str, Any]) -> None:
    (release,) = releases_of(prose)
    found = {
        "model": release.model.id,
        "developer": release.developer and release.developer.id,
        "date": release.date and str(release.date),
        "stage": release.stage,
        "access": release.access,
        "channels": tuple(channel.id for channel in release.channels),
        "parameters": release.parameters and release.parameters.text,
        "licence": release.licence,
    }
    assert {name: found[name] for name in wanted} == wanted


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
        "Codestral is slow. It was released; now it sleeps.",
        "Forty Codestral models open-sourced.",
        "A rival of Codestral was released.",
        "Cohere released a cake — Codestral helped.",
        "Codestral released its plans.",
    ],
)
def test_nothing_was(prose: str) -> None:
    assert releases_of(prose) == []


def test_one_release_for_all_the_places_that_say_it() -> None:
    (release,) = releases_of("Cohere released Codestral on May 4, 2027.\n\nCodestral was released on GitHub.")
    assert len(release.evidence) == 2
    assert ([channel.id for channel in release.channels], str(release.date)) == (["github"], "2027-05-04")


def test_two_where_the_places_disagree() -> None:
    releases = releases_of(
        "Cohere released Codestral on May 4, 2027.\n\nCodestral was released on May 6, 2027."
    )
    assert [str(release.date) for release in releases] == ["2027-05-04", "2027-05-06"]
