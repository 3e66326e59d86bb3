/**
 * The simulations behind the scripts in {@code benchmarks/}, which compare Versus with other tools and with itself. Users do not need
 * them.
 */
@NullMarked
package dev.versus.benchmarks;

import org.jspecify.annotations.NullMarked;
