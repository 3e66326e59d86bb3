package dev.versus.run;

import dev.versus.InvalidInput;
import dev.versus.Setting;
import dev.versus.SettingType;
import dev.versus.revision.Revision;
import dev.versus.statistics.Percentile;
import dev.versus.verdict.Figure;
import dev.versus.verdict.LatencyPercentile;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The arm that {@code -Dversus.revision} adds to a comparison: each target of a system a second time, of the same system at a revision,
 * under the same load. Two gates compare both: today's target has at least 0.95 of the throughput, and at most 1.05 of the median latency.
 * A claim, which breaks nothing, says the same of the CPU time per request: it shows small changes even on a busy machine.
 */
final class RevisionArm {

    static final Setting<Revision> REVISION = new Setting<>(
            "revision",
            Setting.ALL,
            "",
            "compares each system with itself [at this revision](revisions.md); for simulations that choose no revision themselves",
            new SettingType<>("a branch, a tag or a commit", Revision::new));

    private static final Metric MEDIAN = new LatencyPercentile(new Percentile(50));
    private static final double LEAST_THROUGHPUT = 0.95;
    private static final double MOST = 1.05;

    private final Revision revision;
    private final Map<Placement, Placement> placements = new HashMap<>();

    private RevisionArm(Revision revision) {
        this.revision = revision;
    }

    /**
     * Adds the arm to a comparison.
     *
     * @throws InvalidInput if the comparison starts no system, or has a revision already
     */
    static void add(Revision revision, ComparisonDraft draft) {
        List<EntryPoint> services = draft.targets().stream()
                .filter(target -> target.place() instanceof EntryPoint.Service)
                .toList();
        String given = "-D" + REVISION.property() + "=" + revision;
        if (services.isEmpty()) {
            throw new InvalidInput(
                    given + ": this run starts no system that could be taken at a revision; leave it out.");
        }
        if (services.stream().anyMatch(EntryPoint::isRevised)) {
            throw new InvalidInput(given + ": this simulation chooses its revisions itself; leave it out.");
        }
        var arm = new RevisionArm(revision);
        services.forEach(today -> arm.add(today, draft));
    }

    private void add(EntryPoint today, ComparisonDraft draft) {
        EntryPoint before = before(today);
        draft.add(before, "-D" + REVISION.property() + " adds one, so rename yours.");
        draft.gate(
                today.name() + " has the throughput that it has at " + revision,
                Subject.of(Figure.THROUGHPUT, today).relativeTo(before).isAtLeast(LEAST_THROUGHPUT));
        draft.gate(
                today.name() + " has the median latency that it has at " + revision,
                Subject.of(MEDIAN, today).relativeTo(before).isAtMost(MOST));
        draft.claim(
                today.name() + " has the CPU time per request that it has at " + revision,
                Subject.of(Figure.CPU_PER_REQUEST, today).relativeTo(before).isAtMost(MOST));
    }

    private EntryPoint before(EntryPoint today) {
        var service = (EntryPoint.Service) today.place();
        Placement placement = placements.computeIfAbsent(
                service.deployment(), one -> one.system().at(revision).in(one.environment()));
        return new EntryPoint(
                today.name() + " at " + revision,
                new EntryPoint.Service(placement, service.service(), service.reach(), service.tls()),
                today.workload(),
                today.loading());
    }
}
