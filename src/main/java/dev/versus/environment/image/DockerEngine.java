package dev.versus.environment.image;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.EnvironmentAndSystemPropertyClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * Docker engine, and the connection to it. Testcontainers finds the engine and opens the connection, with the credentials for registries.
 * The connection is opened at the first question, and all questions to one engine share a client.
 *
 * @param transport the address and the settings of the connection
 */
public record DockerEngine(TransportConfig transport) {

    private static final Pattern SOCKET = Pattern.compile("unix:///[A-Za-z0-9_./-]+");
    private static final Map<TransportConfig, DockerClient> CLIENTS = new ConcurrentHashMap<>();

    /** The times at which engines failed to answer a ping, as returned by {@link System#nanoTime}. */
    private static final Map<TransportConfig, Long> SILENT = new ConcurrentHashMap<>();

    /** The time limit for a ping. */
    private static final Duration PROMPT = Duration.ofSeconds(5);

    /** The time for which an engine that did not answer is not asked again: a sweep asks many questions, and each would wait again. */
    private static final Duration REST = Duration.ofSeconds(10);

    /** The time that an answer may take before the engine is pinged. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration UNLIMITED = Duration.ofSeconds(Long.MAX_VALUE);

    /**
     * Returns the engine of this user: the one that {@code DOCKER_HOST} or a Docker context names, else the one at the default socket, else
     * the user's rootless engine.
     */
    public static DockerEngine ofUser() {
        return OfUser.ENGINE;
    }

    /** Holder of the engine, which is found once: its address does not change while this JVM runs. */
    private static final class OfUser {

        private static final DockerEngine ENGINE = find();

        private static DockerEngine find() {
            TransportConfig named = named();
            return rootless()
                    .filter(socket -> System.getenv("DOCKER_HOST") == null && !exists(named.getDockerHost()))
                    .map(DockerEngine::at)
                    .orElseGet(() -> new DockerEngine(named));
        }
    }

    /**
     * Returns the address from the environment. Testcontainers' own choice of an engine would also start containers of its own, and give up
     * for good after one failure.
     */
    @SuppressWarnings("deprecation")
    private static TransportConfig named() {
        return new EnvironmentAndSystemPropertyClientProviderStrategy().getTransportConfig();
    }

    private static Optional<URI> rootless() {
        return Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
                .map(folder -> URI.create("unix://" + folder + "/docker.sock"))
                .filter(DockerEngine::exists);
    }

    private static boolean exists(URI address) {
        return "unix".equals(address.getScheme()) && Files.exists(Path.of(address.getPath()));
    }

    /** Returns the engine at an address such as {@code unix:///var/run/docker.sock}. */
    public static DockerEngine at(URI address) {
        return new DockerEngine(TransportConfig.builder().dockerHost(address).build());
    }

    /** Returns the address at which the engine listens. */
    public URI address() {
        return transport.getDockerHost();
    }

    /** Tells whether an address is a Unix socket of this machine, or that of this user's engine. */
    static boolean isOfThisMachine(String address) {
        return SOCKET.matcher(address).matches()
                || address.equals(ofUser().address().toString());
    }

    /**
     * Asks the engine a question that may take long. If the engine refuses, docker-java's exception is thrown.
     *
     * @throws EngineUnavailable if the engine does not answer, or no longer answers pings in the meantime
     */
    public <T extends @Nullable Object> T ask(Function<DockerClient, T> question) {
        return ask(UNLIMITED, question);
    }

    /**
     * Asks the engine a question that must be answered within the limit, give or take a few seconds.
     *
     * @throws EngineUnavailable if there is no answer by then
     */
    public <T extends @Nullable Object> T ask(Duration limit, Function<DockerClient, T> question) {
        try {
            DockerClient client = client();
            try (var inquiry = EngineQuery.of(() -> question.apply(client))) {
                return answer(inquiry, limit, client);
            }
        } catch (DockerException answered) {
            throw answered;
        } catch (RuntimeException failed) {
            throw isLost(failed) ? new EngineUnavailable(address(), failed) : failed;
        }
    }

    private <T extends @Nullable Object> T answer(EngineQuery<T> inquiry, Duration limit, DockerClient client) {
        Duration left = limit;
        while (true) {
            Duration wait = left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
            try {
                return inquiry.await(wait);
            } catch (TimeoutException notYet) {
                var unused = promptly(() -> client.pingCmd().exec());
                left = left.minus(wait);
                if (left.isZero()) {
                    throw silence(limit);
                }
            }
        }
    }

    /**
     * Returns the client. It is kept only after the engine has answered once, because a client that is opened without an answer uses the
     * oldest version of the protocol for good.
     */
    private DockerClient client() {
        Long silent = SILENT.get(transport);
        if (silent != null && System.nanoTime() - silent < REST.toNanos()) {
            throw silence(PROMPT);
        }
        DockerClient known = CLIENTS.get(transport);
        if (known != null) {
            return known;
        }
        DockerClient opened = promptly(this::open);
        DockerClient first = CLIENTS.putIfAbsent(transport, opened);
        return first == null ? opened : first;
    }

    /** Opens a client and pings the engine, by which the client learns the engine's version. */
    private DockerClient open() {
        DockerClient opened = DockerClientProviderStrategy.getClientForConfig(transport);
        opened.pingCmd().exec();
        return opened;
    }

    /**
     * Asks a question that any engine answers at once. If the engine does not, its client is dropped and opened again for the next
     * question.
     */
    private <T extends @Nullable Object> T promptly(Supplier<T> question) {
        try (var inquiry = EngineQuery.of(question)) {
            return inquiry.await(PROMPT);
        } catch (TimeoutException silent) {
            CLIENTS.remove(transport);
            SILENT.put(transport, System.nanoTime());
            throw silence(PROMPT);
        }
    }

    private static UncheckedIOException silence(Duration limit) {
        return new UncheckedIOException(new SocketTimeoutException(
                "it accepted a connection and did not answer within " + limit.toSeconds() + " s"));
    }

    private static boolean isLost(@Nullable Throwable failed) {
        return failed != null && (failed instanceof IOException || isLost(failed.getCause()));
    }

    /** Returns the engine's version, or why it cannot be asked. */
    public Answer look() {
        try {
            var version = ask(PROMPT, client -> client.versionCmd().exec());
            return new Answer(true, "Docker " + version.getVersion() + " at " + address());
        } catch (EngineUnavailable silent) {
            return new Answer(false, "no engine answers at " + address() + ": " + silent.reason());
        } catch (DockerException refused) {
            return new Answer(false, "the engine at " + address() + " refuses: " + refused.getMessage());
        }
    }

    /**
     * Result of looking for an engine.
     *
     * @param words the engine's version and address, or what is wrong
     */
    public record Answer(boolean answers, String words) {}

    /**
     * Tells whether the engine's containers are processes of this host. Those of another machine can neither be measured nor be checked to
     * be gone.
     */
    public boolean isHere() {
        return "unix".equals(address().getScheme()) && Files.isReadable(Path.of("/proc/self/stat"));
    }
}
