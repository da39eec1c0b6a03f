const fold = one("#fold");
fold.addEventListener("click", () => {
  const open = fold.textContent === fold.dataset.unfold;
  items.forEach((item) => { item.open = open && !item.hidden; });
  fold.textContent = open ? fold.dataset.fold : fold.dataset.unfold;
});

one("#print").addEventListener("click", () => window.print());
all(".tabs button").forEach((button) => button.addEventListener("click", () => showPane(button.dataset.pane)));
showPane("list");

/* A link to an item, from the ranking or a mail, opens it. */
const linked = location.hash.startsWith("#r-") && document.getElementById(location.hash.slice(1));
if (linked) openItem(linked);
