"""A small type to ask for, a good answer, and how both are asked in the tests."""

from typing import Any

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage
from pydantic import BaseModel, Field

from wanderhue.agent.llm.ask import Asked, ask


class Color(BaseModel):
    name: str
    hex: str = Field(pattern=r"^#[0-9a-f]{6}$")


class Option(BaseModel):
    title: str = Field(max_length=60, description="short")
    palette: list[Color] = Field(min_length=2)
    months: list[int] = Field(default_factory=list)


class Trips(BaseModel):
    """A recommendation."""

    reply: str
    options: list[Option] = Field(min_length=3, max_length=3)


def option(title: str) -> dict[str, Any]:
    colors = [{"name": f"{title} blue", "hex": "#1d3557"}, {"name": f"{title} sand", "hex": "#e9c46a"}]
    return {"title": title, "palette": colors, "months": [4, 5]}


GOOD: dict[str, Any] = {"reply": "봄 소풍 좋지요.", "options": [option("제주"), option("Yeosu"), option("Kyoto")]}
MESSAGES: list[BaseMessage] = [SystemMessage("You plan trips."), HumanMessage("a picnic in spring")]


def differences(trips: Trips) -> list[str]:
    """What a planner checks: three titles, each color once, no sentence for everything."""
    faults = []
    if len({each.title for each in trips.options}) < len(trips.options):
        faults.append("options: two have the same title")
    if any(each.title == trips.reply for each in trips.options):
        faults.append("options: a title repeats the reply")
    return faults


async def ask_trips(model: Any, **options: Any) -> Asked[Trips]:
    return await ask(model, Trips, MESSAGES, **{"step": "recommend", "check": differences, "timeout": 5, **options})
