// Words that are sent before the page is whole wait for it: what still loads would be drawn over their answer.
let waiting = false;

function hold(event) {
  if (document.documentElement.dataset.ready) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  waiting = true;
}

export function holdEarlyWords() {
  document.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target.closest?.("#wh-words")) hold(event); }, true);
  document.addEventListener("click", (event) => { if (event.target.closest?.("#wh-send")) hold(event); }, true);
}

export function sendEarlyWords() {
  if (waiting) document.querySelector("#wh-send button").click();
  waiting = false;
}
