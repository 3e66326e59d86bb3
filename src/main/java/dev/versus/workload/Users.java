package dev.versus.workload;

import dev.versus.Durations;
import dev.versus.PublicApi;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A closed workload of users who arrive one by one, send a task chosen by weight, think, and go on until the run time is over: Locust's
 * model. Throughput is at most N/(R+Z), so with a think time Z far above the response time R it says nothing about the system's
 * capacity.
 *
 * @param number the number of users, 1 to 20,000
 * @param spawnRate how many users arrive a second; all must arrive within the run time
 * @param thinkTime the pause after each response
 * @param tasks the tasks that they send, at least one
 * @param runTime how long a round lasts, the arrival of users included, 1 ms to 24 h
 * @param client how the users speak HTTP; with cookies by default
 */
@PublicApi
public record Users(int number, Rate spawnRate, ThinkTime thinkTime, List<Task> tasks, Duration runTime, Client client)
        implements Workload, WithClient<Users> {

    public Users {
        WorkloadLimits.requireVirtualUsers("the number of users", number);
        WorkloadLimits.requireTime("a round's run time", runTime);
        WorkloadLimits.require(!tasks.isEmpty(), "users have at least one task, not", tasks);
        WorkloadLimits.require(
                number / spawnRate.perSecond() <= runTime.toNanos() / 1e9,
                "all users arrive within the run time (" + Durations.text(runTime) + "), not " + number + " at",
                spawnRate);
        tasks = List.copyOf(tasks);
        client = Objects.requireNonNullElse(client, Client.withJar()); // records of earlier versions have none
    }

    /** Makes a workload of this many users of {@code GET /}, all arriving within one second, thinking 1 to 3 s, for one minute a round. */
    public static Users users(int number) {
        ThinkTime thinkTime = ThinkTime.between(Duration.ofSeconds(1), Duration.ofSeconds(3));
        List<Task> tasks = List.of(new Task(1, Request.get("/")));
        return new Users(
                number, Rate.perSecond(Math.max(1, number)), thinkTime, tasks, Duration.ofMinutes(1), Client.withJar());
    }

    /** Returns a copy in which this many users arrive a second. */
    public Users spawnRate(double perSecond) {
        return new Users(number, Rate.perSecond(perSecond), thinkTime, tasks, runTime, client);
    }

    /** Returns a copy whose users think for a time drawn uniformly from this range. */
    public Users thinking(Duration least, Duration most) {
        return new Users(number, spawnRate, ThinkTime.between(least, most), tasks, runTime, client);
    }

    /** Returns a copy whose users choose among these tasks by their weights. */
    public Users doing(Task... what) {
        return new Users(number, spawnRate, thinkTime, List.of(what), runTime, client);
    }

    /** Returns a copy whose rounds last this long, 1 ms to 24 h. */
    public Users during(Duration time) {
        return new Users(number, spawnRate, thinkTime, tasks, time, client);
    }

    @Override
    public Users by(Client other) {
        return new Users(number, spawnRate, thinkTime, tasks, runTime, other);
    }

    @Override
    public Optional<Duration> lasting() {
        return Optional.of(runTime);
    }

    @Override
    public boolean isPaced() {
        return true;
    }

    @Override
    public int virtualUsers() {
        return number;
    }

    @Override
    public Duration longestPause() {
        return runTime.compareTo(thinkTime.most()) < 0 ? runTime : thinkTime.most();
    }

    @Override
    public Optional<Step> nextStep(List<StepOutcome> earlier) {
        return Workload.single(earlier, number, (start, seed) -> new ThinkingUsers(this, start, seed));
    }

    @Override
    public String describe() {
        return "%d users at %s, thinking %s to %s, for %s"
                        .formatted(
                                number,
                                spawnRate,
                                Durations.text(thinkTime.least()),
                                Durations.text(thinkTime.most()),
                                Durations.text(runTime))
                + client.unlike(Client.withJar());
    }
}
