package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.Finding.Severity;
import java.util.List;
import java.util.Locale;

/**
 * What a diagnostic says each time it finds something: all of a finding but its figures.
 *
 * @param diagnostic the diagnostic's name
 * @param scope the metrics that it speaks of
 * @param cause the likely cause
 * @param nextStep what to do about it
 */
record Advice(String diagnostic, Scope scope, String cause, String nextStep) {

    /** Advice that speaks of every metric. */
    Advice(String diagnostic, String cause, String nextStep) {
        this(diagnostic, Scope.ALL, cause, nextStep);
    }

    Finding invalidates(List<String> targets, String symptom) {
        return finding(Severity.INVALIDATES, targets, symptom);
    }

    Finding warns(List<String> targets, String symptom) {
        return finding(Severity.WARNS, targets, symptom);
    }

    Finding finding(Severity severity, List<String> targets, String symptom) {
        return new Finding(diagnostic, severity, targets, scope, symptom, cause, nextStep);
    }

    /** A symptom with its figures, written the same way everywhere. */
    static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
