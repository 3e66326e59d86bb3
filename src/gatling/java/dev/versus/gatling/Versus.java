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
 * A simulation that compares. A subclass says in its initialiser what is compared, under which workload, and what is claimed:
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
 * <p>Nothing starts before the whole comparison is known and found sound. Everything that was started is closed when the
 * simulation ends, however it ends.
 */
public abstract class Versus extends Simulation {

    /** What the user set by {@code -Dversus.…}. */
    protected final Settings settings = Settings.ofThisRun();

    private @Nullable ComparisonDraft draft;
    private @Nullable GatlingComparison run;

    protected Versus() {
        Refusal.install();
    }

    /** A system under {@code services/} by its name, or by the path of its Compose file or folder wherever that is. */
    protected static SystemUnderTest system(String name) {
        return new SystemUnderTest(name, Optional.empty());
    }

    /** Every service as a plain process of this machine. */
    protected static EnvironmentChoice process() {
        return new EnvironmentChoice("process");
    }

    /** Every service in a network namespace of its own, on bridges that stand for the Compose file's networks; it takes root. */
    protected static EnvironmentChoice namespaces() {
        return new EnvironmentChoice("namespace");
    }

    /**
     * Every service in a container, on the networks of the Compose file; {@code docker().publishedPort()} and {@code
     * docker().containerAddress()} say by which way targets are reached, and {@code docker().hostNetwork()} has the containers share
     * the network of this machine.
     */
    protected static EnvironmentChoice docker() {
        return new EnvironmentChoice("docker");
    }

    /** The environment of the given name, such as {@code process}, with its options, such as {@code docker:network=host}. */
    protected static EnvironmentChoice environment(String text) {
        try {
            return EnvironmentChoice.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("The environment '" + text + "' cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** A target that runs already; its host must be allowed by {@code -Dversus.allow=<host>}. */
    protected final EntryPoint target(String name, URI address) {
        return new EntryPoint(
                name, new EntryPoint.Address(AllowedHosts.of(settings).require(address)));
    }

    /** Sets these targets against each other; one alone is measured without being compared. */
    protected final ComparisonDraft compare(EntryPoint... targets) {
        if (draft != null) {
            throw new InvalidInput(
                    getClass().getSimpleName() + " calls compare(…) twice: a simulation holds one comparison.");
        }
        ComparisonDraft compared = new ComparisonDraft(List.of(targets));
        draft = compared;
        return compared;
    }

    /** Answered requests a second. */
    protected static Subject.Value throughput(EntryPoint target) {
        return Subject.of(Figure.THROUGHPUT, target);
    }

    /** The mean latency, in ms. */
    protected static Subject.Value mean(EntryPoint target) {
        return Subject.of(Figure.MEAN, target);
    }

    /** The median latency, in ms. */
    protected static Subject.Value p50(EntryPoint target) {
        return percentile(50, target);
    }

    /** The 99th percentile of latency, in ms. */
    protected static Subject.Value p99(EntryPoint target) {
        return percentile(99, target);
    }

    /** A percentile of latency, in ms. */
    protected static Subject.Value percentile(double percent, EntryPoint target) {
        return Subject.of(new LatencyPercentile(new Percentile(percent)), target);
    }

    /** The share of requests that fail, 0 to 1. */
    protected static Subject.Value errorRate(EntryPoint target) {
        return Subject.of(RequestShare.ERROR_RATE, target);
    }

    /** The share of requests that fail in this way, 0 to 1. */
    protected static Subject.Value errorRate(FailureKind kind, EntryPoint target) {
        return Subject.of(RequestShare.of(kind), target);
    }

    /** The share of requests that do not fail, 0 to 1. */
    protected static Subject.Value reliability(EntryPoint target) {
        return Subject.of(RequestShare.RELIABILITY, target);
    }

    /** CPU time of the target's services for each answered request, in ms. */
    protected static Subject.Value cpuPerRequest(EntryPoint target) {
        return Subject.of(Figure.CPU_PER_REQUEST, target);
    }

    /** Resident memory of the target's services when a round ends, in MiB. */
    protected static Subject.Value memory(EntryPoint target) {
        return Subject.of(Figure.MEMORY, target);
    }

    /** How long a round of the target lasts, in s. */
    protected static Subject.Value duration(EntryPoint target) {
        return Subject.of(Figure.DURATION, target);
    }

    /** CPU time of one service of the target's deployment, in % of one core; {@code *} in the name stands for any part of it. */
    protected static Subject.Value cpu(String service, EntryPoint target) {
        return Subject.of(new OfService(Resource.CPU, service), target);
    }

    /** CPU time of one service of the target's deployment for each answered request, in ms. */
    protected static Subject.Value cpuPerRequest(String service, EntryPoint target) {
        return Subject.of(new OfService(Resource.CPU_PER_REQUEST, service), target);
    }

    /** Memory of one service of the target's deployment when a round ends, in MiB. */
    protected static Subject.Value memory(String service, EntryPoint target) {
        return Subject.of(new OfService(Resource.MEMORY, service), target);
    }

    /** The mean of several ratios of the same metric, such as an average speed-up over scenarios. */
    protected static Subject meanOf(Collection<Subject.Ratio> ratios) {
        return new Subject.MeanRatio(List.copyOf(ratios));
    }

    /** The throughput of the best step of a staircase that met its objective. */
    protected static Subject.Value capacity(EntryPoint target) {
        return Subject.of(new Capacity(), target);
    }

    /** No request of the target failed in this run. */
    protected static Statement noFailure(EntryPoint target) {
        return Subject.of(Figure.FAILURES, target).isAtMost(0);
    }

    /**
     * Called once the rounds are over, before their reports are written: for a simulation that makes something of its own of them.
     *
     * @param run what was known before
     * @param outcome all that was measured
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

    /** Called by Gatling once the subclass has said everything. */
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
