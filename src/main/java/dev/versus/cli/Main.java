package dev.versus.cli;

import dev.versus.ForeignText;
import dev.versus.InvalidInput;
import dev.versus.Secrets;
import dev.versus.VersusException;
import dev.versus.report.BrokenRecord;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code versus}: the command line, with one subcommand for each task around a comparison. */
@Command(
        name = "versus",
        description = "Starts, watches and removes systems, runs comparisons, and writes their reports again.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ProvisionCommand.class,
            DoctorCommand.class,
            BuildCommand.class,
            UpCommand.class,
            TestCommand.class,
            LogsCommand.class,
            StatsCommand.class,
            RestartCommand.class,
            DownCommand.class,
            InitCommand.class,
            BenchmarkCommand.class,
            ReportCommand.class,
            GcCommand.class,
            CleanCommand.class
        })
public final class Main {

    /** The exit code for bad input. */
    static final int BAD_INPUT = 2;
    /** The exit code for a valid command that failed. */
    static final int FAILED = 1;

    /** Stands before each sentence about a mistake. */
    static final String NAME = "Versus: ";

    /** Stands beside this class, not at the root of the jar, where it would configure the logging of projects that use the library. */
    private static final String LOGGING = "dev/versus/cli/logback.xml";

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", LOGGING);
        System.exit(run(writer(System.out), writer(System.err), arguments));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
    }

    /** Runs the command that the arguments name and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((problem, given) -> misused(problem, err))
                .setExecutionExceptionHandler((problem, command, given) -> failed(problem, err));
        if (arguments.length == 0) {
            line.usage(err);
            return BAD_INPUT;
        }
        return line.execute(arguments);
    }

    private static int misused(CommandLine.ParameterException problem, PrintWriter err) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        String reason = Secrets.masked(String.valueOf(problem.getMessage()));
        err.println(ForeignText.lines(NAME + reason + ": see " + command + " --help."));
        return BAD_INPUT;
    }

    private static int failed(Exception problem, PrintWriter err) throws Exception {
        if (problem instanceof VersusException || problem instanceof UncheckedIOException) {
            err.println(ForeignText.lines(NAME + Secrets.masked(String.valueOf(problem.getMessage()))));
            return problem instanceof InvalidInput || problem instanceof BrokenRecord ? BAD_INPUT : FAILED;
        }
        throw problem;
    }
}
