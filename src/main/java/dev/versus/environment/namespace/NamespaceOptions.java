package dev.versus.environment.namespace;

import dev.versus.InvalidInput;
import dev.versus.environment.StateFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Options of the namespace environment.
 *
 * @param state the folder in which runs record what they make
 * @param logs the folder in which the logs stay after the run, or null for the run's own folder, which is deleted with the run
 * @param rootfs the files that a replica sees
 */
public record NamespaceOptions(StateFolder state, @Nullable Path logs, RootFs rootfs) {

    static final String ROOTFS = "rootfs";

    /** Root file system of replicas. */
    public enum RootFs {
        /** The files of this host. */
        HOST,
        /** The files of the image that Docker would run. */
        IMAGE
    }

    /** Returns the defaults: the user's state folder, logs that are deleted with the run, the files of this host. */
    public static NamespaceOptions defaults() {
        return new NamespaceOptions(StateFolder.ofUser(), null, RootFs.HOST);
    }

    /** Returns these options with another state folder. */
    public NamespaceOptions state(Path folder) {
        return new NamespaceOptions(new StateFolder(folder), logs, rootfs);
    }

    /** Returns these options with a folder in which the logs stay after the run. */
    public NamespaceOptions logs(Path folder) {
        return new NamespaceOptions(state, folder.toAbsolutePath(), rootfs);
    }

    /** Returns these options with other files for the replicas. */
    public NamespaceOptions rootfs(RootFs files) {
        return new NamespaceOptions(state, logs, files);
    }

    /**
     * Reads an option of the environment.
     *
     * @throws InvalidInput if the option is unknown, or cannot have that value
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
