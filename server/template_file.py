"""A YAML file that a person wrote: its data, and the line of every place in it.

Safe: plain values only, no anchors (so nothing small can grow huge), no key twice.
"""

from pathlib import Path

import yaml

from facilitation.finding import Finding, Level, Where

BIGGEST = 200_000
"""Bytes; the longest agenda we know has 5,000."""


class TemplateError(Exception):
    """Files that cannot be used. `problems`: one line for each, with file and line."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class TemplateFile:
    """One file, read. `name`: its path from the folder above `templates`, as people say it."""

    def __init__(self, path: Path, name: str) -> None:
        """Read the file.

        Raises: `TemplateError` when it is no YAML that we accept.
        """
        self.name, self.path = name, path
        try:
            if path.stat().st_size > BIGGEST:
                raise self._refuse(1, "this file is too big to be a template.")
            loader = yaml.SafeLoader(path.read_text(encoding="utf-8-sig"))
            self._root = loader.get_single_node()
            self._look_through(self._root, set())
            self.data: object = None if self._root is None else loader.construct_document(self._root)
        except yaml.MarkedYAMLError as problem:
            mark = problem.problem_mark or problem.context_mark
            line = 1 if mark is None else mark.line + 1
            raise self._refuse(line, f"this is not YAML: {problem.problem or problem.context}.") from None
        except (UnicodeDecodeError, yaml.YAMLError):
            raise self._refuse(1, "this is not a text file in UTF-8.") from None
        except (RecursionError, ValueError):
            raise self._refuse(1, "this is not YAML that we can read.") from None

    def line(self, where: Where) -> int:
        """The line, from 1, of the deepest part of this path that is in the file."""
        node, found = self._root, 1
        for step in where:
            if isinstance(node, yaml.MappingNode):
                pairs = [(key, value) for key, value in node.value if key.value == step]
                if not pairs:
                    break
                key, node = pairs[0]
                found = key.start_mark.line + 1
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                found = node.start_mark.line + 1
        return found

    def tell(self, finding: Finding) -> str:
        """`templates/agendas/<name>.yaml:17: what is wrong`."""
        label = "warning: " if finding.level is Level.WARNING else ""
        return f"{self.name}:{self.line(finding.where)}: {label}{finding.say}"

    def _refuse(self, line: int, say: str) -> TemplateError:
        return TemplateError([f"{self.name}:{line}: {say}"])

    def _look_through(self, node: yaml.Node | None, seen: set[int]) -> None:
        if node is None or isinstance(node, yaml.ScalarNode):
            return
        if id(node) in seen:
            raise self._refuse(node.start_mark.line + 1, "anchors (& and *) are not for these files.")
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            for one in node.value:
                self._look_through(one, seen)
        if isinstance(node, yaml.MappingNode):
            keys: set[str] = set()
            for key, value in node.value:
                if not isinstance(key, yaml.ScalarNode):
                    raise self._refuse(key.start_mark.line + 1, "this is no name.")
                if key.value in keys:
                    raise self._refuse(key.start_mark.line + 1, f'"{key.value}" stands here twice.')
                keys.add(key.value)
                self._look_through(value, seen)
