/**
 * <<<<<<< HEAD
 * Decides: what a claim expects, and what the measured rounds say to it. It knows {@code statistics}, {@code measurement} and
 * {@code comparison}, and prints nothing.
 * =======
 * Decides: what a claim expects, and what an interval says to it. Pure; knows the statistics and the root of the harness, and
 * nobody else.
 * >>>>>>> statistics
 */
@NullMarked
package dev.versus.verdict;

import org.jspecify.annotations.NullMarked;
