package dev.versus.verdict.published;

import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Judge;
import dev.versus.verdict.PublishedFigure;
import dev.versus.verdict.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A published figure beside the measured one.
 *
 * @param ours the measured figure; empty if this comparison does not measure it, or the rounds support no interval
 * @param timesTheirs the measured figure divided by the published one; empty without a measured figure, or if the published one is not
 *     above zero
 * @param doubt the diagnostic that makes the measured figure invalid, if one does
 */
public record Reproduction(
        String title,
        String table,
        String row,
        PublishedFigure figure,
        Optional<Estimate> ours,
        Optional<Estimate> timesTheirs,
        Agreement agreement,
        Optional<String> doubt) {

    /** The position of the measured interval relative to the published figure. */
    public enum Agreement {
        /** The published figure lies in the measured interval, or a published range overlaps it. */
        ALIKE,
        /** The whole measured interval lies above the published figure. */
        HIGHER,
        /** The whole measured interval lies below the published figure. */
        LOWER,
        /** There is no measured figure, or the published one is not a number. */
        UNTOLD
    }

    /** Compares every figure of a publication, in published order. */
    public static List<Reproduction> of(Publication published, Judge judge, List<Finding> findings) {
        List<Reproduction> all = new ArrayList<>();
        for (Publication.Table table : published.tables()) {
            for (Publication.Row row : table.rows()) {
                for (PublishedFigure figure : row.figures()) {
                    Optional<Interval> theirs = figure.value();
                    Optional<Estimate> ours =
                            theirs.flatMap(value -> figure.beside()).flatMap(judge::estimate);
                    all.add(new Reproduction(
                            published.title(),
                            table.name(),
                            row.name(),
                            figure,
                            ours,
                            ours.flatMap(own -> times(own, theirs.orElseThrow())),
                            ours.map(own -> agreement(own.interval(), theirs.orElseThrow()))
                                    .orElse(Agreement.UNTOLD),
                            ours.flatMap(own -> doubt(figure, findings))));
                }
            }
        }
        return all;
    }

    private static Optional<String> doubt(PublishedFigure figure, List<Finding> findings) {
        return figure.beside()
                .flatMap(subject -> Diagnostics.doubt(subject, findings))
                .map(Finding::diagnostic);
    }

    private static Agreement agreement(Interval ours, Interval theirs) {
        if (ours.lower() > theirs.upper()) {
            return Agreement.HIGHER;
        }
        return ours.upper() < theirs.lower() ? Agreement.LOWER : Agreement.ALIKE;
    }

    /** Divides the measured figure by the published one; a published range widens the interval. */
    private static Optional<Estimate> times(Estimate ours, Interval theirs) {
        if (!(theirs.lower() > 0) || ours.interval().lower() < 0) {
            return Optional.empty();
        }
        double middle = (theirs.lower() + theirs.upper()) / 2;
        Interval times = new Interval(
                ours.interval().lower() / theirs.upper(), ours.interval().upper() / theirs.lower());
        return Optional.of(new Estimate(ours.value() / middle, times, ours.confidence(), ours.n()));
    }
}
