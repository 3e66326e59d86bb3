package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.Advice.text;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A target's services were held back by their cgroup's CPU limit.
 *
 * <p>Formula: seconds throttled during the rounds of a target, all its services that have a cgroup of their own together, over the
 * wall seconds of these rounds; the kernel adds up over CPUs, so that several held back at once count several times. Threshold:
 * 1 %. Source: {@code throttled_usec} ({@code throttled_time} in version 1) in {@code cpu.stat}, Linux kernel documentation,
 * "Control Group v2" and "CFS Bandwidth Control".
 *
 * <p>Severity: invalid if another target of the same variant was not throttled, for then a limit is compared with its absence; a
 * warning if all were, if those that were not are of another variant and so differ on purpose, or if there is no other, for a limit
 * may well be part of the system. Throttling never happens without a limit that somebody set,
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
    public boolean explains(Finding finding, Pair pair) {
        return pair.isDividedBy(finding);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<String> throttled = evidence.targets().stream()
                .filter(target -> throttledShare(target, evidence) > THRESHOLD)
                .toList();
        List<String> free = evidence.targets().stream()
                .filter(target -> !throttled.contains(target))
                .toList();
        return throttled.stream()
                .map(target -> ADVICE.finding(
                        isMeant(target, free, evidence) ? Severity.WARNS : Severity.INVALIDATES,
                        List.of(target),
                        text(
                                "services of %s were throttled for %.1f %% of the time (limit %.0f %%)%s",
                                target,
                                throttledShare(target, evidence) * 100,
                                THRESHOLD * 100,
                                free.isEmpty() ? "" : ", those of another target were not")))
                .toList();
    }

    /** Whether all targets that were not throttled were declared to be another variant. */
    private static boolean isMeant(String throttled, List<String> free, Evidence evidence) {
        Optional<Surroundings.Origin> from = evidence.around(throttled).origin();
        return free.stream()
                .map(target -> evidence.around(target).origin())
                .allMatch(
                        to -> from.isPresent() && to.isPresent() && !from.get().isSameVariant(to.get()));
    }

    private static double throttledShare(String target, Evidence evidence) {
        double wall = evidence.total(target).wallSeconds();
        return wall > 0 ? evidence.total(target).used().throttledSeconds() / wall : 0;
    }
}
