// Light or dark: the system's, until the person says otherwise; remembered in this browser only.
const KEY = "wanderhue-theme";
const system = matchMedia("(prefers-color-scheme: dark)");

function apply() {
  const wish = localStorage.getItem(KEY) || "";
  const dark = wish ? wish === "dark" : system.matches;
  document.documentElement.classList.toggle("dark", dark);
  document.documentElement.classList.toggle("light", !dark);
  document.body?.classList.toggle("dark", dark);
  for (const input of document.querySelectorAll("[data-theme-set]")) input.checked = input.value === wish;
}

export function startTheme() {
  apply();
  system.addEventListener("change", apply);
  new MutationObserver(() => { if (document.body.classList.contains("dark") !== document.documentElement.classList.contains("dark")) apply(); }).observe(document.body, { attributes: true, attributeFilter: ["class"] });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-toggle]")) return;
    localStorage.setItem(KEY, document.documentElement.classList.contains("dark") ? "light" : "dark");
    apply();
  });
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-theme-set]")) return;
    if (event.target.value) localStorage.setItem(KEY, event.target.value); else localStorage.removeItem(KEY);
    apply();
  });
  document.addEventListener("wanderhue:drawer", apply);
}
