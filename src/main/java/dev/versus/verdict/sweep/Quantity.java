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

    /** Formats a range, with the unit behind its end alone if both ends have the same: "18.3 to 24 kB", "1.02 kB to 16.8 MB". */
    public String range(double from, double to) {
        String lower = text(from);
        String upper = text(to);
        String shared = upper.substring(upper.indexOf(' ') + 1);
        boolean alike = upper.contains(" ") && lower.endsWith(" " + shared);
        return (alike ? lower.substring(0, lower.length() - shared.length() - 1) : lower) + " to " + upper;
    }

    /** Formats a value for a mark on an axis, whose {@link #title} names the unit unless it is bytes. */
    public String mark(double value) {
        return unit.equals(BYTES) ? text(value) : of(name, "").text(value);
    }

    /** Returns the title of an axis. */
    public String title() {
        return unit.equals(BYTES) || unit.isEmpty() ? name : name + ", " + unit;
    }

    /** Rounds to three digits; digits before the decimal point are always kept. */
    private static BigDecimal rounded(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.round(new MathContext(Math.max(DIGITS, exact.precision() - exact.scale())));
    }
}
