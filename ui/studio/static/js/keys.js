// The keyboard: 1 2 3 choose, / to the composer, Esc stops or closes, Z undoes, arrows walk the tree.
import { send } from "./bus.js";
import { closePanel, panelOpen } from "./panels.js";

const typing = (element) => element.closest?.("input:not([type=range], [type=file], [type=radio], [type=color]), textarea, select, [contenteditable]");

export function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const stage = document.body.dataset.stage;
    if (event.key === "Escape") {
      if (document.querySelector("#wh-drawer .drawer")) return send({ do: "close" });
      if (panelOpen()) return closePanel();
      if (stage === "painting") return document.querySelector("[data-stop]:not([disabled])")?.click();
      return;
    }
    if (typing(event.target) || document.querySelector("#wh-drawer .drawer")) return;
    if (event.key === "/") { event.preventDefault(); document.querySelector("#wh-words textarea").focus(); }
    else if (stage === "choose" && "123".includes(event.key)) document.querySelector(`[data-option="${event.key - 1}"] .button`)?.click();
    else if (event.key.toLowerCase() === "z" && panelOpen() !== "mask" && stage !== "painting") document.querySelector(`#wh-strip [data-do*='"${event.shiftKey ? "redo" : "undo"}"']:not([disabled])`)?.click();
    else if (event.key.startsWith("Arrow")) walk(event);
  });
}

// Arrow keys in the tree: to the nearest node in that direction. Tab order has only the present one.
function walk(event) {
  const from = event.target.closest(".node");
  if (!from) return toolbar(event);
  const place = (node) => [Number(node.style.getPropertyValue("--x")), Number(node.style.getPropertyValue("--y"))];
  const [x, y] = place(from);
  const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
  const nodes = [...document.querySelectorAll("#wh-strip button.node")].filter((node) => {
    const [nx, ny] = place(node);
    return (nx - x) * step[0] > 0 || (ny - y) * step[1] > 0;
  });
  const far = (node) => { const [nx, ny] = place(node); return step[0] ? Math.abs(nx - x) + 3 * Math.abs(ny - y) : 3 * Math.abs(nx - x) + Math.abs(ny - y); };
  const next = nodes.sort((a, b) => far(a) - far(b))[0];
  if (!next) return;
  event.preventDefault();
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function toolbar(event) {
  const bar = event.target.closest("[role=menu], .tabs");
  if (!bar) return;
  const items = [...bar.querySelectorAll("button:not([disabled]), a")];
  const step = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : -1;
  event.preventDefault();
  items[(items.indexOf(event.target.closest("button, a")) + step + items.length) % items.length]?.focus();
}
