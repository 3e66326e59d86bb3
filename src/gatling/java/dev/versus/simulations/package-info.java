/** The simulations that come with Versus: comparisons, general loads on any target, and the calibration of the load generator. */
@NullMarked
package dev.versus.simulations;

import org.jspecify.annotations.NullMarked;
