"""The typefaces as a browser gets them from the running studio."""

from tests.browser.pages import Pages, shot
from tests.browser.watch import Watch

PAGE = """
<link rel=stylesheet href='/wh/static/fonts/fonts.css'>
<h1 style="font: 650 34px 'Bricolage Grotesque', Pretendard, serif">
Where does your mind wander? 어디로 떠나고 싶으세요?</h1>
<p style="font: 15px 'Hanken Grotesk', Pretendard, serif">
Three ways to spend it, 12 → 48. 이렇게 세 가지 여행을 골랐어요.</p>
"""


def test_a_page_in_both_languages_gets_its_typefaces_from_the_studio_in_a_few_small_parts(
    studio_url: str, open_page: Pages, watch: Watch
) -> None:
    page = open_page(f"{studio_url}/wh/health")
    with page.expect_response("**/fonts.css"):
        page.evaluate("html => { document.body.innerHTML = html }", PAGE)
    shot(page, "fonts")
    fetched = [url for url in watch.requests if url.endswith(".woff2")]
    loaded = "[...document.fonts].filter(face => face.status === 'loaded').map(face => face.family)"
    families = {family.strip("'\"") for family in page.evaluate(loaded)}
    assert families == {"Bricolage Grotesque", "Hanken Grotesk", "Pretendard"}
    assert all(url.startswith(f"{studio_url}/wh/static/fonts/") for url in fetched)
    assert 4 <= len(fetched) <= 20
