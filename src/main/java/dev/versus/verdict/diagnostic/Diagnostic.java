package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import java.util.List;

/** A check of whether a measurement may be believed. It is pure: all that it may look at is the evidence. */
public interface Diagnostic {

    /** The name that its findings carry: {@code generator-saturated}, … */
    String name();

    /**
     * Whether a finding of its own tells why the two targets of a pair differ. Most findings do not: they only say that a measurement
     * cannot be believed.
     */
    default boolean explains(Finding finding, Pair pair) {
        return false;
    }

    /** Whether each of its findings is about how two targets compare: it concerns only what sets these two against each other. */
    default boolean isOnPairs() {
        return false;
    }

    /** What speaks against believing the measurement; nothing, if nothing does. */
    List<Finding> examine(Evidence evidence);
}
