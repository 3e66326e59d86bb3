package dev.versus.run;

import dev.versus.LogTail;
import dev.versus.comparison.ServiceEnd;
import dev.versus.comparison.Stretch;
import dev.versus.comparison.Target;
import dev.versus.environment.Deployment;
import dev.versus.environment.RunningService;
import dev.versus.measurement.Measurement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notices which services of one launch end, or are killed, while load is sent. It begins when all of them are healthy. */
final class ServiceWatch {

    private static final String DONE = "ended with exit code 0";

    private final int turnsOfARound;
    private final List<Watched> alive = new ArrayList<>();
    private final Set<String> silent = new HashSet<>();
    private final Set<String> bereft = new HashSet<>();

    /** A replica, and the targets whose requests may reach it. */
    private record Watched(RunningService replica, Deployment deployment, List<String> targets) {

        boolean runs() {
            return deployment.end(replica).isEmpty();
        }

        /** Returns the end; no target needs a job that is done, such as a migration, which has no port and ends with exit code 0. */
        ServiceEnd end(int round) {
            String how = deployment.end(replica).orElse("ended");
            boolean done = replica.address() == null && how.equals(DONE);
            return new ServiceEnd(replica.name(), done ? List.of() : targets, how, round, LogTail.of(replica.log()));
        }
    }

    /** Begins to watch all services that run now. */
    ServiceWatch(List<EntryPoint> points, Map<Placement, Deployment> deployments) {
        turnsOfARound = Math.max(1, points.size());
        deployments.forEach((placement, deployment) -> deployment.services().stream()
                .map(replica -> new Watched(replica, deployment, targets(replica, placement, deployment, points)))
                .filter(Watched::runs)
                .forEach(alive::add));
    }

    private static List<String> targets(
            RunningService replica, Placement placement, Deployment deployment, List<EntryPoint> points) {
        return points.stream()
                .filter(point -> point.place() instanceof EntryPoint.Service service
                        && service.deployment().equals(placement)
                        && DeploymentInspection.path(deployment.system(), service.service())
                                .contains(replica.service()))
                .map(EntryPoint::name)
                .toList();
    }

    /** Returns the services that have ended since the last call, which is made after each stretch of load. */
    List<ServiceEnd> after(Stretch stretch, Measurement seen) {
        String target = stretch.target().name();
        if (seen.answered() == 0) {
            silent.add(target);
        } else {
            silent.remove(target);
        }
        List<Watched> gone = alive.stream().filter(one -> !one.runs()).toList();
        alive.removeAll(gone);
        List<ServiceEnd> ends =
                gone.stream().map(one -> one.end(round(stretch))).toList();
        ends.forEach(end -> bereft.addAll(end.targets()));
        return ends;
    }

    private int round(Stretch stretch) {
        return switch (stretch.part()) {
            case ROUND -> (stretch.turn() - 1) / turnsOfARound + 1;
            case DUET -> stretch.turn();
            default -> 0;
        };
    }

    /** Tells whether a service behind the target has ended, and the target's last load had no answer. */
    boolean hasLost(Target target) {
        return bereft.contains(target.name()) && silent.contains(target.name());
    }
}
