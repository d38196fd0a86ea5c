"""What a phone loads before its owner is in: little, and from one place."""

from urllib.parse import urlsplit

MOST_SCRIPT = 70_000
MOST_STYLE = 15_000


def test_a_participant_s_first_load_is_light_and_comes_from_one_place(gather):
    meeting = gather()
    page = meeting.page(width=360, height=740)
    kinds, sizes, hosts = {}, {"Script": 0, "Stylesheet": 0}, set()
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.responseReceived", lambda said: kinds.update({said["requestId"]: said["type"]}))

    def count(said):
        kind = kinds.get(said["requestId"], "")
        if kind in sizes:
            sizes[kind] += said["encodedDataLength"]

    network.on("Network.loadingFinished", count)
    page.on("request", lambda asked: hosts.add(urlsplit(asked.url).netloc))
    page.on("websocket", lambda socket: hosts.add(urlsplit(socket.url).netloc))
    page.goto(meeting.link)
    page.get_by_role("button", name="Join", exact=True).click()
    page.get_by_role("heading", name="We start soon").wait_for()
    page.wait_for_load_state("networkidle")
    assert hosts == {urlsplit(meeting.url).netloc}
    assert 10_000 < sizes["Script"] <= MOST_SCRIPT, sizes
    assert 1_000 < sizes["Stylesheet"] <= MOST_STYLE, sizes
    assert page.context.cookies() == []
