package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.Finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A check of whether a measurement can be trusted. It depends on the evidence alone and has no side effects. */
abstract class Diagnostic {

    private final String name;
    private final Scope scope;
    private final String cause;
    private final String nextStep;

    /** Makes a diagnostic with everything that its findings have in common. */
    Diagnostic(String name, Scope scope, String cause, String nextStep) {
        this.name = name;
        this.scope = scope;
        this.cause = cause;
        this.nextStep = nextStep;
    }

    /** Returns the name in this diagnostic's findings: {@code generator-saturated}, … */
    final String name() {
        return name;
    }

    /** Returns the reasons not to trust the measurement; an empty list if there are none. */
    abstract List<Finding> examine(Evidence evidence);

    /**
     * Tells whether a finding of this diagnostic explains why the two targets of a pair differ. Most findings explain nothing; they only
     * say that the measurement cannot be trusted.
     */
    boolean explains(Finding finding, Pair pair) {
        return false;
    }

    /** Tells whether it examines how turns follow each other, which does not matter to claims that rest on duets. */
    boolean isOfTurns() {
        return false;
    }

    /** Tells whether each finding is about a pair of targets; it then affects only claims that compare these two. */
    boolean isOnPairs() {
        return false;
    }

    /** Returns a finding if there is one. */
    final Stream<Finding> finding(boolean found, Severity severity, List<String> targets, String symptom) {
        return found
                ? Stream.of(new Finding(name, severity, targets, scope, symptom, cause, nextStep))
                : Stream.empty();
    }

    /** Formats a symptom with its figures, independent of the user's locale. */
    static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
