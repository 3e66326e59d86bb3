package dev.versus.environment;

import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runtime on machines that are not this one, which remembers what it was told to do. */
final class RemoteRuntime implements ServiceRuntime<RemoteRuntime.Pod> {

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> refused = new HashSet<>();
    private final Set<String> ended = new HashSet<>();

    record Pod(ServiceDefinition service, int number) implements StartedReplica {

        @Override
        public List<String> commandLine() {
            return List.of();
        }

        @Override
        public Instant at() {
            return Instant.EPOCH;
        }
    }

    List<String> events() {
        return events;
    }

    void refuse(String replica) {
        refused.add(replica);
    }

    void end(String replica) {
        ended.add(replica);
    }

    @Override
    public void makeSurroundings() {
        events.add("surroundings");
    }

    @Override
    public Start<Pod> prepare(ServiceDefinition service, int number) {
        return () -> start(new Pod(service, number));
    }

    private Pod start(Pod pod) throws IOException {
        if (refused.contains(pod.name())) {
            throw new IOException("no room");
        }
        events.add("start " + pod.name());
        return pod;
    }

    @Override
    public Start<Pod> prepareAgain(Pod pod) {
        stop(pod);
        return () -> start(pod);
    }

    @Override
    public void stop(Pod pod) {
        events.add("stop " + pod.name());
    }

    @Override
    public void close() {
        events.add("close");
    }

    @Override
    public boolean isAlive(Pod pod) {
        return !ended.contains(pod.name());
    }

    @Override
    public String end(Pod pod) {
        return "was evicted";
    }

    @Override
    public Optional<Probe> ownProbe(Pod pod) {
        return Optional.of(() -> events.add("ready " + pod.name()));
    }

    @Override
    public Optional<URI> seenFromHere(Pod pod, URI address) {
        return Optional.empty();
    }

    @Override
    public Probe commandProbe(Pod pod, List<String> command, Duration limit) {
        return () -> true;
    }

    @Override
    public Optional<String> ask(Pod pod, List<String> command) {
        return Optional.empty();
    }

    @Override
    public Optional<URI> address(Pod pod, Reach reach) {
        return pod.service().declaredPorts().stream()
                .findFirst()
                .map(port -> URI.create("http://" + pod.name() + ":" + port));
    }

    @Override
    public List<String> notices() {
        return List.of();
    }
}
