package dev.versus.cli;

import dev.versus.Durations;
import dev.versus.InvalidInput;
import dev.versus.cli.keeper.KeptReplica;
import dev.versus.cli.keeper.KeptSystem;
import dev.versus.environment.Pace;
import dev.versus.measurement.ServiceMeter;
import dev.versus.measurement.ServiceUsage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code versus stats}: what the services of a system that is up use right now. */
@Command(
        name = "stats",
        description = {
            "Prints what every replica uses: CPU (100 %% is one core), memory, network and block I/O.",
            "A dash stands for what the kernel does not count: the network of a process without a network of its own."
        })
final class StatsCommand extends PrintingCommand implements Runnable {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    @Option(
            names = {"-n", "--count"},
            paramLabel = "<n>",
            description = "How many samples; without it, until Ctrl-C or until the system is down.")
    private int count = Integer.MAX_VALUE;

    @Option(
            names = "--interval",
            paramLabel = "<duration>",
            description = "How long each sample lasts: ${DEFAULT-VALUE} unless said otherwise.",
            defaultValue = "1s")
    private String interval = "1s";

    @Mixin
    private MeantSystem meant = new MeantSystem();

    @Override
    public void run() {
        Duration between = interval();
        if (count < 1) {
            throw new InvalidInput("--count=" + count + ": expected a number of samples from 1.");
        }
        KeptSystem system = meant.alive();
        var meter = new ServiceMeter(() -> pids(system));
        Map<String, ServiceUsage> before = meter.services();
        long begin = System.nanoTime();
        for (int sample = 0; sample < count && meant.up().isKept(system); sample++) {
            Pace.real().pause(between);
            Map<String, ServiceUsage> now = meter.services();
            long end = System.nanoTime();
            print(new UsageTable(labels(system), (end - begin) / 1e9).lines(before, now), sample);
            before = now;
            begin = end;
        }
    }

    private Duration interval() {
        try {
            Duration given = Durations.parse(interval);
            if (given.compareTo(SHORTEST) >= 0 && given.compareTo(LONGEST) <= 0) {
                return given;
            }
        } catch (IllegalArgumentException unreadable) {
            // Told below, as one that is too short or too long is.
        }
        throw new InvalidInput("--interval=" + interval + ": expected a duration from 100ms to 1h.");
    }

    private static List<String> labels(KeptSystem system) {
        return system.replicas().stream().map(KeptReplica::label).toList();
    }

    /** Asked anew each time: a service that was restarted has another process. */
    private Map<String, Long> pids(KeptSystem system) {
        var pids = new TreeMap<String, Long>();
        meant.up().all().stream()
                .filter(kept -> kept.run().equals(system.run()))
                .flatMap(kept -> kept.replicas().stream())
                .forEach(replica -> pids.put(replica.label(), replica.process().pid()));
        return pids;
    }

    private void print(List<String> lines, int sample) {
        if (sample > 0) {
            out().println();
        }
        lines.forEach(out()::println);
        out().flush();
    }
}
