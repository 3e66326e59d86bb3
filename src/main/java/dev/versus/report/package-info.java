/**
 * Records and reports of a run, for people and programs: one small class for each format. It knows every package but the command
 * line and the load generator.
 */
@NullMarked
package dev.versus.report;

import org.jspecify.annotations.NullMarked;
