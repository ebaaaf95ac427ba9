import re
from pathlib import Path

import pytest

from tests.ui.terminal import process, wanderhue
from wanderhue.ui.cli.show import Screen, clean


def talk(*lines: str, arguments: tuple[str, ...] = ("chat",)) -> str:
    result = wanderhue(*arguments, said="".join(f"{line}\n" for line in lines))
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_conversation_reads_well_without_a_terminal() -> None:
    said = talk("a slow week by the sea in October", "2", "make it night", "/versions", "/quit")
    assert "\x1b" not in said
    assert re.search(r"^1\. ", said, re.MULTILINE)
    assert len(re.findall(r"#[0-9a-f]{6} ", said)) >= 15
    assert re.search(r"Score \d+ of 100 \(fidelity \d+%, coverage \d+%\)", said)
    assert re.search(r"^> +2 ", said, re.MULTILINE)
    path = re.search(r"^/.*\.png$", said, re.MULTILINE)
    assert path
    assert Path(path[0]).is_file()


def test_the_end_of_the_input_is_a_polite_goodbye_with_the_way_back() -> None:
    said = talk("a slow week by the sea")
    assert "Goodbye" in said
    assert "a slow week by the sea" in talk("/view", arguments=("chat", "--resume", said.split()[-1]))


def test_nothing_said_leaves_nothing_to_resume() -> None:
    assert "--resume" not in talk("/help", "/palette", "/open", "/save x.png", "/versions")


def test_the_words_around_follow_the_conversations_language() -> None:
    said = talk("친구와 봄 소풍", "1", "/versions")
    assert "중에서 고르거나" in said
    assert "점수" in said
    assert "안녕히 가세요" in said


def test_a_narrow_terminal_keeps_every_word(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = talk("친구와 봄 소풍을 갈 만한 여행지를 추천해줘")
    monkeypatch.setenv("COLUMNS", "40")
    narrow = talk("친구와 봄 소풍을 갈 만한 여행지를 추천해줘")
    assert "…" not in narrow
    cut = [line for line in narrow.splitlines() if sum(2 if ord(ch) > 0x1100 else 1 for ch in line) > 40]
    assert all("--resume" in line for line in cut)
    assert sorted("".join(wide.split("--resume")[0].split())) == sorted("".join(narrow.split("--resume")[0].split()))


def test_a_picture_can_be_saved_and_nothing_is_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "poster.png"
    said = talk(
        "a slow week by the sea", "1", f"/save {target}", f"/save {target}", f"/save {tmp_path / 'no' / 'x.png'}"
    )
    assert target.read_bytes().startswith(b"\x89PNG")
    assert "there already" in " ".join(said.split())
    assert "cannot be written" in " ".join(said.split())


def test_mistakes_are_said_and_the_conversation_goes_on() -> None:
    said = talk("/nope", "/choose", "/vary", "a slow week by the sea", "7", "/choose 7", "1")
    assert "There is no /nope" in said
    assert "Version 1" in said


def test_control_codes_in_what_people_say_never_reach_the_terminal() -> None:
    assert clean("a\x1b[31mred\x07\u202e b\tc\r\nd") == "a[31mred b\tc\nd"
    assert "\x1b" not in talk("a week by the \x1b[31msea\x07", "/view")


def test_no_color_is_respected_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert Screen("en").colored
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Screen("en").colored


def test_output_is_utf8_whatever_the_system_says() -> None:
    done = process(
        "chat", said="친구와 봄 소풍\n".encode(), PYTHONIOENCODING="latin-1", LANG="C", LC_ALL="C", PYTHONUTF8="0"
    )
    assert "세 곳" in done.stdout.decode() or "골라" in done.stdout.decode()
    assert done.returncode == 0
