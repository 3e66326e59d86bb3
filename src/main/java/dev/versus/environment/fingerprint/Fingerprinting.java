package dev.versus.environment.fingerprint;

import dev.versus.environment.Deployment;
import dev.versus.environment.RunningService;
import dev.versus.linux.Proc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Fingerprint of a healthy deployment, taken within a few seconds. */
public final class Fingerprinting {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int AT_ONCE = 4;

    private static final List<Trait> TRAITS = List.of(
            new Identity(),
            new Python(),
            new Java(),
            new Nginx(),
            new Redis(),
            new Postgres(),
            new PythonServer(),
            new Switches(),
            new ResourceLimits(),
            new Isolation(),
            new Libraries(),
            new NetworkSettings());

    private Fingerprinting() {}

    /**
     * Returns the properties of each service, by service and key. Replicas of a service share one entry, which lists every value where they
     * differ. Values that must differ between two launches (ports, addresses, the run's id) are replaced by placeholders, and secrets are
     * masked.
     */
    public static Map<String, Map<String, String>> of(Deployment deployment) {
        List<RunningService> replicas = deployment.services();
        List<Callable<Finding>> questions = new ArrayList<>();
        for (RunningService replica : replicas) {
            var inspected = Inspected.of(deployment, replica, Proc.ofThisHost());
            questions.add(() -> new Finding(replica.service(), deployment.traits(replica)));
            TRAITS.forEach(trait -> questions.add(() -> new Finding(replica.service(), trait.of(inspected))));
        }
        var normal = new Normal(deployment.run());
        var secrets = KnownSecrets.of(deployment.system());
        return merged(answers(questions), value -> normal.of(secrets.masked(value)));
    }

    private record Finding(String service, Map<String, String> values) {}

    /** Returns the answers that arrived within the time limit. */
    private static List<Finding> answers(List<Callable<Finding>> questions) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Fingerprinting::daemon);
        try {
            List<Finding> found = new ArrayList<>();
            for (Future<Finding> answer : threads.invokeAll(questions, LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!answer.isCancelled()) {
                    found.addAll(answer(answer));
                }
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "versus-fingerprint");
        thread.setDaemon(true);
        return thread;
    }

    /** Returns no answer for a trait that failed. */
    private static List<Finding> answer(Future<Finding> answer) throws InterruptedException {
        try {
            return List.of(answer.get());
        } catch (ExecutionException notToBeFound) {
            return List.of();
        }
    }

    private static Map<String, Map<String, String>> merged(List<Finding> found, UnaryOperator<String> told) {
        Map<String, Map<String, Set<String>>> all = new TreeMap<>();
        for (Finding finding : found) {
            var ofService = all.computeIfAbsent(finding.service(), service -> new TreeMap<>());
            finding.values()
                    .forEach((key, value) ->
                            ofService.computeIfAbsent(key, k -> new TreeSet<>()).add(told.apply(value)));
        }
        Map<String, Map<String, String>> merged = new TreeMap<>();
        all.forEach((service, values) -> {
            Map<String, String> joined = new TreeMap<>();
            values.forEach((key, each) -> joined.put(key, String.join(" | ", each)));
            merged.put(service, joined);
        });
        return merged;
    }
}
