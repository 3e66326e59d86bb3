"""Burns one CPU a third of the time, in bursts of 0.2 to 3 s, as another program on the machine would.

Called as `neighbour.py <process> <seed> <seconds>`: the process that started it, the seed of its bursts, and the longest time. It ends with
that process, however that ends, or when it is told to. Then it prints the share of one CPU that it used. When its time is over it fails
unless this was a fifth to a half: on an idle machine `bash -c 'python3 benchmarks/neighbour.py $$ 1 30; echo $?'` checks it."""

import os
import random
import signal
import sys
import time


def burn(seconds: float) -> None:
    """Computes for so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def bursts(seed: int):
    """Yields the seconds of each burst and of the pause after it, which is twice as long in the mean."""
    drawn = random.Random(seed)
    while True:
        burst = drawn.uniform(0.2, 3)
        yield burst, burst * drawn.uniform(1, 3)


def steps(seconds: float, longest: float = 0.1):
    """Yields the parts of a time, each short enough to look around after it."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        yield min(left, longest)


def disturb(starter: int, seed: int, seconds: float) -> None:
    """Burns and pauses until the starter is gone or the time is over."""
    last = time.monotonic() + seconds
    for burst, pause in bursts(seed):
        for act, time_of_it in ((burn, burst), (time.sleep, pause)):
            for step in steps(time_of_it):
                if os.getppid() != starter or time.monotonic() > last:
                    return
                act(step)


def main() -> None:
    starter, seed, seconds = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    start, before = time.monotonic(), time.process_time()
    try:
        disturb(starter, seed, seconds)
    finally:
        passed = time.monotonic() - start
        share = (time.process_time() - before) / passed
        print(f"the neighbour used {share:.0%} of one CPU in {passed:.0f} s", flush=True)
    sys.exit(not 0.2 <= share <= 0.5)


if __name__ == "__main__":
    main()
