"""Whatever people write is shown as words and never run."""

from playwright.sync_api import expect

from tests.browser.easel_studio import Easel
from tests.browser.guest import Guest
from tests.browser.pages import Pages

NONSENSE = [
    "<img src=x onerror=\"document.title='run'\"> a lake",
    "<script>document.title='run'</script><b>bold</b> a lake",
    "${document.title='run'} {{7*7}} {% raw %} a lake",
    "javascript:alert(1) [a](javascript:alert(1)) a lake",
    "🦄🏞️👩‍👩‍👧‍👦🇰🇷 \u202e\u200d a lake",
    "'\";--\\ \x0c </textarea></h2> a lake",
]


def test_code_in_words_is_words(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(viewport=(1440, 900))).arrive(easel.url)
    for number, words in enumerate(NONSENSE, 1):
        guest.do("fresh")
        guest.sees("ask")
        guest.say(words)
        said = guest.page.locator("#wh-log .said")
        guest.page.wait_for_function("document.querySelector('#wh-log .said') && !document.querySelector('.pending')")
        expect(said.first).to_contain_text("a lake")
        assert said.locator("*").count() == guest.page.locator(".trip-name span *").count() == 0
        assert guest.page.title() == "Wanderhue", words
        guest.drawer("albums")
        expect(guest.page.locator(".album")).to_have_count(number)
        guest.close_drawer()
    assert guest.page.locator(".album strong *").count() == 0


def test_pasted_html_becomes_plain_words(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(viewport=(1440, 900))).arrive(easel.url)
    guest.page.evaluate(
        """() => { const data = new DataTransfer();
        data.setData('text/html', '<img src=x onerror="document.title=1"><b>draw a lake</b>');
        data.setData('text/plain', 'draw a lake');
        document.querySelector('#wh-words textarea').dispatchEvent(
          new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }"""
    )
    assert guest.page.title() == "Wanderhue"
    assert guest.page.locator("#wh-composer img:not(.icon)").count() == 0


def test_twenty_thousand_characters_are_answered_and_shown_folded(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(viewport=(390, 844), touch=True)).arrive(easel.url)
    words = "a lake by the hills and " * 833
    guest.say(words[:20_000])
    expect(guest.page.locator("#wh-log .said").first).to_be_attached()
    guest.page.wait_for_function("!document.querySelector('.pending')")
    expect(guest.page.locator("#wh-log .turn p").first).not_to_be_empty()
    assert guest.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert guest.page.locator("#wh-log .said").first.bounding_box()["height"] < 700  # type: ignore[index]  # it is shown
    guest.say("a slow week by the sea")
    guest.sees("choose")


def test_a_long_word_breaks_no_layout(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(viewport=(390, 844), touch=True, locale="ko-KR"), "ko").arrive(easel.url)
    guest.say("호" * 600)
    guest.page.wait_for_function("!document.querySelector('.pending')")
    assert guest.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert guest.page.evaluate("(log => log.scrollWidth <= log.clientWidth)(document.querySelector('#wh-log'))")


def test_hostile_words_of_a_prompt_card_and_a_mask_are_words(easel: Easel, open_page: Pages) -> None:
    guest = Guest(open_page(viewport=(1440, 900))).arrive(easel.url)
    with guest.new_picture():
        guest.say("draw a quiet lake")
    code = "</textarea><img src=x onerror=\"document.title='run'\">"
    guest.page.locator(".prompt-card > summary").click()
    guest.page.locator(".prompt [name=subject]").fill(f"a boat {code}")
    with guest.new_picture():
        guest.page.get_by_role("button", name="Paint from this card").click()
    guest.page.locator(".prompt-card > summary").click()
    expect(guest.page.locator(".prompt [name=subject]")).to_have_value(f"a boat {code}")
    assert guest.page.title() == "Wanderhue"
    assert guest.page.locator(".prompt img, .sent-text img").count() == 0
