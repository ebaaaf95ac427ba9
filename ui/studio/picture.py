"""The picture's part of the screen: title, measured palette, prompt card and facts, from a view's image."""

import time
from typing import Any

from wanderhue.ui.studio.strings import Lang, money, text

SHAPES = (("postcard", "3:2"), ("phone", "9:16"), ("slide", "16:9"), ("square", "1:1"), ("portrait", "3:4"))
"""Purposes and the aspects that serve them."""
_SLOTS = (("subject", True), ("setting", False), ("light", False), ("style", False), ("medium", False), ("shot", False),
          ("text", False), ("negative", False))  # fmt: skip


def title_of(brief: dict[str, Any], lang: Lang, *, photo: bool = False) -> str:
    """The place or subject in the person's language."""
    if photo:
        return text("photo_title", lang)
    scene = brief["scene"]
    title = (scene.get("local_title") if lang == "ko" else "") or scene.get("title")
    title = title or (text("did_picture", lang) if lang == "ko" else brief["subject"])
    return str(title[:1].upper() + title[1:])


def picture(image: dict[str, Any], rows: list[dict[str, Any]], lang: Lang) -> dict[str, Any]:
    """What the print and the inspector's head show."""
    brief, numbers = image["brief"], {row["id"]: row["number"] for row in rows}
    photo = image["painter"] == "photo"
    size = f"{image['width']} × {image['height']}"
    line = [text("version_n", lang, n=image["number"])]
    if image["parent"] in numbers:
        line.append(text("from_version", lang, n=numbers[image["parent"]]))
    return {
        "id": image["id"],
        "parent": image["parent"],
        "width": image["width"],
        "height": image["height"],
        "aspect": brief["aspect"],
        "title": title_of(brief, lang, photo=photo),
        "alt": _alt(brief, lang, photo=photo),
        "line": " · ".join([", ".join(line) if lang == "en" else " · ".join(line), size]),
        "palette": brief["palette"],
        "hexes": [color["hex"] for color in brief["palette"]],
        "cost": money(image["cost"], lang),
        "facts": _facts(image, lang),
    }


def _alt(brief: dict[str, Any], lang: Lang, *, photo: bool) -> str:
    """What a screen reader says of the picture: title and subject; in Korean the colors, since briefs are English."""
    title = title_of(brief, lang, photo=photo)
    if photo:
        return title
    return f"{title}: " + (", ".join(color["name"] for color in brief["palette"]) if lang == "ko" else brief["subject"])


def _facts(image: dict[str, Any], lang: Lang) -> list[dict[str, str]]:
    sent, got = image.get("sent") or {}, image.get("got") or {}
    asked = f"{sent.get('width', image['width'])} × {sent.get('height', image['height'])}"
    found = f"{got.get('width', image['width'])} × {got.get('height', image['height'])}"
    size = found if asked == found else text("fact_size_differs", lang, asked=asked, got=found)
    facts = [("fact_size", size), ("fact_painter", painter_name(image["painter"], lang))]
    if image["seed"] is not None:
        facts.append(("fact_seed", str(image["seed"])))
    facts.append(("fact_cost", money(image["cost"], lang)))
    facts.append(("fact_id", image["id"]))
    return [{"name": text(key, lang), "value": value} for key, value in facts]


def painter_name(name: str, lang: Lang) -> str:
    """A painter as people know it."""
    known = {"illustrator": "painter_illustrator", "photo": "painter_photo"}
    return text(known[name], lang) if name in known else name


def score(image: dict[str, Any], lang: Lang) -> dict[str, Any]:
    """The measured palette in words, beside the asked one."""
    found, names = image["palette_score"], {color["hex"]: color["name"] for color in image["brief"]["palette"]}
    kind = {"faithful": "faithful", "good": "good"}.get(found["word"], "off")
    missing = [names.get(color, color) for color in found["missing"]]
    sentence = text("sentence_missing", lang, name=missing[0]) if missing and kind == "off" else ""
    return {
        "kind": kind,
        "word": text(f"score_{kind}", lang),
        "number": round(found["score"]),
        "sentence": sentence or text(f"sentence_{kind}", lang),
        "fidelity": round(100 * found["fidelity"]),
        "coverage": round(100 * found["coverage"]),
        "colors": [_color(color, names, lang) for color in found["colors"]],
    }


def _color(color: dict[str, Any], names: dict[str, str], lang: Lang) -> dict[str, Any]:
    got, name = color.get("got"), names.get(color["hex"], color["name"])
    return {"name": name, "hex": color["hex"], "got": got, "got_name": f"{name}: {text('got', lang)}",
            "verdict": text(_verdict(color, got), lang)}  # fmt: skip


def _verdict(color: dict[str, Any], got: str | None) -> str:
    """The key of how a measured color compares with the asked one."""
    if got is None or color["covered"] < 0.5:
        return "missing"
    if (color.get("apart") or 0) < 4:
        return "same"
    asked, found = (sum(bytes.fromhex(value[1:])) for value in (color["hex"], got))
    return "drifted" if abs(found - asked) < 24 else "lighter" if found > asked else "darker"


def prompt_card(image: dict[str, Any], lang: Lang) -> dict[str, Any]:
    """The brief in its slots, what the sanitizer changed, and the text as sent."""
    brief, sent = image["brief"], image.get("sent") or {}
    changes = sent.get("changes") or []
    return {
        "slots": [
            {"name": name, "label": text(f"slot_{name}", lang), "long": long,
             "value": ", ".join(brief[name]) if name == "negative" else brief[name]}
            for name, long in _SLOTS
        ],
        "colors": brief["colors"],
        "changes": [{"before": c["before"], "after": c.get("after", ""), "why": c.get("why", "")} for c in changes],
        "changed": text("changed_n", lang, n=len(changes)) if changes else text("unchanged", lang),
        "sent": sent.get("prompt", ""),
        "revised": (image.get("got") or {}).get("revised_prompt", ""),
    }  # fmt: skip


def downloads(image: dict[str, Any], thread: str, lang: Lang) -> list[dict[str, str]]:
    """The files that can be had of a picture and its trip."""
    base = f"wh/download/{image['id']}?as="
    files = [("file_picture", "PNG", base + "png"), ("file_zip", "ZIP", base + "zip")]
    files += [("file_palette", kind.upper(), base + kind) for kind in ("json", "css", "gpl", "ase")]
    files.append(("file_trip", "ZIP", f"wh/trip/{thread}"))
    return [{"name": text(key, lang), "kind": kind, "href": href} for key, kind, href in files]


def shapes(lang: Lang) -> list[dict[str, str]]:
    """The presets of purpose."""
    return [{"name": text(f"shape_{name}", lang), "aspect": aspect} for name, aspect in SHAPES]


def when(at: float, lang: Lang) -> str:
    """A day in words of the language: '28 Nov' / '11월 28일'."""
    day = time.localtime(at)
    return f"{day.tm_mon}월 {day.tm_mday}일" if lang == "ko" else f"{day.tm_mday} {time.strftime('%b', day)}"
