package dev.versus.cli;

import dev.versus.cli.keeper.Request;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code versus restart}: starts a service of a system that is up anew. */
@Command(name = "restart", description = "Starts every replica of a service anew, at the addresses that it had.")
final class RestartCommand extends PrintingCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "<service>", description = "Which, one after the other.")
    private List<String> services = List.of();

    @Mixin
    private MeantSystem meant = new MeantSystem();

    @Override
    public Integer call() {
        return tell(meant.ask(new Request(Request.Verb.RESTART, services)));
    }
}
