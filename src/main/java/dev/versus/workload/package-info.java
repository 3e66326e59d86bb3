/**
 * Workloads: the load that is offered, as pure data and pure arithmetic on time, without input or output. The package knows the JDK and the
 * root package only.
 *
 * <p>A {@link dev.versus.workload.Workload} is a record. For one round it yields {@link dev.versus.workload.Step steps}. A step has a
 * number of virtual users, and its {@link dev.versus.workload.Pacing} decides when each of them sends its next request.
 */
@NullMarked
package dev.versus.workload;

import org.jspecify.annotations.NullMarked;
