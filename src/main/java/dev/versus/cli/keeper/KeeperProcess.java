package dev.versus.cli.keeper;

import dev.versus.CacheFolder;
import dev.versus.FileTree;
import dev.versus.ProjectFolder;
import dev.versus.environment.StateFolder;
import dev.versus.environment.StateUnusable;
import dev.versus.environment.Ticker;
import dev.versus.environment.host.Programs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A keeper that outlives the command that starts it. It is a JVM of its own, in a session of its own where the operating system has
 * sessions, so that neither Ctrl-C nor the end of a terminal reaches it.
 */
public final class KeeperProcess {

    private static final Duration POLL = Duration.ofMillis(100);
    /** The system properties that the keeper inherits from this JVM. */
    private static final List<String> PASSED_ON =
            List.of(ProjectFolder.PROPERTY, CacheFolder.PROPERTY, StateFolder.PROPERTY);

    private final StateFolder state;
    private final Process process;
    private final Path output;

    private KeeperProcess(StateFolder state, Process process, Path output) {
        this.state = state;
        this.process = process;
        this.output = output;
    }

    /**
     * Starts the JVM of the keeper.
     *
     * @param main the main class, which reads the arguments
     * @param arguments the arguments of the command line, as for a keeper in the foreground
     */
    public static KeeperProcess start(StateFolder state, Class<?> main, List<String> arguments) {
        state.prepare();
        try {
            Path output = state.keeperLog();
            var builder = new ProcessBuilder(command(main, arguments))
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(output.toFile());
            return new KeeperProcess(state, builder.start(), output);
        } catch (IOException unusable) {
            throw new StateUnusable(state.root(), unusable);
        }
    }

    private static List<String> command(Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        Stream.of("setsid", "nohup")
                .filter(program -> Programs.find(program, Path.of("")).isPresent())
                .findFirst()
                .ifPresent(command::add);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        for (String property : PASSED_ON) {
            Optional.ofNullable(System.getProperty(property))
                    .ifPresent(value -> command.add("-D" + property + "=" + value));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }

    private static File nothing() {
        return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    }

    /** Waits until the system is up. Returns nothing if the keeper ends first. If this JVM ends meanwhile, it ends the keeper too. */
    public Optional<KeptSystem> awaitUp(Ticker ticker) {
        var abandon = new Thread(process::destroy, "versus-abandon");
        Runtime.getRuntime().addShutdownHook(abandon);
        Optional<KeptSystem> up = Optional.empty();
        while (up.isEmpty() && process.isAlive()) {
            ticker.pause(POLL);
            up = written();
        }
        Runtime.getRuntime().removeShutdownHook(abandon);
        up.ifPresent(this::keepOutput);
        return up;
    }

    private Optional<KeptSystem> written() {
        return state.runs().stream()
                .flatMap(run -> KeptSystem.read(state, run).stream())
                .filter(kept -> kept.keeper().pid() == process.pid())
                .findFirst();
    }

    /** Moves the keeper's output into the folder of the run. Where an open file cannot be moved, the output stays where it is. */
    private void keepOutput(KeptSystem up) {
        try {
            Files.move(output, state.of(up.run()).resolve("keeper.log"));
        } catch (IOException open) {
            // The output is a few lines in the state folder; nothing depends on its place.
        }
    }

    /** Returns the exit code and the output of a keeper that ended before its system was up. */
    public Answer failure() {
        try {
            process.waitFor();
            var answer = new Answer(process.exitValue(), Files.readAllLines(output));
            FileTree.delete(output);
            return answer;
        } catch (IOException unreadable) {
            throw new StateUnusable(output, unreadable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer(1, List.of());
        }
    }
}
