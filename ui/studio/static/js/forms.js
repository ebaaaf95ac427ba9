// Forms and settings: what was typed or chosen becomes one act of the page.
import { send } from "./bus.js";

export function startForms() {
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-form]");
    if (!form || form.dataset.form === "mask") return;
    event.preventDefault();
    const given = Object.fromEntries(new FormData(form));
    if (form.dataset.form === "rewrite") {
      const changed = Object.fromEntries([...form.elements].filter((field) => field.name && field.value !== field.defaultValue).map((field) => [field.name, field.value]));
      send({ do: "rewrite", slots: Object.keys(changed).length ? changed : given });
    }
    if (form.dataset.form === "rename") send({ do: "rename", thread: form.dataset.thread, value: given.title });
  });
  document.addEventListener("change", (event) => {
    const name = event.target.dataset?.set;
    if (name) send({ do: "set", name, value: event.target.value });
  });
}
