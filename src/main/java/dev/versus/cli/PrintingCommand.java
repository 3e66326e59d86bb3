package dev.versus.cli;

import dev.versus.ForeignText;
import dev.versus.cli.keeper.Answer;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that prints: results where results go, mistakes where mistakes go. */
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

    /** All that the command line was given, the command's own name with it. */
    final List<String> arguments() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    /** Prints the lines of a keeper's answer, and gives its exit code. */
    final int tell(Answer answer) {
        answer.lines().forEach(line -> (line.startsWith(Main.NAME) ? err() : out()).println(ForeignText.lines(line)));
        return answer.exitCode();
    }
}
