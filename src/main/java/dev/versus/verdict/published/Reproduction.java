package dev.versus.verdict.published;

import dev.versus.verdict.PublishedFigure;
import dev.versus.statistics.Estimate;
import dev.versus.statistics.Interval;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Finding;
import dev.versus.verdict.Judge;
import dev.versus.verdict.Subject;
import dev.versus.verdict.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A published figure beside what was measured.
 *
 * @param title the publication
 * @param table its table
 * @param row the line of that table
 * @param figure the figure
 * @param ours what was measured; empty if nothing here measures it, or the rounds support no interval
 * @param timesTheirs ours divided by theirs; empty where there is no figure of ours, or theirs is not above zero
 * @param agreement how the two stand to each other
 * @param doubt why ours may not be believed, where a diagnostic says so
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

    /** How our interval stands to their figure. */
    public enum Agreement {
        /** Their figure lies in our interval, or their range and it overlap. */
        ALIKE,
        /** All of our interval lies above it. */
        HIGHER,
        /** All of our interval lies below it. */
        LOWER,
        /** There is no figure of ours. */
        UNTOLD
    }

    /** Every figure of a publication, in its order. */
    public static List<Reproduction> of(Publication published, Judge judge, List<Finding> findings) {
        List<Reproduction> all = new ArrayList<>();
        for (Publication.Table table : published.tables()) {
            for (Publication.Row row : table.rows()) {
                row.figures()
                        .forEach(figure -> all.add(new Reproduction(
                                        published.title(),
                                        table.name(),
                                        row.name(),
                                        figure,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Agreement.UNTOLD,
                                        Optional.empty())
                                .measured(judge, findings)));
            }
        }
        return all;
    }

    private Reproduction measured(Judge judge, List<Finding> findings) {
        Optional<Estimate> estimate = figure.beside().flatMap(judge::estimate);
        Optional<Interval> theirs = figure.value();
        if (estimate.isEmpty() || theirs.isEmpty()) {
            return this;
        }
        Estimate own = estimate.get();
        return new Reproduction(
                title,
                table,
                row,
                figure,
                estimate,
                times(own, theirs.get()),
                agreement(own.interval(), theirs.get()),
                figure.beside().flatMap(subject -> doubt(subject, findings)));
    }

    private static Agreement agreement(Interval ours, Interval theirs) {
        if (ours.lower() > theirs.upper()) {
            return Agreement.HIGHER;
        }
        return ours.upper() < theirs.lower() ? Agreement.LOWER : Agreement.ALIKE;
    }

    /** Ours in theirs: a range of theirs widens the interval. */
    private static Optional<Estimate> times(Estimate ours, Interval theirs) {
        if (!(theirs.lower() > 0) || ours.interval().lower() < 0) {
            return Optional.empty();
        }
        double middle = (theirs.lower() + theirs.upper()) / 2;
        Interval times = new Interval(
                ours.interval().lower() / theirs.upper(), ours.interval().upper() / theirs.lower());
        return Optional.of(new Estimate(ours.value() / middle, times, ours.confidence(), ours.n()));
    }

    private static Optional<String> doubt(Subject subject, List<Finding> findings) {
        return subject.metric() == Figure.FAILURES
                ? Optional.empty()
                : Diagnostics.doubt(subject, findings).map(Finding::diagnostic);
    }
}
