package dev.versus.environment.host;

import dev.versus.ShortCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/**
 * Program that runs as Redis: that of this host if it is recent enough, else that of the class path.
 *
 * @param name its name for messages, without the version
 * @param version its version
 * @param file its file, or null for the class path
 */
record RedisProgram(String name, String version, @Nullable Path file) {

    static final RedisProgram OF_CLASS_PATH = new RedisProgram("Redis", "6.2", null);

    /** The oldest major version that its maintainers still mend. */
    private static final int OLDEST = 7;

    private static final List<String> NAMES = List.of("redis-server", "valkey-server");
    private static final Pattern VERSION = Pattern.compile("^(Redis|Valkey) server v=((\\d+)[\\d.]*)");

    /** Returns the program that is used on this host. */
    static RedisProgram ofThisHost() {
        return NAMES.stream()
                .flatMap(name -> Programs.ofAdministrator(name).stream())
                .filter(ClosedFolders::areNoneAbove)
                .flatMap(RedisProgram::recent)
                .findFirst()
                .orElse(OF_CLASS_PATH);
    }

    private static Stream<RedisProgram> recent(Path file) {
        return ShortCommand.run(List.of(file.toString(), "--version")).flatMap(answer -> recent(file, answer)).stream();
    }

    /** Reads {@code Redis server v=7.0.15 sha=…}; nothing for a version that is too old. */
    static Optional<RedisProgram> recent(Path file, String answer) {
        Matcher version = VERSION.matcher(answer);
        return version.find() && Integer.parseInt(version.group(3)) >= OLDEST
                ? Optional.of(new RedisProgram(version.group(1), version.group(2), file))
                : Optional.empty();
    }

    /** Returns the program's file. The program of the class path is unpacked into the folder. */
    Path in(ReplicaFolder home) throws IOException {
        if (file != null) {
            return file;
        }
        Path unpacked = ExecutableProvider.newJarResourceProvider(home.folder().toFile())
                .get()
                .toPath();
        if (home.user() != null) {
            Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return unpacked;
    }

    /** Returns name, version and place, such as {@code Redis 7.0.15 in /usr/bin/redis-server}. */
    String text() {
        return name + " " + version + (file == null ? " from the class path" : " in " + file);
    }
}
