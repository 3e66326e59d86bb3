package dev.versus.gatling;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files whose content is sent: read whole before anything starts. */
final class SentFile {

    static final long MOST_BYTES = 64L << 20;

    private SentFile() {}

    /**
     * Reads a file.
     *
     * @throws InvalidInput if it is no file, cannot be read or is larger than 64 MiB
     */
    static byte[] read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw refuse(file, "is not there, or is no file; expected the path of a file to send");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refuse(file, "has " + Files.size(file) + " bytes; a file to send has at most " + MOST_BYTES);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static InvalidInput unreadable(Path file, IOException cause) {
        return new InvalidInput(file.toAbsolutePath() + " cannot be read: let this user read it.", cause);
    }

    static InvalidInput refuse(Path file, String what) {
        return new InvalidInput(file.toAbsolutePath() + " " + what + ".");
    }
}
