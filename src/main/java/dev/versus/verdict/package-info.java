/**
 * Decides: what a claim expects, and what the measured rounds say to it. It knows {@code workload}, {@code statistics}, {@code measurement} and
 * {@code comparison}, and prints nothing.
 */
@NullMarked
package dev.versus.verdict;

import org.jspecify.annotations.NullMarked;
