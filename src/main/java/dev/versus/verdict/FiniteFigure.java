package dev.versus.verdict;

import dev.versus.InvalidInput;
import dev.versus.statistics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;

/** The number that a claim names: checked once, and written the same way everywhere. */
final class FiniteFigure {

    private static final int DIGITS = 4;

    private FiniteFigure() {}

    static void require(double figure) {
        if (!Double.isFinite(figure)) {
            throw new InvalidInput("A claim names a number, and " + figure + " is none.");
        }
    }

    /** The figure as it was declared, to its last digit. */
    static String inWords(double figure) {
        return plain(BigDecimal.valueOf(figure));
    }

    /** The range with its computed ends rounded to four digits, but never before the decimal point. */
    static String inWords(Interval interval) {
        return rounded(interval.lower()) + " to " + rounded(interval.upper());
    }

    private static String rounded(double end) {
        BigDecimal exact = BigDecimal.valueOf(end);
        int beforeThePoint = exact.precision() - exact.scale();
        return plain(exact.round(new MathContext(Math.max(DIGITS, beforeThePoint))));
    }

    private static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }
}
