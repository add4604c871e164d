"""How fast Jiexu is, as ratios of one interleaved run; ./dev bench calls this with the Python of .venv.

Other work on the machine moves every figure, and both sides of a ratio alike: so a ratio is taken inside each round, of
two runs side by side, and its median is told. docs/bench.md says how the figures are to be read.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from shutil import rmtree
from statistics import median

from clocked import Clocked, clocked
from page import Row, head, table, write
from peers import peers
from process import Command, Pair, Processes

ROOT = Path(__file__).resolve().parent.parent
CASE = "cases/jining/flexible-fifth-month.yaml"
OTHERS = tuple(
    f"cases/jining/{name}.yaml"
    for name in ("employed-third-month-back-paid", "flexible-late-2022-05-01", "flexible-late-2025-09-01")
)
RETIREMENT = "cases/jining/retirement-route-2-above-floor.yaml"
DECIDED = (0, 3)  # all decided; something open
COLD, WARM, MEMORY = 9.3, 30, 80
DECIDE = "cold: jiexu decide"


def main() -> None:
    options = argparse.ArgumentParser(prog="./dev bench", description=__doc__.partition("\n")[0])
    options.add_argument("--quick", action="store_true", help="few rounds: to see that it runs, not to be quoted")
    options.add_argument("--peers", action="store_true", help="also install and time a peer's command")
    options.add_argument("--write", action="store_true", help="put the figures into docs/bench.md")
    chosen = options.parse_args()
    rounds = 3 if chosen.quick else 25
    with tempfile.TemporaryDirectory() as made:
        # Processes first: while this one is small, so is what it forks, and the memory told is the command's own.
        rows = processes(Path(made), rounds, chosen.peers)
    rows += warm(rounds, 0.02 if chosen.quick else 0.1)
    told = f"{head(rounds)}\n\n{table(rows)}"
    print(told)
    if chosen.write:
        write(ROOT / "docs" / "bench.md", told)


def processes(made: Path, rounds: int, with_peers: bool) -> list[Row]:
    """Whole commands beside ``python -c pass``; those that take their time against the clock; memory."""
    jiexu = str(Path(sys.executable).with_name("jiexu"))
    cache = made / "cache"
    runner = Processes(ROOT, cache)
    cold = [
        Command(DECIDE, (jiexu, "decide", CASE), DECIDED),
        Command(f"{DECIDE} --json", (jiexu, "decide", "--json", CASE), DECIDED),
        Command(f"{DECIDE}, a retirement", (jiexu, "decide", RETIREMENT), DECIDED),
        Command("cold: jiexu --version", (jiexu, "--version")),
        *(command._replace(name=f"cold: {command.name}") for command in (peers(made / "peers") if with_peers else [])),
    ]
    seldom = [
        Command(f"{DECIDE}, the law read anew", (jiexu, "decide", CASE), DECIDED, first=lambda: rmtree(cache, True)),
    ]
    waited = clocked(jiexu, ROOT, made)
    few = max(rounds // 5, 2)
    pairs = runner.interleaved(cold, rounds) | runner.interleaved(seldom, few)
    rows = [ratio(name, held, COLD if name == DECIDE else None) for name, held in pairs.items()]
    told = runner.interleaved([one.command for one in waited], few)
    rows += [seconds(one, told[one.command.name]) for one in waited]
    memory = tuple(pair.own.memory for pair in pairs[DECIDE] if pair.own.memory is not None)
    if memory:
        rows.append(Row("memory: jiexu decide", memory, "MB", MEMORY))
    return rows


def ratio(name: str, pairs: list[Pair], most: float | None) -> Row:
    return Row(name, tuple(pair.own.clock / pair.bare.clock for pair in pairs), most=most, colour=colour(pairs))


def seconds(one: Clocked, pairs: list[Pair]) -> Row:
    return Row(one.command.name, tuple(pair.own.clock for pair in pairs), "s", one.most, spent(pairs))


def spent(pairs: list[Pair]) -> str:
    """The seconds of the processor, all processes of the command together."""
    busy = [pair.own.processor for pair in pairs if pair.own.processor]
    return f"processor time {median(busy):.2f} s" if busy else ""


def colour(pairs: list[Pair]) -> str:
    """The milliseconds behind a ratio, and the ratio of processor time, which waiting for a core does not move."""
    own, bare = median(pair.own.clock for pair in pairs), median(pair.bare.clock for pair in pairs)
    busy = [pair.own.processor / pair.bare.processor for pair in pairs if pair.own.processor and pair.bare.processor]
    return f"{own * 1e3:.0f} ms to {bare * 1e3:.0f} ms" + (f"; processor time {median(busy):.1f}×" if busy else "")


def warm(rounds: int, least: float) -> list[Row]:
    """Decisions of a process that holds the law, beside those written by hand."""
    from warm import DECIDED, PAIRS, timed  # imports jiexu, so not before the processes were run

    rows = []
    for case in (CASE, *OTHERS):
        seconds = timed(ROOT / case, rounds, least)
        for name, hand in PAIRS.items():
            if case != CASE and name != DECIDED:
                continue
            ratios = tuple(own / other for own, other in zip(seconds[name], seconds[hand], strict=True))
            shown = f"{median(seconds[name]) * 1e6:.0f} µs to {median(seconds[hand]) * 1e6:.0f} µs"
            what = f"warm: {name}" + (f", {Path(case).stem}" if case != CASE else "")
            rows.append(Row(what, ratios, most=WARM if name == DECIDED and case == CASE else None, colour=shown))
    return rows


if __name__ == "__main__":
    main()
