package dev.versus.build;

import dev.versus.InvalidInput;
import dev.versus.OwnFolder;
import dev.versus.ThisUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Check that no other user can have changed files that a tool of a build runs, where root runs Versus. Other users build as they like. */
final class BelievedSources {

    /** Docker, Podman and Kubernetes leave these traces, which only root can make. */
    private static final boolean IN_CONTAINER = Files.exists(Path.of("/.dockerenv"))
            || Files.exists(Path.of("/run/.containerenv"))
            || System.getenv("KUBERNETES_SERVICE_HOST") != null;

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
        return objection(folder, IN_CONTAINER);
    }

    /** In a container only owners tell: it has one user, and its checkouts are often writable for all, in folders of a user outside. */
    static Optional<String> objection(Path folder, boolean inContainer) {
        if (!ThisUser.INSTANCE.isRoot()) {
            return Optional.empty();
        }
        try {
            Path real = folder.toRealPath();
            Optional<String> ofPlace = inContainer ? Optional.empty() : OwnFolder.objectionToPlaceOfSources(real);
            return ofPlace.map(why -> real + " " + why).or(() -> ofEntries(real, inContainer));
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.of(folder + " cannot be read (" + unreadable.getMessage() + ")");
        }
    }

    private static Optional<String> ofEntries(Path folder, boolean inContainer) {
        return Stream.concat(Stream.of(folder), entries(folder))
                .flatMap(entry -> OwnFolder.objectionToEntryItself(entry)
                        .filter(why -> !inContainer || !why.equals(OwnFolder.WRITABLE))
                        .map(why -> entry + " " + why)
                        .stream())
                .findFirst();
    }

    private static Stream<Path> entries(Path folder) {
        try {
            return Sources.of(folder).names().stream()
                    .flatMap(name -> Stream.iterate(name, above -> above != null, Path::getParent))
                    .distinct()
                    .map(folder::resolve);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
