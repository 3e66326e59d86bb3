package dev.versus.gatling;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import dev.versus.ForeignText;
import dev.versus.InvalidInput;
import dev.versus.Secrets;
import dev.versus.Settings;
import dev.versus.comparison.Comparison;
import dev.versus.comparison.Conductor;
import dev.versus.comparison.EvenRestarts;
import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Outcome;
import dev.versus.comparison.Plan;
import dev.versus.comparison.Progress;
import dev.versus.comparison.Target;
import dev.versus.measurement.Calibration;
import dev.versus.measurement.Json;
import dev.versus.measurement.Machine;
import dev.versus.measurement.RoundLog;
import dev.versus.measurement.Rulers;
import dev.versus.report.ConsoleSummary;
import dev.versus.report.ReportWriter;
import dev.versus.report.ReportsIndex;
import dev.versus.report.Results;
import dev.versus.report.RoundLine;
import dev.versus.report.RunHeader;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.StopWhenDecided;
import dev.versus.verdict.diagnostic.Diagnostics;
import dev.versus.verdict.diagnostic.Evidence;
import dev.versus.verdict.diagnostic.Surroundings;
import dev.versus.workload.Workload;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a comparison in Gatling, from its launch to its reports. */
final class Run {

    private final RunOptions options;
    private final Versus simulation;
    private final Machine machine = Machine.here();
    private final Questions questions;
    private final Comparison comparison;
    private final Launch launch;
    private final VirtualUsers users;
    private final Gates gates;
    private final Thread conducting = new Thread(this::conduct, "versus-conductor");
    private volatile @Nullable Path folder;
    private volatile @Nullable Results results;
    private final CpuShares cpus;

    private Run(ComparisonDraft draft, RunOptions options, Versus simulation, Launch launch) {
        this.options = options;
        this.simulation = simulation;
        this.questions = draft.questions();
        this.launch = launch;
        this.cpus = CpuShares.of(options, launch);
        this.comparison = new Comparison(
                Plan.draw(launch.targets(), options.rounds(), options.seed()), draft.workloads(), options.warmUp());
        int most = draft.workloads().values().stream()
                .mapToInt(Workload::virtualUsers)
                .max()
                .orElseThrow();
        this.users = new VirtualUsers(most, target -> cpus.meter(launch.meterOf(target)), options.requestTimeout());
        this.gates = new Gates(questions.claims());
    }

    /** Checks everything, then launches the deployments. */
    static Run prepare(ComparisonDraft draft, Settings settings, Versus simulation) {
        RunOptions options = RunOptions.of(settings, draft);
        draft.workloads();
        if (options.aa()) {
            draft.addTwin();
        }
        RunOptions.HARNESS.forEach(settings::find);
        settings.refuseUnread();
        requireRestartable(draft, options);
        MavenWatch.start();
        Launch launch = Launch.of(draft.targets(), options.services());
        return new Run(draft, options, simulation, launch);
    }

    private static void requireRestartable(ComparisonDraft draft, RunOptions options) {
        boolean none = draft.targets().stream().noneMatch(target -> target.place() instanceof EntryPoint.Service);
        if (options.restarts() > 0 && none) {
            throw new InvalidInput("-Dversus.restarts=" + options.restarts()
                    + ": this run launches nothing that could be restarted; leave it out.");
        }
    }

    List<PopulationBuilder> populations() {
        Requests requests = new Requests(options.requestTimeout());
        return List.of(scenario("comparison")
                .exec(requests.chain(users))
                .injectOpen(atOnceUsers(users.number()))
                .andThen(gates.population(this::passes)));
    }

    List<Assertion> assertions() {
        return gates.assertions();
    }

    static HttpProtocolBuilder protocol() {
        return http.disableWarmUp().disableFollowRedirect().disableCaching().disableAutoReferer();
    }

    void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::index, "versus-index"));
        conducting.setDaemon(true);
        conducting.start();
    }

    private void conduct() {
        try {
            users.gather();
            Path found = RunFolder.find(options.reports(), simulation.getClass());
            folder = found;
            measure(found);
        } catch (GeneratorStalled e) {
            Refusal.exit(e);
        } catch (RuntimeException e) {
            brokeOff(e);
        } finally {
            cpus.close();
            users.dismiss();
        }
    }

    private static void brokeOff(RuntimeException cause) {
        System.err.println(ForeignText.lines(
                "Versus: the comparison broke off: " + Secrets.masked(String.valueOf(cause.getMessage()))));
        if (Refusal.told(cause).isEmpty()) {
            var trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            System.err.print(Secrets.masked(trace.toString()));
        }
    }

    private void measure(Path into) {
        RunHeader header = header(into);
        try (RoundLog log = RoundLog.create(into, Json.lines())) {
            log.append("run", header);
            Map<String, Surroundings> surroundings = launch.surroundings();
            log.append("fingerprints", Investigation.fingerprints(surroundings));
            Calibration before = Rulers.ofUser().find(machine, header.cpus());
            log.append("ruler", before);
            Outcome outcome = conductor(log, into).conduct(comparison);
            simulation.roundsOver(header, outcome);
            Calibration calibration = Rulers.ofUser().find(machine, header.cpus());
            if (!calibration.equals(before)) {
                log.append("ruler", calibration);
            }
            log.append(
                    "findings",
                    Diagnostics.examine(evidence(outcome, calibration).with(surroundings)));
        }
        results = ReportWriter.write(into).results();
    }

    private Conductor conductor(RoundLog log, Path into) {
        LoadGenerator generator = cpus.timely(
                stretch -> launch.generatorOf(stretch.target(), users).offer(stretch));
        RoundLine line = new RoundLine(options.rounds(), questions.claims(), Clock.systemUTC());
        Progress told = new LoggedProgress(log).and(new ConsoleProgress(line)).and(cpus);
        Relaunch relaunch = new Relaunch(launch, cpus, into);
        return new Conductor(generator, told, Clock.systemUTC())
                .stopping(StopWhenDecided.of(questions.claims(), options.rounds()))
                .restarting(new EvenRestarts(options.restarts(), options.rounds(), relaunch));
    }

    private Evidence evidence(Outcome outcome, Calibration calibration) {
        Evidence evidence = new Evidence(comparison.workloads(), outcome, cpus.ofGenerator(machine.cpus()))
                .onMachineOf(machine.cpus())
                .with(questions.claims());
        return calibration.reading().map(evidence::with).orElse(evidence);
    }

    private RunHeader header(Path into) {
        return new RunHeader(
                RunHeader.FORMAT,
                String.valueOf(into.getFileName()),
                simulation.getClass().getName(),
                Instant.now(),
                options.seed(),
                options.rounds(),
                options.given(),
                machine,
                launch.seconds(),
                cpus.toString(),
                launch.targets().stream().map(this::facts).toList(),
                questions.claims(),
                questions.published(),
                questions.ladders(),
                questions.recommendations());
    }

    private RunHeader.TargetFacts facts(Target target) {
        return new RunHeader.TargetFacts(
                target.name(),
                launch.placeOf(target),
                target.addresses(),
                comparison.workloadOf(target).describe());
    }

    private boolean passes(String gate) {
        Results all = results;
        if (all == null) {
            return false;
        }
        Optional<Judgement> judgement = all.judgements().stream()
                .filter(one -> one.claim().text().equals(gate))
                .findFirst();
        return judgement.map(one -> !one.breaks(options.strict())).orElse(true);
    }

    /** Lists the run with all others; Gatling's own page, which gets a link, is there only when everything else is over. */
    private void index() {
        if (results != null) {
            ReportsIndex.write(options.reports());
        }
    }

    /** Keeps the services' logs, closes the deployments and sums up. */
    void finish() {
        Path kept = folder;
        if (kept != null) {
            ServiceLogs.copy(launch.logs(), kept, ServiceLogs.FOLDER);
        }
        launch.close();
        Results all = results;
        if (all != null) {
            System.out.print(ConsoleSummary.of(all));
        }
    }
}
