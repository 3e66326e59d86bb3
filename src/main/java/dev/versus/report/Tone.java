package dev.versus.report;

import dev.versus.verdict.Judgement;
import dev.versus.verdict.Verdict;

/** The presentation of an answer: a mark and a word, which a style sheet may colour. */
enum Tone {
    CONFIRMED("✓", "confirmed"),
    REFUTED("✗", "refuted"),
    BROKEN("✗", "broken"),
    INCONCLUSIVE("?", "inconclusive"),
    INVALID("!", "invalid");

    private final String mark;
    private final String word;

    Tone(String mark, String word) {
        this.mark = mark;
        this.word = word;
    }

    static Tone of(Judgement judgement) {
        return judgement.claim().gate() && judgement.verdict() == Verdict.REFUTED ? BROKEN : of(judgement.verdict());
    }

    private static Tone of(Verdict verdict) {
        return switch (verdict) {
            case CONFIRMED -> CONFIRMED;
            case REFUTED -> REFUTED;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case INVALID -> INVALID;
        };
    }

    String mark() {
        return mark;
    }

    String word() {
        return word;
    }
}
