package dev.versus.measurement;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the kernel counts of a service beside CPU time and memory; empty where it is not known.
 *
 * @param receivedBytes over the network, if it has one of its own; its loopback does not count
 * @param sentBytes the same in the other direction
 * @param readBytes from block devices
 * @param writtenBytes to block devices
 * @param throttledSeconds for how long a CPU limit held it back, added up over the CPUs that it would have run on
 */
public record Counters(
        OptionalLong receivedBytes,
        OptionalLong sentBytes,
        OptionalLong readBytes,
        OptionalLong writtenBytes,
        OptionalDouble throttledSeconds) {

    /** Nothing is known. */
    public static Counters unknown() {
        return new Counters(
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty());
    }

    /** The same with bytes of block devices. */
    Counters withBlock(OptionalLong read, OptionalLong written) {
        return new Counters(receivedBytes, sentBytes, read, written, throttledSeconds);
    }

    /** What was counted since an earlier reading; known only where both readings know it. */
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

    /** Both together, one after the other; what one of them does not know counts for nothing. */
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
