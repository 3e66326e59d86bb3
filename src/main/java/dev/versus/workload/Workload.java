package dev.versus.workload;

import dev.versus.PublicApi;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A workload: the load that is offered in one round, as pure data. Each kind names the well-known tool that it follows. */
@PublicApi
public sealed interface Workload permits OneRequest, MixedRequests, Users {

    /** Returns the most virtual users that any step needs. */
    int virtualUsers();

    /** Returns the tasks that are sent, at least one. */
    List<Task> tasks();

    /** Returns how the virtual users speak HTTP. */
    Client client();

    /** Tells whether connections are kept for further requests; if not, every request opens its own. */
    default boolean keepAlive() {
        return true;
    }

    /** Returns the number of requests that one round must send; empty if time ends the round. */
    default Optional<Long> requests() {
        return Optional.empty();
    }

    /** Returns how long a round lasts at most if time ends it; empty if it ends with its requests. */
    default Optional<Duration> lasting() {
        return Optional.empty();
    }

    /** Tells whether requests leave by a timetable or after a think time, rather than as soon as the one before is answered. */
    default boolean isPaced() {
        return false;
    }

    /** Tells whether a body whose length differs from the round's first body counts as a failure, as {@code ab} counts it. */
    default boolean expectsEqualLengths() {
        return false;
    }

    /**
     * Returns the next step of a round, given the outcomes of its earlier steps.
     *
     * @return empty when the round is over
     */
    Optional<Step> nextStep(List<StepOutcome> earlier);

    /**
     * Returns the workload that takes this one's place during the warm-up: itself, or the same path with less waiting where its own
     * requests take too long to be sent often. Rounds of a workload that is replaced so are not rehearsed either.
     */
    default Workload whileWarming() {
        return this;
    }

    /** Returns a warm-up step of the given duration, which exercises the same path as fast as this workload ever does. */
    default Step warmUp(Duration duration) {
        return new Step(virtualUsers(), (start, seed) -> new ClosedLoop(start, duration));
    }

    /** Returns the step of the highest throughput that met the workload's objective; empty if none did, or the workload has none. */
    default Optional<StepOutcome> capacity(List<StepOutcome> steps) {
        return Optional.empty();
    }

    /** Returns the longest time that a virtual user may be idle between two requests of a round. */
    default Duration longestPause() {
        return Duration.ZERO;
    }

    /** Describes the workload in a few words, for people. */
    String describe();

    /** Returns the step of a workload of a single step: this one at first, then none. */
    static Optional<Step> single(List<StepOutcome> earlier, int users, Step.Start pacing) {
        return earlier.isEmpty() ? Optional.of(new Step(users, pacing)) : Optional.empty();
    }
}
