package dev.versus.workload;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How load is offered in one round: pure data. Each kind documents which well-known tool it follows. */
public sealed interface Workload permits FixedRequests, Users, Stress, Sequential, ConstantRate {

    /** The most virtual users that any step needs at once. */
    int virtualUsers();

    /** What is sent: at least one task. */
    List<Task> tasks();

    /** Whether connections are kept for further requests; if not, every request opens its own. */
    boolean keepAlive();

    /** How many requests one round is bound to send, or none if it is bound by time. */
    default Optional<Long> requests() {
        return Optional.empty();
    }

    /** Whether requests leave when a timetable or their users' thoughts say so, rather than as soon as another is answered. */
    default boolean isPaced() {
        return false;
    }

    /** Whether a body whose length differs from the round's first counts as a failure, as {@code ab} counts it. */
    default boolean expectsEqualLengths() {
        return false;
    }

    /**
     * The next step of a round, given what its earlier steps showed.
     *
     * @return empty when the round is over
     */
    Optional<Step> nextStep(List<StepOutcome> earlier);

    /**
     * The workload that stands for this one while warming up: the same path with less waiting on it, where a round's own requests take
     * too long to be sent often. Its rounds are not rehearsed then either.
     */
    default Workload whileWarming() {
        return this;
    }

    /** A step of the given duration that exercises the same path as fast as this workload ever will: for warming up. */
    default Step warmUp(Duration duration) {
        return new Step(virtualUsers(), (start, seed) -> new ClosedLoop(start, duration));
    }

    /** The best of a round's steps that met the workload's objective; empty if none did, or it has none. */
    default Optional<StepOutcome> capacity(List<StepOutcome> steps) {
        return Optional.empty();
    }

    /** The longest time that a virtual user may be idle between two requests of a round. */
    default Duration longestPause() {
        return Duration.ZERO;
    }

    /** The workload in a few words, for people. */
    String describe();

    /** The one step of a workload that has no more than one. */
    static Optional<Step> single(List<StepOutcome> earlier, int users, Step.Start pacing) {
        return earlier.isEmpty() ? Optional.of(new Step(users, pacing)) : Optional.empty();
    }
}
