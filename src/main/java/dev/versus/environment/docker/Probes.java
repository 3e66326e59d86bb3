package dev.versus.environment.docker;

import dev.versus.environment.HealthTest;
import dev.versus.environment.HttpProbe;
import dev.versus.environment.Pace;
import dev.versus.environment.Probe;
import dev.versus.environment.Reach;
import dev.versus.environment.TcpProbe;
import dev.versus.environment.image.DockerEngine;
import dev.versus.system.Healthcheck;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Probes of containers. The harness requests an HTTP address itself, at the container's own address and without curl in the container; any
 * other test runs in the container. Without a test, the first port is tried.
 */
record Probes(DockerEngine engine, Pace pace) {

    private static final Set<String> ITSELF = Set.of("localhost", "127.0.0.1");
    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final Duration TCP_TIMEOUT = Duration.ofSeconds(1);

    Probe of(Container container) {
        Healthcheck check = container.replica().service().healthcheck();
        return check == null ? byPort(container) : byTest(container, check);
    }

    private Probe byTest(Container container, Healthcheck check) {
        if (HealthTest.of(check.test()) instanceof HealthTest.Http http) {
            Optional<URI> seen = seenFromHere(container, http.uri());
            if (seen.isPresent()) {
                return new HttpProbe(seen.get(), check.timeout());
            }
        }
        return new Exec(engine, container.name(), HealthTest.command(check.test()), check.timeout());
    }

    private static Optional<URI> seenFromHere(Container container, URI address) {
        boolean own = ITSELF.contains(String.valueOf(address.getHost()))
                || container.replica().service().name().equals(address.getHost());
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        String rest = address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
        return container.host().filter(host -> own).map(host -> URI.create("http://" + host + port + rest));
    }

    /**
     * Returns the probe of a container without a healthcheck. If it has no port either, all that can be checked is that it keeps running
     * for 250 ms.
     */
    private Probe byPort(Container container) {
        return container
                .address(Reach.SERVICE_ADDRESS)
                .<Probe>map(address ->
                        new TcpProbe(new InetSocketAddress(address.getHost(), address.getPort()), TCP_TIMEOUT))
                .orElseGet(() -> Probe.settled(pace, MOMENT));
    }
}
