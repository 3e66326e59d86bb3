package dev.versus.environment.namespace;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user as an image knows it.
 *
 * @param uid its number
 * @param gid the number of its group
 * @param home its folder
 */
record ImageUser(String uid, String gid, String home) {

    private static final String ROOT = "0";
    private static final String NUMBER = "\\d+";
    private static final int ID = 2;
    private static final int GROUP = 3;
    private static final int HOME = 5;

    /**
     * Reads {@code user[:group]}, by names or numbers; empty for root. A number alone has the group that the image gives it, or root's.
     *
     * @throws InvalidInput if the image does not know the name
     */
    static ImageUser of(String text, Path root, String service) {
        String[] words = text.isEmpty() ? new String[] {ROOT} : text.split(":", 2);
        Optional<String[]> known = entry(root.resolve("etc/passwd"), words[0]);
        if (known.isEmpty() && !words[0].matches(NUMBER)) {
            throw unknown("user", words[0], service);
        }
        String group = words.length == 1 ? known.map(fields -> fields[GROUP]).orElse(ROOT) : words[1];
        String gid = group.matches(NUMBER)
                ? group
                : entry(root.resolve("etc/group"), group)
                        .map(fields -> fields[ID])
                        .orElseThrow(() -> unknown("group", group, service));
        String uid = known.map(fields -> fields[ID]).orElse(words[0]);
        return new ImageUser(
                uid,
                gid,
                known.filter(fields -> fields.length > HOME)
                        .map(fields -> fields[HOME])
                        .orElse("/"));
    }

    private static InvalidInput unknown(String what, String name, String service) {
        return new InvalidInput("The service '" + service + "' runs as the " + what + " '" + name
                + "', which its image does not know; name one by its number, or another image.");
    }

    /** The fields of the line whose name, or whose number, is this. */
    private static Optional<String[]> entry(Path file, String key) {
        try (Stream<String> lines = Files.lines(file)) {
            List<String[]> all = lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > ID)
                    .toList();
            return all.stream()
                    .filter(fields -> fields[0].equals(key) || fields[ID].equals(key))
                    .findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
