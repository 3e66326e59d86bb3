/**
 * What Linux tells of processes: {@code /proc}, network namespaces and cgroups of version 1 and 2. Both who measures and who starts
 * things may ask; it knows nothing but the JDK. Elsewhere than on Linux it finds nothing, and says so by empty answers.
 */
@NullMarked
package dev.versus.linux;

import org.jspecify.annotations.NullMarked;
