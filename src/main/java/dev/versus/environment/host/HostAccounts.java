package dev.versus.environment.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Users and groups of this host.
 *
 * @param passwd the file that lists the users, as passwd(5) describes it
 * @param group the file that lists the groups, as group(5) describes it
 */
record HostAccounts(Path passwd, Path group) {

    private static final String NUMBER = "\\d{1,9}";
    private static final int ID = 2;
    private static final int GROUP = 3;

    static HostAccounts ofThisHost() {
        return new HostAccounts(Path.of("/etc/passwd"), Path.of("/etc/group"));
    }

    /**
     * Finds the user that a Compose file names as {@code user[:group]}; nothing for a name that this host does not know. A number needs no
     * entry. Without a named group it is the user's own group, or the group of the same number as the user.
     */
    Optional<HostUser> find(String text) {
        String[] words = text.split(":", 2);
        Optional<String[]> known = entry(passwd, words[0]);
        Optional<Integer> uid = known.map(fields -> fields[ID])
                .or(() -> Optional.of(words[0]))
                .filter(id -> id.matches(NUMBER))
                .map(Integer::valueOf);
        return uid.map(id -> new HostUser(
                id,
                (words.length == 1 ? known.map(fields -> fields[GROUP]) : groupOf(words[1]))
                        .filter(gid -> gid.matches(NUMBER))
                        .map(Integer::valueOf)
                        .orElse(id)));
    }

    private Optional<String> groupOf(String name) {
        return name.matches(NUMBER) ? Optional.of(name) : entry(group, name).map(fields -> fields[ID]);
    }

    /** Returns the numbers of all users and groups in the two files. */
    Set<Integer> ids() {
        return Stream.of(passwd, group)
                .flatMap(file -> entries(file).stream())
                .flatMap(fields -> Stream.of(fields).skip(ID).limit(2))
                .filter(id -> id.matches(NUMBER))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    private static Optional<String[]> entry(Path file, String key) {
        return entries(file).stream()
                .filter(fields -> fields[0].equals(key) || fields[ID].equals(key))
                .findFirst();
    }

    private static List<String[]> entries(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > GROUP)
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
