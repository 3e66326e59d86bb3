package dev.versus.verdict.sweep;

import dev.versus.PublicApi;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The quantity that changes along a sweep.
 *
 * @param name its name, in the singular: "payload", "concurrency"
 * @param unit its unit: "users", or {@value #BYTES} for bytes, which are written as kB and MB of a thousand and a million
 */
@PublicApi
public record Quantity(String name, String unit) {

    private static final String BYTES = "B";
    private static final String[] MULTIPLES = {"B", "kB", "MB", "GB", "TB"};
    private static final double THOUSAND = 1000;
    private static final int DIGITS = 3;

    /** Returns a size in bytes. */
    public static Quantity bytes(String name) {
        return new Quantity(name, BYTES);
    }

    /** Returns a quantity that is counted in this unit, in the plural: "users". */
    public static Quantity of(String name, String unit) {
        return new Quantity(name, unit);
    }

    /** Formats a value with its unit, rounded to three digits: "257 kB", "64 users". */
    public String text(double value) {
        String[] multiples = unit.equals(BYTES) ? MULTIPLES : new String[] {unit};
        double scaled = value;
        int step = 0;
        while (step < multiples.length - 1 && Math.abs(rounded(scaled).doubleValue()) >= THOUSAND) {
            scaled /= THOUSAND;
            step++;
        }
        return (rounded(scaled).stripTrailingZeros().toPlainString() + " " + multiples[step]).strip();
    }

    /** Rounds to three digits; digits before the decimal point are always kept. */
    private static BigDecimal rounded(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.round(new MathContext(Math.max(DIGITS, exact.precision() - exact.scale())));
    }
}
