package dev.versus.services.ruler;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import org.HdrHistogram.SingleWriterRecorder;

/** One request that was fully decoded. As the listener of its answer's write it enters its service time into the record. */
final class Exchange implements ChannelFutureListener {

    private final Call call;
    private final Persistence persistence;
    private final SingleWriterRecorder record;
    private final long decodedNanos = System.nanoTime();

    Exchange(Call call, Persistence persistence, SingleWriterRecorder record) {
        this.call = call;
        this.persistence = persistence;
        this.record = record;
    }

    Call call() {
        return call;
    }

    Persistence persistence() {
        return persistence;
    }

    @Override
    public void operationComplete(ChannelFuture written) {
        if (written.isSuccess() && call.isService()) {
            long micros = (System.nanoTime() - decodedNanos) / 1_000;
            record.recordValue(Math.min(micros, Served.HIGHEST_MICROS));
        }
    }
}
