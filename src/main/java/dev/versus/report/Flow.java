package dev.versus.report;

import dev.versus.measurement.Counters;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What went in and out of one service replica while a target had its turns, in KiB for 1000 answered requests.
 *
 * @param name the service's replica
 * @param network received and sent, where it has a network of its own
 * @param block read from and written to block devices
 * @param throttledSeconds for how long a CPU limit held it back, in all rounds together
 */
record Flow(String name, Ways network, Ways block, OptionalDouble throttledSeconds) {

    private static final double KIB = 1024;
    private static final double REQUESTS = 1000;

    /** Both ways: received and sent, or read and written. */
    record Ways(OptionalDouble in, OptionalDouble out) {

        boolean isKnown() {
            return in.isPresent() || out.isPresent();
        }
    }

    /** One a service of which anything is known. */
    static List<Flow> of(TargetSummary summary) {
        return new TreeMap<>(summary.counters())
                .entrySet().stream()
                        .map(one -> of(one.getKey(), one.getValue(), summary.answered()))
                        .filter(Flow::isKnown)
                        .toList();
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

    /** A figure, or "–" where it is not known. */
    static String text(OptionalDouble figure) {
        return figure.isPresent() ? Figures.of(figure.getAsDouble()) : Figures.NONE;
    }
}
