"""From what the screen shows to the HTML of its regions: Jinja templates with everything escaped."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from wanderhue.ui.studio.icons import icon
from wanderhue.ui.studio.screen import Screen
from wanderhue.ui.studio.strings import Lang, markup

REGIONS = ("top", "log", "chips", "stage", "strip", "live")
"""The parts of the page that the server writes, by the name of their component and of their template."""


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("wanderhue.ui.studio"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _template(name: str) -> Template:
    return _environment().get_template(f"{name}.html")


def _words(lang: Lang) -> dict[str, Any]:
    def t(key: str, **slots: object) -> Markup:
        return markup(key, lang, **slots)

    return {"t": t, "icon": icon, "kbd": lambda key: Markup("<kbd>{}</kbd>").format(key)}


def regions(screen: Screen) -> dict[str, str]:
    """{region: HTML} of the whole page."""
    return {name: region(name, screen) for name in REGIONS}


def region(name: str, screen: Screen) -> str:
    """The HTML of one region."""
    return _template(name).render(s=screen, **_words(screen.lang))


def drawer(content: dict[str, Any], lang: Lang) -> str:
    """The drawer at the side; an empty `kind` closes it."""
    return _template("drawer").render(d=content, **_words(lang))
