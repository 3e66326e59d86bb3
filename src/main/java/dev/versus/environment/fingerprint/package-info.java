/**
 * What the services of a deployment run on: the program and its build, packages, workers, limits, and what isolates them. It is found
 * out by the same code for every environment, through {@code /proc} of this host and what a deployment lets it ask. One class a
 * trait; none of them fails, and what cannot be found out is left out. It knows {@code dev.versus.environment} and
 * {@code dev.versus.linux}, and no single environment.
 */
@NullMarked
package dev.versus.environment.fingerprint;

import org.jspecify.annotations.NullMarked;
