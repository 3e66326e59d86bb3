package dev.versus.environment.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** Tells whether a Compose file that names {@code user[:group]} means root of this host, by number or by any of root's names. */
    boolean isRoot(String text) {
        String user = text.split(":", 2)[0];
        return user.matches("0+")
                || entries(passwd).stream().anyMatch(fields -> fields[0].equals(user) && fields[ID].matches("0+"));
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
