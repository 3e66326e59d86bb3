package dev.versus.services.ruler;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * The server's own record of its service times since the last reset, in µs to three significant digits. Each event loop writes into
 * a recorder of its own without waiting for anyone; reading gathers them.
 */
final class Served {

    static final long HIGHEST_MICROS = 3_600_000_000L;

    private static final int DIGITS = 3;

    private final List<SingleWriterRecorder> recorders = new ArrayList<>();
    private final Histogram gathered = new Histogram(HIGHEST_MICROS, DIGITS);

    /** A recorder for one event loop to write into. */
    synchronized SingleWriterRecorder newRecorder() {
        SingleWriterRecorder recorder = new SingleWriterRecorder(1, HIGHEST_MICROS, DIGITS);
        recorders.add(recorder);
        return recorder;
    }

    /** Forgets everything; what is under way is counted when it ends. */
    synchronized void reset() {
        gather();
        gathered.reset();
    }

    /** The record as a JSON document. */
    synchronized String json() {
        gather();
        boolean empty = gathered.getTotalCount() == 0;
        return String.format(
                Locale.ROOT,
                "{\"unit\":\"us\",\"count\":%d,\"mean\":%.3f,\"min\":%d,\"max\":%d,"
                        + "\"p50\":%d,\"p90\":%d,\"p95\":%d,\"p99\":%d,\"p99.9\":%d,\"histogram\":\"%s\"}%n",
                gathered.getTotalCount(),
                empty ? 0.0 : gathered.getMean(),
                empty ? 0 : gathered.getMinValue(),
                gathered.getMaxValue(),
                gathered.getValueAtPercentile(50),
                gathered.getValueAtPercentile(90),
                gathered.getValueAtPercentile(95),
                gathered.getValueAtPercentile(99),
                gathered.getValueAtPercentile(99.9),
                encoded());
    }

    private void gather() {
        recorders.forEach(recorder -> gathered.add(recorder.getIntervalHistogram()));
    }

    private String encoded() {
        ByteBuffer buffer = ByteBuffer.allocate(gathered.getNeededByteBufferCapacity());
        int length = gathered.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }
}
