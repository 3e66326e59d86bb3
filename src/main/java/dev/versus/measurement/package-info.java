/**
 * What a round shows: latencies, counts, bytes, wall time and CPU time, and the file that keeps them. It knows {@code workload},
 * {@code linux} and the HdrHistogram library; neither the load generator nor the environments.
 */
@NullMarked
package dev.versus.measurement;

import org.jspecify.annotations.NullMarked;
