package dev.versus.cli;

import dev.versus.ForeignText;
import dev.versus.cli.keeper.Answer;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that prints: results to stdout, error messages to stderr. */
@Command(mixinStandardHelpOptions = true)
abstract class PrintingCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Returns all arguments of the command line, including the name of the command. */
    final List<String> arguments() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    /** Prints the answer of a keeper, its error messages to stderr, and returns its exit code. */
    final int tell(Answer answer) {
        answer.lines().forEach(line -> (line.startsWith(Main.NAME) ? err() : out()).println(ForeignText.lines(line)));
        return answer.exitCode();
    }
}
