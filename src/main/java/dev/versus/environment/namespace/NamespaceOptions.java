package dev.versus.environment.namespace;

import dev.versus.InvalidInput;
import dev.versus.environment.StateFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the namespace environment may be told to differ from its defaults.
 *
 * @param state where runs keep what they made
 * @param logs where the logs go and stay, or null for the run's folder, which goes with the run
 * @param rootfs whose files a replica sees
 */
public record NamespaceOptions(StateFolder state, @Nullable Path logs, RootFs rootfs) {

    static final String ROOTFS = "rootfs";

    /** Whose root file system it is. */
    public enum RootFs {
        /** This host's. */
        HOST,
        /** That of the image that Docker would run. */
        IMAGE
    }

    /** The user's state folder, logs that go with the run, the host's files. */
    public static NamespaceOptions defaults() {
        return new NamespaceOptions(StateFolder.ofUser(), null, RootFs.HOST);
    }

    public NamespaceOptions state(Path folder) {
        return new NamespaceOptions(new StateFolder(folder), logs, rootfs);
    }

    public NamespaceOptions logs(Path folder) {
        return new NamespaceOptions(state, folder.toAbsolutePath(), rootfs);
    }

    public NamespaceOptions rootfs(RootFs files) {
        return new NamespaceOptions(state, logs, files);
    }

    /**
     * Reads an option of the environment.
     *
     * @throws InvalidInput if it is none that is known, or has no such value
     */
    NamespaceOptions with(String option, String value) {
        if (!option.equals(ROOTFS)) {
            throw new InvalidInput(
                    "The environment 'namespace' has no option " + option + "; it has rootfs=host|image.");
        }
        return switch (value) {
            case "host" -> rootfs(RootFs.HOST);
            case "image" -> rootfs(RootFs.IMAGE);
            default -> throw new InvalidInput("The option rootfs is " + value + ": expected host or image.");
        };
    }
}
