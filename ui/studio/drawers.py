"""The drawer at the side: albums and settings, and what is done in them."""

import time
from collections.abc import AsyncIterator
from typing import Any

from wanderhue import __version__
from wanderhue.agent.errors import BadInput
from wanderhue.agent.preferences import Preferences
from wanderhue.agent.settings import Settings
from wanderhue.graphs import loop
from wanderhue.tools.threads import in_thread
from wanderhue.ui.studio.answers import Act
from wanderhue.ui.studio.desk import Desk
from wanderhue.ui.studio.picture import painter_name, when
from wanderhue.ui.studio.render import drawer
from wanderhue.ui.studio.strings import LANGS, Lang, money, text

SHOWN = 30
_NUMBERS = {"pictures": int, "daily_cap_usd": float}


class Drawers:
    """Albums and settings on one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def act(self, act: Act, thread: str, owner: str, lang: Lang) -> AsyncIterator[dict[str, Any]]:
        """Open or close a drawer, or do something in it. `reload` asks for the page: anew, or empty ("gone")."""
        match act.kind:
            case "albums":
                yield {"drawer": await self._albums(thread, owner, lang, act.count or SHOWN)}
            case "settings":
                yield {"drawer": await self._settings(thread, owner, lang)}
            case "rename":
                store = (await self._desk.workshop()).deps.store
                await in_thread(store.rename, act.thread, owner, str(act.value or "").strip()[:80])
                yield {"drawer": await self._albums(thread, owner, lang, SHOWN), "reload": True}
            case "delete":
                conversation = await self._desk.conversation(act.thread, owner)
                await loop.arun(conversation.delete())
                gone = act.thread == thread
                here = "" if gone else thread
                yield {"drawer": await self._albums(here, owner, lang, SHOWN), "reload": "gone" if gone else True}
            case "set":
                async for update in self._set(act, thread, owner, lang):
                    yield update
            case _:
                yield {"drawer": ""}

    async def _set(self, act: Act, thread: str, owner: str, lang: Lang) -> AsyncIterator[dict[str, Any]]:
        workshop = await self._desk.workshop()
        prefs = {**await self._desk.preferences(owner), act.name: _value(act.name, act.value)}
        if act.name != "ui_language":
            Preferences.from_json(prefs)
        await in_thread(workshop.deps.store.set_prefs, owner, prefs)
        if act.name == "ui_language":
            yield {"reload": True}
        else:
            yield {"drawer": await self._settings(thread, owner, lang)}

    async def _albums(self, thread: str, owner: str, lang: Lang, count: int) -> str:
        found = await in_thread((await self._desk.workshop()).deps.store.albums, owner)
        rows = [
            {"thread": album.thread, "cover": album.cover,
             "title": album.title or text("photo_title" if album.versions else "new_trip", lang),
             "versions": album.versions, "line": _line(album.versions, album.updated, lang)}
            for album in found[:count]
        ]  # fmt: skip
        content = {"kind": "albums", "albums": rows, "thread": thread, "more_albums": max(0, len(found) - count)}
        return drawer(content, lang)

    async def _settings(self, thread: str, owner: str, lang: Lang) -> str:
        workshop, prefs = await self._desk.workshop(), await self._desk.preferences(owner)
        deps = workshop.deps
        mine = Preferences.from_json(prefs).over(deps.settings)
        midnight = time.mktime((*time.localtime()[:3], 0, 0, 0, 0, 0, -1))
        spent = await in_thread(deps.journal.spent_since, midnight)
        trip = await in_thread(deps.journal.spent_on, thread) if thread else 0.0
        bill = text("bill_line", lang, spent=money(spent, lang), cap=money(mine.daily_cap_usd, lang),
                    trip=money(trip, lang))  # fmt: skip
        content = {
            "kind": "settings",
            "planner": _planner(deps.planner.name, deps.settings, lang),
            "painter": _painter(deps.painter.name, lang),
            "profile": {"name": text("profile_family", lang), "why": text("profile_family_why", lang)},
            "ui_language": prefs.get("ui_language", ""),
            "quality": mine.quality,
            "pictures": mine.pictures,
            "preview": "true" if mine.preview else "false",
            "cap": f"{mine.daily_cap_usd:g}",
            "bill": bill,
            "data_dir": deps.place.root,
            "version": __version__,
        }
        return drawer(content, lang)


def _value(name: str, value: Any) -> Any:
    """A setting's value as it is stored. Raises `BadInput`."""
    if name == "ui_language":
        return value if value in LANGS else ""
    if name == "preview":
        return value in (True, "true")
    if name in _NUMBERS:
        try:
            return _NUMBERS[name](value)
        except (TypeError, ValueError) as error:
            raise BadInput(f"{str(value)[:20]!r} is not a number") from error
    if name == "quality":
        return str(value)
    raise BadInput(f"there is no setting {name!r}")


def _line(versions: int, at: float, lang: Lang) -> str:
    key = "album_line_none" if not versions else "album_line_one" if versions == 1 else "album_line"
    return text(key, lang, n=versions, when=when(at, lang))


def _planner(name: str, settings: Settings, lang: Lang) -> dict[str, str]:
    if name != "offline":
        return {"name": name, "why": text("planner_other_why", lang)}
    from wanderhue.agent.llm.models import VENDORS, find_model
    from wanderhue.agent.offline.catalogue import trips

    found = find_model(settings)
    if found is not None:
        how = text("planner_found", lang, setting=f"WANDERHUE_PLANNER={found.name}", found=found.why)
    else:
        first = VENDORS[0]
        how = text("planner_key", lang, setting=f"WANDERHUE_PLANNER={first.name}:{first.model}")
    why = text("planner_offline_why", lang, n=len(trips()), how=how)
    return {"name": text("planner_offline", lang), "why": why}


def _painter(name: str, lang: Lang) -> dict[str, str]:
    why = "painter_illustrator_why" if name == "illustrator" else "painter_other_why"
    return {"name": painter_name(name, lang), "why": text(why, lang)}
