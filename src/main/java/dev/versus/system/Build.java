package dev.versus.system;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The build of a service's image.
 *
 * @param context the folder that is sent to the build, resolved against the system's folder
 * @param dockerfile the Dockerfile's path in the context, or null for the default
 * @param args the build arguments
 * @param target the build stage, or null for the last one
 * @param toolchain the tool that builds the service on this host, as {@code x-versus: {build: …}} names it, or null to recognise it
 */
public record Build(
        Path context,
        @Nullable String dockerfile,
        Map<String, String> args,
        @Nullable String target,
        @Nullable String toolchain) {

    /** Makes a build whose toolchain is recognised. */
    public Build(Path context, @Nullable String dockerfile, Map<String, String> args, @Nullable String target) {
        this(context, dockerfile, args, target, null);
    }

    public Build {
        args = Ordered.copyOf(args);
    }
}
