"""How much one server carries, beside peers; and whether it stays the same for hours."""

import argparse
import sys

from tests.load import arriving, bench, canvas, opening, soak
from tests.load.parts import PARTS


def parts(words):
    """Names of parts, with commas between."""
    names = words.split(",")
    strange = [name for name in names if name not in PARTS]
    if strange:
        raise argparse.ArgumentTypeError(f"no part {', '.join(strange)}; there are {', '.join(PARTS)}")
    return names


def reader():
    """What may be asked for."""
    made = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    commands = made.add_subparsers(dest="command", required=True)
    one = commands.add_parser("bench", help="measure, beside peers from the npm registry")
    one.add_argument("--only", type=parts, default=list(PARTS), help=f"parts, with commas: {', '.join(PARTS)}")
    one.add_argument("--repeats", type=int, default=3, help="rounds; figures are medians of them")
    one.add_argument("--seconds", type=float, default=4.0, help="measured in each round")
    one.add_argument("--quick", action="store_true", help="two parts, one round of a second: does it work at all?")
    two = commands.add_parser("soak", help="a hundred people, of whom ten a minute come and go")
    two.add_argument("--minutes", type=float, default=30.0, help="how long")
    three = commands.add_parser("opening", help="a vote opens: how soon everybody can vote, and how the board does")
    three.add_argument("--people", type=int, default=300, help="how many")
    three.add_argument(
        "--spread", type=float, default=3.0, help="seconds within which devices ask (FOLKMOOT_SPREAD_MS)"
    )
    four = commands.add_parser("canvas", help="frames and keys of the board on a phone and a laptop, beside Excalidraw")
    four.add_argument("--rounds", type=int, default=3, help="of each board in turn; figures are medians of them")
    four.add_argument("--device", choices=("phone", "laptop"), action="append", help="only this one")
    four.add_argument("--alone", action="store_true", help="without the peer")
    five = commands.add_parser("arriving", help="from the link to writing, on a slow phone with a slow line")
    five.add_argument("--rounds", type=int, default=5, help="newcomers, one after the other; figures are medians")
    return made


def main():
    """Exit with 1 when a goal is not met, or when something grew."""
    asked = reader().parse_args()
    if asked.command == "soak":
        wrong = soak.soak(asked.minutes, bench.say)
        sys.exit("\n".join(wrong) or 0)
    if asked.command == "opening":
        sys.exit("\n".join(opening.opening(asked.people, asked.spread, bench.say)) or 0)
    if asked.command == "arriving":
        sys.exit("\n".join(arriving.arriving(asked.rounds, bench.say)) or 0)
    if asked.command == "canvas":
        names = asked.device or ("phone", "laptop")
        sys.exit(1 if canvas.canvas(asked.rounds, names, asked.alone, bench.say) else 0)
    if asked.quick:
        asked.only, asked.repeats, asked.seconds = bench.QUICK, 1, 1.0
    command = "make bench" if len(sys.argv) == 2 else f"python -m tests.load {' '.join(sys.argv[1:])}"
    sys.exit(1 if bench.bench(asked.only, asked.repeats, asked.seconds, command) else 0)


if __name__ == "__main__":
    main()
