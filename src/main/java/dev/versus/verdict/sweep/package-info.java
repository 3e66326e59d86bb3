/**
 * Sweeps: one metric of several targets over a quantity that changes from target to target, such as the size of a payload, with the place
 * at which two curves cross and the load at which a curve levels off. Without side effects; it knows {@code verdict}, its diagnostics and
 * {@code statistics}.
 */
@NullMarked
package dev.versus.verdict.sweep;

import org.jspecify.annotations.NullMarked;
