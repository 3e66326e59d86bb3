package dev.versus.verdict;

import dev.versus.comparison.Outcome;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.statistics.BetweenRestarts;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import dev.versus.statistics.PairedEffect;
import dev.versus.statistics.Power;
import dev.versus.statistics.ShareOfEffect;
import dev.versus.statistics.StoppingRule;
import dev.versus.statistics.UnusableValue;
import dev.versus.statistics.WilcoxonSignedRank;
import dev.versus.statistics.WilsonInterval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Answers claims from what a comparison measured. */
public final class Judge {

    private final Outcome outcome;
    private final Readings readings;
    private final Confidence confidence;

    public Judge(Outcome outcome, Confidence confidence) {
        this.outcome = outcome;
        this.readings = new Readings(outcome);
        this.confidence = confidence;
    }

    /**
     * A judge of what a run of this cap has measured up to now, at the confidence that its stopping rule declares for so many
     * rounds.
     */
    public static Judge of(Outcome outcome, int cap) {
        return new Judge(outcome, StoppingRule.confidence(cap, roundsIn(outcome.rounds())));
    }

    static int roundsIn(List<Round> rounds) {
        return (int) rounds.stream().map(Round::number).distinct().count();
    }

    public Judgement judge(Claim claim) {
        Subject subject = claim.statement().subject();
        List<Integer> rounds = readings.sharedRounds(subject.targets());
        if (rounds.isEmpty()) {
            return invalid(claim, "no round of " + String.join(" and ", subject.targets()) + " has ended");
        }
        try {
            Optional<Estimate> estimate = estimate(subject, rounds);
            return estimate.isPresent() ? decided(claim, estimate.get(), rounds) : undecided(claim, rounds);
        } catch (UnusableValue e) {
            return invalid(claim, String.valueOf(e.getMessage()));
        }
    }

    /** What the rounds say of a subject; empty where they do not support it. */
    public Optional<Estimate> estimate(Subject subject) {
        List<Integer> rounds = readings.sharedRounds(subject.targets());
        try {
            return rounds.isEmpty() ? Optional.empty() : estimate(subject, rounds);
        } catch (UnusableValue e) {
            return Optional.empty();
        }
    }

    /**
     * Which share of a whole ratio one of its parts is, on the line of logarithms, from those rounds that all their targets have; empty
     * where the rounds do not support it or do not tell the whole from 1.
     */
    public Optional<Estimate> share(Subject.Ratio part, Subject.Ratio whole) {
        List<Integer> rounds = readings.sharedRounds(
                Stream.concat(part.targets().stream(), whole.targets().stream()).toList());
        try {
            return effect(part, rounds)
                    .flatMap(of -> effect(whole, rounds)
                            .flatMap(all -> ShareOfEffect.of(of.perRound(), all.perRound(), confidence)));
        } catch (UnusableValue e) {
            return Optional.empty();
        }
    }

    /**
     * How much of a ratio's spread comes with a fresh start of the systems; empty where it cannot be told.
     *
     * @param starts the first round on each start, in order; the first of them is 1
     */
    public Optional<BetweenRestarts> betweenRestarts(Subject.Ratio ratio, List<Integer> starts) {
        List<Integer> rounds = readings.sharedRounds(ratio.targets());
        try {
            return effect(ratio, rounds)
                    .map(effect -> Blocks.of(rounds, effect.perRound(), starts))
                    .flatMap(BetweenRestarts::of);
        } catch (UnusableValue e) {
            return Optional.empty();
        }
    }

    /** The estimate of a subject from these rounds; empty where they do not support one. */
    private Optional<Estimate> estimate(Subject subject, List<Integer> rounds) {
        if (subject instanceof Subject.Value value && value.metric() == Figure.FAILURES) {
            return Optional.of(counted(value.target(), rounds.size()));
        }
        if (subject instanceof Subject.Value value && value.metric() instanceof RequestShare share) {
            return Optional.of(counted(share, value.target(), rounds.size()));
        }
        if (subject instanceof Subject.Value value && value.metric() instanceof LatencyPercentile percentile) {
            return new PooledPercentile(outcome, percentile, confidence).estimate(value.target());
        }
        return effect(subject, rounds).flatMap(effect -> effect.estimate(confidence));
    }

    private Optional<PairedEffect> effect(Subject subject, List<Integer> rounds) {
        if (subject instanceof Subject.MeanRatio mean) {
            return readings.of(mean, rounds).map(own -> PairedEffect.ratio(ones(own.length), own));
        }
        Optional<double[]> values = readings.of(
                subject.metric(), subject.targets().get(subject.targets().size() - 1), rounds);
        if (subject instanceof Subject.Value) {
            return values.map(own -> PairedEffect.ratio(ones(own.length), own));
        }
        Optional<double[]> baseline =
                readings.of(subject.metric(), subject.targets().get(0), rounds);
        return baseline.flatMap(base -> values.map(own ->
                subject instanceof Subject.Ratio ? PairedEffect.ratio(base, own) : PairedEffect.difference(base, own)));
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** What was counted is known, not estimated. */
    private Estimate counted(String target, int rounds) {
        double failures = outcome.total(target).failed();
        return new Estimate(failures, new Interval(failures, failures), 1, rounds);
    }

    private Estimate counted(RequestShare share, String target, int rounds) {
        Measurement total = outcome.total(target);
        Interval interval = WilsonInterval.of(share.count(total), total.requests(), confidence);
        return new Estimate(share.of(total).orElseThrow(), interval, confidence.level(), rounds);
    }

    private Judgement decided(Claim claim, Estimate estimate, List<Integer> rounds) {
        Expectation expectation = claim.statement().expectation();
        Verdict verdict = expectation.judge(estimate.interval());
        return new Judgement(
                claim,
                verdict,
                Optional.of(estimate),
                smallestEffect(claim.statement().subject(), rounds),
                reason(claim, verdict, estimate));
    }

    private OptionalDouble smallestEffect(Subject subject, List<Integer> rounds) {
        boolean counted = subject.metric() == Figure.FAILURES || subject.metric() instanceof RequestShare;
        if (counted && subject instanceof Subject.Value) {
            return OptionalDouble.empty();
        }
        return effect(subject, rounds).stream()
                .mapToDouble(effect -> Power.smallestEffect(effect, confidence, Power.USUAL))
                .findFirst();
    }

    private static String reason(Claim claim, Verdict verdict, Estimate estimate) {
        Expectation expectation = claim.statement().expectation();
        return switch (verdict) {
            case CONFIRMED -> "the whole interval agrees with the claim";
            case REFUTED -> "no value of the interval agrees with the claim";
            default ->
                moreRounds(Power.roundsToDecide(
                        estimate,
                        expectation.required(),
                        claim.statement().subject().scale(),
                        StoppingRule.MOST));
        };
    }

    private static String moreRounds(OptionalInt rounds) {
        return "the interval lies across the claim's edge; "
                + (rounds.isPresent()
                        ? "about " + rounds.getAsInt() + " rounds would likely decide it: -Dversus.rounds="
                                + rounds.getAsInt()
                        : "more than " + StoppingRule.MOST
                                + " rounds would be needed: use longer rounds or a quieter machine");
    }

    private Judgement undecided(Claim claim, List<Integer> rounds) {
        Metric metric = claim.statement().subject().metric();
        boolean pooled = isPooled(claim.statement().subject());
        boolean unsupported = claim.statement().subject().targets().stream()
                .anyMatch(target -> pooled
                        ? metric.of(outcome.total(target)).isEmpty()
                        : readings.of(metric, target, rounds).isEmpty());
        if (unsupported && metric instanceof LatencyPercentile percentile) {
            return invalid(
                    claim,
                    "a %s needs %,d requests, and there are fewer: send more requests a round"
                            .formatted(metric.id(), percentile.percentile().valuesNeeded()));
        }
        if (unsupported && metric instanceof Capacity) {
            return invalid(claim, "no step of a round met the objective: start the staircase lower, or loosen it");
        }
        if (unsupported && metric == Figure.MEMORY) {
            return invalid(claim, "memory is read of services that this run started, on Linux; here it is not");
        }
        if (unsupported) {
            return invalid(
                    claim,
                    "there is a round without any answer to read a " + metric.id()
                            + " from: look at what failed and send to a target that answers");
        }
        int fewest = pooled ? PooledPercentile.FEWEST_ROUNDS : WilcoxonSignedRank.fewestRounds(confidence);
        String reason = rounds.size() + " rounds are too few for an interval; " + fewest
                + " are needed at least: -Dversus.rounds=" + fewest;
        return new Judgement(claim, Verdict.INCONCLUSIVE, Optional.empty(), OptionalDouble.empty(), reason);
    }

    /** A percentile of one target is read from all its rounds together. */
    private static boolean isPooled(Subject subject) {
        return subject instanceof Subject.Value value && value.metric() instanceof LatencyPercentile;
    }

    private static Judgement invalid(Claim claim, String reason) {
        return new Judgement(claim, Verdict.INVALID, Optional.empty(), OptionalDouble.empty(), reason);
    }
}
