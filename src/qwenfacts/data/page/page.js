// What the page can do beyond showing: filters, search, the record beside the text. Nodes are moved and
// copied, text is set as text; no string is ever made into markup.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const made = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text }, more);

  // -- filters --

  const facts = new Map(all(".fact").map((item) => [item.id, item]));
  const hits = all(".hit").map((link) => ({ link, ids: link.dataset.facts.split(" ") }));
  const types = all("[name=type]");
  const entity = byId("entity");
  const inView = (link) => link.dataset.facts.split(" ").filter((id) => !facts.get(id).hidden);

  function filter() {
    const wanted = new Set(types.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const item of facts.values()) {
      const held = item.dataset.entities.split(" ");
      item.hidden = !wanted.has(item.dataset.type) || (entity.value !== "" && !held.includes(entity.value));
      count += item.hidden ? 0 : 1;
    }
    for (const { link, ids } of hits) {
      const [first] = ids.filter((id) => !facts.get(id).hidden);
      link.classList.toggle("off", !first);
      if (first) {
        link.href = "#" + first;
        link.dataset.type = facts.get(first).dataset.type;
      } else {
        link.removeAttribute("href");
      }
    }
    byId("shown").textContent = `${count} of ${facts.size} facts`;
    close();
  }
  for (const control of [...types, entity]) control.addEventListener("change", filter);

  // -- the record of what is pointed at --

  const card = byId("card");
  let about = null; // the highlight whose record is shown
  let pinned = false;
  let returning = false;
  let leaving = 0;

  function show(link, pin = false) {
    clearTimeout(leaving);
    const ids = inView(link);
    if (!ids.length) return;
    if (about !== link) {
      close();
      about = link;
      link.setAttribute("aria-describedby", "card");
      for (const hit of hits) hit.link.classList.toggle("on", hit.ids.includes(ids[0]));
      card.replaceChildren(made("button", "Close", { type: "button", className: "close" }), ...ids.map(copied));
      card.hidden = false;
      card.scrollTop = 0;
      put(link);
    }
    pinned = pinned || pin;
    if (pin) card.focus({ preventScroll: true });
  }

  function copied(id) {
    const item = facts.get(id);
    const head = document.createElement("p");
    head.append(item.querySelector(".type").cloneNode(true), " ", item.querySelector(".line").cloneNode(true));
    const part = document.createElement("div");
    part.append(head, item.querySelector(".record").cloneNode(true), made("a", "In the list", { href: "#" + id }));
    return part;
  }

  function put(link) {
    const box = link.getClientRects()[0];
    const { width, height } = card.getBoundingClientRect();
    const room = document.documentElement.clientWidth - width - 8;
    const below = box.bottom + height + 8 <= innerHeight || box.top < height + 8;
    card.style.setProperty("--x", `${scrollX + Math.max(8, Math.min(box.left, room))}px`);
    card.style.setProperty("--y", `${scrollY + (below ? box.bottom + 4 : box.top - height - 4)}px`);
  }

  function close(back = false) {
    clearTimeout(leaving);
    if (!about) return;
    const link = about;
    about = null;
    pinned = false;
    card.hidden = true;
    link.removeAttribute("aria-describedby");
    for (const hit of hits) hit.link.classList.remove("on");
    returning = true; // to a highlight whose record was just put away
    if (back) link.focus({ preventScroll: true });
    returning = false;
  }

  function leave() {
    clearTimeout(leaving);
    if (!pinned) leaving = setTimeout(close, 250); // time enough to reach the record with the mouse
  }

  const hitOf = (event) => event.target.closest?.(".hit:not(.off)");
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || pinned) return;
    if (hitOf(event)) show(hitOf(event));
    else if (card.contains(event.target)) clearTimeout(leaving);
    else if (about && about !== document.activeElement) leave();
  });
  document.addEventListener("focusin", (event) => {
    if (returning) return;
    if (hitOf(event)) {
      if (!hitOf(event).matches(":hover") || event.target.matches(":focus-visible")) show(hitOf(event));
    } else if (!card.contains(event.target)) close();
  });
  document.addEventListener("click", (event) => {
    if (hitOf(event)) {
      event.preventDefault();
      show(hitOf(event), true);
    } else if (event.target.closest(".close")) {
      close(true);
    } else if (event.target.closest("a[href^='#']")) {
      go(event, event.target.closest("a"));
    } else if (!card.contains(event.target)) {
      close();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && about) close(true);
    const item = event.target.closest?.(".fact");
    if (item && event.target.matches(".go") && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      const list = all(".fact:not([hidden]) > .go", item.parentElement);
      list[list.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
    }
  });

  // A link within the page also takes the keyboard there; a fact in the list opens.
  function go(event, link) {
    const target = byId(link.hash.slice(1));
    if (!target) return;
    close();
    const open = target.querySelector(":scope > details");
    if (target.matches(".fact")) open.open = true;
    const focus = target.matches(".fact") ? target.querySelector(".go") : target;
    if (!focus.matches("a[href]")) focus.tabIndex = -1;
    setTimeout(() => focus.focus({ preventScroll: true })); // when the browser has followed the link
  }

  // -- search --

  const search = byId("search");
  const paints = "highlights" in CSS;
  const blocks = all(".block");
  const alike = { "'": "['‘’]", '"': '["“”]', "-": "[-‐‑‒–—]" };
  let found = [];
  let current = -1;

  function find() {
    const words = search.value.trim();
    found = words ? blocks.flatMap((block) => rangesIn(block, pattern(words))) : [];
    current = -1;
    if (paints) CSS.highlights.set("found", new Highlight(...found));
    for (const button of [byId("previous"), byId("next")]) button.disabled = !found.length;
    tell(words ? `${found.length} found` : "");
  }

  function pattern(words) {
    const part = (text) => text.replace(/[\\^$.*+?()[\]{}|\/]/g, "\\$&").replace(/['"-]/g, (mark) => alike[mark]);
    return new RegExp(words.split(/\s+/u).map(part).join("\\s+"), "giu");
  }

  function rangesIn(block, wanted) {
    const matches = [...block.textContent.matchAll(wanted)];
    if (!matches.length) return [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const nodes = [];
    for (let at = 0; walker.nextNode(); at += walker.currentNode.length) nodes.push([at, walker.currentNode]);
    const point = (offset) => {
      const [at, node] = nodes.findLast(([start]) => start <= offset);
      return [node, offset - at];
    };
    return matches.map((match) => {
      const range = new Range();
      range.setStart(...point(match.index));
      const [node, offset] = point(match.index + match[0].length - 1);
      range.setEnd(node, offset + 1);
      return range;
    });
  }

  function step(by) {
    if (!found.length) return;
    current = current < 0 && by < 0 ? found.length - 1 : (current + by + found.length) % found.length;
    const range = found[current];
    if (paints) CSS.highlights.set("current", new Highlight(range));
    else getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
    tell(`${current + 1} of ${found.length}`);
  }

  function tell(words) {
    if (paints && current < 0) CSS.highlights.delete("current");
    byId("found").textContent = words;
  }

  search.addEventListener("input", find);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
  });
  byId("next").addEventListener("click", () => step(1));
  byId("previous").addEventListener("click", () => step(-1));

  // -- room: on a narrow screen filters fold away, on a wide one the lists stand below them --

  const tools = byId("tools");
  const narrow = matchMedia("(max-width: 40rem)");
  const fold = () => { tools.querySelector("details").open = !narrow.matches; };
  const measure = () => document.documentElement.style.setProperty("--top", `${tools.offsetHeight + 8}px`);
  narrow.addEventListener("change", fold);
  addEventListener("resize", measure);

  tools.hidden = false;
  fold();
  filter();
  measure();
})();
