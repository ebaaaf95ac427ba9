// Menus under the print: one open at a time, closed by Esc, by a choice or by a click elsewhere.
function close(except) {
  for (const list of document.querySelectorAll(".menu-list:not([hidden])")) {
    if (list === except) continue;
    list.hidden = true;
    list.parentElement.querySelector("[data-menu]").setAttribute("aria-expanded", "false");
  }
}

export function startMenus() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-menu]");
    const list = opener?.parentElement.querySelector(".menu-list");
    close(list);
    if (!list) return;
    list.hidden = !list.hidden;
    opener.setAttribute("aria-expanded", String(!list.hidden));
    if (!list.hidden) list.querySelector("button, a")?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = document.querySelector(".menu-list:not([hidden])");
    if (!open) return;
    event.stopPropagation();
    open.parentElement.querySelector("[data-menu]").focus();
    close();
  }, true);
}
