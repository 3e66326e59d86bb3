package dev.versus.cli;

import dev.versus.ForeignText;
import dev.versus.Secrets;
import dev.versus.cli.keeper.Answer;
import dev.versus.cli.keeper.Keeper;
import dev.versus.cli.keeper.KeeperProcess;
import dev.versus.cli.keeper.KeptReplica;
import dev.versus.cli.keeper.KeptSystem;
import dev.versus.environment.Deployment;
import dev.versus.environment.Environment;
import dev.versus.environment.EnvironmentChoice;
import dev.versus.environment.Pace;
import dev.versus.environment.StateFolder;
import dev.versus.system.SystemDefinition;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code versus up}: starts a system, prints its addresses, and keeps it up until Ctrl-C or {@code versus down}. */
@Command(
        name = "up",
        description =
                "Starts a system, prints the addresses of its services, and takes it down at Ctrl-C or 'versus down'.")
final class UpCommand extends PrintingCommand implements Callable<Integer> {

    private static final String DETACH = "--detach";

    @Mixin
    private ChosenSystem chosen = new ChosenSystem();

    @Mixin
    private StateOption state = new StateOption();

    @Option(
            names = {"-d", DETACH},
            description = "Leaves the system in the background and returns once it is up; 'versus down' takes it down.")
    private boolean detach;

    @Override
    public Integer call() {
        StateFolder folder = state.forEnvironments();
        EnvironmentChoice choice = chosen.choice();
        Environment environment = choice.environment();
        SystemDefinition system = chosen.definition(environment);
        return detach ? detach(folder) : keep(environment, system, choice, folder);
    }

    /** Launches the system and serves commands. Ctrl-C needs no handler: the environment closes its deployments when this JVM ends. */
    private int keep(Environment environment, SystemDefinition system, EnvironmentChoice choice, StateFolder folder) {
        try (Deployment deployment = environment.launch(system)) {
            deployment.notices().forEach(notice -> out().println(ForeignText.lines(Secrets.masked(notice))));
            var keeper = new Keeper(deployment, choice.toString(), folder);
            print(keeper.writeDown());
            out().println(system.name() + " is up; Ctrl-C takes it down");
            out().flush();
            keeper.serve();
        }
        return 0;
    }

    private int detach(StateFolder folder) {
        List<String> arguments = arguments().stream()
                .filter(argument -> !argument.equals("-d") && !argument.equals(DETACH))
                .toList();
        var keeper = KeeperProcess.start(folder, Main.class, arguments);
        return keeper.awaitUp(Pace.real()).map(this::isUp).orElseGet(() -> failed(keeper.failure()));
    }

    private int isUp(KeptSystem system) {
        print(system);
        out().println(system.system() + " is up in the background; versus down takes it down");
        return 0;
    }

    private int failed(Answer failure) {
        failure.lines().forEach(line -> err().println(ForeignText.lines(line)));
        return failure.exitCode() == 0 ? Main.FAILED : failure.exitCode();
    }

    private void print(KeptSystem system) {
        system.replicas().forEach(replica -> out().println(line(replica)));
        out().println("logs: " + system.logs());
    }

    private static String line(KeptReplica replica) {
        return replica.address().map(address -> replica.label() + " " + address).orElse(replica.label());
    }
}
