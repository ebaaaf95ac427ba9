// The server writes regions anew; whoever was at one of their controls is at the same control afterwards.
const REGIONS = ["top", "log", "chips", "stage", "strip", "drawer"].map((name) => `#wh-${name}`);
const NAMES = ["data-version", "data-panel", "data-menu", "data-tab", "data-set", "data-theme-set", "data-palette-do", "data-do", "name", "href"];

// What tells a control from the others of its region, whichever element it is just now.
export function markOf(element) {
  const region = element.closest(REGIONS.join());
  const names = element.type === "radio" ? [...NAMES, "value"] : NAMES;
  const told = names.filter((name) => element.hasAttribute(name)).map((name) => `[${name}="${element.getAttribute(name).replace(/["\\]/g, "\\$&")}"]`);
  const selector = element.tagName.toLowerCase() + told.join("");
  return region && { element, region, selector: told.length || element.matches("summary") ? selector : "", index: region && [...region.querySelectorAll(selector)].indexOf(element) };
}

export function find(mark) {
  if (mark.element.isConnected) return mark.element;
  return mark.selector ? [...mark.region.querySelectorAll(mark.selector)][mark.index] : undefined;
}

export function startFocus() {
  let at;
  document.addEventListener("focusin", (event) => { at = markOf(event.target); });
  document.addEventListener("focusout", ({ target }) => setTimeout(() => {
    if (at?.element === target && target.isConnected && document.activeElement === document.body) at = undefined; // left on purpose
  }));
  const back = () => {
    if (!at || at.element.isConnected || document.activeElement !== document.body) return;
    const same = find(at), stage = document.querySelector("#wh-stage .stage");
    if (same && !same.disabled) same.focus({ preventScroll: true });
    else if (at.region.id === "wh-stage" && stage) { stage.tabIndex = -1; stage.focus({ preventScroll: true }); }
  };
  for (const region of REGIONS) new MutationObserver(back).observe(document.querySelector(region), { childList: true, subtree: true });
}
