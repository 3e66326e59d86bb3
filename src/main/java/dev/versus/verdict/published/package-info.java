/**
 * Figures that somebody published, as data, and how they stand beside what a run measured: pure, and no verdict of its own. It
 * knows {@code verdict}, its diagnostics and {@code statistics}.
 */
@NullMarked
package dev.versus.verdict.published;

import org.jspecify.annotations.NullMarked;
