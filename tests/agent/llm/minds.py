"""A chat model that answers as told and keeps a history, and builders for what it answers."""

import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import Field

Row = dict[str, Any]
Told = Row | str | Exception | Callable[[str], Row]


class ToldModel(BaseChatModel):
    """Gives its `answers` one after the other; the last stays. `asked` holds the messages of every call."""

    answers: list[Any]
    asked: list[list[BaseMessage]] = Field(default_factory=list)
    said: list[str] = Field(default_factory=list)
    """What was already written at each piece of a streamed answer."""

    @property
    def _llm_type(self) -> str:
        return "told"

    def _next(self, messages: list[BaseMessage]) -> str:
        self.asked.append(list(messages))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        if callable(answer):
            answer = answer(str(messages[-1].content))
        return answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(self._next(messages)))])

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        for piece in pieces(self._next(messages)):
            self.said.append(piece)
            yield ChatGenerationChunk(message=AIMessageChunk(content=piece))
        yield ChatGenerationChunk(message=AIMessageChunk(content="", response_metadata={"finish_reason": "stop"}))

    def prompt(self, call: int = -1) -> str:
        """The turn's message of a call."""
        return str(self.asked[call][1].content)


def pieces(text: str) -> Iterator[str]:
    for start in range(0, len(text), 16):
        yield text[start : start + 16]


SAFE = {"verdict": "allowed", "category": "", "phrase": "", "suggestion": ""}
PALETTES = {
    "kyoto": ["#2a2320", "#f6eddc", "#c8402f", "#d99a4e", "#5f7050"],
    "busan": ["#16324f", "#f3f6f4", "#2f86b0", "#f0b84b", "#8fb9c6"],
    "jeju": ["#1f2d24", "#fbf4d6", "#f2cf2e", "#4f8f5b", "#7fb3d5"],
    "paris": ["#2b2a3d", "#f4ece4", "#b4718c", "#8a86b0", "#d8b59a"],
}
NAMES = {
    "ko": ["그늘", "종이", "포인트", "햇살", "바탕"],
    "en": ["shade", "paper", "accent", "sunlight", "ground"],
}
PLACES: dict[str, Row] = {
    "kyoto": {
        "title": {"en": "Under the maples of Arashiyama", "ko": "아라시야마 단풍길"},
        "place": {"en": "Kyoto, Japan", "ko": "일본 교토"},
        "place_en": "Kyoto, Japan", "country": "JP", "latitude": 35.0, "months": [11], "season": "autumn",
        "why": {"en": "Maples redden along the Katsura river.", "ko": "가쓰라 강을 따라 단풍이 붉게 물들어요."},
        "mood": {"en": "hushed and golden", "ko": "고요한 금빛"},
        "scene": {"setting": "oldtown/temple", "time": "golden", "weather": "clear",
                  "elements": [{"kind": "maple", "word": "", "count": 3}, {"kind": "bridge", "word": "", "count": 1}]},
    },
    "busan": {
        "title": {"en": "Sea train to Cheongsapo", "ko": "청사포 해변열차"},
        "place": {"en": "Cheongsapo, Busan", "ko": "부산 청사포"},
        "place_en": "Cheongsapo, Busan", "country": "KR", "latitude": 35.16, "months": [5, 6, 10, 11],
        "season": "autumn",
        "why": {"en": "A small train runs right above the waves.", "ko": "파도 바로 위로 작은 열차가 달려요."},
        "mood": {"en": "breezy and bright", "ko": "시원하고 밝은"},
        "scene": {"setting": "seaside/harbor", "time": "day", "weather": "clear",
                  "elements": [{"kind": "train", "word": "", "count": 1},
                               {"kind": "lighthouse", "word": "", "count": 2}]},
    },
    "jeju": {
        "title": {"en": "Silver grass at Saebyeol Oreum", "ko": "새별오름 억새"},
        "place": {"en": "Saebyeol Oreum, Jeju", "ko": "제주 새별오름"},
        "place_en": "Saebyeol Oreum, Jeju", "country": "KR", "latitude": 33.37, "months": [10, 11],
        "season": "autumn",
        "why": {"en": "A whole hill of silver grass leans with the wind.", "ko": "오름 하나가 온통 억새로 출렁여요."},
        "mood": {"en": "wide and windy", "ko": "탁 트인 바람"},
        "scene": {"setting": "fields/meadow", "time": "sunset", "weather": "clear",
                  "elements": [{"kind": "grass", "word": "", "count": 4}, {"kind": "person", "word": "", "count": 2}]},
    },
    "paris": {
        "title": {"en": "Blue hour on the Pont Neuf", "ko": "퐁뇌프의 푸른 시간"},
        "place": {"en": "Pont Neuf, Paris", "ko": "파리 퐁뇌프"},
        "place_en": "Pont Neuf, Paris", "country": "FR", "latitude": 48.86, "months": [9, 10, 11],
        "season": "autumn",
        "why": {"en": "Street lamps light up along the Seine.", "ko": "센 강을 따라 가로등이 켜져요."},
        "mood": {"en": "dreamy and lilac", "ko": "꿈꾸는 보랏빛"},
        "scene": {"setting": "city/riverside", "time": "night", "weather": "clear",
                  "elements": [{"kind": "bridge", "word": "", "count": 1},
                               {"kind": "lantern", "word": "", "count": 4}]},
    },
}  # fmt: skip


def option(name: str = "kyoto", lang: str = "en", **changes: Any) -> Row:
    """A good option."""
    row = {
        key: value[lang] if isinstance(value, dict) and lang in value else value for key, value in PLACES[name].items()
    }
    high = {
        "en": ["a first thing to see", "a second one", "a third one"],
        "ko": ["첫째 볼거리", "둘째 볼거리", "셋째 볼거리"],
    }
    palette = [{"name": said, "hex": value} for said, value in zip(NAMES[lang], PALETTES[name], strict=True)]
    return {**row, "highlights": high[lang], "palette": palette, **changes}


def recommended(*options: Row, lang: str = "en", **changes: Any) -> Row:
    """A good answer with options; by default three."""
    reply = {"en": "Three autumn ideas, each in its own light.", "ko": "가을에 어울리는 세 곳이에요."}[lang]
    request = {"en": "an autumn trip in November", "ko": "11월 가을 여행"}[lang]
    rows = list(options) or [option(name, lang) for name in ("kyoto", "busan", "jeju")]
    return {"kind": "options", "safety": SAFE, "reply": reply, "options": rows, "index": 0, "request": request,
            "keywords": ["Arashiyama maples"], **changes}  # fmt: skip


def wish(kind: str, value: str = "", **more: Any) -> Row:
    """One wish as a model writes it."""
    return {"kind": kind, "value": value, "element": "none", "word": "", "count": 1, "color": "", "place": "none",
            "on": "none", **more}  # fmt: skip


def expanded(*wishes: Row, palette: list[str] | None = None, **changes: Any) -> Row:
    """A good answer to an expansion; with `palette` it is one for a new picture."""
    new = {
        "medium": "screen-printed travel poster illustration",
        "subject": "two friends walking under red maples",
        "setting": "the riverside of Arashiyama in Kyoto in autumn",
        "light": "low golden light from the left, clear air",
        "shot": "wide shot at eye level",
        "style": "flat shapes with a fine print grain",
    }
    kept = dict.fromkeys(new, "")
    objects = ("the outlines", "the sky", "the maples", "the light on the water", "the hills", "the path")
    colors = [{"hex": value, "name": "", "object": place} for value, place in zip(palette or [], objects, strict=False)]
    return {"safety": SAFE, "act": {"kind": "none", "number": 0, "strong": False}, "wishes": list(wishes),
            "words_only": [], "unknown": [], **(new if palette else kept), "negative": [], "colors": colors,
            "reply": "Here it is.", **changes}  # fmt: skip
