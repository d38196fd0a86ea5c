"""Short lengths for a server's settings, so that a journey need not wait where people would."""

SHORT = {
    "batch_ms": 200,
    "grace_ms": 500,
    "closing_ms": 500,
    "here_ms": 700,
    "ballot_tick_ms": 40,
    "spread_ms": 50,
    "people_tick_ms": 40,
    "sealed_tick_ms": 40,
    "room_tick_ms": 150,
    "rate": 500,
    "burst": 500,
}
"""For `start_server(**SHORT)`."""

BRITISH = {"locale": "en-GB", "timezone_id": "Europe/London"}
"""For `open_page(**BRITISH)`: dates and times as the people of the journeys write them."""
