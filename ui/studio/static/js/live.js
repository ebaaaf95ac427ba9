// The one live region, which stays while the server writes others anew: readers miss what comes together with its region.
let told;

export function say(text) {
  if (told && text) told.textContent = text;
}

export function startLive() {
  const region = document.querySelector("#wh-live");
  told = document.createElement("p");
  told.id = "wh-told"; told.className = "sr";
  told.setAttribute("role", "status"); told.setAttribute("aria-live", "polite");
  region.parentElement.append(told);
  let last = region.querySelector(".sr")?.textContent.trim();
  new MutationObserver(() => {
    const text = region.querySelector(".sr")?.textContent.trim();
    if (text && text !== last) say(text);
    last = text;
  }).observe(region, { childList: true, subtree: true, characterData: true });
}
