"""Numbers and addresses that belong to a person, found by their form and their own check rules.

A picture needs none of them, so each is replaced by '[...]' before a model sees the text. Versions, prices, years,
hex colors, sizes, seeds and coordinates have other forms and stay.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

MASK = "[...]"
_DIGIT_WORD = "공영일이삼사오육칠팔구"
_BANK = (
    "신한|국민|우리|하나|농협|기업|카카오|토스|케이|새마을|신협|우체국|수협|부산|대구|광주|전북|경남|제일|씨티|산업"
    "|KB|NH|IBK|SC"
)
_ACCOUNT = r"(\d{2,6}-\d{2,6}-\d{2,8}(?:-\d{1,6})?|\d{10,14})(?!\d)"


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A form, the group that is the secret itself, and what else must hold."""

    form: re.Pattern[str]
    holds: Callable[[str], bool] = lambda _: True
    part: int = 0


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _is_date(digits: str) -> bool:
    """Whether the first six digits of a Korean registration number can be a date of birth."""
    month, day = int(digits[2:4]), int(digits[4:6])
    return 1 <= month <= 12 and 1 <= day <= 31


def _luhn(text: str) -> bool:
    """The check sum of payment cards (ISO/IEC 7812-1, annex B)."""
    digits = [int(char) for char in _digits(text)]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return len(set(digits)) > 1 and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _is_ip(text: str) -> bool:
    return all(int(part) < 256 for part in text.split("."))


def _number(form: str) -> re.Pattern[str]:
    """A form of digits that is not a piece of a longer number."""
    return re.compile(rf"(?<![\d.#])(?<!\d[-,]){form}(?!\d)(?!-\d)")


def _is_spelled_mobile(text: str) -> bool:
    """Whether digits written as Korean words begin as a mobile number does."""
    return text[0] in "공영0" and text[1] in "일1" and not text[:3].isdigit()


_SPELLED = rf"[{_DIGIT_WORD}\d]"
_ADDRESS = (
    r"(?<![가-힣])(?:[가-힣]{1,7}(?:시|도)\s)?[가-힣]{1,6}[시군구]\s[가-힣0-9]{1,12}(?:로|길)\s?(?:\d{1,4}번?길\s?)?"
    r"\d{1,4}(?:-\d{1,4})?(?:,?\s?\d{1,4}동)?,?\s?\d{1,5}호(?:에 사는 [가-힣]{2,4}(?![가-힣]))?"
)
_PATTERNS = (
    # e-mail
    _Pattern(
        re.compile(
            r"(?<![\w.+-])[\w+-](?:[\w.+-]{0,62}[\w+-])?@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}(?!\w)",
        )
    ),
    # Korean registration numbers of residents (1-4) and foreigners (5-8)
    _Pattern(_number(r"\d{6}\s?[-–]?\s?[1-8]\d{6}"), lambda text: _is_date(_digits(text))),
    # payment cards
    _Pattern(_number(r"(?:\d[ -]?){12,18}\d"), _luhn),
    # telephones: international, Korean mobile and fixed, North American, spelled in Korean
    _Pattern(_number(r"\+\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}")),
    _Pattern(_number(r"01[016789][ .-]?\d{3,4}[ .-]?\d{4}")),
    _Pattern(_number(r"\(?0(?:2|[3-6]\d|70|80|50\d)\)?[ .-]\d{3,4}[ .-]\d{4}")),
    _Pattern(_number(r"(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[.-])\d{3}[ .-]\d{4}")),
    _Pattern(
        re.compile(rf"(?<![가-힣]){_SPELLED}{{3}}[ .-]?{_SPELLED}{{3,4}}[ .-]?{_SPELLED}{{4}}(?!\d)"),
        _is_spelled_mobile,
    ),
    # US social security numbers
    _Pattern(re.compile(r"(?i)(?:ssn|social security(?: number)?)\D{0,12}(\d{3}[ -]?\d{2}[ -]?\d{4})(?!\d)"), part=1),
    _Pattern(_number(r"(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}")),
    # passports: Korean by form, others beside the word
    _Pattern(re.compile(r"(?<![A-Za-z0-9])[MSRODG](?:\d{8}|\d{3}[A-Z]\d{4})(?![A-Za-z0-9])")),
    _Pattern(
        re.compile(r"(?i)passport\W{0,3}(?:no|number|num)?\W{0,3}(?:is )?([A-Z]{0,2}\d{6,9})(?![A-Za-z0-9])"), part=1
    ),
    # bank accounts, beside a bank or a word of paying
    _Pattern(
        re.compile(
            rf"(?:계좌(?:번호)?|통장|(?:{_BANK})(?:은행|뱅크)?|입금|송금|account(?: number| no)?)"
            rf"[^\d\n]{{0,12}}{_ACCOUNT}"
        ),
        part=1,
    ),
    _Pattern(re.compile(rf"(?<![\d-]){_ACCOUNT}[^\d\n]{{0,6}}(?:입금|송금|계좌)"), part=1),
    # network addresses, only where named so: four-part versions look the same
    _Pattern(
        re.compile(r"(?i)\bip(?:v4)?(?: address)?\W{0,3}(?:is |: ?)?((?:\d{1,3}\.){3}\d{1,3})(?![\d.])"), _is_ip, part=1
    ),
    # Korean homes: a street number with a door number, and who lives there
    _Pattern(re.compile(_ADDRESS)),
)
_HINT = re.compile(r"\d{3}|@|[공영]일[공일육칠팔구]")


def personal_data(text: str) -> Iterator[tuple[int, int]]:
    """Spans of personal data in the text, in order, none overlapping."""
    if not text.isascii():
        text = "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text)
    if not _HINT.search(text):
        return
    spans = sorted(m.span(p.part) for p in _PATTERNS for m in p.form.finditer(text) if p.holds(m[p.part]))
    end = -1
    for start, stop in spans:
        if start >= end:
            yield start, stop
            end = stop


def mask(text: str) -> tuple[str, list[str]]:
    """The text with '[...]' for personal data, and what was there."""
    spans = list(personal_data(text))
    parts, at = [], 0
    for start, stop in spans:
        parts += [text[at:start], MASK]
        at = stop
    return "".join([*parts, text[at:]]), [text[a:b] for a, b in spans]
