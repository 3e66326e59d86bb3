/** The root of the harness: what every package of it may know, and nothing more. */
@NullMarked
package dev.versus;

import org.jspecify.annotations.NullMarked;
