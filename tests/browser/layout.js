// What is wrong with the page as it is laid out right now, as sentences. Run in the page by layout.py.
(({ phone }) => {
  const wrong = [];
  const name = (element) => {
    const own = element.id ? `#${element.id}` : `${element.tagName.toLowerCase()}${[...element.classList].map((one) => `.${one}`).join("")}`;
    return `${own} "${(element.innerText || element.getAttribute("aria-label") || element.alt || "").trim().slice(0, 40)}"`;
  };
  const modal = document.querySelector(".drawer");
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest(".sr, .sr-only, [inert], [aria-hidden=true]")
    && element.getBoundingClientRect().width > 0 && (!modal || modal.contains(element));
  // The part of the window in which an element can be seen: scrolling ancestors cut it.
  const seenIn = (element) => {
    const box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight, scrollsX: false };
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at), rect = at.getBoundingClientRect();
      if (style.display === "contents") continue;
      if (style.overflowX !== "visible") { box.left = Math.max(box.left, rect.left); box.right = Math.min(box.right, rect.right); }
      if (style.overflowY !== "visible") { box.top = Math.max(box.top, rect.top); box.bottom = Math.min(box.bottom, rect.bottom); }
      if (["auto", "scroll"].includes(style.overflowX) && at.scrollWidth > at.clientWidth) box.scrollsX = true;
      if (style.position === "fixed") break;
    }
    return box;
  };

  if (document.documentElement.scrollWidth > innerWidth) wrong.push(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${innerWidth}`);
  for (const element of document.querySelectorAll("body *")) {
    if (!shown(element)) continue;
    const rect = element.getBoundingClientRect();
    if ((rect.right > innerWidth + 1 || rect.left < -1) && !seenIn(element).scrollsX && !element.closest(".hero, svg")) wrong.push(`sticks out of the window: ${name(element)} from ${Math.round(rect.left)} to ${Math.round(rect.right)}`);
  }
  // The regions that scroll down only must not scroll sideways.
  for (const region of document.querySelectorAll("#wh-stage, #wh-log, .drawer, .inspector, .panel")) {
    if (shown(region) && region.scrollWidth > region.clientWidth + 1) wrong.push(`wider than its region: ${name(region)} holds ${region.scrollWidth} px in ${region.clientWidth}`);
  }

  const controls = [...document.querySelectorAll("button, a[href], summary, select, input:not([type=file], [type=radio], [type=color]), textarea, label:has(input), [role=tab]")].filter(shown);
  for (const control of controls) {
    const rect = control.getBoundingClientRect(), box = seenIn(control);
    for (const part of [control, ...control.querySelectorAll("span, strong, small")]) {
      if (part.matches("textarea, select, input") || getComputedStyle(part).display === "inline" || part.closest(".sr")) continue;
      const cut = part.scrollWidth > part.clientWidth + 1 || (part.scrollHeight > part.clientHeight + 2 && getComputedStyle(part).overflowY !== "visible");
      if (cut && part.clientWidth && part.innerText.trim() && !part.closest("[title]:not([title=''])")) wrong.push(`its text is cut: ${name(part)} has ${part.scrollWidth}x${part.scrollHeight} in ${part.clientWidth}x${part.clientHeight}`);
    }
    const words = document.createTreeWalker(control, NodeFilter.SHOW_TEXT), placed = [];
    while (words.nextNode()) {
      if (!words.currentNode.textContent.trim() || words.currentNode.parentElement.closest(".sr")) continue;
      const range = document.createRange();
      range.selectNodeContents(words.currentNode);
      const at = range.getBoundingClientRect();
      const over = placed.find((other) => Math.min(at.right, other.right) - Math.max(at.left, other.left) > 2 && Math.min(at.bottom, other.bottom) - Math.max(at.top, other.top) > 6);
      if (over) wrong.push(`its texts lie on each other: ${name(control)}`);
      placed.push(at);
    }
    if (control.matches("textarea") && !control.value && control.scrollHeight > control.clientHeight + 2) wrong.push(`its placeholder is cut: ${control.placeholder}`);
    const x = (rect.left + rect.right) / 2, y = (rect.top + rect.bottom) / 2;
    if (x < box.left + 2 || x > box.right - 2 || y < box.top + 2 || y > box.bottom - 2) continue; // scrolled away, not covered
    const mine = (dx, dy) => {
      const [px, py] = [x + dx, y + dy];
      if (px <= box.left || px >= box.right || py <= box.top || py >= box.bottom) return true;
      const top = document.elementFromPoint(px, py);
      return top && (control.contains(top) || top.contains(control) && top.closest("label") || top.closest("label")?.contains(control));
    };
    const above = document.elementFromPoint(x, y);
    if (above?.closest(".menu-list, .pop, .photo-sheet") && !control.closest(".menu-list, .pop, .photo-sheet")) continue; // meant to cover
    if (!mine(0, 0)) { wrong.push(`covered: ${name(control)} by ${name(document.elementFromPoint(x, y) || document.body)}`); continue; }
    if (control.closest("p, .small") && control.matches("a, .link, [data-copy]")) continue; // inside a sentence
    const reach = [[-11, 0], [11, 0], [0, -11], [0, 11]].map(([dx, dy]) => mine(dx, dy));
    if (reach.includes(false)) wrong.push(`smaller than 24 px to the finger: ${name(control)} is ${Math.round(rect.width)}x${Math.round(rect.height)}`);
    const main = control.matches("#wh-send button, .tabs button, .tool, .button:not(.small), .square, .attach, .menu-list > *, .node");
    if (phone && main && (rect.width < 43.5 || rect.height < 43.5)) wrong.push(`a main control smaller than 44 px: ${name(control)} is ${Math.round(rect.width)}x${Math.round(rect.height)}`);
  }
  for (const text of document.querySelectorAll("h1, h2, h3, p, li, dt, dd, span, strong")) {
    if (!shown(text) || !text.innerText.trim() || !/hidden|clip/.test(getComputedStyle(text).overflow)) continue;
    const half = text.clientWidth < text.scrollWidth * 0.6 || text.clientHeight < text.scrollHeight * 0.4;
    const told = text.closest("[title]:not([title=''])");
    if (half || (!told && !text.matches(".highlights") && (text.clientWidth < text.scrollWidth - 1 || text.clientHeight < text.scrollHeight - 2))) wrong.push(`a text is cut short: ${name(text)} has ${text.scrollWidth}x${text.scrollHeight} in ${text.clientWidth}x${text.clientHeight}`);
  }
  for (const picture of document.querySelectorAll("img")) {
    if (shown(picture) && picture.complete && !picture.naturalWidth) wrong.push(`a picture is missing: ${picture.getAttribute("src")}`);
  }
  return [...new Set(wrong)];
})
