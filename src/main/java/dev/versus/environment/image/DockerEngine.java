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
 * A Docker engine, and the way to it. Testcontainers says where it is and opens the connection, with the credentials of registries;
 * nothing is asked before it is needed, and one client serves all who ask the same engine.
 *
 * @param transport where it listens
 */
public record DockerEngine(TransportConfig transport) {

    private static final Pattern SOCKET = Pattern.compile("unix:///[A-Za-z0-9_./-]+");
    private static final Map<TransportConfig, DockerClient> CLIENTS = new ConcurrentHashMap<>();

    /** When an engine has answered no ping: by {@link System#nanoTime}. */
    private static final Map<TransportConfig, Long> SILENT = new ConcurrentHashMap<>();

    /** How long a ping may take. */
    private static final Duration PROMPT = Duration.ofSeconds(5);

    /** How long a silent engine is not asked again: a sweep has many questions, and each would wait as long. */
    private static final Duration REST = Duration.ofSeconds(10);

    /** How long an answer may take before the engine is asked whether it is still there. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration UNLIMITED = Duration.ofSeconds(Long.MAX_VALUE);

    /**
     * The engine of this user: the one that {@code DOCKER_HOST} or a Docker context names, else the one at the usual socket, else the
     * rootless one of this user.
     */
    public static DockerEngine ofUser() {
        return OfUser.ENGINE;
    }

    /** Found once: nothing of it changes while this JVM runs. */
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

    /** Testcontainers' own choice would also start containers of its own, and give up for good after one failure. */
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

    /** The engine that listens there, such as at {@code unix:///var/run/docker.sock}. */
    public static DockerEngine at(URI address) {
        return new DockerEngine(TransportConfig.builder().dockerHost(address).build());
    }

    public URI address() {
        return transport.getDockerHost();
    }

    /** Tells whether an address is a socket of this machine, or that of this user's engine. */
    static boolean isOfThisMachine(String address) {
        return SOCKET.matcher(address).matches()
                || address.equals(ofUser().address().toString());
    }

    /**
     * Asks the engine something that may take long; what it refuses comes as docker-java's exception.
     *
     * @throws EngineUnavailable if it does not answer, or ceases to: meanwhile it must answer pings
     */
    public <T extends @Nullable Object> T ask(Function<DockerClient, T> question) {
        return ask(UNLIMITED, question);
    }

    /**
     * Asks the engine something that takes no longer than the limit, give or take a few seconds.
     *
     * @throws EngineUnavailable if there is no answer by then
     */
    public <T extends @Nullable Object> T ask(Duration limit, Function<DockerClient, T> question) {
        try {
            DockerClient client = client();
            try (var inquiry = Inquiry.of(() -> question.apply(client))) {
                return answer(inquiry, limit, client);
            }
        } catch (DockerException answered) {
            throw answered;
        } catch (RuntimeException failed) {
            throw isLost(failed) ? new EngineUnavailable(address(), failed) : failed;
        }
    }

    private <T extends @Nullable Object> T answer(Inquiry<T> inquiry, Duration limit, DockerClient client) {
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

    /** Opened without an answer it would speak the oldest version for good, so it is kept only once it has answered. */
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

    /** Finds out the engine's version, too. */
    private DockerClient open() {
        DockerClient opened = DockerClientProviderStrategy.getClientForConfig(transport);
        opened.pingCmd().exec();
        return opened;
    }

    /** What any engine answers at once; one that does not is opened anew before it is asked anything else. */
    private <T extends @Nullable Object> T promptly(Supplier<T> question) {
        try (var inquiry = Inquiry.of(question)) {
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

    /** The engine's version, or why it cannot be asked. */
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
     * Whether the engine answers.
     *
     * @param words its version and where it is, or what is wrong
     */
    public record Answer(boolean answers, String words) {}

    /** Whether its containers are processes of this host: what an engine elsewhere runs can be neither measured nor seen to be gone. */
    public boolean isHere() {
        return "unix".equals(address().getScheme()) && Files.isReadable(Path.of("/proc/self/stat"));
    }
}
