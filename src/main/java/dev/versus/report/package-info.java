/**
 * What a run leaves for people and programs to read: one small class a format. It knows everything but the command line and the
 * load generator.
 */
@NullMarked
package dev.versus.report;

import org.jspecify.annotations.NullMarked;
