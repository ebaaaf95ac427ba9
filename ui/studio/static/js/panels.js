// Panels take the inspector's place: colors, mask, compare. The server knows nothing of them; a new picture closes them.
const bodies = () => document.querySelectorAll("[data-panel-body]");

export const panelOpen = () => [...bodies()].find((body) => body.dataset.panelBody !== "facts" && !body.hidden)?.dataset.panelBody;

export function openPanel(name) {
  for (const body of bodies()) body.hidden = body.dataset.panelBody !== name;
  for (const button of document.querySelectorAll("[data-panel]")) button.setAttribute("aria-expanded", String(button.dataset.panel === name));
  document.dispatchEvent(new CustomEvent("wanderhue:panel", { detail: name }));
  const body = document.querySelector(`[data-panel-body="${name}"]`);
  if (name !== "facts") {
    body?.querySelector("button, input, select")?.focus({ preventScroll: true });
    if (name === "palette") body?.scrollIntoView({ block: "nearest" });
    else document.querySelector("#wh-stage").scrollTop = 0; // the print is what these two work on
  }
}

export function closePanel() {
  const open = panelOpen();
  openPanel("facts");
  if (open) document.querySelector(`[data-panel="${open}"]`)?.focus();
}

export function startPanels() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-panel]");
    if (button && !button.disabled) return panelOpen() === button.dataset.panel ? closePanel() : openPanel(button.dataset.panel);
    if (event.target.closest("[data-panel-close]")) closePanel();
  });
  let shown;
  new MutationObserver(() => {
    const picture = document.querySelector("#wh-print img[data-version]")?.dataset.version;
    if (picture === shown) return;
    shown = picture;
    document.dispatchEvent(new CustomEvent("wanderhue:picture", { detail: picture }));
    openPanel("facts");
  }).observe(document.querySelector("#wh-stage"), { childList: true, subtree: true, attributes: true, attributeFilter: ["data-version"] });
}
