"""What a request asks for, as data, and how a later message changes it."""

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Wants:
    """A request as read. Empty means that nothing was said; `no_*` is what must not be."""

    months: tuple[int, ...] = ()
    seasons: tuple[str, ...] = ()
    no_months: tuple[int, ...] = ()
    no_seasons: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    areas: tuple[int, ...] = ()
    """Indexes of `where.areas()`."""
    no_countries: tuple[str, ...] = ()
    no_areas: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    """Folded names of catalogue places."""
    no_places: tuple[str, ...] = ()
    like: tuple[str, ...] = ()
    """Places that others should resemble."""
    cities: tuple[int, ...] = ()
    """Indexes of `where.cities()`: known places that are not in the catalogue."""
    companions: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    no_activities: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    """Keys of `constraints.SETTINGS_OF`."""
    no_settings: tuple[str, ...] = ()
    climate: tuple[str, ...] = ()
    """Keys of `constraints.CLIMATE_OF`."""
    no_climate: tuple[str, ...] = ()
    pace: str = ""
    no_pace: str = ""
    budget: str = ""
    no_budget: str = ""
    short: bool = False
    """A weekend or a day: somewhere near and easy."""
    soon: tuple[int, ...] = ()
    """The coming months, where no time was said: places that are good then come first."""
    free: tuple[str, ...] = ()
    """'where' or 'when': what no longer matters."""
    text: str = ""
    """The words that no list explains, for the search in the trips' texts."""

    @property
    def where(self) -> bool:
        """Whether any place was asked for."""
        return bool(self.countries or self.areas or self.places or self.cities)

    @property
    def said(self) -> tuple[str, ...]:
        """The names of the facets that say something (the free text aside)."""
        return tuple(
            name for name in (f.name for f in fields(self)) if name not in ("text", "soon") and getattr(self, name)
        )

    @property
    def empty(self) -> bool:
        """Whether nothing at all was read."""
        return not self.said


_PAIRS = (("activities", "no_activities"), ("settings", "no_settings"), ("climate", "no_climate"),
          ("countries", "no_countries"), ("areas", "no_areas"), ("places", "no_places"), ("months", "no_months"),
          ("seasons", "no_seasons"))  # fmt: skip
_WHEN = ("months", "seasons")
_WHERE = ("countries", "areas", "places", "cities", "like")


def merged(before: Wants, after: Wants) -> Wants:
    """The request after a later message: what is newly said wins over what it contradicts, the rest stays."""
    change: dict[str, object] = {}
    for group, word in ((_WHEN, "when"), (_WHERE, "where")):
        if word in after.free or any(getattr(after, name) for name in group):
            change |= {name: getattr(after, name) for name in group}
    for name in ("companions", "settings", "climate", "pace", "budget"):
        if getattr(after, name):
            change[name] = getattr(after, name)
    if after.activities:
        change["activities"] = tuple(dict.fromkeys((*before.activities, *after.activities)))
    if after.settings and not after.activities and not set(after.settings) & set(before.settings):
        change["settings"] = after.settings
    for yes, no in _PAIRS:
        refused = tuple(one for one in getattr(before, no) if one not in getattr(after, yes))
        change[no] = tuple(dict.fromkeys((*refused, *getattr(after, no))))
        kept = change.get(yes, getattr(before, yes))
        change[yes] = tuple(one for one in kept if one not in getattr(after, no))  # type: ignore[attr-defined]
    for yes, no in (("pace", "no_pace"), ("budget", "no_budget")):
        change[no] = getattr(after, no) or (getattr(before, no) if not getattr(after, yes) else "")
        if getattr(after, no) == change.get(yes, getattr(before, yes)):
            change[yes] = ""
    change["short"] = before.short or after.short
    change["text"] = " ".join(part for part in (before.text, after.text) if part)
    return replace(before, **change)  # type: ignore[arg-type]
