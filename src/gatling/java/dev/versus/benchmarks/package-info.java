/**
 * Versus held against other tools and against itself: the simulations behind the scripts in {@code benchmarks/}. They are no part
 * of what users run.
 */
@NullMarked
package dev.versus.benchmarks;

import org.jspecify.annotations.NullMarked;
