package dev.versus.verdict;

import dev.versus.InvalidInput;
import dev.versus.statistics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;

/** Checks and formats the numbers that claims name. */
final class FiniteFigure {

    private static final int DIGITS = 4;

    private FiniteFigure() {}

    static void require(double figure) {
        if (!Double.isFinite(figure)) {
            throw new InvalidInput("A claim needs a finite number, and was given " + figure + ".");
        }
    }

    /** Formats a figure exactly as declared. */
    static String inWords(double figure) {
        return plain(BigDecimal.valueOf(figure));
    }

    /** Formats a range with its ends rounded to four significant digits; digits before the decimal point are always kept. */
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
