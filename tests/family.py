"""Reports of the family, written at random in words of our own, with what a careful reader finds.

The writer knows what it means: it never reads. Each piece of text carries its answers along, so that
they come out in text order.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from decimal import Decimal
from importlib.resources import files
from typing import Final, NamedTuple

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

# -- answers ----------------------------------------------------------------------------------


class Amount(NamedTuple):
    """A quantity as written, and what its wording allows."""

    text: str
    value: Decimal
    unit: str
    bound: str
    low: Decimal | None
    high: Decimal | None
    per: str | None = None


class When(NamedTuple):
    """A date as written, without its preposition, and its own first and last day."""

    text: str
    start: dt.date
    end: dt.date


class Release(NamedTuple):
    """A model that was released: ids, and the day if the sentence has one."""

    model: str
    developer: str
    date: dt.date | None


class Change(NamedTuple):
    """Somebody who came or went: ids, and the day if the sentence has one."""

    person: str
    kind: str
    organisation: str | None
    date: dt.date | None


class TableRow(NamedTuple):
    """A row under `Event Source Date`."""

    event: str
    source: str
    date: dt.date


@frozen
class StoryAnswers:
    """What a reader finds in one story; ``cited``: names in parentheses behind sentences."""

    number: int
    title: str
    period: tuple[dt.date, dt.date] | None
    sources: tuple[str, ...]
    links: tuple[str, ...]
    sections: tuple[str, ...]
    cited: tuple[str, ...]


@frozen
class Answers:
    """What a reader finds in a report; everything in text order."""

    title: str
    subject: str
    published: dt.date
    posted_at: dt.datetime | None
    period: tuple[dt.date, dt.date] | None
    audience: str | None
    analyst: str | None
    coverage: str | None
    summary_points: tuple[str, ...]
    stories: tuple[StoryAnswers, ...]
    sections: tuple[str, ...]
    rows: tuple[TableRow, ...]
    quantities: tuple[Amount, ...]
    dates: tuple[When, ...]
    links: tuple[str, ...]
    releases: tuple[Release, ...]
    changes: tuple[Change, ...]


@frozen
class Said:
    """A piece of text with the answers in it; pieces and strings are joined with ``+``."""

    text: str
    found: tuple[Amount | When | Release | Change, ...] = ()
    links: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()

    def __add__(self, other: Said | str) -> Said:
        more = Said(other) if isinstance(other, str) else other
        return Said(
            self.text + more.text, self.found + more.found, self.links + more.links, self.cited + more.cited
        )

    def __radd__(self, before: str) -> Said:
        return Said(before) + self


NOTHING: Final = Said("")


def joined(pieces: list[Said], joint: str = " ") -> Said:
    """The pieces with a joint between them."""
    whole = NOTHING
    for at, piece in enumerate(pieces):
        whole = whole + (joint if at else "") + piece
    return whole


# -- names ------------------------------------------------------------------------------------


def _ids() -> dict[str, str]:
    """The id that the lexicon gives to each usual name."""
    ids: dict[str, str] = {}
    for kind in ("organisations", "people", "models", "publications"):
        source = files("qwenfacts").joinpath(f"data/lexicon/{kind}.toml").read_text(encoding="utf-8")
        ids.update((entity["name"], entity["id"]) for entity in tomllib.loads(source)["entity"])
    return ids


ID_OF: Final = _ids()
COMPANIES: Final = ("Cohere", "Mistral AI", "Spotify", "Adobe", "Siemens", "OpenAI", "SAP", "Intel")
PEOPLE: Final = (
    "Aidan Gomez",
    "Andrew Ng",
    "Christian Klein",
    "Guillaume Lample",
    "Jan Leike",
    "Joelle Pineau",
)
MODELS: Final = (
    "Codestral",
    "Claude Sonnet 4.6",
    "DeepSeek-V3.2",
    "GPT-5.4",
    "Mistral Large 3",
    "Qwen3.5-Max",
)
PUBLICATIONS: Final = (
    "Reuters",
    "Bloomberg",
    "The Verge",
    "Financial Times",
    "Nikkei Asia",
    "TechCrunch",
    "VentureBeat",
)
assert all(name in ID_OF for name in COMPANIES + PEOPLE + MODELS + PUBLICATIONS)

TITLES: Final = (
    "A Cheaper Plan for Small Shops",
    "Rules for Old Chips",
    "Slow Roads and Fast Racks",
    "The Quiet Side of the Cloud",
    "What the Garden Desk Learned",
    "Work Moves North",
    "Nobody Likes the New Badge",
)
LABELS: Final = (
    "What happened",
    "Why it matters",
    "Market Impact",
    "Customers",
    "Forward View",
    "Strategic Context",
    "Risk",
)
EVENTS: Final = ("Badge recall", "Rack delivery", "Price change", "Garden meeting", "Fee ruling")
ROLES: Final = ("head of research", "chief financial officer", "chief scientist")
PLAIN: Final = (
    "Nobody at the company would say more.",
    "Teams in the old halls had asked for this.",
    "Rivals took note, and some of them laughed.",
    "The plan is simpler than it looks.",
    "The long\u2011term plan – dull, they say – hasn’t changed.",
    "The regulator (CMA) kept quiet.",
    "“Nobody asked us,” said a clerk in the hall.",
)

# -- quantities -------------------------------------------------------------------------------

SCALES: Final = {
    " million": Decimal(10**6),
    " billion": Decimal(10**9),
    "bn": Decimal(10**9),
    "M": Decimal(10**6),
    " trillion": Decimal(10**12),
}
HEDGES: Final = {
    "about": "about",
    "around": "about",
    "roughly": "about",
    "approximately": "about",
    "nearly": "nearly",
    "almost": "nearly",
    "just under": "nearly",
    "over": "over",
    "more than": "over",
    "at least": "at_least",
    "no fewer than": "at_least",
    "under": "under",
    "less than": "under",
    "up to": "at_most",
    "at most": "at_most",
    "no more than": "at_most",
}
WORDS: Final = {
    "two": 2,
    "three": 3,
    "five": 5,
    "seven": 7,
    "nine": 9,
    "eleven": 11,
    "twelve": 12,
    "forty": 40,
}


def _place(digits: str, *, non_zero: bool) -> Decimal:
    """The place of the last written digit, or of the last one that is not zero; counted by hand."""
    whole, _, decimals = digits.replace(",", "").partition(".")
    written = whole + decimals
    kept = written.rstrip("0") if non_zero else written
    return Decimal(10) ** (len(whole) - len(kept))


def _amount(
    text: str, value: Decimal, unit: str, bound: str, place: Decimal, per: str | None = None
) -> Amount:
    half = place / 2
    low, high = {
        "exact": (value - half, value + half),
        "about": (value - half, value + half),
        "nearly": (value - half, value),
        "over": (value, None),
        "at_least": (value, None),
        "under": (None, value),
        "at_most": (None, value),
    }[bound]
    return Amount(text, value, unit, bound, low, high, per)


class Form(NamedTuple):
    """How numbers of one unit are written; ``exact``: w, z or - as in the table of the design."""

    before: str
    behind: str
    scale: Decimal
    unit: str
    exact: str


@st.composite
def _digits(draw: DrawFn, form: Form) -> str:
    if form.exact == "z":
        number = draw(st.integers(1, 899)) * 10 ** draw(st.integers(3, 5)) + draw(st.sampled_from([0, 417]))
        return f"{number:,}"
    if form.exact == "w" and form.scale != 1 and draw(st.booleans()):
        return f"{draw(st.integers(1, 99))}.{draw(st.integers(0, 9))}"
    if form.unit == "percent":
        return draw(st.integers(2, 99).map(str) | st.integers(11, 999).map(lambda n: f"{n // 10}.{n % 10}"))
    return str(draw(st.integers(2, 899)))


@st.composite
def _quantity(draw: DrawFn, form: Form, *, hedged: bool = True, per: str | None = None) -> Said:
    """A number as that form writes it: bare, hedged, with a plus, or as a range."""
    digits = draw(_digits(form))
    value = Decimal(digits.replace(",", "")) * form.scale
    way = draw(st.sampled_from(["bare", "hedge", "range", "plus"])) if hedged else "bare"
    written = f"{form.before}{digits}{form.behind}"
    hedge_place = _place(digits, non_zero=True) * form.scale
    if way == "hedge":
        hedge = draw(st.sampled_from(sorted(HEDGES)))
        text = f"{hedge} {written}"
        return Said(text, (_amount(text, value, form.unit, HEDGES[hedge], hedge_place, per),))
    if way == "plus" and form.exact in ("z", "-") and not form.behind:
        return Said(f"{written}+", (_amount(f"{written}+", value, form.unit, "at_least", hedge_place, per),))
    if way == "range" and form.exact != "z" and "." not in digits:
        high = int(digits) + draw(st.integers(1, 50))
        text = draw(
            st.sampled_from(
                [
                    f"{form.before}{digits}–{high}{form.behind}",
                    f"between {written} and {form.before}{high}{form.behind}",
                ]
            )
        )
        top = high * form.scale
        return Said(text, (Amount(text, value, form.unit, "range", value, top, per),))
    place = {
        "w": _place(digits, non_zero=False) * form.scale,
        "z": hedge_place if digits.endswith("0") else Decimal(0),
        "-": Decimal(0),
    }[form.exact]
    return Said(written, (_amount(written, value, form.unit, "exact", place, per),))


ONE: Final = Decimal(1)
PERCENT: Final = Form("", "%", ONE, "percent", "w")
FEW: Final = Form("", "", ONE, "count", "-")
MANY: Final = Form("", "", ONE, "count", "z")
POWERS: Final = (Form("", " MW", ONE, "MW", "w"), Form("", "\u00a0MW", ONE, "MW", "w"))
DAYS: Final = Form("", " days", ONE, "day", "-")
PRICE: Final = Form("$", "", ONE, "USD", "w")
SIGNS: Final = {"$": "USD", "€": "EUR", "£": "GBP", "RMB ": "CNY"}


@st.composite
def _money(draw: DrawFn) -> Said:
    sign, scale = draw(st.sampled_from(sorted(SIGNS))), draw(st.sampled_from(sorted(SCALES)))
    return draw(_quantity(Form(sign, scale, SCALES[scale], SIGNS[sign], "w")))


@st.composite
def _counted(draw: DrawFn) -> Said:
    if draw(st.booleans()):
        return draw(_quantity(draw(st.sampled_from([FEW, MANY]))))
    word = draw(st.sampled_from(sorted(WORDS)))
    return Said(word, (_amount(word, Decimal(WORDS[word]), "count", "exact", Decimal(0)),))


# -- dates ------------------------------------------------------------------------------------

MONTHS: Final = tuple(f"{dt.date(2000, month, 1):%B}" for month in range(1, 13))


def _month(day: dt.date, *, short: bool) -> str:
    return MONTHS[day.month - 1][:3] if short else MONTHS[day.month - 1]


def _written_day(day: dt.date, style: str, *, short: bool = False) -> str:
    month = _month(day, short=short)
    return f"{month} {day.day}, {day.year}" if style == "us" else f"{day.day} {month} {day.year}"


def _written_range(first: dt.date, last: dt.date, style: str, *, short: bool = False) -> str:
    one, other = _month(first, short=short), _month(last, short=short)
    if first.year != last.year:
        return f"{_written_day(first, style, short=short)} – {_written_day(last, style, short=short)}"
    if style == "us":
        end = f"{last.day}" if one == other else f"{other} {last.day}"
        dash = "–" if one == other else " – "
        return f"{one} {first.day}{dash}{end}, {last.year}"
    start = f"{first.day}–" if one == other else f"{first.day} {one} – "
    return f"{start}{last.day} {other} {last.year}"


def _day(day: dt.date, style: str, *, short: bool = False) -> Said:
    text = _written_day(day, style, short=short)
    return Said(text, (When(text, day, day),))


def _span_of_days(first: dt.date, last: dt.date, style: str, *, short: bool = False) -> Said:
    text = _written_range(first, last, style, short=short)
    return Said(text, (When(text, first, last),))


@st.composite
def _date(draw: DrawFn, published: dt.date, style: str) -> Said:
    """A date of the past with its preposition."""
    day = published - dt.timedelta(draw(st.integers(0, 300)))
    way = draw(st.sampled_from(["day", "weekday", "iso", "month", "year"]))
    if way == "day":
        return "on " + _day(day, style)
    if way == "weekday":
        comma = ", " if style == "us" else " "
        text = f"{day:%A}{comma}{_written_day(day, style)}"
        return Said(f"on {text}", (When(text, day, day),))
    if way == "iso":
        return Said(f"on {day.isoformat()}", (When(day.isoformat(), day, day),))
    if way == "month":
        text = f"{_month(day, short=False)} {day.year}"
        last = (day.replace(day=28) + dt.timedelta(4)).replace(day=1) - dt.timedelta(1)
        return Said(f"in {text}", (When(text, day.replace(day=1), last),))
    year = str(day.year - 1)
    return Said(f"in {year}", (When(year, dt.date(day.year - 1, 1, 1), dt.date(day.year - 1, 12, 31)),))


# -- sentences --------------------------------------------------------------------------------


@frozen
class Scene:
    """What all sentences of a report share."""

    company: str
    published: dt.date
    style: str
    people: list[str]
    models: list[str]
    """Those that nothing was said of yet; each is used once."""


@st.composite
def _sentence(draw: DrawFn, scene: Scene) -> Said:
    date = _date(scene.published, scene.style)
    way = draw(st.integers(0, 14))
    if way == 1:
        return "Revenue came to " + draw(_money()) + "."
    if way == 2:
        return "Costs stood at " + draw(_money()) + " " + draw(date) + "."
    if way == 3:
        return "A share of " + draw(_quantity(PERCENT)) + " stayed with the old plan."
    if way == 4:
        return f"{scene.company} employs " + draw(_counted()) + " engineers."
    if way == 5:
        return "The new hall draws " + draw(_quantity(draw(st.sampled_from(POWERS)))) + " from the grid."
    if way == 6:
        return "The repair took " + draw(_quantity(DAYS, hedged=False)) + "."
    if way == 7:
        return (
            "Calls cost " + draw(_quantity(PRICE, hedged=False, per="1000000 token")) + " per million tokens."
        )
    if way == 8:
        number = draw(st.integers(2, 9))
        times = draw(st.sampled_from(["×", "x"]))
        amount = _amount(f"{number}{times}", Decimal(number), "multiple", "exact", ONE)
        return "Traffic was " + Said(amount.text, (amount,)) + " that of the old service."
    if way == 9:
        number = draw(st.integers(1, 40))
        amount = _amount(f"No. {number}", Decimal(number), "rank", "exact", Decimal(0))
        return "The app ranks " + Said(amount.text, (amount,)) + " among its peers."
    if way == 10:
        return "The badge was announced " + draw(date) + "."
    if way == 11 and scene.models:
        return draw(_release(scene))
    if way == 12 and scene.people:
        return draw(_change(scene))
    if way == 13:
        word, value, place = draw(st.sampled_from([("doubled", "2", "1"), ("halved", "0.5", "0.1")]))
        amount = _amount(word, Decimal(value), "multiple", "exact", Decimal(place))
        return "Usage " + Said(word, (amount,)) + " " + draw(date) + "."
    return Said(draw(st.sampled_from(PLAIN)))


@st.composite
def _on_a_day(draw: DrawFn, scene: Scene) -> tuple[Said, dt.date | None]:
    if draw(st.booleans()):
        return NOTHING, None
    day = scene.published - dt.timedelta(draw(st.integers(0, 200)))
    return " on " + _day(day, scene.style), day


@st.composite
def _release(draw: DrawFn, scene: Scene) -> Said:
    model = scene.models.pop()
    when, day = draw(_on_a_day(scene))
    release = Said("", (Release(ID_OF[model], ID_OF[scene.company], day),))
    return release + f"{scene.company} released {model}" + when + "."


@st.composite
def _change(draw: DrawFn, scene: Scene) -> Said:
    person, role = scene.people.pop(), draw(st.sampled_from(ROLES))
    when, day = draw(_on_a_day(scene))
    kind, words, organisation = draw(
        st.sampled_from(
            [
                ("hire", f"{person} joined {scene.company} as {role}", scene.company),
                ("appointment", f"{person} was appointed {role} of {scene.company}", scene.company),
                ("departure", f"{person} left {scene.company}", scene.company),
                ("departure", f"{person} resigned", None),
            ]
        )
    )
    change = Change(ID_OF[person], kind, organisation and ID_OF[organisation], day)
    return Said("", (change,)) + words + when + "."


@st.composite
def _prose(draw: DrawFn, scene: Scene) -> Said:
    """One to three sentences, the last perhaps with its source behind it."""
    sentences = [draw(_sentence(scene)) for _ in range(draw(st.integers(1, 3)))]
    if draw(st.integers(0, 4)) == 4:
        source = draw(st.sampled_from(PUBLICATIONS))
        sentences.append(Said(f"({source})", cited=(source,)))
    return joined(sentences)


# -- layout -----------------------------------------------------------------------------------


@frozen
class Manner:
    """How one report is laid out throughout."""

    style: str
    gap: int
    emoji: bool
    heading: str
    labels: str
    bullet: str


@st.composite
def _manners(draw: DrawFn) -> Manner:
    gap = draw(st.integers(0, 2))
    emoji = draw(st.booleans())
    headings = ["Story {}: {}", "{}. {}", "{}) {}"]
    if emoji:
        headings += ["📰 Story {}: {}", "📌 {}. {}"]
    labels = ["inline", "dash", "colon"] + (["alone"] if gap else [])
    return Manner(
        draw(st.sampled_from(["us", "uk"])),
        gap,
        emoji,
        draw(st.sampled_from(headings)),
        draw(st.sampled_from(labels)),
        draw(st.sampled_from(["  • ", "- "])),
    )


Part = list[Said]
"""Lines that stand together; perhaps a blank line comes before the next."""
Group = list[Part]
"""A section or story; as many blank lines as the manner has come before the next."""


class Header(NamedTuple):
    """The lines before the first section, and what they say."""

    parts: Group
    title: str
    posted_at: dt.datetime | None
    period: tuple[dt.date, dt.date] | None
    who: dict[str, str]


@st.composite
def _header(draw: DrawFn, scene: Scene, manner: Manner) -> Header:
    company, published, style = scene.company, scene.published, manner.style
    first = published - dt.timedelta(6)
    week = (first, published)
    period: tuple[dt.date, dt.date] | None = None
    short = draw(st.booleans())
    form = draw(st.integers(0, 4))
    parts: Group = []
    if form == 0:
        title = f"{company} — Weekly Intelligence Report " + _day(published, style)
    elif form == 1:
        title = f"Weekly professional insight analysis report on {company} " + _day(published, style)
    elif form == 2:
        title = f"{company} Weekly Insight Report — Week of " + _span_of_days(*week, style, short=short)
        period = week
    elif form == 3:
        parts.append([Said(f"Warmer Halls and Colder Coffee: {company} Turns a Corner")])
        title = f"Report — Weekly {company} Insights (" + _span_of_days(*week, style, short=short) + ")"
        period = week
    else:
        title = Said(f"{company} Weekly Report")
    parts.append([title])

    posted_at = None
    if draw(st.booleans()):
        posted_at = dt.datetime.combine(
            published, dt.time(draw(st.integers(0, 23)), draw(st.integers(0, 59)))
        )
        parts.append(["Posted on " + _day(published, "us") + f" at {posted_at:%I:%M %p}"])
        if draw(st.booleans()):
            mark = draw(st.sampled_from(["", "**", "🌐 "] if manner.emoji else ["", "**"]))
            again = [mark + title]
            if period is None and draw(st.booleans()):
                seven = Amount("7 Days", Decimal(7), "day", "exact", Decimal(7), Decimal(7))
                days = When("Last 7 Days", *week)
                again.append(Said("(Last 7 Days)", (days, seven)))
                period = week
            parts.append(again)

    lines: Part = []
    dated = draw(st.integers(0, 3))
    if dated == 0 or (form in (2, 3, 4) and posted_at is None):
        label = draw(st.sampled_from(["Published", "Date"]))
        line = f"{label}: " + _day(published, style)
        if period is None and draw(st.booleans()):
            period = week
            line = "Week of " + _span_of_days(*week, style, short=short) + " | " + line
        lines.append(line)
    if period is None and draw(st.booleans()):
        period = week
        lines.append("Period: " + _span_of_days(*week, style))
    who: dict[str, str] = {}
    if draw(st.booleans()):
        who = {"Audience": "Investors and builders", "Analyst": "Desk of Small Numbers"}
        if draw(st.booleans()):
            who["Coverage"] = "Products, people and prices"
        lines.append(Said(" ".join(f"{label}: {words}" for label, words in who.items())))
    if lines:
        parts.append(lines)
    return Header(parts, title.text, posted_at, period, who)


@st.composite
def _sections(draw: DrawFn, scene: Scene, manner: Manner) -> tuple[Group, list[str]]:
    """The sections of a story in the manner of the report, and their headings."""
    labels = draw(st.lists(st.sampled_from(LABELS), min_size=1, max_size=3, unique=True))
    parts: Group = []
    listed: Part = []
    for label in labels:
        prose = draw(_prose(scene))
        if manner.labels == "inline":
            parts.append([f"{label}: " + prose])
        elif manner.labels == "dash":
            listed.append(f"- {label}: " + prose)
        elif manner.labels == "colon":
            parts.append([Said(f"{label}:"), prose])
        else:
            emoji = "📈 " if manner.emoji else ""
            parts += [[Said(f"{emoji}{label}")], [prose]]
        if manner.labels in ("colon", "alone") and draw(st.booleans()):
            parts.append([manner.bullet + draw(_sentence(scene)) for _ in range(draw(st.integers(2, 3)))])
    return [listed] if listed else parts, labels


@st.composite
def _story(draw: DrawFn, scene: Scene, manner: Manner, number: int, title: str) -> tuple[Group, StoryAnswers]:
    heading = Said(manner.heading.format(number, title))
    data: Part = []
    period = None
    line: Said | None = None
    if draw(st.booleans()):
        last = scene.published - dt.timedelta(draw(st.integers(0, 6)))
        start = last - dt.timedelta(draw(st.integers(0, 2)))
        when = _day(last, manner.style) if start == last else _span_of_days(start, last, manner.style)
        period = (start, last)
        line = draw(st.sampled_from(["Published", "Announced"])) + ": " + when
    sources = draw(st.lists(st.sampled_from(PUBLICATIONS), max_size=3, unique=True))
    if sources:
        named = draw(
            st.sampled_from(
                [f"Sources: {', '.join(sources)}", f"Source: {' | '.join(sources)}"]
                + ([f"Source: {' / '.join(sources)}"] if len(sources) > 1 else [])
            )
        )
        if line is not None and named.startswith("Sources") and draw(st.booleans()):
            line = line + f" | {named}"
        else:
            data += [Said(named)] if line is None else [line, Said(named)]
            line = None
    if line is not None:
        data.append(line)
    links = [
        f"https://{host}.example/{number}/{at}"
        for at, host in enumerate(draw(st.lists(st.sampled_from(["wire", "desk"]), max_size=2)))
    ]
    data += [Said(f"🔗 {link}", links=(link,)) for link in links]
    parts, labels = draw(_sections(scene, manner))
    body = [piece for part in parts for piece in part]
    return [
        [heading, *data] if manner.gap == 0 or not data else [heading],
        *([data] if manner.gap and data else []),
        *parts,
    ], StoryAnswers(
        number,
        title,
        period,
        tuple(sources),
        tuple(links),
        tuple(labels),
        tuple(source for piece in body for source in piece.cited),
    )


@st.composite
def written_reports(draw: DrawFn) -> tuple[str, Answers]:
    """A report of the family and what a correct reader finds in it."""
    manner = draw(_manners())
    published = draw(st.dates(dt.date(2025, 1, 1), dt.date(2029, 12, 31)))
    company = draw(st.sampled_from(COMPANIES))
    people, models = draw(st.permutations(PEOPLE)), draw(st.permutations(MODELS))
    scene = Scene(company, published, manner.style, people, models)

    header = draw(_header(scene, manner))
    groups = [header.parts]
    sections: list[str] = []
    points: Part = []
    if draw(st.booleans()):
        heading = draw(st.sampled_from(["Executive Summary", "Overview", "At a glance"]))
        sections.append(heading)
        summary: Group = [[Said(f"🧭 {heading}" if manner.emoji else heading)], [draw(_prose(scene))]]
        points = [draw(_sentence(scene)) for _ in range(draw(st.sampled_from([0, 2, 3])))]
        if points:
            numbered = draw(st.booleans())
            marks = [f"  {at}. " if numbered else manner.bullet for at in range(1, len(points) + 1)]
            summary.append([mark + point for mark, point in zip(marks, points, strict=True)])
        groups.append(summary)

    stories = []
    titles = draw(st.lists(st.sampled_from(TITLES), max_size=4, unique=True))
    for number, title in enumerate(titles, 1):
        story, answers = draw(_story(scene, manner, number, title))
        groups.append(story)
        stories.append(answers)

    rows: list[TableRow] = []
    if draw(st.booleans()):
        sections.append("Sources")
        table: Part = [Said("Event Source Date")]
        for event in draw(st.lists(st.sampled_from(EVENTS), min_size=2, max_size=4, unique=True)):
            source = draw(st.sampled_from(PUBLICATIONS))
            day = published - dt.timedelta(draw(st.integers(0, 6)))
            table.append(f"{event} {source} " + _day(day, manner.style))
            rows.append(TableRow(event, source, day))
        groups.append([[Said("Sources")], table])
    if draw(st.booleans()):
        heading = draw(st.sampled_from(["Outlook", "Bottom line"]))
        sections.append(heading)
        groups.append([[Said(heading)], [draw(_prose(scene))]])

    near, far = "\n" * (min(manner.gap, 1) + 1), "\n" * (manner.gap + 1)
    whole = joined([joined([joined(part, "\n") for part in group], near) for group in groups], far) + "\n"
    text = whole.text.replace("\n", "\r\n") if draw(st.booleans()) else whole.text
    return text, Answers(
        title=header.title,
        subject=ID_OF[company],
        published=published,
        posted_at=header.posted_at,
        period=header.period,
        audience=header.who.get("Audience"),
        analyst=header.who.get("Analyst"),
        coverage=header.who.get("Coverage"),
        summary_points=tuple(point.text for point in points),
        stories=tuple(stories),
        sections=tuple(sections),
        rows=tuple(rows),
        quantities=tuple(found for found in whole.found if isinstance(found, Amount)),
        dates=tuple(found for found in whole.found if isinstance(found, When)),
        links=whole.links,
        releases=tuple(found for found in whole.found if isinstance(found, Release)),
        changes=tuple(found for found in whole.found if isinstance(found, Change)),
    )
