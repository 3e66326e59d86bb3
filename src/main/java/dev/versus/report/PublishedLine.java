package dev.versus.report;

import dev.versus.statistics.Estimate;
import dev.versus.verdict.Subject;
import dev.versus.verdict.published.Publication;
import dev.versus.verdict.published.Reproduction;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** A line of a report's table that sets a published figure beside the measured one, as texts. */
record PublishedLine(Reproduction figures) {

    /** Returns the lines of a table of a publication. */
    static List<PublishedLine> of(Results results, Publication publication, Publication.Table table) {
        return results.reproductions().stream()
                .filter(one ->
                        one.title().equals(publication.title()) && one.table().equals(table.name()))
                .map(PublishedLine::new)
                .toList();
    }

    String row() {
        return figures.row();
    }

    String whose() {
        return figures.figure().whose();
    }

    String theirs() {
        return figures.figure().printed();
    }

    /** Returns the measured figure, or "–". */
    String ours() {
        return figures.ours().map(this::value).orElse(Figures.NONE);
    }

    private String value(Estimate ours) {
        Subject subject = measured().orElseThrow();
        if (subject.tellsFactor()) {
            return Figures.value(ours) + " × (" + Figures.change(ours) + ")";
        }
        return isShare()
                ? Figures.percent(ours.value())
                : (Figures.value(ours) + " " + subject.metric().unit()).strip();
    }

    /** Returns the measured interval with the diagnostic that makes it invalid, if there is one. */
    String interval() {
        String interval = figures.ours()
                .map(ours -> isShare() ? range(ours, Figures::percent) : Figures.interval(ours))
                .orElse("");
        return figures.doubt()
                .map(doubt -> (interval + " (invalid: " + doubt + ")").strip())
                .orElse(interval);
    }

    /** Returns the measured figure divided by the published one, with its interval, or "–". */
    String times() {
        return figures.timesTheirs().map(PublishedLine::times).orElse(Figures.NONE);
    }

    private static String times(Estimate times) {
        String range = range(times, Figures::of);
        return Figures.of(times.value()) + " ×" + (range.isEmpty() ? "" : " (" + range + ")");
    }

    /** Compares the measured figure with the published one: "alike", "higher", "lower", or an empty text. */
    String agreement() {
        return figures.agreement() == Reproduction.Agreement.UNTOLD ? "" : Figures.word(figures.agreement());
    }

    /** Returns the measured subject in words, or "not measured here". */
    String subject() {
        return measured().map(Subject::describe).orElse("not measured here");
    }

    /** Returns the measured figure with its interval and agreement; the subject if nothing was measured. */
    String here() {
        return figures.ours().isEmpty() ? subject() : ours() + " [" + interval() + "], " + agreement();
    }

    private Optional<Subject> measured() {
        return figures.figure().beside();
    }

    private boolean isShare() {
        return measured()
                .filter(Subject.Value.class::isInstance)
                .filter(subject -> subject.metric().isShare())
                .isPresent();
    }

    private static String range(Estimate estimate, DoubleFunction<String> text) {
        double lower = estimate.interval().lower();
        double upper = estimate.interval().upper();
        return lower == upper ? "" : text.apply(lower) + " to " + text.apply(upper);
    }
}
