/** The null server as a process of its own: what it answers, how exactly, and how it ends. */
@NullMarked
package dev.versus.services.ruler;

import org.jspecify.annotations.NullMarked;
