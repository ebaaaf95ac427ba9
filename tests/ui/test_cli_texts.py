import re
from pathlib import Path
from string import Formatter

from wanderhue.ui.cli import texts

HERE = Path(texts.__file__).parent


def slots(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_sentence_has_both_languages_with_the_same_slots() -> None:
    for key, said in texts.table().items():
        assert set(said) == {"en", "ko"}, key
        assert slots(said["en"]) == slots(said["ko"]), key


def test_korean_sentences_are_korean_and_english_ones_are_not() -> None:
    for key, said in texts.table().items():
        assert re.search("[가-힣]", said["ko"]) or key == "help", key
        assert not re.search("[가-힣]", said["en"]), key


def test_no_sentence_is_missing_and_none_is_left_over() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in HERE.glob("*.py"))
    named = set(re.findall(r'"([a-z_]+)"', code)) & set(texts.table())
    stages = {key for key in texts.table() if key.startswith("stage_")}
    assert set(texts.table()) == named | stages
    assert set(re.findall(r'\btext\(\s*"([a-z_]+)"', code)) <= set(texts.table())
    assert set(re.findall(r'Unclear\("([a-z_]+)"', code)) <= set(texts.table())


def test_an_unknown_language_reads_english() -> None:
    assert texts.text("bye", "") == texts.text("bye", "en") == texts.text("bye", "fr")
