package dev.versus.environment.host;

import dev.versus.environment.DeploymentFailed;
import dev.versus.environment.Exposure;
import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.Processes;
import dev.versus.linux.Proc;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Check that other machines cannot reach what a run has started. A system on the network of this host must listen on loopback only. */
record ExposureCheck(Starter starter, Exposure exposure) {

    /** Returns a check with the sockets that listen at this moment. */
    static ExposureCheck now(Starter starter) {
        return new ExposureCheck(starter, Exposure.now());
    }

    /**
     * Checks replicas with everything that they started.
     *
     * @throws DeploymentFailed for the first that listens beyond loopback
     */
    void require(List<Started> replicas) {
        if (exposure.listeners().isEmpty()) {
            return;
        }
        Set<ProcessIdentity> carrying = carrying();
        for (Started replica : replicas) {
            exposure.of(processes(replica, carrying)).ifPresent(reason -> {
                throw DeploymentFailed.of(
                        replica.replica().name(), reason, replica.launched().log());
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
            throw DeploymentFailed.of("A process of the run " + starter.run().id(), reason);
        });
    }

    private Set<ProcessIdentity> carrying() {
        return starter.processes().carrying(starter.run().id());
    }

    /**
     * Returns the processes of a replica. A process that has left its parents is recognised by the replica's log, which it still has open.
     */
    private Set<ProcessIdentity> processes(Started replica, Set<ProcessIdentity> carrying) {
        Processes processes = starter.processes();
        ProcessIdentity root = replica.mortal().process();
        var all = new LinkedHashSet<>(Set.of(root));
        all.addAll(processes.descendants(root));
        String log = replica.launched().log().toString();
        carrying.stream()
                .filter(process -> Proc.ofThisHost().links(process.pid(), "fd").contains(log))
                .forEach(all::add);
        return all;
    }
}
