package dev.versus.report;

import dev.versus.verdict.sweep.Sweep;
import dev.versus.verdict.sweep.Swept;
import dev.versus.verdict.sweep.Swept.Curve;
import dev.versus.verdict.sweep.Swept.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A sweep in a report: its drawing, and its figures as a table.
 *
 * @param id a prefix for ids, unique in its page
 * @param axis the swept quantity
 * @param plots the series, and below them the ratio of the two compared ones; none if nothing was measured
 */
record SweepChart(String id, Swept swept, SweepAxis axis, List<SweepPlot> plots) {

    private static final int BELOW = 46;

    /** A row of the table: a value of the quantity, and what was measured there; a series without this point has an empty cell. */
    record Row(String at, List<Optional<Measured>> figures, Optional<Measured> ratio) {}

    static List<SweepChart> of(List<Swept> all) {
        return IntStream.range(0, all.size())
                .mapToObj(at -> of("sweep-" + (at + 1), all.get(at)))
                .toList();
    }

    private static SweepChart of(String id, Swept swept) {
        SweepAxis axis = SweepAxis.of(swept.sweep());
        return new SweepChart(id, swept, axis, new SweepDrawing(swept, axis).plots());
    }

    int height() {
        return plots.get(plots.size() - 1).bottom() + BELOW;
    }

    /** Describes the drawing for those who do not see it. */
    String description() {
        Sweep sweep = swept.sweep();
        String series = String.join(
                ", ", sweep.series().stream().map(Sweep.Series::label).toList());
        return "Series over " + sweep.over().name() + ": " + series + ". " + String.join(" ", swept.sentences())
                + " The table below holds the same figures.";
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (double at : axis.values()) {
            rows.add(new Row(
                    axis.over().text(at),
                    swept.curves().stream()
                            .map(Curve::points)
                            .map(points -> measured(points, at))
                            .toList(),
                    measured(swept.ratios(), at)));
        }
        return rows;
    }

    private static Optional<Measured> measured(List<Measured> points, double at) {
        return points.stream().filter(point -> point.at() == at).findFirst();
    }

    /** Formats a cell: the value with its interval, and the diagnostic that makes it invalid. */
    static String text(Optional<Measured> cell) {
        return cell.flatMap(Measured::estimate)
                .map(estimate -> {
                    String interval = Figures.interval(estimate);
                    String doubt = cell.get()
                            .doubt()
                            .map(name -> " (invalid: " + name + ")")
                            .orElse("");
                    return Figures.value(estimate) + (interval.isEmpty() ? "" : " [" + interval + "]") + doubt;
                })
                .orElse(Figures.NONE);
    }
}
