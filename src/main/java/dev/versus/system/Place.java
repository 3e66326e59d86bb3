package dev.versus.system;

import dev.versus.InvalidInput;
import java.nio.file.Path;

/** Where something stands in a file, so that every complaint can say it. */
record Place(Path file, int line, int column) {

    InvalidInput refuse(String sentence) {
        return new InvalidInput(this + ": " + sentence);
    }

    @Override
    public String toString() {
        return file + ", line " + line;
    }
}
