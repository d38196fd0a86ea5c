"""The mailbox: what threads post is read in order, by one reader who waits for it."""

import threading

import pytest

from server.mailbox import Mailbox


@pytest.fixture
def mailbox():
    mailbox = Mailbox()
    yield mailbox
    mailbox.close()
    assert mailbox.take() == []


def test_what_was_posted_comes_out_in_its_order_and_once(mailbox):
    for letter in range(5):
        mailbox.post(letter)
    assert mailbox.take() == [0, 1, 2, 3, 4]
    mailbox.post(5)
    assert mailbox.take() == [5]


def test_a_reader_waits_for_a_thread_and_misses_nothing(mailbox):
    posting = threading.Thread(target=lambda: [mailbox.post(letter) for letter in range(2000)])
    posting.start()
    read = []
    while len(read) < 2000:
        read += mailbox.take()
    posting.join()
    assert read == list(range(2000))
