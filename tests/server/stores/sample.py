"""A small workshop to save, and the words for saving it."""

import hashlib
import secrets

from redis import Redis

from facilitation.agenda import Agenda, CardKind, Phase, PhaseKind
from facilitation.hats import Hat
from facilitation.records import key_of
from facilitation.states import Stage
from facilitation.workshop import Card, Head, Run
from server.stores import STORES
from server.stores.store import Credentials, Save

AGENDA = Agenda(
    "quick", "Twenty minutes", "Ideas", 20, (Phase("Ideas", PhaseKind.IDEATE, Hat.GREEN, 10, "What could we try?"),)
)


def new_id():
    return secrets.token_hex(16)


def hashed(text):
    return hashlib.sha256(text.encode()).hexdigest()


def ways_in(join_code=None):
    code = join_code or secrets.token_hex(4).upper()
    return Credentials(hashed("facilitator" + code), hashed("recovery" + code), code)


def by_key(*records):
    return {key_of(record): record for record in records}


def card(text="A lunch club", run="b" * 32, card_id=None):
    return Card(card_id or new_id(), run, CardKind.IDEA, hashed(text), text)


def run(**fields):
    return Run(new_id(), 0, Stage.WRITE, **fields)


def begin(store, join_code=None, workshop=None):
    """A new workshop in the store; answers its id."""
    workshop = workshop or new_id()
    assert store.create(workshop, by_key(Head(workshop, "Lonely in Seaford", AGENDA)), ways_in(join_code)) == 1
    return workshop


def put(store, workshop, after, *records, mark=None, numbers=None):
    """Save these records; answers what the store answers."""
    return store.save(Save(workshop, by_key(*records), after, numbers or {}, mark or new_id()))


def drop(store, workshop, after, *records):
    """Take these records away; answers what the store answers."""
    return store.save(Save(workshop, dict.fromkeys(by_key(*records)), after, {}, new_id()))


def opened_all(folder, redis_url):
    """Both stores of each kind, empty, by name."""
    with Redis.from_url(redis_url) as client:
        client.flushdb()
    return {name: start(redis_url if name == "redis" else f"{folder}/{name}") for name, start in STORES.items()}
