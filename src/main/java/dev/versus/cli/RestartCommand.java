package dev.versus.cli;

import dev.versus.cli.keeper.KeeperRequest;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code versus restart}: restarts services of a running system. */
@Command(name = "restart", description = "Restarts every replica of a service, at the same addresses.")
final class RestartCommand extends PrintingCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "<service>", description = "Services to restart, one after the other.")
    private List<String> services = List.of();

    @Mixin
    private RunningSystemOption meant = new RunningSystemOption();

    @Override
    public Integer call() {
        return tell(meant.ask(new KeeperRequest(KeeperRequest.Verb.RESTART, services)));
    }
}
