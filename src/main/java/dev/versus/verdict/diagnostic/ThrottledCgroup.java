package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.Finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Finds targets whose services were throttled by the CPU limit of their cgroup.
 *
 * <p>Formula: throttled seconds of all the target's services that have a cgroup of their own / wall seconds, over all rounds of the
 * target; the kernel adds up over CPUs, so several CPUs throttled at once count several times. Threshold: 1 %. Source:
 * {@code throttled_usec} ({@code throttled_time} in version 1) in {@code cpu.stat}, Linux kernel documentation, "Control Group v2" and
 * "CFS Bandwidth Control".
 *
 * <p>Severity: invalid if another target of the same variant was not throttled, because a limit is then compared with no limit. A warning
 * in all other cases (all targets were throttled, the others are another variant and differ on purpose, or there is no other), because a
 * limit may be part of the system. Throttling never happens without a limit that somebody set.
 */
final class ThrottledCgroup extends Diagnostic {

    private static final double THRESHOLD = 0.01;

    ThrottledCgroup() {
        super(
                "throttled-cgroup",
                Scope.ALL,
                "the load needs more CPU than a CPU limit (cpus, cpu.max) allows",
                "give all targets the same CPU limit or none, and say so in the claim");
    }

    @Override
    boolean explains(Finding finding, Pair pair) {
        return pair.isDividedBy(finding);
    }

    @Override
    List<Finding> examine(Evidence evidence) {
        List<String> throttled = evidence.targets().stream()
                .filter(target -> throttledShare(target, evidence) > THRESHOLD)
                .toList();
        List<String> free = evidence.targets().stream()
                .filter(target -> !throttled.contains(target))
                .toList();
        return throttled.stream()
                .flatMap(target -> finding(
                        true,
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

    /** Tells whether the limit is meant: every target that was not throttled is of another variant. */
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
