package dev.versus.simulations.wsgi;

import static dev.versus.verdict.published.Publication.row;
import static dev.versus.verdict.published.Publication.table;

import dev.versus.verdict.Figure;
import dev.versus.verdict.published.Publication;
import java.math.BigDecimal;
import java.util.List;

/**
 * The durations that arithmetic predicts for each scenario. Flask makes the calls of a request one after another, and serves {@link
 * Scenario#SLOTS} requests at once: it takes calls × ⌈clients ÷ slots⌉ times the delay. Quart takes the delay once. If Gunicorn
 * distributes clients unevenly over its processes, Flask takes longer, and the factor exceeds the limit.
 */
public record Theory(List<Pairing> pairings) {

    /** Returns the shortest possible durations and the factor between them, to be shown beside the measured ones. */
    public Publication publication() {
        return Publication.publication(
                "The limit",
                "arithmetic: Flask takes calls × ⌈clients ÷ %d slots⌉ delays, longer if its processes share clients out unevenly, and Quart one"
                        .formatted(Scenario.SLOTS),
                pairings.stream().map(Theory::limits).toArray(Publication.Table[]::new));
    }

    private static Publication.Table limits(Pairing pairing) {
        Scenario scenario = pairing.scenario();
        return table(
                scenario.words(),
                row(
                        "Total duration",
                        pairing.ofFlask(Figure.DURATION)
                                .published("Flask/Gunicorn", scenario.leastOfFlask(), seconds(scenario.leastOfFlask())),
                        pairing.ofQuart(Figure.DURATION)
                                .published(
                                        "Quart/Hypercorn", scenario.leastOfQuart(), seconds(scenario.leastOfQuart()))),
                row(
                        "Improvement",
                        pairing.factor().published("Quart/Flask", scenario.limit(), scenario.limit() + "x")));
    }

    private static String seconds(double seconds) {
        return BigDecimal.valueOf(seconds).stripTrailingZeros().toPlainString() + "s";
    }
}
