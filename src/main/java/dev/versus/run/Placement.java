package dev.versus.run;

import dev.versus.PublicApi;
import dev.versus.Secrets;
import dev.versus.environment.EnvironmentChoice;
import dev.versus.environment.Reach;

/** A system in an environment: the plan of one deployment. Each placement is launched as a deployment of its own. */
@PublicApi
public final class Placement {

    private final SystemUnderTest system;
    private final EnvironmentChoice environment;

    Placement(SystemUnderTest system, EnvironmentChoice environment) {
        this.system = system;
        this.environment = environment;
    }

    /**
     * Returns a target in this deployment.
     *
     * @param name the target's name, unique in its comparison
     * @param service the name of the service in the Compose file
     */
    public EntryPoint target(String name, String service) {
        return new EntryPoint(name, new EntryPoint.Service(this, service, Reach.USUAL));
    }

    SystemUnderTest system() {
        return system;
    }

    EnvironmentChoice environment() {
        return environment;
    }

    /** Returns the placement's name in a form that suits a file name, secrets masked. */
    String fileName() {
        return Secrets.masked(toString()).replaceAll("[^A-Za-z0-9]+", "-");
    }

    @Override
    public String toString() {
        return system + " in " + environment;
    }
}
