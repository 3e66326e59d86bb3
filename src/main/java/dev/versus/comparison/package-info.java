/**
 * The protocol: targets in randomised turns on a warm generator, round by round. It knows {@code workload}, {@code measurement}
 * and {@code statistics}; the load generator only as the interface {@link dev.versus.comparison.LoadGenerator}.
 */
@NullMarked
package dev.versus.comparison;

import org.jspecify.annotations.NullMarked;
