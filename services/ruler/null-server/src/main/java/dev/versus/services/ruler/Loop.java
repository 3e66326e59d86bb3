package dev.versus.services.ruler;

import org.HdrHistogram.SingleWriterRecorder;

/**
 * What the connections of one event loop share, and only its thread touches.
 *
 * @param routes the calls that requests are
 * @param record where this loop enters its service times
 * @param served the record of all loops
 */
record Loop(Routes routes, SingleWriterRecorder record, Served served) {

    /** For a loop that enters its service times into this record. */
    static Loop of(Served served) {
        return new Loop(new Routes(), served.newRecorder(), served);
    }
}
