/**
 * Statistics of a few rounds: estimates, confidence intervals, tests and the rule that ends a run. Pure functions of their arguments,
 * each citing its source. The package knows the JDK, HdrHistogram and the root package of the harness, and nothing else.
 */
@NullMarked
package dev.versus.statistics;

import org.jspecify.annotations.NullMarked;
