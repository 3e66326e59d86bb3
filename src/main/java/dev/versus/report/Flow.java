package dev.versus.report;

import dev.versus.measurement.Counters;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The network and block I/O of a service replica during a target's turns, in KiB per 1000 answered requests.
 *
 * @param name the replica's name
 * @param network received and sent, if the replica has a network of its own
 * @param block read from and written to block devices
 * @param throttledSeconds the seconds for which a CPU limit throttled the replica, over all rounds
 */
record Flow(String name, Ways network, Ways block, OptionalDouble throttledSeconds) {

    private static final double KIB = 1024;
    private static final double REQUESTS = 1000;

    /** Both directions: received and sent, or read and written. */
    record Ways(OptionalDouble in, OptionalDouble out) {

        boolean isKnown() {
            return in.isPresent() || out.isPresent();
        }
    }

    /** Returns the I/O of each replica of which at least one figure is known, by its name. */
    static Map<String, Flow> of(TargetSummary summary) {
        Map<String, Flow> flows = new TreeMap<>();
        summary.counters().forEach((name, counted) -> flows.put(name, of(name, counted, summary.answered())));
        flows.values().removeIf(flow -> !flow.isKnown());
        return flows;
    }

    private static Flow of(String name, Counters counted, long answered) {
        return new Flow(
                name,
                new Ways(kib(counted.receivedBytes(), answered), kib(counted.sentBytes(), answered)),
                new Ways(kib(counted.readBytes(), answered), kib(counted.writtenBytes(), answered)),
                counted.throttledSeconds());
    }

    private static OptionalDouble kib(OptionalLong bytes, long answered) {
        return bytes.isPresent() && answered > 0
                ? OptionalDouble.of(bytes.getAsLong() / KIB * REQUESTS / answered)
                : OptionalDouble.empty();
    }

    private boolean isKnown() {
        return network.isKnown() || block.isKnown() || throttledSeconds.isPresent();
    }

    /** Formats a figure; "–" if it is unknown. */
    static String text(OptionalDouble figure) {
        return figure.isPresent() ? Figures.of(figure.getAsDouble()) : Figures.NONE;
    }
}
