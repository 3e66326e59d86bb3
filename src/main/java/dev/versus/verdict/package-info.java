/**
 * Claims, metrics, and the judge that decides claims by the measured rounds. It knows {@code workload}, {@code statistics},
 * {@code measurement} and {@code comparison}, and prints nothing.
 */
@NullMarked
package dev.versus.verdict;

import org.jspecify.annotations.NullMarked;
