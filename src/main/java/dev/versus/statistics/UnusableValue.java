package dev.versus.statistics;

import dev.versus.VersusException;

/** A measured value from which nothing can be estimated, such as a throughput of zero in a ratio. */
public final class UnusableValue extends VersusException {

    private static final long serialVersionUID = 1L;

    UnusableValue(String sentence) {
        super(sentence, null);
    }
}
