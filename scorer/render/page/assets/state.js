const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const fill = (text, ...values) => values.reduce((said, value, i) => said.replace(`{${i}}`, () => value), text);
const press = (button, on) => button.setAttribute("aria-pressed", String(on));

const items = all(".item");
const isNarrow = () => getComputedStyle(one(".tabs")).display !== "none";

/* On narrow screens one pane is shown; elsewhere both are, whatever this says. */
function showPane(name) {
  document.body.dataset.pane = name;
  all(".tabs button").forEach((button) => press(button, button.dataset.pane === name));
}
