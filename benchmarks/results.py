"""Reads the runs that a benchmark left in a folder of reports."""

import json
from pathlib import Path


def runs(reports: str) -> list[dict]:
    """All runs in the order of their start, as docs/results.md describes results.json; a run that left none is an error."""
    folders = sorted(path for path in Path(reports).iterdir() if path.is_dir())
    return [json.loads((folder / "results.json").read_text()) for folder in folders]


def gates(run: dict) -> list[dict]:
    """The judgements of a run's gates; that of its control, one target against itself, is none of them."""
    return [judgement for judgement in run["judgements"] if judgement["claim"]["gate"]]


def line(judgement: dict) -> str:
    """The verdict on one claim with its estimate."""
    estimate = judgement.get("estimate")
    reading = "no estimate"
    if estimate:
        interval = estimate["interval"]
        reading = f"{estimate['value']:.3f} [{interval['lower']:.3f}, {interval['upper']:.3f}]"
    return f"{judgement['verdict']:12} {reading}  {judgement['claim']['text']}"


def keep(all_runs: list[dict], into: str) -> None:
    """The raw figures, a JSON line a run: seed, seconds until level, verdicts, and every round's throughput by target."""
    with open(into, "w") as lines:
        for run in all_runs:
            rounds: dict[str, list[float]] = {}
            for played in run["rounds"]:
                rounds.setdefault(played["target"], []).append(round(played["throughput"], 1))
            raw = {
                "seed": run["run"]["seed"],
                "jdk": run["run"]["machine"]["jdk"],
                "secondsUntilLevel": run["warmUp"]["seconds"],
                "verdicts": {judgement["claim"]["text"]: judgement["verdict"] for judgement in run["judgements"]},
                "throughput": rounds,
            }
            lines.write(json.dumps(raw) + "\n")
