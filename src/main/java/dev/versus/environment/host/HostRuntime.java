package dev.versus.environment.host;

import dev.versus.ShortCommand;
import dev.versus.environment.CommandProbe;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.Probe;
import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.ProcessTermination;
import dev.versus.environment.ProcessTermination.Mortal;
import dev.versus.environment.Reach;
import dev.versus.environment.Run;
import dev.versus.environment.RunLogs;
import dev.versus.environment.ServiceRuntime;
import dev.versus.environment.Ticker;
import dev.versus.system.ServiceDefinition;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Runs replicas as programs of this host. Each process is recorded before it exists, and carries the run's id from the beginning. */
public final class HostRuntime implements ServiceRuntime<Started> {

    private final HostPlan plan;
    private final Site site;
    private final RunLogs logs;
    private final HostProcesses processes = new HostProcesses();
    private final ProcessTermination termination = new ProcessTermination(processes, Ticker.real());

    public HostRuntime(HostPlan plan, RunLogs logs) {
        this.plan = plan;
        this.site = plan.site();
        this.logs = logs;
    }

    private Run run() {
        return logs.run();
    }

    /**
     * Makes what the replicas run in. The home folders are recorded first, so that they are removed last: after the cgroups and every
     * process in them.
     */
    @Override
    public void makeSurroundings() throws IOException {
        run().recordMaking(List.of(SharedMemoryRemover.made(run().id())));
        if (RootUser.isRunning() && plan.recipes().makeHomes()) {
            List<String> replicas = plan.system().services().stream()
                    .flatMap(service -> site.replicas(service).stream())
                    .map(Replica::name)
                    .toList();
            run().recordMaking(ReplicaFolders.ofThisHost().prepare().made(run().id(), replicas));
        }
        site.stand(run());
    }

    @Override
    public Start<Started> prepare(ServiceDefinition service, int number) throws IOException {
        Replica replica = site.replicas(service).get(number - 1);
        var preparation = new ReplicaPreparation(run(), site, replica.name(), logs.of(replica.name()));
        Recipe recipe = plan.recipes().prepare(replica, preparation);
        return () -> start(replica, recipe);
    }

    @Override
    public Start<Started> prepareAgain(Started replica) {
        stop(replica);
        return () -> start(replica.replica(), replica.recipe().again());
    }

    private Started start(Replica replica, Recipe recipe) throws IOException {
        List<String> command = site.inside(replica, recipe.runAs().command(recipe.command()));
        run().recordIntention(replica.name());
        var builder = new ProcessBuilder(command)
                .directory(recipe.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(logs.of(replica.name()).toFile()));
        builder.environment().clear();
        builder.environment().putAll(variables(recipe));
        Process process = builder.start();
        var mortal = new Mortal(
                processes.started(process.pid()),
                recipe.stopSignal(),
                replica.service().lifecycle().stopGracePeriod());
        try {
            run().recordProcess(mortal, replica.name());
        } catch (RuntimeException unrecorded) {
            process.destroyForcibly();
            throw unrecorded;
        }
        return new Started(replica, recipe, process, mortal, Instant.now());
    }

    private Map<String, String> variables(Recipe recipe) {
        return ServiceEnvironment.of(run().id(), recipe.environment());
    }

    private static File nothing() {
        return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    }

    @Override
    public void stop(Started replica) {
        termination.stop(replica.mortal());
    }

    @Override
    public boolean isAlive(Started replica) {
        return replica.process().isAlive();
    }

    @Override
    public String end(Started replica) {
        try {
            replica.process().waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return "ended with exit code " + replica.process().exitValue();
    }

    @Override
    public Optional<Probe> ownProbe(Started replica) {
        return Optional.ofNullable(replica.recipe().probe());
    }

    @Override
    public List<String> words(Started replica, List<String> words) {
        return site.words(replica.replica(), words);
    }

    @Override
    public Optional<URI> seenFromHere(Started replica, URI address) {
        return site.seenFromHere(replica.replica(), address);
    }

    @Override
    public Probe commandProbe(Started replica, List<String> command, Duration limit) {
        Recipe recipe = replica.recipe();
        return new CommandProbe(beside(replica, command), variables(recipe), recipe.folder(), limit);
    }

    @Override
    public Optional<String> ask(Started replica, List<String> command) {
        return ShortCommand.run(beside(replica, command), variables(replica.recipe()));
    }

    private List<String> beside(Started replica, List<String> command) {
        return site.beside(replica.replica(), replica.recipe().runAs().command(command));
    }

    @Override
    public void setUp(Started replica) throws IOException {
        replica.recipe().whenReady().apply();
    }

    @Override
    public boolean offers(Reach reach) {
        return site.offers(reach);
    }

    @Override
    public Optional<URI> address(Started replica, Reach reach) {
        return Optional.ofNullable(replica.replica().address());
    }

    /** Returns the process of the replica's program, which may be a child of the started one. */
    @Override
    public Optional<ProcessIdentity> process(Started replica) {
        OptionalLong pid = site.program(replica.replica());
        ProcessIdentity started = replica.mortal().process();
        return Optional.of(pid.isPresent() ? processes.identify(pid.getAsLong()).orElse(started) : started);
    }

    @Override
    public Map<String, String> traits(Started replica) {
        return site.traits(replica.replica());
    }

    /** Returns all differences from what the system asks for, those of the environment first and then those of its programs. */
    @Override
    public List<String> notices() {
        return plan.allNotices();
    }
}
