package dev.versus.environment;

import dev.versus.linux.Proc;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Check that other machines cannot reach what a run has started, as far as this user may inspect its processes. A system on the network of
 * this host must listen on loopback only.
 */
record ExposureCheck(RunLogs logs, Processes processes, Exposure exposure) {

    /**
     * Checks replicas with everything that they started.
     *
     * @throws DeploymentFailed for the first that listens beyond loopback
     */
    <R extends StartedReplica> void require(List<R> replicas, ServiceRuntime<R> runtime) {
        if (exposure.listeners().isEmpty()) {
            return;
        }
        Set<ProcessIdentity> carrying = carrying();
        for (R replica : replicas) {
            var all = withLog(replica.name(), carrying);
            runtime.process(replica).ifPresent(root -> {
                all.add(root);
                all.addAll(processes.descendants(root));
            });
            exposure.of(all).ifPresent(reason -> {
                throw DeploymentFailed.of(replica.name(), reason, logs.of(replica.name()));
            });
        }
    }

    /**
     * Checks every process that carries the run's id, whoever started it.
     *
     * @throws DeploymentFailed if one listens beyond loopback
     */
    void requireOfAll() {
        exposure.of(carrying()).ifPresent(reason -> {
            throw DeploymentFailed.of("A process of the run " + logs.run().id(), reason);
        });
    }

    private Set<ProcessIdentity> carrying() {
        return processes.carrying(logs.run().id());
    }

    /** Returns the processes that have the replica's log open, by which a process that has left its parents is recognised. */
    private Set<ProcessIdentity> withLog(String replica, Set<ProcessIdentity> carrying) {
        String log = logs.of(replica).toString();
        var found = new LinkedHashSet<>(carrying);
        found.removeIf(process -> !Proc.ofThisHost().links(process.pid(), "fd").contains(log));
        return found;
    }
}
