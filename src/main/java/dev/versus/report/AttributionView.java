package dev.versus.report;

import dev.versus.statistics.Estimate;
import dev.versus.verdict.attribution.Attribution;
import dev.versus.verdict.attribution.Rung;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cause of a difference, as texts for reports.
 *
 * @param subject the difference in words
 * @param lines one line for each step, and one for all steps together
 */
record AttributionView(String subject, List<Line> lines) {

    /**
     * A step's line.
     *
     * @param step the step's change
     * @param targets the targets before and after the step
     * @param ratio the ratio of the metric, or "–"
     * @param interval the interval of the ratio, or an empty text
     * @param share the step's share of the whole difference, or "–"
     * @param shareInterval the interval of the share, or an empty text
     * @param explainedBy the diagnostics that explain the step, or an empty text
     */
    record Line(
            String step,
            String targets,
            String ratio,
            String interval,
            String share,
            String shareInterval,
            String explainedBy) {}

    static AttributionView of(Attribution cause) {
        Stream<Line> steps = cause.rungs().stream().map(AttributionView::line);
        Line all = line("all steps together", cause.ladder().whole().targets(), cause.total());
        return new AttributionView(
                cause.ladder().whole().describe(),
                Stream.concat(steps, Stream.of(all)).toList());
    }

    private static Line line(String step, List<String> targets, Optional<Estimate> ratio) {
        return new Line(
                step,
                String.join(" → ", targets),
                ratio.map(Figures::value).orElse(Figures.NONE),
                ratio.map(Figures::interval).orElse(""),
                "",
                "",
                "");
    }

    private static Line line(Rung rung) {
        Line plain = line(rung.step().change(), List.of(rung.from(), rung.step().to()), rung.ratio());
        return new Line(
                plain.step(),
                plain.targets(),
                plain.ratio(),
                plain.interval(),
                rung.share().map(share -> percent(share.value())).orElse(Figures.NONE),
                rung.share()
                        .map(share -> percent(share.interval().lower()) + " to "
                                + percent(share.interval().upper()))
                        .orElse(""),
                String.join(", ", rung.explainedBy()));
    }

    private static String percent(double share) {
        return Figures.withDecimals(share * 100, 0).replace("-0", "0").replace('-', '−') + " %";
    }
}
