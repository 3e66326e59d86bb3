package dev.versus.verdict.diagnostic;

import dev.versus.measurement.Consumption;
import dev.versus.measurement.CpuTimes;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import java.util.stream.Stream;

/**
 * Finds targets during whose rounds other programs used the machine's CPUs.
 *
 * <p>Formula: the used share of the machine's CPU time, minus the stolen share, minus the CPU seconds of the generator and of the
 * target's services / (wall seconds × CPUs); over all rounds of a target, each weighted by its wall time. Threshold: 20 %, because the
 * kernel's own network work is included and is commonly 10 %. Targets with less than one CPU second in all are not examined, because
 * the kernel counts in ticks of 10 ms. Source: proc_stat(5).
 *
 * <p>Severity: a warning, because the random order of turns spreads other programs' load over all targets; if it does not, intervals
 * become wider, or {@link DriftOverRounds} finds a drift.
 */
final class MachineBusy extends TargetDiagnostic {

    private static final double THRESHOLD = 0.20;
    private static final double FEWEST_CPU_SECONDS = 1;

    MachineBusy() {
        super(
                "machine-busy",
                Scope.ALL,
                "other programs run on the machine: a build, a browser, another test, a service that belongs to no target",
                "stop those programs, or run at a quieter hour with more rounds");
    }

    @Override
    Stream<Finding> examine(String target, Evidence evidence) {
        double busy = evidence.meanShare(target, Consumption::machineBusy)
                - evidence.meanShare(target, Consumption::machineSteal);
        CpuTimes known = evidence.total(target).cpu();
        double others = busy - (known.generator() + known.services()) / evidence.cpuSecondsDuring(target);
        return warning(
                evidence.cpuSecondsDuring(target) >= FEWEST_CPU_SECONDS && others > THRESHOLD,
                target,
                text(
                        "others used %.0f %% of the CPU during the rounds of %s (limit %.0f %%)",
                        others * 100, target, THRESHOLD * 100));
    }
}
