package dev.versus.environment.host;

import dev.versus.build.OnPath;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Search for the programs of services and of environments, by path or by name. */
public final class Programs {

    /** The folder in which Debian keeps programs for administrators. It is not on the PATH of other users. */
    private static final Path ADMINISTRATORS = Path.of("/usr/sbin");

    private Programs() {}

    /** Returns the file of a program. A name with a slash is a path relative to the folder. */
    public static Optional<Path> find(String program, Path folder) {
        if (program.contains("/") || program.contains(File.separator)) {
            return Optional.of(folder.resolve(program)).filter(Files::isExecutable);
        }
        return OnPath.find(program);
    }

    /** Returns the file of a program that may be in {@code /usr/sbin}, even if that is not on the PATH of this user. */
    public static Optional<Path> ofAdministrator(String program) {
        return Stream.of(Path.of(program), ADMINISTRATORS.resolve(program))
                .flatMap(name -> find(name.toString(), ADMINISTRATORS).stream())
                .findFirst();
    }
}
