package dev.versus.gatling;

import dev.versus.measurement.Measurement;
import dev.versus.measurement.OwnWork;
import dev.versus.measurement.Recorder;
import dev.versus.measurement.Usage;
import dev.versus.measurement.UsageMeter;
import java.util.ArrayList;
import java.util.List;

/** A stretch of load beside others, measured in slices. Only the thread that offers the load cuts it. */
final class SlicedLoad {

    private final StretchAssignment assignment;
    private final UsageMeter meter;
    private final int beside;
    private final List<Slice> slices = new ArrayList<>();
    private Cut last;

    /** The readings at the end of one slice and the beginning of the next one. */
    private record Cut(Usage used, OwnWork own) {}

    private record Slice(Recorder recorder, Cut begin, Cut end) {}

    /**
     * Begins to measure a stretch that has been offered for a moment: its requests up to now do not count.
     *
     * @param beside the number of stretches that are offered at once, in equal parts of the generator's CPU time
     */
    SlicedLoad(StretchAssignment assignment, UsageMeter meter, int beside) {
        this.assignment = assignment;
        this.meter = meter;
        this.beside = beside;
        this.last = read();
        assignment.recordAnew();
    }

    private Cut read() {
        return new Cut(meter.read(), OwnWork.sofar());
    }

    /** Ends a slice and begins the next one. */
    void cut() {
        Cut now = read();
        slices.add(new Slice(assignment.recordAnew(), last, now));
        last = now;
    }

    /** Returns the measurement of each slice; to be called once all requests have ended. */
    List<Measurement> measurements() {
        return slices.stream().map(this::measurement).toList();
    }

    private Measurement measurement(Slice slice) {
        OwnWork own = slice.end.own().since(slice.begin.own());
        return slice.recorder
                .measurement(slice.end.used().since(slice.begin.used()).withGenerator(own.cpu() / beside))
                .lasting(own.wall());
    }
}
