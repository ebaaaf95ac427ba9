// Compare: the other version under this one, cut by a slider (a native range, so keys and touch work).
let other, cut;

function open() {
  close();
  const picture = document.querySelector("#wh-print img[data-version]"), choice = document.querySelector("[data-compare-with]");
  if (!picture || !choice?.value) return;
  other = new Image(); other.className = "other"; other.alt = choice.selectedOptions[0].textContent;
  other.src = `wh/picture/${choice.value}`;
  cut = document.createElement("span"); cut.className = "cut";
  picture.parentElement.append(other, cut);
  slide();
  picture.parentElement.addEventListener("pointermove", drag);
  picture.parentElement.addEventListener("pointerdown", drag);
}

function close() {
  other?.parentElement?.removeEventListener("pointermove", drag);
  other?.parentElement?.removeEventListener("pointerdown", drag);
  other?.remove(); cut?.remove(); other = cut = undefined;
}

function slide() {
  const at = `${document.querySelector("[data-compare-slide]").value}%`;
  other?.style.setProperty("--cut", at); cut?.style.setProperty("--cut", at);
}

function drag(event) {
  if (!other || (event.pointerType !== "mouse" && event.type === "pointermove" && !event.buttons)) return;
  const box = other.getBoundingClientRect();
  document.querySelector("[data-compare-slide]").value = String(Math.max(0, Math.min(100, ((event.clientX - box.left) / box.width) * 100)));
  slide();
}

export function startCompare() {
  document.addEventListener("wanderhue:panel", (event) => { if (event.detail === "compare") open(); else close(); });
  document.addEventListener("input", (event) => { if (event.target.matches("[data-compare-slide]")) slide(); });
  document.addEventListener("change", (event) => { if (event.target.matches("[data-compare-with]")) open(); });
}
