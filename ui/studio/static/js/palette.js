// The palette editor: pick, add, remove, lock, order, paste, take from a photo; then recolor or repaint.
import { send, word } from "./bus.js";

const MOST = 16;
const icons = {
  lock: '<rect x="4.5" y="9" width="11" height="8" rx="1"/><path d="M7 9V6.5a3 3 0 0 1 6 0V9"/>', open: '<rect x="4.5" y="9" width="11" height="8" rx="1"/><path d="M7 9V6.5a3 3 0 0 1 5.8-1"/>',
  up: '<path d="m5.5 12 4.5-4.5 4.5 4.5"/>', down: '<path d="m5.5 8 4.5 4.5L14.5 8"/>', remove: '<path d="M5 5l10 10M15 5L5 15"/>',
};
let colors = [];

const editor = () => document.querySelector(".palette-editor");
const note = (text) => { const place = editor()?.querySelector("[data-palette-note]"); if (place) place.textContent = text; };

function read() {
  colors = JSON.parse(editor()?.dataset.palette || "[]").map(({ name, hex }) => ({ name, hex, locked: false }));
  draw();
}

function button(kind, label, act, pressed) {
  const made = document.createElement("button");
  made.type = "button"; made.className = "plain"; made.title = label;
  made.setAttribute("aria-label", label);
  if (pressed !== undefined) made.setAttribute("aria-pressed", String(pressed));
  made.innerHTML = `<svg class="icon" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" aria-hidden="true">${icons[kind]}</svg>`;
  made.addEventListener("click", act);
  return made;
}

function line(color, index) {
  const item = document.createElement("li"), pick = document.createElement("label"), input = document.createElement("input");
  item.style.setProperty("--c", color.hex);
  pick.className = "pick"; input.type = "color"; input.value = color.hex;
  input.setAttribute("aria-label", word("color_pick", { name: color.name }));
  input.addEventListener("input", () => { color.hex = input.value; hex.value = input.value.toUpperCase(); item.style.setProperty("--c", color.hex); check(); });
  pick.append(input);
  const name = document.createElement("span"); name.className = "name"; name.textContent = name.title = color.name;
  const hex = document.createElement("input"); hex.className = "hex"; hex.value = color.hex.toUpperCase(); hex.spellcheck = false;
  hex.setAttribute("aria-label", word("color_hex", { name: color.name }));
  hex.addEventListener("change", () => {
    const found = normal(hex.value);
    if (!found) { note(word("palette_bad", { text: hex.value.slice(0, 30) })); hex.setAttribute("aria-invalid", "true"); return; }
    color.hex = found; draw();
  });
  const acts = document.createElement("span"); acts.className = "acts";
  const move = (by) => () => { const to = index + by; if (to < 0 || to >= colors.length) return; [colors[index], colors[to]] = [colors[to], colors[index]]; draw(); };
  acts.append(
    button(color.locked ? "lock" : "open", word("color_lock", { name: color.name }), () => { color.locked = !color.locked; draw(); }, color.locked),
    button("up", word("color_up", { name: color.name }), move(-1)), button("down", word("color_down", { name: color.name }), move(1)),
    button("remove", word("color_remove", { name: color.name }), () => { if (colors.length === 1) return note(word("palette_last")); colors.splice(index, 1); draw(); }),
  );
  item.append(pick, name, hex, acts);
  return item;
}

function draw() {
  const list = editor()?.querySelector(".palette-list");
  if (!list) return;
  const at = [...list.querySelectorAll("button, input")].indexOf(document.activeElement);
  list.replaceChildren(...colors.map(line));
  if (at >= 0) [...list.querySelectorAll("button, input")][Math.min(at, list.querySelectorAll("button, input").length - 1)]?.focus();
  check();
}

function normal(text) {
  const found = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim());
  if (!found) return null;
  const digits = found[1].toLowerCase();
  return "#" + (digits.length === 3 ? [...digits].map((d) => d + d).join("") : digits);
}

// A quick look only (redmean distance); the server measures for real.
function check() {
  let nearest = [Infinity];
  const rgb = colors.map(({ hex }) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));
  for (let a = 0; a < rgb.length; a++) for (let b = a + 1; b < rgb.length; b++) {
    const mean = (rgb[a][0] + rgb[b][0]) / 2, [r, g, bl] = rgb[a].map((v, i) => v - rgb[b][i]);
    const far = Math.sqrt((2 + mean / 256) * r * r + 4 * g * g + (2 + (255 - mean) / 256) * bl * bl);
    if (far < nearest[0]) nearest = [far, colors[a].name, colors[b].name];
  }
  if (colors.length > 1) note(nearest[0] < 45 ? word("palette_close", { a: nearest[1], b: nearest[2] }) : word("palette_apart"));
}

export function takeColors(found) {
  const names = new Map(colors.map((color) => [color.hex, color.name]));
  const fresh = found.filter(({ hex }) => !colors.some((color) => color.locked && color.hex === hex));
  const size = Math.max(colors.length, Math.min(fresh.length, 5));
  const kept = colors.filter((color) => color.locked);
  colors = [...kept, ...fresh.slice(0, Math.max(1, size - kept.length)).map(({ hex, name }) => ({ hex, name: names.get(hex) || name || word("new_color"), locked: false }))].slice(0, MOST);
  draw();
}

export function startPalette() {
  document.addEventListener("wanderhue:panel", (event) => { if (event.detail === "palette") read(); });
  document.addEventListener("wanderhue:photo-colors", (event) => { takeColors(event.detail); note(word("photo_colors")); });
  document.addEventListener("click", (event) => {
    const act = event.target.closest("[data-palette-do]")?.dataset.paletteDo;
    if (act === "add") { if (colors.length >= MOST) return note(word("palette_full")); colors.push({ name: word("new_color"), hex: "#888888", locked: false }); draw(); }
    if (act === "reset") read();
    if (act === "paste") { const form = editor().querySelector(".paste"); form.hidden = !form.hidden; form.querySelector("textarea").focus(); }
    const order = event.target.closest("[data-palette-send]");
    if (order) send({ do: order.dataset.paletteSend, palette: colors.map(({ hex }) => hex) });
  });
  document.addEventListener("submit", async (event) => {
    const form = event.target.closest(".paste");
    if (!form) return;
    event.preventDefault();
    const answer = await fetch("wh/colors", { method: "POST", headers: { "X-Wanderhue": "1", "Content-Type": "text/plain" }, body: form.querySelector("textarea").value });
    const found = await answer.json();
    if (!answer.ok) return note(found.error.part ? word("palette_bad", { text: found.error.part }) : found.error.message);
    takeColors(found.colors);
    form.hidden = true;
  });
}
