package dev.versus.measurement;

import dev.versus.workload.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A reading of the ruler, that is of the load generator as an instrument: its highest throughput, its lowest latency and its measurement
 * error. The reading is valid for the machine, the JDK and the share of the CPUs with which it was made, and for no other.
 *
 * @param ceiling the most requests a second that the generator sends over 50 kept connections to a server that answers at once
 * @param floor the median latency that the generator shows of that server, one request at a time
 * @param deviations the generator's error at known delays
 * @param untilLevel how long the warm-up took until its figures were level
 * @param level whether the figures became level; if not, the time limit ended the warm-up
 * @param machine the machine and JDK of the reading
 * @param cpus which CPUs generator and server had, in words
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
     * The generator's error at one delay: the latency that it shows less the service time that the server recorded for the same requests;
     * negative if the generator shows less.
     *
     * @param delay how long the server was asked to take for each response
     * @param rate the rate of requests; empty for a closed loop of 10 connections
     */
    public record Deviation(Duration delay, Optional<Rate> rate, Duration p50, Duration p99) {}

    /** Returns everything that must be the same for a reading to be valid; the size of memory is no part of it. */
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
