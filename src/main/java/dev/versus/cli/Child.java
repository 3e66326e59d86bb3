package dev.versus.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A child process that uses the terminal of this process while it runs. */
final class Child {

    private Child() {}

    /** Runs the command, waits for its end and returns its exit code. */
    static int run(List<String> command, Path folder) {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            throw new UncheckedIOException(command.get(0) + " could not be run: " + missing.getMessage(), missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Main.FAILED;
        }
    }
}
