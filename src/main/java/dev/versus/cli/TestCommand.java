package dev.versus.cli;

import dev.versus.cli.keeper.Request;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code versus test}: asks every service of a system that is up for its health. */
@Command(
        name = "test",
        description = "Asks every replica for its health, and tells what each one answers; 1 if one is unhealthy.")
final class TestCommand extends PrintingCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "<service>", description = "These services only.")
    private List<String> services = List.of();

    @Mixin
    private MeantSystem meant = new MeantSystem();

    @Override
    public Integer call() {
        return tell(meant.ask(new Request(Request.Verb.TEST, services)));
    }
}
