"""Working a page through the browser's accessibility tree alone: by role and name, as a screen reader does.

No place on the screen, no selector: what has no role and name cannot be found here, and what is not
in the tree does not exist. A thing is gone to by its name, as from a list of all buttons, and worked by keys."""

from playwright.sync_api import expect

from tests.journeys.hands import Keys

FOLDED = "DisclosureTriangle"  # Chromium's word for what unfolds; ARIA has none, so `get_by_role` cannot find it


class Tree(Keys):
    """A hand that goes to things by their role and name."""

    def reach(self, target):
        expect(target).to_have_count(1)
        named = target.aria_snapshot()
        assert named.startswith("- "), f"{target} is not in the accessibility tree"
        target.focus()
        expect(target).to_be_focused()

    def unfold(self, name, within=""):
        """Unfold what has this name; `within`: the name of the list item that it belongs to."""
        line = self.page.context.new_cdp_session(self.page)
        found = self._folded(line, name, within)
        if not _is(found, "expanded"):
            line.send("DOM.focus", {"backendNodeId": found["backendDOMNodeId"]})
            self.page.keyboard.press("Enter")
        line.detach()

    def _folded(self, line, name, within):
        nodes = line.send("Accessibility.getFullAXTree")["nodes"]
        by_id = {node["nodeId"]: node for node in nodes}
        for node in nodes:
            if node.get("role", {}).get("value") != FOLDED or name not in node["name"]["value"]:
                continue
            if not within or within in _words_around(node, by_id):
                return node
        raise AssertionError(f"nothing to unfold is called {name}")


def _is(node, state):
    return any(one["name"] == state and one["value"].get("value") for one in node.get("properties", ()))


def _words_around(node, by_id):
    """All that is said in the list item that this stands in."""
    while node["parentId"] in by_id and node.get("role", {}).get("value") != "listitem":
        node = by_id[node["parentId"]]
    said, waiting = [], [node]
    while waiting:
        one = waiting.pop()
        said.append(str(one.get("name", {}).get("value", "")))
        waiting += [by_id[child] for child in one.get("childIds", ()) if child in by_id]
    return " ".join(said)
