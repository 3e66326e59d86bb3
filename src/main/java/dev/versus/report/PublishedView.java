package dev.versus.report;

import dev.versus.statistics.Estimate;
import dev.versus.verdict.RequestShare;
import dev.versus.verdict.Subject;
import dev.versus.verdict.published.Publication;
import dev.versus.verdict.published.Reproduction;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A publication beside what was measured, as texts.
 *
 * @param title what it is called
 * @param setup how its figures were made
 * @param tables its tables
 */
record PublishedView(String title, String setup, List<Table> tables) {

    /**
     * One of its tables.
     *
     * @param name what it is called there
     * @param lines a line a figure
     */
    record Table(String name, List<Line> lines) {}

    /**
     * A figure beside ours.
     *
     * @param row what is told
     * @param whose of what it is told there
     * @param theirs as it stands there
     * @param ours what was measured, or "–"
     * @param interval our interval, or nothing
     * @param times ours divided by theirs, with its interval, or "–"
     * @param subject what ours is, or "not measured here"
     * @param agreement "alike", "higher" or "lower" than theirs, or nothing
     * @param doubt the diagnostic that speaks against ours, or nothing
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

        /** Our interval with the diagnostic that speaks against it. */
        String intervalInFull() {
            return doubt.isEmpty() ? interval : (interval + " (invalid: " + doubt + ")").strip();
        }
    }

    /** Every publication of a run. */
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
        return subject instanceof Subject.Value && subject.metric() instanceof RequestShare;
    }
}
