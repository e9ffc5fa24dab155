"""Answers the questions of tests/gold/questions.jsonl from the bundled dataset, each by the public API.

Run: python tests/answers.py

It prints every question with the answer, what was expected, and the score. An answer is made of values of
typed fields. Words that are looked for (`search`) find a fact; what it says is taken from its fields.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import permutations
from pathlib import Path
from typing import Any

from attrs import frozen

import qwenfacts as qf

QUESTIONS = Path(__file__).parent / "gold" / "questions.jsonl"
FIRST, SECOND = "qwen-2026-03-21", "qwen-2026-03-28"
MAX, TASK_FORCE, HUB = "Qwen3.5-Max Preview", "Foundation Model Task Force", "Alibaba Token Hub"

Answer = Callable[[qf.Dataset], object]


def section(part: qf.Report | qf.Story | None, heading: str) -> qf.Section:
    """The section of that heading."""
    assert part is not None
    return next(one for one in part.sections if one.heading == heading)


def within(place: qf.Section, fact: qf.Fact) -> bool:
    """Whether a fact is said first in a section."""
    return any(fact.evidence[0].span in block.span for block in place.blocks)


def named_in(ds: qf.Dataset, fact: qf.Fact | None) -> list[qf.Entity]:
    """Who and what is named in the words of a fact."""
    assert fact is not None
    names = ds.report(fact.report).names
    return [name.value for name in names if any(name.span in evidence.span for evidence in fact.evidence)]


def objects(relations: qf.Facts[qf.Relation]) -> list[qf.Entity | str]:
    """What relations lead to."""
    return [relation.object for relation in relations]


def is_a(kind: str, thing: object) -> bool:
    """Whether a thing is an entity of some kind."""
    return isinstance(thing, qf.Entity) and thing.kind == kind


ANSWERS: dict[str, Answer] = {
    "q01": lambda ds: ds.events.where(kind="formation", subject=HUB, report=FIRST).one().date,
    "q02": lambda ds: ds.events.where(kind="formation", subject=HUB, report=FIRST).one().parts,
    "q03": lambda ds: objects(ds.relations.where(subject=HUB, kind="oversees")),
    "q04": lambda ds: ds.relations.where(subject="Tongyi Lab", kind="likened_to").one().object,
    "q05": lambda ds: ds.personnel.where(organisation="Tongyi Lab", kind="continuation").one().person,
    "q06": lambda ds: (
        ds.metrics.where(measure="token-consumption", period_from="stated").one().quantity,
        ds.metrics.where(measure="token-consumption", period_from="stated").one().period,
    ),
    "q07": lambda ds: ds.relations.where(subject="MaaS", kind="likened_to").one().object,
    "q08": lambda ds: ds.metrics.measuring("channel-incentives").one().quantity,
    "q09": lambda ds: ds.outlooks.search("largest revenue product").one().subject,
    "q10": lambda ds: [
        relation.subject
        for relation in ds.relations.where(kind="is_a", object="first-tier business cluster")
        if relation.subject != ds.entity(HUB)
    ],
    "q11": lambda ds: (
        ds.metrics.where(subject="Alibaba Cloud", measure="revenue", aspect="change").one().quantity,
        ds.metrics.where(subject="Alibaba Cloud", measure="revenue", aspect="change").one().period,
    ),
    "q12": lambda ds: (
        ds.metrics.where(subject="Alibaba Cloud", measure="revenue", qualifier="cumulative external")
        .one()
        .quantity
    ),
    "q13": lambda ds: (
        ds.metrics.where(subject="T-Head", measure="chips-shipped", aspect="level").one().quantity,
        ds.metrics.where(subject="T-Head", measure="chips-shipped", aspect="level").one().period,
    ),
    "q14": lambda ds: (
        ds.metrics.where(subject="T-Head", measure="chips-shipped", aspect="share").one().quantity
    ),
    "q15": lambda ds: ds.metrics.where(subject="T-Head", measure="revenue").one().quantity,
    "q16": lambda ds: (
        ds.metrics.where(subject="Quick Commerce", measure="revenue", aspect="level").one().quantity
    ),
    "q17": lambda ds: changed(ds.metrics.where(subject="Quick Commerce", aspect="change").one()),
    "q18": lambda ds: ds.metrics.where(subject="Qwen", measure="users", report=FIRST).one().quantity,
    "q19": lambda ds: (
        ds.metrics.where(subject="Qwen", measure="derivative-models")
        .where(lambda fact: within(section(ds.report(SECOND).story(4), "Strategic Context"), fact))
        .one()
        .quantity
    ),
    "q20": lambda ds: ds.metrics.where(subject="Qwen", measure="open-source-models").one().quantity,
    "q21": lambda ds: (
        ds.relations.where(subject="Qwen", kind="competes_with", story=4).one().object,
        ds.events.where(subject="Qwen", kind="other", story=4).one().date,
    ),
    "q22": lambda ds: {
        f"Story {relation.story}" if relation.story else "Executive Summary": relation.object
        for relation in ds.relations.where(subject=MAX, kind="is_a").search("commercial flagship above")
        if str(relation.object).startswith("commercial flagship")
    },
    "q23": lambda ds: ds.metrics.where(subject="Qwen app", measure="monthly-active-users").one().quantity,
    "q24": lambda ds: ds.metrics.measuring("orders").one().quantity,
    "q25": lambda ds: (
        set(channels := ds.releases.where(model=MAX).one().channels)
        - {ds.entity(channel.parent) for channel in channels if channel.parent}
    ),
    "q26": lambda ds: ds.relations.where(kind="available_on", object="Qwen Chat").one().subject,
    "q27": lambda ds: ds.releases.where(model=MAX).one().parameters,
    "q28": lambda ds: [
        rival
        for rival in objects(ds.relations.where(subject=MAX, kind="competes_with"))
        if is_a("model", rival)
    ],
    "q29": lambda ds: (
        set(objects(ds.relations.where(subject=MAX, kind="optimised_for").search("RAG")))
        - {"advanced enterprise workflows"}
    ),
    "q30": lambda ds: ds.metrics.where(subject=MAX, of="Text Arena").one().quantity,
    "q31": lambda ds: ds.relations.where(subject="Text Arena", kind="is_a").one().object,
    "q32": lambda ds: (
        min(
            ds.relations.where(
                lambda use: use.object not in objects(ds.relations.where(subject="Qwen3.5-35B")),
                subject="Qwen3.5-27B",
                kind="optimised_for",
            ),
            key=lambda use: use.evidence[0].span.end,
        ).object
    ),
    "q33": lambda ds: (
        ds.relations.where(kind="optimised_for", object="high-throughput enterprise teams").one().subject
    ),
    "q34": lambda ds: [
        use
        for use in objects(ds.relations.where(subject="Qwen3.5-122B", kind="optimised_for"))
        if use not in objects(ds.relations.where(subject="Qwen3.5-35B"))
    ],
    "q35": lambda ds: ds.citations.where(text="GitHub – Qwen3.5").one().date,
    "q36": lambda ds: ds.releases.where(model="Qwen3.5-Small", report=SECOND).one().access,
    "q37": lambda ds: len(ds.releases.where(model="Qwen3.5", channels="Microsoft Azure").one().variants),
    "q38": lambda ds: [
        entity
        for entity in named_in(ds, ds.outlooks.where(kind="forecast", subject="Qwen3.5-Max", story=3).one())
        if entity != ds.entity("Qwen3.5-Max")
    ],
    "q39": lambda ds: (
        ds.metrics.where(measure="downloads", story=4, qualifier="Hugging Face").one().quantity,
        ds.metrics.where(measure="downloads", story=4, qualifier="Hugging Face").one().period,
    ),
    "q40": lambda ds: ds.releases.where(model="Fun-CineForge").one().channels,
    "q41": lambda ds: (
        ds.relations.where(subject="Wukong", kind="developed_by")
        .where(lambda relation: relation.object != ds.entity("Alibaba"))
        .one()
        .object
    ),
    "q42": lambda ds: ds.metrics.where(qualifier="via DingTalk and Alibaba Cloud").one().quantity,
    "q43": lambda ds: ds.events.where(kind="launch", subject="Wukong").one().date,
    "q44": lambda ds: named_in(ds, ds.outlooks.where(kind="forecast", subject="Wukong", story=2).one()),
    "q45": lambda ds: [
        rival
        for rival in objects(ds.relations.where(subject="Wukong", kind="competes_with"))
        if is_a("product", rival)
    ],
    "q46": lambda ds: (
        ds.relations.where(subject="RealDoc", kind="does")
        .where(lambda relation: str(relation.object).startswith("processes"))
        .one()
        .object
    ),
    "q47": lambda ds: ds.relations.where(subject="RealDoc", kind="is_a").search("cost-per-task").one().object,
    "q48": lambda ds: [
        relation.subject for relation in ds.relations.where(kind="part_of", object="TongYunGe")
    ],
    "q49": lambda ds: [
        str(modality).partition(" (")[0]
        for modality in objects(ds.relations.where(subject="Fun-CineForge", kind="uses"))
    ],
    "q50": lambda ds: ds.metrics.where(subject="Fun-CineForge", measure="error-rate").one().quantity,
    "q51": lambda ds: ds.relations.where(subject="Fun-CineForge", kind="built_on").one().object,
    "q52": lambda ds: ds.metrics.where(subject="CineDub-CN", measure="dataset-size").one().quantity,
    "q53": lambda ds: ds.events.where(kind="open_sourcing").one().subject,
    "q54": lambda ds: {
        str(ds.report(event.report).published): event.parts
        for event in ds.events.where(kind="formation", subject=TASK_FORCE)
    },
    "q55": lambda ds: ds.relations.where(subject=TASK_FORCE, kind="does").one().object,
    "q56": lambda ds: ds.events.where(kind="incident", subject="ClawHavoc").one().date,
    "q57": lambda ds: (
        ds.relations.where(subject="Wukong", kind="responds_to")
        .where(lambda relation: str(relation.object).endswith("deployments"))
        .one()
        .object
    ),
    "q58": lambda ds: ds.report(FIRST).period,
    "q59": lambda ds: re.split(r", and |, ", ds.report(SECOND).audience or ""),
    "q60": lambda ds: ds.report(FIRST).analyst,
    "q61": lambda ds: f"{ds.report(SECOND).posted_at:%Y-%m-%dT%H:%M}",
    "q62": lambda ds: tuple(part.heading for part in ds.stories[4].sections),
    "q63": lambda ds: [story.number for story in ds.report(SECOND).stories if len(story.links) == 2],
    "q64": lambda ds: len(section(ds.report(FIRST), "Sources").rows),
    "q65": lambda ds: (
        ds.metrics.where(measure="revenue", nature="target", period_from="stated").one().quantity,
        ds.metrics.where(measure="revenue", nature="target", period_from="stated").one().period,
    ),
    "q66": lambda ds: (
        ds.metrics.where(subject="Alibaba", measure="revenue", nature="reading").one().quantity,
        ds.events.where(kind="earnings", subject="Alibaba", story=1).one().fiscal_period,
    ),
    "q67": lambda ds: changed(ds.metrics.where(measure="net-income", qualifier="GAAP").one()),
    "q68": lambda ds: (
        ds.metrics.where(measure="net-cash", qualifier="excluding long-dated debt").one().quantity
    ),
    "q69": lambda ds: only({str(change.date) for change in ds.personnel.where(person="Lin Junyang")}),
    "q70": lambda ds: objects(
        ds.relations.where(subject="Zhou Hao", kind="worked_on").search("Google DeepMind")
    ),
    "q71": lambda ds: (
        ds.personnel.where(person="Zhou Hao", story=5).one().former_role,
        ds.personnel.where(person="Zhou Hao", story=5).one().former_organisation,
    ),
    "q72": lambda ds: [
        change.person for change in ds.personnel.where(kind="departure", report=FIRST) if change.person
    ],
    "q73": lambda ds: ds.stories[0].sources,
    "q74": lambda ds: ds.citations.where(source="TechCrunch").one().date,
    "q75": lambda ds: ds.statements.search("Gemini-fication").one().speaker,
    "q76": lambda ds: (
        (email := ds.statements.where(speaker="Eddie Wu", report=SECOND, verbatim=True).one()).medium,
        ds.citations.where(supports=email.id).one().source,
    ),
    "q77": lambda ds: ds.outlooks.where(kind="signal", subject="Qwen3.5-Max", story=5).one().text,
    "q78": lambda ds: ds.outlooks.search("most open frontier AI project").one().horizon,
    "q79": lambda ds: {
        str(ds.report(event.report).published): (event.fiscal_period, event.date)
        for event in ds.events.where(kind="earnings", subject="Alibaba")
    },
    "q80": lambda ds: {
        "Story 5" if change.story else "Analyst Outlook": change.replaces
        for change in ds.personnel.where(person="Zhou Hao", kind="hire")
    },
}


def changed(metric: qf.Metric) -> tuple[object, ...]:
    """How a metric changed: which way, and by how much."""
    return metric.direction, metric.quantity


def only(values: set[str]) -> str:
    """The one value that all agree on."""
    (value,) = values
    return value


# -- comparing --

ENTITIES = {
    "Meta’s Llama": "Llama",
    "the DingTalk team": "DingTalk",
    "CTO Jingren": "Zhou Jingren",
    "the e-commerce group": "Alibaba E-commerce Business Group",
    "Retrieval-Augmented Generation (RAG)": "Retrieval-Augmented Generation",
}
"""Which names are meant by wordings that are no name or alias."""

PARTS = re.compile(r", (?:reviewed by )?| at |(?<=^up) |(?<=^down) ")
BY = re.compile(r"^by (?:the end of )?")


@frozen(eq=False)
class Question:
    """A question of the gold and its answer there."""

    id: str
    text: str
    answer: Any

    def accepts(self, actual: object) -> bool:
        """Whether an answer of the dataset is the expected one.

        Lists have the same members, and in the same order if the answer is a tuple; quantities have the
        same value, unit and bound; periods are the same days, or have the same words; names are a name of
        the entity. Words are the same but for case, space and article; what they have more stands in the
        question.
        """
        return self._is(actual, self.answer)

    def _is(self, actual: object, expected: Any) -> bool:
        match actual, expected:
            case dict(), dict():
                return actual.keys() == expected.keys() and all(
                    self._is(value, expected[key]) for key, value in actual.items()
                )
            case tuple(), list():
                return self._are(actual, expected)
            case list() | set(), list():
                return any(self._are(order, expected) for order in permutations(actual))
            case tuple(), str():
                return self._are(actual, PARTS.split(expected))
            case qf.Quantity(), str():
                return {_amount(actual)} == {_amount(quantity) for quantity in quantities(expected)}
            case qf.Period(), str():
                return _is_period(actual, expected)
            case qf.Entity(), str():
                meant = folded(ENTITIES.get(expected, expected))
                return meant in {actual.id, *map(folded, actual.names)}
            case str(), str():
                return self._says(folded(actual), folded(expected))
            case _:
                return type(actual) is type(expected) and actual == expected

    def _are(self, actual: Sequence[object], expected: Sequence[Any]) -> bool:
        return len(actual) == len(expected) and all(map(self._is, actual, expected))

    def _says(self, actual: str, expected: str) -> bool:
        """Whether one has the words of the other, in one piece, and beside them only those of the question."""
        said, wanted, asked = words(actual), words(expected), words(folded(self.text))
        starts = range(len(said) - len(wanted) + 1)
        found = (at for at in starts if all(map(_alike, said[at:], wanted)))
        return any(
            all(any(_alike(word, other) for other in asked) for word in said[:at] + said[at + len(wanted) :])
            for at in found
        )


def folded(text: str) -> str:
    """A text without case and leading article."""
    return re.sub(r"^(?:an?|the|to) ", "", text.casefold().replace("_", "-"))


def words(text: str) -> list[str]:
    """The words of a text, without marks around them."""
    return [word for part in text.split() if (word := part.strip(".,:;?“”—"))]


def _alike(word: str, other: str) -> bool:
    """Whether words are the same, or one is the other with an ending."""
    short, long = sorted((word, other), key=len)
    return long == short or (long.startswith(short) and long[len(short) :] in ("s", "es"))


def quantities(text: str) -> list[qf.Quantity]:
    """The quantities in an expected answer."""
    return [mention.value for mention in qf.parse(text, errata=()).quantities]


def _amount(quantity: qf.Quantity) -> tuple[Decimal, str, str]:
    """Value, unit and bound; an expected answer leaves out what was counted, as the question has it."""
    unit = "count" if quantity.unit == "parameters" else quantity.unit
    return quantity.value, unit, quantity.bound


def _is_period(period: qf.Period, expected: str) -> bool:
    if expected[0].isdigit():
        days = str(period.start)[:7] if period.precision == "month" else str(period)
        return days == expected.replace(" to ", "/")
    is_open = period.start is None and period.end is not None
    text = re.sub(r"^(?:over|as of) ", "", BY.sub("", expected))
    return folded(period.text) == folded(text) and is_open == bool(BY.match(expected))


# -- asking --


def questions() -> list[Question]:
    """All questions, in the order of the gold."""
    records = map(json.loads, QUESTIONS.read_text("utf-8").splitlines())
    return [Question(record["id"], record["question"], record["answer"]) for record in records]


def answer(question: Question, dataset: qf.Dataset) -> object:
    """What the dataset answers; the error, where it has no answer."""
    try:
        return ANSWERS[question.id](dataset)
    except qf.errors.QwenfactsError as error:
        return error


def shown(value: object) -> str:
    """An answer in one line."""
    match value:
        case dict():
            return "; ".join(f"{key}: {shown(part)}" for key, part in value.items())
        case tuple() | list() | set():
            return " | ".join(map(shown, value))
        case qf.Quantity():
            return f"{value} ({value.bound})"
        case qf.Period():
            return f"{value.text} ({value})"
        case _:
            return str(value)


def main(dataset: qf.Dataset | None = None) -> None:
    """Ask everything, and print the score."""
    dataset = dataset or qf.load()
    right = 0
    for question in questions():
        actual = answer(question, dataset)
        is_right = question.accepts(actual)
        right += is_right
        print(f"{question.id} {'right' if is_right else 'WRONG'}  {question.text}")
        print(f"    answer    {shown(actual)}\n    expected  {shown(question.answer)}")
    print(f"{right} of {len(questions())} right")


if __name__ == "__main__":
    main()
