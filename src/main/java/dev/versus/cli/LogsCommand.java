package dev.versus.cli;

import dev.versus.InvalidInput;
import dev.versus.cli.keeper.KeptReplica;
import dev.versus.cli.keeper.KeptSystem;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code versus logs}: prints the output of the services of a running system. */
@Command(name = "logs", description = "Prints the output of the services, each line behind the name of its replica.")
final class LogsCommand extends PrintingCommand implements Runnable {

    @Parameters(arity = "0..*", paramLabel = "<service>", description = "Only these services.")
    private List<String> services = List.of();

    @Option(
            names = {"-f", "--follow"},
            description = "Prints new lines too, until Ctrl-C or until the system is down.")
    private boolean follow;

    @Mixin
    private RunningSystemOption meant = new RunningSystemOption();

    @Override
    public void run() {
        KeptSystem system = meant.kept();
        BooleanSupplier goesOn = () -> follow && meant.up().isKept(system);
        new LogFollower(logs(system), out()).run(goesOn);
    }

    private List<KeptReplica> logs(KeptSystem system) {
        for (String service : services) {
            if (system.replicasOf(service).isEmpty()) {
                throw new InvalidInput(system.title() + " has no service '" + service + "'; it has "
                        + system.replicas().stream()
                                .map(KeptReplica::service)
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + ".");
            }
        }
        return system.replicas().stream()
                .filter(replica -> services.isEmpty() || services.contains(replica.service()))
                .toList();
    }
}
