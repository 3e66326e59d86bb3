/**
 * The command line: the only place of the harness that prints and exits. It may know every package except the load generator's, and no
 * other package knows it.
 */
@NullMarked
package dev.versus.cli;

import org.jspecify.annotations.NullMarked;
