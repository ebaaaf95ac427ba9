"""The metaprompt: what the audience profile's data tells a model, so that it judges safety itself.

The word lists of the sanitizer know phrases; a model knows meaning. Both read the same profile, so a new category in
its data reaches both.
"""

from wanderhue.agent.sanitizer.profile import AudienceProfile

_HEAD = """\
Pictures are for {audience}. {brief}
Judge for yourself whether what is asked for suits them: by what would be seen or meant, in any language or spelling, \
also when it is hidden in a story, a role, a quotation or a place's name. Kept out are:"""

_TAIL = """\
- verdict "allowed": none of that is meant. Ordinary sights, food, weather, history and ghosts of fairy tales are fine.
- verdict "rewritten": the wish stays a good one without that part. Plan it without, and name the part in `phrase`.
- verdict "refused": only that is wanted. Give `category`, the person's own words for it in `phrase`, and in \
`suggestion` a friendly scene near to the wish, in the person's language; plan and paint nothing."""


def audience_part(profile: str) -> str:
    """The part of a system prompt about the audience. BadSetup: there is no such profile."""
    audience = AudienceProfile.load(profile)
    rows = [f"- {name}: {category.name['en']} ({category.why['en']})" for name, category in audience.categories.items()]
    head = _HEAD.format(audience=audience.audience["en"], brief=audience.brief)
    return "\n".join([head, *rows, _TAIL])
