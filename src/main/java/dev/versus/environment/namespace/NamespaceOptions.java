package dev.versus.environment.namespace;

import dev.versus.environment.StateFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the namespace environment may be told to differ from its defaults.
 *
 * @param state where runs keep what they made
 * @param logs where the logs go and stay, or null for the run's folder, which goes with the run
 */
public record NamespaceOptions(StateFolder state, @Nullable Path logs) {

    /** The user's state folder, logs that go with the run. */
    public static NamespaceOptions defaults() {
        return new NamespaceOptions(StateFolder.ofUser(), null);
    }

    public NamespaceOptions state(Path folder) {
        return new NamespaceOptions(new StateFolder(folder), logs);
    }

    public NamespaceOptions logs(Path folder) {
        return new NamespaceOptions(state, folder.toAbsolutePath());
    }
}
