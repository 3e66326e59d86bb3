package dev.versus.verdict.diagnostic;

import dev.versus.measurement.Consumption;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.Finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds targets whose rounds lost CPU time to other virtual machines (steal time).
 *
 * <p>Formula: the stolen share of the machine's CPU time over all rounds of a target, each weighted by its wall time, because the kernel
 * counts in ticks of 10 ms and a short round alone says little. Thresholds: above 5 % it warns; above 10 %, or 5 percentage points more
 * than during another target's rounds, it invalidates. Targets with less than one CPU second in all (100 ticks) are not examined. Source:
 * {@code steal} in proc_stat(5).
 *
 * <p>Severity: a few percent are normal on shared hardware, and the random order of turns spreads them over all targets. A loss of 10 %
 * changes the machine that is measured, and unequal losses bias the comparison.
 */
final class CpuSteal extends Diagnostic {

    private static final double WARNING = 0.05;
    private static final double LIMIT = 0.10;
    private static final double LARGEST_DIFFERENCE = 0.05;
    private static final double FEWEST_CPU_SECONDS = 1;

    CpuSteal() {
        super(
                "cpu-steal",
                Scope.ALL,
                "other virtual machines use the same host, or the machine's CPU credit ran out",
                "run on a machine of your own or at a quieter hour, with more rounds");
    }

    @Override
    List<Finding> examine(Evidence evidence) {
        List<String> known = evidence.targets().stream()
                .filter(target -> evidence.cpuSecondsDuring(target) >= FEWEST_CPU_SECONDS)
                .toList();
        double least = known.stream()
                .mapToDouble(target -> stealDuring(target, evidence))
                .min()
                .orElse(0);
        return known.stream()
                .flatMap(target -> examine(target, stealDuring(target, evidence), least))
                .toList();
    }

    private static double stealDuring(String target, Evidence evidence) {
        return evidence.meanShare(target, Consumption::machineSteal);
    }

    private Stream<Finding> examine(String target, double steal, double least) {
        boolean tooMuch = steal > LIMIT || steal - least > LARGEST_DIFFERENCE;
        return finding(
                steal > WARNING,
                tooMuch ? Severity.INVALIDATES : Severity.WARNS,
                List.of(target),
                text(
                        "the hypervisor took %.1f %% of the CPU during the rounds of %s, and %.1f %% during those of the least affected target (limit %.0f %%)",
                        steal * 100, target, least * 100, WARNING * 100));
    }
}
