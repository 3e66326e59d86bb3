package dev.versus.measurement;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The kernel's counters of a service beside CPU time and memory; a counter that is not known is empty.
 *
 * @param receivedBytes bytes received over the network, if the service has a network namespace of its own; loopback does not count
 * @param sentBytes bytes sent over the network, under the same condition
 * @param throttledSeconds how long a CPU limit throttled the service, added up over the CPUs that it would have run on
 */
public record Counters(
        OptionalLong receivedBytes,
        OptionalLong sentBytes,
        OptionalLong readBytes,
        OptionalLong writtenBytes,
        OptionalDouble throttledSeconds) {

    /** Returns a copy with these bytes of block devices. */
    Counters withBlock(OptionalLong read, OptionalLong written) {
        return new Counters(receivedBytes, sentBytes, read, written, throttledSeconds);
    }

    /** Returns what was counted since an earlier reading; a counter is known only where both readings know it. */
    public Counters since(Counters earlier) {
        return new Counters(
                difference(receivedBytes, earlier.receivedBytes),
                difference(sentBytes, earlier.sentBytes),
                difference(readBytes, earlier.readBytes),
                difference(writtenBytes, earlier.writtenBytes),
                throttledSeconds.isPresent() && earlier.throttledSeconds.isPresent()
                        ? OptionalDouble.of(
                                Math.max(0, throttledSeconds.getAsDouble() - earlier.throttledSeconds.getAsDouble()))
                        : OptionalDouble.empty());
    }

    private static OptionalLong difference(OptionalLong now, OptionalLong earlier) {
        return now.isPresent() && earlier.isPresent()
                ? OptionalLong.of(Math.max(0, now.getAsLong() - earlier.getAsLong()))
                : OptionalLong.empty();
    }

    /** Returns the sum of two consecutive stretches; a counter that only one of them knows is taken from that one. */
    public Counters plus(Counters next) {
        return new Counters(
                sum(receivedBytes, next.receivedBytes),
                sum(sentBytes, next.sentBytes),
                sum(readBytes, next.readBytes),
                sum(writtenBytes, next.writtenBytes),
                throttledSeconds.isEmpty() && next.throttledSeconds.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(throttledSeconds.orElse(0) + next.throttledSeconds.orElse(0)));
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong other) {
        return one.isEmpty() && other.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(one.orElse(0) + other.orElse(0));
    }
}
