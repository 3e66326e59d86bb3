/**
 * What causes a difference: targets on a ladder that differ in one thing from rung to rung, and how much of the whole difference each
 * step carries. Pure; it knows {@code verdict}, its diagnostics and {@code statistics}.
 */
@NullMarked
package dev.versus.verdict.attribution;

import org.jspecify.annotations.NullMarked;
