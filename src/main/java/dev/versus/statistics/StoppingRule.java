package dev.versus.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rule that ends a run, declared before the first round counts. The results are looked at after a third of the planned rounds (after
 * {@value #EARLIEST} rounds and 25 s of load at least, or five sixths of less), after five sixths, and after all; at no other time may a result end the run. At a look the run ends when
 * its claims are decided, or when the interval is narrow enough to judge by the margin (half-width below δ/2), or after the last round.
 *
 * <p>A second look is a second chance of being wrong, so {@link AlphaSpending} gives each look its share of the 5 %. For 60 rounds the
 * intervals hold with 99.98 % after 20, with 97.2 % after 50 and with 95.8 % after 60. Since the intervals of all looks hold together
 * with 95 %, it does not matter which reason ended the run, and one verdict about one claim errs in 5 % of runs at most. Several claims
 * are not corrected for their number. A run that is cut short between two looks is judged as if it had reached the next one.
 *
 * <p>Source: C. Jennison, B. W. Turnbull, "Group Sequential Methods with Applications to Clinical Trials" (2000), chapter 9, for repeated
 * confidence intervals that hold under any reason to stop.
 *
 * @param looks the looks, in their order; the last one is after the last round
 */
public record StoppingRule(List<Look> looks) {

    /** The fewest rounds: fewer cannot reach 95 % confidence. */
    public static final int FEWEST = 6;

    /** The most rounds of any run. */
    public static final int MOST = 200;

    /** No interval of fewer rounds reaches the confidence of a look after a third of them. */
    private static final int EARLIEST = 14;

    private static final double FIRST_SHARE = 1 / 3.0;
    private static final double SECOND_SHARE = 5 / 6.0;

    /**
     * A look at the results.
     *
     * @param after the number of rounds after which it takes place
     * @param confidence the confidence level of its intervals, 0 to 1
     */
    public record Look(int after, double confidence) {}

    /** The decision after a round, with its reason. */
    public enum Decision {
        /** The run goes on: this is no look, or a claim is still open. */
        CONTINUE("more rounds may tell more"),
        /** The claim is decided at a look. */
        STOP_DECIDED("the intervals decide every claim"),
        /** The interval is so narrow that more rounds would hardly change the verdict. */
        STOP_PRECISE("every claim is decided, or its half-width is under half the margin"),
        /** The last round is done. */
        STOP_AT_CAP("the last round is done");

        private final String reason;

        Decision(String reason) {
            this.reason = reason;
        }

        /** Tells whether the run ends. */
        public boolean stops() {
            return this != CONTINUE;
        }

        /** Returns the reason, as the end of the sentence "the run stopped because …". */
        public String reason() {
            return reason;
        }
    }

    public StoppingRule {
        looks = List.copyOf(looks);
    }

    /** Returns the rule for a run of this many rounds at most; a few have a single look, at the last. */
    public static StoppingRule of(int cap) {
        return of(cap, 0);
    }

    /**
     * Returns the rule for a run of this many rounds at most, without a look before so many of them have ended.
     *
     * @param least the number of rounds before the first look; more than {@code cap} means a single look, at the last round
     */
    public static StoppingRule of(int cap, int least) {
        int first = Math.max(EARLIEST, Math.max(least, (int) Math.round(FIRST_SHARE * cap)));
        return new StoppingRule(spending(
                IntStream.of(first, (int) Math.round(SECOND_SHARE * cap), cap)
                        .filter(after -> after >= Math.min(least, cap))
                        .filter(after -> after >= Math.min(EARLIEST, cap) && after <= cap)
                        .distinct()
                        .toArray(),
                Confidence.USUAL));
    }

    /** Returns the rule of records of format 1, whose looks were after 10 rounds, after 20 and at the cap. */
    public static StoppingRule ofFormat1(int cap) {
        double last = cap <= 10 ? 0.95 : cap <= 20 ? 0.975 : 0.98;
        List<Look> looks = new ArrayList<>();
        IntStream.of(10, 20).filter(after -> after < cap).forEach(after -> looks.add(new Look(after, 0.975)));
        looks.add(new Look(cap, last));
        return new StoppingRule(looks);
    }

    /**
     * Returns the rule for a run that goes on to another number of rounds after its first look. The number may depend on the noise seen
     * until then: the error of the first look is spent, and the looks that follow share what is left of it, whatever the first look saw.
     */
    public StoppingRule prolongedTo(int cap) {
        Look first = looks.get(0);
        List<Look> prolonged = new ArrayList<>(List.of(first));
        prolonged.addAll(spending(
                IntStream.of((int) Math.round(SECOND_SHARE * cap), cap)
                        .filter(after -> after > first.after())
                        .toArray(),
                new Confidence(Confidence.USUAL.level() + 1 - first.confidence())));
        return new StoppingRule(prolonged);
    }

    private static List<Look> spending(int[] after, Confidence overall) {
        if (after.length == 1) {
            return List.of(new Look(after[0], overall.level()));
        }
        double all = after[after.length - 1];
        List<Confidence> levels = AlphaSpending.levels(
                IntStream.of(after).mapToDouble(rounds -> rounds / all).toArray(), overall);
        return IntStream.range(0, after.length)
                .mapToObj(look -> new Look(after[look], levels.get(look).level()))
                .toList();
    }

    /** Returns the most rounds of the run. */
    public int cap() {
        return looks.get(looks.size() - 1).after();
    }

    /** Tells whether the run has a look before its last round. */
    public boolean mayEndEarly() {
        return looks.size() > 1;
    }

    /** Tells whether the results may end the run after this number of rounds. */
    public boolean isLook(int rounds) {
        return rounds >= cap() || looks.stream().anyMatch(look -> look.after() == rounds);
    }

    /** Returns the confidence of an interval that is computed after this number of rounds: that of the next look. */
    public Confidence confidenceAfter(int rounds) {
        return looks.stream()
                .filter(look -> look.after() >= Math.min(rounds, cap()))
                .map(look -> new Confidence(look.confidence()))
                .findFirst()
                .orElseThrow();
    }
}
