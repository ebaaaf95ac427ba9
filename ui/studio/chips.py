"""Quick suggestions that fit the moment: words that the feedback grammar reads, chosen by what is in the picture."""

from typing import Any

from wanderhue.ui.studio.strings import Lang, text

Words = tuple[str, str]
"""The same wish in English and Korean."""

TIMES: dict[str, Words] = {
    "night": ("Make it night", "밤으로 바꿔 줘"),
    "sunset": ("At sunset", "노을 질 때로"),
    "day": ("In daylight", "낮으로 바꿔 줘"),
}
WEATHERS: dict[str, Words] = {
    "snow": ("Let it snow", "눈이 오게 해 줘"),
    "mist": ("With mist", "안개를 깔아 줘"),
    "rain": ("In the rain", "비가 오게 해 줘"),
}
WITHOUT: dict[str, Words] = {
    "person": ("Without people", "사람은 빼 줘"),
    "bird": ("Without birds", "새는 빼 줘"),
    "boat": ("Without boats", "배는 빼 줘"),
    "sailboat": ("Without sailboats", "돛단배는 빼 줘"),
}
ADD: dict[str, Words] = {
    "seaside": ("Add a sailboat", "돛단배를 더해 줘"),
    "lake": ("Add a canoe", "카누를 더해 줘"),
    "snow": ("Add a cabin", "오두막을 더해 줘"),
    "city": ("Add a balloon", "열기구를 더해 줘"),
    "": ("Add a hot-air balloon", "열기구를 더해 줘"),
}
TONES: tuple[Words, ...] = (("Warmer colors", "색을 더 따뜻하게"), ("A little closer", "조금 더 가까이"))


def for_picture(scene: dict[str, Any], lang: Lang) -> list[str]:
    """Four wishes for the picture of this scene: another hour, something less, something more, another tone."""
    there = {element["kind"] for element in scene["elements"]}
    hour = scene["time"] if scene["time"] in TIMES else "day"
    after = {"day": "sunset", "sunset": "night", "night": "day"}[hour]
    add = ADD.get(scene["setting"], ADD[""])
    words = [TIMES[after]]
    words += [WITHOUT[kind] for kind in WITHOUT if kind in there][:1]
    words += [add] if not any(kind in add[0].lower() for kind in there) else []
    if scene["weather"] == "clear":
        snowy = scene["season"] == "winter" or scene["setting"] == "snow"
        words.append(WEATHERS["snow" if snowy else "mist"])
    words += TONES
    return [pair[1 if lang == "ko" else 0] for pair in words[:4]]


def for_options(lang: Lang) -> list[str]:
    """Wishes at three options."""
    return [text(key, lang) for key in ("chip_more", "chip_closer", "chip_cheapest")]


def examples(lang: Lang) -> list[str]:
    """First words for somebody who does not know what to say."""
    return [text(f"example_{number}", lang) for number in (1, 2, 3, 4)]
