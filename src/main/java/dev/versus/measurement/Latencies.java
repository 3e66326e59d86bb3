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
 * The latencies of a round: a histogram in µs, to three significant digits, up to one hour. Its JSON form is HdrHistogram's own compressed
 * encoding in Base64, from which histograms of rounds merge without loss.
 */
public final class Latencies {

    static final long HIGHEST_MICROS = 3_600_000_000L;
    static final int DIGITS = 3;

    private final Histogram micros;

    private Latencies(Histogram micros) {
        this.micros = micros;
    }

    /** Copies a histogram of values in µs. */
    public static Latencies of(org.HdrHistogram.AbstractHistogram recorded) {
        Histogram copy = new Histogram(HIGHEST_MICROS, DIGITS);
        copy.add(recorded);
        return new Latencies(copy);
    }

    /** Returns an empty histogram. */
    public static Latencies none() {
        return new Latencies(new Histogram(HIGHEST_MICROS, DIGITS));
    }

    /**
     * Reads the text that {@link #encoded} writes.
     *
     * @throws IllegalArgumentException if the text is not such a histogram
     */
    @JsonCreator
    public static Latencies decode(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return of(Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), HIGHEST_MICROS));
        } catch (DataFormatException | IllegalArgumentException | BufferUnderflowException e) {
            throw new IllegalArgumentException("not a compressed HdrHistogram in Base64: " + e.getMessage(), e);
        }
    }

    /** Returns HdrHistogram's compressed V2 encoding in Base64. */
    @JsonValue
    public String encoded() {
        ByteBuffer buffer = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
        int length = micros.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    /** Returns the sum of both; neither changes. */
    public Latencies plus(Latencies other) {
        Latencies sum = of(micros);
        sum.micros.add(other.micros);
        return sum;
    }

    /** Returns the number of recorded latencies. */
    public long count() {
        return micros.getTotalCount();
    }

    /** Returns the arithmetic mean in ms; 0 if nothing was recorded. */
    public double meanMillis() {
        return count() == 0 ? 0 : micros.getMean() / 1e3;
    }

    /** Returns the latency in ms that {@code percentile} % of the requests (0 to 100) did not exceed; 0 if nothing was recorded. */
    public double percentileMillis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    public double minMillis() {
        return count() == 0 ? 0 : micros.getMinValue() / 1e3;
    }

    public double maxMillis() {
        return micros.getMaxValue() / 1e3;
    }

    /** Returns a copy of the histogram, values in µs. */
    public Histogram histogram() {
        return micros.copy();
    }
}
