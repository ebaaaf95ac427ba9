"""Another take on the same scene: near (a new seed) or far (framing and hour move too), always the same for a seed."""

from wanderhue.agent.scene import Element, Place, Scene, Time
from wanderhue.tools.illustrator.streams import stream

_HOURS: dict[Time, tuple[Time, ...]] = {
    "dawn": ("golden", "day"),
    "day": ("golden", "dawn"),
    "golden": ("sunset", "day"),
    "sunset": ("golden", "dawn"),
    "night": ("night", "sunset"),
}
_OTHER_SIDE: dict[Place, Place] = {"left": "right", "right": "left", "center": "left", "auto": "auto"}


def vary(scene: Scene, seed: int, *, strong: bool) -> tuple[Scene, int]:
    """The scene and seed of a variation; a subtle one keeps the scene, a strong one changes how it is seen.

    A strong variation flips the picture, moves the horizon, may change the hour (within the mood: never from day
    to night) and moves the first placed element to the other third.
    """
    fresh = stream(seed, "vary/strong" if strong else "vary/subtle").getrandbits(31)
    if not strong:
        return scene, fresh
    rng = stream(fresh, "vary/how")
    horizon = max(-0.08, min(0.08, scene.horizon + rng.choice((-0.05, -0.03, 0.03, 0.05))))
    hour = rng.choice((scene.time, *_HOURS[scene.time]))
    change = {
        "mirror": not scene.mirror,
        "horizon": round(horizon, 3),
        "time": hour,
        "zoom": round(min(1.8, max(0.6, scene.zoom * rng.choice((0.92, 1.0, 1.1)))), 3),
        "elements": _moved(scene.elements),
    }
    return scene.model_copy(update=change), fresh


def _moved(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    return tuple(element.model_copy(update={"place": _OTHER_SIDE[element.place]}) for element in elements)
