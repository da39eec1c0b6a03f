/* Filters widen each other (missing or planned), the words of the search narrow. */
const wanted = new Set();
const search = one("#search");
const buttons = all("[data-filter]");
const plain = (text) => text.normalize("NFKC").toLowerCase();
const textOf = new Map();

function fits(item, words) {
  const flags = item.dataset.flags.split(" ");
  if (wanted.size && !flags.some((flag) => wanted.has(flag))) return false;
  if (!words.length) return true;
  if (!textOf.has(item)) textOf.set(item, plain(item.textContent));
  return words.every((word) => textOf.get(item).includes(word));
}

function applyFilters() {
  const words = plain(search.value).split(/\s+/).filter(Boolean);
  items.forEach((item) => { item.hidden = !fits(item, words); });
  all(".category").forEach((category) => { category.hidden = !one(".item:not([hidden])", category); });
  const shown = items.filter((item) => !item.hidden).length;
  one(".none").hidden = shown > 0;
  const status = one(".shown");
  status.textContent = shown < items.length ? fill(status.dataset.text, shown, items.length) : "";
  buttons.forEach((button) => press(button, button.dataset.filter ? wanted.has(button.dataset.filter) : !wanted.size));
}

function toggleFilter(name) {
  if (!name) wanted.clear();
  else if (!wanted.delete(name)) wanted.add(name);
  applyFilters();
}

buttons.forEach((button) => button.addEventListener("click", () => toggleFilter(button.dataset.filter)));
search.addEventListener("input", applyFilters);
