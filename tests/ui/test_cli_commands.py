from pathlib import Path

import pytest

from wanderhue.ui.cli.commands import Answer, Command, Edit, Local, Photo, Unclear, read_line


def test_a_line_without_a_slash_is_words() -> None:
    assert read_line("  봄 소풍 가고 싶어 \n") == Answer({"type": "say", "text": "봄 소풍 가고 싶어"})


def test_two_slashes_are_words_that_begin_with_one() -> None:
    assert read_line("//choose is a word") == Answer({"type": "say", "text": "/choose is a word"})


def test_a_blank_line_is_empty_words() -> None:
    assert read_line("\n") == Answer({"type": "say", "text": ""})


def test_options_count_from_one_for_people_and_from_zero_for_the_graph() -> None:
    assert read_line("/choose 2") == Answer({"type": "choose", "index": 1})


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("/vary", Answer({"type": "vary", "strong": False})),
        ("/VARY strong", Answer({"type": "vary", "strong": True})),
        ("/recolor #1d3557 sand", Answer({"type": "recolor", "palette": "#1d3557 sand"})),
        ("/goto 3", Answer({"type": "goto", "version": 3})),
        ("/goto 8f-_x", Answer({"type": "goto", "version": "8f-_x"})),
        ("/reword a calm lake", Answer({"type": "reword", "text": "a calm lake"})),
        ("/accept_suggestion", Answer({"type": "accept_suggestion"})),
        ("/undo", Answer({"type": "undo"})),
        ("/edit mask.png a red kite", Edit("mask.png", "a red kite")),
        ('/edit "my mask.png" 빨간 연', Edit("my mask.png", "빨간 연")),
        ("/repaint #1d3557 sand", Answer({"type": "repaint", "palette": "#1d3557 sand"})),
        ("/reshape 9:16", Answer({"type": "reshape", "aspect": "9:16"})),
        ("/reshape 1:1 Fine", Answer({"type": "reshape", "aspect": "1:1", "quality": "fine"})),
        (
            "/rewrite light: dusk, long shadows; Text: Jeju: the sea",
            Answer({"type": "rewrite", "slots": {"light": "dusk, long shadows", "text": "Jeju: the sea"}}),
        ),
        ('/photo "my beach.jpg"', Photo("my beach.jpg")),
        ("/quit", Local("quit")),
        ("/save out/poster.png", Local("save", "out/poster.png")),
    ],
)
def test_a_command_is_an_answer_as_data(line: str, command: Command) -> None:
    assert read_line(line) == command


@pytest.mark.parametrize(
    "line",
    [
        "/choose",
        "/choose two",
        "/choose -1",
        "/recolor",
        "/edit mask.png",
        "/goto",
        "/nope",
        "/",
        "/vary much",
        "/repaint",
        "/reshape",
        "/rewrite dusk",
        "/photo",
    ],
)
def test_a_command_that_cannot_be_read_says_how_to_write_it(line: str) -> None:
    assert isinstance(read_line(line), Unclear)


def test_every_action_of_a_view_can_be_typed() -> None:
    from wanderhue.graphs.answers import ACTIONS

    typed = {
        "choose": "1",
        "recolor": "red",
        "repaint": "red",
        "reshape": "9:16 fine",
        "rewrite": "light: dusk; text: Jeju",
        "photo": "beach.jpg",
        "edit": "m.png sun",
        "goto": "1",
        "say": "hello",
        "reword": "hello",
    }
    for name in {name for names in ACTIONS.values() for name in names}:
        command = read_line(f"/{name} {typed.get(name, '')}")
        assert isinstance(command, Answer | Edit | Photo), name
        assert not isinstance(command, Answer) or command.data["type"] == name


def test_every_command_is_documented() -> None:
    from wanderhue.ui.cli.commands import LOCAL, PLAIN

    page = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
    assert not [
        name
        for name in (*PLAIN, *LOCAL, "choose", "vary", "recolor", "edit", "goto", "reword")
        if f"`/{name}" not in page
    ]
