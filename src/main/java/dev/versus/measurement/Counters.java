package dev.versus.measurement;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The kernel's counters of a service beside CPU time and memory; a counter that is not known is empty.
 *
 * @param receivedBytes bytes received over the network, if the service has a network namespace of its own; loopback does not count
 * @param sentBytes bytes sent over the network, under the same condition
 * @param compilingSeconds the CPU time of the just-in-time compilers of the service's JVMs; known where it has any
 * @param throttledSeconds how long a CPU limit throttled the service, added up over the CPUs that it would have run on
 */
public record Counters(
        OptionalLong receivedBytes,
        OptionalLong sentBytes,
        OptionalLong readBytes,
        OptionalLong writtenBytes,
        OptionalDouble throttledSeconds,
        OptionalDouble compilingSeconds) {

    /** Returns a copy with these bytes of block devices. */
    Counters withBlock(OptionalLong read, OptionalLong written) {
        return new Counters(receivedBytes, sentBytes, read, written, throttledSeconds, compilingSeconds);
    }

    /** Returns what was counted since an earlier reading; a counter is known only where both readings know it. */
    public Counters since(Counters earlier) {
        return new Counters(
                difference(receivedBytes, earlier.receivedBytes),
                difference(sentBytes, earlier.sentBytes),
                difference(readBytes, earlier.readBytes),
                difference(writtenBytes, earlier.writtenBytes),
                difference(throttledSeconds, earlier.throttledSeconds),
                difference(compilingSeconds, earlier.compilingSeconds));
    }

    private static OptionalLong difference(OptionalLong now, OptionalLong earlier) {
        return now.isPresent() && earlier.isPresent()
                ? OptionalLong.of(Math.max(0, now.getAsLong() - earlier.getAsLong()))
                : OptionalLong.empty();
    }

    private static OptionalDouble difference(OptionalDouble now, OptionalDouble earlier) {
        return now.isPresent() && earlier.isPresent()
                ? OptionalDouble.of(Math.max(0, now.getAsDouble() - earlier.getAsDouble()))
                : OptionalDouble.empty();
    }

    /** Returns the sum of two consecutive stretches; a counter that only one of them knows is taken from that one. */
    public Counters plus(Counters next) {
        return new Counters(
                sum(receivedBytes, next.receivedBytes),
                sum(sentBytes, next.sentBytes),
                sum(readBytes, next.readBytes),
                sum(writtenBytes, next.writtenBytes),
                sum(throttledSeconds, next.throttledSeconds),
                sum(compilingSeconds, next.compilingSeconds));
    }

    private static OptionalDouble sum(OptionalDouble one, OptionalDouble other) {
        return one.isEmpty() && other.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(one.orElse(0) + other.orElse(0));
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong other) {
        return one.isEmpty() && other.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(one.orElse(0) + other.orElse(0));
    }
}
