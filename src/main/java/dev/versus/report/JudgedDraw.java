package dev.versus.report;

import dev.versus.measurement.Round;
import dev.versus.verdict.Basis;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Control;
import dev.versus.verdict.CountedRounds;
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
 * @param counted which of them count
 */
record JudgedDraw(RunRecord run, CountedRounds counted) {

    static JudgedDraw of(RunRecord run) {
        return new JudgedDraw(run, Extent.counted(run));
    }

    /** Returns the same draw without its duets. */
    JudgedDraw inTurns() {
        return new JudgedDraw(run, counted.inTurns());
    }

    Judge judge() {
        return Judge.of(counted, run.run().rule());
    }

    /** Judges all claims of the run. */
    List<Judgement> judgements() {
        return run.run().claims().stream().map(this::judged).toList();
    }

    /** Judges a claim by these rounds; findings of diagnostics, a drift and a control that moved make the judgement invalid. */
    Judgement judged(Claim claim) {
        Judge judge = judge();
        Judgement reviewed = new OwnDrift(judge).reviewed(Diagnostics.reviewed(judge.judge(claim), run.findings()));
        return Control.of(run.run().claims(), judge)
                .map(twice -> twice.reviewed(reviewed))
                .orElse(reviewed);
    }

    /** Returns why this second draw did not come to its end; empty if it did. */
    Optional<String> brokenOff() {
        return run.failure()
                .or(() -> Extent.of(run).isWhole() ? Optional.empty() : Optional.of("the run was killed before that"));
    }

    /** Returns a judgement, refuted if its gate is on a target that did not serve its load, in whichever round. */
    Judgement served(Judgement judgement) {
        List<Round> load = judgement.basis() == Basis.DUETS
                ? counted.whole().turnsAndDuets()
                : counted.whole().turns();
        return new Serving(load, run.run().claims()).reviewed(judgement);
    }
}
