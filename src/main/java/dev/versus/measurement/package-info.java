/**
 * The measurement of a round: latencies, counts, bytes, wall time and CPU time, and the file that keeps them. The package knows {@code
 * workload}, {@code linux} and the HdrHistogram library, but neither the load generator nor the environments.
 */
@NullMarked
package dev.versus.measurement;

import org.jspecify.annotations.NullMarked;
