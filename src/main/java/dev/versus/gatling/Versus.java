package dev.versus.gatling;

import dev.versus.InvalidInput;
import dev.versus.PublicApi;
import dev.versus.Settings;
import dev.versus.VersusException;
import dev.versus.comparison.Outcome;
import dev.versus.environment.EnvironmentChoice;
import dev.versus.report.RunHeader;
import dev.versus.revision.Revision;
import dev.versus.run.AllowedHosts;
import dev.versus.run.Author;
import dev.versus.run.ComparisonDraft;
import dev.versus.run.ComparisonRun;
import dev.versus.run.EntryPoint;
import dev.versus.run.SentRequests;
import dev.versus.run.SystemUnderTest;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Statement;
import dev.versus.workload.Request;
import io.gatling.core.scenario.SimulationParams;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 *                 .gate("the gateway keeps a third", throughput(gateway).relativeTo(direct).isAtLeast(0.33));
 *     }
 * }
 * }</pre>
 *
 * <p>Nothing starts before the whole comparison is known and valid. All deployments are closed when the simulation ends, however it
 * ends.
 */
@PublicApi
public abstract class Versus extends TargetMetrics {

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

    /**
     * Returns a revision of the repository that holds a system, for {@code system("shop").at(revision("main"))}.
     *
     * @param ref a branch, a tag, a commit, or anything else that {@code git rev-parse} reads
     * @throws InvalidInput if the text cannot be a revision
     */
    protected static Revision revision(String ref) {
        return new Revision(ref);
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
     * Returns a target that runs already, at {@code http://host:port} or {@code https://host:port}.
     *
     * @throws InvalidInput if the user has not allowed its host by {@code -Dversus.allow=<host>}
     */
    protected final EntryPoint target(String name, URI address) {
        return new EntryPoint(
                name, new EntryPoint.Address(AllowedHosts.of(settings).require(address)));
    }

    /**
     * Makes a claim that a recommendation can name. A claim that nothing names is shorter added by {@link ComparisonDraft#claim}.
     *
     * @param text the claim in words, unique in the comparison
     */
    protected static Claim claim(String text, Statement statement) {
        return new Claim(text, statement, false);
    }

    /** Makes a gate: a claim that fails the build when it is refuted. Otherwise as {@link #claim}. */
    protected static Claim gate(String text, Statement statement) {
        return new Claim(text, statement, true);
    }

    /**
     * Starts the declaration of a comparison of these targets; a single target is measured without being compared.
     *
     * @throws InvalidInput if there is no target, if two have the same name, or if the method is called twice
     */
    protected final ComparisonDraft compare(EntryPoint... targets) {
        return compare(List.of(targets));
    }

    /** Starts the declaration of a comparison of all targets of these lists. Otherwise as {@link #compare(EntryPoint...)}. */
    @SafeVarargs
    protected final ComparisonDraft compare(List<EntryPoint>... targets) {
        if (draft != null) {
            throw new InvalidInput(
                    getClass().getSimpleName() + " calls compare(…) twice: a simulation holds one comparison.");
        }
        List<EntryPoint> all = new ArrayList<>();
        for (List<EntryPoint> some : targets) {
            all.addAll(some);
        }
        ComparisonDraft compared = new ComparisonDraft(all);
        draft = compared;
        return compared;
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
            MavenWatch.start();
            Map<Request, Message> messages =
                    Message.of(SentRequests.of(draft), new AuthorizationHeader(System::getenv));
            var prepared = new GatlingComparison(
                    ComparisonRun.prepare(draft, settings, author(), System.out::println), getClass(), messages);
            run = prepared;
            setUp(prepared.populations()).protocols(prepared.protocol()).assertions(prepared.assertions());
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
