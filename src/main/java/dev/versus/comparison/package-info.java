/**
 * The protocol of a comparison: targets in randomised turns on a warm generator, round by round. The package knows {@code workload},
 * {@code measurement} and {@code statistics}; it knows the load generator only as {@link dev.versus.comparison.LoadGenerator}.
 */
@NullMarked
package dev.versus.comparison;

import org.jspecify.annotations.NullMarked;
