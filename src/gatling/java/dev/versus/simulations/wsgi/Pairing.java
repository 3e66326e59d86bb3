package dev.versus.simulations.wsgi;

import static dev.versus.gatling.TargetMetrics.duration;
import static dev.versus.gatling.TargetMetrics.throughput;
import static dev.versus.verdict.published.Publication.row;
import static dev.versus.verdict.published.Publication.table;

import dev.versus.run.EntryPoint;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Subject;
import dev.versus.verdict.published.Publication;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scenario with a target for each of the two servers.
 *
 * @param flask the target of Flask on Gunicorn
 * @param quart the target of Quart on Hypercorn
 */
public record Pairing(Scenario scenario, EntryPoint flask, EntryPoint quart) {

    /** Returns a pairing for each of these scenarios. */
    public static List<Pairing> all(Server flask, Server quart, List<Scenario> scenarios) {
        return scenarios.stream()
                .map(one -> new Pairing(one, flask.under(one), quart.under(one)))
                .toList();
    }

    /** Returns the targets of these pairings. */
    public static List<EntryPoint> targets(List<Pairing> pairings) {
        return pairings.stream().flatMap(one -> Stream.of(one.flask, one.quart)).toList();
    }

    /** Returns the pairing of a scenario. */
    public static Pairing of(Scenario scenario, List<Pairing> all) {
        return all.stream()
                .filter(one -> one.scenario.equals(scenario))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the ratio of Quart's throughput to Flask's. */
    public Subject.Ratio factor() {
        return throughput(quart).relativeTo(flask);
    }

    /** Claims that the factor is at least nine tenths of its limit. */
    public Claim nearLimit() {
        String text = "%s: Quart is at least 90 %% of the limit of %d times as fast";
        return new Claim(
                text.formatted(scenario.words(), scenario.limit()),
                factor().isAtLeast(scenario.limit() * 9 / 10.0),
                false);
    }

    /**
     * Returns the durations that arithmetic predicts, and the factor between them. If Gunicorn distributes clients unevenly over its
     * processes, Flask takes longer, and the factor exceeds the limit.
     */
    public static Publication limits(List<Pairing> all) {
        return Publication.publication(
                "The limit",
                "arithmetic: Flask takes calls × ⌈clients ÷ %d slots⌉ delays, longer if its processes share clients out unevenly, and Quart one"
                        .formatted(Scenario.SLOTS),
                all.stream().map(Pairing::limit).toArray(Publication.Table[]::new));
    }

    private Publication.Table limit() {
        double ofFlask = scenario.leastOfFlask();
        double ofQuart = scenario.leastOfQuart();
        return table(
                scenario.words(),
                row(
                        "Total duration",
                        duration(flask).published("Flask/Gunicorn", ofFlask, seconds(ofFlask)),
                        duration(quart).published("Quart/Hypercorn", ofQuart, seconds(ofQuart))),
                row("Improvement", factor().published("Quart/Flask", scenario.limit(), scenario.limit() + "x")));
    }

    private static String seconds(double seconds) {
        return BigDecimal.valueOf(seconds).stripTrailingZeros().toPlainString() + "s";
    }
}
