/**
 * Diagnostics: checks of whether a measurement can be trusted. Each is one small class that states its formula, its threshold and the
 * source of both; {@link dev.versus.verdict.diagnostic.Diagnostics} is the closed list. The package knows the same packages as
 * {@code verdict}.
 */
@NullMarked
package dev.versus.verdict.diagnostic;

import org.jspecify.annotations.NullMarked;
