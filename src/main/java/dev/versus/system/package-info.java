/**
 * What a system under test is: the values that a Compose file and its variants describe, and the reader that makes them.
 * It knows the JDK, the YAML parser and the root package; nothing that starts, measures or reports.
 */
@NullMarked
package dev.versus.system;

import org.jspecify.annotations.NullMarked;
