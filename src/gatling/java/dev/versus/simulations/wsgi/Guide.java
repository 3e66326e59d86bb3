package dev.versus.simulations.wsgi;

import static dev.versus.gatling.TargetMetrics.cpu;
import static dev.versus.gatling.TargetMetrics.duration;
import static dev.versus.gatling.TargetMetrics.meanOf;
import static dev.versus.gatling.TargetMetrics.memory;
import static dev.versus.gatling.TargetMetrics.throughput;
import static dev.versus.verdict.published.Publication.row;
import static dev.versus.verdict.published.Publication.table;

import dev.versus.run.EntryPoint;
import dev.versus.statistics.Interval;
import dev.versus.verdict.Subject;
import dev.versus.verdict.published.Publication;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of the published "Docker Production Benchmark Guide", each with the quantity that is measured for it here.
 *
 * @param flaskAtRest a target in the deployment of Flask on Gunicorn, while that is idle
 * @param quartAtRest a target in the deployment of Quart on Hypercorn, while that is idle
 */
public record Guide(List<Pairing> pairings, EntryPoint flaskAtRest, EntryPoint quartAtRest) {

    private static final String FLASK = "Flask/Gunicorn";
    private static final String QUART = "Quart/Hypercorn";
    private static final String FASTAPI = "FastAPI/Uvicorn";
    /** The values in % that round to 0 %. */
    private static final Interval NOTHING = new Interval(0, 0.5);
    /** A megabyte in MiB, the unit of memory in reports. */
    private static final double MEGABYTE = 1e6 / (1 << 20);

    /** Returns the guide's tables: two scenarios, the summary over all of them, and the expected resources. */
    public Publication publication() {
        List<Publication.Table> tables = new ArrayList<>();
        pairings.stream()
                .filter(one -> one.scenario().equals(Scenario.FAN_OUT.get(1)))
                .map(five -> scenario("Scenario 2: low concurrency", five, new Printed(5.234, 1.156, 0.96, 4.33, 4.53)))
                .forEach(tables::add);
        tables.add(scenario("Scenario 5: stress test", widest(), new Printed(15.892, 0.412, 3.15, 121.36, 38.59)));
        tables.add(summary());
        tables.add(resources());
        return new Publication(
                "Docker Production Benchmark Guide",
                "containers, each asked at its published port by a script; requests a second count calls",
                tables);
    }

    /** The published figures of one scenario: durations in s, rates in calls a second. */
    private record Printed(
            double flaskSeconds, double quartSeconds, double flaskRate, double quartRate, double factor) {}

    private Pairing widest() {
        return Pairing.of(Scenario.WIDEST, pairings);
    }

    private static Publication.Table scenario(String name, Pairing pairing, Printed printed) {
        int calls = pairing.scenario().calls();
        return table(
                name + " (" + pairing.scenario().words() + ")",
                row(
                        "Total Duration",
                        duration(pairing.flask()).published(FLASK, printed.flaskSeconds, printed.flaskSeconds + "s"),
                        duration(pairing.quart()).published(QUART, printed.quartSeconds, printed.quartSeconds + "s")),
                row(
                        "Requests/sec, of %d calls each here".formatted(calls),
                        throughput(pairing.flask())
                                .published(FLASK, printed.flaskRate / calls, printed.flaskRate + " calls/s"),
                        throughput(pairing.quart())
                                .published(QUART, printed.quartRate / calls, printed.quartRate + " calls/s")),
                row("Improvement", pairing.factor().published(QUART, printed.factor, printed.factor + "x")));
    }

    private Publication.Table summary() {
        Pairing least = Pairing.of(Scenario.FAN_OUT.get(0), pairings);
        return table(
                "Overall summary",
                row("Average Speedup", meanFactor().published(QUART, 12.34, "12.34x")),
                row("Maximum Speedup", widest().factor().published(QUART, 38.59, "38.59x")),
                row("Minimum Speedup", least.factor().published(QUART, 1.12, "1.12x")));
    }

    /** Returns the mean factor of the fan-outs, the stress case left out. */
    public Subject meanFactor() {
        return meanOf(pairings.stream()
                .filter(one -> Scenario.FAN_OUT.contains(one.scenario()))
                .map(Pairing::factor)
                .toList());
    }

    private Publication.Table resources() {
        EntryPoint flask = widest().flask();
        EntryPoint quart = widest().quart();
        return table(
                "Expected resource usage",
                row(
                        "CPU (idle)",
                        cpu("io-simulator", flaskAtRest).published(FASTAPI, NOTHING, "~0%"),
                        cpu("flask-server", flaskAtRest).published(FLASK, NOTHING, "~0%"),
                        cpu("quart-server", quartAtRest).published(QUART, NOTHING, "~0%")),
                row(
                        "CPU (load)",
                        cpu("io-simulator", quart).published(FASTAPI, new Interval(5, 10), "5-10%"),
                        cpu("flask-server", flask).published(FLASK, new Interval(40, 60), "40-60%"),
                        cpu("quart-server", quart).published(QUART, new Interval(5, 15), "5-15%")),
                row(
                        "Memory",
                        memory("io-simulator", quart).published(FASTAPI, 50 * MEGABYTE, "~50MB"),
                        memory("flask-server", flask).published(FLASK, 200 * MEGABYTE, "~200MB"),
                        memory("quart-server", quart).published(QUART, 80 * MEGABYTE, "~80MB")));
    }
}
