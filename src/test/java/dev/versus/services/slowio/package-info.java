/** The system slow-io: its contract in every variant, and what clients see when parts of it break. */
@NullMarked
package dev.versus.services.slowio;

import org.jspecify.annotations.NullMarked;
