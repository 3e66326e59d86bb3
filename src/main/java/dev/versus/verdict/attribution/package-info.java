/**
 * Attribution of a difference to its cause: a ladder of targets that differ in one thing from step to step, and the share of the whole
 * difference that each step carries. Without side effects; it knows {@code verdict}, its diagnostics and {@code statistics}.
 */
@NullMarked
package dev.versus.verdict.attribution;

import org.jspecify.annotations.NullMarked;
