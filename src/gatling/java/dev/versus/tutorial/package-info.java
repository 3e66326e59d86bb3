/**
 * Mistakes in measuring, one a file, each beside the way to do it right: {@code docs/tutorial/README.md} walks through them. All run
 * against the system {@code ruler}, whose true service time is known.
 */
@NullMarked
package dev.versus.tutorial;

import org.jspecify.annotations.NullMarked;
