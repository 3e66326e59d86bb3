package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.Advice.text;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Severity;
import java.util.List;

/**
 * A target's services were held back by their cgroup's CPU limit.
 *
 * <p>Formula: seconds throttled during the rounds of a target, all its services that have a cgroup of their own together, over the
 * wall seconds of these rounds; the kernel adds up over CPUs, so that several held back at once count several times. Threshold:
 * 1 %. Source: {@code throttled_usec} ({@code throttled_time} in version 1) in {@code cpu.stat}, Linux kernel documentation,
 * "Control Group v2" and "CFS Bandwidth Control".
 *
 * <p>Severity: invalid if another target was not throttled, for then a limit is compared with its absence; a warning if all were,
 * or there is no other, for a limit may well be part of the system. Throttling never happens without a limit that somebody set,
 * so no healthy run trips this by accident.
 */
final class ThrottledCgroup implements Diagnostic {

    private static final double THRESHOLD = 0.01;

    private static final Advice ADVICE = new Advice(
            "throttled-cgroup",
            "a CPU limit (cpus, cpu.max) is lower than what the load needs",
            "give all targets the same limit or none, and say so in the claim");

    @Override
    public String name() {
        return ADVICE.diagnostic();
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<String> throttled = evidence.targets().stream()
                .filter(target -> throttledShare(target, evidence) > THRESHOLD)
                .toList();
        boolean all = throttled.size() == evidence.targets().size();
        return throttled.stream()
                .map(target -> ADVICE.finding(
                        all ? Severity.WARNS : Severity.INVALIDATES,
                        List.of(target),
                        text(
                                "services of %s were throttled for %.1f %% of the time (limit %.0f %%)%s",
                                target,
                                throttledShare(target, evidence) * 100,
                                THRESHOLD * 100,
                                all ? "" : ", those of another target were not")))
                .toList();
    }

    private static double throttledShare(String target, Evidence evidence) {
        double wall = evidence.total(target).wallSeconds();
        return wall > 0 ? evidence.total(target).used().throttledSeconds() / wall : 0;
    }
}
