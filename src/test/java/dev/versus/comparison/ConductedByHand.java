package dev.versus.comparison;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.workload.Workload;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A comparison of two targets, conducted on a clock that its load generator moves on; keeps everything that happens. */
abstract class ConductedByHand {

    static final Target A = new Target("a", List.of(URI.create("http://a")));
    static final Target B = new Target("b", List.of(URI.create("http://b")));
    private static final WarmUpRule RULE = WarmUpRule.standard();

    List<Target> targets = List.of(A, B);
    final List<Stretch> offered = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<Stopped> stopped = new ArrayList<>();
    int rehearsals;
    final List<Restart> restarted = new ArrayList<>();
    Stopping stopping = Stopping.never();
    Restarts restarts = (round, planned) -> Optional.empty();
    Budget budget = Budget.rounds(1);
    Duets duets = Duets.none();
    final List<Plan> plans = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-01T12:00:00Z");

    /** A clock that the load generator moves on. */
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final Progress progress = new Progress() {
        @Override
        public void warm(WarmUp warmUp) {
            told.add("warm");
        }

        @Override
        public void planned(Plan plan) {
            plans.add(plan);
        }

        @Override
        public void rehearsed(Round round) {
            rehearsals++;
        }

        @Override
        public void stopped(Stopped end) {
            stopped.add(end);
        }

        @Override
        public void restarted(Restart restart) {
            restarted.add(restart);
        }

        @Override
        public void ended(Round round) {
            told.add(round.target() + round.number());
        }
    };

    Measurement offer(Stretch stretch, Measurement seen) {
        offered.add(stretch);
        now = now.plus(Duration.ofMillis(500));
        return seen;
    }

    Outcome conduct(LoadGenerator generator, Workload workload, int rounds) {
        budget = Budget.rounds(rounds);
        return conduct(generator, workload);
    }

    Outcome conduct(LoadGenerator generator, Workload workload) {
        Map<String, Workload> workloads = new HashMap<>();
        targets.forEach(target -> workloads.put(target.name(), workload));
        Comparison comparison = new Comparison(new TurnOrder(42, targets), workloads, RULE, budget, duets);
        return new Conductor(generator, List.of(progress), clock, stopping, restarts).conduct(comparison);
    }
}
