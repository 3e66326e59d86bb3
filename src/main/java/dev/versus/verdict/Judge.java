package dev.versus.verdict;

import dev.versus.Durations;
import dev.versus.comparison.Budget;
import dev.versus.measurement.Observations;
import dev.versus.statistics.BetweenRestarts;
import dev.versus.statistics.Confidence;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import dev.versus.statistics.PairedEffect;
import dev.versus.statistics.Power;
import dev.versus.statistics.ShareOfEffect;
import dev.versus.statistics.StoppingRule;
import dev.versus.statistics.UnusableValue;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Judges claims by what was measured.
 *
 * @param observed what was measured in the rounds that count
 * @param all what was measured in all rounds, in which failures are counted: a round left out is no excuse for a failure
 * @param confidence the confidence of intervals
 */
public record Judge(Observations observed, Observations all, Confidence confidence) {

    private static final String ACROSS = "the interval lies across the claim's edge; ";

    /** Creates a judge of rounds that all count. */
    public Judge(Observations observed, Confidence confidence) {
        this(observed, observed, confidence);
    }

    /**
     * Creates a judge of what was measured so far, at the confidence that the stopping rule prescribes after that many rounds. Rounds that
     * do not count are among these: a look takes place when it was planned, with the rounds that are left.
     */
    public static Judge of(CountedRounds counted, StoppingRule rule) {
        return new Judge(
                counted.counted(),
                counted.whole(),
                rule.confidenceAfter(counted.whole().rounds()));
    }

    /** Returns the load from which a subject is read: duets where its two targets were in them and they can tell its metric. */
    public Basis basis(Subject subject) {
        boolean compares = subject instanceof Subject.Ratio || subject instanceof Subject.Difference;
        return compares && subject.metric().holdsTogether() && hasDuet(subject) ? Basis.DUETS : Basis.TURNS;
    }

    private boolean hasDuet(Subject subject) {
        return observed.duets().stream().anyMatch(slice -> slice.has(subject.targets()));
    }

    private Readings readings(Subject subject) {
        if (basis(subject) == Basis.DUETS) {
            return new Readings(observed.together(subject.targets()));
        }
        boolean failures = subject.metric().family() == Metric.Family.FAILURES;
        return Readings.shared(subject.sides(), failures ? all.turnsAndDuets() : observed.turns());
    }

    /**
     * Judges a claim; a claim that the rounds do not support is invalid or inconclusive, and the reason says what to do. A round without
     * any answer may refute a claim, for its throughput is 0, and confirms none.
     */
    public Judgement judge(Claim claim) {
        Subject subject = claim.statement().subject();
        Readings readings = readings(subject);
        if (readings.rounds().isEmpty()) {
            return withoutEstimate(claim, Verdict.INVALID, "no round of " + names(subject) + " has ended");
        }
        if (readings.isMoreThanNone(subject)) {
            return moreThanNone(claim);
        }
        try {
            return readings.estimate(subject, confidence)
                    .map(estimate -> decided(claim, estimate, readings))
                    .filter(judgement -> judgement.verdict() == Verdict.REFUTED || !readings.hasSilence(subject))
                    .orElseGet(() -> unsupported(claim, readings));
        } catch (UnusableValue e) {
            return withoutEstimate(
                    claim, Verdict.INVALID, readings.lack(subject).orElseGet(() -> String.valueOf(e.getMessage())));
        }
    }

    private static String names(Subject subject) {
        return subject.sides().stream().map(Side::name).collect(Collectors.joining(" and "));
    }

    /** Judges a claim on a ratio to failures of which there were none: any failure is more than every factor of none. */
    private Judgement moreThanNone(Claim claim) {
        Interval beyond = new Interval(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        List<Side> sides = claim.statement().subject().sides();
        return withoutEstimate(
                claim,
                claim.statement().expectation().judge(beyond),
                "%s of %s is 0 in all rounds and that of %s is not, which is more than any factor: to allow some, compare by minus()"
                        .formatted(claim.statement().subject().metric().id(), sides.get(0), sides.get(1)));
    }

    /** Estimates a subject from the rounds that all its targets have; empty if the rounds do not support an estimate. */
    public Optional<Estimate> estimate(Subject subject) {
        return from(readings(subject), readings -> readings.estimate(subject, confidence));
    }

    /** Returns a subject's effect in each round, or in each duet; empty if they do not support it. */
    Optional<PairedEffect> effect(Subject subject) {
        return from(readings(subject), readings -> readings.effect(subject));
    }

    /** Returns each subject's effect in the turns of the rounds that all their targets have; empty where they do not support it. */
    public List<Optional<PairedEffect>> effects(List<? extends Subject> subjects) {
        Readings shared = Readings.shared(
                subjects.stream().flatMap(one -> one.sides().stream()).toList(), observed.turns());
        return subjects.stream()
                .map(subject -> from(shared, readings -> readings.effect(subject)))
                .toList();
    }

    /**
     * Estimates the share of one part in a whole ratio, {@code ln(part) / ln(whole)}, from the rounds that all their targets have; empty
     * if the rounds do not support an estimate or do not distinguish the whole from 1.
     */
    public Optional<Estimate> share(Subject.Ratio part, Subject.Ratio whole) {
        List<Side> sides =
                Stream.concat(part.sides().stream(), whole.sides().stream()).toList();
        return from(
                Readings.shared(sides, observed.turns()),
                readings -> readings.effect(part)
                        .flatMap(of -> readings.effect(whole)
                                .flatMap(all -> ShareOfEffect.of(of.perRound(), all.perRound(), confidence))));
    }

    /**
     * Estimates how much of a ratio's spread comes from restarting the systems; empty if the rounds do not support an estimate.
     *
     * @param starts the number of the first round on each start, ascending; the first is 1
     */
    public Optional<BetweenRestarts> betweenRestarts(Subject.Ratio ratio, List<Integer> starts) {
        return from(
                readings(ratio),
                readings -> readings.effect(ratio)
                        .map(effect -> byStart(readings.numbers(), effect.perRound(), starts))
                        .flatMap(BetweenRestarts::of));
    }

    /** Splits the effects of these rounds into one array for each start on which a round ended. */
    private static List<double[]> byStart(List<Integer> numbers, double[] effects, List<Integer> starts) {
        NavigableSet<Integer> ascending = new TreeSet<>(starts);
        return ascending.stream()
                .map(start -> IntStream.range(0, effects.length)
                        .filter(at -> start.equals(ascending.floor(numbers.get(at))))
                        .mapToDouble(at -> effects[at])
                        .toArray())
                .toList();
    }

    private static <T> Optional<T> from(Readings from, Function<Readings, Optional<T>> figure) {
        try {
            return Optional.of(from)
                    .filter(readings -> !readings.rounds().isEmpty())
                    .flatMap(figure);
        } catch (UnusableValue e) {
            return Optional.empty();
        }
    }

    private Judgement decided(Claim claim, Estimate estimate, Readings readings) {
        Verdict verdict = claim.statement().expectation().judge(estimate.interval());
        return new Judgement(
                claim,
                verdict,
                basis(claim.statement().subject()),
                Optional.of(estimate),
                smallestEffect(claim.statement().subject(), readings),
                reason(claim, verdict, estimate));
    }

    private OptionalDouble smallestEffect(Subject subject, Readings readings) {
        if (!subject.tellsFactor() && subject.metric().family() == Metric.Family.FAILURES) {
            return OptionalDouble.empty();
        }
        return from(readings, these -> these.effect(subject)).stream()
                .filter(effect -> effect.scale() == subject.scale())
                .mapToDouble(effect -> Power.smallestEffect(effect, confidence, Power.USUAL))
                .filter(Double::isFinite)
                .findFirst();
    }

    private String reason(Claim claim, Verdict verdict, Estimate estimate) {
        Expectation expectation = claim.statement().expectation();
        return switch (verdict) {
            case CONFIRMED -> "the whole interval agrees with the claim";
            case REFUTED -> "no value of the interval agrees with the claim";
            default ->
                moreLoad(played(Power.roundsToDecide(
                        estimate,
                        expectation.required(),
                        claim.statement().subject().scale())));
        };
    }

    /** Returns how many rounds have to be played for so many that count, if as many are left out as now. */
    private double played(double counted) {
        return Math.ceil(counted * all.rounds() / observed.rounds());
    }

    private String moreLoad(double needed) {
        boolean timed =
                !observed.duets().isEmpty() || observed.turns().stream().anyMatch(round -> round.repetitions() > 1);
        double seconds = needed * observed.loadSeconds() / observed.rounds();
        String much = "about " + Math.round(Math.min(needed, Integer.MAX_VALUE))
                + " rounds would likely decide it: -Dversus.";
        if (timed ? seconds > Budget.LONGEST.toSeconds() : needed > StoppingRule.MOST) {
            return ACROSS + "more than "
                    + (timed ? Durations.text(Budget.LONGEST) + " of load" : StoppingRule.MOST + " rounds")
                    + " would be needed: use longer rounds or a quieter machine";
        }
        return ACROSS + much + (timed ? "budget=" + (int) Math.ceil(seconds) + "s" : "rounds=" + (int) needed);
    }

    private Judgement unsupported(Claim claim, Readings readings) {
        Subject subject = claim.statement().subject();
        int needed = Readings.needed(subject, confidence);
        return readings.lack(subject)
                .map(lack -> withoutEstimate(claim, Verdict.INVALID, lack))
                .orElseGet(() -> withoutEstimate(
                        claim,
                        Verdict.INCONCLUSIVE,
                        readings.numbers().size() + " rounds are too few for an interval; " + needed
                                + " are needed at least: "
                                + (basis(subject) == Basis.DUETS
                                        ? "use a longer -Dversus.budget"
                                        : "-Dversus.rounds=" + needed)));
    }

    private Judgement withoutEstimate(Claim claim, Verdict verdict, String reason) {
        Basis basis = basis(claim.statement().subject());
        return new Judgement(claim, verdict, basis, Optional.empty(), OptionalDouble.empty(), reason);
    }
}
