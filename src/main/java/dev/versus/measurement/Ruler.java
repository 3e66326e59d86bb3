package dev.versus.measurement;

import dev.versus.workload.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The load generator read as an instrument: what it can show at most, at least, and how far it is off in between. It holds for
 * the machine, the JDK and the share of the CPUs with which it was read, and for no other.
 *
 * @param ceiling the most requests a second that it sends over 50 kept connections to a server that answers at once
 * @param floor the median latency that it shows of that server, one request at a time
 * @param deviations how far it is off at delays that are known
 * @param untilLevel how long it warmed up until its figures were level
 * @param level whether they were; if not, the bound in time ended warming up
 * @param machine where it was read, by which JDK
 * @param cpus which CPUs generator and server had, in words
 * @param measured when it was read
 */
public record Ruler(
        Rate ceiling,
        Duration floor,
        List<Deviation> deviations,
        Duration untilLevel,
        boolean level,
        Machine machine,
        String cpus,
        Instant measured) {

    public Ruler {
        deviations = List.copyOf(deviations);
    }

    /**
     * How far it is off at one delay: its own figure less what the server says that it took for the same requests; negative if
     * shorter.
     *
     * @param delay how long the server was asked to take for each response
     * @param rate at how many requests a second; in a closed loop of 10 connections if there is none
     * @param p50 by how much the median was longer
     * @param p99 by how much the 99th percentile was longer
     */
    public record Deviation(Duration delay, Optional<Rate> rate, Duration p50, Duration p99) {}

    /** All that must be the same for it to hold; the size of memory is no part of it. */
    static List<String> conditions(Machine machine, String cpus) {
        return List.of(
                machine.os(),
                machine.cpus() + " × " + machine.cpu(),
                machine.jdk(),
                String.join(" ", machine.jvmFlags()),
                cpus);
    }

    boolean isOf(Machine here, String cpusHere) {
        return conditions(machine, cpus).equals(conditions(here, cpusHere));
    }
}
