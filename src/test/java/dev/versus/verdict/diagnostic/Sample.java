package dev.versus.verdict.diagnostic;

import dev.versus.comparison.Outcome;
import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Round;
import dev.versus.workload.FixedRequests;
import dev.versus.workload.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Evidence built by hand: ten rounds a target on two CPUs, in which targets take turns to go first. */
final class Sample {

    static final FixedRequests LOAD = FixedRequests.fixedRequests(10_000).concurrency(50);
    private static final int MOST_TARGETS = 10;

    private final Map<String, Workload> workloads = new TreeMap<>();
    private final List<Round> rounds = new ArrayList<>();
    private boolean level = true;
    private int firstInTurn = 5;

    static Sample ofHealthy(String... targets) {
        Sample sample = new Sample();
        for (String target : targets) {
            sample.target(target, round -> Seen.healthy());
        }
        return sample;
    }

    /** A target under the usual load. */
    Sample target(String name, IntFunction<Seen> inRound) {
        return target(name, LOAD, inRound);
    }

    Sample target(String name, Workload workload, IntFunction<Seen> inRound) {
        int place = workloads.size();
        workloads.put(name, workload);
        for (int round = 1; round <= 10; round++) {
            boolean inOrder = goesInOrder(round);
            int turn = round * MOST_TARGETS + (inOrder ? place : MOST_TARGETS - 1 - place);
            rounds.add(new Round(
                    name, round, turn, Instant.EPOCH, inRound.apply(round).measurement(), List.of()));
        }
        return this;
    }

    /** Whether the first target goes first in this round. */
    boolean goesInOrder(int round) {
        return round <= firstInTurn;
    }

    /** In how many rounds, from the first on, the targets go in the order in which they were named; five, unless told. */
    Sample inOrderFor(int count) {
        firstInTurn = count;
        return this;
    }

    /** The bound in time ended warming up. */
    Sample warmUpCutOff() {
        level = false;
        return this;
    }

    Evidence evidence() {
        return new Evidence(workloads, new Outcome(new WarmUp(level, 30, List.of()), rounds), 1).onMachineOf(2);
    }
}
