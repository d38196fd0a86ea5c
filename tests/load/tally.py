"""What came to whom: every command counted by the token in its words, so that frames that carry many count for many.

The same bytes go to every socket, so a payload is read once and recognised after that. For each
payload a row of bytes says which sockets have had it: what is lost and what came twice is exact.
"""

import re

TOKEN = re.compile(rb"~t(\d{7})~")
PEEK, WHOLE = 96, 2048


def token(number):
    """The mark of a command, to be put into its words."""
    return f"~t{number:07d}~"


class Batch:
    """One payload: the commands in it, and who has had it."""

    __slots__ = ("count", "kind", "last", "numbers", "own", "payload", "rows", "seen", "size")

    def __init__(self, payload, kind, numbers, people):
        self.payload, self.kind, self.numbers, self.size = payload, kind, numbers, len(numbers)
        self.seen = bytearray(people) if numbers else None
        self.count, self.last, self.own, self.rows = 0, 0, {}, 1


class Tally:
    """Commands sent, and what was seen of each. `echo`: whether the sender hears its own as well."""

    def __init__(self, people, *, echo):
        self.people, self.echo = people, echo
        self.expected = people if echo else people - 1
        self.sent_at, self.senders = [], []
        self.delivered = self.bytes = self.twice = 0
        self.finished = 0
        self._where = {}
        self._known = {}

    def sent(self, sender, now):
        """A command goes out now; its number."""
        self.sent_at.append(now)
        self.senders.append(sender)
        return len(self.sent_at) - 1

    def batch(self, payload, kind):
        """The batch of these bytes: known, or read now."""
        long = len(payload) > WHOLE
        key = (len(payload), payload[:PEEK], payload[-PEEK:]) if long else payload
        found = self._known.get(key)
        if found is not None and (not long or found.payload == payload):
            return found
        numbers = [int(one) for one in TOKEN.findall(payload)]
        numbers = [one for one in dict.fromkeys(numbers) if one < len(self.sent_at)]
        made = Batch(payload, kind, numbers, self.people)
        for one in numbers:
            sender = self.senders[one]
            made.own[sender] = made.own.get(sender, 0) + 1
            rows = self._where.setdefault(one, [])
            rows.append(made)
            if len(rows) > 1:
                for other in rows:
                    other.rows = 2
        self._known[key] = made
        return made

    def heard(self, batch, who, now):
        """A socket got this batch. True when the batch has reached everybody."""
        if batch.seen[who]:
            self.twice += batch.size
            return False
        batch.seen[who] = 1
        batch.count += 1
        batch.last = now
        self.delivered += batch.size - batch.own.get(who, 0)
        if batch.rows == 1:
            if batch.count == self.expected:
                self.finished += batch.size
                return True
            return False
        return self._finished_apart(batch)

    def _finished_apart(self, batch):
        """The same for commands that came in several different payloads."""
        done = [one for one in batch.numbers if sum(row.count for row in self._where[one]) == self.expected]
        self.finished += len(done)
        return bool(done)

    @property
    def shown(self):
        """How many commands anybody has seen."""
        return len(self._where)

    def receivers(self, number):
        """How many others have seen this command, how often too many, and when the last one did."""
        rows = self._where.get(number, ())
        union, total = 0, 0
        for row in rows:
            union |= int.from_bytes(row.seen, "little")
            total += row.count
        seen = union.bit_count()
        own = (union >> (8 * self.senders[number])) & 1
        return seen - own, total - seen, max((row.last for row in rows), default=0)

    def lost(self):
        """Deliveries that never came."""
        return sum(self.people - 1 - self.receivers(number)[0] for number in range(len(self.sent_at)))

    def doubled(self):
        """Deliveries that came twice."""
        return self.twice + sum(self.receivers(number)[1] for number in range(len(self.sent_at)))

    def latencies(self, begin, end):
        """Seconds from send to the last receiver, of the commands sent in that window that reached everybody."""
        found = []
        for number, at in enumerate(self.sent_at):
            if begin <= at < end:
                seen, _, last = self.receivers(number)
                if seen == self.people - 1:
                    found.append(last - at)
        return sorted(found)


def percentile(ordered, share):
    """A value of an ordered list; not a number when there is none."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")
