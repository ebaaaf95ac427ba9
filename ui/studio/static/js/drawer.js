// The drawer: focus goes in and comes back, Tab stays inside, a click beside it closes it.
import { send } from "./bus.js";
import { find, markOf } from "./focus.js";

let opener;

export function startDrawer() {
  const region = document.querySelector("#wh-drawer");
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-close-drawer]")) send({ do: "close" });
    const button = event.target.closest("button");
    if (button && !button.closest("#wh-drawer")) opener = markOf(button);
  }, true);
  let open = false;
  new MutationObserver(() => {
    const drawer = region.querySelector(".drawer");
    document.querySelector("#wh-body").inert = Boolean(drawer);
    if (drawer && !open) { drawer.querySelector("[data-close-drawer]").focus(); document.dispatchEvent(new CustomEvent("wanderhue:drawer")); }
    if (drawer) document.dispatchEvent(new CustomEvent("wanderhue:drawer"));
    if (!drawer && open && opener) find(opener)?.focus();
    open = Boolean(drawer);
  }).observe(region, { childList: true, subtree: true });
  document.addEventListener("keydown", (event) => {
    const drawer = region.querySelector(".drawer");
    if (event.key !== "Tab" || !drawer) return;
    const stops = [...drawer.querySelectorAll("button, a, input, summary, select")].filter((stop) => !stop.disabled && stop.checkVisibility());
    const [first, last] = [stops[0], stops[stops.length - 1]];
    if (!drawer.contains(document.activeElement)) { event.preventDefault(); first.focus(); }
    else if (event.shiftKey && document.activeElement === first) { event.preventDefault(); last.focus(); }
    else if (!event.shiftKey && document.activeElement === last) { event.preventDefault(); first.focus(); }
  });
}
