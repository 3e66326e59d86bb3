package dev.versus.system;

import dev.versus.InvalidInput;
import java.nio.file.Path;

/** A position in a file, for error messages; lines and columns count from 1. */
record Place(Path file, int line, int column) {

    InvalidInput refuse(String sentence) {
        return new InvalidInput(this + ": " + sentence);
    }

    @Override
    public String toString() {
        return file + ", line " + line;
    }
}
