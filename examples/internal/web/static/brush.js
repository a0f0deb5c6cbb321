// Selection by dragging: a range of the histogram, a rectangle of the map; and the pairs of a name in the network. What is selected
// goes into the address, as the forms and links of the page would put it there.
"use strict";

// A click that ends a drag follows no link.
function noClick(element) {
  const stop = e => { e.preventDefault(); e.stopPropagation(); };
  element.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => element.removeEventListener("click", stop, { capture: true }), 0);
}

// rove makes links in a drawing one stop of the Tab key.
function rove(links, at) {
  links.forEach(l => l.setAttribute("tabindex", l == at ? "0" : "-1"));
}

// toNeighbours lets the arrow keys go from a link of a drawing to the next in their direction: near, and hardly to the side.
function toNeighbours(svg, links) {
  const middle = l => { const b = l.getBoundingClientRect(); return { x: b.left + b.width / 2, y: b.top + b.height / 2 }; };
  rove(links, links[0]);
  svg.addEventListener("keydown", e => {
    const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[e.key];
    if (!way || !links.includes(document.activeElement)) return;
    e.preventDefault();
    const from = middle(document.activeElement);
    let next = null, least = Infinity;
    for (const l of links) {
      const to = middle(l), dx = to.x - from.x, dy = to.y - from.y, ahead = dx * way[0] + dy * way[1], aside = Math.abs(dx * way[1] + dy * way[0]);
      if (ahead > 0.5 && ahead + 2 * aside < least) [next, least] = [l, ahead + 2 * aside];
    }
    if (next) {
      rove(links, next);
      next.focus();
    }
  });
}

for (const figure of document.querySelectorAll(".timeline")) {
  const svg = figure.querySelector("svg"), form = figure.querySelector("form"), out = figure.querySelector("output");
  const slots = [...svg.querySelectorAll("[data-from]")], bars = slots.filter(s => s.tagName == "a");
  let anchor = -1, end = -1, down = null;
  const low = () => Math.min(anchor, end), high = () => Math.max(anchor, end);

  function mark(from, to) {
    anchor = from;
    end = to;
    let n = 0;
    slots.forEach((s, i) => {
      const on = anchor >= 0 && i >= low() && i <= high();
      s.classList.toggle("on", on);
      if (on) n += Number(s.dataset.n);
    });
    out.textContent = anchor < 0 ? "" : `${slots[low()].dataset.from} to ${slots[high()].dataset.to}: ${n}`;
  }

  function open() {
    form.elements.from.value = slots[low()].dataset.from;
    form.elements.to.value = slots[high()].dataset.to;
    form.requestSubmit();
  }

  const at = e => {
    const box = svg.getBoundingClientRect();
    return Math.max(0, Math.min(slots.length - 1, Math.floor((e.clientX - box.left) / box.width * slots.length)));
  };
  svg.addEventListener("dragstart", e => e.preventDefault());
  svg.addEventListener("pointerdown", e => {
    if (e.button == 0) down = { x: e.clientX, slot: at(e), drag: false };
  });
  svg.addEventListener("pointermove", e => {
    if (!down) return;
    if (!down.drag && Math.abs(e.clientX - down.x) > 4) {
      down.drag = true;
      svg.setPointerCapture(e.pointerId);
    }
    if (down.drag) mark(down.slot, at(e));
  });
  svg.addEventListener("pointerup", () => {
    if (down?.drag) {
      noClick(svg);
      open();
    }
    down = null;
  });
  svg.addEventListener("pointercancel", () => { down = null; mark(-1, -1); });

  rove(bars, bars[0]);
  svg.addEventListener("keydown", e => {
    const here = slots.indexOf(document.activeElement), bar = bars.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key], jump = { Home: 0, End: bars.length - 1 }[e.key];
    if (step && e.shiftKey) {
      if (anchor < 0) mark(here, here);
      mark(anchor, Math.max(0, Math.min(slots.length - 1, end + step)));
    } else if (step || jump != undefined) {
      const next = bars[jump ?? Math.max(0, Math.min(bars.length - 1, bar + step))];
      rove(bars, next);
      next.focus();
      mark(-1, -1);
    } else if (e.key == "Enter" && anchor >= 0) {
      open();
    } else if (e.key == "Escape" && anchor >= 0) {
      mark(-1, -1);
    } else {
      return;
    }
    e.preventDefault();
  });
}

for (const svg of document.querySelectorAll(".map svg")) {
  const rect = svg.querySelector(".brush");
  let down = null;
  toNeighbours(svg, [...svg.querySelectorAll("a")]);
  const place = e => new DOMPoint(e.clientX, e.clientY).matrixTransform(svg.getScreenCTM().inverse());
  svg.addEventListener("dragstart", e => e.preventDefault());
  svg.addEventListener("pointerdown", e => {
    if (e.button == 0 && e.pointerType == "mouse") down = { x: e.clientX, y: e.clientY, from: place(e), to: null };
  });
  svg.addEventListener("pointermove", e => {
    if (!down || !down.to && Math.hypot(e.clientX - down.x, e.clientY - down.y) <= 6) return;
    if (!down.to) svg.setPointerCapture(e.pointerId);
    down.to = place(e);
    const { from, to } = down;
    rect.setAttribute("x", Math.min(from.x, to.x));
    rect.setAttribute("y", Math.min(from.y, to.y));
    rect.setAttribute("width", Math.abs(from.x - to.x));
    rect.setAttribute("height", Math.abs(from.y - to.y));
  });
  svg.addEventListener("pointerup", () => {
    if (down?.to) {
      noClick(svg);
      const lon = [down.from.x, down.to.x].map(x => x / svg.dataset.lon).sort((a, b) => a - b);
      const lat = [down.from.y, down.to.y].map(y => -y / svg.dataset.lat).sort((a, b) => a - b);
      const url = new URL(location);
      url.searchParams.set("box", [lon[0], lat[0], lon[1], lat[1]].map(v => v.toFixed(1)).join(","));
      location.assign(url);
    }
    down = null;
  });
}

for (const svg of document.querySelectorAll(".network svg")) {
  const edges = [...svg.querySelectorAll("line")], nodes = [...svg.querySelectorAll("[data-node]")];
  const show = number => {
    const near = new Set([number]);
    for (const e of edges) {
      const on = e.dataset.a == number || e.dataset.b == number;
      e.classList.toggle("on", on);
      if (on) near.add(e.dataset.a).add(e.dataset.b);
    }
    for (const n of nodes) n.classList.toggle("off", number != null && !near.has(n.dataset.node));
  };
  toNeighbours(svg, nodes);
  for (const n of nodes) {
    for (const name of ["pointerenter", "focus"]) n.addEventListener(name, () => show(n.dataset.node));
    for (const name of ["pointerleave", "blur"]) n.addEventListener(name, () => show(null));
  }
}
