/**
 * Images: built as a Compose file says, pulled, or stood in for where no registry is reached; and an image's root file system as a
 * folder. Environments that run images or what is in them share it. It knows {@code dev.versus.environment}, {@code
 * dev.versus.system}, docker-java and what Testcontainers has to find an engine, and none of the environments that are built on it.
 */
@NullMarked
package dev.versus.environment.image;

import org.jspecify.annotations.NullMarked;
