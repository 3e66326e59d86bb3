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

/** Judges claims by the measured rounds of a comparison. */
public final class Judge {

    private final Outcome outcome;
    private final Readings readings;
    private final Confidence confidence;

    /** Creates a judge of measured rounds, whose intervals have this confidence. */
    public Judge(Outcome outcome, Confidence confidence) {
        this.outcome = outcome;
        this.readings = new Readings(outcome);
        this.confidence = confidence;
    }

    /**
     * Creates a judge of the rounds measured so far, at the confidence that the stopping rule prescribes after that many rounds.
     *
     * @param cap the largest number of rounds planned for the run
     */
    public static Judge of(Outcome outcome, int cap) {
        return new Judge(outcome, StoppingRule.confidence(cap, roundsIn(outcome.rounds())));
    }

    static int roundsIn(List<Round> rounds) {
        return (int) rounds.stream().map(Round::number).distinct().count();
    }

    /** Judges a claim; a claim that the rounds do not support is invalid or inconclusive, and the reason says what to do. */
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

    /** Estimates a subject from the rounds that all its targets have; empty if the rounds do not support an estimate. */
    public Optional<Estimate> estimate(Subject subject) {
        List<Integer> rounds = readings.sharedRounds(subject.targets());
        try {
            return rounds.isEmpty() ? Optional.empty() : estimate(subject, rounds);
        } catch (UnusableValue e) {
            return Optional.empty();
        }
    }

    /**
     * Estimates the share of one part in a whole ratio, {@code ln(part) / ln(whole)}, from the rounds that all their targets have; empty
     * if the rounds do not support an estimate or do not distinguish the whole from 1.
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
     * Estimates how much of a ratio's spread comes from restarting the systems; empty if the rounds do not support an estimate.
     *
     * @param starts the number of the first round on each start, ascending; the first is 1
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

    /** Estimates a subject from these rounds; empty if they do not support an estimate. */
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

    /** Returns a count as an estimate without width, because a count is exact. */
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
        boolean pooled = isPooled(claim.statement().subject());
        if (isUnsupported(claim.statement().subject(), rounds)) {
            return invalid(claim, unsupported(claim.statement().subject().metric()));
        }
        int fewest = pooled ? PooledPercentile.FEWEST_ROUNDS : WilcoxonSignedRank.fewestRounds(confidence);
        String reason = rounds.size() + " rounds are too few for an interval; " + fewest
                + " are needed at least: -Dversus.rounds=" + fewest;
        return new Judgement(claim, Verdict.INCONCLUSIVE, Optional.empty(), OptionalDouble.empty(), reason);
    }

    private boolean isUnsupported(Subject subject, List<Integer> rounds) {
        Metric metric = subject.metric();
        return subject.targets().stream()
                .anyMatch(target -> isPooled(subject)
                        ? metric.of(outcome.total(target)).isEmpty()
                        : readings.of(metric, target, rounds).isEmpty());
    }

    /** Returns why rounds cannot tell a metric, and what to do about it. */
    private static String unsupported(Metric metric) {
        if (metric instanceof LatencyPercentile percentile) {
            return "a %s needs %,d requests, and there are fewer: send more requests a round"
                    .formatted(metric.id(), percentile.percentile().valuesNeeded());
        }
        if (metric instanceof Capacity) {
            return "a round has no step that met the objective: start the staircase lower, or loosen the objective";
        }
        return metric == Figure.MEMORY
                ? "memory is known only of services that this run started on Linux, and it was not read here"
                : "there is a round without any answer to read a " + metric.id()
                        + " from: look at what failed and send to a target that answers";
    }

    /** Tells whether the subject is read from all rounds together: a percentile of one target. */
    private static boolean isPooled(Subject subject) {
        return subject instanceof Subject.Value value && value.metric() instanceof LatencyPercentile;
    }

    private static Judgement invalid(Claim claim, String reason) {
        return new Judgement(claim, Verdict.INVALID, Optional.empty(), OptionalDouble.empty(), reason);
    }
}
