package dev.versus.report;

import dev.versus.VersusException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A run's {@code rounds.jsonl} cannot be read, or breaks the format that docs/results.md describes. */
public final class BrokenRecord extends VersusException {

    private static final long serialVersionUID = 1L;

    BrokenRecord(Path file, int line, String what, @Nullable Throwable cause) {
        super(file + ", line " + line + ": " + what, cause);
    }
}
