package dev.versus.statistics;

import dev.versus.InvalidInput;

/**
 * The rule that ends a run, declared before the run begins. The results are looked at after 10 rounds, after 20 and at the cap; at no
 * other time may a result end the run. At a look the run ends when its claims are decided, or when the interval is narrow enough to judge
 * by the margin (half-width below δ/2), or when the cap is reached.
 *
 * <p>A second look is a second chance of being wrong, so each look has its share of the 5 %:
 *
 * <table>
 *   <caption>Confidence of the interval at each look</caption>
 *   <tr><th>cap</th><th>at 10</th><th>at 20</th><th>at the cap</th><th>any interval wrong</th></tr>
 *   <tr><td>6 to 10</td><td></td><td></td><td>95 %</td><td>at most 5 %</td></tr>
 *   <tr><td>11 to 20</td><td>97.5 %</td><td></td><td>97.5 %</td><td>at most 5 %, by adding up</td></tr>
 *   <tr><td>21 to 30</td><td>97.5 %</td><td>97.5 %</td><td>98 %</td><td>4.9 %</td></tr>
 * </table>
 *
 * <p>The last line is not a sum. The looks share rounds, so their errors overlap; and for differences that are symmetric about
 * their centre the joint distribution of the signed ranks at all looks does not depend on the noise, so the 4.9 % (4 million
 * simulated runs, cap 30) holds for any such noise. Since the intervals of all looks hold together with 95 % confidence, it
 * does not matter which reason ended the run, and one verdict about one claim errs in 5 % of runs at most. Several claims are not
 * corrected for their number. A run that is cut short between two looks is judged as if it had reached the next one.
 *
 * <p>Sources: S. J. Pocock, "Group Sequential Methods in the Design and Analysis of Clinical Trials", Biometrika 64 (1977),
 * 191–199, whose constant for two looks, 97.06 %, lies under ours; C. Jennison, B. W. Turnbull, "Group Sequential Methods with
 * Applications to Clinical Trials" (2000), chapter 9, for repeated confidence intervals that hold under any reason to stop.
 *
 * @param cap the most rounds of the run, {@value #FEWEST} to {@value #MOST}
 */
public record StoppingRule(int cap) {

    /** The fewest rounds: fewer cannot reach 95 % confidence. */
    public static final int FEWEST = 6;

    /** The most rounds of any run. */
    public static final int MOST = 30;

    private static final int FIRST_LOOK = 10;
    private static final int SECOND_LOOK = 20;

    private static final Confidence ONLY = Confidence.USUAL;
    private static final Confidence ONE_OF_TWO = new Confidence(0.975);
    private static final Confidence LAST_OF_THREE = new Confidence(0.98);

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
        if (cap < FEWEST || cap > MOST) {
            throw new InvalidInput("A comparison takes " + FEWEST + " to " + MOST + " rounds, and " + cap
                    + " were asked for: fewer cannot reach 95 % confidence.");
        }
    }

    /** Returns the confidence of intervals after this number of rounds under this cap; 95 % where the cap is below {@value #FEWEST}. */
    public static Confidence confidence(int cap, int rounds) {
        return cap < FEWEST ? ONLY : new StoppingRule(cap).confidenceAfter(rounds);
    }

    /** Tells whether a run with this cap has a look before its last round. */
    public static boolean mayEndEarly(int cap) {
        return cap > FIRST_LOOK;
    }

    /** Tells whether the results may end the run after this number of rounds. */
    public boolean isLook(int rounds) {
        return rounds >= cap || rounds == FIRST_LOOK || rounds == SECOND_LOOK;
    }

    /** Returns the confidence of an interval that is computed after this number of rounds. */
    public Confidence confidenceAfter(int rounds) {
        if (cap <= FIRST_LOOK) {
            return ONLY;
        }
        return cap <= SECOND_LOOK || rounds <= SECOND_LOOK ? ONE_OF_TWO : LAST_OF_THREE;
    }

    /**
     * Decides whether one claim needs more rounds. A comparison ends when none of its claims does.
     *
     * @param rounds the number of rounds that are done
     * @param interval the interval of the claim's metric, with the confidence {@link #confidenceAfter} this number of rounds
     * @param margin δ, declared with the claim
     * @param decided whether the interval confirms or refutes the claim
     */
    public Decision after(int rounds, Interval interval, Margin margin, boolean decided) {
        if (!isLook(rounds)) {
            return Decision.CONTINUE;
        }
        if (decided) {
            return Decision.STOP_DECIDED;
        }
        if (margin.isResolvedBy(interval)) {
            return Decision.STOP_PRECISE;
        }
        return rounds >= cap ? Decision.STOP_AT_CAP : Decision.CONTINUE;
    }
}
