"""What goes wrong, as JSON in the reader's language: {"error": {"code", "message"}}.

Whatever an owner does not have gets one and the same answer, so that nobody learns what others have.
"""

import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from wanderhue.agent.errors import BadInput, BadPicture, Busy, NotFound, WanderhueError
from wanderhue.ui.web.asked import lang_of
from wanderhue.ui.web.texts import text

_log = logging.getLogger(__name__)
_HEADERS = {"cache-control": "no-store"}


class TooLarge(BadPicture):
    """More bytes than are taken."""

    code = "too_large"

    def __init__(self, most: int) -> None:
        super().__init__(f"more than {most} MB")
        self.most = most


class Unmarked(BadInput):
    """A request without the header that other sites' pages cannot send."""

    code = "unmarked"


_STATUS: tuple[tuple[type[WanderhueError], int, str], ...] = (
    (NotFound, 404, "not_found"),
    (TooLarge, 413, "too_large"),
    (BadPicture, 400, "bad_picture"),
    (Unmarked, 403, "unmarked"),
    (BadInput, 400, "bad_input"),
    (Busy, 409, "busy"),
    (WanderhueError, 503, "unavailable"),
)


def failure(status: int, code: str, lang: str, **slots: object) -> JSONResponse:
    """The answer for one of the sentences of texts.json."""
    body = {"error": {"code": code, "message": text(code, lang, **slots)}}
    return JSONResponse(body, status, {**_HEADERS, "content-language": lang, "vary": "Accept-Language"})


def told(error: WanderhueError, lang: str) -> JSONResponse:
    """The answer for a typed error."""
    status, code = next((status, code) for kind, status, code in _STATUS if isinstance(error, kind))
    if status == 503:
        _log.warning("%s: %s", type(error).__name__, error)
    return failure(status, code, lang, **({"most": error.most} if isinstance(error, TooLarge) else {}))


def add_failures(app: FastAPI) -> None:
    """Have the app answer so: typed errors of its routes, and any other."""

    async def answer(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, WanderhueError)  # noqa: S101  (registered for these only)
        return told(error, lang_of(request.scope))

    async def unforeseen(request: Request, _: Exception) -> JSONResponse:
        return failure(500, "unforeseen", lang_of(request.scope))  # what it was goes to the log, with its trace

    app.add_exception_handler(WanderhueError, answer)
    app.add_exception_handler(Exception, unforeseen)
