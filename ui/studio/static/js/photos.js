// A photo of the person's own: uploaded to this machine's server, cleaned there, then used as base or for its colors.
import { say, send, word } from "./bus.js";
import { openPanel } from "./panels.js";

async function upload(file) {
  const answer = await fetch("wh/photo", { method: "POST", headers: { "X-Wanderhue": "1", "Content-Type": file.type || "application/octet-stream" }, body: file });
  const found = await answer.json().catch(() => ({ error: { message: word("problem_photo") } }));
  if (!answer.ok) throw new Error(found.error?.message || word("problem_photo"));
  return found;
}

function element(tag, cls, text) {
  const made = document.createElement(tag);
  if (cls) made.className = cls;
  if (text) made.textContent = text;
  return made;
}

function choice(title, text, act) {
  const button = element("button", "choice", title);
  button.type = "button"; button.disabled = !act;
  button.append(element("small", "", text));
  if (act) button.addEventListener("click", () => { document.querySelector(".photo-sheet")?.remove(); act(); });
  return button;
}

function sheet(photo) {
  document.querySelector(".photo-sheet")?.remove();
  const made = element("div", "photo-sheet"), picture = new Image(), colors = element("div", "strip-colors");
  made.setAttribute("role", "dialog"); made.setAttribute("aria-label", word("photo_sheet"));
  picture.src = `wh/photo/${photo.id}?w=480`; picture.alt = word("photo_sheet");
  for (const color of photo.colors) { const part = element("i"); part.style.setProperty("--c", color.hex); part.style.setProperty("--w", Math.max(0.05, color.share)); part.title = `${color.name} ${color.hex}`; colors.append(part); }
  const told = localStorage.getItem("wanderhue-rights");
  localStorage.setItem("wanderhue-rights", "1");
  const close = element("button", "link", word("close"));
  close.type = "button"; close.addEventListener("click", () => made.remove());
  const picturePresent = document.querySelector("#wh-print img[data-version]");
  made.append(picture, colors, element("p", "soft small", word("photo_ready")));
  if (!told) made.append(element("p", "soft small rights", word("photo_rights")));
  made.append(
    choice(word("photo_base"), word("photo_base_text"), () => send({ do: "photo", photo: photo.id })),
    choice(word("photo_palette"), word("photo_palette_text"), picturePresent && (() => { openPanel("palette"); document.dispatchEvent(new CustomEvent("wanderhue:photo-colors", { detail: photo.colors })); })),
    choice(word("photo_reference"), word("photo_reference_no"), null), close,
  );
  document.querySelector("#wh-composer").append(made);
  made.querySelector(".choice").focus();
}

function problem(message) {
  document.querySelector(".photo-sheet")?.remove();
  const made = element("div", "photo-sheet");
  made.setAttribute("role", "alert");
  const close = element("button", "link", word("close"));
  close.type = "button"; close.addEventListener("click", () => made.remove());
  made.append(element("strong", "", word("problem_photo")), element("p", "soft", message), close);
  document.querySelector("#wh-composer").append(made);
  say(message);
}

export function startPhotos() {
  const label = element("label", "attach");
  label.title = word("attach");
  label.innerHTML = '<svg class="icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><rect x="2.5" y="3.5" width="15" height="13" rx="1.5"/><path d="M3 14.5l4.5-4.5 3.5 3.5 2.5-2.5 3.5 3.5"/><circle cx="13" cy="7.5" r="1.3"/></svg>';
  const input = element("input");
  input.type = "file"; input.accept = "image/*"; input.dataset.photo = "sheet";
  input.setAttribute("aria-label", word("attach"));
  label.append(input);
  document.querySelector("#wh-composer").append(label);
  document.addEventListener("change", async (event) => {
    const kind = event.target.dataset?.photo;
    if (!kind || !event.target.files?.length) return;
    const file = event.target.files[0];
    event.target.value = "";
    try {
      const photo = await upload(file);
      if (kind === "palette") document.dispatchEvent(new CustomEvent("wanderhue:photo-colors", { detail: photo.colors }));
      else sheet(photo);
    } catch (error) { problem(error.message); }
  });
}
