package dev.versus.statistics;

/**
 * A confidence level: the share of intervals made this way that hold the true value.
 *
 * @param level strictly between 0 and 1: 0.95 for 95 %
 */
public record Confidence(double level) {

    /** The usual 95 %. */
    public static final Confidence USUAL = new Confidence(0.95);

    public Confidence {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A confidence level lies between 0 and 1, and " + level + " does not.");
        }
    }

    /** Returns the share of intervals that miss the true value, both sides together: 0.05 for 95 %. */
    public double error() {
        return 1 - level;
    }

    /** Returns the quantile of the standard normal distribution that leaves half of the error above it: 1.96 for 95 %. */
    double z() {
        return NormalDistribution.quantile(1 - error() / 2);
    }
}
