package dev.versus.report;

import dev.versus.report.SweepPlot.Band;
import dev.versus.report.SweepPlot.Line;
import dev.versus.report.SweepPlot.Mark;
import dev.versus.statistics.Crossover;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import dev.versus.verdict.Subject;
import dev.versus.verdict.sweep.Sweep;
import dev.versus.verdict.sweep.Swept;
import dev.versus.verdict.sweep.Swept.Curve;
import dev.versus.verdict.sweep.Swept.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Lays out the plots of a sweep. */
record SweepDrawing(Swept swept, SweepAxis axis) {

    private static final int FIGURES_HEIGHT = 260;
    private static final int RATIOS_HEIGHT = 150;
    private static final int BETWEEN = 16;
    private static final double RIGHT_PART = 70;

    /** Returns the plot of the series, and that of the ratio if two are compared; none if nothing was measured. */
    List<SweepPlot> plots() {
        if (swept.curves().stream().noneMatch(curve -> isMeasured(curve.points()))) {
            return List.of();
        }
        SweepPlot figures = figures();
        return isMeasured(swept.ratios()) ? List.of(figures, ratios(figures.bottom() + BETWEEN)) : List.of(figures);
    }

    private static boolean isMeasured(List<Measured> points) {
        return points.stream().anyMatch(point -> point.estimate().isPresent());
    }

    private SweepPlot figures() {
        List<Curve> curves = swept.curves();
        PlotScale scale =
                PlotScale.ofAmounts(ends(curves.stream().flatMap(curve -> curve.points().stream())), FIGURES_HEIGHT);
        List<Line> lines = new ArrayList<>();
        List<Mark> marks = new ArrayList<>(crossings(false));
        for (Curve curve : curves) {
            SweepPen pen = SweepPen.ofSeries(
                    curve.label(), lines.size(), curves.size(), swept.metric().unit());
            lines.add(pen.line(axis, scale, curve.points()));
            curve.knee()
                    .map(knee -> mark(pen.style(), "knee of " + curve.label(), knee.at(), rows(marks) + 1))
                    .ifPresent(marks::add);
        }
        return new SweepPlot(title(), SweepPlot.ROW * (1 + rows(marks)), scale, lines, Optional.empty(), marks);
    }

    private SweepPlot ratios(int from) {
        Sweep.Compared two = swept.sweep().compared().orElseThrow();
        Interval alike = swept.alike();
        PlotScale scale = PlotScale.ofRatios(
                DoubleStream.concat(
                                DoubleStream.of(ends(swept.ratios().stream())),
                                DoubleStream.of(alike.lower(), alike.upper()))
                        .toArray(),
                RATIOS_HEIGHT);
        String label = two.label() + " ÷ " + two.baseline();
        List<Mark> marks = crossings(true);
        double top = scale.y(alike.upper());
        return new SweepPlot(
                label,
                from + SweepPlot.ROW * (1 + rows(marks)),
                scale,
                List.of(SweepPen.ofRatio(label).line(axis, scale, swept.ratios())),
                Optional.of(new Band(top, scale.y(alike.lower()) - top, scale.y(1))),
                marks);
    }

    private String title() {
        Stream<String> metrics = swept.sweep().series().stream()
                .flatMap(series -> series.points().stream())
                .map(Sweep.Point::subject)
                .map(Subject.Value::metric)
                .map(metric -> (metric.id() + " " + metric.unit()).strip());
        return metrics.distinct().collect(Collectors.joining(", "));
    }

    private static double[] ends(Stream<Measured> points) {
        return points.flatMap(point -> point.estimate().stream())
                .map(Estimate::interval)
                .flatMapToDouble(interval -> DoubleStream.of(interval.lower(), interval.upper()))
                .toArray();
    }

    private static int rows(List<Mark> marks) {
        return marks.stream().mapToInt(Mark::row).max().orElse(0);
    }

    private List<Mark> crossings(boolean labelled) {
        List<Mark> marks = new ArrayList<>();
        for (Estimate crossing : swept.crossover().map(Crossover::crossings).orElse(List.of())) {
            marks.add(mark("crossing", "crossover", crossing, labelled ? marks.size() + 1 : 0));
        }
        return marks;
    }

    private Mark mark(String style, String label, Estimate at, int row) {
        Interval interval = at.interval();
        String text = axis.over().text(at.value());
        return new Mark(
                style,
                axis.place(at.value()),
                axis.place(interval.lower()),
                axis.width(interval.lower(), interval.upper()),
                row,
                axis.percent(at.value()) > RIGHT_PART,
                label.split(" ", 2)[0] + " " + text,
                label + " at " + text + ", " + axis.over().range(interval.lower(), interval.upper()));
    }
}
