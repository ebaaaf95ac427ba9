"""Nothing reaches a painter unsafe: from a brief to an order."""

import pytest

from wanderhue.agent.brief import ImageBrief
from wanderhue.agent.errors import Refused
from wanderhue.agent.sanitizer import SafePrompt
from wanderhue.agent.scene import Scene
from wanderhue.agent.trips import OptionColor
from wanderhue.tools.orders import digest_of, sanitize_brief
from wanderhue.tools.painter import PaintOrder


def brief(subject: str = "a lake with a boat", **scene: object) -> ImageBrief:
    palette = (OptionColor(name="ink", hex="#1d2440"),)
    return ImageBrief(subject=subject, setting="a lake", light="day", scene=Scene(**scene), palette=palette)  # type: ignore[arg-type]


def test_a_harmless_brief_passes_unchanged_with_the_profiles_line() -> None:
    safe = sanitize_brief(brief(title="Lake Bled"), "family")
    assert safe.brief.scene.title == "Lake Bled"
    assert safe.prompt.text.startswith(brief().prompt()[:40])
    assert "children" in safe.prompt.text
    assert safe.removed == ()


def test_a_forbidden_subject_or_title_is_refused() -> None:
    with pytest.raises(Refused):
        sanitize_brief(brief("a bloody murder scene"), "family")
    with pytest.raises(Refused):
        sanitize_brief(brief(title="Naked sex party"), "family")


def test_an_order_cannot_be_made_with_a_prompt_of_ones_own() -> None:
    with pytest.raises(TypeError):
        SafePrompt("key", "text", {}, None, "family")  # type: ignore[arg-type]


def test_the_digest_tells_requests_apart_and_nothing_else() -> None:
    safe = sanitize_brief(brief(), "family")
    order = PaintOrder(safe.prompt, safe.brief, 64, 64, 1)
    same = PaintOrder(safe.prompt, safe.brief, 64, 64, 1, key="another key")
    assert digest_of(order) == digest_of(same)
    for other in (
        PaintOrder(safe.prompt, safe.brief, 64, 64, 2),
        PaintOrder(safe.prompt, safe.brief, 64, 65, 1),
        PaintOrder(safe.prompt, safe.brief, 64, 64, 1, operation="vary"),
        PaintOrder(safe.prompt, safe.brief, 64, 64, 1, mask=b"x"),
    ):
        assert digest_of(order) != digest_of(other)
