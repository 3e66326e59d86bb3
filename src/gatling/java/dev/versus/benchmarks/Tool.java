package dev.versus.benchmarks;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The output of another load generator's command line. */
record Tool(String output) {

    private static final int LONGEST_MINUTES = 5;

    /**
     * Runs the command to its end, for 5 minutes at most.
     *
     * @throws InvalidInput if the tool is not installed
     * @throws IllegalStateException if it fails
     */
    static Tool run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
            }
            return new Tool(output);
        } catch (IOException e) {
            throw new InvalidInput(command.get(0) + " cannot be run: install it (Debian: apache2-utils, wrk).", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Returns the number in the first group of a pattern; fails if the output does not contain the pattern. */
    double number(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("the tool's output has no '" + pattern + "': " + output);
        }
        return Double.parseDouble(matcher.group(1));
    }

    /** Returns the number in the first group of a pattern, or 0 if the output does not contain the pattern. */
    double numberIfAny(String pattern) {
        return Pattern.compile(pattern).matcher(output).find() ? number(pattern) : 0;
    }
}
