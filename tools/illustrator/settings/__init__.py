"""The eight settings: each variant is a function that builds its landscape on a `Site` and returns its `Stage`."""

from wanderhue.tools.illustrator.settings import (
    city,
    desert,
    fields,
    forest,
    lake,
    meadows,
    oldtown,
    seaside,
    snow,
    square,
)
from wanderhue.tools.illustrator.site import Site, Stage

_BUILDERS = {
    **seaside.VARIANTS, **lake.VARIANTS, **city.VARIANTS, **oldtown.VARIANTS, **square.VARIANTS,
    **fields.VARIANTS, **meadows.VARIANTS, **desert.VARIANTS, **forest.VARIANTS, **snow.VARIANTS,
}  # fmt: skip


def build(site: Site) -> Stage:
    """The landscape of the scene's setting and variant, drawn on the site's sheet."""
    return _BUILDERS[site.scene.setting, site.scene.variant_or_default()](site)
