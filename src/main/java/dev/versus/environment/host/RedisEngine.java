package dev.versus.environment.host;

import dev.versus.system.ServiceDefinition;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.embedded.core.ExecutableProvider;

/** Redis: keeps nothing on disk unless the command of the service asks for it. */
final class RedisEngine implements Engine {

    private static final String PROGRAM = "redis-server";
    private static final int PORT = 6379;

    @Override
    public boolean runs(ServiceDefinition service) {
        return Engines.isImage(service, "redis", PROGRAM);
    }

    @Override
    public int port() {
        return PORT;
    }

    @Override
    public Optional<String> objection(ServiceDefinition service) {
        return Optional.empty();
    }

    @Override
    public Recipe prepare(Replica replica, Workshop workshop) throws IOException {
        Path data = Files.createDirectories(workshop.folder().resolve("data"));
        Path program = ExecutableProvider.newJarResourceProvider(
                        workshop.folder().toFile())
                .get()
                .toPath();
        InetSocketAddress address = replica.at(PORT);
        var command = new ArrayList<>(List.of(program.toString(), "--save", "", "--appendonly", "no"));
        command.addAll(Engines.options(replica.service(), PROGRAM));
        command.addAll(listening(replica));
        command.addAll(List.of("--dir", data.toString()));
        var probe = new RedisProbe(address, Duration.ofSeconds(1));
        return new Recipe(command, Map.of(), workshop.folder(), probe, "TERM", Recipe.FinalTouch.NONE);
    }

    /** On addresses that are its own it answers everyone, as its image does. */
    @Override
    public List<String> listening(Replica replica) {
        String port = String.valueOf(replica.at(PORT).getPort());
        return replica.endpoint().alone()
                ? List.of("--bind", "*", "-::*", "--protected-mode", "no", "--port", port)
                : List.of("--bind", replica.endpoint().host(), "--port", port);
    }
}
