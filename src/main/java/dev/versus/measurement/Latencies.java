package dev.versus.measurement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * The latencies of a round, in µs, to three significant digits, up to one hour. As JSON it is HdrHistogram's own compressed form
 * in Base64, from which histograms of rounds merge without loss.
 */
public final class Latencies {

    static final long HIGHEST_MICROS = 3_600_000_000L;
    static final int DIGITS = 3;

    private final Histogram micros;

    private Latencies(Histogram micros) {
        this.micros = micros;
    }

    /** A copy of what the histogram holds now. */
    public static Latencies of(org.HdrHistogram.AbstractHistogram recorded) {
        Histogram copy = new Histogram(HIGHEST_MICROS, DIGITS);
        copy.add(recorded);
        return new Latencies(copy);
    }

    public static Latencies none() {
        return new Latencies(new Histogram(HIGHEST_MICROS, DIGITS));
    }

    /** Reads the form that {@link #encoded} writes. */
    @JsonCreator
    public static Latencies decode(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return of(Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), HIGHEST_MICROS));
        } catch (DataFormatException | IllegalArgumentException | BufferUnderflowException e) {
            throw new IllegalArgumentException("not a compressed HdrHistogram in Base64: " + e.getMessage(), e);
        }
    }

    /** HdrHistogram's compressed V2 form in Base64. */
    @JsonValue
    public String encoded() {
        ByteBuffer buffer = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
        int length = micros.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    /** Both together; neither changes. */
    public Latencies plus(Latencies other) {
        Latencies sum = of(micros);
        sum.micros.add(other.micros);
        return sum;
    }

    public long count() {
        return micros.getTotalCount();
    }

    /** The arithmetic mean in ms; 0 if nothing was recorded. */
    public double meanMillis() {
        return count() == 0 ? 0 : micros.getMean() / 1e3;
    }

    /** The latency in ms that the given share of requests (0 to 100) did not exceed; 0 if nothing was recorded. */
    public double percentileMillis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    public double minMillis() {
        return count() == 0 ? 0 : micros.getMinValue() / 1e3;
    }

    public double maxMillis() {
        return micros.getMaxValue() / 1e3;
    }

    /** A copy of the histogram, values in µs. */
    public Histogram histogram() {
        return micros.copy();
    }
}
