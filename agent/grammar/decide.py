"""From clauses to wishes, the same for both languages; what no rule takes is handed back as not understood."""

from dataclasses import dataclass, field

from wanderhue.agent.feedback import (
    Move,
    Resize,
    SetSeason,
    SetSetting,
    SetStyle,
    SetTime,
    SetWeather,
    ShiftColors,
    WeighColor,
    Wish,
    Zoom,
)
from wanderhue.agent.grammar.elements import about, add, is_known, relations, remove, subjects_of, use
from wanderhue.agent.grammar.marks import Clause, Thing
from wanderhue.agent.grammar.places import is_here
from wanderhue.agent.scene import Scene

_SETTERS = {"time": SetTime, "weather": SetWeather, "season": SetSeason, "setting": SetSetting, "style": SetStyle}
_AT = ("at", "in", "on", "of", "host", "to", "from")
_WET = ("rain", "snow", "mist", "cloudy")
Span = tuple[int, int]


@dataclass
class Decision:
    """The wishes of a message as they gather."""

    scene: Scene
    wishes: list[Wish] = field(default_factory=list)
    unknown: list[Span] = field(default_factory=list)
    refused: list[tuple[str, Span]] = field(default_factory=list)
    """(slot, span) of what is not wanted; understood if something else of that slot is wanted."""
    spans: dict[str, Span] = field(default_factory=dict)
    """Where each slot's wish was said."""
    last: str = ""
    verb: str = ""
    neg: bool = False
    before: list[Thing] = field(default_factory=list)
    """What the clause before was about."""

    def read(self, clause: Clause) -> None:
        """Take in one clause."""
        verb, neg = clause.verb, clause.neg
        if (
            clause.joined
            and clause.borrows
            and not verb
            and (clause.things or clause.hues or clause.size or clause.place)
        ):
            verb, neg = self.verb, self.neg
        self.verb, self.neg = verb, neg
        if "partial" in clause.flags and (verb in ("remove", "shrink") or neg):
            self._drop(clause)
            return
        done = len(self.wishes)
        self.unknown += clause.words
        if neg and verb == "remove" or (verb == "keep" and not neg):
            return
        removing = verb == "remove" or (
            neg and verb in ("", "add", "want", "exist", "keep", "see", "give", "wear", "ride")
        )
        if neg and not removing and not (clause.hues and not clause.things):
            self._drop(clause)
            return
        self._clause(clause, verb, removing=removing, neg=neg)
        if len(self.wishes) == done and not clause.words and not self._harmless(clause):
            self._drop(clause)
        elif len(self.wishes) == done:
            self.unknown += clause.described

    def _harmless(self, clause: Clause) -> bool:
        """True for a clause without content of its own ('I think', 'for the dog')."""
        said = (
            clause.things
            or clause.hues
            or clause.shifts
            or clause.wishes
            or clause.size
            or clause.place
            or clause.regions
        )
        kept = bool(self.wishes) and bool(clause.things) and all(thing.det == "only" for thing in clause.things)
        return (
            kept
            or bool(self.refused)
            or not (said or clause.described or {"dim", "light", "chroma"} & clause.flags or clause.verb == "freeze")
        )

    def _drop(self, clause: Clause) -> None:
        self.unknown.append((clause.start, clause.end))

    def _clause(self, clause: Clause, verb: str, *, removing: bool, neg: bool) -> None:
        self.wishes += clause.wishes
        if (
            verb in ("make", "move", "add")
            and clause.elements("")
            and any(flag.startswith("zoom:") for flag in clause.flags)
            and not clause.place
        ):
            self._drop(clause)
            return
        for flag in clause.flags:
            if flag.startswith("zoom:") and not (verb == "move" and (clause.place or clause.elements(""))):
                self.wishes.append(Zoom.model_validate({"direction": flag[5:]}))
        things = [thing for thing in clause.things if not self._slot(thing, clause, verb, removing=removing)]
        clause.things = things
        if verb == "replace" or (verb == "make" and clause.elements("to")) or any(t.role == "from" for t in things):
            verb = self._replace(clause, verb)
        self._things(clause, verb, removing=removing)
        self._colors(clause, verb, removing=removing or neg)

    # -- time, weather, season, setting, style

    def _slot(self, thing: Thing, clause: Clause, verb: str, *, removing: bool) -> bool:
        """True when the thing was read as a slot (or as a mere place) and is done with."""
        slot = thing.slot
        if not slot or (thing.element and not _means_slot(thing, clause, verb, removing=removing)):
            return False
        if "group" in thing.senses and (removing or thing.role == "no"):
            return False
        value, span = thing.senses[slot], (thing.start, thing.end)
        if slot == "setting" and self._mere_place(thing, clause, verb):
            if not is_here(value, self.scene):
                self.unknown.append(span)
            return True
        if (
            slot == "setting"
            and thing.role == ""
            and (thing.det == "the" or thing.tail)
            and (clause.shifts or clause.hues or clause.size)
        ):
            self._dull(clause)
            clause.hues, clause.size = [], ""
            return True
        if slot == "setting" and self._said_already(thing, clause, value):
            return True
        if (
            thing.role in ("no", "from")
            or (removing and thing.role in ("", "of"))
            or (thing.role == "" and _target(clause, slot, verb))
        ):
            self._refuse(slot, value, span)
        elif thing.det in ("less", "too", "many"):
            self._too(slot, value, thing.det, span)
        elif slot == "setting" and verb == "add" and thing.role == "" and "background" not in clause.flags:
            self.unknown.append(span)
        else:
            self.wishes.append(_SETTERS[slot].model_validate({slot: value}))
            self.spans[self.wishes[-1].code()] = span
        return True

    def _mere_place(self, thing: Thing, clause: Clause, verb: str) -> bool:
        others = [
            t
            for t in clause.things
            if t is not thing and (t.element or "group" in t.senses) and t.role in ("", "with", "no", "item")
        ]
        looking = verb == "see" or any(flag.startswith("zoom") for flag in clause.flags)
        if "background" in clause.flags or (
            verb in ("replace", "make", "want", "") and thing.role == "to" and not clause.elements("")
        ):
            return False
        placed = thing.role in _AT and (
            verb in ("add", "move", "remove", "give") or (verb != "replace" and "pron" not in clause.flags)
        )
        return looking or (bool(others) and placed)

    def _said_already(self, thing: Thing, clause: Clause, value: str) -> bool:
        """'노을 지는 바다' in a picture of the sea: the time is the wish, the sea is there already."""
        others = any(other is not thing and other.slot for other in clause.things) or bool(self.wishes)
        return (
            others
            and thing.role != "no"
            and value.partition("/")[0] == self.scene.setting
            and is_here(value, self.scene)
        )

    def _refuse(self, slot: str, value: str, span: Span) -> None:
        if slot == "weather" and value in _WET:
            self.refused.append(("weather?", span))
        else:
            self.refused.append((slot, span))

    def _too(self, slot: str, value: str, how: str, span: Span) -> None:
        if slot == "weather" and value in _WET and how == "too":
            self.refused.append(("weather?", span))
        else:
            self.unknown.append(span)

    # -- things in the picture

    def _replace(self, clause: Clause, verb: str) -> str:
        """Take out what something else takes the place of; the verb that is left for the rest."""
        new = [t for t in clause.elements("to", "with") if t.role == "to" or verb == "replace"]
        old = [t for t in clause.things if t.role == "from" and (t.element or "group" in t.senses)]
        subjects = clause.elements("")
        if new and verb in ("replace", "make"):
            old += subjects
        elif not old and len(subjects) == 2 and subjects[1].det == "a":
            old, new = subjects[:1], subjects[1:]
        if not old:
            return verb
        self.wishes += [remove(t) for t in old]
        for t in new:
            t.role, t.det = "", "a"
        clause.things = [t for t in clause.things if t not in old]
        return "add" if old and verb in ("", "want", "exist", "make", "replace", "use", "see") else verb

    def _things(self, clause: Clause, verb: str, *, removing: bool) -> None:
        for thing in [t for t in clause.things if t.element or "group" in t.senses]:
            if thing.role == "no" or (removing and thing.role in ("", "with")) or (removing and thing.role == "of"):
                clause.things.remove(thing)
                self._without(thing)
        if removing:
            return
        wishes, used = relations(clause, verb, self.last)
        self.wishes += wishes
        for thing in clause.elements("to"):
            if thing not in used and is_known(thing, self.scene) and (thing.hue or thing.size) and verb != "add":
                thing.role, thing.det = "", "the"
        self._near(clause, verb, used)
        subjects = subjects_of(clause, used)
        for thing in subjects:
            self.wishes += self._about(
                thing, clause, verb, hosted=any(getattr(w, "on", None) == thing.element for w in wishes)
            )
        self._pointed_back(clause, verb, subjects)
        if subjects or used:
            self.before = subjects or used
            self.last = self.before[-1].element
        groups = [t for t in clause.things if not t.element and t.role in ("", "with")]
        self.unknown += [(t.start, t.end) for t in groups if "group" in t.senses]

    def _without(self, thing: Thing) -> None:
        """Take a thing out; some of several cannot be taken out by number."""
        here = sum(one.count for one in self.scene.elements if one.kind == thing.element)
        if thing.count and here > thing.count:
            self.unknown.append((thing.start, thing.end))
        else:
            self.wishes.append(remove(thing))

    def _near(self, clause: Clause, verb: str, used: list[Thing]) -> None:
        """Things that are only pointed at: '... under a tree' needs the tree; 'like a dog' or 'to the dog' is beyond us."""
        for thing in [t for t in clause.things if t.element and t not in used]:
            if (
                thing.role in ("at", "in", "on")
                and (thing.det == "a" or thing.count)
                and verb in ("add", "want", "exist", "")
            ):
                self.wishes += [] if is_known(thing, self.scene) else add(thing)
            elif thing.role == "like" or (thing.role == "to" and verb in ("replace", "make", "move")):
                self.unknown.append((thing.start, thing.end))

    def _about(self, thing: Thing, clause: Clause, verb: str, *, hosted: bool) -> list[Wish]:
        known = is_known(thing, self.scene)
        looking = verb == "see" or any(flag.startswith("zoom") for flag in clause.flags)
        if "zoom?" in clause.flags and not clause.words:
            return self._dull(clause)
        if looking or (hosted and (known or thing.det == "the" or verb in ("give", "wear", "ride"))):
            return []
        if clause.shifts and (known or thing.det == "the") and verb in ("", "make", "want", "exist", "grow", "shrink"):
            return self._dull(clause)
        here = sum(one.count for one in self.scene.elements if one.kind == thing.element)
        if thing.count and here and (thing.det == "total" or (verb == "increase" and thing.det == "a")):
            thing.count, thing.det = thing.count - here, "a"
            if thing.count < 1:
                return self._dull(clause)
        found = about(thing, clause, verb, known)
        if not found and not clause.words and verb != "want" and thing.det != "only":
            self.unknown.append((thing.start, thing.end))
        return found

    def _dull(self, clause: Clause) -> list[Wish]:
        """A brighter or darker single thing is nothing that can be set."""
        clause.shifts = []
        self._drop(clause)
        return []

    def _pointed_back(self, clause: Clause, verb: str, subjects: list[Thing]) -> None:
        """'... and make it bigger', '... and red': said of what the words before were about."""
        if subjects or not self.before:
            return
        target = self.before[-1].element
        if "another" in clause.flags and verb == "add":
            self.wishes += add(Thing(clause.start, clause.end, {"element": target}))
        joined = clause.joined or "pron" in clause.flags
        if clause.size:
            self.wishes.append(Resize.model_validate({"element": target, "direction": clause.size}))
        if clause.place and joined:
            self.wishes.append(Move.model_validate({"element": target, "place": clause.place}))
        hues = [entry for entry in clause.hues if entry[1] == ""]
        if hues and joined and not clause.regions and verb in ("", "make", "replace"):
            self._color_last(target, hues[0])
            clause.hues.remove(hues[0])

    def _color_last(self, target: str, entry: tuple) -> None:  # type: ignore[type-arg]
        hue = entry[0]
        for i, wish in enumerate(self.wishes):
            if wish.kind == "add" and wish.element == target and wish.color is None:
                self.wishes[i] = wish.model_copy(update={"color": hue.hex})
                return
        self.wishes.append(use(hue, target))

    # -- colors

    def _colors(self, clause: Clause, verb: str, *, removing: bool) -> None:
        taken = any(t.role in ("", "with", "of") and t.element for t in clause.things)
        for hue, how, role in clause.hues:
            if taken and how != "less":
                continue
            how = "no" if role == "from" or (verb == "replace" and role == "" and len(clause.hues) > 1) else how
            direction = {"no": "less"}.get(how, how) or (
                "less" if removing or verb == "shrink" else "more" if verb == "grow" else ""
            )
            if direction:
                self.wishes.append(WeighColor.model_validate({"color": hue.family, "direction": direction}))
            else:
                self.wishes.append(use(hue))
        if not clause.hues and not clause.shifts and not clause.elements("", "with", "of"):
            clause.shifts += _dialed(clause.flags, verb, clause.size)
        if not removing:
            self.wishes += [ShiftColors.model_validate({"direction": direction}) for direction, _ in clause.shifts]
        self.unknown += clause.regions if (clause.hues or clause.shifts or clause.size or removing) else []

    def finish(self) -> None:
        """Settle what was refused: 'not night' needs another time; 'no rain' is clear weather."""
        have = {wish.kind for wish in self.wishes}
        for slot, span in self.refused:
            if slot == "weather?" and "weather" not in have:
                self.wishes.append(SetWeather(weather="clear"))
                have.add("weather")
            elif slot.rstrip("?") not in have:
                self.unknown.append(span)


def _dialed(flags: set[str], verb: str, size: str) -> list[tuple[str, bool]]:
    """'Lower the saturation', '밝기를 올려줘': a dial of the whole picture turned."""
    if verb not in ("grow", "shrink", "add") and not size:
        return []
    up = verb != "shrink" and size != "smaller"
    if "chroma" in flags or "hue" in flags:
        return [("vivid" if up else "muted", False)]
    return [("brighter" if up else "darker", False)] if "light" in flags else []


def _target(clause: Clause, slot: str, verb: str) -> bool:
    """Whether the clause says what a slot is to become: 'day to night', '바다를 산으로'."""
    return any(slot in t.senses and (t.role == "to" or (t.role == "with" and verb == "replace")) for t in clause.things)


def _means_slot(thing: Thing, clause: Clause, verb: str, *, removing: bool) -> bool:
    """Whether a word for both an element and a setting (temple, clouds) means the setting here."""
    special = bool(thing.count or thing.hue or thing.size or thing.det in ("a", "more"))
    if "background" in clause.flags and thing.slot == "setting":
        return True
    if thing.slot == "setting" and thing.role in ("to", "at", "in", "on") and not special:
        return not (verb == "replace" and clause.elements("")) or thing.role != "to"
    if (
        special
        or removing
        or thing.role in ("no", "from", "with", "item", "host")
        or verb in ("add", "move", "grow", "shrink", "give", "remove")
    ):
        return False
    return (
        thing.slot == "setting"
        and not clause.size
        and not clause.hues
        and not clause.place
        and verb in ("", "want", "make", "use")
    )
