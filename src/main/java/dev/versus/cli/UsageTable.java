package dev.versus.cli;

import dev.versus.measurement.Counters;
import dev.versus.measurement.ServiceUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A table of the resources that each replica used between two readings: aligned lines under a head. */
record UsageTable(List<String> replicas, double seconds) {

    private static final String SERVICE = "service";
    private static final String NONE = "–";
    private static final double MIB = 1 << 20;
    private static final double KIB = 1 << 10;
    /** Each column is two characters wider than its head. */
    private static final String CELLS = "%7s%12s%16s%12s%12s%15s";

    private static final List<String> HEADS =
            List.of("CPU %", "memory MiB", "received KiB/s", "sent KiB/s", "read KiB/s", "written KiB/s");

    List<String> lines(Map<String, ServiceUsage> earlier, Map<String, ServiceUsage> now) {
        var lines = new ArrayList<String>();
        lines.add(line(SERVICE, HEADS));
        for (String replica : replicas) {
            ServiceUsage before = earlier.get(replica);
            ServiceUsage after = now.get(replica);
            lines.add(line(
                    replica,
                    before == null || after == null
                            ? HEADS.stream().map(head -> NONE).toList()
                            : cells(before, after)));
        }
        return lines;
    }

    private List<String> cells(ServiceUsage before, ServiceUsage after) {
        Counters moved = after.counters().since(before.counters());
        OptionalDouble cores = after.coresSince(before, seconds);
        return List.of(
                cores.isPresent() ? figure(cores.getAsDouble() * 100) : NONE,
                figure(after.memoryBytes() / MIB),
                rate(moved.receivedBytes()),
                rate(moved.sentBytes()),
                rate(moved.readBytes()),
                rate(moved.writtenBytes()));
    }

    private String rate(OptionalLong bytes) {
        return bytes.isPresent() && seconds > 0 ? figure(bytes.getAsLong() / KIB / seconds) : NONE;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private String line(String name, List<String> cells) {
        int width = replicas.stream().mapToInt(String::length).max().orElse(0);
        String first = "%-" + Math.max(width, SERVICE.length()) + "s";
        return first.formatted(name) + CELLS.formatted(cells.toArray());
    }
}
