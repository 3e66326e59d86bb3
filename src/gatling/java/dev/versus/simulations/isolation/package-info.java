/** What {@link dev.versus.simulations.NamespacesVsDocker} compares. */
@NullMarked
package dev.versus.simulations.isolation;

import org.jspecify.annotations.NullMarked;
