// What is clicked carries what it means in data-do; the bus takes it to the server, with the page's revision.
import { say } from "./live.js";

export { say };

const top = () => document.querySelector("#wh-top .top");

let words = {};

// The page's sentences, the same catalogue that the server speaks from.
export async function learn(lang) {
  words = await (await fetch(`wh/words/${lang}.json`)).json();
}

export function word(key, slots = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => slots[name] ?? all);
}

export const thread = () => top()?.dataset.thread || "";

export function send(data) {
  window.wanderhueBus({ rev: top()?.dataset.rev || "", ...data });
}

export function startBus() {
  document.addEventListener("click", (event) => {
    const element = event.target.closest("[data-do]");
    if (!element || element.disabled || element.getAttribute("aria-disabled") === "true") return;
    event.preventDefault();
    const data = JSON.parse(element.dataset.do);
    if (["choose", "vary", "recolor", "repaint", "paint", "accept_suggestion", "reshape", "delete"].includes(data.do)) {
      element.setAttribute("aria-disabled", "true"); // one click, one order; the next page brings new buttons
      setTimeout(() => element.removeAttribute("aria-disabled"), 3000);
    }
    send(data);
  });
  document.addEventListener("click", (event) => {
    const stop = event.target.closest("[data-stop]");
    if (stop) { stop.disabled = true; send({ do: "stop" }); }
    const copy = event.target.closest("[data-copy]");
    if (copy) navigator.clipboard?.writeText(copy.dataset.copy).then(() => say(word("copied")));
    const words = event.target.closest("[data-words]:not(.top)");
    if (words && "words" in words.dataset && words.tagName === "BUTTON") fill(words.dataset.words);
  });
}

export function fill(text) {
  const area = document.querySelector("#wh-words textarea");
  area.value = text;
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.focus();
}
