/**
 * Images: built as a Compose file says, pulled, or replaced by a local image where no registry answers; and the root file system of an
 * image as a folder. The environments that run images or programs of images share it. It knows {@code dev.versus.environment},
 * {@code dev.versus.system}, docker-java and the part of Testcontainers that finds an engine, and none of the environments that use it.
 */
@NullMarked
package dev.versus.environment.image;

import org.jspecify.annotations.NullMarked;
