/** The simulations that come with Versus: each reads like the sentence that it tests. */
@NullMarked
package dev.versus.simulations;

import org.jspecify.annotations.NullMarked;
