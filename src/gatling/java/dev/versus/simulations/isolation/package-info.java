/** The parts of {@link dev.versus.simulations.NamespacesVsDocker}: its arms, its stacks and the published report. */
@NullMarked
package dev.versus.simulations.isolation;

import org.jspecify.annotations.NullMarked;
