"""Events: what happened or was announced, by verbs, nouns and rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ....entities import Entity
from ....facts import Event
from ....report import Mention
from ....values import Period
from ...english.clauses import is_possessive, last_before, stated_period
from ...page import Draft, Page
from ...spans import hull
from .described import Described
from .eventnouns import noun_events
from .eventverbs import verb_events
from .scene import FISCAL, Happening, Scene, is_company

__all__ = ["find_events"]

READ: Final = frozenset(("paragraph", "list_item", "heading", "table_row"))
DATED: Final = frozenset(("day", "week", "range", "month", "relative", "year", "quarter", "half"))
MOST: Final = 6
MANY: Final = 24
SOON: Final = 6
NEAR: Final = 60
REACH: Final = 24
OF_THINGS: Final = frozenset(("launch", "availability", "open_sourcing"))
LEADING: Final = frozenset("heads leads runs chairs head lead run chair directs oversees".split())
HEADS: Final = frozenset(
    "president head chief boss director chair chairman chairwoman leader charge manager".split()
)
STAGES: Final = ("preview", "beta", "general")


def find_events(page: Page) -> Iterator[Draft]:
    """The events of a page; each place that says one is a draft of its own."""
    described = Described(page)
    for passage in page.passages:
        if passage.block.kind not in READ:
            continue
        scene = Scene(page, passage, described)
        described.enter(passage, scene.leader)
        done = set[str]()
        if passage.block.kind != "table_row":
            for happening in verb_events(scene):
                if happening.kind in OF_THINGS and scene.is_called_model(happening.subject):
                    continue
                done.add(happening.kind)
                yield _draft(scene, happening, by_verb=True)
        for happening in noun_events(scene):
            if happening.sure or happening.kind not in done:
                done.add(happening.kind)
                yield _draft(scene, happening, by_verb=False)


def _draft(scene: Scene, happening: Happening, *, by_verb: bool) -> Draft:
    """The event with its date and what else its sentence says of it."""
    mentions = [name.span for name in happening.names]
    fields: dict[str, object] = {"kind": happening.kind, "subject": happening.subject, **dict(happening.told)}
    assumed: dict[str, object] = {}
    fiscal = _fiscal(scene, happening) if happening.kind == "earnings" else None
    date = _date(scene, happening, fiscal)
    for name, found in (("date", date), ("fiscal_period", fiscal)):
        if found is not None:
            fields[name] = found.value
            mentions.append(found.span)
    if happening.kind == "launch":
        fields["stage"] = _stage(scene)
        if by_verb:
            assumed["stage"] = (
                "announced" if scene.token(happening.at).key.startswith(("unveil", "reveal")) else "general"
            )
    if happening.kind in ("launch", "formation"):
        assumed["organisation"] = next(scene.page.owners(happening.subject), None) or _own(scene, happening)
        parts = tuple(_parts(scene, happening))
        fields["parts"] = tuple(dict.fromkeys(part.value for part in parts))
        mentions += [part.span for part in parts]
    if happening.kind == "formation" and (head := _head(scene, happening.subject)) is not None:
        fields["head"] = head.value
        mentions.append(head.span)
    near = fiscal is not None and abs(fiscal.span.start - happening.span.start) <= NEAR
    return Draft(
        Event,
        fields,
        [hull(happening.span, fiscal.span) if fiscal is not None and near else happening.span],
        mentions,
        scene.passage.story,
        key=("event", happening.kind, happening.subject.id),
        assumed=assumed,
    )


def _own(scene: Scene, happening: Happening) -> Entity | None:
    """Whose a new thing is: whose it is called, else the company's of the report, if nobody is named."""
    subject = happening.subject
    if subject.known or subject == scene.company or not (scene.is_part(subject) or scene.is_made(subject)):
        return None
    for name in happening.names:
        maker = next(scene.before(scene.begins(name)), None)
        if maker is not None and is_possessive(scene.page, maker) and is_company(maker.value):
            return maker.value  # Acme's new Foo
    named = (name.value for name in happening.names if name.value != subject)
    return None if any(is_company(entity) for entity in named) else scene.company


def _date(scene: Scene, happening: Happening, fiscal: Mention[Period] | None) -> Mention[Period] | None:
    """When it happened, by the words near it; a row's date is that of its source."""
    if scene.passage.block.kind == "table_row":
        return None
    date = stated_period(scene.page, scene.passage, scene.clauses, happening.at, reach=REACH)
    if fiscal is not None and (date is None or date.span == fiscal.span or _is_end(scene, date)):
        days = (other for other in scene.passage.dates[:MANY] if _is_day(other) and not _is_end(scene, other))
        date = next(days, None)
    if date is None or date.value.precision not in DATED:
        return None
    if happening.kind == "earnings" and not _is_day(date):
        return None
    return None if _is_end(scene, date) else date


def _is_end(scene: Scene, date: Mention[Period]) -> bool:
    """Whether a date is only the end of a quarter: ``the quarter that ended on March 31``."""
    return scene.token(scene.page.token_at(date.span.start) - 2).key in ("ended", "ending", "ends")


def _is_day(date: Mention[Period]) -> bool:
    return date.value.precision == "day"


def _fiscal(scene: Scene, happening: Happening) -> Mention[Period] | None:
    """The quarter or year that results are for: the nearest to the word for them."""
    labels = [date for date in scene.passage.dates if date.value.precision in FISCAL]
    return min(labels, key=lambda date: abs(date.span.start - happening.span.start), default=None)


def _stage(scene: Scene) -> str | None:
    told = {kind for kind, _ in scene.cues("cues", "stage")}
    return next((stage for stage in STAGES if stage in told), None)


def _parts(scene: Scene, happening: Happening) -> Iterator[Mention[Entity]]:
    """What a unit is made of, or what a product brings along: the list behind a word for that."""
    for kind, end in scene.cues("events", "parts")[:MOST]:
        if kind == happening.kind:
            yield from (name for name in scene.list_from(end) if name.value != happening.subject)
            return


def _head(scene: Scene, subject: Entity) -> Mention[Entity] | None:
    """Who leads what is formed: ``led by Roe``, ``headed directly by CEO Jane Roe``."""
    for _, end in scene.cues("events", "head")[:MOST]:
        for name in scene.names_from(end, SOON):
            if name.value.kind == "person":
                return name
    return _leader(scene, subject)


def _leader(scene: Scene, subject: Entity) -> Mention[Entity] | None:
    """Who is said to lead it: ``Roe heads it``, ``Roe becomes president of Foo``."""
    people = scene.passage.named("person")
    for at in range(scene.first, scene.stop) if people else ():
        name = scene.name_at(at + 1)
        it = name.value == subject if name is not None else scene.token(at + 1).key == "it"
        leads = scene.token(at).key in LEADING or (
            scene.token(at).key == "of" and scene.token(at - 1).key in HEADS and name is not None
        )
        if it and leads:
            before = last_before(people, scene.token(at).start)
            return next((one for one in before if not scene.is_oblique(one)), None)
    return None
