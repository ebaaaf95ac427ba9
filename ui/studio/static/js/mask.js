// The mask: brush, eraser and undo on a canvas over the print; white is what changes. Pointer, touch or keyboard.
import { send, word } from "./bus.js";
import { panelOpen } from "./panels.js";

let canvas, pen, cursor, tool = "brush", past = [], at = [0, 0], painted = false;
const size = () => Number(document.querySelector("[data-mask-size]")?.value || 64);
const note = (text) => { const place = document.querySelector("[data-mask-note]"); if (place) place.textContent = text; };

function open() {
  const picture = document.querySelector("#wh-print img[data-version]");
  if (!picture) return;
  close();
  canvas = document.createElement("canvas");
  canvas.width = Number(picture.getAttribute("width")); canvas.height = Number(picture.getAttribute("height"));
  canvas.className = "mask-canvas"; canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", word("mask_canvas"));
  pen = canvas.getContext("2d", { willReadFrequently: true });
  cursor = document.createElement("span"); cursor.className = "mask-cursor"; cursor.hidden = true;
  picture.parentElement.append(canvas, cursor);
  past = []; painted = false; at = [canvas.width / 2, canvas.height / 2];
  canvas.addEventListener("pointerdown", down);
  canvas.addEventListener("pointermove", move);
  canvas.addEventListener("pointerleave", () => { cursor.hidden = true; });
  canvas.addEventListener("keydown", keys);
  document.querySelector("[data-mask-size]").max = String(Math.round(canvas.width / 3));
}

function close() { canvas?.remove(); cursor?.remove(); canvas = cursor = undefined; }

function place(event) {
  const box = canvas.getBoundingClientRect();
  return [((event.clientX - box.left) / box.width) * canvas.width, ((event.clientY - box.top) / box.height) * canvas.height];
}

function remember() { past.push(pen.getImageData(0, 0, canvas.width, canvas.height)); if (past.length > 20) past.shift(); }

function stroke(from, to) {
  pen.globalCompositeOperation = tool === "eraser" ? "destination-out" : "source-over";
  pen.lineCap = pen.lineJoin = "round"; pen.lineWidth = size(); pen.strokeStyle = hatch();
  pen.beginPath(); pen.moveTo(...from); pen.lineTo(...to); pen.stroke();
  painted = true;
}

let pattern;
function hatch() {
  if (pattern) return pattern;
  const tile = document.createElement("canvas"); tile.width = tile.height = 14;
  const ink = tile.getContext("2d");
  ink.fillStyle = "#ffffff"; ink.fillRect(0, 0, 14, 14);
  ink.strokeStyle = "#1a1a19"; ink.lineWidth = 2; ink.beginPath(); ink.moveTo(-2, 16); ink.lineTo(16, -2); ink.stroke();
  return (pattern = pen.createPattern(tile, "repeat"));
}

function down(event) {
  event.preventDefault();
  canvas.setPointerCapture(event.pointerId);
  remember();
  at = place(event);
  stroke(at, [at[0] + 0.1, at[1]]);
}

function move(event) {
  const to = place(event);
  show(to);
  if (event.buttons & 1) stroke(at, to);
  at = to;
}

function show([x, y]) {
  const box = canvas.getBoundingClientRect(), scale = box.width / canvas.width;
  cursor.hidden = false;
  cursor.style.left = `${(x / canvas.width) * 100}%`; cursor.style.top = `${(y / canvas.height) * 100}%`;
  cursor.style.width = cursor.style.height = `${size() * scale}px`;
}

function keys(event) {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (step) {
    event.preventDefault();
    at = [Math.max(0, Math.min(canvas.width, at[0] + step[0] * size() / 2)), Math.max(0, Math.min(canvas.height, at[1] + step[1] * size() / 2))];
    show(at);
  } else if (event.key === " ") { event.preventDefault(); remember(); stroke(at, [at[0] + 0.1, at[1]]); }
}

// White where the person painted, black elsewhere, at the picture's own size.
function png() {
  const out = document.createElement("canvas"); out.width = canvas.width; out.height = canvas.height;
  const data = pen.getImageData(0, 0, canvas.width, canvas.height);
  let any = false;
  for (let i = 0; i < data.data.length; i += 4) {
    const on = data.data[i + 3] > 127;
    any ||= on;
    data.data[i] = data.data[i + 1] = data.data[i + 2] = on ? 255 : 0; data.data[i + 3] = 255;
  }
  out.getContext("2d").putImageData(data, 0, 0);
  return any ? out.toDataURL("image/png") : null;
}

function use(name) {
  if (name === "brush" || name === "eraser") {
    tool = name;
    for (const button of document.querySelectorAll("[data-mask=brush], [data-mask=eraser]")) button.setAttribute("aria-pressed", String(button.dataset.mask === name));
  }
  if (name === "undo" && past.length) pen.putImageData(past.pop(), 0, 0);
  if (name === "clear" && canvas) { remember(); pen.clearRect(0, 0, canvas.width, canvas.height); }
}

export function startMask() {
  document.addEventListener("wanderhue:panel", (event) => { if (event.detail === "mask") open(); else close(); });
  document.addEventListener("click", (event) => { const name = event.target.closest("[data-mask]")?.dataset.mask; if (name) use(name); });
  document.addEventListener("input", (event) => { if (event.target.matches("[data-mask-size]")) event.target.parentElement.querySelector("output").textContent = event.target.value; });
  document.addEventListener("keydown", (event) => {
    if (panelOpen() !== "mask" || event.target.closest("input[name=text], textarea") || event.isComposing) return;
    const slider = document.querySelector("[data-mask-size]");
    const key = event.key.toLowerCase();
    if (key === "b") use("brush"); else if (key === "e") use("eraser"); else if (key === "z") use("undo");
    else if (key === "[" || key === "]") { slider.value = String(Number(slider.value) + (key === "]" ? 8 : -8)); slider.dispatchEvent(new Event("input", { bubbles: true })); }
  });
  document.addEventListener("submit", (event) => {
    const form = event.target.closest('[data-form="mask"]');
    if (!form) return;
    event.preventDefault();
    const text = form.elements.text.value.trim(), mask = painted ? png() : null;
    if (!mask) return note(word("mask_empty"));
    if (!text) { note(word("mask_no_text")); return form.elements.text.focus(); }
    note("");
    send({ do: "edit", mask, text });
  });
}
