package dev.versus.report;

import dev.versus.statistics.Axis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The vertical axis of a plot.
 *
 * @param low the value at the bottom
 * @param high the value at the top
 * @param height of the plot, in pixels
 */
record PlotScale(Axis axis, double low, double high, int height) {

    private static final double MANY_TIMES = 10;
    private static final double FEW_TIMES = 3;
    private static final double ROOM = 0.06;
    private static final int MOST_TICKS = 7;
    private static final int DIGITS = 4;

    /** A mark on an axis: its text, and its distance from the top in pixels. */
    record Tick(String text, double y) {}

    /** Makes an axis for amounts: from 0, or logarithmic if the largest is many times the smallest. */
    static PlotScale ofAmounts(double[] values, int height) {
        double most = DoubleStream.of(values).max().orElse(1);
        double least = DoubleStream.of(values).min().orElse(0);
        return least > 0 && most / least > MANY_TIMES
                ? logarithmic(least, most, height)
                : new PlotScale(Axis.LINEAR, Math.min(0, least), most > 0 ? most * (1 + ROOM) : 1, height);
    }

    /** Makes a logarithmic axis for ratios, all above zero. */
    static PlotScale ofRatios(double[] values, int height) {
        return logarithmic(
                DoubleStream.of(values).min().orElse(1),
                DoubleStream.of(values).max().orElse(1),
                height);
    }

    private static PlotScale logarithmic(double least, double most, int height) {
        double room = Math.max(1 + ROOM / MOST_TICKS, Math.pow(most / least, ROOM));
        return new PlotScale(Axis.LOGARITHMIC, least / room, most * room, height);
    }

    /** Returns a value's distance from the top, in pixels. */
    double y(double value) {
        double bottom = axis.toPlace(low);
        double share = (axis.toPlace(value) - bottom) / (axis.toPlace(high) - bottom);
        return Math.round(height * (1 - share) * 10) / 10.0;
    }

    List<Tick> ticks() {
        boolean even = axis == Axis.LINEAR || high / low < FEW_TIMES;
        return (even ? evenly() : byDecades())
                .mapToObj(value -> new Tick(text(value), y(value)))
                .toList();
    }

    private DoubleStream evenly() {
        double rough = (high - low) / (MOST_TICKS - 1);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = DoubleStream.of(1, 2, 5, 10)
                .map(digit -> digit * power)
                .filter(candidate -> candidate >= rough)
                .findFirst()
                .orElseThrow();
        return IntStream.rangeClosed((int) Math.ceil(low / step), (int) Math.floor(high / step))
                .mapToDouble(times -> times * step);
    }

    /** Returns 1, 2 and 5 of each decade, or every first, second, … power of ten, whatever is not too many. */
    private DoubleStream byDecades() {
        double[] fine = decades(1, 1, 2, 5);
        int every = 1;
        double[] marks = fine.length <= MOST_TICKS ? fine : decades(every, 1);
        while (marks.length > MOST_TICKS) {
            every++;
            marks = decades(every, 1);
        }
        return DoubleStream.of(marks);
    }

    private double[] decades(int every, double... digits) {
        return IntStream.rangeClosed((int) Math.floor(Math.log10(low)), (int) Math.ceil(Math.log10(high)))
                .filter(power -> power % every == 0)
                .mapToDouble(power -> Math.pow(10, power))
                .flatMap(power -> DoubleStream.of(digits).map(digit -> digit * power))
                .filter(value -> value >= low && value <= high)
                .toArray();
    }

    private static String text(double value) {
        if (value == Math.rint(value)) {
            return Figures.count((long) value);
        }
        return BigDecimal.valueOf(value)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }
}
