package dev.versus.comparison;

import dev.versus.workload.Step;
import dev.versus.workload.Workload;

/**
 * One stretch of load that a generator is asked to offer.
 *
 * @param target to what
 * @param workload of which workload it is a part: its tasks and connections
 * @param step how many virtual users, when
 * @param seed of all that is random in it
 * @param counted whether it belongs to a round; if not, it warms up
 */
public record Stretch(Target target, Workload workload, Step step, long seed, boolean counted) {}
