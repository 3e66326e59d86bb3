package dev.versus.cli;

import dev.versus.InvalidInput;
import dev.versus.SettingType;
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

/** {@code versus stats}: prints how much CPU, memory and I/O the services of a running system use. */
@Command(
        name = "stats",
        description = {
            "Prints the CPU (100 %% is one core), memory, network and block I/O of every replica.",
            "A dash: the kernel does not count this, such as the network of a process without a network of its own."
        })
final class StatsCommand extends PrintingCommand implements Runnable {

    private static final SettingType<Duration> INTERVAL = SettingType.duration("100ms", "1h");

    @Option(
            names = {"-n", "--count"},
            paramLabel = "<n>",
            description = "Number of samples. Without it: until Ctrl-C, or until the system is down.")
    private int count = Integer.MAX_VALUE;

    @Option(
            names = "--interval",
            paramLabel = "<duration>",
            description = "Length of each sample; ${DEFAULT-VALUE} by default.",
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
            return INTERVAL.reader().apply(interval);
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidInput("--interval=" + interval + ": expected " + INTERVAL.words() + ".", unreadable);
        }
    }

    private static List<String> labels(KeptSystem system) {
        return system.replicas().stream().map(KeptReplica::label).toList();
    }

    /** Reads the process ids anew at each call, because a restarted service has another process. */
    private Map<String, Long> pids(KeptSystem system) {
        var pids = new TreeMap<String, Long>();
        meant.up().all().stream()
                .filter(kept -> kept.run().equals(system.run()))
                .flatMap(kept -> kept.replicas().stream())
                .forEach(replica -> replica.process().ifPresent(process -> pids.put(replica.label(), process.pid())));
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
