package dev.versus.measurement;

import dev.versus.workload.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The load generator read as an instrument: what it can show at most, at least, and how far it is off in between. It holds for
 * the machine and the JDK on which it was read, and for no other.
 *
 * @param ceiling the most requests a second that it sends over kept connections to a server that answers at once
 * @param floor the median latency that it shows of that server, one request at a time
 * @param deviations how far it is off at delays that are known
 * @param untilLevel how long it warmed up until its figures were level
 * @param machine where it was read, by which JDK
 * @param measured when it was read
 */
public record Ruler(
        Rate ceiling,
        Duration floor,
        List<Deviation> deviations,
        Duration untilLevel,
        Machine machine,
        Instant measured) {

    public Ruler {
        deviations = List.copyOf(deviations);
    }

    /**
     * How far it is off at one delay.
     *
     * @param delay how long the server took for each response
     * @param added by how much the median latency shown was longer; negative if shorter
     */
    public record Deviation(Duration delay, Duration added) {}
}
