package dev.versus.simulations;

import static dev.versus.SettingType.text;
import static dev.versus.SettingType.trueOrFalse;
import static dev.versus.simulations.users.Payload.LARGE;
import static dev.versus.simulations.users.Payload.REPORTED;
import static dev.versus.simulations.users.Payload.SMALL;
import static dev.versus.simulations.users.Way.BY_SIZE;
import static dev.versus.simulations.users.Way.REST;
import static dev.versus.simulations.users.Way.SHARED_MEMORY;
import static dev.versus.simulations.users.Way.UNIX_SOCKET;
import static dev.versus.simulations.users.Way.UNPOOLED;

import dev.versus.Setting;
import dev.versus.SettingType;
import dev.versus.gatling.Versus;
import dev.versus.run.EntryPoint;
import dev.versus.run.SystemUnderTest;
import dev.versus.simulations.users.LoadTestingResults;
import dev.versus.simulations.users.Sweeps;
import dev.versus.simulations.users.Transport;
import dev.versus.verdict.Claim;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares REST with shared memory, between a service in Go and one in Python. The published report found no gain, and 4.81 % errors. Its
 * load, users who think, is repeated with its kind of shared memory and with one that cannot tear. Closed loops then tell what each way can
 * do: by size, by concurrency, for other data, parsed and handed through. Their data stays the same from request to request.
 */
public final class RestVsSharedMemory extends Versus {

    private static final String OF = "`RestVsSharedMemory`";
    private static final Setting<String> ENVIRONMENT = new Setting<>(
            "environment", OF, "process", "how to start the systems", text("`process`, `namespace` or `docker`"));
    private static final Setting<Boolean> QUICK = new Setting<>(
            "quick",
            OF,
            "false",
            "leaves out other data, choosing by size, segments, knees and most points of the sweeps, and has fewer and shorter rounds",
            trueOrFalse());
    private static final Setting<Duration> RUN_TIME = new Setting<>(
            "runTime",
            OF,
            "20s",
            "how long each round of the reported load lasts; `2m` in the report, 8 s in a quick run; from `35s` on there is a 99th percentile",
            SettingType.duration("5s", "10m"));

    /** The smallest ratio of throughputs that is worth a change. */
    private static final double WORTHWHILE = 1.05;

    /** The smallest ratio of throughputs at which one way is as good as another. */
    private static final double AS_GOOD = 0.95;

    /** The smallest share of requests by which failures tell one way from another. */
    private static final double MORE_ERRORS = 0.005;

    /** The knees of four loads take seven rounds, and one may be left out. */
    private static final int ROUNDS = 8;

    /** The fewest rounds that tell an interval. */
    private static final int QUICK_ROUNDS = 6;

    private final boolean quick = settings.get(QUICK);

    {
        var memfd = transport("memfd", system("users"));
        var naive = transport("naive", system("users").variant("naive"));
        var single = transport("memfd-single", system("users").with("USERS_EXCHANGES", "single"))
                .loop(SHARED_MEMORY, REPORTED);
        var segment = transport("segment", system("users").variant("segment")).loop(SHARED_MEMORY, REPORTED);

        int rounds = quick ? QUICK_ROUNDS : ROUNDS;
        var round = settings.get(RUN_TIME, quick ? Duration.ofSeconds(8) : RUN_TIME.usualValue());
        var reported = naive.asReported(round);
        var cured = memfd.asReported(round);
        var report = new LoadTestingResults(reported, round, rounds);
        var sweeps = new Sweeps(memfd, quick);

        var rest = memfd.loop(REST, REPORTED);
        var shared = memfd.loop(SHARED_MEMORY, REPORTED);
        var unpooled = memfd.loop(UNPOOLED, REPORTED);
        var unixSocket = memfd.loop(UNIX_SOCKET, REPORTED);
        var bySize = memfd.loop(BY_SIZE, REPORTED);
        var smallBySize = memfd.loop(BY_SIZE, SMALL);
        var restParsed = memfd.loop(REST, REPORTED.parsedAnew());
        var sharedParsed = memfd.loop(SHARED_MEMORY, REPORTED.parsedAnew());
        var restRandom = memfd.loop(REST, REPORTED.ofRandomTexts());
        var sharedRandom = memfd.loop(SHARED_MEMORY, REPORTED.ofRandomTexts());
        var restCapacity = memfd.staircase(REST, quick);
        var sharedCapacity = memfd.staircase(SHARED_MEMORY, quick);

        var always = Stream.concat(
                        Stream.of(cured, restCapacity, sharedCapacity, unpooled, unixSocket, single), sweeps.targets())
                .distinct()
                .toList();
        var unlessQuick = List.of(segment, restParsed, sharedParsed, restRandom, sharedRandom, bySize, smallBySize);
        var erring = moreErrors("shared memory fails half a percent more of the requests than REST, cured", cured);

        compare(List.of(reported), always, unlessQuick)
                .only(target -> !quick || !unlessQuick.contains(target))
                .rounds(rounds)
                .published(report.beside("naive"))
                .published(new LoadTestingResults(cured, round, rounds).beside("memfd"))
                .sweep(sweeps.bySize())
                .sweep(sweeps.costBySize())
                .sweep(sweeps.byConcurrency())
                .claims(
                        moreErrors(
                                "shared memory fails half a percent more of the requests than REST, as reported",
                                reported),
                        erring)
                .claim(
                        "the system can handle about 25 requests/s, by users who think",
                        requestRate(reported).isAbout(report.rate(24.65), 0.1))
                .claim(
                        "the system can handle about 25 requests/s, by a staircase",
                        capacity(restCapacity).isAbout(25))
                .claims(
                        faster(
                                "shared memory is 1.5 times as fast as REST at 251 kB of data that stays the same",
                                1.5,
                                shared,
                                rest),
                        faster(
                                "shared memory is 3 times as fast as REST at 4 MiB of data that stays the same",
                                3,
                                memfd.loop(SHARED_MEMORY, LARGE),
                                memfd.loop(REST, LARGE)),
                        faster(
                                "parsed anew, data that stays the same is 1.5 times as fast by shared memory, too",
                                1.5,
                                sharedParsed,
                                restParsed),
                        faster(
                                "random data that stays the same is 1.5 times as fast by shared memory, too",
                                1.5,
                                sharedRandom,
                                restRandom),
                        faster("a memfd is as fast as a segment of multiprocessing", AS_GOOD, shared, segment))
                .claim(
                        "shared memory takes less CPU time of users-data, for data that stays the same",
                        cpuPerRequest("users-data", shared).relativeTo(rest).isAtMost(AS_GOOD))
                .claim(
                        "shared memory takes less CPU time of users-api, for data that stays the same",
                        cpuPerRequest("users-api", shared).relativeTo(rest).isAtMost(AS_GOOD))
                .explain(
                        throughput(unpooled),
                        rest.bringing("connections that are kept"),
                        unixSocket.bringing("a Unix socket instead of TCP"),
                        single.bringing("shared memory instead of a body, for data that stays the same"),
                        shared.bringing("requests that wait share an exchange"))
                .recommend(
                        "REST is recommended at 251 kB",
                        erring,
                        faster(
                                "REST is as fast as shared memory at 251 kB of data that stays the same",
                                AS_GOOD,
                                rest,
                                shared))
                .recommend(
                        "Pool the connections of REST",
                        faster("pooled connections make REST faster", WORTHWHILE, rest, unpooled))
                .recommend(
                        "Choose by size",
                        faster("by size is as fast as REST at 1 KiB", AS_GOOD, smallBySize, memfd.loop(REST, SMALL)),
                        faster("by size is as fast as shared memory at 251 kB", AS_GOOD, bySize, shared))
                .gateFailures(always)
                .gateFailures(unlessQuick);
    }

    private Transport transport(String name, SystemUnderTest system) {
        return new Transport(name, system.in(environment(settings.get(ENVIRONMENT))));
    }

    private static Claim moreErrors(String text, EntryPoint users) {
        var shared = errorRate(users.endpoint(SHARED_MEMORY.path()));
        return claim(text, shared.minus(users.endpoint(REST.path())).isAtLeast(MORE_ERRORS));
    }

    private static Claim faster(String text, double factor, EntryPoint target, EntryPoint than) {
        return claim(text, throughput(target).relativeTo(than).isAtLeast(factor));
    }
}
