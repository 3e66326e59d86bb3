/**
 * Systems that stay up between commands. A keeper is the process of {@code versus up}. It owns a deployment, writes a record of it to the
 * folder of the run, and carries out the requests that later commands leave there as files. Files work on every system; signals and
 * sockets do not. This package may know the environments, and only the command line knows this package.
 */
@NullMarked
package dev.versus.cli.keeper;

import org.jspecify.annotations.NullMarked;
