"""The prompts: one Markdown file each, with its purpose, its slots and the answer's schema on top.

A file has two parts. `# System` is the same in every turn of every conversation (but for the audience), so that
providers' prompt caches hit; `# Turn` holds what is new, the slowest to change first. Blocks are separated by empty
lines; a block of the turn whose slots are all empty is left out. What a person, a web page or a model said goes in
only as fenced data: `fenced` makes a fence that the data cannot close.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

_SLOT = re.compile(r"\{\{([a-z_]+)\}\}")
_TAG = re.compile(r"<(?=\s*/?\s*data\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt file."""

    name: str
    purpose: str
    answer: str
    """The name of the answer's class in schemas.py."""
    slots: Mapping[str, str]
    """Each slot with what goes in."""
    system: str
    turn: str

    def render(self, slots: Mapping[str, str]) -> "list[BaseMessage]":
        """The system message and the turn's message. ValueError: a slot is missing, or one given is not used."""
        from langchain_core.messages import HumanMessage, SystemMessage

        missing, unused = sorted(self.slots.keys() - slots.keys()), sorted(slots.keys() - self.slots.keys())
        if missing or unused:
            wrong = f"missing: {', '.join(missing) or 'none'}; not used: {', '.join(unused) or 'none'}"
            raise ValueError(f"the slots of the prompt {self.name!r} do not fit ({wrong})")
        return [SystemMessage(_filled(self.system, slots)), HumanMessage(_filled(self.turn, slots))]


def _filled(text: str, slots: Mapping[str, str]) -> str:
    blocks = []
    for block in text.split("\n\n"):
        names = _SLOT.findall(block)
        if not names or any(slots[name] for name in names):
            blocks.append(_SLOT.sub(lambda match: slots[match.group(1)], block))
    return "\n\n".join(blocks)


@cache
def load_prompt(name: str) -> Prompt:
    """The prompt of that name."""
    text = files("wanderhue.agent.llm").joinpath(f"prompts/{name}.md").read_text(encoding="utf-8")
    return parse_prompt(name, text)


def parse_prompt(name: str, text: str) -> Prompt:
    """A prompt from its file. ValueError: it is not one, or its slots are not those that it declares."""
    match = re.fullmatch(r"---\n(.*?)\n---\n+# System\n+(.*?)\n+# Turn\n+(.*?)\n*", text, re.DOTALL)
    if match is None:
        raise ValueError(f"the prompt {name!r} needs a head between ---, then # System and # Turn")
    head, system, turn = match.groups()
    plain = dict(re.findall(r"^(purpose|answer): (.+)$", head, re.MULTILINE))
    slots = dict(re.findall(r"^  ([a-z_]+): (.+)$", head, re.MULTILINE))
    used = {*_SLOT.findall(system), *_SLOT.findall(turn)}
    if {"purpose", "answer"} - plain.keys() or used != slots.keys():
        odd = ", ".join(sorted(used ^ slots.keys())) or "purpose, answer"
        raise ValueError(f"the head of the prompt {name!r} and its text do not agree on: {odd}")
    return Prompt(name, plain["purpose"], plain["answer"], slots, system, turn)


def fenced(name: str, text: str) -> str:
    """`text` as a block of data that nothing in it can close; '' for nothing.

    The fence's mark is made from the text itself and does not occur in it, so the same words give the same prompt;
    whatever looks like a fence in the text loses its bracket.
    """
    text = _TAG.sub("‹", text).strip()
    if not text:
        return ""
    turn, mark = 0, ""
    while not mark or mark in text:
        mark, turn = sha256(f"{turn}\n{name}\n{text}".encode()).hexdigest()[:8], turn + 1
    return f'<data of="{name}" mark="{mark}">\n{text}\n</data mark="{mark}">'
