/**
 * Systems that stay up between commands. A keeper, the process of {@code versus up}, owns a deployment, writes down what it keeps
 * beside the run, and does what later commands ask of it by way of files there: this works wherever there are files, where signals
 * and sockets do not. It knows environments, and nothing but the command line knows it.
 */
@NullMarked
package dev.versus.cli.keeper;

import org.jspecify.annotations.NullMarked;
