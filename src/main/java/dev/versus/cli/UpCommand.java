package dev.versus.cli;

import dev.versus.environment.Deployment;
import dev.versus.environment.Environment;
import dev.versus.environment.Environments;
import dev.versus.environment.RunningService;
import dev.versus.system.Interpolation;
import dev.versus.system.SystemDefinition;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code versus up}: starts a system, says where it is reached, and takes it down at Ctrl-C. */
@Command(
        name = "up",
        description = "Starts a system, prints the addresses of its services, and takes it down at Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Runnable {

    /** The folder that holds {@code services/}: the script sets it, so that the command works from any folder. */
    private static final String HOME = "dev.versus.home";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "<system>", description = "A folder of services/, such as shop.")
    @SuppressWarnings("NullAway.Init")
    private String system;

    @Option(names = "--variant", paramLabel = "<variant>", description = "An override, compose.<variant>.yaml.")
    private @Nullable String variant;

    @Option(
            names = "--environment",
            paramLabel = "<name>",
            defaultValue = "process",
            description = "How it is started: ${DEFAULT-VALUE} unless said otherwise.")
    @SuppressWarnings("NullAway.Init")
    private String environment;

    @Override
    public void run() {
        Environment chosen = Environments.named(environment);
        Interpolation variables = Interpolation.ofProcess().withDefaults(chosen.variables(system));
        Path services = Path.of(System.getProperty(HOME, "."), "services");
        SystemDefinition definition = SystemDefinition.read(services, system, variant, variables);
        PrintWriter out = spec.commandLine().getOut();
        // However this JVM ends, the environment closes what it launched: Ctrl-C needs no more than to end it.
        try (Deployment deployment = chosen.launch(definition)) {
            deployment.notices().forEach(out::println);
            deployment.services().forEach(service -> out.println(line(service)));
            out.println("logs: " + deployment.logs());
            out.println(system + " is up; Ctrl-C takes it down");
            out.flush();
            untilInterrupted();
        }
    }

    private static String line(RunningService service) {
        String name = service.service() + "-" + service.replica();
        return service.address() == null ? name : name + " " + service.address();
    }

    private static void untilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
