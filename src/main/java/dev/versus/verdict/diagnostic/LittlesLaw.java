package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.Advice.text;

import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.Medians;
import dev.versus.verdict.Finding;
import dev.versus.workload.FixedRequests;
import dev.versus.workload.Sequential;
import dev.versus.workload.Users;
import dev.versus.workload.Workload;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The books of a closed workload do not balance: the time that its users spent waiting and thinking is not the time they were
 * there.
 *
 * <p>Formula: {@code X(R+Z)/N − 1} for each round, that is {@code n(R+Z)} over {@code N} times the wall time; users who arrive
 * one by one count from their arrival. A round's edges are no fault, so so much is allowed on top: where users share a budget,
 * each is idle at the end for the longest request at most, {@code (N−1)·max} (for few requests a user, of order {@code N/n});
 * where users think, the run ends within a cycle of each, {@code N(R+Z)}. Threshold: 5 % beyond that, in the median round. Rounds
 * with requests that nobody answered, and so nobody timed, are left out; a staircase keeps no mean for each step.
 * Source: J. D. C. Little, "A Proof for the Queuing Formula L = λW", Operations Research 9 (1961), 383–387.
 *
 * <p>Severity: too little time accounted for warns, for it is the generator's own time between two requests: it lowers throughput
 * and leaves latencies true, and on a shared machine a few percent are normal. More time than there was cannot be: invalid.
 */
final class LittlesLaw implements TargetDiagnostic {

    private static final double THRESHOLD = 0.05;

    private static final Advice IDLE = new Advice(
            "littles-law",
            "the generator took its own time between a response and the next request, which throughput pays for",
            "read latencies rather than throughput, send more requests a round, or give the generator more CPU");
    private static final Advice TOO_BUSY = new Advice(
            "littles-law",
            "latencies, wall time or the number of users are measured wrongly",
            "check the ruler against another load generator before believing any figure of this run");

    @Override
    public String name() {
        return IDLE.diagnostic();
    }

    @Override
    public Stream<Finding> examine(String target, Evidence evidence) {
        double[] gaps = evidence.roundsOf(target).stream()
                .map(Round::measurement)
                .filter(LittlesLaw::isTimedWhole)
                .flatMap(round -> evidence.workloadOf(target).stream().map(workload -> gap(workload, round)))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        double gap = gaps.length == 0 ? 0 : Medians.of(gaps);
        if (Math.abs(gap) <= THRESHOLD) {
            return Stream.empty();
        }
        String symptom = text(
                "X(R+Z)/N of %s is off by %+.1f %% in the median round, its edges allowed for (limit %.0f %%)",
                target, gap * 100, THRESHOLD * 100);
        return Stream.of(
                gap < 0 ? IDLE.warns(List.of(target), symptom) : TOO_BUSY.invalidates(List.of(target), symptom));
    }

    private static boolean isTimedWhole(Measurement round) {
        return round.answered() > 0 && round.failed() == round.failures().getOrDefault(FailureKind.LENGTH, 0L);
    }

    /** By how much more than the edges explain the users' time is over- or undershot; empty for workloads that are not closed. */
    private static OptionalDouble gap(Workload workload, Measurement round) {
        if (workload instanceof Users users) {
            double cycle = round.latencies().meanMillis() / 1e3 + ThinkTimeBound.thinkSeconds(users);
            double there = users.number() * round.wallSeconds() - arriving(users);
            return beyond(users.number() * cycle, round.answered() * cycle, there);
        }
        if (workload instanceof FixedRequests || workload instanceof Sequential) {
            int users = workload.virtualUsers();
            double spent = round.answered() * round.latencies().meanMillis() / 1e3;
            double idleAtMost = (users - 1) * round.latencies().maxMillis() / 1e3;
            return beyond(idleAtMost, spent, users * round.wallSeconds());
        }
        return OptionalDouble.empty();
    }

    /** User-seconds before all have arrived: user u comes after u / spawn rate. */
    private static double arriving(Users users) {
        return users.number() * (users.number() - 1) / 2.0 / users.spawnRate().perSecond();
    }

    private static OptionalDouble beyond(double allowed, double spent, double there) {
        if (there <= 0) {
            return OptionalDouble.empty();
        }
        double off = spent - there;
        return OptionalDouble.of(Math.signum(off) * Math.max(0, Math.abs(off) - allowed) / there);
    }
}
