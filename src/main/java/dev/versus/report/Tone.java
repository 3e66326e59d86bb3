package dev.versus.report;

import dev.versus.verdict.Judgement;

/** The presentation of an answer: a mark and a word, which a style sheet may colour. */
enum Tone {
    CONFIRMED("✓"),
    REFUTED("✗"),
    BROKEN("✗"),
    INCONCLUSIVE("?"),
    INVALID("!");

    private final String mark;

    Tone(String mark) {
        this.mark = mark;
    }

    static Tone of(Judgement judgement) {
        return judgement.breaks(false) ? BROKEN : valueOf(judgement.verdict().name());
    }

    String mark() {
        return mark;
    }

    String word() {
        return Figures.word(this);
    }
}
