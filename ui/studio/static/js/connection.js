// The server went away and came back (a restart): the page says so, and opens its conversation again by itself, with
// the words that were being written.
import { fill, say, word } from "./bus.js";

const EVERY = 2000, KEPT = "wanderhue-words";
let note;

function lose() {
  if (note) return;
  note = document.createElement("p");
  note.className = "lost";
  note.textContent = word("connection_lost");
  document.querySelector(".gradio-container").append(note);
  document.documentElement.dataset.lost = "true";
  say(note.textContent);
}

function again() {
  const words = document.querySelector("#wh-words textarea")?.value;
  if (words) sessionStorage.setItem(KEPT, words);
  location.reload();
}

async function look() {
  let started;
  try {
    const answer = await fetch("wh/health", { cache: "no-store" });
    if (!answer.ok) throw new Error();
    ({ started } = await answer.json());
  } catch { return lose(); }
  if (note || (window.wanderhueStarted && started !== window.wanderhueStarted)) return again();
  window.wanderhueStarted = started;
}

export function startConnection() {
  const words = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (words) fill(words);
  look();
  setInterval(look, EVERY);
}
