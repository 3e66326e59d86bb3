package dev.versus.run;

import dev.versus.Secrets;
import dev.versus.environment.EnvironmentChoice;
import dev.versus.environment.Reach;

/** A system in an environment: what one deployment is launched from. Two placements are never the same deployment. */
public final class Placement {

    private final SystemUnderTest system;
    private final EnvironmentChoice environment;

    Placement(SystemUnderTest system, EnvironmentChoice environment) {
        this.system = system;
        this.environment = environment;
    }

    /** A target of this deployment: one of its services, under a name. */
    public EntryPoint target(String name, String service) {
        return new EntryPoint(name, new EntryPoint.Service(this, service, Reach.USUAL));
    }

    SystemUnderTest system() {
        return system;
    }

    EnvironmentChoice environment() {
        return environment;
    }

    /** The placement as the name of a file. */
    String fileName() {
        return Secrets.masked(toString()).replaceAll("[^A-Za-z0-9]+", "-");
    }

    @Override
    public String toString() {
        return system + " in " + environment;
    }
}
