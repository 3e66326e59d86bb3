package dev.versus.report;

import dev.versus.statistics.Estimate;
import dev.versus.verdict.Subject;
import dev.versus.verdict.published.Publication;
import dev.versus.verdict.published.Reproduction;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A publication beside the measured figures, as texts for reports.
 *
 * @param title the publication's title
 * @param setup how its figures were measured
 * @param tables its tables
 */
record PublishedView(String title, String setup, List<Table> tables) {

    /**
     * A table of a publication.
     *
     * @param name the published name
     * @param lines one line for each figure
     */
    record Table(String name, List<Line> lines) {}

    /**
     * A published figure beside the measured one.
     *
     * @param row the published name of the row
     * @param whose the published name of the column
     * @param theirs the published figure as printed
     * @param ours the measured figure, or "–"
     * @param interval the measured interval, or an empty text
     * @param times the measured figure divided by the published one, with its interval, or "–"
     * @param subject the measured subject in words, or "not measured here"
     * @param agreement "alike", "higher" or "lower": the measured figure against the published one; or an empty text
     * @param doubt the diagnostic that makes the measured figure invalid, or an empty text
     */
    record Line(
            String row,
            String whose,
            String theirs,
            String ours,
            String interval,
            String times,
            String subject,
            String agreement,
            String doubt) {

        /** Returns the measured interval with the diagnostic that makes it invalid, if there is one. */
        String intervalInFull() {
            return doubt.isEmpty() ? interval : (interval + " (invalid: " + doubt + ")").strip();
        }
    }

    /** Returns every publication of a run. */
    static List<PublishedView> of(Results results) {
        return results.run().published().stream()
                .map(one -> new PublishedView(
                        one.title(),
                        one.setup(),
                        one.tables().stream()
                                .map(table -> table(one, table, results.reproductions()))
                                .toList()))
                .toList();
    }

    private static Table table(Publication published, Publication.Table table, List<Reproduction> all) {
        return new Table(
                table.name(),
                all.stream()
                        .filter(one -> one.title().equals(published.title())
                                && one.table().equals(table.name()))
                        .map(PublishedView::line)
                        .toList());
    }

    private static Line line(Reproduction one) {
        return new Line(
                one.row(),
                one.figure().whose(),
                one.figure().printed(),
                one.ours().map(ours -> value(ours, subject(one))).orElse(Figures.NONE),
                one.ours().map(ours -> interval(ours, subject(one))).orElse(""),
                one.timesTheirs().map(PublishedView::times).orElse(Figures.NONE),
                one.figure().beside().map(Subject::describe).orElse("not measured here"),
                agreement(one),
                one.doubt().orElse(""));
    }

    private static Subject subject(Reproduction one) {
        return one.figure().beside().orElseThrow();
    }

    private static String agreement(Reproduction one) {
        return switch (one.agreement()) {
            case ALIKE -> "alike";
            case HIGHER -> "higher";
            case LOWER -> "lower";
            case UNTOLD -> "";
        };
    }

    private static String value(Estimate ours, Subject subject) {
        if (subject.tellsFactor()) {
            return Figures.value(ours) + " × (" + Figures.change(ours) + ")";
        }
        return isShare(subject)
                ? Figures.percent(ours.value())
                : (Figures.value(ours) + " " + subject.metric().unit()).strip();
    }

    private static String interval(Estimate ours, Subject subject) {
        return isShare(subject) ? range(ours, Figures::percent) : Figures.interval(ours);
    }

    private static String times(Estimate times) {
        return range(times, Figures::of).isEmpty()
                ? Figures.of(times.value()) + " ×"
                : Figures.of(times.value()) + " × (" + range(times, Figures::of) + ")";
    }

    private static String range(Estimate estimate, DoubleFunction<String> text) {
        double lower = estimate.interval().lower();
        double upper = estimate.interval().upper();
        return lower == upper ? "" : text.apply(lower) + " to " + text.apply(upper);
    }

    private static boolean isShare(Subject subject) {
        return subject instanceof Subject.Value && subject.metric().isShare();
    }
}
