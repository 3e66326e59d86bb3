package dev.versus.environment.namespace;

import dev.versus.environment.Remover;
import dev.versus.environment.RunId;
import dev.versus.environment.host.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Remover of network namespaces. The kernel ends a removed namespace when its last process has ended. */
public final class NamespaceRemover extends Remover {

    static final String KIND = "network-namespace";

    /** The folder in which {@code ip netns} keeps them. */
    static final Path FOLDER = Path.of("/var/run/netns");

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected boolean canBeOf(RunId run, String name) {
        return run.isIn("versus-", name);
    }

    @Override
    protected boolean removeAll(List<String> names) {
        List<String> there = names.stream().filter(NamespaceRemover::isThere).toList();
        if (!there.isEmpty()) {
            List<String> deletions =
                    there.stream().map(name -> "netns delete " + name).toList();
            Programs.ofAdministrator("ip").ifPresent(ip -> {
                if (!Script.ipWhatever(ip, deletions).succeeds()) {
                    there.forEach(NamespaceRemover::deleteUnmounted);
                }
            });
        }
        return there.stream().noneMatch(NamespaceRemover::isThere);
    }

    private static boolean isThere(String name) {
        return Files.exists(FOLDER.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Deletes a file that is not yet a namespace: a kill between the two steps of making one leaves it. A mounted namespace cannot be
     * deleted this way.
     */
    private static void deleteUnmounted(String name) {
        try {
            Files.deleteIfExists(FOLDER.resolve(name));
        } catch (IOException stillOne) {
            // The caller sees that it still exists.
        }
    }
}
