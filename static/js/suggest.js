// Suggests while somebody types: an ARIA combobox.
const field = document.querySelector("[data-suggestions]");
const list = document.createElement("ul"), options = list.children;
const set = (node, names) => Object.entries(names).forEach((pair) => node.setAttribute(...pair));
let asked, timer, current;

function choose(place) {
  current = place;
  [...options].forEach((each, at) => set(each, { "aria-selected": at === place }));
  set(field, { "aria-activedescendant": options[place]?.id ?? "" });
}

function show(open) {
  set(field, { "aria-expanded": open });
  list.hidden = !open;
  choose(-1);
}

function cancel() {
  clearTimeout(timer);
  asked?.abort();
  show(false);
}

function take(option) {
  field.value = option.innerText;
  field.form.requestSubmit();
}

async function ask() {
  asked = new AbortController();
  const url = `${field.dataset.suggestions}?q=${encodeURIComponent(field.value)}`;
  try {
    const found = await (await fetch(url, asked)).json();
    list.replaceChildren(...found.suggestions.map((title, at) => {
      const option = document.createElement("li");
      set(option, { id: `option-${at}`, role: "option" });
      option.append(title);
      option.onpointerdown = () => take(option);
      return option;
    }));
    show(!!options[0]);
  } catch {}
}
set(list, { id: "suggestions", role: "listbox", "aria-label": field.labels[0].innerText });
set(field, { role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-controls": list.id });
field.after(list);
cancel();
field.oninput = () => { cancel(); if (field.value.trim()[1]) timer = setTimeout(ask, 200); };
field.onblur = cancel;
field.onkeydown = (event) => {
  const { key } = event, count = options.length;
  if (list.hidden) return;
  if (key === "Escape") cancel();
  else if (key === "ArrowDown") choose((current + 1) % count);
  else if (key === "ArrowUp") choose((current < 1 ? count : current) - 1);
  else if (key === "Enter" && current >= 0) take(options[current]);
  else return;
  event.preventDefault();
};
