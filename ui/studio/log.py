"""The conversation as turns: the person's words as a heading, the replies, and the versions that came of them."""

from typing import Any, NamedTuple

from wanderhue.ui.studio.strings import Lang
from wanderhue.ui.studio.tree import label


class Said(NamedTuple):
    """One message of the transcript."""

    action: int
    """The accepted answer that it belongs to."""
    role: str
    """person or wanderhue."""
    text: str


def turns(said: list[Said], versions: list[dict[str, Any]], lang: Lang) -> list[dict[str, Any]]:
    """A turn for each action that is still among the messages, oldest first. Pure."""
    made: dict[int, dict[str, Any]] = {}
    for message in said:
        turn = made.setdefault(message.action, {"words": "", "did": "", "replies": [], "versions": [], "long": False})
        if message.role == "person":
            turn["words"], turn["long"] = message.text, len(message.text) > 90
        else:
            turn["replies"].append(message.text)
    for row in versions:
        if row["action"] not in made:
            continue
        turn = made[row["action"]]
        turn["versions"].append({**row, "line": f"{round(row['score'])} / 100"})
        if not turn["words"]:
            turn["did"] = label(row["feedback"], lang)
    return [turn for _, turn in sorted(made.items())]
