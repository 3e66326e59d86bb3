/**
 * May this measurement be believed? Each diagnostic is one small class with its formula, its threshold and where both come from;
 * {@link dev.versus.verdict.diagnostic.Diagnostics} is the closed list. It knows what {@code verdict} knows.
 */
@NullMarked
package dev.versus.verdict.diagnostic;

import org.jspecify.annotations.NullMarked;
