/**
 * Published figures as data, and their comparison with measured ones. It gives no verdict and has no side effects; it knows
 * {@code verdict}, its diagnostics and {@code statistics}.
 */
@NullMarked
package dev.versus.verdict.published;

import org.jspecify.annotations.NullMarked;
