package dev.versus.environment.host;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Where programs are found: in the JDK that runs this, and then on the PATH. */
public final class Programs {

    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    /** Where Debian keeps programs for administrators, whose PATH alone names it. */
    private static final Path ADMINISTRATORS = Path.of("/usr/sbin");

    private Programs() {}

    /** The PATH of every service: {@code java} in a command is the JDK that runs this. */
    static String path() {
        String own = System.getenv("PATH");
        return JAVA.resolve("bin") + File.pathSeparator + (own == null ? "" : own);
    }

    static String javaHome() {
        return JAVA.toString();
    }

    /** The program's file; one that is named with a path stands where the path leads from the folder. */
    public static Optional<Path> find(String program, Path folder) {
        if (program.contains("/") || program.contains(File.separator)) {
            return Optional.of(folder.resolve(program)).filter(Files::isExecutable);
        }
        return Arrays.stream(path().split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .flatMap(entry -> Stream.of(program, program + ".exe").map(Path.of(entry)::resolve))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** The same on the PATH of an administrator, whoever asks. */
    public static Optional<Path> ofAdministrator(String program) {
        return Stream.of(Path.of(program), ADMINISTRATORS.resolve(program))
                .flatMap(name -> find(name.toString(), ADMINISTRATORS).stream())
                .findFirst();
    }
}
