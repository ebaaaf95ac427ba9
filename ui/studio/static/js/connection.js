// The server went away and came back (a restart): the page says so, and opens its conversation again by itself.
import { say, word } from "./bus.js";

const EVERY = 2000;
let lost = false;

async function look() {
  try {
    const answer = await fetch("wh/health", { cache: "no-store" });
    if (!answer.ok) throw new Error();
    const { started } = await answer.json();
    if (lost || (window.wanderhueStarted && started && started !== window.wanderhueStarted)) return location.reload();
    window.wanderhueStarted = started;
  } catch {
    if (!lost) { lost = true; say(word("connection_lost")); document.documentElement.dataset.lost = "true"; }
  }
}

export function startConnection() {
  look();
  setInterval(look, EVERY);
}
