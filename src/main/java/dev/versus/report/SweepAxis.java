package dev.versus.report;

import dev.versus.statistics.Axis;
import dev.versus.verdict.sweep.Quantity;
import dev.versus.verdict.sweep.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The horizontal axis of a sweep's drawing. Places are percentages of its width.
 *
 * @param values the measured values of the swept quantity, ascending
 */
record SweepAxis(Quantity over, Axis axis, List<Double> values) {

    private static final double EDGE = 3;
    private static final double ROOM_WIDE = 7;
    private static final double ROOM_NARROW = 21;

    /**
     * A mark.
     *
     * @param narrow whether there is room for its text on a narrow page too
     */
    record Tick(String text, String place, boolean narrow) {}

    static SweepAxis of(Sweep sweep) {
        List<Double> values = sweep.series().stream()
                .flatMap(series -> series.points().stream())
                .map(Sweep.Point::at)
                .distinct()
                .sorted()
                .toList();
        return new SweepAxis(sweep.over(), sweep.axis(), values);
    }

    /** Returns the place of a value, in percent of the width. */
    double percent(double value) {
        double first = axis.toPlace(values.get(0));
        double last = axis.toPlace(values.get(values.size() - 1));
        return EDGE + (100 - 2 * EDGE) * (axis.toPlace(value) - first) / (last - first);
    }

    /** Returns the place of a value as SVG takes it: "12.3%". */
    String place(double value) {
        return svg(percent(value));
    }

    /** Returns the width between two values as SVG takes it. */
    String width(double from, double to) {
        return svg(percent(to) - percent(from));
    }

    private static String svg(double percent) {
        return String.format(Locale.ROOT, "%.2f%%", percent);
    }

    /** Returns a mark for each measured value whose text does not run into the one before. */
    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        double wide = -ROOM_WIDE;
        double narrow = -ROOM_NARROW;
        for (double value : values) {
            double place = percent(value);
            if (place - wide >= ROOM_WIDE) {
                boolean fits = place - narrow >= ROOM_NARROW;
                ticks.add(new Tick(over.mark(value), place(value), fits));
                wide = place;
                narrow = fits ? place : narrow;
            }
        }
        return ticks;
    }
}
