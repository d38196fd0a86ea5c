"""Any network: one that lets no WebSocket through, and one as slow as an old phone's."""

from playwright.sync_api import expect

from tests.journeys.people import Participant
from tests.journeys.relay import without_websockets

IDEAS = ("Lend a garden to whoever has none", "Shade at the playground")
SLOW = {"offline": False, "latency": 300, "downloadThroughput": 250_000 / 8, "uploadThroughput": 50_000 / 8}
"""2G at its better: 250 kilobits a second down, 50 up, and 0.3 s until anything comes."""
MOST_BYTES = 200_000


def test_where_no_websocket_comes_through_a_step_goes_on_all_the_same(gather, house):
    meeting = gather()
    lead = meeting.lead()
    with without_websockets(house.url) as relay:
        aisha = Participant(meeting.page(), "Aisha")
        aisha.joins(meeting.link.replace(house.url, relay.url))
        meeting.moves_to("Ideas", lead, aisha)
        aisha.writes("Idea", IDEAS[0])
        aisha.has_saved(IDEAS[0])
        lead.goes_on("Read the ideas")
        lead.sees(IDEAS[0])
        aisha.stands_at("Read the ideas")
        aisha.returns()
        aisha.sees(IDEAS[0])
        assert relay.refused > 0
        aisha.page.close()


def test_on_a_slow_line_one_is_in_after_less_than_200_kb_and_what_one_writes_arrives_once(gather):
    meeting = gather()
    lead = meeting.lead()
    meeting.moves_to("Ideas", lead)
    aisha = Participant(meeting.page(width=360, height=740), "Aisha")
    network, loaded = aisha.page.context.new_cdp_session(aisha.page), []
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOW)
    network.on("Network.loadingFinished", lambda said: loaded.append(said["encodedDataLength"]))
    aisha.page.set_default_timeout(30_000)
    aisha.page.goto(meeting.link)
    aisha.hand.press(aisha.button("Join").first)
    aisha.button("Join in").click()
    aisha.stands_at("Ideas")
    assert 30_000 < sum(loaded) < MOST_BYTES, loaded
    aisha.writes("Idea", *IDEAS)
    aisha.has_saved(*IDEAS)
    network.send("Network.emulateNetworkConditions", SLOW | {"offline": True})
    network.send("Network.emulateNetworkConditions", SLOW)
    aisha.returns()
    aisha.has_saved(*IDEAS)
    lead.goes_on("Read the ideas")
    for text in IDEAS:
        expect(lead.card(text)).to_have_count(1)
