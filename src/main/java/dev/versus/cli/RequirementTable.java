package dev.versus.cli;

import dev.versus.environment.Requirement;
import java.util.List;
import java.util.stream.Stream;

/** A table of requirements as aligned lines. Each missing requirement is followed by a line with its remedy. */
final class RequirementTable {

    private RequirementTable() {}

    static List<String> of(List<Requirement> requirements) {
        int width =
                requirements.stream().mapToInt(one -> one.what().length()).max().orElse(0);
        return requirements.stream().flatMap(one -> lines(one, width)).toList();
    }

    private static Stream<String> lines(Requirement one, int width) {
        String what = one.what() + " ".repeat(width - one.what().length());
        String line = ("  " + (one.met() ? "ok      " : "MISSING ") + what + "  " + one.found()).stripTrailing();
        return one.met() || one.mend().isEmpty()
                ? Stream.of(line)
                : Stream.of(line, "          mend it: " + one.mend());
    }
}
