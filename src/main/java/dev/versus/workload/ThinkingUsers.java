package dev.versus.workload;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Pacing of users who arrive at a spawn rate, send, think for a random time, and send again until the run time is over, as in Locust. A
 * user who would still be thinking at the end stops at once.
 */
final class ThinkingUsers implements Pacing {

    private final Users users;
    private final long start;
    private final long end;
    private final SplittableRandom[] random;
    private final boolean[] arrived;

    ThinkingUsers(Users users, long start, long seed) {
        this.users = users;
        this.start = start;
        this.end = start + users.runTime().toNanos();
        this.random = new SplittableRandom[users.number()];
        this.arrived = new boolean[users.number()];
        SplittableRandom seeds = new SplittableRandom(seed);
        java.util.Arrays.setAll(random, user -> seeds.split());
    }

    @Override
    public long nextStart(int user, long now) {
        long next = arrived[user] ? now + thinkNanos(user) : arrivalOf(user);
        arrived[user] = true;
        return next - end < 0 ? next : DONE;
    }

    private long arrivalOf(int user) {
        return start + Math.round(user * users.spawnRate().nanosBetween());
    }

    private long thinkNanos(int user) {
        Duration least = users.thinkTime().least();
        Duration most = users.thinkTime().most();
        return random[user].nextLong(least.toNanos(), most.toNanos() + 1);
    }
}
