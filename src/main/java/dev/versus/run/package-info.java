/**
 * One run of a comparison but the load itself: reads what its author wrote down, launches the deployments, conducts the rounds through
 * a {@link dev.versus.comparison.LoadGenerator}, judges, and has the reports written. It knows the whole harness but the command line,
 * and no load generator.
 */
@NullMarked
package dev.versus.run;

import org.jspecify.annotations.NullMarked;
