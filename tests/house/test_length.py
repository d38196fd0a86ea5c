"""A file that fits the mind: past 250 lines it is split by noun, or stands here with its reason."""

from tests.house import tree

MOST = 250
LONGER: dict[str, str] = {
    "dev.py": "it runs before anything is installed, so it has to be one file",
    "facilitation/commands.py": "every command there is, as one table of data",
}
SOURCES = ("*.py", "*.ts", "*.tsx", "*.css", "*.toml", "*.html")


def lines(path):
    return len(tree.text(path).splitlines())


def test_files_are_short():
    written = [path for path in tree.files(*SOURCES) if not path.name.endswith(".gen.ts")]
    assert len(written) > len(LONGER)
    long = [path for path in written if lines(path) > MOST and str(path) not in LONGER]
    assert not long, "\n".join(f"{path} has {lines(path)} lines" for path in long)


def test_no_reason_outlives_its_file():
    assert [path for path in LONGER if not (tree.ROOT / path).exists() or lines(path) <= MOST] == []
