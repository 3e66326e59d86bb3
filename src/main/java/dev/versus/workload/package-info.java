/**
 * How load is offered: pure data and pure arithmetic on time, without any input or output. It knows the JDK and the root package only.
 *
 * <p>A {@link dev.versus.workload.Workload} is a record. For one round it yields {@link dev.versus.workload.Step steps}; a step
 * says how many virtual users take part and, by its {@link dev.versus.workload.Pacing}, when each of them sends next.
 */
@NullMarked
package dev.versus.workload;

import org.jspecify.annotations.NullMarked;
