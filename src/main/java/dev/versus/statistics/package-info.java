/**
 * What a handful of rounds can and cannot tell: estimates, intervals, tests and the rule that ends a run. Pure functions of
 * their arguments, each citing its source. Knows the JDK, HdrHistogram and the root of the harness, and nobody else.
 */
@NullMarked
package dev.versus.statistics;

import org.jspecify.annotations.NullMarked;
