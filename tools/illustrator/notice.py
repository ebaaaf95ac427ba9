"""What a person should know about a drawing: stand-ins, pools in deserts, letters that could not be set."""

from typing import TYPE_CHECKING, NamedTuple

from wanderhue.agent.scene import Scene
from wanderhue.agent.vocabulary import ELEMENTS

if TYPE_CHECKING:
    from wanderhue.tools.illustrator.picture import Picture


class Notice(NamedTuple):
    """One thing to say, in both languages; `code` is stable."""

    code: str
    en: str
    ko: str


def notices_of(scene: Scene, picture: "Picture") -> tuple[Notice, ...]:
    """Everything worth saying about this picture, each once."""
    found: list[Notice] = []
    for element in scene.elements:
        word = ELEMENTS[element.kind]
        if element.asked_as:
            found.append(
                Notice(
                    "stand_in",
                    f"I can't draw “{element.asked_as}”, so a {word.name('en')} stands in for it.",
                    f"‘{element.asked_as}’ 그림은 아직 없어서 비슷한 ‘{word.name('ko')}’ 그림으로 대신했어요.",
                )
            )
    for kind in picture.arrangement.ponds:
        word = ELEMENTS[kind]
        found.append(
            Notice(
                "pond",
                f"There is no water here, so I added a small pool for the {word.name('en')}.",
                f"물이 없는 곳이라 ‘{word.name('ko')}’ 자리에 작은 물웅덩이를 그렸어요.",
            )
        )
    placed = {item.element.kind for item in picture.arrangement.placed}
    for kind in dict.fromkeys(element.kind for element in scene.elements):
        if kind not in placed and kind not in ("sun", "moon", "star", "cloud"):
            word = ELEMENTS[kind]
            found.append(
                Notice(
                    "no_room",
                    f"I found no good place for the {word.name('en')} in this picture.",
                    f"이 그림에는 ‘{word.name('ko')}’ 요소를 둘 만한 자리가 없었어요.",
                )
            )
    if picture.missing:
        found.append(
            Notice(
                "letters",
                f"These characters of the title could not be set: {picture.missing}",
                f"제목에서 이 글자는 넣지 못했어요: {picture.missing}",
            )
        )
    return tuple(dict.fromkeys(found))
