package dev.versus.gatling;

import dev.versus.run.SystemUnderTest;
import dev.versus.verdict.Subject;
import dev.versus.run.EntryPoint;
import dev.versus.run.Author;
import dev.versus.run.ComparisonDraft;
import dev.versus.run.ComparisonRun;
import dev.versus.run.AllowedHosts;
import dev.versus.InvalidInput;
import dev.versus.Settings;
import dev.versus.VersusException;
import dev.versus.comparison.Outcome;
import dev.versus.environment.EnvironmentChoice;
import dev.versus.measurement.FailureKind;
import dev.versus.report.RunHeader;
import dev.versus.statistics.Percentile;
import dev.versus.verdict.Capacity;
import dev.versus.verdict.Figure;
import dev.versus.verdict.LatencyPercentile;
import dev.versus.verdict.OfService;
import dev.versus.verdict.OfService.Resource;
import dev.versus.verdict.RequestShare;
import dev.versus.verdict.Statement;
import io.gatling.core.scenario.SimulationParams;
import io.gatling.javaapi.core.Simulation;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The base class of simulations that compare. A subclass declares in its initialiser the targets, their workload and the claims:
 *
 * <pre>{@code
 * public final class GatewayCost extends Versus {
 *     {
 *         var shop = system("shop").variant("jvm").in(process());
 *         var direct = shop.target("direct", "product-service");
 *         var gateway = shop.target("gateway", "api-gateway");
 *
 *         compare(direct, gateway)
 *                 .under(fixedRequests(1000).concurrency(50).get("/api/products"))
 *                 .rounds(10)
 *                 .gate("the gateway keeps a third", throughput(gateway).relativeTo(direct).isAtLeast(0.33));
 *     }
 * }
 * }</pre>
 *
 * <p>Nothing starts before the whole comparison is known and valid. All deployments are closed when the simulation ends, however it
 * ends.
 */
public abstract class Versus extends Simulation {

    /** The settings that the user gave by {@code -Dversus.…}. */
    protected final Settings settings = Settings.ofThisRun();

    private @Nullable ComparisonDraft draft;
    private @Nullable GatlingComparison run;

    protected Versus() {
        Refusal.install();
    }

    /** Returns a system: by its name if it is under {@code services/}, else by the path of its Compose file or folder. */
    protected static SystemUnderTest system(String name) {
        return new SystemUnderTest(name, Optional.empty());
    }

    /** Returns the environment that starts every service as a plain process of this machine. */
    protected static EnvironmentChoice process() {
        return new EnvironmentChoice("process");
    }

    /** Returns the environment that starts every service in a network namespace, with a bridge for each Compose network; needs root. */
    protected static EnvironmentChoice namespaces() {
        return new EnvironmentChoice("namespace");
    }

    /**
     * Returns the environment that starts every service in a Docker container, on the networks of the Compose file. {@code
     * docker().publishedPort()} and {@code docker().containerAddress()} choose how targets are reached; with {@code docker().hostNetwork()}
     * the containers share the network of this machine.
     */
    protected static EnvironmentChoice docker() {
        return new EnvironmentChoice("docker");
    }

    /**
     * Returns the environment of a name, such as {@code process}, with its options, such as {@code docker:network=host}.
     *
     * @throws InvalidInput if there is no such environment or option
     */
    protected static EnvironmentChoice environment(String text) {
        try {
            return EnvironmentChoice.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("The environment '" + text + "' cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Returns a target that runs already, at {@code http://host:port}.
     *
     * @throws InvalidInput if the user has not allowed its host by {@code -Dversus.allow=<host>}
     */
    protected final EntryPoint target(String name, URI address) {
        return new EntryPoint(
                name, new EntryPoint.Address(AllowedHosts.of(settings).require(address)));
    }

    /**
     * Starts the declaration of a comparison of these targets; a single target is measured without being compared.
     *
     * @throws InvalidInput if there is no target, if two have the same name, or if the method is called twice
     */
    protected final ComparisonDraft compare(EntryPoint... targets) {
        if (draft != null) {
            throw new InvalidInput(
                    getClass().getSimpleName() + " calls compare(…) twice: a simulation holds one comparison.");
        }
        ComparisonDraft compared = new ComparisonDraft(List.of(targets));
        draft = compared;
        return compared;
    }

    /** Returns the throughput: answered requests a second. */
    protected static Subject.Value throughput(EntryPoint target) {
        return Subject.of(Figure.THROUGHPUT, target);
    }

    /** Returns the mean latency, in ms. */
    protected static Subject.Value mean(EntryPoint target) {
        return Subject.of(Figure.MEAN, target);
    }

    /** Returns the median latency, in ms. */
    protected static Subject.Value p50(EntryPoint target) {
        return percentile(50, target);
    }

    /** Returns the 99th percentile of latency, in ms. */
    protected static Subject.Value p99(EntryPoint target) {
        return percentile(99, target);
    }

    /** Returns a percentile of latency, in ms; {@code percent} is between 0 and 100, exclusive. */
    protected static Subject.Value percentile(double percent, EntryPoint target) {
        return Subject.of(new LatencyPercentile(new Percentile(percent)), target);
    }

    /** Returns the share of requests that fail, 0 to 1. */
    protected static Subject.Value errorRate(EntryPoint target) {
        return Subject.of(RequestShare.ERROR_RATE, target);
    }

    /** Returns the share of requests that fail for this reason, 0 to 1. */
    protected static Subject.Value errorRate(FailureKind kind, EntryPoint target) {
        return Subject.of(RequestShare.of(kind), target);
    }

    /** Returns the share of requests that do not fail, 0 to 1. */
    protected static Subject.Value reliability(EntryPoint target) {
        return Subject.of(RequestShare.RELIABILITY, target);
    }

    /** Returns the CPU time of the target's services for each answered request, in ms. */
    protected static Subject.Value cpuPerRequest(EntryPoint target) {
        return Subject.of(Figure.CPU_PER_REQUEST, target);
    }

    /** Returns the memory of the target's services at the end of a round, in MiB. */
    protected static Subject.Value memory(EntryPoint target) {
        return Subject.of(Figure.MEMORY, target);
    }

    /** Returns the duration of a round of the target, in s. */
    protected static Subject.Value duration(EntryPoint target) {
        return Subject.of(Figure.DURATION, target);
    }

    /** Returns the CPU use of one service of the target's deployment, in % of one core; {@code *} in the name matches any characters. */
    protected static Subject.Value cpu(String service, EntryPoint target) {
        return Subject.of(new OfService(Resource.CPU, service), target);
    }

    /** Returns the CPU time of one service of the target's deployment for each answered request, in ms. */
    protected static Subject.Value cpuPerRequest(String service, EntryPoint target) {
        return Subject.of(new OfService(Resource.CPU_PER_REQUEST, service), target);
    }

    /** Returns the memory of one service of the target's deployment at the end of a round, in MiB. */
    protected static Subject.Value memory(String service, EntryPoint target) {
        return Subject.of(new OfService(Resource.MEMORY, service), target);
    }

    /** Returns the mean of several ratios of the same metric, such as an average speed-up over scenarios. */
    protected static Subject meanOf(Collection<Subject.Ratio> ratios) {
        return new Subject.MeanRatio(List.copyOf(ratios));
    }

    /** Returns the capacity: the highest throughput of a step of a staircase that met the objective. */
    protected static Subject.Value capacity(EntryPoint target) {
        return Subject.of(new Capacity(), target);
    }

    /** States that no request of the target fails in this run. */
    protected static Statement noFailure(EntryPoint target) {
        return Subject.of(Figure.FAILURES, target).isAtMost(0);
    }

    /**
     * Is called when the rounds are over, before the reports are written: for a simulation that evaluates its rounds itself.
     *
     * @param run the facts that were known before the first round
     * @param outcome everything that was measured
     */
    protected void roundsOver(RunHeader run, Outcome outcome) {}

    private Author author() {
        return new Author() {
            @Override
            public String name() {
                return Versus.this.getClass().getName();
            }

            @Override
            public void roundsOver(RunHeader header, Outcome outcome) {
                Versus.this.roundsOver(header, outcome);
            }
        };
    }

    /** Checks the comparison and launches its deployments; Gatling calls it once the subclass's initialiser is done. */
    @Override
    public final SimulationParams params(String name) {
        try {
            if (draft == null) {
                throw new InvalidInput(
                        getClass().getSimpleName() + " compares nothing: call compare(…) in its initialiser.");
            }
            var prepared = new GatlingComparison(
                    ComparisonRun.prepare(draft, settings, author(), System.out::println), getClass());
            run = prepared;
            setUp(prepared.populations())
                    .protocols(GatlingComparison.protocol())
                    .assertions(prepared.assertions());
        } catch (VersusException e) {
            Refusal.exit(e);
        }
        return super.params(name);
    }

    @Override
    public final void before() {
        if (run != null) {
            run.start();
        }
    }

    @Override
    public final void after() {
        if (run != null) {
            run.finish();
        }
    }
}
