package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import java.util.List;

/** A check of whether a measurement can be trusted. It depends on the evidence alone and has no side effects. */
public interface Diagnostic {

    /** Returns the name in this diagnostic's findings: {@code generator-saturated}, … */
    String name();

    /**
     * Tells whether a finding of this diagnostic explains why the two targets of a pair differ. Most findings explain nothing; they only
     * say that the measurement cannot be trusted.
     */
    default boolean explains(Finding finding, Pair pair) {
        return false;
    }

    /** Tells whether each finding is about a pair of targets; it then affects only claims that compare these two. */
    default boolean isOnPairs() {
        return false;
    }

    /** Returns the reasons not to trust the measurement; an empty list if there are none. */
    List<Finding> examine(Evidence evidence);
}
