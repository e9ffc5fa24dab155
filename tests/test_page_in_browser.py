"""The evidence page in a real browser: Chromium without a window, through Playwright.

Skipped, with the reason, where one of the two is not there: ``pip install playwright`` (extra ``browser``)
and a Chromium on the path (``apt-get install chromium``).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from builders import a_report

import qwenfacts as qf
from qwenfacts.exchange.html import page as page_of
from qwenfacts.query import FACT_TYPES

sync_api: Any = pytest.importorskip(
    "playwright.sync_api", reason="Playwright is not installed: pip install playwright"
)
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if CHROMIUM is None:
    pytest.skip("there is no Chromium on the path: apt-get install chromium", allow_module_level=True)

pytestmark = pytest.mark.slow

HOSTILE = """\
Acme Weekly Report May 7, 2027

1. </script><script>document.title = "taken"</script><img src=x onerror="document.title='taken'">

Acme's revenue rose 4% in April 2027, says \u202ednuora denrut\u202c a link to javascript:alert(1) and \
https://acme.example/"onclick="document.title='taken'" in it. It’s a 12\u2011month low\x07 for <b>Acme</b>.\r
Source: The Daily Wire, https://wire.example/2
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Opened:
    """A page in the browser that notes what it complains of and what it asks for."""

    def __init__(self, context: Any, html: str, path: Path) -> None:
        path.write_text(html, encoding="utf-8", newline="")
        self.said: list[str] = []
        self.asked: list[str] = []
        self.tab = context.new_page()
        self.tab.set_default_timeout(5_000)
        self.tab.on("console", lambda message: self.said.append(message.text))
        self.tab.on("pageerror", lambda error: self.said.append(str(error)))
        self.tab.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.tab.on("request", lambda request: self.asked.append(request.url))
        self.tab.goto(path.as_uri())
        self.path = path

    def count(self, selector: str) -> int:
        return int(self.tab.locator(selector).count())

    def text(self, selector: str) -> str:
        return str(self.tab.locator(selector).first.inner_text())

    def focused(self) -> str:
        return str(self.tab.evaluate("document.activeElement.id || document.activeElement.className"))


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens a page; at the end, nothing was complained of and nothing but the page was asked for."""
    contexts: list[Any] = []
    pages: list[Opened] = []

    def open_page(html: str, width: int = 1440, **more: Any) -> Opened:
        more = {"reduced_motion": "reduce", "viewport": {"width": width, "height": 900}, **more}
        contexts.append(browser.new_context(**more))
        pages.append(Opened(contexts[-1], html, tmp_path / f"{len(pages)}.html"))
        return pages[-1]

    yield open_page
    said = [words for page in pages for words in page.said]
    asked = [(page.asked, [page.path.as_uri()]) for page in pages]
    for context in contexts:
        context.close()
    assert said == []
    for urls, wanted in asked:
        assert {url.partition("#")[0] for url in urls} == set(wanted)


def bundled(opened: Any, **more: Any) -> Opened:
    page: Opened = opened(qf.load().to_html(), **more)
    return page


def test_types_filter_the_list_and_the_highlights(opened: Any) -> None:
    page, metrics = bundled(opened), len(qf.load().metrics)
    total = len(qf.load().facts)
    assert page.text("#shown") == f"{total} of {total} facts"
    for kind in FACT_TYPES:
        if kind is not qf.Metric:
            page.tab.get_by_label(f"{kind.type} (").uncheck()
    assert page.text("#shown") == f"{metrics} of {total} facts"
    assert page.count(".fact:visible") == metrics
    assert page.count(".hit:not(.off):not([data-type=metric])") == 0
    assert page.count(".hit.off[href]") == 0
    page.tab.get_by_label("metric").uncheck()
    assert page.count(".hit:not(.off)") == 0
    page.tab.get_by_label("citation").check()
    assert page.count(".fact:visible") == len(qf.load().citations)


def test_an_entity_filters_to_the_facts_about_it(opened: Any) -> None:
    page = bundled(opened)
    page.tab.get_by_label("Entity").select_option("qwen")
    about = qf.load().about("qwen")
    assert 0 < page.count(".fact:visible") == len(about) < len(qf.load().facts)
    page.tab.get_by_label("Entity").select_option("")
    assert page.count(".fact:visible") == len(qf.load().facts)


def test_the_list_scrolls_to_the_sentence_and_shows_the_record(opened: Any) -> None:
    page = bundled(opened)
    last = page.tab.locator(".go").last
    target = str(last.get_attribute("href"))
    assert not page.tab.locator(target).is_visible() or page.tab.evaluate("scrollY") == 0
    last.click()
    sync_api.expect(page.tab.locator(target)).to_be_in_viewport()
    sync_api.expect(page.tab.locator("#card")).to_be_visible()
    assert page.focused() == target[1:]
    assert qf.load().facts[-1].id in page.text("#card")


def test_hovering_shows_the_record_and_leaving_hides_it(opened: Any) -> None:
    page = opened(a_report().to_html())
    page.tab.get_by_role("link", name="about 4.5%", exact=True).hover()
    sync_api.expect(page.tab.locator("#card")).to_contain_text("measure_text")
    page.tab.locator("h1").hover()
    sync_api.expect(page.tab.locator("#card")).to_be_hidden()


def test_a_tap_shows_the_record_at_the_foot_of_a_narrow_screen(opened: Any) -> None:
    page = opened(a_report().to_html(), width=360, has_touch=True, is_mobile=True)
    page.tab.get_by_role("link", name="joins", exact=True).tap()
    sync_api.expect(page.tab.locator("#card")).to_contain_text("personnel-change")
    box = page.tab.locator("#card").bounding_box()
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 360, 900)
    page.tab.get_by_role("button", name="Close").tap()
    sync_api.expect(page.tab.locator("#card")).to_be_hidden()


def test_the_keyboard_reaches_everything(opened: Any) -> None:
    page = opened(a_report().to_html())
    keys, expect = page.tab.keyboard, sync_api.expect
    keys.press("Tab")
    assert page.focused() == "skip"
    keys.press("Enter")
    keys.press("Tab")
    expect(page.tab.locator("#card")).to_be_visible()
    first = page.focused()
    assert first.startswith("at0-")
    described = page.tab.evaluate("document.activeElement.getAttribute('aria-describedby')")
    assert described == "card"
    keys.press("Enter")
    assert page.focused() == "card"
    keys.press("Escape")
    assert page.focused() == first
    expect(page.tab.locator("#card")).to_be_hidden()
    keys.press("Enter")
    keys.press("Tab")
    assert page.focused() == "close"
    page.tab.get_by_role("link", name="In the list").first.focus()
    keys.press("Enter")
    expect(page.tab.locator("#fact0-0 > details")).to_have_attribute("open", "")
    page.tab.wait_for_function("document.activeElement.className === 'go'")
    keys.press("ArrowDown")
    assert page.tab.evaluate("document.activeElement.parentElement.id") == "fact0-1"
    keys.press("ArrowUp")
    keys.press("ArrowUp")
    assert page.tab.evaluate("document.activeElement.parentElement.id") == "fact0-0"


def test_overlapping_facts_are_all_in_the_record(opened: Any) -> None:
    page = bundled(opened)
    both = page.tab.locator(".hit[data-facts*=' ']").first
    both.focus()
    ids = str(both.get_attribute("data-facts")).split()
    assert page.count("#card .record") == len(ids) > 1
    assert page.count(".hit.on") > 0


def test_search_finds_across_highlights_and_steps_through(opened: Any) -> None:
    page = bundled(opened)
    text = "".join(report.text for report in qf.load().reports).casefold()
    box = page.tab.get_by_role("searchbox")
    box.fill("ALIBABA")
    count = text.count("alibaba")
    assert page.text("#found") == f"{count} found"
    box.press("Enter")
    assert page.text("#found") == f"1 of {count}"
    box.press("Shift+Enter")
    assert page.text("#found") == f"{count} of {count}"
    page.tab.get_by_role("button", name="Next").click()
    page.tab.get_by_role("button", name="Next").click()
    page.tab.get_by_role("button", name="Previous").click()
    assert page.text("#found") == f"1 of {count}"
    found = "[...CSS.highlights.get('{}')].map(String)"
    assert page.tab.evaluate(found.format("current")) == ["Alibaba"]
    box.fill("(no such words")
    assert page.text("#found") == "0 found"
    assert page.tab.get_by_role("button", name="Next").is_disabled()
    box.press("Enter")
    box.fill("")
    assert page.text("#found") == ""


def test_search_takes_plain_marks_for_typographic_ones(opened: Any) -> None:
    page = opened(qf.parse(HOSTILE).to_html())
    page.tab.get_by_role("searchbox").fill("it's a  12-month low")
    assert page.tab.evaluate("[...CSS.highlights.get('found')].map(String)") == ["It’s a 12\u2011month low"]
    page.tab.get_by_role("searchbox").fill("revenue rose 4% in")
    assert page.text("#found") == "1 found"


def test_unread_mentions_show_on_request(opened: Any) -> None:
    page = bundled(opened)
    style = "getComputedStyle(document.querySelector('.unread')).outlineStyle"
    assert page.tab.evaluate(style) == "none"
    page.tab.locator(".ledger summary").first.click()
    assert page.tab.evaluate(style) == "dashed"
    way = page.tab.locator(".ledger a").last
    page.tab.locator(".ledger summary").last.click()
    way.click()
    sync_api.expect(page.tab.locator(str(way.get_attribute("href")))).to_be_in_viewport()


def test_a_conflict_leads_to_the_other_report(opened: Any) -> None:
    reports = qf.load().reports
    facts = tuple(report.facts[-1] for report in reports)
    clash = SimpleNamespace(
        kind="metric", field="quantity", facts=facts, severity="hard", why="too far apart"
    )
    page = opened(page_of(reports, [clash]))
    page.tab.locator("#conflicts a").last.click()
    target = page.tab.locator(".text").last.locator(".hit.disputed").first
    sync_api.expect(target).to_be_in_viewport()
    page.tab.locator("#card .record a", has_text=reports[0].id).click()
    sync_api.expect(page.tab.locator(".text").first.locator(".hit.disputed").first).to_be_in_viewport()


def test_hostile_text_does_nothing_and_reads_as_it_was_written(opened: Any) -> None:
    report = qf.parse(HOSTILE)
    page = opened(report.to_html())
    for hit in page.tab.locator(".hit").all():
        hit.click()
        page.tab.keyboard.press("Escape")
    assert page.tab.title() == "Acme Weekly Report May 7, 2027 – evidence"
    assert page.count("script") == 1
    assert page.count(".text img, .text b, .text script") == 0
    assert page.tab.evaluate("document.querySelector('.text').textContent") == HOSTILE
    assert (
        page.tab.evaluate("[...document.links].map((a) => a.protocol).filter((p) => p === 'javascript:')")
        == []
    )
    page.tab.evaluate("document.body.insertAdjacentElement('beforeend', document.createElement('p'))")


def test_links_out_tell_nothing_of_the_page(opened: Any) -> None:
    page = opened(a_report().to_html())
    links = page.tab.locator("a[target]").all()
    assert links
    for link in links:
        assert link.get_attribute("href") == "https://wire.example/2"
        assert set(str(link.get_attribute("rel")).split()) == {"noopener", "noreferrer"}


def test_no_code_that_is_slipped_in_runs(browser: Any, tmp_path: Path) -> None:
    html = a_report().to_html()
    slipped = html.replace(
        "</main>",
        "<script>document.title='taken'</script><p id=x onclick=\"document.title='taken'\">x</p></main>",
    )
    context = browser.new_context()
    page = Opened(context, slipped, tmp_path / "slipped.html")
    page.tab.locator("#x").click()
    assert page.tab.title() != "taken"
    assert len(page.said) == 2
    assert all("Content Security Policy" in words for words in page.said)
    context.close()


def test_without_script_the_list_still_leads_to_the_text(opened: Any) -> None:
    page = bundled(opened, java_script_enabled=False)
    assert not page.tab.locator("#tools").is_visible()
    link = page.tab.locator(".go").last
    link.click()
    sync_api.expect(page.tab.locator(str(link.get_attribute("href")))).to_be_in_viewport()
    page.tab.locator("details summary").nth(1).click()
    assert page.tab.locator(".record").first.is_visible()


@pytest.mark.parametrize("width", [360, 800, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_the_screen_and_can_be_read(opened: Any, width: int, scheme: str) -> None:
    page = bundled(opened, width=width, color_scheme=scheme)
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= width
    lightness = """(name) => {
      const rgb = getComputedStyle(document.body)[name].match(/[0-9.]+/g).map(Number);
      return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }"""
    paper, ink = (page.tab.evaluate(lightness, name) for name in ("backgroundColor", "color"))
    assert (paper > ink) == (scheme == "light")
    assert abs(paper - ink) > 150


def test_print_leaves_the_controls_out_and_numbers_the_facts(opened: Any) -> None:
    page = bundled(opened)
    page.tab.emulate_media(media="print")
    assert not page.tab.locator("#tools").is_visible()
    number = "getComputedStyle(document.querySelector('.hit[data-notes]'), '::after').content"
    assert page.tab.evaluate(number) == '" " "1"' or "1" in page.tab.evaluate(number)
    assert page.tab.pdf().startswith(b"%PDF")
