package dev.versus.run;

import dev.versus.comparison.Duet;
import dev.versus.comparison.Duets;
import dev.versus.verdict.Control;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Subject;
import dev.versus.workload.Workload;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses the pairs of targets that are loaded at once: those that are compared and can be. Both must be of deployments of their own with
 * equal shares of the CPUs, and be sent each request as soon as the one before is answered.
 *
 * @param workloads the workload of each target, by the target's name
 */
record DuetChoice(Questions questions, Map<String, Workload> workloads, Deployments deployments) {

    private static final int MOST_PAIRS = 3;

    /** The share of the time for duets if all claims rest on them; 1 less this share if none does. */
    private static final double LARGEST_SHARE = 5 / 6.0;

    /** Returns the duets, and says why a claim on cost has none. */
    Duets duets() {
        Map<Set<String>, Subject.Ratio> pairs = new LinkedHashMap<>();
        questions.ratios(List.copyOf(workloads.keySet())).stream()
                .sorted(Comparator.comparing(ratio -> !ratio.metric().holdsTogether()))
                .filter(ratio -> !pairs.containsKey(Set.copyOf(ratio.targets())))
                .filter(ratio -> isPossible(ratio, pairs.size()))
                .forEach(ratio -> pairs.put(Set.copyOf(ratio.targets()), ratio));
        return new Duets(
                pairs.values().stream()
                        .map(ratio -> new Duet(ratio.baseline(), ratio.target()))
                        .toList(),
                pairs.isEmpty() ? 0 : share(pairs.keySet()));
    }

    private boolean isPossible(Subject.Ratio ratio, int before) {
        Optional<String> objection = before == MOST_PAIRS
                ? Optional.of("there are " + MOST_PAIRS + " such pairs already")
                : objection(ratio);
        objection
                .filter(why -> ratio.metric().holdsTogether())
                .ifPresent(why -> deployments
                        .console()
                        .say("versus: " + ratio.describe() + " is read from turns alone, not from duets: " + why));
        return objection.isEmpty();
    }

    private Optional<String> objection(Subject.Ratio ratio) {
        boolean steady = ratio.targets().stream()
                .map(workloads::get)
                .allMatch(workload -> workload != null && sendsWithoutPause(workload));
        return steady
                ? deployments.objectionToDuet(ratio.baseline(), ratio.target())
                : Optional.of("their workloads do not send each request as soon as the one before is answered");
    }

    private static boolean sendsWithoutPause(Workload workload) {
        return !workload.isPaced() && workload.requests().isPresent() && workload.equals(workload.whileWarming());
    }

    private double share(Set<Set<String>> pairs) {
        List<Subject> compared = questions.claims().stream()
                .filter(claim -> !Control.isControl(claim))
                .map(claim -> claim.statement().subject())
                .filter(subject -> subject.targets().size() > 1)
                .filter(subject -> subject.metric().family() != Metric.Family.FAILURES)
                .toList();
        Predicate<Subject> isCost =
                subject -> subject.metric().holdsTogether() && pairs.contains(Set.copyOf(subject.targets()));
        boolean cost = compared.stream().anyMatch(isCost);
        boolean speed = compared.stream().anyMatch(isCost.negate());
        if (cost == speed) {
            return 0.5;
        }
        return cost ? LARGEST_SHARE : 1 - LARGEST_SHARE;
    }
}
