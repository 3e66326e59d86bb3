package dev.versus.simulations.wsgi;

import dev.versus.run.EntryPoint;
import dev.versus.verdict.Subject;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Metric;
import java.util.List;
import java.util.Optional;

/**
 * A scenario with a target for each of the two servers.
 *
 * @param flask the target of Flask on Gunicorn
 * @param quart the target of Quart on Hypercorn
 */
public record Pairing(Scenario scenario, EntryPoint flask, EntryPoint quart) {

    /** Returns the pairing of a scenario that every run has. */
    public static Pairing of(Scenario scenario, List<Pairing> all) {
        return find(scenario, all).orElseThrow();
    }

    static Optional<Pairing> find(Scenario scenario, List<Pairing> all) {
        return all.stream().filter(one -> one.scenario.equals(scenario)).findFirst();
    }

    /** Returns the pairings of fan-outs, the stress case left out. */
    public static List<Pairing> fanOuts(List<Pairing> all) {
        return all.stream()
                .filter(one -> Scenario.FAN_OUT.contains(one.scenario))
                .toList();
    }

    /** Returns the ratio of Quart's throughput to Flask's. */
    Subject.Ratio factor() {
        return ofQuart(Figure.THROUGHPUT).relativeTo(flask);
    }

    Subject.Value ofFlask(Metric metric) {
        return Subject.of(metric, flask);
    }

    Subject.Value ofQuart(Metric metric) {
        return Subject.of(metric, quart);
    }
}
