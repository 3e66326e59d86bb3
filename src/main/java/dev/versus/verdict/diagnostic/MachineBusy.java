package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.Advice.text;

import dev.versus.measurement.Consumption;
import dev.versus.measurement.CpuTimes;
import dev.versus.verdict.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * Others used the machine's CPUs while load was offered.
 *
 * <p>Formula: the share of the machine's CPU time that anybody used, less what the hypervisor took, less the CPU seconds of the
 * generator and of the target's services over wall seconds × CPUs; over all rounds of a target, each weighted by its wall time.
 * Threshold: 20 %, because the kernel's own work for the network is in it too, and commonly a tenth. Nothing is said of less than
 * one CPU second in all, which 10 ms ticks do not resolve. Source: proc_stat(5).
 *
 * <p>Severity: a warning, for others fall on all targets alike by the random order of turns; where they do not, the intervals
 * widen, or a drift is found.
 */
final class MachineBusy implements TargetDiagnostic {

    private static final double THRESHOLD = 0.20;
    private static final double FEWEST_CPU_SECONDS = 1;

    private static final Advice ADVICE = new Advice(
            "machine-busy",
            "other programs run on the machine: a build, a browser, another test, a service that belongs to no target",
            "stop them, or run at a quieter hour with more rounds");

    @Override
    public String name() {
        return ADVICE.diagnostic();
    }

    @Override
    public Stream<Finding> examine(String target, Evidence evidence) {
        return evidence.cpuSecondsDuring(target) < FEWEST_CPU_SECONDS || others(target, evidence) <= THRESHOLD
                ? Stream.empty()
                : Stream.of(ADVICE.warns(
                        List.of(target),
                        text(
                                "others used %.0f %% of the CPU during the rounds of %s (limit %.0f %%)",
                                others(target, evidence) * 100, target, THRESHOLD * 100)));
    }

    private static double others(String target, Evidence evidence) {
        double busy = evidence.meanShare(target, Consumption::machineBusy)
                - evidence.meanShare(target, Consumption::machineSteal);
        CpuTimes known = evidence.total(target).cpu();
        return busy - (known.generator() + known.services()) / evidence.cpuSecondsDuring(target);
    }
}
