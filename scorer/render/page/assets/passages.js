/* From an item to its passages, one after the other; from a passage to the items it proves. */
const dock = one(".dock");
const cites = all(".cite");
const selection = { item: null, passages: [], at: -1 };

const piecesOf = (passage) => all(`.scroll .ev[data-p~="${passage}"]`);
const passageOf = (cite) => cite.hash.slice(2);
const itemOf = (element) => element.closest(".item");

/* What counts, best first; only where nothing counts, what was turned away. */
function passagesOf(item) {
  const own = cites.filter((cite) => itemOf(cite) === item);
  const counted = own.filter((cite) => !cite.closest(".k-rejected"));
  return [...new Set((counted.length ? counted : own).map(passageOf))];
}

function clearSelection() {
  all(".is-current, .of-item, .is-selected").forEach((e) => e.classList.remove("is-current", "of-item", "is-selected"));
  Object.assign(selection, { item: null, passages: [], at: -1 });
  dock.hidden = true;
}

/* Select an item and one of its passages (the best one where none is named). */
function select(item, passage) {
  clearSelection();
  const passages = passagesOf(item);
  if (passage && !passages.includes(passage)) passages.push(passage);
  Object.assign(selection, { item, passages, at: passage ? passages.indexOf(passage) : 0 });
  item.classList.add("is-selected");
  passages.forEach((p) => piecesOf(p).forEach((piece) => piece.classList.add("of-item")));
  if (passages.length) showPassage();
}

function step(by) {
  const count = selection.passages.length;
  if (!count) return;
  selection.at = (selection.at + by + count) % count;
  showPassage();
}

function showPassage() {
  const passage = selection.passages[selection.at];
  all(".is-current").forEach((e) => e.classList.remove("is-current"));
  const pieces = piecesOf(passage);
  pieces.forEach((piece) => piece.classList.add("is-current"));
  fillDock(passage);
  if (!pieces.length) return;
  const area = one(".scroll").getBoundingClientRect();
  const place = pieces[0].getBoundingClientRect();
  one(".scroll").scrollBy(0, place.top - area.top - area.height / 3);
}

function fillDock(passage) {
  const where = one(".where", dock);
  const title = one("h3", selection.item).firstChild.textContent.trim();
  where.textContent = `${title} · ${fill(where.dataset.text, selection.at + 1, selection.passages.length)}`;
  all("[data-step]", dock).forEach((button) => { button.disabled = selection.passages.length < 2; });
  const proved = new Map(cites.filter((cite) => passageOf(cite) === passage).map((cite) => [itemOf(cite), cite]));
  one(".proved", dock).replaceChildren(...[...proved].map(([item, cite]) => provedEntry(item, cite, passage)));
  dock.hidden = false;
}

function provedEntry(item, cite, passage) {
  const button = document.createElement("button");
  const part = cite.closest(".part");
  const mark = one(".mark", part).cloneNode(true);
  button.type = "button";
  button.classList.add(...[...part.classList].filter((name) => name.startsWith("s-")));
  button.append(mark, `${one("h3", item).firstChild.textContent.trim()} · ${one("p", part).childNodes[1].textContent.trim()}`);
  press(button, item === selection.item);
  button.addEventListener("click", () => openItem(item, passage));
  const entry = document.createElement("li");
  entry.append(button);
  return entry;
}

/* Unfold an item in the list and select it; a filter that hides it is lifted. */
function openItem(item, passage) {
  if (item.hidden) {
    search.value = "";
    toggleFilter("");
  }
  item.open = true;
  select(item, passage);
  item.scrollIntoView({ block: "nearest" });
}

one(".list").addEventListener("click", (event) => {
  const cite = event.target.closest(".cite");
  const summary = event.target.closest(".item > summary");
  if (cite) {
    event.preventDefault();
    showPane("paper");
    select(itemOf(cite), passageOf(cite));
  } else if (summary) {
    const item = itemOf(summary);
    if (!item.open) select(item);
    else if (selection.item === item) clearSelection();
  }
});

one(".scroll").addEventListener("click", (event) => {
  const piece = event.target.closest(".ev");
  if (!piece) return;
  event.preventDefault();
  const passage = piece.dataset.p.split(" ")[0];
  const proved = cites.filter((cite) => passageOf(cite) === passage).map(itemOf);
  const item = proved.includes(selection.item) ? selection.item : itemOf(one(piece.getAttribute("href")));
  if (isNarrow()) select(item, passage);
  else openItem(item, passage);
});

all("[data-step]").forEach((button) => button.addEventListener("click", () => step(Number(button.dataset.step))));
one(".close", dock).addEventListener("click", clearSelection);
one(".back", dock).addEventListener("click", () => {
  const { item } = selection;
  showPane("list");
  item.open = true;
  item.scrollIntoView({ block: "start" });
  one("summary", item).focus();
});
