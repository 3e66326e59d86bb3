package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.workload.Users;
import java.util.stream.Stream;

/**
 * Finds targets whose users spend nearly all of their time thinking: throughput is then {@code N/(R+Z)} ≈ {@code N/Z}, whatever the system
 * does.
 *
 * <p>Formula: {@code Z/(R+Z)} with the mean think time Z and the mean latency R of all rounds. Threshold: 0.8, at which halving R
 * changes throughput by no more than a ninth. Source: P. J. Denning, J. P. Buzen, "The Operational Analysis of Queueing Network
 * Models", ACM Computing Surveys 10 (1978), the interactive response time formula.
 *
 * <p>Severity: claims on throughput are invalid, because the think time alone would decide them; latencies, failures and CPU time under
 * that load stand.
 */
final class ThinkTimeBound extends TargetDiagnostic {

    private static final double THRESHOLD = 0.8;

    ThinkTimeBound() {
        super(
                "think-time-bound",
                Scope.THROUGHPUT,
                "the number of users and their think time set the throughput, not the system",
                "claim latency or failures under this load; for throughput use fixed requests or a staircase");
    }

    @Override
    Stream<Finding> examine(String target, Evidence evidence) {
        double latency = evidence.total(target).latencies().meanMillis() / 1e3;
        double think = evidence.workloadOf(target)
                .filter(Users.class::isInstance)
                .map(workload -> thinkSeconds((Users) workload))
                .orElse(0.0);
        double share = think > 0 ? think / (latency + think) : 0;
        return invalid(
                evidence.total(target).answered() > 0 && share > THRESHOLD,
                target,
                text(
                        "users of %s think for %.1f %% of their time (limit %.0f %%): a cycle is %.3g s of thinking and %.3g s of waiting",
                        target, share * 100, THRESHOLD * 100, think, latency));
    }

    static double thinkSeconds(Users users) {
        return users.thinkTime().mean().toNanos() / 1e9;
    }
}
