package dev.versus.report;

import dev.versus.comparison.Plan;
import dev.versus.comparison.WarmUp;
import dev.versus.measurement.BodyLengths;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Json;
import dev.versus.measurement.Latencies;
import dev.versus.measurement.Machine;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Round;
import dev.versus.measurement.RoundLog;
import dev.versus.statistics.Margin;
import dev.versus.statistics.Percentile;
import dev.versus.statistics.StoppingRule;
import dev.versus.verdict.Claim;
import dev.versus.verdict.Expectation;
import dev.versus.verdict.Figure;
import dev.versus.verdict.Finding;
import dev.versus.verdict.IsAbout;
import dev.versus.verdict.IsAtLeast;
import dev.versus.verdict.IsAtMost;
import dev.versus.verdict.IsEquivalent;
import dev.versus.verdict.LatencyPercentile;
import dev.versus.verdict.Metric;
import dev.versus.verdict.Statement;
import dev.versus.verdict.Subject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.HdrHistogram.Histogram;

/** A fixed run: three targets, ten rounds of 1000 requests, and claims that get every verdict there is. */
final class SampleRun {

    static final Instant START = Instant.parse("2026-11-21T05:02:23Z");
    private static final String WORKLOAD = "1000 × GET /api/products at concurrency 50, keep-alive";
    private static final List<String> TARGETS = List.of("namespaces", "docker-published", "docker-address");
    private static final Map<String, Double> MEDIAN_MILLIS =
            Map.of("namespaces", 12.4, "docker-published", 19.6, "docker-address", 12.8);

    private SampleRun() {}

    static RunRecord record() {
        return record(claims());
    }

    static RunRecord record(List<Claim> claims) {
        return SampleRuler.on(record(claims, Map.of("requestTimeout", "10s", "note", "it's quiet")));
    }

    /** The same run under other settings. */
    static RunRecord record(Map<String, String> settings) {
        return record(claims(), settings);
    }

    private static RunRecord record(List<Claim> claims, Map<String, String> settings) {
        RunHeader header = header(claims, settings);
        return PlainRecord.with(findings(), PlainRecord.of(header, Optional.of(warmUp()), rounds(), fingerprints()));
    }

    /** The run as it stands in a folder. */
    static void write(RunRecord run, Path folder) {
        try (RoundLog log = RoundLog.create(folder, Json.lines())) {
            log.append("run", run.run());
            run.warmUp().ifPresent(warmUp -> log.append("warmUp", warmUp));
            run.observed().turns().forEach(round -> log.append("round", round));
            log.append("fingerprints", run.fingerprints());
            log.append("findings", run.findings());
            run.ruler().ifPresent(ruler -> log.append("ruler", ruler));
        }
    }

    static List<Claim> claims() {
        return List.of(
                claim(
                        "Docker is 46 % slower",
                        throughput("docker-published"), new IsAbout(0.54, Margin.relative(0.05))),
                gate("a container's address costs little", throughput("docker-address"), new IsAtLeast(0.9)),
                claim("addresses answer as fast", median("docker-address"), new IsEquivalent(Margin.relative(0.025))),
                gate("no request fails", value(Figure.FAILURES, "docker-published"), new IsAtMost(0)),
                gate("the tail stays short", value(percentile(99.9), "docker-address"), new IsAtMost(100)),
                claim("p99 stays under 60 ms", value(percentile(99), "docker-published"), new IsAtMost(60)),
                claim(
                        "the proxy costs 5 ms at least",
                        new Subject.Difference(Figure.MEAN, "docker-published", "namespaces"),
                        new IsAtLeast(5)));
    }

    static Claim claim(String text, Subject subject, Expectation expectation) {
        return new Claim(text, new Statement(subject, expectation), false);
    }

    static Claim gate(String text, Subject subject, Expectation expectation) {
        return new Claim(text, new Statement(subject, expectation), true);
    }

    static Expectation atLeast(double least) {
        return new IsAtLeast(least);
    }

    static Subject throughput(String target) {
        return new Subject.Ratio(Figure.THROUGHPUT, target, "namespaces");
    }

    private static Subject median(String target) {
        return new Subject.Ratio(percentile(50), target, "namespaces");
    }

    private static Subject value(Metric metric, String target) {
        return new Subject.Value(metric, target);
    }

    private static LatencyPercentile percentile(double percent) {
        return new LatencyPercentile(new Percentile(percent));
    }

    private static RunHeader header(List<Claim> claims, Map<String, String> settings) {
        return new RunHeader(
                RunHeader.FORMAT,
                "namespacesvsdocker-20261121050222988",
                "dev.versus.simulations.NamespacesVsDocker",
                START,
                415_306_026,
                10,
                Optional.of(plan()),
                settings,
                new Machine(
                        "Linux 6.1.0",
                        "AMD EPYC 7B13",
                        2,
                        24_105,
                        "Eclipse Adoptium 25.0.3+9-LTS",
                        List.of("-Xmx1g", "-XX:+UseParallelGC")),
                6.4,
                "generator on [0], services on [1]",
                TARGETS.stream().map(SampleRun::facts).toList(),
                claims,
                List.of(SamplePublication.published()),
                List.of(SampleAdvice.ladder()),
                SampleAdvice.RECOMMENDATIONS,
                List.of());
    }

    private static Plan plan() {
        Plan.TurnLength once = new Plan.TurnLength(1, OptionalDouble.of(0.25));
        return new Plan(OptionalDouble.empty(), StoppingRule.of(10), Map.of("docker-address", once));
    }

    private static RunHeader.TargetFacts facts(String target) {
        String place = target.startsWith("docker")
                ? "shop flask-gunicorn, product-service, docker"
                : "shop flask-gunicorn, product-service, namespaces";
        return new RunHeader.TargetFacts(
                target,
                place,
                List.of(URI.create("http://10.77.0." + (2 + TARGETS.indexOf(target)) + ":8080")),
                WORKLOAD,
                Optional.empty());
    }

    private static WarmUp warmUp() {
        List<WarmUp.Slice> slices = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            for (String target : TARGETS) {
                double level = 1000 * 50 / millis(target) * (1 - 0.85 * StrictMath.exp(-i / 2.5));
                slices.add(new WarmUp.Slice(
                        target, (long) (level / 2), level, 50e3 / level, 1.9e6 / level, 0, OptionalDouble.empty()));
            }
        }
        return new WarmUp(true, 18.2, slices);
    }

    private static double millis(String target) {
        return MEDIAN_MILLIS.getOrDefault(target, 1.0);
    }

    private static List<Round> rounds() {
        Random random = new Random(7);
        List<Round> rounds = new ArrayList<>();
        Instant clock = START.plusSeconds(19);
        for (int number = 1; number <= 10; number++) {
            List<String> order = new ArrayList<>(TARGETS);
            Collections.shuffle(order, random);
            double block = 1 + 0.03 * random.nextGaussian();
            for (String target : order) {
                Measurement measured = measurement(target, block * (1 + 0.012 * random.nextGaussian()), random);
                rounds.add(
                        new Round(target, number, rounds.size() + 1, clock, measured, List.of(measured.outcomeAt(50))));
                clock = clock.plusMillis((long) (measured.wallSeconds() * 1e3) + 40);
            }
        }
        return rounds;
    }

    private static Measurement measurement(String target, double slowness, Random random) {
        Histogram micros = new Histogram(3_600_000_000L, 3);
        double median = millis(target) * slowness * 1e3;
        double sum = 0;
        for (int i = 0; i < 1000; i++) {
            double tail = random.nextInt(50) == 0 ? 1 + 2 * random.nextDouble() : 1;
            long value = (long) (median * tail * StrictMath.exp(0.18 * random.nextGaussian()));
            micros.recordValue(value);
            sum += value;
        }
        double wall = StrictMath.rint(sum / 50) / 1e6;
        boolean published = target.equals("docker-published");
        return new Measurement(
                wall,
                Latencies.of(micros),
                Map.of(200, 1000L),
                published ? Map.of(FailureKind.LENGTH, 99L, FailureKind.TIMEOUT, 1L) : Map.of(),
                4_812_000,
                published ? BodyLengths.of(4812, 901).plus(BodyLengths.of(4813, 99)) : BodyLengths.of(4812, 1000),
                1_234_567_890,
                Optional.empty(),
                SampleUse.of(published));
    }

    private static Fingerprints fingerprints() {
        Map<String, Map<String, String>> host = Map.of(
                "product-service", Map.of("program.version", "3.11.2", "server.workers", "2", "package.flask", "3.0.3"),
                "redis", Map.of("program.version", "7.0.15"));
        Map<String, Map<String, String>> docker = Map.of(
                "product-service", Map.of("program.version", "3.11.9", "server.workers", "2", "package.flask", "3.0.3"),
                "redis", Map.of("program.version", "7.0.15"));
        return new Fingerprints(Map.of("namespaces", host, "docker-published", docker, "docker-address", docker));
    }

    private static List<Finding> findings() {
        return List.of(new Finding(
                "userland-proxy",
                Finding.Severity.WARNS,
                List.of("docker-published"),
                "docker-proxy listens on the port that load is sent to",
                "The published port is reached from the same host, so every byte passes a process of its own",
                "Compare with the container's address, docker().containerAddress()"));
    }
}
