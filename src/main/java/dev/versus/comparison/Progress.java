package dev.versus.comparison;

import dev.versus.measurement.Round;

/** Is told of each thing as it ends. */
public interface Progress {

    /** One slice of warming up has ended. */
    default void warming(WarmUp.Slice slice) {}

    /** Warming up is over. */
    default void warm(WarmUp warmUp) {}

    /** A round that only rehearsed has ended: it counts nowhere. */
    default void rehearsed(Round round) {}

    /** A round has ended. */
    default void ended(Round round) {}

    /** Both, in order. */
    default Progress and(Progress next) {
        Progress first = this;
        return new Progress() {
            @Override
            public void warming(WarmUp.Slice slice) {
                first.warming(slice);
                next.warming(slice);
            }

            @Override
            public void warm(WarmUp warmUp) {
                first.warm(warmUp);
                next.warm(warmUp);
            }

            @Override
            public void rehearsed(Round round) {
                first.rehearsed(round);
                next.rehearsed(round);
            }

            @Override
            public void ended(Round round) {
                first.ended(round);
                next.ended(round);
            }
        };
    }
}
