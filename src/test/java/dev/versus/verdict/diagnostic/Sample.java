package dev.versus.verdict.diagnostic;

import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Observations;
import dev.versus.measurement.Round;
import dev.versus.measurement.Ruler;
import dev.versus.verdict.Claim;
import dev.versus.verdict.CountedRounds;
import dev.versus.workload.FixedRequests;
import dev.versus.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Circumstances known = new Circumstances(workloads, 1, 2, Duration.ZERO, Map.of());
        return new Evidence(
                known,
                new WarmUp(level, 30, List.of()),
                CountedRounds.among(Observations.ofTurns(rounds), known.cpus()),
                Optional.empty(),
                List.of());
    }

    /** The first rounds alone. */
    static Evidence first(int rounds, Evidence known) {
        List<Round> fewer = known.counted().whole().turns().stream()
                .filter(round -> round.number() <= rounds)
                .toList();
        CountedRounds counted = CountedRounds.among(Observations.ofTurns(fewer), 2);
        return new Evidence(known.circumstances(), known.warmUp(), counted, known.ruler(), known.claims());
    }

    static Evidence with(Evidence known, Ruler ruler) {
        return new Evidence(known.circumstances(), known.warmUp(), known.counted(), Optional.of(ruler), known.claims());
    }

    static Evidence with(Evidence known, List<Claim> claims) {
        return new Evidence(known.circumstances(), known.warmUp(), known.counted(), known.ruler(), claims);
    }

    static Evidence with(Evidence known, Map<String, Surroundings> around) {
        return with(known, Duration.ZERO, around);
    }

    static Evidence with(Evidence known, Duration clockTick) {
        return with(known, clockTick, Map.of());
    }

    private static Evidence with(Evidence known, Duration clockTick, Map<String, Surroundings> around) {
        Circumstances all = new Circumstances(known.circumstances().workloads(), 1, 2, clockTick, around);
        return new Evidence(all, known.warmUp(), known.counted(), known.ruler(), known.claims());
    }
}
