/* Everything without a mouse: j k Enter p n / ? Esc. */
const help = one(".help");

function moveTo(by) {
  const shown = items.filter((item) => !item.hidden);
  const here = document.activeElement.closest(".item") || selection.item;
  const at = shown.indexOf(here);
  const next = shown[at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)];
  if (!next) return;
  showPane("list");
  one("summary", next).focus();
}

const keys = {
  j: () => moveTo(1),
  k: () => moveTo(-1),
  n: () => step(1),
  p: () => step(-1),
  "/": () => { showPane("list"); search.focus(); search.select(); },
  "?": () => help.showModal(),
  Escape: clearSelection,
};

const arrows = { ArrowDown: keys.j, ArrowUp: keys.k };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.target === search) {
    if (event.key === "Escape") { search.value = ""; applyFilters(); search.blur(); }
    if (event.key === "ArrowDown" || event.key === "Enter") { event.preventDefault(); moveTo(1); }
    return;
  }
  const inList = event.target.closest(".item > summary");
  const action = keys[event.key] || (inList && arrows[event.key]);
  if (!action) return;
  event.preventDefault();
  action();
});

one("#keys").addEventListener("click", () => help.showModal());
one(".close", help).addEventListener("click", () => help.close());
