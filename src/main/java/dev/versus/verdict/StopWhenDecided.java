package dev.versus.verdict;

import dev.versus.comparison.Stopping;
import dev.versus.measurement.Observations;
import dev.versus.statistics.Margin;
import dev.versus.statistics.StoppingRule;
import dev.versus.statistics.StoppingRule.Decision;
import java.util.List;
import java.util.Optional;

/**
 * Ends a comparison early, at a round declared beforehand (a look), when no claim needs more rounds: each claim is decided, or its
 * interval is already narrow compared with its margin. A comparison without claims runs all its rounds.
 *
 * @param claims the claims to decide; claims of the control are left out, so that they do not prolong a run
 * @param cpus how many CPUs the machine has
 */
public record StopWhenDecided(List<Claim> claims, int cpus) implements Stopping {

    public StopWhenDecided {
        claims = claims.stream().filter(claim -> !Control.isControl(claim)).toList();
    }

    @Override
    public Decision after(Observations observed, StoppingRule rule) {
        int ended = observed.rounds();
        if (!rule.isLook(ended)) {
            return Decision.CONTINUE;
        }
        if (ended >= rule.cap()) {
            return Decision.STOP_AT_CAP;
        }
        Judge judge = Judge.of(CountedRounds.among(observed, cpus), rule);
        return claims.stream()
                .map(claim -> needs(new OwnDrift(judge).reviewed(judge.judge(claim))))
                .reduce(StopWhenDecided::unlessOneNeedsMore)
                .orElse(Decision.CONTINUE);
    }

    private static Decision needs(Judgement judgement) {
        if (judgement.verdict().isDecided()) {
            return Decision.STOP_DECIDED;
        }
        Optional<Margin> margin = judgement.claim().statement().margin();
        boolean precise = judgement
                .estimate()
                .filter(estimate -> margin.isPresent() && margin.get().isResolvedBy(estimate.interval()))
                .isPresent();
        return precise ? Decision.STOP_PRECISE : Decision.CONTINUE;
    }

    private static Decision unlessOneNeedsMore(Decision one, Decision other) {
        if (!one.stops() || !other.stops()) {
            return Decision.CONTINUE;
        }
        return one == Decision.STOP_DECIDED ? other : one;
    }
}
