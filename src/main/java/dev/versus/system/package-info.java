/**
 * Systems under test: the values that a Compose file and its variants describe, and the reader of these files. It knows the JDK, the YAML
 * parser and the root package; nothing that starts, measures or reports.
 */
@NullMarked
package dev.versus.system;

import org.jspecify.annotations.NullMarked;
