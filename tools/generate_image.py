"""`generate_image` as a tool for other agents: sanitize + journal + painter, the same path that the graph takes."""

import json
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, Field

from wanderhue.agent.brief import ColorUse, ImageBrief
from wanderhue.agent.color_names import plain_name
from wanderhue.agent.errors import BadInput, PainterError, Refused
from wanderhue.agent.palette import Palette
from wanderhue.agent.scene import Scene, default_seed
from wanderhue.agent.trips import OptionColor
from wanderhue.tools.image_store import ImageStore
from wanderhue.tools.journal import Journal, OrderKey
from wanderhue.tools.look import look_at
from wanderhue.tools.orders import Stopped, buy, sanitize_brief
from wanderhue.tools.painter import Painter, PaintOrder
from wanderhue.tools.threads import in_thread

if TYPE_CHECKING:
    from langchain_core.tools import BaseTool


class GenerateImage(BaseModel):
    """The tool's arguments."""

    prompt: str = Field(description="What to paint, in English or Korean.", min_length=1, max_length=4000)
    palette: list[str] = Field(description="1 to 16 colors, '#rrggbb' or names.", min_length=1, max_length=16)
    scene: dict[str, Any] | None = Field(
        default=None, description="The scene as data; else it is read from the prompt."
    )
    aspect: str = Field(default="16:9", description="From 9:16 to 16:9.", pattern=r"^\d{1,4}:\d{1,4}$")
    seed: int | None = Field(
        default=None, ge=0, description="The same seed paints the same picture where a painter has seeds."
    )


async def generate_image(
    request: GenerateImage,
    *,
    key: OrderKey,
    painter: Painter,
    journal: Journal,
    images: ImageStore,
    profile: str = "family",
) -> dict[str, Any]:
    """Paint one picture and measure it: {blob, width, height, palette_score, seed, cost_usd, sent}.

    Raises `Refused` when the words may not be painted, `PainterError` when there is no picture; a call whose outcome
    is unknown is not repeated under the same key.
    """
    brief = await in_thread(_brief, request)
    safe = await in_thread(sanitize_brief, brief, profile)
    seed = brief.seed if brief.seed is not None else default_seed(brief.scene, 1)
    width, height = await in_thread(painter.size, brief.aspect, None, None)
    order = PaintOrder(safe.prompt, safe.brief, width, height, seed)
    outcome = (await buy(order, key, painter=painter, journal=journal, images=images, progress=_quiet))[-1]
    if isinstance(outcome, Stopped):
        kind = Refused if outcome.code == "refused" else PainterError
        raise kind(f"no picture: {outcome.why or outcome.code}")
    data = await in_thread(images.get, outcome.receipt["blob"])
    look = await in_thread(look_at, data, brief.hexes())
    kept = {name: outcome.receipt[name] for name in ("blob", "seed", "cost_usd", "sent")}
    return {**kept, "width": look.width, "height": look.height, "palette_score": look.score}


def as_tool(
    *, thread: str, painter: Painter, journal: Journal, images: ImageStore, profile: str = "family"
) -> "BaseTool":
    """The tool for a LangChain agent. `thread` names its orders in the journal; each call is a new action.

    The tool answers with JSON text whose `path` is the picture's file where the store is a folder.
    """
    from langchain_core.tools import StructuredTool

    count = [0]

    async def call(**given: Any) -> str:
        count[0] += 1
        key = OrderKey(thread, count[0], 0, 0)
        adapters: dict[str, Any] = {"painter": painter, "journal": journal, "images": images, "profile": profile}
        made = await generate_image(GenerateImage(**given), key=key, **adapters)
        path = getattr(images, "path", None)
        return json.dumps({**made, "path": str(path(made["blob"])) if path else None}, ensure_ascii=False)

    return StructuredTool.from_function(
        coroutine=call,
        name="generate_image",
        description="Paint an illustration in a palette and measure how faithfully the picture keeps to it.",
        args_schema=GenerateImage,
    )


def _brief(request: GenerateImage) -> ImageBrief:
    palette = Palette.from_colors(request.palette)
    from wanderhue.agent.offline.picture import picture_of

    read = None if request.scene else picture_of(request.prompt, "en")
    given = request.scene or (read.scene.model_dump(exclude={"aspect"}) if read and read.scene else {})
    try:
        scene = Scene.model_validate({**given, "aspect": request.aspect})
    except ValueError as error:
        raise BadInput(f"the scene cannot be read: {error}") from error
    colors = tuple(OptionColor(name=plain_name(color), hex=color) for color in palette.hexes)
    uses = tuple(ColorUse(name=color.name, hex=color.hex, object="the picture") for color in colors)
    return ImageBrief(subject=request.prompt, setting=scene.setting, light=scene.time, colors=uses, palette=colors,
                      aspect=request.aspect, seed=request.seed, scene=scene)  # fmt: skip


def _quiet(stage: str, fraction: float, preview: bytes | None) -> None:
    """Nobody watches a tool call."""
