// A swatch tells more on hover, focus or touch: name, hex, RGB, contrast, and copies its hex.
import { say, word } from "./bus.js";

let pop;
const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

// WCAG 2.2 relative luminance and contrast ratio.
export function contrast(a, b) {
  const light = (hex) => {
    const [r, g, bl] = channels(hex).map((v) => { const c = v / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function row(list, name, value) {
  const term = document.createElement("dt"), text = document.createElement("dd");
  term.textContent = name; text.textContent = value;
  list.append(term, text);
}

function show(swatch) {
  hide();
  const { name, hex } = swatch.dataset;
  pop = document.createElement("div");
  pop.className = "pop";
  pop.setAttribute("aria-hidden", "true");
  const title = document.createElement("strong"), list = document.createElement("dl"), copy = document.createElement("span");
  title.textContent = name;
  row(list, "Hex", hex);
  row(list, "RGB", channels(hex).join(" "));
  row(list, word("on_white"), `${contrast(hex, "#FFFFFF").toFixed(1)} : 1`);
  row(list, word("on_ink"), `${contrast(hex, "#1A1A19").toFixed(1)} : 1`);
  copy.className = "soft"; copy.textContent = word("copy_hex");
  pop.append(title, list, copy);
  document.querySelector(".gradio-container").append(pop);
  const at = swatch.getBoundingClientRect(), size = pop.getBoundingClientRect();
  pop.style.left = `${Math.max(8, Math.min(at.left, innerWidth - size.width - 8))}px`;
  pop.style.top = `${at.bottom + 10 + size.height > innerHeight ? Math.max(8, at.top - size.height - 10) : at.bottom + 10}px`;
}

function hide() { pop?.remove(); pop = undefined; }

export function startSwatches() {
  const of = (event) => event.target.closest?.("[data-swatch]");
  document.addEventListener("pointerover", (event) => { const swatch = of(event); if (swatch) show(swatch); else if (pop && !event.target.closest(".pop")) hide(); });
  document.addEventListener("focusin", (event) => { const swatch = of(event); if (swatch && swatch.matches(":focus-visible")) show(swatch); else hide(); });
  document.addEventListener("scroll", hide, { capture: true, passive: true });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); }, true);
  document.addEventListener("click", (event) => {
    const swatch = of(event);
    if (!swatch) return hide();
    show(swatch);
    const { name, hex } = swatch.dataset;
    navigator.clipboard?.writeText(hex).then(() => { say(`${word("copied")}: ${hex}`); if (pop) pop.querySelector(".soft").textContent = word("copied"); }, () => say(`${name}, ${hex}`));
  });
}
