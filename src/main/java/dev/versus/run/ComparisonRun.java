package dev.versus.run;

import dev.versus.ForeignText;
import dev.versus.InvalidInput;
import dev.versus.Settings;
import dev.versus.comparison.Comparison;
import dev.versus.comparison.Conductor;
import dev.versus.comparison.Duets;
import dev.versus.comparison.EvenRestarts;
import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Outcome;
import dev.versus.comparison.Progress;
import dev.versus.comparison.Target;
import dev.versus.comparison.TurnOrder;
import dev.versus.measurement.Calibration;
import dev.versus.measurement.Json;
import dev.versus.measurement.Machine;
import dev.versus.measurement.NoiseHistory;
import dev.versus.measurement.RoundLog;
import dev.versus.measurement.Rulers;
import dev.versus.measurement.UsageMeter;
import dev.versus.report.Reconsidered;
import dev.versus.report.ReportWriter;
import dev.versus.report.ReportsIndex;
import dev.versus.report.Results;
import dev.versus.report.RoundLine;
import dev.versus.report.RunHeader;
import dev.versus.report.RunRecord;
import dev.versus.report.SecondDraw;
import dev.versus.verdict.diagnostic.Circumstances;
import dev.versus.verdict.diagnostic.CoarseClock;
import dev.versus.verdict.diagnostic.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of a comparison, from its launch to its reports. A load generator is handed in, and nothing here knows which:
 *
 * <pre>{@code
 * try (ComparisonRun run = ComparisonRun.prepare(draft, settings, author, System.out::println)) {
 *     run.conduct(generator, folder);
 * }
 * }</pre>
 */
public final class ComparisonRun implements AutoCloseable {

    private final RunOptions options;
    private final Author author;
    private final Console console;
    private final Machine machine = Machine.here();
    private final Questions questions;
    private final Comparison comparison;
    private final Deployments deployments;
    private final CpuShares cpus;
    private volatile @Nullable Path folder;
    private volatile @Nullable Results results;

    private ComparisonRun(ComparisonDraft draft, RunOptions options, Deployments deployments, Author author) {
        this.options = options;
        this.author = author;
        this.console = deployments.console();
        this.questions = draft.questions();
        this.deployments = deployments;
        this.cpus = CpuShares.of(options, deployments);
        this.comparison = new Comparison(
                new TurnOrder(options.seed(), deployments.targets()),
                draft.workloads(),
                options.warmUp(),
                options.budget(),
                options.duets() ? new DuetChoice(questions, draft.workloads(), deployments).duets() : Duets.none());
    }

    /**
     * Checks everything, launches the deployments, and greets the servers in the way in which they will be loaded.
     *
     * @throws InvalidInput for a mistake in the comparison or a setting, before anything is started; or for a server that is not trusted
     */
    public static ComparisonRun prepare(ComparisonDraft draft, Settings settings, Author author, Console console) {
        RunOptions options = RunOptions.of(settings, draft);
        draft.questions().requireEndpoints(draft.workloads());
        settings.find(RevisionArm.REVISION).ifPresent(revision -> RevisionArm.add(revision, draft));
        if (options.control()) {
            draft.addControl();
        }
        RunOptions.HARNESS.forEach(settings::find);
        settings.refuseUnread();
        options.requireRestartable(draft);
        var deployments = Deployments.launch(draft.targets(), options.services(), console);
        try {
            var run = new ComparisonRun(draft, options, deployments, author);
            Greeting.all(options.trust(), run.comparison);
            return run;
        } catch (RuntimeException refused) {
            deployments.close();
            throw refused;
        }
    }

    /** Returns what the generator must know before it starts. */
    public GeneratorSetup setup() {
        return GeneratorSetup.of(comparison, options);
    }

    /** Returns the meter of what the generator and the services behind a target use. */
    public UsageMeter meterOf(Target target) {
        return cpus.meter(deployments.meterOf(target));
    }

    /** Returns the folder of all runs. */
    public Path reports() {
        return options.reports();
    }

    /** Returns the words of all gates, the one that every comparison has first. */
    public List<String> gates() {
        return questions.gates();
    }

    /** Tells whether a gate passes; none does before the reports are written. */
    public boolean passes(String gate) {
        return results().filter(all -> all.passes(gate, options.strict())).isPresent();
    }

    /** Returns the results, once the reports are written. */
    public Optional<Results> results() {
        return Optional.ofNullable(results);
    }

    /**
     * Warms up, measures, judges, and writes the reports.
     *
     * @param into the run's folder, which exists
     */
    public void conduct(LoadGenerator generator, Path into) {
        folder = into;
        try {
            measure(generator, into);
        } finally {
            cpus.close();
        }
    }

    private void measure(LoadGenerator generator, Path into) {
        RunHeader header = header(into);
        try (RoundLog log = RoundLog.create(into, Json.lines())) {
            log.append("run", header);
            Map<String, Surroundings> surroundings = deployments.surroundings();
            log.append("fingerprints", DeploymentInspection.fingerprints(surroundings));
            log.append("evidence", evidence(surroundings));
            Calibration before = Rulers.ofUser().find(machine, header.cpus());
            log.append("ruler", before);
            Outcome outcome = conductor(generator, LoggedProgress.of(log), into).conduct(comparison);
            foresight().keep(outcome, options.budget(), console);
            author.roundsOver(header, outcome);
            SecondDraw.askedFor(RunRecord.read(into.resolve(RoundLog.FILE)))
                    .ifPresent(gate -> drawAgain(gate, generator, LoggedProgress.ofSecondDraw(log), into));
            Calibration calibration = Rulers.ofUser().find(machine, header.cpus());
            if (!calibration.equals(before)) {
                log.append("ruler", calibration);
            }
            Results judged = ReportWriter.write(into).results();
            log.append("judged", Reconsidered.verdicts(judged));
            results = judged;
        }
    }

    /** Makes the second draw. If that fails, the first draw still gets its reports. */
    private void drawAgain(String gate, LoadGenerator generator, LoggedProgress logged, Path into) {
        console.say("versus: '" + gate + "' looks broken: starting anew, for a second draw of rounds");
        logged.log().accept("gate", gate);
        try {
            conductor(generator, logged, into).conduct(comparison.drawnAnew(relaunch(into)));
        } catch (RuntimeException failure) {
            console.say(ForeignText.lines("versus: the second draw failed: " + failure.getMessage()));
            logged.log().accept("failed", String.valueOf(failure.getMessage()));
        }
    }

    private Conductor conductor(LoadGenerator generator, LoggedProgress logged, Path into) {
        List<Progress> listeners = List.of(
                logged,
                new Announcement(foresight(), console),
                new ConsoleProgress(new RoundLine(questions.claims(), machine.cpus(), Clock.systemUTC()), console),
                cpus);
        return new Conductor(
                RunGenerator.of(generator, deployments, cpus, listeners),
                listeners,
                Clock.systemUTC(),
                options.stopping(questions.claims(), machine.cpus()),
                new EvenRestarts(options.restarts(), () -> relaunch(into)));
    }

    private Foresight foresight() {
        return Foresight.of(questions, comparison, NoiseHistory.ofUser(machine, cpus.toString()));
    }

    private List<Target> relaunch(Path into) {
        cpus.release();
        return deployments.again(into);
    }

    private Circumstances evidence(Map<String, Surroundings> surroundings) {
        int all = machine.cpus();
        return new Circumstances(
                comparison.workloads(), cpus.ofGenerator(all), all, CoarseClock.tickOf(System::nanoTime), surroundings);
    }

    private RunHeader header(Path into) {
        return new RunHeader(
                RunHeader.FORMAT,
                String.valueOf(into.getFileName()),
                author.name(),
                Instant.now(),
                options.seed(),
                options.budget().rounds().orElse(0),
                Optional.empty(),
                options.given(),
                machine,
                deployments.seconds(),
                cpus.toString(),
                deployments.facts(comparison),
                questions.claims(),
                questions.published(),
                questions.ladders(),
                questions.recommendations(),
                questions.sweeps());
    }

    /** Lists the run with all others; for a generator's own page to get its link, it must be written by then. */
    public void index() {
        if (results != null) {
            ReportsIndex.write(options.reports());
        }
    }

    /** Keeps the services' logs with the reports and closes the deployments. */
    @Override
    public void close() {
        try (deployments) {
            Optional.ofNullable(folder)
                    .ifPresent(kept -> ServiceLogs.copy(deployments.logs(), kept, ServiceLogs.FOLDER));
        }
    }
}
