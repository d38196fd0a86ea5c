"""`python -m tests.load bench` measures; `python -m tests.load soak` lets people come and go for half an hour."""

import argparse
import sys

from tests.load.bench import bench
from tests.load.parts import PARTS


def parts(words):
    names = words.split(",")
    strange = [name for name in names if name not in PARTS]
    if strange:
        raise argparse.ArgumentTypeError(f"no part {', '.join(strange)}; there are {', '.join(PARTS)}")
    return names


def main():
    """Exit with 1 when a goal is not met."""
    reader = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    commands = reader.add_subparsers(dest="command", required=True)
    one = commands.add_parser("bench", help="measure, beside peers from the npm registry")
    one.add_argument("--only", type=parts, default=list(PARTS), help=f"parts, with commas: {', '.join(PARTS)}")
    one.add_argument("--repeats", type=int, default=3, help="rounds; figures are medians of them")
    one.add_argument("--seconds", type=float, default=4.0, help="measured in each round")
    asked = reader.parse_args()
    sys.exit(1 if bench(asked.only, asked.repeats, asked.seconds) else 0)


if __name__ == "__main__":
    main()
