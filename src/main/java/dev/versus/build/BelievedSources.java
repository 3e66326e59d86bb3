package dev.versus.build;

import dev.versus.InvalidInput;
import dev.versus.OwnFolder;
import dev.versus.ThisUser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Check that nobody but root can have changed files that a tool of a build runs, where root runs Versus. Other users build as they like. */
final class BelievedSources {

    private BelievedSources() {}

    /**
     * Refuses a service's folder in which another user could have put code.
     *
     * @param services the names of the services
     */
    static void require(Path context, String services) {
        objection(context).ifPresent(why -> {
            throw new InvalidInput("The service '" + services + "' is not built: " + why
                    + ", and root would run code of that user; build a copy that belongs to root (cp -r, chown -R"
                    + " root:root, chmod -R go-w), or run Versus as its owner.");
        });
    }

    /** Explains why another user could have changed a folder or one of its sources; empty if nobody could, or if this user is not root. */
    static Optional<String> objection(Path folder) {
        if (!ThisUser.INSTANCE.isRoot()) {
            return Optional.empty();
        }
        try {
            Path real = folder.toRealPath();
            Optional<String> ofFolder = OwnFolder.objection(real).map(why -> real + " " + why);
            return ofFolder.isPresent() ? ofFolder : ofEntries(real);
        } catch (IOException unreadable) {
            return Optional.of(folder + " cannot be read (" + unreadable.getMessage() + ")");
        }
    }

    private static Optional<String> ofEntries(Path folder) throws IOException {
        return Sources.of(folder).names().stream()
                .flatMap(name -> Stream.iterate(name, above -> above != null, Path::getParent))
                .distinct()
                .map(folder::resolve)
                .flatMap(entry -> OwnFolder.objectionToEntryItself(entry).map(why -> entry + " " + why).stream())
                .findFirst();
    }
}
