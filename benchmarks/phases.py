"""Tells where the time of one `./mvnw gatling:test` went, from its stamped log and its results.json.

Writes beside the log, as <log>.marks, when the system began to start and how long it took until it was healthy, in seconds."""

import json
import re
import sys
from pathlib import Path

STAMPED = re.compile(r" *(\d+\.\d+) (.*)")
STEP = re.compile(r"\[INFO\] --- (\S+):\S+:(\S+) \(")
COMPILERS = {("compiler", "compile"), ("compiler", "testCompile"), ("jte", "precompile")}
MARKS = {
    "starting": re.compile(r"versus: starting "),
    "healthy": re.compile(r"versus: healthy after "),
    "warm": re.compile(r"versus: warmed up with "),
    "played": re.compile(r"versus: (round|stopped after round) \d+"),
}


def stamped(log: Path) -> list[tuple[float, str]]:
    """The lines of a log with the seconds at which they came."""
    found = [STAMPED.match(line) for line in log.read_text(errors="replace").splitlines()]
    return [(float(line[1]), line[2]) for line in found if line]


def steps(lines: list[tuple[float, str]]) -> list[tuple[float, tuple[str, str]]]:
    """When Maven began which goal of which plugin."""
    found = [(second, STEP.match(text)) for second, text in lines]
    return [(second, (step[1], step[2])) for second, step in found if step]


def compiling(begun: list[tuple[float, tuple[str, str]]]) -> float:
    """The seconds that compilers took; a step lasts until the next one begins."""
    return sum(after - second for (second, step), (after, _) in zip(begun, begun[1:]) if step in COMPILERS)


def marks(lines: list[tuple[float, str]]) -> dict[str, float]:
    """The moment of each mark's last line, but of the first system that starts; a mark that is missing is an error."""
    seen: dict[str, float] = {}
    for second, text in lines:
        for mark, pattern in MARKS.items():
            if pattern.match(text) and not (mark == "starting" and mark in seen):
                seen[mark] = second
    if missing := MARKS.keys() - seen.keys():
        sys.exit(f"the log has no line for: {', '.join(sorted(missing))}")
    return seen


def phases(lines: list[tuple[float, str]], whole: float) -> dict[str, float]:
    """The seconds of each phase; together they are the whole."""
    begun, seen = steps(lines), marks(lines)
    generator = [second for second, step in begun if step == ("gatling", "test")]
    if not generator:
        sys.exit("the log has no line for: gatling:test")
    compilers = compiling(begun)
    return {
        "Maven": generator[-1] - compilers,
        "compiling": compilers,
        "the generator's JVM": seen["starting"] - generator[-1],
        "launch": seen["healthy"] - seen["starting"],
        "warm-up": seen["warm"] - seen["healthy"],
        "rounds": seen["played"] - seen["warm"],
        "reports": whole - seen["played"],
    }


log, results, whole = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text()), float(sys.argv[3])
lines = stamped(log)
print("  " + ", ".join(f"{phase} {seconds:.1f} s" for phase, seconds in phases(lines, whole).items()))
print(f"  by results.json: launch {results['run']['launchSeconds']:.1f} s, warm-up {results['warmUp']['seconds']:.1f} s,"
      f" {results['extent']['ended']} rounds")
Path(f"{log}.marks").write_text(f"{marks(lines)['starting']:.2f} {results['run']['launchSeconds']:.2f}\n")
