"""POST /wh/colors: text with colors in any spelling, read as a palette: hex, RGB, names in English and Korean."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from wanderhue.agent.errors import BadColor
from wanderhue.tools.threads import in_thread
from wanderhue.ui.web.asked import lang_of
from wanderhue.ui.web.failures import Unmarked

_MOST = 4000


def color_routes() -> APIRouter:
    """The route."""
    router = APIRouter(include_in_schema=False)

    @router.post("/wh/colors")
    async def colors(request: Request) -> JSONResponse:
        if request.headers.get("x-wanderhue") != "1":
            raise Unmarked("send the header X-Wanderhue: 1")
        text = ""
        async for part in request.stream():
            text += part.decode("utf-8", "replace")
            if len(text) > _MOST:
                break
        try:
            found = await in_thread(_read, text[:_MOST], lang_of(request.scope))
        except BadColor as error:
            problem = {"code": error.code, "message": str(error), "part": error.part}
            return JSONResponse({"error": problem}, status_code=400)
        return JSONResponse({"colors": found})

    return router


def _read(text: str, lang: str) -> list[dict[str, Any]]:
    from wanderhue.agent.palette import Palette

    return [{"hex": color["hex"], "name": color["name"]} for color in Palette.parse(text).to_json(lang)]
