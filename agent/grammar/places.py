"""Which settings a scene has already: 'a boat on the lake' names a place and asks for no other setting."""

from wanderhue.agent.scene import Scene

WATER = frozenset({"seaside", "lake"})
_STRICT = frozenset({"seaside", "city", "oldtown", "desert", "snow"})


def has_water(scene: Scene) -> bool:
    """Whether boats have something to float on."""
    return scene.setting in WATER or f"{scene.setting}/{scene.variant_or_default()}" == "city/riverside"


def is_here(setting: str, scene: Scene) -> bool:
    """Whether 'on the beach' can mean a place in this scene. Hills, fields, woods and water are loosely said."""
    family = setting.partition("/")[0]
    if family == scene.setting:
        return True
    if setting in ("city/riverside", "seaside/beach") or family == "lake":
        return has_water(scene)
    return family not in _STRICT
