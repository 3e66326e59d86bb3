package dev.versus.environment;

import dev.versus.system.Healthcheck;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Probes of the replicas of a runtime. The harness requests an HTTP address itself where it can reach it, and so needs no curl there. Every
 * other test runs where the replica runs. Without a test, the first port is tried.
 */
record Probes<R extends StartedReplica>(ServiceRuntime<R> runtime) {

    private static final Duration TCP_TIMEOUT = Duration.ofSeconds(1);

    /** Returns the probe of a replica; nothing if it has neither a healthcheck nor a port. */
    Optional<Probe> of(R replica) {
        Healthcheck check = replica.service().healthcheck();
        return runtime.ownProbe(replica)
                .or(() -> check == null ? byPort(replica) : Optional.of(byTest(replica, check)));
    }

    private Probe byTest(R replica, Healthcheck check) {
        List<String> test = runtime.words(replica, check.test());
        return HealthTest.of(test) instanceof HealthTest.Http http
                ? runtime.seenFromHere(replica, http.uri())
                        .<Probe>map(seen -> new HttpProbe(seen, check.timeout()))
                        .orElseGet(() -> byCommand(replica, test, check))
                : byCommand(replica, test, check);
    }

    private Probe byCommand(R replica, List<String> test, Healthcheck check) {
        return runtime.commandProbe(replica, HealthTest.command(test), check.timeout());
    }

    private Optional<Probe> byPort(R replica) {
        return runtime.address(replica, Reach.SERVICE_ADDRESS).map(Probes::connecting);
    }

    private static Probe connecting(URI address) {
        return new TcpProbe(new InetSocketAddress(address.getHost(), address.getPort()), TCP_TIMEOUT);
    }

    /** Asks once for the health of a replica. */
    Health health(R replica) {
        return runtime.isAlive(replica)
                ? of(replica).map(Probe::ask).orElse(new Health(true, "runs; it has neither a port nor a healthcheck"))
                : new Health(false, runtime.end(replica));
    }
}
