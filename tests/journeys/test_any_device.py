"""Any device: a place that moves to another one, several people at one, and the copy that opens without a line."""

import re

from playwright.sync_api import expect

from tests.journeys.lead import Lead
from tests.journeys.people import Participant, exactly
from tests.journeys.test_drawing import drag, draw_with_the_pen, drawings, middle, stroke

IDEAS = ("A bench at every bus stop", "Soup on Thursdays", "A choir for people who cannot sing")
CODE = re.compile(r"^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$")


def offers(person, called=""):
    """Opens "Continue on another device"; the code as it stands there. `called`: what the button of one's own says."""
    person.presses(exactly(called or person.name))
    person.presses("Continue on another device")
    code = person.at.get_by_text(CODE)
    expect(code).to_be_visible()
    return code.inner_text()


def arrives(meeting, code, name="Aisha"):
    """Types the code on another device, as people do."""
    person = Participant(meeting.page(), name)
    person.page.goto(f"{meeting.url}/join")
    person.hand.type(person.box("Join code"), code.lower())
    person.presses("Go on")
    return person


def test_e13_a_place_moves_with_its_words_and_the_first_device_keeps_nothing(gather):
    meeting = gather()
    lead, aisha = meeting.lead(), meeting.joins("Aisha")
    meeting.moves_to("Ideas", lead, aisha)
    aisha.writes("Idea", IDEAS[0])
    aisha.has_saved(IDEAS[0])
    aisha.hand.type(aisha.box("Your idea"), "Half a thought")
    code = offers(aisha)
    phone = arrives(meeting, code)
    phone.stands_at("Ideas")
    phone.has_saved(IDEAS[0])
    expect(phone.box("Your idea")).to_have_value("Half a thought")
    aisha.reads("Your place is on the other device now")
    aisha.sees_nothing_of(IDEAS[0], "Half a thought")
    kept = aisha.page.evaluate("indexedDB.databases().then(all => all.map(one => one.name))")
    assert [name for name in kept if meeting.id in name] == []
    aisha.page.goto(meeting.link)
    expect(aisha.button(exactly("Join"))).to_be_visible()
    phone.rewrites(IDEAS[0], IDEAS[1])  # its key has come along
    phone.has_saved(IDEAS[1])
    lead.goes_on("Read the ideas")
    lead.sees(IDEAS[1])


def test_e13_a_code_works_once_and_whoever_stays_loses_nothing(gather):
    meeting = gather()
    lead, aisha = meeting.lead(), meeting.joins("Aisha")
    meeting.moves_to("Ideas", lead, aisha)
    code = offers(aisha)
    aisha.presses("Stay on this device")
    expect(aisha.at.get_by_text(CODE)).to_be_hidden()
    late = arrives(meeting, code)
    late.reads("This code does not work any more")
    aisha.page.keyboard.press("Escape")
    aisha.writes("Idea", IDEAS[0])
    aisha.has_saved(IDEAS[0])


def test_e13_a_reload_while_the_code_is_shown_calls_the_move_off(gather):
    meeting = gather()
    lead, aisha = meeting.lead(), meeting.joins("Aisha")
    meeting.moves_to("Ideas", lead, aisha)
    code = offers(aisha)
    aisha.returns()
    aisha.stands_at("Ideas")
    aisha.writes("Idea", IDEAS[0])
    aisha.has_saved(IDEAS[0])
    arrives(meeting, code).reads("This code does not work any more")


def test_e13_where_answers_are_lost_and_the_first_device_sleeps_the_place_still_moves_once(gather):
    meeting = gather()
    lead, aisha = meeting.lead(), meeting.joins("Aisha")
    meeting.moves_to("Ideas", lead, aisha)
    aisha.writes("Idea", IDEAS[0])
    aisha.has_saved(IDEAS[0])
    code = offers(aisha)
    aisha.page.context.set_offline(True)
    phone = Participant(meeting.page(), "Aisha")
    lost = []

    def lose(route):
        lost.append(route.fetch())  # the server has done it
        route.abort()

    phone.page.route("**/moves/finish", lose, times=1)
    phone.page.goto(f"{meeting.link}#move-{code.replace('-', '')}")
    phone.reads("We cannot reach the server")
    assert lost[0].ok
    assert meeting.link == phone.page.url  # no code in the address bar
    phone.presses("Try again")
    phone.stands_at("Ideas")
    phone.has_saved(IDEAS[0])
    aisha.page.context.set_offline(False)
    aisha.reads("Your place is on the other device now")
    lead.goes_on("Read the ideas")
    expect(lead.card(IDEAS[0])).to_have_count(1)


def test_e13_whoever_leads_goes_on_from_another_device(gather):
    meeting = gather()
    lead, aisha = meeting.lead(), meeting.joins("Aisha")
    meeting.moves_to("Ideas", lead, aisha)
    code = offers(lead, "You")
    laptop = Lead(meeting.page(), "Maureen")
    laptop.page.goto(f"{meeting.url}/join")
    laptop.hand.type(laptop.box("Join code"), code.lower())
    laptop.presses("Go on")
    laptop.stands_at("Ideas")
    lead.reads("Your place is on the other device now")
    laptop.goes_on("Read the ideas")
    aisha.stands_at("Read the ideas")
    assert "#" not in laptop.page.url


def test_e14_two_people_at_one_device_have_a_place_each_and_a_cover_between_them(gather):
    meeting = gather()
    lead, aisha = meeting.lead(), meeting.joins("Aisha")
    meeting.moves_to("Ideas", lead, aisha)
    aisha.writes("Idea", IDEAS[0])
    aisha.has_saved(IDEAS[0])
    aisha.presses(exactly("Aisha"))
    aisha.presses("Somebody else here wants to write too")
    aisha.sees_nothing_of(*IDEAS)
    aisha.presses("Somebody new")
    aisha.presses("I am new here")
    tom = Participant(aisha.page, "Tom")
    tom._comes_in()
    tom.presses("Join in")
    tom.sees_nothing_of(*IDEAS)
    tom.writes("Idea", IDEAS[1])
    tom.has_saved(IDEAS[1])
    tom.presses(exactly("Tom"))
    tom.presses("Pass the device on")
    tom.presses(exactly("Aisha"))
    expect(tom.heading("Pass the device to Aisha", 1)).to_be_visible()
    tom.sees_nothing_of(*IDEAS)
    tom.presses("I am Aisha")
    aisha.has_saved(IDEAS[0])
    aisha.sees_nothing_of(IDEAS[1])
    aisha.returns()
    aisha.reads("Who writes now?")
    aisha.presses(exactly("Tom"))
    aisha.presses("I am Tom")
    tom.has_saved(IDEAS[1])
    lead.goes_on("Read the ideas")
    lead.sees(*IDEAS[:2])


def installed(person):
    """Waits until the copy has all that this page has loaded."""
    person.page.evaluate("navigator.serviceWorker.ready")
    person.page.wait_for_function(
        """async () => {
          const held = await caches.keys();
          const files = held.length ? await (await caches.open(held[0])).keys() : [];
          return files.some(({ url }) => url.includes("/offline-"));
        }"""
    )


def test_without_a_line_the_copy_opens_with_ones_own_words_and_none_of_others(gather):
    meeting = gather()
    lead, aisha = meeting.lead(), meeting.joins("Aisha")
    meeting.moves_to("Our question", lead, aisha)
    installed(aisha)
    meeting.moves_to("Ideas", lead, aisha)
    aisha.page.context.set_offline(True)
    aisha.writes("Idea", IDEAS[0])
    aisha.reads("1 thing is not sent yet")
    aisha.returns()
    aisha.reads("You are offline. Your words are kept here.")
    aisha.reads("One thing waits to be sent.")
    aisha.reads(IDEAS[0])
    aisha.hand.type(aisha.box("Write something for later"), IDEAS[1])
    aisha.returns()
    expect(aisha.box("Write something for later")).to_have_value(IDEAS[1])
    aisha.page.context.set_offline(False)
    aisha.stands_at("Ideas")
    aisha.has_saved(IDEAS[0])
    expect(aisha.at.locator("textarea[readonly]")).to_have_value(IDEAS[1])
    kept = aisha.page.evaluate(
        """async () => (await Promise.all((await caches.keys()).map(async (name) =>
             (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat()"""
    )
    assert [path for path in kept if not path.startswith("/static/") and path != "/shell"] == []
    lead.goes_on("Read the ideas")
    expect(lead.card(IDEAS[0])).to_have_count(1)


def test_what_one_draws_and_moves_without_a_line_outlasts_a_reload_and_comes_once(gather):
    meeting = gather()
    lead, aisha = meeting.lead(), meeting.joins("Aisha")
    meeting.moves_to("Our question", lead, aisha)
    draw_with_the_pen(aisha)
    expect(drawings(lead)).to_have_count(1)
    installed(aisha)
    aisha.page.context.set_offline(True)
    stroke(aisha, 320, 200)
    expect(drawings(aisha)).to_have_count(2)
    before = drawings(lead).first.get_attribute("transform")
    aisha.presses(exactly("Choose and move"))
    drag(aisha, *middle(drawings(aisha).first), 60, 90)
    expect(drawings(aisha).first).not_to_have_attribute("transform", before)
    aisha.reads("2 things are not sent yet")
    aisha.returns()
    aisha.reads("2 things wait to be sent.")
    aisha.page.context.set_offline(False)
    aisha.stands_at("Our question")
    expect(drawings(lead)).to_have_count(2)
    expect(drawings(lead).first).not_to_have_attribute("transform", before)
    expect(drawings(aisha)).to_have_count(2)
    assert transforms(aisha) == transforms(lead)


def transforms(person):
    return sorted(one.get_attribute("transform") for one in drawings(person).all())


def test_who_hands_the_device_over_leaves_no_copy_on_it(gather):
    meeting = gather()
    meeting.lead()
    aisha = meeting.joins("Aisha")
    installed(aisha)
    aisha.presses(exactly("Aisha"))
    aisha.presses("Hand over this device")
    aisha.presses("Yes, hand it over")
    expect(aisha.button(exactly("Join"))).to_be_visible()
    left = aisha.page.evaluate(
        "Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()]).then(([a, b]) => a.length + b.length)"
    )
    assert left == 0
