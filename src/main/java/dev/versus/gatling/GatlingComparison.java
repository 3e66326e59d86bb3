package dev.versus.gatling;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import dev.versus.ForeignText;
import dev.versus.Secrets;
import dev.versus.comparison.GeneratorStalled;
import dev.versus.report.ConsoleSummary;
import dev.versus.report.GatesLine;
import dev.versus.run.ComparisonRun;
import dev.versus.run.GeneratorSetup;
import dev.versus.workload.Request;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** A run of a comparison whose load Gatling offers: its conductor has a thread of its own, beside Gatling's. */
final class GatlingComparison {

    private final ComparisonRun run;
    private final Class<?> simulation;
    private final GeneratorSetup setup;
    private final Map<Request, Message> messages;
    private final VirtualUsers users;
    private final Gates gates;
    private final Thread conducting = new Thread(this::conduct, "versus-conductor");

    /**
     * Prepares a run.
     *
     * @param messages what each request of the workloads sends
     */
    GatlingComparison(ComparisonRun run, Class<?> simulation, Map<Request, Message> messages) {
        this.run = run;
        this.messages = messages;
        this.simulation = simulation;
        this.setup = run.setup();
        this.users = new VirtualUsers(setup.virtualUsers(), run::meterOf, setup.requestTimeout());
        this.gates = new Gates(run.gates());
    }

    List<PopulationBuilder> populations() {
        Requests requests = new Requests(setup, messages);
        return List.of(scenario("comparison")
                .exec(requests.chain(users))
                .injectOpen(atOnceUsers(users.number()))
                .andThen(gates.population(run::passes)));
    }

    List<Assertion> assertions() {
        return gates.assertions();
    }

    HttpProtocolBuilder protocol() {
        HttpProtocolBuilder plain =
                http.disableWarmUp().disableFollowRedirect().disableCaching().disableAutoReferer();
        return setup.http2() ? plain.enableHttp2() : plain;
    }

    /** Starts conducting. Gatling's own page, which gets a link to the reports, is there only when everything else is over. */
    void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::sumUp, "versus-sum-up"));
        conducting.setDaemon(true);
        conducting.start();
    }

    private void conduct() {
        try {
            users.gather();
            run.conduct(users, RunFolder.find(run.reports(), simulation));
        } catch (GeneratorStalled e) {
            Refusal.exit(e);
        } catch (RuntimeException e) {
            brokeOff(e);
        } finally {
            users.dismiss();
        }
    }

    private static void brokeOff(RuntimeException cause) {
        String reason = Secrets.masked(String.valueOf(cause.getMessage()));
        System.err.println(ForeignText.lines("Versus: the comparison broke off: " + reason));
        if (Refusal.told(cause).isEmpty()) {
            var trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            System.err.print(Secrets.masked(trace.toString()));
        }
    }

    /** Lists the run with all others, and prints one line on its gates after everything that Gatling prints. */
    private void sumUp() {
        run.index();
        run.results().map(GatesLine::of).ifPresent(System.out::println);
    }

    /** Closes what the run started, and sums it up. */
    void finish() {
        run.close();
        run.results().map(ConsoleSummary::of).ifPresent(System.out::print);
    }
}
