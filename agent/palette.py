"""A palette: 1 to 16 colors in order, each with a name in both languages, and how far apart two palettes are."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from wanderhue.agent.color_names import plain_name
from wanderhue.agent.errors import BadColor
from wanderhue.agent.oklab import distance, fit_gamut, hex_to_oklab, oklab_to_hex
from wanderhue.agent.palette_text import split_colors
from wanderhue.agent.rgb import Rgb

MOST_COLORS = 16


@dataclass(frozen=True, slots=True)
class PaletteColor:
    """A color of a palette. Names are what somebody called it; '' means the nearest plain name is used."""

    rgb: Rgb
    en: str = field(default="", compare=False)
    ko: str = field(default="", compare=False)

    @property
    def hex(self) -> str:
        """'#rrggbb'."""
        return self.rgb.hex

    def name(self, lang: str = "en") -> str:
        """Its name in 'en' or 'ko'."""
        return (self.ko if lang == "ko" else self.en) or plain_name(self.hex, lang)

    @classmethod
    def of(cls, color: object) -> Self:
        """Anything that says a color: an Rgb, text, three numbers, or a value or dict with hex and name."""
        if isinstance(color, str):
            rgb, said = Rgb.parse(color), " ".join(color.split())
            if re.fullmatch(r"#?[0-9a-f]+|.*\d.*", said, re.IGNORECASE):
                return cls(rgb)
            return cls(rgb, ko=said) if re.search("[가-힣]", said) else cls(rgb, en=said)
        if isinstance(color, Mapping) and "hex" in color:
            said = str(color.get("name") or "")
            return cls(Rgb.parse(color["hex"]), en=str(color.get("en", said)), ko=str(color.get("ko", said)))
        if isinstance(hexed := getattr(color, "hex", None), str):
            one = getattr(color, "name", "")
            one = one if isinstance(one, str) else ""
            return cls(Rgb.parse(hexed), en=getattr(color, "en", one), ko=getattr(color, "ko", one))
        return cls(Rgb.parse(color))  # type: ignore[arg-type]  # parse says what is wrong with anything else


@dataclass(frozen=True, slots=True)
class Palette:
    """1 to 16 colors in order; a color may be there twice (`duplicates` says so). Equal colors make equal palettes."""

    colors: tuple[PaletteColor, ...]

    def __post_init__(self) -> None:
        if not 1 <= len(self.colors) <= MOST_COLORS:
            what = "is empty: give at least one color" if not self.colors else f"has {len(self.colors)} colors"
            raise BadColor(f"The palette {what}; a palette has 1 to {MOST_COLORS}", "")

    @classmethod
    def from_hex(cls, hexes: Iterable[str]) -> Self:
        """From '#rrggbb' strings (every other spelling of `Rgb.parse` works too)."""
        if isinstance(hexes, str):
            return cls.parse(hexes)
        return cls.from_colors(hexes)

    @classmethod
    def from_colors(cls, colors: Iterable[object]) -> Self:
        """From colors of any kind: Rgb, text, (r, g, b), or values and dicts with `hex` and a name."""
        if not isinstance(colors, Iterable) or isinstance(colors, bytes | Mapping):
            raise BadColor(f"{colors!r:.40} is no list of colors: give ['#1d3557', 'navy'] or '#1d3557 navy'", "")
        return cls(tuple(PaletteColor.of(color) for color in colors))

    @classmethod
    def parse(cls, text: str) -> Self:
        """From text: '#1d3557 #e63946, navy, sky blue, 남색'. Commas, spaces and new lines separate the colors."""
        return cls.from_colors(split_colors(text, most=MOST_COLORS))

    @classmethod
    def of(cls, palette: "Palette | str | Iterable[object]") -> "Palette":
        """A palette from whatever says one: itself, text, or colors of any kind."""
        if isinstance(palette, Palette):
            return palette
        return cls.parse(palette) if isinstance(palette, str) else cls.from_colors(palette)

    @property
    def hexes(self) -> tuple[str, ...]:
        """'#rrggbb' of each color."""
        return tuple(color.hex for color in self.colors)

    @property
    def duplicates(self) -> tuple[str, ...]:
        """The colors that are there more than once, each named once."""
        return tuple(dict.fromkeys(one for one in self.hexes if self.hexes.count(one) > 1))

    def names(self, lang: str = "en") -> tuple[str, ...]:
        """The name of each color in 'en' or 'ko': its own, or else the nearest plain one."""
        return tuple(color.name(lang) for color in self.colors)

    def oklab(self) -> NDArray[np.float64]:
        """The colors in OKLab, (n, 3)."""
        return hex_to_oklab(self.hexes)

    def distance(self, other: "Palette | Sequence[object]") -> float:
        """How far apart two palettes are, symmetric and free of order; 0 for the same colors.

        The mean, over the colors of both, of the distance to the nearest color of the other palette (a Chamfer
        distance; OKLab with doubled a and b, each palette weighing half). Palettes of unlike trips are 0.08 to
        0.2 apart; below 0.05 they look alike.
        """
        apart = distance(self.oklab()[:, None], Palette.of(other).oklab()[None])
        return round(float(apart.min(axis=1).mean() + apart.min(axis=0).mean()) / 2, 9)

    def for_drawing(self) -> "Palette":
        """3 to 8 colors to draw with: a dark and a light tint added to fewer, the 8 farthest apart of more."""
        lab = self.oklab()
        if len(self) < 3:
            tints = [fit_gamut([light, *lab[0, 1:] * 0.5]) for light in (0.30, 0.95)]
            return Palette((*self.colors, *(PaletteColor(Rgb.parse(oklab_to_hex(tint))) for tint in tints)))
        kept = [int(np.argmin(lab[:, 0]))]
        while len(kept) < min(8, len(self)):
            kept.append(int(np.argmax(distance(lab[:, None], lab[kept][None]).min(axis=1))))
        return Palette(tuple(self.colors[index] for index in sorted(set(kept)))) if len(self) > 8 else self

    def to_json(self, lang: str = "en") -> list[dict[str, Any]]:
        """[{name, hex, rgb}, ...]: plain JSON."""
        return [{"name": color.name(lang), "hex": color.hex, "rgb": list(color.rgb)} for color in self.colors]

    def __iter__(self) -> Iterator[PaletteColor]:
        return iter(self.colors)

    def __len__(self) -> int:
        return len(self.colors)

    def __getitem__(self, index: int) -> PaletteColor:
        return self.colors[index]

    def __str__(self) -> str:
        return " ".join(self.hexes)

    def _repr_html_(self) -> str:
        """Swatches for a notebook; names are escaped."""
        cells = "".join(
            f'<div style="width:96px;font:12px sans-serif"><div style="height:56px;border-radius:6px;'
            f'border:1px solid #0002;background:{color.hex}"></div>{html.escape(color.name())}<br>'
            f"<code>{color.hex}</code></div>"
            for color in self.colors
        )
        return f'<div style="display:flex;flex-wrap:wrap;gap:8px">{cells}</div>'
