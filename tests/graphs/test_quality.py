"""How large pictures are painted: the sizes of today stay, and so do the digests of orders of before the setting."""

import hashlib
import json

import pytest

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.scene import Scene
from wanderhue.agent.settings import Quality
from wanderhue.agent.trips import OptionColor
from wanderhue.tools.illustrator_painter import IllustratorPainter
from wanderhue.tools.orders import digest_of, sanitize_brief, size_for
from wanderhue.tools.painter import PaintOrder


def brief(**slots: object) -> ImageBrief:
    palette = (OptionColor(name="ink", hex="#1d2440"),)
    return ImageBrief(subject="a lake", setting="a lake", light="day", scene=Scene(), palette=palette, **slots)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("aspect", "draft", "standard", "fine"),
    [
        ("1:1", (640, 640), (1024, 1024), (2048, 2048)),
        ("16:9", (840, 472), (1344, 756), (2048, 1152)),
        ("9:16", (472, 840), (756, 1344), (1152, 2048)),
    ],
)
def test_the_illustrators_sizes(
    aspect: str, draft: tuple[int, int], standard: tuple[int, int], fine: tuple[int, int]
) -> None:
    painter = IllustratorPainter()
    sizes: dict[Quality, tuple[int, int]] = {"draft": draft, "standard": standard, "fine": fine}
    for quality, size in sizes.items():
        assert size_for(brief(aspect=aspect, quality=quality), painter) == size


def test_exact_pixels_win_over_the_quality() -> None:
    painter = IllustratorPainter()
    assert size_for(brief(width=800, height=600, quality="fine"), painter) == (800, 600)
    assert size_for(brief(width=800, quality="draft"), painter) == (800, 450)


def test_an_order_of_before_keeps_its_digest() -> None:
    safe = sanitize_brief(brief(), "family")
    order = PaintOrder(safe.prompt, safe.brief, 64, 64, 1)
    dump = safe.brief.model_dump(mode="json")
    known = {
        "brief": {name: value for name, value in dump.items() if name not in ("quality", "photo", "own")},
        "prompt": safe.prompt.text,
        "size": [64, 64],
        "seed": 1,
        "operation": "generate",
        "strong": False,
        "variant": 0,
        "base": "",
        "mask": "",
    }
    assert digest_of(order) == hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()
    other = sanitize_brief(brief(quality="fine"), "family")
    assert digest_of(PaintOrder(other.prompt, other.brief, 64, 64, 1)) != digest_of(order)
