package dev.versus.benchmarks;

import dev.versus.BoundedProcess;
import dev.versus.InvalidInput;
import dev.versus.measurement.BodyLengths;
import dev.versus.measurement.Consumption;
import dev.versus.measurement.CpuTimes;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Latencies;
import dev.versus.measurement.Measurement;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/** The output of another load generator's command line. */
record Tool(String output) {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Runs the command of a tool that Debian has to its end, as {@link #run(List, String)} tells. */
    static Tool run(List<String> command) {
        return run(command, "install it (Debian: apache2-utils, wrk)");
    }

    /**
     * Runs the command to its end, for 5 minutes at most.
     *
     * @param remedy what to do if the tool is missing
     * @throws InvalidInput if the tool is not installed or fails
     */
    static Tool run(List<String> command, String remedy) {
        try {
            return new Tool(BoundedProcess.run(new ProcessBuilder(command).redirectErrorStream(true), LIMIT));
        } catch (IOException e) {
            throw new InvalidInput(e.getMessage() + ". If " + command.get(0) + " is missing, " + remedy + ".", e);
        }
    }

    /** Returns the number in the first group of a pattern; fails if the output does not contain the pattern. */
    double number(String pattern) {
        return find(pattern).orElseThrow(() -> new IllegalStateException("no '" + pattern + "' in: " + output));
    }

    private OptionalDouble find(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(output);
        return matcher.find() ? OptionalDouble.of(Double.parseDouble(matcher.group(1))) : OptionalDouble.empty();
    }

    /**
     * Makes a measurement, with failures and bytes if the output tells them as {@code ab} does. Its histogram holds the mean once for each
     * request, so its percentiles mean nothing.
     *
     * @param opened how many connections the tool opened; it does not tell
     */
    Measurement measurement(long requests, long opened, double perSecond, double meanMicros) {
        long failed = (long) find("Failed requests:\\s+(\\d+)").orElse(0);
        Histogram histogram = Latencies.none().histogram();
        histogram.recordValueWithCount(Math.round(meanMicros), requests);
        return new Measurement(
                requests / perSecond,
                Latencies.of(histogram),
                Map.of(),
                failed == 0 ? Map.of() : Map.of(FailureKind.LENGTH, failed),
                (long) find("HTML transferred:\\s+(\\d+)").orElse(0),
                BodyLengths.none(),
                0,
                Optional.empty(),
                Consumption.of(CpuTimes.none()).withConnections(opened));
    }
}
