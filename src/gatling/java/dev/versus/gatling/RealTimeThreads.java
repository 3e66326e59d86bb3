package dev.versus.gatling;

/**
 * The threads of this JVM that send and time requests, in a real-time class of the scheduler: whatever else the JVM does (compiling,
 * collecting, counting) then waits for them, and not they, for milliseconds, for it. Only for load that leaves them idle between
 * requests: at their ceiling they would leave no time to whoever empties their queues. Linux with {@code chrt} (util-linux) only, and by the
 * superuser or whoever may (RLIMIT_RTPRIO). Source: sched(7), sched_rr.
 */
final class RealTimeThreads {

    private static final String EVENT_LOOP = "gatling-";

    private RealTimeThreads() {}

    /** Whether this JVM may have such threads. */
    static boolean allowed() {
        return OwnThreads.tell("chrt", "--rr", "1", "true");
    }

    /** Puts them into the real-time class. */
    static void raise() {
        OwnThreads.named(EVENT_LOOP)
                .forEach(thread -> OwnThreads.tell("chrt", "--reset-on-fork", "--rr", "--pid", "1", thread));
    }

    /** Puts them among all others again. */
    static void lower() {
        OwnThreads.named(EVENT_LOOP).forEach(thread -> OwnThreads.tell("chrt", "--other", "--pid", "0", thread));
    }
}
