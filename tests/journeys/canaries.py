"""Words that nobody but their writer may have until they are shown: looked for in every byte that others receive, and
in all else that a server lets out."""

import json


class Canaries:
    """`ears`: by the name of whoever listens. `let_out()`: what else leaves the server, as bytes by what it is."""

    def __init__(self, ears, let_out):
        self._ears, self._let_out = ears, let_out
        self._writers, self._all = {}, set()

    def hatch(self, by, *words):
        """From now on these may be with them alone."""
        for word in words:
            self._writers.setdefault(word, set()).add(by)
            self._all.add(word)

    def fly(self, *words):
        """These have been shown. Everybody has them: an ear that is deaf would prove nothing."""
        heard = {name: ear.heard() for name, ear in self._ears.items()}
        deaf = [(name, word) for name, data in heard.items() for word in words if not has(data, word)]
        assert deaf == [], f"these have not heard it: {deaf}"
        self.free(*words)

    def free(self, *words):
        """Whoever likes may have these now."""
        for word in words:
            del self._writers[word]

    def look(self):
        """Nobody has what is another's, and nothing that anybody wrote leaves the server otherwise."""
        found = []
        for name, ear in self._ears.items():
            heard = ear.heard()
            found += [(name, one) for one, writers in self._writers.items() if name not in writers and has(heard, one)]
        for place, data in self._let_out().items():
            found += [(place, one) for one in self._all if has(data, one)]
        assert found == [], f"these have it: {found}"


def has(data, word):
    return word.encode() in data


class Ballots:
    """What a page casts. `secrets`: what nobody else may ever have; `choices`: what they may have after the close."""

    def __init__(self, page):
        self.secrets, self.choices = set(), set()
        page.on("request", self._note)

    def _note(self, request):
        if request.url.endswith("/cast"):
            cast = json.loads(request.post_data)
            self.secrets |= {cast["nullifier"], cast["prefix"], cast["sig"]}
            self.choices.add(json.dumps(cast["allocation"], separators=(",", ":")))
