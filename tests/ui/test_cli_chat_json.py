import json
from pathlib import Path

from tests.ui.terminal import pixels, stripes, views, wanderhue

REQUEST = "친구와 봄 소풍을 갈 만한 여행지를 추천해줘"


def test_a_korean_conversation_from_the_first_words_to_the_last() -> None:
    opening, three, picture, night, recolored, back, done = views(
        REQUEST, "/choose 2", "밤으로 바꿔 줘", "/recolor #1d3557 #e63946 크림색", "/undo", "/accept"
    )
    assert opening["stage"] == "ask"
    assert three["stage"] == "choose"
    assert three["lang"] == "ko"
    assert len(three["options"]) == 3
    for option in three["options"]:
        assert {"title", "place", "why", "season", "palette"} <= set(option)
        assert all(set(color) >= {"name", "hex", "rgb"} for color in option["palette"])
    assert picture["stage"] == "review"
    image = picture["image"]
    assert {"id", "parent", "path", "width", "height", "palette_score", "brief", "seed", "painter", "cost"} <= set(
        image
    )
    assert {"score", "fidelity", "coverage"} <= set(image["palette_score"])
    assert pixels(image["path"]) == (image["width"], image["height"])
    assert night["image"]["parent"] == image["id"]
    assert night["image"]["brief"]["scene"]["time"] == "night"
    assert recolored["image"]["parent"] == night["image"]["id"]
    assert [color["hex"] for color in recolored["image"]["brief"]["palette"]][:2] == ["#1d3557", "#e63946"]
    assert back["image"]["id"] == night["image"]["id"]
    assert [row["number"] for row in back["versions"]] == [1, 2, 3]
    assert done["stage"] == "done"
    assert len({view["thread_id"] for view in (opening, three, picture, night, recolored, back, done)}) == 1


def test_what_cannot_be_used_is_answered_and_ends_nothing() -> None:
    lines = ["/vary", "", "/nope", "/choose 1", REQUEST, "/choose 9", "/choose x", "/open", "/view"]
    answers = views(*lines)[1:]
    assert len(answers) == len(lines)
    codes = [(answer["error"] or {}).get("code") for answer in answers]
    assert codes == [
        "out_of_order",
        None,
        "bad_answer",
        "out_of_order",
        None,
        "bad_answer",
        "bad_answer",
        "bad_answer",
        None,
    ]
    assert answers[1]["reply"]
    for answer in answers:
        assert answer["thread_id"]
        assert answer["stage"] in ("ask", "choose")
    assert len(answers[-1]["options"]) == 3


def test_bytes_that_are_no_utf8_are_answered(data_dir: Path) -> None:
    from tests.ui.terminal import process

    done = process("chat", "--json", said=b"\xff\xfe\xc3(\n\xed\x95\x9c\n")
    lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert len(lines) == 3
    assert done.returncode == 0


def test_a_missing_mask_is_an_error_and_the_picture_stays(tmp_path: Path) -> None:
    *_, picture, missing, wrong = views(
        REQUEST,
        "/choose 1",
        f"/edit {tmp_path / 'no.png'} a kite",
        f"/edit {stripes(tmp_path / 'm.png', ['#fff'])} a kite",
    )
    assert missing["error"]["code"] in ("bad_picture", "not_found")
    assert missing["image"] == picture["image"]
    assert wrong["stage"] == "review"


def test_a_conversation_goes_on_where_it_stood() -> None:
    three = views(REQUEST)[-1]
    opening, picture = views("/choose 1", resume="last")
    assert opening["thread_id"] == three["thread_id"]
    assert opening["options"] == three["options"]
    assert picture["image"]["number"] == 1
    assert views(resume=three["thread_id"])[0]["image"]["id"] == picture["image"]["id"]


def test_an_unknown_conversation_is_a_typed_failure() -> None:
    for resume in ("last", "nope", "../../etc"):
        result = wanderhue("chat", "--json", "--resume", resume)
        assert result.exit_code == 1
        assert json.loads(result.stdout)["error"]["code"] == "not_found"


def test_a_conversation_that_is_written_elsewhere_is_busy_and_goes_on_later(data_dir: Path) -> None:
    from wanderhue.tools.writer_lock import writing

    thread = views(REQUEST)[-1]["thread_id"]
    with writing(data_dir / "locks", thread):
        opening, answer = views("/choose 1", resume=thread)
    assert answer["error"]["code"] == "busy"
    assert answer["options"] == opening["options"]
    assert views("/choose 1", resume=thread)[-1]["stage"] == "review"


def test_refused_words_lead_to_a_reword_pause() -> None:
    refused, back = views("a nude woman on a beach", "/reword a calm beach")[1:]
    assert refused["stage"] == "reword"
    assert refused["refusal"]["categories"]
    assert back["stage"] != "reword"
