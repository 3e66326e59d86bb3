package dev.versus.environment;

import dev.versus.system.ServiceDefinition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Replica of a service that a {@link ServiceRuntime} has started. */
public interface StartedReplica {

    /** Returns its service. */
    ServiceDefinition service();

    /** Returns its number, from 1. */
    int number();

    /** Returns its name, such as {@code api-gateway-1}. */
    default String name() {
        return service().name() + "-" + number();
    }

    /** Returns the command line of its program. */
    List<String> commandLine();

    /** Returns the time of its start. */
    Instant at();

    /** Returns the ports of this host that were chosen for it before its start, and that another process may have taken meanwhile. */
    default Collection<Integer> chosenPorts() {
        return List.of();
    }
}
