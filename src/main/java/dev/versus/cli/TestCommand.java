package dev.versus.cli;

import dev.versus.cli.keeper.Answer;
import dev.versus.cli.keeper.Request;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code versus test}: asks every service of a system that is up for its health. */
@Command(
        name = "test",
        description = "Asks every replica for its health, and tells what each one answers; 1 if one is unhealthy.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "<service>", description = "These services only.")
    private List<String> services = List.of();

    @Mixin
    private MeantSystem meant = new MeantSystem();

    @Override
    public Integer call() {
        Answer answer = meant.ask(new Request(Request.Verb.TEST, services));
        return Main.tell(answer, spec);
    }
}
