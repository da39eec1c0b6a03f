/* Filters of the list, and what a cell of a strip stands for. */
const search = one("#search");
const choices = all("select[data-column]");
const rows = all(".row").map((row) => ({ row, text: one(".name", row).textContent.normalize("NFKC").toLowerCase() }));

function applyFilters() {
  const words = search.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = choices.filter((choice) => choice.value).map((choice) => [choice.dataset.column, choice.value.slice(1)]);
  let shown = 0;
  for (const { row, text } of rows) {
    row.hidden = !(wanted.every(([column, value]) => row.dataset[column] === value) && words.every((word) => text.includes(word)));
    if (!row.hidden) shown += 1;
  }
  all(".places tbody").forEach((band) => { band.hidden = !one(".row:not([hidden])", band); });
  one(".none").hidden = shown > 0;
  const status = one(".shown");
  status.textContent = shown < rows.length ? fill(status.dataset.text, shown, rows.length) : "";
}

search.addEventListener("input", applyFilters);
choices.forEach((choice) => choice.addEventListener("change", applyFilters));

const titles = all("#rules li").map((item) => item.textContent);
const verdicts = new Map(all("#verdicts li").map((item) => [item.dataset.id, item.textContent]));
const cell = one(".cell[role]");

one(".places").addEventListener("pointermove", (event) => {
  const path = event.target.closest(".strip path");
  if (!path) return;
  const box = path.ownerSVGElement.getBoundingClientRect();
  const at = Math.min(Math.floor((event.clientX - box.left) / box.width * titles.length), titles.length - 1);
  cell.textContent = fill(cell.dataset.text, titles[at], verdicts.get(path.getAttribute("class")));
});
one(".places").addEventListener("pointerleave", () => { cell.textContent = cell.dataset.hint; });

document.addEventListener("keydown", (event) => {
  if (event.target === search && event.key === "Escape") { search.value = ""; applyFilters(); search.blur(); }
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select")) return;
  event.preventDefault();
  search.focus();
});
