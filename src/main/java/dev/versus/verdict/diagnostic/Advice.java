package dev.versus.verdict.diagnostic;

import dev.versus.verdict.Finding;
import dev.versus.verdict.Finding.Scope;
import dev.versus.verdict.Finding.Severity;
import java.util.List;
import java.util.Locale;

/**
 * The constant part of a diagnostic's findings: everything but the symptom, the targets and the severity.
 *
 * @param diagnostic the diagnostic's name
 * @param scope the affected metrics
 * @param cause the likely cause
 * @param nextStep the recommended action
 */
record Advice(String diagnostic, Scope scope, String cause, String nextStep) {

    /** Creates advice that affects every metric. */
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

    /** Formats a symptom with its figures, independent of the user's locale. */
    static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
