package dev.versus.simulations;

import dev.versus.environment.EnvironmentChoice;
import dev.versus.run.EntryPoint;
import dev.versus.run.Placement;
import dev.versus.run.SystemUnderTest;
import dev.versus.verdict.attribution.Ladder;
import java.util.List;

/**
 * The shop, loaded through its load balancer: one target for each way to isolate its services.
 *
 * @param name the first part of the targets' names
 * @param processes plain processes of the host
 * @param namespaces a network namespace for each service, with the files of the images that the containers run
 * @param ownFiles a network namespace for each service, with the host's own files; needs no Docker
 * @param address containers, reached by their own address
 * @param published the same containers, reached by the port that the host publishes for them
 * @param host containers in the host's network
 */
record IsolatedShop(
        String name,
        EntryPoint processes,
        EntryPoint namespaces,
        EntryPoint ownFiles,
        EntryPoint address,
        EntryPoint published,
        EntryPoint host) {

    private static final String SERVICE = "load-balancer";

    static IsolatedShop of(String name, SystemUnderTest shop) {
        Placement docker = in("docker", shop);
        return new IsolatedShop(
                name,
                in("process", shop).target(name + "-processes", SERVICE),
                in("namespace:rootfs=image", shop).target(name + "-namespaces", SERVICE),
                in("namespace", shop).target(name + "-namespaces-host", SERVICE),
                docker.target(name + "-docker-address", SERVICE).byServiceAddress(),
                docker.target(name + "-docker-published", SERVICE).byPublishedPort(),
                in("docker:network=host", shop).target(name + "-docker-host", SERVICE));
    }

    private static Placement in(String environment, SystemUnderTest shop) {
        return shop.in(EnvironmentChoice.parse(environment));
    }

    List<EntryPoint> targets() {
        return List.of(processes, namespaces, ownFiles, address, published, host);
    }

    /** Returns the steps that explain the cost of a published port, beginning at the namespaces. */
    Ladder.Step[] steps() {
        return new Ladder.Step[] {
            address.bringing("a container in the place of a namespace"),
            published.bringing("its published port in the place of its address")
        };
    }
}
