"""Where a conversation waits: before painting, after a stop or a failure, at a refusal; every card offers a way on."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.easel_studio import Easel
from tests.browser.guest import Guest
from tests.browser.pages import Pages

DESKTOP = (1440, 900)
REFUSED = "draw a naked woman, the cliffs of Moher at sunset with seabirds"


def at_a_picture(easel: Easel, open_page: Pages) -> Guest:
    """A guest who looks at a picture."""
    guest = Guest(open_page(viewport=DESKTOP)).arrive(easel.url)
    with guest.new_picture():
        guest.say("draw a quiet lake")
    return guest


def card(guest: Guest, title: str) -> Locator:
    """The card with this title, by the key of its name."""
    found = guest.page.locator(".card-note", has=guest.page.get_by_role("heading", name=guest.word(title)))
    expect(found).to_be_visible()
    return found


def test_a_stopped_painting_can_be_begun_again_or_left(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    before = guest.version()
    easel.wish(seconds=60, price=0.04)
    guest.say("make it night")
    guest.sees("painting")
    easel.wait_for_order("began", words="night")
    expect(guest.page.locator(".inspector")).to_contain_text(guest.word("next_version"))
    guest.page.get_by_role("button", name=guest.word("stop_painting")).click()
    stopped = card(guest, "confirm_stopped")
    easel.wait_for_order("stopped", words="night")
    expect(stopped).to_contain_text("may")
    assert guest.version() == before
    assert len(guest.versions()) == 1
    easel.wish(price=0.04)
    with guest.new_picture():
        stopped.get_by_role("button", name="$0.04").click()
    expect(guest.page.locator("#wh-strip .node.here")).to_contain_text("make it night")
    expect(guest.page.locator(".top")).to_contain_text("of $1.00")


def test_before_painting_it_shows_what_it_will_cost_and_waits(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    guest.prefer(preview=True)
    easel.wish(price=0.05)
    orders = len(easel.orders())
    guest.say("make it night")
    ready = card(guest, "confirm_preview")
    expect(ready.locator(".draft-sketch")).to_be_visible()
    assert guest.page.evaluate("document.querySelector('.draft-sketch').decode().then(() => true)")
    ready.get_by_text(guest.word("as_sent_soon")).click()
    expect(ready.locator(".sent-text")).to_contain_text("night")
    assert len(easel.orders()) == orders
    ready.get_by_role("button", name=guest.word("leave_it")).click()
    guest.sees("review")
    assert len(easel.orders()) == orders
    guest.say("make it night")
    with guest.new_picture():
        card(guest, "confirm_preview").get_by_role("button", name=guest.word("paint_cost", cost="$0.05")).click()


def test_over_the_limit_of_the_day_it_asks_first(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    easel.wish(price=50)
    orders = len(easel.orders())
    guest.say("make it night")
    over = card(guest, "confirm_over_cap")
    expect(over.get_by_role("button", name="$50.00")).to_be_visible()
    assert len(easel.orders()) == orders
    over.get_by_role("button", name=guest.word("leave_it")).click()
    guest.sees("review")


@pytest.mark.parametrize(
    ("failure", "title"),
    [
        ("unavailable", "confirm_failed"),
        ("unknown", "confirm_unknown_outcome"),
        ("refused", "confirm_refused"),
    ],
)
def test_a_failed_painting_says_what_was_kept_and_can_be_tried_again(
    easel: Easel, open_page: Pages, failure: str, title: str
) -> None:
    guest = at_a_picture(easel, open_page)
    before = guest.version()
    easel.wish(fail=failure)
    guest.say("make it night")
    guest.sees("confirm")
    failed = card(guest, title)
    expect(failed).to_contain_text(guest.word("confirm_kept"))
    assert guest.version() == before
    easel.wish()
    with guest.new_picture():
        failed.get_by_role("button", name="Try again").click()


def test_a_mistake_of_the_program_is_a_card_too(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    easel.stumbles = True
    easel.wish(fail="mistake")
    guest.say("make it night")
    failed = guest.page.locator(".card-note.error")
    expect(failed).to_be_visible()
    easel.wish()
    with guest.new_picture():
        failed.get_by_role("button", name="Try again").click()


def test_a_refusal_offers_other_words(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    guest.say(REFUSED)
    refused = card(guest, "refused_title")
    expect(refused.locator(".suggestion")).to_have_text("the cliffs of Moher at sunset with seabirds")
    refused.get_by_role("button", name=guest.word("edit_words")).click()
    expect(guest.composer).to_have_value(REFUSED)
    expect(guest.composer).to_be_focused()
    refused.get_by_role("button", name=guest.word("go_back")).click()
    guest.sees("review")
    guest.say(REFUSED)
    with guest.new_picture():
        card(guest, "refused_title").get_by_role("button", name=guest.word("paint_instead")).click()
    expect(guest.page.locator(".prompt [name=subject]")).not_to_have_value("")


def test_an_edited_prompt_card_is_painted_from_its_own_words(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    guest.page.locator(".prompt-card > summary").click()
    field = guest.page.locator(".prompt [name=subject]")
    field.fill("a lighthouse with a red door")
    guest.page.locator(".prompt [name=negative]").fill("people, boats")
    with guest.new_picture():
        guest.page.get_by_role("button", name="Paint from this card").click()
    prompt = easel.orders()[-1]["prompt"]
    assert "a lighthouse with a red door" in prompt
    guest.page.locator(".prompt-card > summary").click()
    expect(field).to_have_value("a lighthouse with a red door")
    guest.page.get_by_text(guest.word("as_sent"), exact=True).click()
    expect(guest.page.locator(".prompt .sent-text").first).to_have_text(prompt)


def test_words_that_were_made_safe_are_shown_before_and_after(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    with guest.new_picture():
        guest.say("draw a knight holding a sword at dawn")
    expect(guest.page.locator(".prompt-card > summary")).to_contain_text("1 changed")
    guest.page.locator(".prompt-card > summary").click()
    expect(guest.page.locator(".changes del").first).to_contain_text("sword")


def test_words_said_while_it_paints_come_next(easel: Easel, open_page: Pages) -> None:
    guest = at_a_picture(easel, open_page)
    easel.wish(seconds=1.5)
    guest.say("make it night")
    guest.sees("painting")
    with guest.new_picture():
        guest.say("let it snow")
        easel.wait_for_order("painted", words="night")
    guest.page.wait_for_function("document.querySelectorAll('#wh-strip .node[data-version]').length === 3")
    guest.sees("review")
    expect(guest.page.locator("#wh-strip .node.here")).to_contain_text("let it snow")
