package dev.versus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line in JVMs of its own, with a state folder of its own. */
record VersusProcess(Path folder, Map<String, String> properties) {

    private static final long LIMIT_SECONDS = 60;

    VersusProcess with(String property, Object value) {
        return new VersusProcess(folder, Map.of(property, value.toString()));
    }

    Path state() {
        return folder.resolve("state");
    }

    /** Runs one command to its end; what it leaves in the background goes on. */
    CommandLineRun run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(command(arguments))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(
                    "it did not end: " + List.of(arguments) + Files.readString(out) + Files.readString(err));
        }
        return new CommandLineRun(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private List<String> command(String... arguments) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--state", state().toString()));
        return command;
    }
}
