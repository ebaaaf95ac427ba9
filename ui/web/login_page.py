"""The login page: one small form, in the reader's language, without scripts and without a hue."""

import html
from functools import cache
from importlib.resources import files
from string import Template
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse

from wanderhue.ui.web.asked import lang_of, root_of
from wanderhue.ui.web.texts import text

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


@cache
def _template() -> Template:
    return Template(files("wanderhue.ui.web").joinpath("login.html").read_text(encoding="utf-8"))


def login_page(
    request: Request, target: str, *, status: int = 200, code: str = "", typed: str = "", **slots: int
) -> HTMLResponse:
    """The page; `target` is where to go on to, `code` the sentence of texts.json that says what was wrong.

    `typed` is the name that was given, to be mended rather than typed again.
    """
    given = request.query_params.get("lang", "")
    lang = given if given in ("en", "ko") else lang_of(request.scope)
    other = "en" if lang == "ko" else "ko"
    root = root_of(request.scope)
    said = {
        name: html.escape(text(f"login_{name}", lang))
        for name in ("title", "name", "password", "button", "hello", "other")
    }
    filled = _template().substitute(
        said,
        lang=lang,
        other_lang=other,
        action=html.escape(f"{root}/login?lang={lang}"),
        other_url=html.escape(f"{root}/login?lang={other}&next={quote(target, safe='')}"),
        target=html.escape(target),
        typed=html.escape(typed[:200]),
        error=f'<p id="error" role="alert">{html.escape(text(code, lang, **slots))}</p>' if code else "",
        invalid='aria-invalid="true" aria-describedby="error"' if code == "login_wrong" else "",
    )
    headers = {"cache-control": "no-store", "content-security-policy": _POLICY, "x-frame-options": "DENY"}
    return HTMLResponse(filled, status, headers)
