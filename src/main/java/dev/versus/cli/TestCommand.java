package dev.versus.cli;

import dev.versus.cli.keeper.KeeperRequest;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code versus test}: asks every service of a running system for its health. */
@Command(
        name = "test",
        description =
                "Asks every replica for its health and prints the answers. Ends with 1 if a replica is unhealthy.")
final class TestCommand extends PrintingCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "<service>", description = "Only these services.")
    private List<String> services = List.of();

    @Mixin
    private RunningSystemOption meant = new RunningSystemOption();

    @Override
    public Integer call() {
        return tell(meant.ask(new KeeperRequest(KeeperRequest.Verb.TEST, services)));
    }
}
