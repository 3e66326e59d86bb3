"""Reads the runs that a benchmark left in a folder of reports."""

import json
import math
import statistics
from dataclasses import dataclass
from pathlib import Path

# A run takes so many yardstick seconds at most, from the command to the verdict, and as many again if a broken gate is drawn twice.
MOST_SECONDS = 75

# The end of the name under which the control is measured the second time.
AGAIN = " again"

# A run that uses its budget counts so many seconds of load at least.
LEAST_LOAD = 25


def folders(reports: str) -> list[Path]:
    """The folders of all runs, in the order of their start."""
    return sorted(path for path in Path(reports).iterdir() if path.is_dir())


def runs(reports: str) -> list[dict]:
    """All runs in the order of their start, as docs/results.md describes results.json; a run that left none is an error."""
    return [json.loads((folder / "results.json").read_text()) for folder in folders(reports)]


def times(reports: str) -> list[float]:
    """The yardstick seconds of each run in the same order, as `repeat` of lib.sh leaves them."""
    return [float(line.split()[1]) for line in Path(f"{reports}.times").read_text().splitlines()]


def gates(run: dict) -> list[dict]:
    """The judgements of a run's gates; that of its control, one target against itself, is none of them."""
    return [judgement for judgement in run["judgements"] if judgement["claim"]["gate"]]


def claims_on(metric: str, run: dict) -> list[dict]:
    """The judgements of claims and gates on the ratio of a metric; that of the control is none of them."""
    subjects = [(judgement["claim"]["statement"]["subject"], judgement) for judgement in run["judgements"]]
    return [
        judgement
        for subject, judgement in subjects
        if subject["kind"] == "ratio" and subject["metric"] == metric and not subject["target"].endswith(AGAIN)
    ]


def decided(judgement: dict) -> bool:
    """Whether the verdict answers the claim."""
    return judgement["verdict"] in ("CONFIRMED", "REFUTED")


def dearer(judgement: dict) -> bool:
    """Whether the claim's ratio is told from 1: all of a valid interval lies above it."""
    return judgement["verdict"] != "INVALID" and "estimate" in judgement and judgement["estimate"]["interval"]["lower"] > 1


def width(judgement: dict) -> float:
    """The width of the interval; without one nothing is known."""
    if "estimate" not in judgement:
        return float("inf")
    return judgement["estimate"]["interval"]["upper"] - judgement["estimate"]["interval"]["lower"]


def load(run: dict) -> float:
    """The seconds of load that count: all turns, and the stretches in which targets were loaded at once."""
    together = (run["run"].get("plan") or {}).get("duets", 0) * run["extent"]["ended"]
    return sum(turn["wallSeconds"] for turn in run["rounds"]) + together


def spent(run: dict, seconds: float) -> tuple[str, bool]:
    """The time of a run and its counted load in words, and whether both are within their bounds."""
    draws = 2 if run.get("secondDraws") else 1
    early = run["extent"].get("stopped") == "STOP_DECIDED"
    words = [f"{seconds:.1f} yardstick s", f"{load(run):.1f} s of counted load"]
    words += ["decided early"] * early + ["a broken gate drawn twice"] * (draws - 1)
    return ", ".join(words), seconds <= MOST_SECONDS * draws and (early or load(run) >= LEAST_LOAD)


def warm_up(run: dict) -> str:
    """How long a run warmed up, in words."""
    return f"warmed up in {run['warmUp']['seconds']:.1f} s" + ("" if run["warmUp"]["level"] else ", NOT level")


def costs(folder: Path) -> dict[str, list[float]]:
    """The services' CPU seconds for each answered request, of each round of each target, from rounds.jsonl."""
    found: dict[str, list[float]] = {}
    for text in (folder / "rounds.jsonl").read_text().splitlines():
        turn = json.loads(text).get("round")
        if turn:
            measured = turn["measurement"]
            used = sum(seconds for consumer, seconds in measured["used"]["cpu"].items() if consumer != "generator")
            answered = sum(count for status, count in measured["statuses"].items() if 200 <= int(status) < 400)
            found.setdefault(turn["target"], []).append(used / answered if answered else float("inf"))
    return found


def centre(values: list[float]) -> tuple[float, float, float]:
    """The Hodges-Lehmann median of at least six values, and its interval by Wilcoxon's signed ranks, at 95 % or more."""
    n = len(values)
    if n < 6:
        raise ValueError(f"{n} values carry no interval; six do")
    means = sorted((a + b) / 2 for at, a in enumerate(values) for b in values[at:])
    ways = [1]  # how many of all signs give each sum of ranks
    for rank in range(1, n + 1):
        longer = ways + [0] * rank
        for at, number in enumerate(ways):
            longer[at + rank] += number
        ways = longer
    tail = left_out = 0
    while (tail + ways[left_out]) * 40 <= 2**n:
        tail += ways[left_out]
        left_out += 1
    return statistics.median(means), means[left_out - 1], means[-left_out]


def ratio(of: list[float], to: list[float]) -> tuple[float, float, float]:
    """The ratio of paired values, with its interval, as `centre` says of their logarithms."""
    middle, low, high = (math.exp(value) for value in centre([math.log(a / b) for a, b in zip(of, to, strict=True)]))
    return middle, low, high


def line(judgement: dict) -> str:
    """The verdict on one claim with its estimate, and with its basis where the run tells it."""
    estimate = judgement.get("estimate")
    reading = "no estimate"
    if estimate:
        interval = estimate["interval"]
        reading = f"{estimate['value']:.3f} [{interval['lower']:.3f}, {interval['upper']:.3f}]"
    basis = f" ({judgement['basis'].lower()})" if "basis" in judgement else ""
    return f"{judgement['verdict']:12} {reading}  {judgement['claim']['text']}{basis}"


def show(number: int, run: dict, seconds: float, judgements: list[dict]) -> None:
    """Prints a run: its warm-up, its time, its verdicts, and its findings."""
    print(f"run {number}: {warm_up(run)}; {spent(run, seconds)[0]}")
    for judgement in judgements:
        print("  " + line(judgement))
    for finding in run["findings"]:
        print(f"  {finding['diagnostic']}: {finding['symptom']}")


def keep(all_runs: list[dict], into: str) -> None:
    """Adds the raw figures, a JSON line a run: seed, seconds until level, verdicts, and every round's throughput by target."""
    with open(into, "a") as lines:
        for run in all_runs:
            rounds: dict[str, list[float]] = {}
            for played in run["rounds"]:
                rounds.setdefault(played["target"], []).append(round(played["throughput"], 1))
            raw = {
                "seed": run["run"]["seed"],
                "jdk": run["run"]["machine"]["jdk"],
                "secondsUntilLevel": run["warmUp"]["seconds"],
                "verdicts": {judgement["claim"]["text"]: judgement["verdict"] for judgement in run["judgements"]},
                "estimates": {judgement["claim"]["text"]: judgement.get("estimate") for judgement in run["judgements"]},
                "throughput": rounds,
            }
            lines.write(json.dumps(raw) + "\n")


@dataclass(frozen=True)
class Held:
    """A figure that is held against a bound."""

    what: str
    figure: float
    least: float = -math.inf
    most: float = math.inf

    def bound(self) -> str:
        """The bound in words."""
        return f"at least {self.least:g}" if self.least > -math.inf else f"at most {self.most:g}"


def of_20(number: int, times: int) -> int:
    """So many of twenty runs, where there are not twenty: rounded up, so that fewer runs are no excuse."""
    return math.ceil(number * times / 20)


def conclude(work: Path, held: list[Held]) -> None:
    """Leaves the script's last line and whether all figures are within their bounds, for `concluded` of lib.sh."""
    (work / "figure").write_text(", ".join(f"{one.what} {one.figure:.4g}" for one in held))
    (work / "bound").write_text(", ".join(one.bound() for one in held))
    within = all(one.least <= one.figure <= one.most for one in held)
    (work / "within").write_text("yes" if within else "no")
