package dev.versus.report;

import dev.versus.measurement.Observations;
import dev.versus.verdict.Control;
import dev.versus.verdict.Judge;
import dev.versus.verdict.Judgement;
import dev.versus.verdict.OwnDrift;
import dev.versus.verdict.Serving;
import dev.versus.verdict.diagnostic.Diagnostics;
import java.util.List;
import java.util.Optional;

/**
 * The complete rounds of a run, or of its second draw, as grounds of judgements.
 *
 * @param run the record that holds the rounds
 */
record JudgedDraw(RunRecord run, Observations observed) {

    static JudgedDraw of(RunRecord run) {
        return new JudgedDraw(run, Extent.wholeRounds(run.run(), run.outcome()).observed());
    }

    Judge judge() {
        return Judge.of(observed, run.run().rule());
    }

    /** Judges all claims by these rounds; findings of diagnostics, a drift and a control that moved make judgements invalid. */
    List<Judgement> judgements() {
        Judge judge = judge();
        Optional<Control> control = Control.of(run.run().claims(), judge);
        OwnDrift drift = new OwnDrift(judge);
        return run.run().claims().stream()
                .map(claim -> Diagnostics.reviewed(judge.judge(claim), run.findings()))
                .map(drift::reviewed)
                .map(one -> control.map(twice -> twice.reviewed(one)).orElse(one))
                .toList();
    }

    /** Returns why this second draw did not come to its end; empty if it did. */
    Optional<String> brokenOff() {
        return run.failure()
                .or(() -> Extent.of(run).isWhole() ? Optional.empty() : Optional.of("the run was killed before that"));
    }

    /** Returns a judgement, refuted if its gate is on a target that did not serve its load in these rounds. */
    Judgement served(Judgement judgement) {
        return new Serving(observed.turns(), run.run().claims()).reviewed(judgement);
    }
}
