package dev.versus.cli;

import dev.versus.ProjectFolder;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code versus benchmark}: runs a simulation by Maven and ends with Maven's exit code. */
@Command(
        name = "benchmark",
        description = {
            "Runs a simulation, as ./mvnw gatling:test does; its exit code says whether every gate held.",
            "With --system and without a simulation, it runs LoadFixedRequests on the api-gateway of that system."
        },
        mixinStandardHelpOptions = true)
final class BenchmarkCommand implements Callable<Integer> {

    private static final String USUAL = "Quickstart";
    private static final String OF_ANY_SYSTEM = "LoadFixedRequests";

    @Parameters(arity = "0..1", paramLabel = "<simulation>", description = "Class; " + USUAL + " by default.")
    private @Nullable String simulation;

    @Option(names = "-D", paramLabel = "<name>=<value>", description = "A setting, such as -Dversus.rounds=6.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--system", paramLabel = "<system>", description = "System that a Load… simulation loads.")
    private @Nullable String system;

    @Option(names = "--variant", paramLabel = "<variant>", description = "Variant of that system.")
    private @Nullable String variant;

    @Option(names = "--environment", paramLabel = "<name>", description = "Environment in which the system starts.")
    private @Nullable String environment;

    @Option(names = "--service", paramLabel = "<service>", description = "Service of the system that is loaded.")
    private @Nullable String service;

    @Override
    public Integer call() {
        return Child.run(command(), ProjectFolder.path());
    }

    /** Builds the command line of Maven. */
    List<String> command() {
        String usual = system == null ? USUAL : OF_ANY_SYSTEM;
        String named = simulation == null ? usual : simulation;
        var command = new ArrayList<String>();
        command.add(ProjectFolder.path()
                .resolve(File.separatorChar == '/' ? "mvnw" : "mvnw.cmd")
                .toString());
        command.add("gatling:test");
        command.add("-Dgatling.simulationClass="
                + Simulations.of(ProjectFolder.path()).named(named));
        given("system", system, command);
        given("variant", variant, command);
        given("environment", environment, command);
        given("service", service, command);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        return command;
    }

    private static void given(String name, @Nullable String value, List<String> command) {
        if (value != null) {
            command.add("-Dversus." + name + "=" + value);
        }
    }
}
