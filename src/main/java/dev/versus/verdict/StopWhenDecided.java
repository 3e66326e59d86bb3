package dev.versus.verdict;

import dev.versus.comparison.Outcome;
import dev.versus.comparison.Stopping;
import dev.versus.comparison.WarmUp;
import dev.versus.measurement.Round;
import dev.versus.statistics.Margin;
import dev.versus.statistics.StoppingRule;
import dev.versus.statistics.StoppingRule.Decision;
import java.util.List;
import java.util.Optional;

/**
 * Ends a comparison at a declared look once none of its claims needs more rounds: each is decided, or its interval is narrower
 * than its margin can tell apart. Without a claim there is nothing to decide, and every round is played.
 *
 * @param claims what is to be answered; the noise floor alone keeps no run going
 * @param rule where the looks are
 */
public record StopWhenDecided(List<Claim> claims, StoppingRule rule) implements Stopping {

    private static final WarmUp UNTOLD = new WarmUp(true, 0, List.of());

    public StopWhenDecided {
        claims = claims.stream().filter(claim -> !NoiseFloor.isNoise(claim)).toList();
    }

    /** The rule for a run of this cap; every round is played where the cap is too low for an interval. */
    public static Stopping of(List<Claim> claims, int cap) {
        return cap < StoppingRule.FEWEST ? Stopping.never() : new StopWhenDecided(claims, new StoppingRule(cap));
    }

    @Override
    public Decision after(List<Round> rounds) {
        int ended = Judge.roundsIn(rounds);
        if (!rule.isLook(ended)) {
            return Decision.CONTINUE;
        }
        if (ended >= rule.cap()) {
            return Decision.STOP_AT_CAP;
        }
        Judge judge = new Judge(new Outcome(UNTOLD, rounds), rule.confidenceAfter(ended));
        return claims.stream()
                .map(claim -> needs(judge.judge(claim), ended))
                .reduce(StopWhenDecided::unlessOneNeedsMore)
                .orElse(Decision.CONTINUE);
    }

    private Decision needs(Judgement judgement, int ended) {
        boolean decided = judgement.verdict().isDecided();
        Optional<Margin> margin = judgement.claim().statement().margin();
        if (decided || judgement.estimate().isEmpty() || margin.isEmpty()) {
            return decided ? Decision.STOP_DECIDED : Decision.CONTINUE;
        }
        return rule.after(ended, judgement.estimate().get().interval(), margin.get(), false);
    }

    private static Decision unlessOneNeedsMore(Decision one, Decision other) {
        if (!one.stops() || !other.stops()) {
            return Decision.CONTINUE;
        }
        return one == Decision.STOP_DECIDED ? other : one;
    }
}
