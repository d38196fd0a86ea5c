"""What the Markdown pages of the project name in code: spans between backquotes, lines of shell blocks, links."""

import re

from tests.house import tree

LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")
SPAN = re.compile(r"`([^`\n]+)`")
BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
SHELL = ("", "sh", "bash", "console")


def pages():
    return tree.files("*.md")


def links(page):
    return LINK.findall(tree.text(page))


def spans(page):
    return SPAN.findall(BLOCK.sub("", tree.text(page)))


def shell_lines(page):
    blocks = [block for kind, block in BLOCK.findall(tree.text(page)) if kind in SHELL]
    return [line.strip() for block in blocks for line in block.splitlines()]
