/**
 * The command line: the only place of the harness that prints and exits. It knows everything but the load generator, and nothing
 * knows it.
 */
@NullMarked
package dev.versus.cli;

import org.jspecify.annotations.NullMarked;
