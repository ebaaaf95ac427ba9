// The page's own scripts. Each file minds one thing; this one starts them when Gradio has drawn the page.
import { learn, send, startBus } from "./bus.js";
import { startFocus } from "./focus.js";
import { startKeys } from "./keys.js";
import { startLive } from "./live.js";
import { startMenus } from "./menus.js";
import { startSwatches } from "./swatches.js";
import { startPanels } from "./panels.js";
import { startPalette } from "./palette.js";
import { startMask } from "./mask.js";
import { startCompare } from "./compare.js";
import { startPhotos } from "./photos.js";
import { startForms } from "./forms.js";
import { startMoment } from "./moment.js";
import { startTheme } from "./theme.js";
import { startDrawer } from "./drawer.js";
import { startConnection } from "./connection.js";
import { holdEarlyWords, sendEarlyWords } from "./early.js";

startTheme();
holdEarlyWords();

function whenDrawn(then) {
  const ready = () => document.querySelector("#wh-top .top") && document.querySelector("#wh-words textarea") && window.wanderhueBus;
  if (ready()) return then();
  const watcher = new MutationObserver(() => { if (ready()) { watcher.disconnect(); then(); } });
  watcher.observe(document.documentElement, { childList: true, subtree: true });
}

whenDrawn(async () => {
  await learn(document.querySelector("#wh-top .top").dataset.lang);
  startBus();
  for (const start of [startMoment, startMenus, startSwatches, startPanels, startPalette, startMask, startCompare, startPhotos, startForms, startFocus, startLive, startKeys, startDrawer, startConnection]) start();
  document.documentElement.dataset.ready = "true";
  window.wanderhue = { send };
  sendEarlyWords();
});
