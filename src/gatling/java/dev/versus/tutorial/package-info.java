/**
 * A tutorial: one mistake in measuring a file, beside the right way; {@code docs/tutorial/README.md} walks through them. All load the
 * system {@code ruler}, whose true service time is known.
 */
@NullMarked
package dev.versus.tutorial;

import org.jspecify.annotations.NullMarked;
