package dev.versus.report;

import dev.versus.report.SweepPlot.Dot;
import dev.versus.report.SweepPlot.Line;
import dev.versus.report.SweepPlot.Stroke;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import dev.versus.verdict.sweep.Swept.Measured;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws one curve of a sweep.
 *
 * @param style the name of its colour
 * @param shape of its points, as an SVG path around 0
 * @param aside by how many pixels it is moved to the right
 * @param unit of its figures, or an empty text
 */
record SweepPen(String label, String style, String shape, int aside, String unit) {

    private static final int COLOURS = 7;
    private static final int APART = 8;
    private static final List<String> SHAPES = List.of(
            "M-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0",
            "M-4,-4h8v8h-8z",
            "M0,-5.5l5.5,5.5l-5.5,5.5l-5.5,-5.5z",
            "M0,-5.5l5.2,9h-10.4z");

    /** Returns the pen of a series, the {@code at}-th of so many. */
    static SweepPen ofSeries(String label, int at, int of, String unit) {
        int aside = Math.round(APART * (at - (of - 1) / 2f));
        return new SweepPen(label, "s" + at % COLOURS, SHAPES.get(at % SHAPES.size()), aside, unit);
    }

    /** Returns the pen of a ratio. */
    static SweepPen ofRatio(String label) {
        return new SweepPen(label, "ratio", SHAPES.get(0), 0, "×");
    }

    /** Draws the points that have an estimate. */
    Line line(SweepAxis axis, PlotScale scale, List<Measured> points) {
        List<Dot> dots = points.stream()
                .filter(point -> point.estimate().isPresent())
                .map(point -> dot(axis, scale, point))
                .toList();
        List<Stroke> strokes = new ArrayList<>();
        for (int at = 1; at < dots.size(); at++) {
            Dot from = dots.get(at - 1);
            Dot to = dots.get(at);
            strokes.add(new Stroke(from.x(), from.y(), to.x(), to.y()));
        }
        return new Line(label, style, shape, aside, strokes, dots);
    }

    private Dot dot(SweepAxis axis, PlotScale scale, Measured point) {
        Estimate estimate = point.estimate().orElseThrow();
        Interval interval = estimate.interval();
        String range = Figures.interval(estimate);
        String title = label + " at " + axis.over().text(point.at()) + ": " + Figures.value(estimate) + " " + unit
                + (range.isEmpty() ? "" : " (" + range + ")")
                + point.doubt().map(name -> ", invalid: " + name).orElse("");
        return new Dot(
                axis.place(point.at()),
                scale.y(estimate.value()),
                scale.y(interval.lower()),
                scale.y(interval.upper()),
                point.doubt().isPresent(),
                title);
    }
}
