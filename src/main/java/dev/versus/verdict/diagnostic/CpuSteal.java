package dev.versus.verdict.diagnostic;

import static dev.versus.verdict.diagnostic.Advice.text;

import dev.versus.measurement.Consumption;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Severity;
import java.util.List;

/**
 * The hypervisor gave the CPU to another machine while load was offered.
 *
 * <p>Formula: the share of the machine's CPU time that was stolen, over all rounds of a target, each weighted by its wall time
 * (the kernel counts in ticks of 10 ms, so a short round alone says little). Thresholds: above 5 % it warns; above 10 %, or 5
 * points more than during another target's rounds, it invalidates. Nothing is said of less than one CPU second in all: 100 ticks,
 * of which 5 are 5 %. Source: {@code steal} in proc_stat(5).
 *
 * <p>Severity: a few percent are normal on shared hardware and fall on all targets alike by the random order of turns; a tenth of
 * the machine gone is no longer the machine that the figures speak of, and an unequal share is a bias.
 */
final class CpuSteal implements Diagnostic {

    private static final double WARNING = 0.05;
    private static final double LIMIT = 0.10;
    private static final double LARGEST_DIFFERENCE = 0.05;
    private static final double FEWEST_CPU_SECONDS = 1;

    private static final Advice ADVICE = new Advice(
            "cpu-steal",
            "other virtual machines on the same host, or a CPU credit that ran out",
            "run on a machine of your own or at a quieter hour, with more rounds");

    @Override
    public String name() {
        return ADVICE.diagnostic();
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<String> known = evidence.targets().stream()
                .filter(target -> evidence.cpuSecondsDuring(target) >= FEWEST_CPU_SECONDS)
                .toList();
        double least = known.stream()
                .mapToDouble(target -> stealDuring(target, evidence))
                .min()
                .orElse(0);
        return known.stream()
                .filter(target -> stealDuring(target, evidence) > WARNING)
                .map(target -> finding(target, stealDuring(target, evidence), least))
                .toList();
    }

    private static double stealDuring(String target, Evidence evidence) {
        return evidence.meanShare(target, Consumption::machineSteal);
    }

    private static Finding finding(String target, double steal, double least) {
        boolean tooMuch = steal > LIMIT || steal - least > LARGEST_DIFFERENCE;
        return ADVICE.finding(
                tooMuch ? Severity.INVALIDATES : Severity.WARNS,
                List.of(target),
                text(
                        "the hypervisor took %.1f %% of the CPU during the rounds of %s, and %.1f %% during those it spared most (limit %.0f %%)",
                        steal * 100, target, least * 100, WARNING * 100));
    }
}
