// Suggestions of the search box: a combobox with a list, as the ARIA Authoring Practices describe it. The server knows how what stands
// before the cursor can go on, and gives each way as the text to put there.
"use strict";
{
  const input = document.getElementById("q");
  const delay = 80; // milliseconds without a key
  let options = [], active = -1, timer = 0, request = null;

  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  input.after(list);
  input.removeAttribute("list");
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    input.setAttribute(name, value);
  }

  function close() {
    clearTimeout(timer);
    request?.abort();
    options = [];
    select(-1);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  }

  function select(at) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = at;
    const item = list.children[active];
    if (!item) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    item.setAttribute("aria-selected", "true");
    item.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", item.id);
  }

  function take(at) {
    const rest = input.value.slice(input.selectionEnd), text = options[at].text;
    close();
    input.value = text + rest.trimStart();
    input.setSelectionRange(text.length, text.length);
    input.focus();
    if (text.endsWith(":")) ask();
  }

  function show(found) {
    options = found;
    select(-1);
    list.replaceChildren(...found.map((o, i) => {
      const item = document.createElement("li"), label = document.createElement("bdi"), about = document.createElement("span");
      item.id = "suggestion" + i;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      label.textContent = o.label;
      about.textContent = o.about;
      item.append(label, " ", about);
      item.addEventListener("pointerdown", e => { e.preventDefault(); take(i); });
      return item;
    }));
    list.hidden = found.length == 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  async function ask() {
    clearTimeout(timer);
    request?.abort();
    const mine = request = new AbortController();
    try {
      const answer = await fetch("/suggest?q=" + encodeURIComponent(input.value.slice(0, input.selectionEnd)), { signal: mine.signal });
      const found = answer.ok ? await answer.json() : [];
      if (mine == request && document.activeElement == input) show(found);
    } catch (e) {
      if (mine == request) close();
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, delay);
  });
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
  input.addEventListener("keydown", e => {
    const n = options.length;
    if (e.isComposing || e.ctrlKey || e.metaKey) return;
    if (e.key == "ArrowDown" || e.key == "ArrowUp") {
      e.preventDefault();
      if (n == 0) ask();
      else select(e.key == "ArrowDown" ? (active + 2) % (n + 1) - 1 : (active + 1 + n) % (n + 1) - 1);
    } else if (e.key == "Enter" && active >= 0) {
      e.preventDefault();
      take(active);
    } else if (e.key == "Escape" && n > 0) {
      e.preventDefault();
      close();
    }
  });
}
