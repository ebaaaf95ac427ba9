"""What a person wants changed, as data: the typed union that the grammar (and later an LLM) reads words into.

A `Reading` holds any number of wishes about the picture, at most one act about the conversation, and every
phrase that was not understood, word for word. `codes()` is the short canonical spelling used by the evaluation
tables: "time:night", "add:boat", "act:undo".
"""

from typing import Annotated, Literal

from pydantic import Field

from wanderhue.agent.scene import Frozen, Place, Season, Style, Time, Weather


class SetTime(Frozen):
    """Another time of day."""

    kind: Literal["time"] = "time"
    time: Time

    def code(self) -> str:
        """'time:night'."""
        return f"time:{self.time}"


class SetWeather(Frozen):
    """Another weather."""

    kind: Literal["weather"] = "weather"
    weather: Weather

    def code(self) -> str:
        """'weather:rain'."""
        return f"weather:{self.weather}"


class SetSeason(Frozen):
    """Another season."""

    kind: Literal["season"] = "season"
    season: Season

    def code(self) -> str:
        """'season:winter'."""
        return f"season:{self.season}"


class SetSetting(Frozen):
    """Another place for the picture: 'on a beach instead'."""

    kind: Literal["setting"] = "setting"
    setting: str
    """'setting/variant', a key of `vocabulary.SETTINGS`."""

    def code(self) -> str:
        """'setting:seaside/beach'."""
        return f"setting:{self.setting}"


class AddElement(Frozen):
    """Something more in the picture."""

    kind: Literal["add"] = "add"
    element: str
    count: int = Field(default=1, ge=1, le=12)
    color: str | None = None
    """'#rrggbb' if a color was named."""
    place: Place = "auto"
    on: str | None = None
    """The kind that wears, holds or carries it: 'a hat on the rabbit'."""
    asked_as: str | None = None
    """The person's word, when `element` is only a stand-in for it."""

    def code(self) -> str:
        """'add:boat', 'add:boat*3', 'add:hat>rabbit', 'add:tower~big ben'."""
        more = f"*{self.count}" if self.count > 1 else ""
        more += f">{self.on}" if self.on else ""
        return f"add:{self.element}{more}" + (f"~{self.asked_as}" if self.asked_as else "")


class RemoveElement(Frozen):
    """Something less: an element's kind or a group ('people', 'animals', ...)."""

    kind: Literal["remove"] = "remove"
    element: str

    def code(self) -> str:
        """'remove:people'."""
        return f"remove:{self.element}"


class Resize(Frozen):
    """An element bigger or smaller."""

    kind: Literal["resize"] = "resize"
    element: str
    direction: Literal["bigger", "smaller"]

    def code(self) -> str:
        """'bigger:tower'."""
        return f"{self.direction}:{self.element}"


class Move(Frozen):
    """An element to the left, the right or the middle."""

    kind: Literal["move"] = "move"
    element: str
    place: Literal["left", "center", "right"]

    def code(self) -> str:
        """'move:boat>left'."""
        return f"move:{self.element}>{self.place}"


class ShiftColors(Frozen):
    """The whole palette in a direction."""

    kind: Literal["shift"] = "shift"
    direction: Literal["warmer", "cooler", "brighter", "darker", "pastel", "muted", "vivid"]

    def code(self) -> str:
        """'shift:warmer'."""
        return f"shift:{self.direction}"


class WeighColor(Frozen):
    """More or less of a color family: 'more red, less pink'."""

    kind: Literal["weigh"] = "weigh"
    color: str
    """A family: red, orange, yellow, green, teal, blue, purple, pink, brown, black, gray, white."""
    direction: Literal["more", "less"]

    def code(self) -> str:
        """'more:red'."""
        return f"{self.direction}:{self.color}"


class UseColor(Frozen):
    """A certain color, for the whole picture or for one element ('a red boat', 'make the roof #b5573f')."""

    kind: Literal["use"] = "use"
    color: str = Field(pattern=r"^#[0-9a-f]{6}$")
    name: str = ""
    """The person's word for it, or '' when a hex was given."""
    element: str | None = None

    def code(self) -> str:
        """'use:#ff0000', 'use:red>boat' (the plain English name where the person named one)."""
        return f"use:{self.name or self.color}" + (f">{self.element}" if self.element else "")


class SetStyle(Frozen):
    """Another drawing style."""

    kind: Literal["style"] = "style"
    style: Style

    def code(self) -> str:
        """'style:line'."""
        return f"style:{self.style}"


class SetAspect(Frozen):
    """Another shape: 'square', 'for my phone', '4:3'."""

    kind: Literal["aspect"] = "aspect"
    aspect: str = Field(pattern=r"^\d{1,4}:\d{1,4}$")

    def code(self) -> str:
        """'aspect:1:1'."""
        return f"aspect:{self.aspect}"


class SetSize(Frozen):
    """A size in pixels; the longest side where only one number was given."""

    kind: Literal["size"] = "size"
    width: int = Field(ge=64, le=2048)
    height: int | None = Field(default=None, ge=64, le=2048)

    def code(self) -> str:
        """'size:1024x768' or 'size:2048'."""
        return f"size:{self.width}" + (f"x{self.height}" if self.height else "")


class Zoom(Frozen):
    """Closer or wider."""

    kind: Literal["zoom"] = "zoom"
    direction: Literal["closer", "wider"]

    def code(self) -> str:
        """'zoom:closer'."""
        return f"zoom:{self.direction}"


class SetTitle(Frozen):
    """The lettering under the picture; empty removes it."""

    kind: Literal["title"] = "title"
    title: str = Field(max_length=60)

    def code(self) -> str:
        """'title:Hello'."""
        return f"title:{self.title}"


Wish = Annotated[
    SetTime
    | SetWeather
    | SetSeason
    | SetSetting
    | AddElement
    | RemoveElement
    | Resize
    | Move
    | ShiftColors
    | WeighColor
    | UseColor
    | SetStyle
    | SetAspect
    | SetSize
    | Zoom
    | SetTitle,
    Field(discriminator="kind"),
]


class Act(Frozen):
    """A move in the conversation rather than a change of the picture."""

    kind: Literal[
        "accept",  # love it, this one
        "vary",  # show me a variation; `strong` says how far
        "undo",
        "redo",
        "first",  # back to the first picture
        "goto",  # a numbered version: "version 2", `number` counts from 1
        "option",  # another of the three options: `number` counts from 1, None = "another option"
        "more",  # three other trips
        "new",  # start over
        "question",
        "smalltalk",  # hello, thanks, ok
    ]
    number: int | None = None
    strong: bool = False

    def code(self) -> str:
        """'act:undo', 'act:goto:2', 'act:vary:strong'."""
        more = f":{self.number}" if self.number is not None else ""
        return f"act:{self.kind}{more}" + (":strong" if self.strong else "")


class Reading(Frozen):
    """How one message of feedback was understood."""

    wishes: tuple[Wish, ...] = ()
    act: Act | None = None
    unknown: tuple[str, ...] = ()
    """Phrases of the message that were not understood, in the person's own words."""

    def codes(self) -> tuple[str, ...]:
        """The canonical spelling, sorted: equal readings have equal codes."""
        codes = [wish.code() for wish in self.wishes]
        if self.act is not None:
            codes.append(self.act.code())
        return tuple(sorted(codes))

    @property
    def understood(self) -> bool:
        """True when something was read and nothing was left over."""
        return bool(self.wishes or self.act) and not self.unknown
