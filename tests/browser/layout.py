"""What is wrong with a page as a person sees it: cut, covered, too wide, too small, or in the wrong language."""

import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.guest import Lang

_SCRIPT = Path(__file__).with_name("layout.js").read_text(encoding="utf-8")
_TEXTS = """() => {
  const found = [], modal = document.querySelector('.drawer');
  const own = '.log .said, body [lang], #wh-words label > span, .caption, .trip-name, .album-open';
  const shown = element => element.checkVisibility({visibilityProperty: true}) && !element.closest(own)
    && (!modal || modal.contains(element));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    if (text && !['SCRIPT', 'STYLE', 'TEXTAREA'].includes(walker.currentNode.parentElement.tagName)
      && shown(walker.currentNode.parentElement)) found.push(text);
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
    if (shown(element))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = (element.getAttribute(name) || '').trim();
        if (text) found.push(text);
      }
  return found;
}"""
_HANGUL, _LATIN = re.compile("[가-힣]"), re.compile(r"[A-Za-z]{2,}")
_NAMES = re.compile(
    r"[A-Z]+(_[A-Z]+)+\S*|wanderhue|\bEN\b|\bHex\b|\bRGB\b|\bPNG|\bZIP|\bJSON|\bCSS|\bGPL|\bASE|\bEsc|\bShift|\bpx\b|한국어|Apache-2\.0|"
    r"Bricolage Grotesque|Hanken Grotesk|Pretendard|\(OFL\)|English|/[\w./-]+|#[0-9A-Fa-f]{6}|\b[0-9a-f]{8,}\b",
    re.IGNORECASE,
)
"""What is called the same in both languages."""


def layout_faults(page: Page, *, phone: bool) -> list[str]:
    """Sentences about what is laid out badly, as the page is scrolled now."""
    found: list[str] = page.evaluate(f"given => {_SCRIPT}(given)", {"phone": phone})
    return found


def language_faults(page: Page, lang: Lang) -> list[str]:
    """Texts of the page, hidden labels among them, that are not in its language. What people wrote is left out."""
    other: Lang = "en" if lang == "ko" else "ko"
    texts: list[str] = page.evaluate(_TEXTS)
    wrong = _LATIN if lang == "ko" else _HANGUL
    return [
        f"not in {lang}: {text[:80]!r}"
        for text in dict.fromkeys(texts)
        if wrong.search(_NAMES.sub("", text)) or any(one.fullmatch(text) for one in _only_in(other))
    ]


@cache
def _only_in(lang: Lang) -> list[re.Pattern[str]]:
    """The catalogue's sentences of a language that the other one does not have too, slots open."""
    both: dict[str, dict[str, str]] = {
        name: json.loads(files("wanderhue.ui.studio").joinpath(f"words/{name}.json").read_text(encoding="utf-8"))
        for name in ("en", "ko")
    }
    mine, others = both[lang], set(both["ko" if lang == "en" else "en"].values())
    return [
        re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(text)))
        for text in mine.values()
        if text not in others and not re.fullmatch(r"\W*\{\w+\}\W*", text)
    ]
