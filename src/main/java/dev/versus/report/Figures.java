package dev.versus.report;

import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import dev.versus.statistics.Scale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Formats figures for people: with significant digits only, thousands separated by commas, the unit after the number. */
final class Figures {

    /** The text for a missing figure. */
    static final String NONE = "–";

    private static final Pattern ZERO = Pattern.compile("-0(\\.0+)?");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Figures() {}

    /** Formats a whole number: "12,000". */
    static String count(long value) {
        return format("%,d", value);
    }

    /** Formats a number with three significant digits (two below 0.1) and all digits before the decimal point. */
    static String of(double value) {
        double size = Math.abs(value);
        if (value == 0) {
            return "0";
        }
        if (size < 0.1) {
            return BigDecimal.valueOf(value)
                    .round(new MathContext(2))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return withDecimals(value, size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3);
    }

    /** Formats the value with the digits that its interval's width justifies. */
    static String value(Estimate estimate) {
        return withDigitsOf(estimate, estimate.value());
    }

    /** Formats the value, or "–" without an estimate. */
    static String value(Optional<Estimate> estimate) {
        return estimate.map(Figures::value).orElse(NONE);
    }

    /** Formats the interval; an empty text without an estimate. */
    static String interval(Optional<Estimate> estimate) {
        return estimate.map(Figures::interval).orElse("");
    }

    /** Formats the interval with the same digits as the value: "0.912 to 0.934"; an empty text for an exact figure. */
    static String interval(Estimate estimate) {
        Interval interval = estimate.interval();
        return interval.lower() == interval.upper()
                ? ""
                : withDigitsOf(estimate, interval.lower()) + " to " + withDigitsOf(estimate, interval.upper());
    }

    private static String withDigitsOf(Estimate estimate, double value) {
        double width = estimate.interval().upper() - estimate.interval().lower();
        if (width <= 0 || !Double.isFinite(width)) {
            return value == Math.rint(value) ? count((long) value) : of(value);
        }
        return withDecimals(value, decimals(estimate));
    }

    /** Returns the number of decimals that shows two digits of the interval's width. */
    private static int decimals(Estimate estimate) {
        double width = estimate.interval().upper() - estimate.interval().lower();
        return width <= 0 ? 2 : Math.max(0, Math.min(6, 1 - (int) Math.floor(Math.log10(width))));
    }

    /** Formats the values that a claim requires: "≥ 0.9", "0.514 to 0.567". */
    static String required(Interval required) {
        if (required.upper() == Double.POSITIVE_INFINITY) {
            return "≥ " + declared(required.lower());
        }
        return required.lower() == Double.NEGATIVE_INFINITY
                ? "≤ " + declared(required.upper())
                : declared(required.lower()) + " to " + declared(required.upper());
    }

    private static String declared(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int whole = Math.max(1, exact.precision() - exact.scale());
        return exact.round(new MathContext(Math.max(4, whole)))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Formats a size: as "8.2 %" on the ratio scale, as a number with its unit on the difference scale. */
    static String size(double size, Scale scale, String unit) {
        if (!Double.isFinite(size)) {
            return NONE;
        }
        return scale == Scale.RATIO ? percent(size) : (of(size) + " " + unit).strip();
    }

    /** Formats a share as a percentage: "8.2 %". */
    static String percent(double share) {
        return of(share * 100) + " %";
    }

    /** Formats a level of confidence: "95.1 %", "99.98 %". */
    static String confidence(double level) {
        return String.format(Locale.ROOT, level > 0.999 && level < 1 ? "%.2f %%" : "%.1f %%", level * 100);
    }

    /** Formats a step's share of a difference as a whole percentage: "92 %", "−5 %"; "–" without a share. */
    static String share(Optional<Estimate> share) {
        return share.map(Estimate::value).map(Figures::wholePercent).orElse(NONE);
    }

    /** Formats the interval of a share: "89 % to 95 %"; an empty text without a share. */
    static String shareInterval(Optional<Estimate> share) {
        return share.map(Estimate::interval)
                .map(interval -> wholePercent(interval.lower()) + " to " + wholePercent(interval.upper()))
                .orElse("");
    }

    private static String wholePercent(double share) {
        return withDecimals(share * 100, 0).replace('-', '−') + " %";
    }

    /** Formats a ratio's distance from 1, with its sign and the digits that its interval justifies: "−46 %". */
    static String change(Estimate ratio) {
        return (ratio.value() < 1 ? "−" : "+") + distance(ratio);
    }

    /** Formats a ratio's distance from 1 without its sign: "46 %". */
    static String distance(Estimate ratio) {
        return distance(ratio, ratio.value());
    }

    /** Formats the distance from 1 of that end of a ratio's interval which is farther from 1. */
    static String farthest(Estimate ratio) {
        Interval interval = ratio.interval();
        return distance(ratio, interval.upper() - 1 > 1 - interval.lower() ? interval.upper() : interval.lower());
    }

    private static String distance(Estimate ratio, double value) {
        return withDecimals(Math.abs(value - 1) * 100, Math.max(0, decimals(ratio) - 2)) + " %";
    }

    /** Returns the name of a constant in small letters. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String moment(Instant when) {
        return MOMENT.format(when);
    }

    /** Formats a number with so many decimals; one that rounds to zero has no sign. */
    static String withDecimals(double value, int decimals) {
        String figure = format("%,." + decimals + "f", value);
        return ZERO.matcher(figure).matches() ? figure.substring(1) : figure;
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
