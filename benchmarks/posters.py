"""Contact sheets of what the illustrator draws, with the palette score of every picture.

    python benchmarks/posters.py --out out/posters [--only seaside] [--longest 640] [--save]

`settings.png` shows every setting and variant at three aspects, `prompts.png` twelve scenes that people ask for.
"""

import argparse
import io
import statistics
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from wanderhue.agent.scene import Element, Scene, default_seed
from wanderhue.tools.illustrator.draw import draw, size_of
from wanderhue.tools.score import score_palette

ASPECTS = ("1:1", "16:9", "9:16")


@dataclass(frozen=True)
class Poster:
    """A scene with the palette to paint it in."""

    scene: Scene
    palette: tuple[str, ...]


def _poster(palette: str, *elements: Element, **fields: object) -> Poster:
    scene = Scene.model_validate({**fields, "elements": elements})
    return Poster(scene, tuple(f"#{part}" for part in palette.split()))


def one(kind: str, **fields: object) -> Element:
    """An element of a kind."""
    return Element.model_validate({"kind": kind, **fields})


SETTINGS: tuple[Poster, ...] = (
    _poster("12344d 1b98a6 8fd6d2 f6c667 e4572e 2f7d4f fdf3df", setting="seaside", variant="beach", title="Palawan",
            local_title="팔라완", subtitle="Slow days"),
    _poster("10243e 1f5f8b f08a4b e4572e fbd98a 3f7a5a fff1d6", setting="seaside", variant="cliff", time="sunset",
            title="Cape Faro", subtitle="Sunset coast"),
    _poster("1d2a44 3f7cac f4a259 d1495b f8d9a0 7aa37a fdf4e3", setting="seaside", variant="harbor", time="golden",
            title="Porto", local_title="포르투", subtitle="River light"),
    _poster("0e1b2e 23466e 3f9aa0 f5b942 e8563a 1f4a3d f7ecd9", setting="lake", variant="alpine", time="night",
            title="Lake Moraine", subtitle="Under the stars"),
    _poster("22304f 6d8fb8 f2b5a7 f7d08a 4f7f6a c9675b fbf1e4", setting="lake", variant="calm", time="dawn",
            title="Lake Bled", local_title="블레드", subtitle="First light"),
    _poster("1a1333 4b2e83 a4508b f2727f ffc36b fff3e2", setting="city", variant="skyline", time="night",
            title="Manhattan", subtitle="After hours"),
    _poster("1f2c4c 4f86c6 f4a6a0 f2c14e e4572e 5f9e6e fbf3e4", setting="city", variant="riverside", time="golden",
            title="Seoul", local_title="서울", subtitle="Han river evening"),
    _poster("2b2a3a 7fa6c4 d7304f f0b13c f2e3c6 5f7a4c f39c7a", setting="oldtown", variant="temple", time="golden",
            season="autumn", title="Kyoto", local_title="교토", subtitle="Autumn leaves"),
    _poster("232f4b 5f8ec4 f2a0bd 7d9b63 8c4a3a f7c873 f8efe2", setting="oldtown", variant="hanok", season="spring",
            title="Bukchon", local_title="북촌", subtitle="Spring in Seoul"),
    _poster("2c2b45 6fa0cf e2674a f3b562 f2c9b5 7c9c6b fcf2e2", setting="oldtown", variant="european",
            title="Prague", local_title="프라하", subtitle="Red roofs"),
    _poster("2b2250 6c4aa8 b98fd0 f4a3b5 f7c46c 5b7d4f fbefe0", setting="fields", variant="lavender", time="dawn",
            season="summer", title="Provence", local_title="프로방스", subtitle="Lavender season"),
    _poster("233a57 4fa3d9 d7263d f3b61f f49db4 6a3d9a 3f7d3f fff7e8", setting="fields", variant="tulip",
            season="spring", title="Keukenhof", subtitle="April bloom"),
    _poster("17352c 3f7d4e 7fb069 a9d0e3 f3d27a d9743f f9f3e0", setting="fields", variant="green_tea",
            title="Boseong", local_title="보성", subtitle="Tea terraces"),
    _poster("1f3b4d 76b5d6 f7c92e f08c2e 5a9a4d fff6dc", setting="fields", variant="daffodil", season="spring",
            title="Grasmere", subtitle="Daffodil walk"),
    _poster("1c3550 4a9cc9 f6cf36 e8893a 5c9b55 3f4a56 fff7e0", setting="fields", variant="canola", season="spring",
            title="Jeju", local_title="제주", subtitle="Canola in bloom"),
    _poster("203047 6aa4d8 e4577a f4c24a 8a63b8 4d8f57 fff6ea", setting="fields", variant="meadow", season="summer",
            title="Dolomiti", subtitle="High meadow"),
    _poster("2a1a3e 3f5e9a ff7f6b d1542f f4b860 fbe3b5", setting="desert", variant="dunes", time="sunset",
            title="Sahara", subtitle="Caravan at dusk"),
    _poster("3a1f33 7f9fcb c8503a e8894a f6c98a 5a8a86 fdf0dc", setting="desert", variant="canyon", time="dawn",
            title="Moab", subtitle="Sunrise rim"),
    _poster("0f2a22 3f7052 9bb98a 7d9cc0 f2b84b c8502f f6ecd6", setting="forest", variant="pine", time="dawn",
            title="Seorak", local_title="설악산", subtitle="Morning trail"),
    _poster("27324a 86aacb d9793d e9b44c 7c9a54 b5483a faf0dc", setting="forest", variant="hills", time="golden",
            season="autumn", title="Cotswolds", subtitle="Slow lanes"),
    _poster("28334f 7fb4de f5a3bd e2596b 7fae68 f6d27e fdf5ea", setting="forest", variant="park", season="spring",
            title="Yeouido", local_title="여의도", subtitle="Cherry picnic"),
    _poster("14233f 4f79a8 b9d3e8 c8382f f3bc5d 2c5344 f6f8fb", setting="snow", variant="village", time="night",
            season="winter", title="Bernina", subtitle="Winter lights"),
    _poster("16294a 4c8fd0 a9d3f0 e8472f f7b733 2f5d50 fbfdff", setting="snow", variant="slopes", season="winter",
            title="Niseko", local_title="니세코", subtitle="Powder days"),
)  # fmt: skip

PROMPTS: tuple[Poster, ...] = (
    _poster("2f4858 8fb8c9 f7d148 f2a154 7ba05b e8736c fbf4e0", one("rabbit", riding="horse", holding=("lollipop",)),
            setting="fields", variant="daffodil", time="dawn", weather="mist", season="spring"),
    _poster("25304f 7c93c9 f3b0b4 f8cf8a c96a4b 6f8f6a fcf0e3", one("dog"), one("eiffel_tower"),
            setting="city", variant="riverside", time="dawn"),
    _poster("2b2540 5d6fa8 f28f5c f7c66d d9534f 6f7f5f fdf0dd", one("child", holding=("teddy",)), one("arch"),
            setting="oldtown", variant="european", time="golden"),
    _poster("28334f 7fb4de f5a3bd e2596b 7fae68 f6d27e fdf5ea", one("cherry", count=3),
            one("picnic", count=3, color="#fdf5ea"), one("person", count=2),
            setting="forest", variant="park", season="spring"),
    _poster("3a1f33 7f9fcb c8503a e8894a f6c98a 5a8a86 fdf0dc", one("balloon", count=5), setting="desert",
            variant="canyon", time="dawn"),
    _poster("14233f 4f79a8 b9d3e8 c8382f f3bc5d 2c5344 f6f8fb", one("train"), one("bridge"), setting="snow",
            variant="village", season="winter"),
    _poster("0e1b2e 23466e 3f9aa0 f5b942 e8563a 1f4a3d f7ecd9", one("tent"), one("campfire"), one("person", count=2),
            setting="lake", variant="alpine", time="night"),
    _poster("1b2b3f 4a6b85 8fa9b5 d9483b f2c46d 5f7f6f f3efe4", one("lighthouse"), setting="seaside", variant="cliff",
            weather="rain"),
    _poster("141d3a 3b5b92 9db8dd e0503f f6c25b 4b6a58 f7f5f0", one("hanok", count=2), one("lantern", count=4),
            setting="oldtown", variant="hanok", time="night", weather="snow", season="winter"),
    _poster("17352c 3f7d4e 7fb069 a9d0e3 f3d27a d9743f f9f3e0", one("bicycle"), setting="fields", variant="green_tea"),
    _poster("1a1333 4b2e83 a4508b f2727f ffc36b fff3e2", one("fireworks", count=4), one("sailboat"), setting="city",
            variant="skyline", time="night"),
    _poster("2d2433 8aa6bf c8402f e98b2d f4c95d 6b7a48 faf0dd", one("cat", riding="bench"), one("maple", count=3),
            setting="forest", variant="park", season="autumn", time="golden"),
)  # fmt: skip


def _draw(poster: Poster, aspect: str, longest: int | None) -> tuple[Image.Image, float, float]:
    """The picture, its palette score and the seconds it took."""
    width, height = size_of(aspect, longest)
    began = time.perf_counter()
    drawing = draw(poster.scene, poster.palette, seed=default_seed(poster.scene, 1), width=width, height=height)
    seconds = time.perf_counter() - began
    return Image.open(io.BytesIO(drawing.png)), score_palette(drawing.png, poster.palette).score, seconds


def _sheet(pictures: Iterable[Image.Image], across: int, path: Path) -> None:
    """Pictures in rows of one height, `across` pixels wide."""
    gap, tall = 10, 380
    rows: list[list[Image.Image]] = [[]]
    x = 0
    for picture in pictures:
        small = picture.resize((round(picture.width * tall / picture.height), tall), Image.Resampling.LANCZOS)
        if x + small.width > across:
            rows.append([])
            x = 0
        rows[-1].append(small)
        x += small.width + gap
    sheet = Image.new("RGB", (across, len(rows) * (tall + gap)), "#3a3a3c")
    for k, row in enumerate(rows):
        x = 0
        for small in row:
            sheet.paste(small, (x, k * (tall + gap)))
            x += small.width + gap
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path)


def _run(
    posters: Iterable[Poster], aspects: tuple[str, ...], args: argparse.Namespace, scores: list[float]
) -> Iterator[Image.Image]:
    for poster in posters:
        for aspect in aspects:
            picture, score, seconds = _draw(poster, aspect, args.longest)
            scores.append(score)
            scene = poster.scene
            name = f"{scene.setting}/{scene.variant_or_default()}"
            kinds = " ".join(element.kind for element in scene.elements)
            print(f"{name:20} {aspect:5} {scene.time:7} {score:5.1f}  {seconds * 1000:5.0f} ms  {kinds}")
            if args.save:
                picture.save(args.out / f"{name.replace('/', '-')}-{aspect.replace(':', 'x')}-{len(scores)}.png")
            yield picture


def main() -> None:
    """Draw the sheets and print a line for each picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out/posters"))
    parser.add_argument("--only", default="", help="part of setting/variant")
    parser.add_argument("--longest", type=int, default=None, help="pixels of the longer side")
    parser.add_argument("--save", action="store_true", help="also each picture by itself")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for file, posters, aspects in (("settings.png", SETTINGS, ASPECTS), ("prompts.png", PROMPTS, ("1:1", "16:9"))):
        chosen = [p for p in posters if args.only in f"{p.scene.setting}/{p.scene.variant_or_default()}"]
        scores: list[float] = []
        if chosen:
            _sheet(_run(chosen, aspects, args, scores), 2600 if file == "settings.png" else 2200, args.out / file)
            print(f"{file}: {len(scores)} pictures, score mean {statistics.mean(scores):.1f}, least {min(scores):.1f}")


if __name__ == "__main__":
    main()
