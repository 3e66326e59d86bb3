package dev.versus.environment.host;

import dev.versus.environment.Reaper.Mortal;
import dev.versus.environment.StartedReplica;
import dev.versus.system.ServiceDefinition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Replica whose process has started. */
public record Started(Replica replica, Recipe recipe, Process process, Mortal mortal, Instant at)
        implements StartedReplica {

    @Override
    public ServiceDefinition service() {
        return replica.service();
    }

    @Override
    public int number() {
        return replica.number();
    }

    @Override
    public List<String> commandLine() {
        return recipe.command();
    }

    @Override
    public Collection<Integer> chosenPorts() {
        return replica.ports().values();
    }
}
