package dev.versus.report;

import dev.versus.VersusException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A run's {@code rounds.jsonl} does not hold what it should. */
public final class BrokenRecord extends VersusException {

    private static final long serialVersionUID = 1L;

    BrokenRecord(Path file, int line, String what, @Nullable Throwable cause) {
        super(file + ", line " + line + ": " + what, cause);
    }
}
