package dev.versus.verdict;

import java.util.List;

/**
 * What a diagnostic found in a run.
 *
 * @param diagnostic its name, from a closed list: {@code generator-saturated}, …
 * @param severity whether it makes verdicts invalid, or is only worth knowing
 * @param targets the targets it concerns; verdicts on others stand
 * @param symptom what was seen, with the figure and its threshold
 * @param cause the likely cause
 * @param nextStep what to do about it
 */
public record Finding(
        String diagnostic, Severity severity, List<String> targets, String symptom, String cause, String nextStep) {

    /** What a finding does to verdicts. */
    public enum Severity {
        /** Verdicts on its targets are invalid. */
        INVALIDATES,
        /** Worth knowing; verdicts stand. */
        WARNS
    }

    public Finding {
        targets = List.copyOf(targets);
    }
}
