// After the server changed a region: the page's stage, address, language, tab, scroll and placeholder follow.
import { learn, word } from "./bus.js";

let before = {};

function follow() {
  const top = document.querySelector("#wh-top .top");
  const stage = document.querySelector("#wh-stage .stage");
  if (!top || !stage) return;
  const now = { stage: stage.dataset.stage, thread: top.dataset.thread, lang: top.dataset.lang, turns: document.querySelectorAll("#wh-log .turn").length };
  document.documentElement.lang = now.lang;
  document.body.dataset.stage = now.stage;
  address(now.thread);
  if (now.stage !== before.stage) tabFor(now.stage, before.stage);
  if (before.lang && now.lang !== before.lang) learn(now.lang).then(() => labels(now.stage));
  else if (now.stage !== before.stage) labels(now.stage);
  markTabs();
  if (now.turns !== before.turns || now.stage !== before.stage) toEnd();
  if (now.stage !== before.stage) document.querySelector("#wh-stage").scrollTop = 0;
  const here = document.querySelector("#wh-strip .node.here");
  if (here && here.dataset.version !== before.here) here.scrollIntoView({ block: "nearest", inline: "nearest" });
  before = { ...now, here: here?.dataset.version };
}

function address(thread) {
  const url = new URL(location.href);
  if ((url.searchParams.get("trip") || "") === thread) return;
  if (thread) url.searchParams.set("trip", thread); else url.searchParams.delete("trip");
  history.replaceState(null, "", url);
}

function tabFor(stage, last) {
  if (["painting", "review", "done"].includes(stage)) setTab(stage === "painting" || last === "painting" || !document.body.dataset.tab || last === undefined ? "picture" : document.body.dataset.tab);
  else setTab("talk");
}

export function setTab(tab) {
  document.body.dataset.tab = tab;
  markTabs();
  if (tab === "talk") toEnd();
}

function markTabs() {
  for (const button of document.querySelectorAll(".tabs [data-tab]")) button.setAttribute("aria-selected", String(button.dataset.tab === document.body.dataset.tab));
}

function toEnd() {
  const log = document.querySelector("#wh-log");
  requestAnimationFrame(() => { log.scrollTop = log.scrollHeight; });
}

function labels(stage) {
  const area = document.querySelector("#wh-words textarea");
  const key = { ask: "ask", choose: "choose", painting: "painting", confirm: "confirm", reword: "reword" }[stage] || "review";
  area.placeholder = word(`composer_${key}`);
  area.setAttribute("aria-label", word("composer_label"));
  const button = document.querySelector("#wh-send button");
  button.setAttribute("aria-label", word("send"));
  button.title = word("send");
  if (!button.querySelector("svg")) button.innerHTML = '<svg class="icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M10 16.5v-13M4.5 8.5L10 3l5.5 5.5"/></svg>';
}

export function startMoment() {
  new MutationObserver(follow).observe(document.querySelector("#wh-body"), { childList: true, subtree: true, attributes: true, attributeFilter: ["data-stage", "class"] });
  new MutationObserver(follow).observe(document.querySelector("#wh-top"), { childList: true, subtree: true, attributes: true, attributeFilter: ["data-thread", "data-lang", "data-rev"] });
  document.addEventListener("click", (event) => {
    const tab = event.target.closest(".tabs [data-tab]");
    if (tab && !tab.disabled) setTab(tab.dataset.tab);
    event.target.closest(".why, .highlights")?.classList.toggle("whole"); // cards show the first lines
  });
  document.addEventListener("scroll", dots, { capture: true, passive: true });
  document.querySelector("#wh-body").setAttribute("role", "main");
  follow();
  dots();
}

function dots() {
  const cards = document.querySelector(".cards");
  if (!cards) return;
  const at = Math.round(cards.scrollLeft / Math.max(1, (cards.scrollWidth - cards.clientWidth) / 2));
  document.querySelectorAll(".card-dots i").forEach((dot, index) => dot.classList.toggle("on", index === at));
}
