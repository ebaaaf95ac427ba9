"""Personal data is masked by form and check rule; numbers that only look so stay."""

import pytest

from wanderhue.agent.sanitizer import check_prompt

SECRETS = [
    ("write to mina.park@mail.example.org soon", "mina.park@mail.example.org"),
    ("제 번호는 010-2345-6789 예요", "010-2345-6789"),
    ("서울 사무실 02-345-6789 로 전화", "02-345-6789"),
    ("call +82 10 2345 6789 now", "+82 10 2345 6789"),
    ("my phone is (212) 555-0143", "(212) 555-0143"),
    ("공일공 이삼사오 육칠팔구 로 연락", "공일공 이삼사오 육칠팔구"),
    ("주민번호 900101-1234567 입니다", "900101-1234567"),
    ("외국인등록번호 850315-5123456", "850315-5123456"),
    ("여권 M12345678 사진", "M12345678"),
    ("passport number AB1234567", "AB1234567"),
    ("card 4111 1111 1111 1111 exp 01/30", "4111 1111 1111 1111"),
    ("국민은행 123456-04-123456 으로 입금", "123456-04-123456"),
    ("SSN 123-45-6789", "123-45-6789"),
    ("server ip 192.0.2.17", "192.0.2.17"),
    ("강남구 테헤란로 12길 34, 101동 1203호 앞", "강남구 테헤란로 12길 34, 101동 1203호"),
    ("내 번호 ０１０-２３４５-６７８９", "０１０-２３４５-６７８９"),
]

LOOK_ALIKES = [
    "app icon, version 2.14.3.8",
    "a ticket for 12,500원 and another for $1,299.00",
    "the years 1988, 2002 and 2018 on a timeline",
    "palette #a1b2c3 #445566 #123456",
    "a poster at 1024x768, seed 4111111111111112",
    "위도 37.5665, 경도 126.9780 근처 카페",
    "해발 1,947m 정상까지 4시간 12분",
    "flight KE123 departs 16:55 from gate 27",
    "2026-11-21 부터 2026-11-25 까지",
    "room 805, floor 14, 3박 4일",
    "12-34 Main Street facade in watercolor",
    "a card game with 4111 1111 1111 1112 points",
]


@pytest.mark.parametrize(("text", "secret"), SECRETS)
def test_personal_data_is_masked_and_shown_as_a_change(text: str, secret: str) -> None:
    verdict = check_prompt(text)
    assert verdict.verdict == "rewritten"
    assert verdict.categories == ("personal_data",)
    assert verdict.text == text.replace(secret, "[...]")
    assert verdict.changes[0].before == secret


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_numbers_that_only_look_so_are_untouched(text: str) -> None:
    assert check_prompt(text).text == text
    assert check_prompt(text).verdict == "allowed"


def test_a_number_cut_by_invisible_characters_is_still_masked() -> None:
    assert check_prompt("내 번호 010-23\u200b45-67\u200b89").text == "내 번호 [...]"
