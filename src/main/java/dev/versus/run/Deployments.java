package dev.versus.run;

import dev.versus.ForeignText;
import dev.versus.Secrets;
import dev.versus.SourceCommit;
import dev.versus.comparison.Comparison;
import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Target;
import dev.versus.environment.CpuSplit;
import dev.versus.environment.Deployment;
import dev.versus.linux.EqualShares;
import dev.versus.measurement.ServiceMeter;
import dev.versus.measurement.UsageMeter;
import dev.versus.report.RunHeader.TargetFacts;
import dev.versus.verdict.diagnostic.Surroundings;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The deployments of a run, and the targets in them. */
final class Deployments implements AutoCloseable {

    private final List<EntryPoint> points;
    private final Map<String, UsageMeter> meters = new ConcurrentHashMap<>();
    private final Map<Placement, Deployment> deployments = new LinkedHashMap<>();
    private final Map<Placement, PlannedSystem> systems;
    private final Console console;
    private ServiceWatch watch = new ServiceWatch(List.of(), Map.of());
    private double seconds;
    private int starts;

    private Deployments(List<EntryPoint> points, Map<Placement, PlannedSystem> systems, Console console) {
        this.points = points;
        this.systems = systems;
        this.console = console;
    }

    /**
     * Reads all systems, then launches the deployments, only if every system is valid. If one launch fails, the deployments before it are
     * closed.
     *
     * @param services the folder of all systems
     */
    static Deployments launch(List<EntryPoint> points, Path services, Console console) {
        var deployments = new Deployments(points, PlannedSystem.read(points, services), console);
        deployments.start();
        return deployments;
    }

    /**
     * Keeps the logs of all deployments, closes them, launches them anew and returns their targets, which may have other addresses then.
     *
     * @param runFolder the run's folder, into which logs are copied
     */
    List<Target> again(Path runFolder) {
        ServiceLogs.copy(logs(), runFolder, ServiceLogs.FOLDER.resolve("start-" + starts));
        close();
        deployments.clear();
        meters.clear();
        start();
        return targets();
    }

    private void start() {
        starts++;
        long start = System.nanoTime();
        try {
            systems.forEach((placement, system) -> deployments.put(placement, launch(placement, system)));
        } catch (RuntimeException e) {
            close();
            deployments.clear();
            throw e;
        }
        seconds = (System.nanoTime() - start) / 1e9;
        watch = new ServiceWatch(points, deployments);
        if (!systems.isEmpty()) {
            console.say(String.format(Locale.ROOT, "versus: healthy after %.1f s", seconds));
        }
    }

    private Deployment launch(Placement placement, PlannedSystem system) {
        console.say("versus: starting " + Secrets.masked(placement + system.told()));
        Deployment deployment = placement
                .environment()
                .environment()
                .launch(system.definition(), line -> console.say(ForeignText.lines("versus: " + line)));
        deployment.notices().forEach(notice -> console.say(ForeignText.lines("versus: " + Secrets.masked(notice))));
        return deployment;
    }

    /** Returns the watch over the services of the last launch. */
    ServiceWatch watch() {
        return watch;
    }

    /** Returns how long all deployments together took until they were healthy, in s. */
    double seconds() {
        return seconds;
    }

    List<Target> targets() {
        return points.stream()
                .map(point -> new Target(point.name(), addresses(point.place())))
                .toList();
    }

    private List<URI> addresses(EntryPoint.Place place) {
        return place instanceof EntryPoint.Service service
                ? deploymentOf(service).addresses(service.service(), service.reach()).stream()
                        .map(service::spokenToAt)
                        .toList()
                : List.of(((EntryPoint.Address) place).uri());
    }

    private Deployment deploymentOf(EntryPoint.Service place) {
        return Optional.ofNullable(deployments.get(place.deployment()))
                .orElseThrow(() -> new IllegalStateException(place.deployment() + " was not launched"));
    }

    private EntryPoint pointOf(Target target) {
        return points.stream()
                .filter(point -> point.name().equals(target.name()))
                .findFirst()
                .orElseThrow();
    }

    Console console() {
        return console;
    }

    boolean hasDeployments() {
        return !deployments.isEmpty();
    }

    /** Tells whether the run has services and all of them ask for a real-time scheduling class, as the null server does. */
    boolean isInRealTime() {
        return !systems.isEmpty()
                && systems.values().stream()
                        .flatMap(system -> system.definition().services().stream())
                        .allMatch(service -> service.confinement().asksForRealTime());
    }

    /** Pins generator and services to CPUs of their own. */
    void confine(CpuSplit split) {
        deployments.values().forEach(split::confine);
        split.confineThisJvm();
    }

    /** Finds out the surroundings of each target; to be called once, while all services are healthy and without load. */
    Map<String, Surroundings> surroundings() {
        return DeploymentInspection.of(points, deployments, this::sources);
    }

    /** Returns the generator that loads a target: one of the target's own, or one made from the usual one. */
    LoadGenerator generatorOf(Target target, LoadGenerator usual) {
        return pointOf(target).loading().apply(usual);
    }

    /** Returns the facts of each target that are recorded. */
    List<TargetFacts> facts(Comparison comparison) {
        return targets().stream().map(target -> facts(target, comparison)).toList();
    }

    private TargetFacts facts(Target target, Comparison comparison) {
        EntryPoint.Place place = pointOf(target).place();
        Optional<SourceCommit> sources = sources(place);
        String inWords = place + sources.map(commit -> ", " + commit).orElse("");
        String workload = comparison.workloadOf(target).describe();
        return new TargetFacts(target.name(), inWords, target.addresses(), workload, sources);
    }

    private Optional<SourceCommit> sources(EntryPoint.Place place) {
        return place instanceof EntryPoint.Service service ? sources(service.deployment()) : Optional.empty();
    }

    private Optional<SourceCommit> sources(Placement placement) {
        return Optional.ofNullable(systems.get(placement)).flatMap(PlannedSystem::sources);
    }

    /** Returns why two targets cannot be loaded at once in equal shares of the CPUs; empty if they can. */
    Optional<String> objectionToDuet(String one, String other) {
        List<EntryPoint> both = points.stream()
                .filter(point -> List.of(one, other).contains(point.name()))
                .toList();
        if (both.stream().anyMatch(EntryPoint::hasItsOwnGenerator)) {
            return Optional.of("one of them is loaded by a generator of its own");
        }
        List<Deployment> launched = both.stream()
                .map(EntryPoint::place)
                .filter(EntryPoint.Service.class::isInstance)
                .map(place -> deploymentOf((EntryPoint.Service) place))
                .distinct()
                .toList();
        return launched.size() < 2
                ? Optional.of("they are not of two deployments of this run")
                : EqualShares.ofThisHost()
                        .objection(
                                pids(launched.get(0)).values(),
                                pids(launched.get(1)).values());
    }

    /** Returns the meter of the services behind a target. */
    UsageMeter meterOf(Target target) {
        return meters.computeIfAbsent(target.name(), name -> newMeter(target));
    }

    private UsageMeter newMeter(Target target) {
        return pointOf(target).place() instanceof EntryPoint.Service service
                ? new ServiceMeter(() -> pids(deploymentOf(service)))
                : new ServiceMeter(Map::of);
    }

    private static Map<String, Long> pids(Deployment deployment) {
        Map<String, Long> pids = new TreeMap<>();
        deployment
                .services()
                .forEach(service -> service.process().ifPresent(process -> pids.put(service.name(), process.pid())));
        return pids;
    }

    /** Returns the folder of each deployment's logs, by a name for the deployment. */
    Map<String, Path> logs() {
        Map<String, Path> logs = new TreeMap<>();
        deployments.forEach(
                (placement, deployment) -> logs.put(placement.fileName() + "-" + logs.size(), deployment.logs()));
        return logs;
    }

    /** Closes every deployment, also after one that could not be closed; that failure is thrown in the end. */
    @Override
    public void close() {
        RuntimeException first = null;
        for (Deployment deployment : deployments.values()) {
            try {
                deployment.close();
            } catch (RuntimeException failed) {
                first = first == null ? failed : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
