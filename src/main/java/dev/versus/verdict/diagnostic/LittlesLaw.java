package dev.versus.verdict.diagnostic;

import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.Medians;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.Finding.Severity;
import dev.versus.workload.FixedRequests;
import dev.versus.workload.MixedRequests;
import dev.versus.workload.Sequential;
import dev.versus.workload.Users;
import dev.versus.workload.Workload;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Finds closed workloads that break Little's law: the users' time spent waiting and thinking must equal the time they were present.
 *
 * <p>Formula: {@code X(R+Z)/N − 1} for each round, that is {@code n(R+Z)} / ({@code N} × wall time), with {@code N} users, {@code n}
 * answered requests, throughput {@code X}, mean latency {@code R} and mean think time {@code Z}; users who arrive one by one count from
 * their arrival. The start and the end of a round are allowed for: users who share a budget of requests are idle at the end for the
 * longest request at most, {@code (N−1)·max}, a share of order {@code N/n} with few requests per user; users who think stop within one
 * cycle, {@code N(R+Z)}; both each time the workload is run. Threshold: 5 % beyond that allowance, in the median round. Rounds with
 * unanswered requests are left out, because such requests have no latency; a staircase is left out, because it keeps no mean per step.
 * Source: J. D. C. Little, "A Proof for the Queuing Formula L = λW", Operations Research 9 (1961), 383–387.
 *
 * <p>Severity: a warning if time is missing, which is the generator's own time between two requests: it lowers throughput and leaves
 * latencies true, and a few percent are normal on a shared machine. Invalid if there is more time than possible.
 */
final class LittlesLaw extends TargetDiagnostic {

    private static final double THRESHOLD = 0.05;

    LittlesLaw() {
        super(
                "littles-law",
                Scope.ALL,
                "the generator was late with the next request after a response, which lowers throughput and leaves latencies true",
                "rely on latencies rather than throughput, send more requests a round, or give the generator more CPU");
    }

    @Override
    Stream<Finding> examine(String target, Evidence evidence) {
        double[] gaps = evidence.roundsOf(target).stream()
                .filter(round -> isTimedWhole(round.measurement()))
                .flatMap(round -> evidence.workloadOf(target).stream().map(workload -> gap(workload, round)))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        double gap = gaps.length == 0 ? 0 : Medians.of(gaps);
        String symptom = text(
                "the users of %s waited and thought %+.1f %% off the time they were present in the median round, "
                        + "start and end allowed for (limit %.0f %%)",
                target, gap * 100, THRESHOLD * 100);
        return gap > THRESHOLD ? Stream.of(tooBusy(target, symptom)) : warning(gap < -THRESHOLD, target, symptom);
    }

    private Finding tooBusy(String target, String symptom) {
        return new Finding(
                name(),
                Severity.INVALIDATES,
                List.of(target),
                symptom,
                "latencies, wall time or the number of users are measured wrongly",
                "check Versus against another load generator before you trust any figure of this run");
    }

    private static boolean isTimedWhole(Measurement round) {
        return round.answered() > 0 && round.failed() == round.failures().getOrDefault(FailureKind.LENGTH, 0L);
    }

    /** Returns the share by which the users' time is off, less what start and end of the round explain; empty if not closed. */
    private static OptionalDouble gap(Workload workload, Round turn) {
        Measurement round = turn.measurement();
        if (workload instanceof Users users) {
            double cycle = round.latencies().meanMillis() / 1e3 + ThinkTimeBound.thinkSeconds(users);
            double there = users.number() * round.wallSeconds() - arriving(users) * turn.repetitions();
            return beyond(users.number() * cycle * turn.repetitions(), round.answered() * cycle, there);
        }
        Workload paced = workload instanceof MixedRequests mixed ? mixed.pacing() : workload;
        if (paced instanceof FixedRequests || paced instanceof Sequential) {
            int users = workload.virtualUsers();
            double spent = round.answered() * round.latencies().meanMillis() / 1e3;
            double idleAtMost =
                    turn.repetitions() * (users - 1) * round.latencies().maxMillis() / 1e3;
            return beyond(idleAtMost, spent, users * round.wallSeconds());
        }
        return OptionalDouble.empty();
    }

    /** Returns the user-seconds missing until all users have arrived: user u arrives after u / spawn rate. */
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
