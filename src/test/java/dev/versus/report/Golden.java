package dev.versus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that seal a format: {@code -Dversus.golden=write} writes them anew, to be looked at in the diff. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/dev/versus/report");

    private Golden() {}

    static void assertSame(String file, String actual) throws IOException {
        assertSame(FOLDER.resolve(file), actual);
    }

    /** Requires that the file holds the text. */
    public static void assertSame(Path file, String actual) throws IOException {
        assertThat(actual).isEqualTo(sealed(file, actual));
    }

    /** What the file holds. */
    static String sealed(String file, String actual) throws IOException {
        return sealed(FOLDER.resolve(file), actual);
    }

    private static String sealed(Path golden, String actual) throws IOException {
        if ("write".equals(System.getProperty("versus.golden"))) {
            Files.createDirectories(golden.resolveSibling(""));
            Files.writeString(golden, actual);
        }
        return Files.readString(golden);
    }
}
